// @ts-check
// What the marks mean, with only the families that are in the data; the layers say the rest.
import { fill, h } from '../ui/dom.js';
import { symbolIcon } from '../ui/symbol-icon.js';
import { formatNumber, t } from '../text/t.js';
import { FAMILIES } from '../data/kinds.js';
import { radiusOf } from '../map/symbols.js';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * @param {HTMLElement} element
 * @param {{families: Set<number>, open: boolean}} about
 */
export function buildLegend(element, { families, open }) {
  const item = (/** @type {Node} */ mark, /** @type {string} */ text) => h('li', {}, mark, h('span', {}, text));
  fill(element, h('details', { open },
    h('summary', {}, t('legend.title')),
    h('div', { class: 'legend-layer' }),
    h('div', { class: 'legend-marks' },
    h('ul', { class: 'legend-kinds' }, [...families].sort((a, b) => a - b).map((family) => item(symbolIcon(family, 16), t(`family.${FAMILIES[family]}`)))),
    h('h2', {}, t('legend.size')),
    h('div', { class: 'sizes' }, sizes()),
    h('p', { class: 'muted small' }, `${t('legend.size.low')}; ${t('legend.size.ring')}`),
    h('ul', {},
      item(h('span', { class: 'swatch stack' }, formatNumber(3)), t('legend.spots')),
      h('li', { class: 'of-groups', hidden: true }, h('span', { class: 'swatch stack group' }, formatNumber(99)), h('span', {}, t('legend.group'))),
      item(h('span', { class: 'swatch hatched' }), t('legend.area')))),
    h('div', { class: 'legend-rest' })));
}

/** @param {HTMLElement} element @param {boolean} grouped */
export const updateLegend = (element, grouped) => { const item = element.querySelector('.of-groups');
  if (item?.hasAttribute('hidden') === grouped) item.toggleAttribute('hidden', !grouped); };

/** Circles of some figures, drawn to the map's own scale. */
function sizes() {
  const figures = [0, 10, 100];
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'size-key');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', `${t('legend.size.low')}: ${figures.map(formatNumber).join(t('list.comma'))}`);
  let x = 4;
  const most = radiusOf(figures[figures.length - 1]);
  for (const figure of figures) {
    const r = radiusOf(figure);
    x += r;
    const circle = document.createElementNS(SVG, 'circle');
    circle.setAttribute('cx', String(x));
    circle.setAttribute('cy', String(most + 2));
    circle.setAttribute('r', String(r));
    const text = document.createElementNS(SVG, 'text');
    text.setAttribute('x', String(x));
    text.setAttribute('y', String(most * 2 + 15));
    text.textContent = formatNumber(figure);
    svg.append(circle, text);
    x += r + 12;
  }
  svg.setAttribute('width', String(Math.ceil(x)));
  svg.setAttribute('height', String(Math.ceil(most * 2 + 19)));
  return svg;
}
