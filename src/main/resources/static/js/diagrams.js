// Draws the diagrams of a story: each when it first comes into view, from the facts of the table beside it.
const { BpmnVisualization } = window.bpmnvisu;

// Of its natural size; the smallest at which the Chinese labels can still be read.
const READABLE = 0.9;
// A drawing of three shapes need not fill the page.
const LARGEST = 1.2;

function facts(section) {
  return [...section.querySelectorAll('tr[data-element]')].map((row) => ({
    id: row.dataset.element,
    done: Number(row.dataset.done),
    current: Number(row.dataset.current),
    cancelled: Number(row.dataset.cancelled),
  }));
}

function mark(registry, elements, flows) {
  const ids = (filter) => elements.filter(filter).map((element) => element.id);
  registry.addCssClasses(ids((element) => element.done > 0), 'path-done');
  registry.addCssClasses(ids((element) => element.done === 0 && element.cancelled > 0), 'path-cancelled');
  registry.addCssClasses(ids((element) => element.current > 0), 'path-current');
  registry.addCssClasses(flows, 'path-done');
  for (const element of elements) {
    const total = element.done + element.current + element.cancelled;
    if (total > 1) {
      registry.addOverlays(element.id, {
        position: 'top-right',
        label: String(total),
        style: {
          fill: { color: '#22292f', opacity: 100 },
          stroke: { color: '#22292f', width: 1 },
          font: { color: '#ffffff', size: 12 },
        },
      });
    }
  }
}

// Wide enough that its texts can be read, or else as wide as the page; always as high as the drawing needs.
function size(container, diagram, natural, whole) {
  const margin = 12;
  const room = container.parentElement.clientWidth;
  const width = Math.min(natural.width * LARGEST, whole ? room : Math.max(room, natural.width * READABLE));
  container.style.width = `${width}px`;
  container.style.height = `${Math.max(80, (width / natural.width) * natural.height + 2 * margin)}px`;
  diagram.navigation.fit({ type: 'Center', margin });
}

async function draw(container) {
  const response = await fetch(container.dataset.model);
  if (!response.ok) {
    container.hidden = true;
    return;
  }
  const section = container.closest('section');
  const diagram = new BpmnVisualization({ container, navigation: { enabled: false } });
  diagram.load(await response.text());
  const natural = container.querySelector('svg > g')?.getBBox() ?? { width: 0, height: 0 };
  if (natural.width > 0) {
    size(container, diagram, natural, false);
    const whole = section.querySelector('.diagram-size');
    whole.addEventListener('click', () => {
      const pressed = whole.getAttribute('aria-pressed') !== 'true';
      whole.setAttribute('aria-pressed', String(pressed));
      size(container, diagram, natural, pressed);
    });
  }
  mark(diagram.bpmnElementsRegistry, facts(section), (container.dataset.flows ?? '').split(' ').filter(Boolean));
}

const seen = new IntersectionObserver(
  (entries) => {
    for (const entry of entries.filter((each) => each.isIntersecting)) {
      seen.unobserve(entry.target);
      draw(entry.target);
    }
  },
  { rootMargin: '400px' },
);
document.querySelectorAll('.diagram').forEach((container) => seen.observe(container));
// A printed page shows every diagram, seen or not.
window.addEventListener('beforeprint', () => {
  document.querySelectorAll('.diagram:empty').forEach(draw);
});
