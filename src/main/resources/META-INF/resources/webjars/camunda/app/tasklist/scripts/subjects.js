// Whom or what a task is about, beside its name: a mentor of five mentees has five tasks of one name. The names are kept
// in our tables, never in the process; so we ask for them.
define([], () => {
  const known = new Map();
  const CLASS = 'xinhuo-subject';

  const taskOf = (address) => /[?&]task=([^&]+)/.exec(address ?? '')?.[1];

  // Where a subject belongs: the task's place in the list and at the head of its form.
  const places = () => {
    const list = [...document.querySelectorAll('.tasks-list li.task h4.task')].map((name) => [
      taskOf(name.querySelector('a')?.getAttribute('href')),
      name,
    ]);
    const head = document.querySelector('.task-card h2.task');
    return (head ? [...list, [taskOf(location.hash), head]] : list).filter(([task]) => task);
  };

  const show = () => {
    for (const [task, name] of places()) {
      const subject = known.get(task);
      const next = name.nextElementSibling;
      const shown = next?.classList.contains(CLASS) ? next : null;
      if (shown?.dataset.task === task) {
        continue;
      }
      shown?.remove();
      if (!subject) {
        continue;
      }
      const line = document.createElement(subject.path && name.matches('h2') ? 'a' : 'div');
      line.className = CLASS;
      line.dataset.task = task;
      line.textContent = subject.about;
      if (line.tagName === 'A') {
        line.href = subject.path;
        line.target = '_self';
      }
      name.after(line);
    }
  };

  let asking = false;
  const look = async () => {
    show();
    const unknown = [...new Set(places().map(([task]) => task))].filter((task) => !known.has(task)).slice(0, 100);
    if (asking || unknown.length === 0) {
      return;
    }
    asking = true;
    try {
      unknown.forEach((task) => known.set(task, null));
      const answer = await fetch(`/api/tasks/subjects?ids=${unknown.map(encodeURIComponent).join(',')}`, {
        headers: { Accept: 'application/json' },
      });
      if (answer.ok) {
        (await answer.json()).forEach((subject) => known.set(subject.taskId, subject));
      }
    } finally {
      asking = false;
    }
    look();
  };

  let planned = false;
  new MutationObserver(() => {
    if (!planned) {
      planned = true;
      requestAnimationFrame(() => {
        planned = false;
        look();
      });
    }
  }).observe(document.body, { childList: true, subtree: true });
  window.addEventListener('hashchange', look);
  look();
});
