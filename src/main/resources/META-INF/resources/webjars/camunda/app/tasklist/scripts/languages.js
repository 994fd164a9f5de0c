// Names and labels in the models say both languages, "主题 / Topic"; each reader is shown one. Only what the model says
// is touched, never what people typed: labels, headings, column names, hints, and the names of tasks and filters.
define([], () => {
  const CHINESE = document.documentElement.lang.startsWith('zh');
  const LABELS = [
    '.fjs-container .fjs-form-field-label',
    '.fjs-container .fjs-form-field label',
    '.fjs-container .fjs-form-field-description',
    '.fjs-container .fjs-table-th',
    '.fjs-container .fjs-form-field-text :is(h1, h2, h3, h4)',
    '.fjs-container .fjs-form-field-group > label',
  ].join(',');
  const NAMES = ['.tasks-list h4.task a', '.task-card h2.task', '.task-filters .item a'].join(',');

  // "中文 / English" with Chinese letters on the left and none on the right; of "4 满意 / satisfied" both keep the 4.
  const PAIR = /^(\s*(?:\d+\s+)?)([^/]*\p{Script=Han}[^/]*?)\s+\/\s+([^\p{Script=Han}]*[A-Za-z][^\p{Script=Han}]*?)(\s*)$/u;
  // "开始 / Starts: " before what is shown.
  const LEADS = '.fjs-container .fjs-form-field-text :is(p, li)';
  const LEAD = /^(\s*)([\p{Script=Han}（）()\d ]{1,16})\s\/\s([A-Z][A-Za-z '’()-]{1,40}?)(\s?[:：][\s\S]*)$/u;
  // The name of a task has a line for each; that of a filter a dot between.
  const NAME = /^(\s*)(\S*\p{Script=Han}.*?)(?:\s+|\s*·\s*)([A-Z][A-Za-z '’-]+?)(\s*)$/u;

  const shorten = (text) => {
    const parent = text.parentElement;
    const pattern = parent?.closest(LABELS) ? PAIR : parent?.closest(NAMES) ? NAME : parent?.closest(LEADS) ? LEAD : null;
    const found = pattern?.exec(text.data);
    if (found) {
      text.data = found[1] + (CHINESE ? found[2] : found[3]) + found[4];
    }
  };
  const shortenAll = (node) => {
    const texts = document.createNodeIterator(node, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      shorten(text);
    }
  };

  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === 'characterData') {
        shorten(change.target);
      }
      change.addedNodes.forEach(shortenAll);
    }
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
  shortenAll(document.body);
});
