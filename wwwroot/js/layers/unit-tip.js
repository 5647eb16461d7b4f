// @ts-check
// The note beside the pointer for a district or province: its numbers.
import { rangeAt } from './shading.js';
import { placeTip } from '../panel/tip.js';
import { fill, h } from '../ui/dom.js';
import { t } from '../text/t.js';
import { sumWords } from '../words/counts.js';

/** @param {import('../map/geometry.js').Shape} shape @param {import('./shading.js').Shading} shading @param {number} unit */
export function unitWords({ properties }, shading, unit) {
  if (shading.count[unit] === 0) return [properties.name, t('shade.nothing')];
  const range = rangeAt(shading, unit);
  return [properties.name, t('line.cell', { n: shading.count[unit] }), t('shade.killed', { range: sumWords(range) }), ...(range.unsaid > 0 ? [t('shown.unsaid', { n: range.unsaid })] : [])];
}

/** @param {HTMLElement} element @param {import('../map/geometry.js').Shape} shape @param {import('./shading.js').Shading} shading @param {number} unit @param {import('../panel/tip.js').Place} at */
export function unitTip(element, shape, shading, unit, at) {
  const [name, ...words] = unitWords(shape, shading, unit);
  fill(element, h('p', {}, h('strong', {}, name), shape.properties.province && h('small', {}, ` ${shape.properties.province}`)), words.map((line) => h('p', { class: 'small' }, line)),
    shading.count[unit] > 0 && h('p', { class: 'muted small' }, t('shade.filter')));
  placeTip(element, at);
}
