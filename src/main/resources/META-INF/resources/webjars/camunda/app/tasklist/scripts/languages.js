// Names in the models say both languages, "选择导师 / Choose mentor"; each reader is shown one. Forms come from the server
// in one language already; here are the names of tasks and filters, and those of processes, which are Chinese in the
// models and translated by the product.
define([], () => {
  const CHINESE = document.documentElement.lang.startsWith('zh');
  const NAMES = ['.tasks-list h4.task a', '.task-card h2.task', '.task-filters .item a', '.notifications .message a'].join(',');

  // The name of a task has a line for each; that of a filter a dot between.
  const NAME = /^(\s*)(\S*\p{Script=Han}.*?)(?:\s+|\s*·\s*)([A-Z][A-Za-z '’-]+?)(\s*)$/u;

  const PROCESSES = ['.process-definition', '.modal-body .processes a', '.modal-title'].join(',');
  let processes = {};

  const shorten = (text) => {
    const parent = text.parentElement;
    const found = parent?.closest(NAMES) && NAME.exec(text.data);
    if (found) {
      text.data = found[1] + (CHINESE ? found[2] : found[3]) + found[4];
    } else if (parent?.closest(PROCESSES)) {
      // "Start process: 导师辅导"
      const words = text.data.split(/(: )/).map((word) => processes[word.trim()] ?? word).join('');
      if (words !== text.data) {
        text.data = words;
      }
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
  if (!CHINESE) {
    fetch('/api/tasks/process-names', { headers: { Accept: 'application/json' } })
      .then((answer) => (answer.ok ? answer.json() : {}))
      .then((names) => {
        processes = names;
        shortenAll(document.body);
      });
  }
});
