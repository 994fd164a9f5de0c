// Tasklist in the language of our own pages: the one chosen there (cookie "lang"), else the browser's.
// Tasklist itself looks for the bare language ("zh") among the available ones and so would never find zh-CN; with one
// language available and the same one to fall back on, there is nothing left for it to choose.
const chosen = /(?:^|;\s*)lang=([^;]+)/.exec(document.cookie)?.[1];
const spoken = chosen ? [chosen] : navigator.languages ?? [navigator.language ?? ''];
const first = spoken.map((tag) => tag.toLowerCase()).find((tag) => /^(zh|en)\b/.test(tag)) ?? 'en';
const language = first.startsWith('zh') ? 'zh-CN' : 'en';

document.documentElement.lang = language;

// On a first visit Tasklist draws some labels before it has their texts and never looks again. It takes texts that it
// kept from an earlier visit at once; so we put them where it keeps them.
const root = document.querySelector('base').getAttribute('app-root');
const key = `${root}/app/tasklist/locales/_locales_data_${language}_${window.bust}`;
const kept = JSON.parse(localStorage.getItem('camunda-web') ?? '{}');
if (!kept[key]) {
  const texts = await fetch(`${root}/app/tasklist/locales/${language}.json?bust=${window.bust}`);
  if (texts.ok) {
    kept[key] = JSON.stringify(await texts.json());
    localStorage.setItem('camunda-web', JSON.stringify(kept));
  }
}

// The name at the top leads back to our first page, as on every other page.
new MutationObserver(() => {
  const brand = document.querySelector('a.navbar-brand');
  if (brand && brand.getAttribute('href') !== '/') {
    brand.setAttribute('href', '/');
    brand.setAttribute('target', '_self');
    brand.setAttribute('title', language === 'en' ? 'To the first page' : '回到首页');
  }
}).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['href'] });

// Tasklist's own login form is shut: whoever is logged out here, or was meanwhile elsewhere, logs in on our page.
new MutationObserver(() => {
  if (location.hash.startsWith('#/login')) {
    location.assign('/login');
  }
}).observe(document.body, { childList: true, subtree: true });

export default {
  app: {
    name: language === 'en' ? 'Tasks' : '任务',
    vendor: '薪火 Xinhuo',
  },
  locales: {
    availableLocales: [language],
    fallbackLocale: language,
  },
  // What it welcomes to is Camunda; our first page is at "/".
  disableWelcomeMessage: true,
  requireJsConfig: {
    baseUrl: `${root}/app/tasklist`,
    deps: ['scripts/forms', 'scripts/languages', 'scripts/names', 'scripts/subjects'],
    ngDeps: ['xinhuo.forms'],
  },
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: language === 'en' ? 'claims the currently selected task' : '认领所选任务',
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: language === 'en' ? 'set the focus to the first filter in the list' : '转到第一个筛选',
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: language === 'en' ? 'sets the focus to the first task in the list' : '转到第一个任务',
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: language === 'en' ? 'sets the focus to the first input field in a task form' : '转到表单的第一个字段',
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: language === 'en' ? 'opens the start process modal dialog' : '打开启动流程的窗口',
    },
  },
};
