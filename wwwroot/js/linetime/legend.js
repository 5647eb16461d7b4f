// @ts-check
// What the colours of the chart mean.
import { fill, h } from '../ui/dom.js';
import { formatNumber, t } from '../text/t.js';
import { colourOf } from './classes.js';

/**
 * @param {HTMLElement} element
 * @param {readonly number[]} bounds
 * @param {import('./cells.js').Cells} cells
 * @param {import('./look.js').Look} look
 * @param {boolean} gaps some are drawn
 */
export function showLegend(element, bounds, { most, measure, spread }, look, gaps) {
  const classes = bounds.length + 1;
  const range = (/** @type {number} */ at) => {
    const low = (bounds[at - 1] ?? 0) + 1;
    if (at < bounds.length) return low >= bounds[at] ? formatNumber(bounds[at]) : `${formatNumber(low)}–${formatNumber(bounds[at])}`;
    return Math.round(most) > low ? `${formatNumber(low)}–${formatNumber(Math.round(most))}` : formatNumber(low);
  };
  const item = (/** @type {HTMLElement} */ swatch, /** @type {string} */ text) => h('li', {}, swatch, text);
  const coloured = (/** @type {string} */ colour, name = 'heat') => {
    const swatch = h('span', { class: name });
    swatch.style.backgroundColor = colour;
    return swatch;
  };
  fill(element,
    h('li', { class: 'legend-name' }, t(`line.legend.${measure}`)),
    most > 0 && Array.from({ length: classes }, (_, at) => item(coloured(colourOf(at, classes, look.ramp)), range(at))),
    measure === 'killed' && item(coloured(look['province-line']), t('line.legend.none')),
    spread > 0 && item(coloured(look.ramp[2], 'heat spread'), t('line.legend.spread')),
    gaps && item(h('span', { class: 'heat gap' }), t('line.legend.gap')));
}
