// A list of choices gets one box for all of them, where scripts run.
for (const list of document.querySelectorAll('[data-check-all]')) {
  const line = list.querySelector('[data-all]');
  const boxes = list.querySelectorAll('li input[type=checkbox]');
  if (!line) continue;
  const all = line.querySelector('input');
  line.hidden = false;
  all.addEventListener('change', () => boxes.forEach(box => (box.checked = all.checked)));
  boxes.forEach(box => box.addEventListener('change', () => (all.checked = [...boxes].every(one => one.checked))));
}
