// What the forms of Tasklist 7.24 (form-js 1.8.7) cannot do by themselves.
define(['angular'], (angular) => {
  const CHINESE = document.documentElement.lang.startsWith('zh');
  const CHECK_FIELDS = CHINESE
    ? '有栏目未填写或填写有误，请查看标红的栏目。'
    : 'Something is missing or wrong: look at the fields marked in red.';

  // 0. Dates are typed as the browser writes them, 12/05/2026 for one reader of English and 05/12/2026 for the next,
  // while every text of the product says 2026-12-05. form-js asks for the format of "default"; we answer with one that
  // nobody can misread, in the language of the page and not in that of the browser.
  const DATES = CHINESE ? 'zh-CN' : 'sv-SE';
  Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
    construct: (format, [locale, ...options], self) =>
      Reflect.construct(format, [locale === 'default' ? DATES : locale, ...options], self),
  });

  // 1. Tasklist locks the button while it believes that something is missing, and does not say what. In a form with a
  // list it believes so for ever: form-js keeps an empty entry among its errors for every field of a list that was
  // touched. So the button stays open; pressing it makes form-js check all fields anew, says what is missing, and sends
  // nothing while anything is.
  angular.module('xinhuo.forms', []).directive('camTasklistFormCamunda', ['Notifications', (notifications) => ({
    restrict: 'A',
    require: '^camTasklistForm',
    priority: 100,
    link: {
      pre(scope, element, attributes, form) {
        const notify = form.notifyFormValidated;
        form.notifyFormValidated = () => notify.call(form, false);

        // 2. What form-js itself finds wrong came as "an error happened", without a word of what to do. And what was
        // wrong at the last try stayed on the screen, in red, when the next one had done it.
        const register = form.registerCompletionHandler;
        form.registerCompletionHandler = (complete) =>
          register.call(form, (done) =>
            complete((error, ...rest) => {
              notifications.clearAll();
              done(error && !error.message ? { ...error, message: CHECK_FIELDS } : error, ...rest);
            }),
          );
      },
    },
  })]);

  // 3. It says its own few words in English only, and "Add new" of every list in a list.
  const words = [
    [/^Select$/, '请选择'],
    [/^Nothing to show\.$/, '暂无数据'],
    [/^Field is required\.$/, '此项必填。'],
    [/^Field must have minimum length of (.+)\.$/, '至少$1个字。'],
    [/^Field must have maximum length of (.+)\.$/, '至多$1个字。'],
    [/^Field must have minimum value of (.+)\.$/, '不能小于$1。'],
    [/^Field must have maximum value of (.+)\.$/, '不能大于$1。'],
    [/^Field must match pattern .+$/, '格式不正确。'],
    [/^Value is not a number\.$/, '请填写数字。'],
    [/^Value is expected to be an integer\.$/, '请填写整数。'],
    [/^Value is expected to have at most (\d+) decimal digits?\.$/, '至多$1位小数。'],
    // Of "1 of 6" each part is a text of its own.
    [/^ of $/, ' / '],
    [/^Date and time must both be entered\.$/, '请填写日期和时间。'],
  ];
  // "目标 / Goals" or what scripts/languages.js made of it.
  const listOf = (text) => {
    const label = text.parentElement.closest('.fjs-form-field-dynamiclist')?.querySelector('.fjs-form-field-label');
    return label?.textContent.split(' / ').at(CHINESE ? 0 : -1).trim() ?? '';
  };
  const translate = (text) => {
    if (/^\s*Add new\s*$/.test(text.data)) {
      text.data = CHINESE ? ` 添加${listOf(text)}` : ` Add to ${listOf(text).toLowerCase() || 'the list'}`;
      return;
    }
    const found = CHINESE && words.find(([pattern]) => pattern.test(text.data));
    if (found && text.parentElement?.closest('.fjs-container')) {
      text.data = text.data.replace(found[0], found[1]);
    }
  };
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === 'characterData') {
        translate(change.target);
      }
      for (const added of change.addedNodes) {
        const texts = document.createNodeIterator(added, NodeFilter.SHOW_TEXT);
        for (let text = texts.nextNode(); text; text = texts.nextNode()) {
          translate(text);
        }
      }
    }
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
});
