// @ts-check
// Notes beside the pointer for what layers draw: a crossing's state and who says so, a district's or province's numbers.
import { rangeAt } from './shading.js';
import { placeTip } from '../panel/tip.js';
import { fill, h } from '../ui/dom.js';
import { t } from '../text/t.js';
import { sumWords } from '../words/counts.js';
import { dayWords } from '../words/dates.js';

/**
 * @typedef {import('../panel/tip.js').Place} Place
 * @typedef {import('./crossings.js').State} State
 */

/** @param {State} state */
export const crossingWords = ({ why, day }) => t(`crossing.why.${why}`, { day: dayWords(day, 'short') });

/**
 * @param {HTMLElement} element
 * @param {import('./crossings.js').Crossing} crossing
 * @param {State} state
 * @param {{columns: import('../data/columns.js').Columns, day: number}} shown
 * @param {Place} at
 */
export function crossingTip(element, { name }, state, { columns, day }, at) {
  const title = state.row < 0 ? null : columns.titles.at(state.row);
  fill(element, h('p', {}, h('strong', {}, `${name}: ${t(`crossing.${state.status}`)}`)), h('p', { class: 'small' }, `${crossingWords(state)} ${t('crossing.upto', { date: dayWords(day, 'short') })}`),
    title && h('p', { class: 'small' }, t('crossing.says', { title })), title && h('p', { class: 'muted small' }, t('crossing.open.incident')));
  placeTip(element, at);
}

/** @param {import('../map/geometry.js').Shape} shape @param {import('./shading.js').Shading} shading @param {number} unit */
export function unitWords({ properties }, shading, unit) {
  if (shading.count[unit] === 0) return [properties.name, t('shade.nothing')];
  const range = rangeAt(shading, unit);
  return [properties.name, t('line.cell', { n: shading.count[unit] }), t('shade.killed', { range: sumWords(range) }), ...(range.unsaid > 0 ? [t('shown.unsaid', { n: range.unsaid })] : [])];
}

/** @param {HTMLElement} element @param {import('../map/geometry.js').Shape} shape @param {import('./shading.js').Shading} shading @param {number} unit @param {Place} at */
export function unitTip(element, shape, shading, unit, at) {
  const [name, ...words] = unitWords(shape, shading, unit);
  fill(element, h('p', {}, h('strong', {}, name), shape.properties.province && h('small', {}, ` ${shape.properties.province}`)), words.map((line) => h('p', { class: 'small' }, line)),
    shading.count[unit] > 0 && h('p', { class: 'muted small' }, t('shade.filter')));
  placeTip(element, at);
}
