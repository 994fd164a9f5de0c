// Names and roles for those who hear Tasklist or walk it by keyboard: its buttons are pictures, its dialogs have no name,
// and what our employees may not do is offered all the same.
define([], () => {
  const CHINESE = document.documentElement.lang.startsWith('zh');
  const say = (chinese, english) => (CHINESE ? chinese : english);

  const NAMED = [
    ['.region-toggle[data-region="filters"]', say('展开或收起筛选', 'Show or hide the filters')],
    ['.region-toggle[data-region="list"]', say('展开或收起任务列表', 'Show or hide the list of tasks')],
    ['.region-toggle[data-region="task"]', say('展开或收起任务', 'Show or hide the task')],
    ['.maximize', say('放大任务', 'Enlarge the task')],
    ['.reset-regions', say('恢复布局', 'Back to three columns')],
    ['.tasks-list .dropdown-toggle.btn', say('筛选条件', 'Search criteria')],
    ['.sorting-choice .dropdown-toggle', say('排序方式', 'Order by')],
    ['.tasks-list a.dropdown-toggle', say('添加排序', 'Add an order')],
    ['.modal-header input', say('按流程名称搜索', 'Search by name of the process')],
  ];
  const ROLES = [
    ['[cam-widget-header]', 'banner'],
    ['.page-wrap', 'main'],
    ['[cam-widget-footer]', 'contentinfo'],
  ];
  // A level left out is a heading that seems to be missing.
  const LEVELS = [
    ['.task-filters h4.name', '2'],
    ['.tasks-list h4.task', '2'],
    ['.tasks-list .process-definition, .tasks-list h5.assignee', '3'],
    ['.task-card h4.process-definition', '3'],
  ];

  // A text that the screen leaves out for want of room is not heard either.
  const silent = (element) => !element.innerText.trim() && !element.hasAttribute('aria-label');
  const set = (element, name, value) => {
    if (element.getAttribute(name) !== value) {
      element.setAttribute(name, value);
    }
  };
  const name = () => {
    NAMED.forEach(([where, label]) =>
      document.querySelectorAll(where).forEach((element) => silent(element) && set(element, 'aria-label', label)),
    );
    document.querySelectorAll('a[uib-tooltip][href], button[uib-tooltip]').forEach((element) => {
      const tooltip = element.getAttribute('uib-tooltip');
      if (tooltip && silent(element)) {
        set(element, 'aria-label', tooltip);
      }
    });
    ROLES.forEach(([where, role]) => document.querySelectorAll(where).forEach((element) => set(element, 'role', role)));
    LEVELS.forEach(([where, level]) =>
      document.querySelectorAll(where).forEach((element) => set(element, 'aria-level', level)),
    );
    document.querySelectorAll('input[uib-typeahead]').forEach((element) => set(element, 'role', 'combobox'));
    document.querySelectorAll('.modal[role="dialog"]').forEach((dialog) => {
      const title = dialog.querySelector('.modal-title')?.textContent.trim();
      if (title) {
        set(dialog, 'aria-label', title);
      }
    });
    // Shown as a text, so not to be stopped at either.
    document.querySelectorAll(FIXED).forEach((element) => element.removeAttribute('tabindex'));
  };

  // Due dates come from the decision tables, and a task from its process: nobody moves them by hand here.
  const FIXED = '.task-card .due-date, .task-card .assignee .set-value';
  ['click', 'keydown'].forEach((happening) =>
    document.addEventListener(
      happening,
      (event) => {
        if (event.target.closest(FIXED)) {
          event.stopPropagation();
        }
      },
      true,
    ),
  );

  let planned = false;
  new MutationObserver(() => {
    if (!planned) {
      planned = true;
      requestAnimationFrame(() => {
        planned = false;
        name();
      });
    }
  }).observe(document.body, { childList: true, subtree: true });
  name();
});
