// Draws the diagrams of a story: each when it first comes into view, from the facts of the table beside it.
const { BpmnVisualization } = window.bpmnvisu;

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

async function draw(container) {
  const response = await fetch(container.dataset.model);
  if (!response.ok) {
    container.hidden = true;
    return;
  }
  const diagram = new BpmnVisualization({ container, navigation: { enabled: false } });
  diagram.load(await response.text(), { fit: { type: 'Center', margin: 12 } });
  const bounds = container.querySelector('svg > g')?.getBBox();
  if (bounds && bounds.width > 0) {
    // As high as the drawing needs at this width, so that nothing is cropped and no page is wasted.
    const height = Math.min(640, Math.max(160, (container.clientWidth * bounds.height) / bounds.width + 40));
    container.style.height = `${height}px`;
    diagram.navigation.fit({ type: 'Center', margin: 12 });
  }
  mark(diagram.bpmnElementsRegistry, facts(container.closest('section')), (container.dataset.flows ?? '').split(' ').filter(Boolean));
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
