// @ts-check
// The note beside the pointer for a crossing: its state, and who says so.
import { placeTip } from '../panel/tip.js';
import { fill, h } from '../ui/dom.js';
import { t } from '../text/t.js';
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
