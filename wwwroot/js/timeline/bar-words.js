// @ts-check
// What a bar says when it is pointed at, and where the data is that an empty window misses.
import { fill, h } from '../ui/dom.js';
import { t } from '../text/t.js';
import { OPEN_END, OPEN_START } from '../data/columns.js';
import { sumWords } from '../words/counts.js';
import { dayWords, rangeWords } from '../words/dates.js';

/**
 * @typedef {import('../time/histogram.js').Bins} Bins
 * @typedef {{before: {n: number, day: number}, after: {n: number, day: number}}} Nearest
 */

/** @param {Bins} bins @param {number} bin @param {readonly import('../time/gaps.js').Gap[]} gaps */
export function barWords({ edges, whole, part, families, measure, open, unsaid }, bin, gaps) {
  const sum = (/** @type {Uint32Array} */ counts) => counts.subarray(bin * families, (bin + 1) * families).reduce((a, b) => a + b, 0);
  const when = rangeWords(edges[bin], edges[bin + 1] - 1, 'short');
  const sure = sum(whole);
  const more = sum(part);
  if (sure + more === 0 && gaps.some(({ first, last }) => first <= edges[bin] && last >= edges[bin + 1] - 1)) return t('time.bin.gap', { when });
  if (measure === 'killed') {
    if (sure + more === 0 && open[bin] === 0) return t('time.bin.unsaid', { when, n: unsaid[bin] });
    const words = t('time.bin.killed', { when, range: sumWords({ low: sure, high: sure + more, open: open[bin] === 1, unsaid: unsaid[bin], said: 1 }) });
    return unsaid[bin] > 0 ? `${words}; ${t('shown.unsaid', { n: unsaid[bin] })}` : words;
  }
  const words = t('time.bin', { when, n: sure });
  return more > 0 ? `${words}; ${t('time.bin.part', { n: more })}` : words;
}

/**
 * The day nearest to a window on which something is recorded; null where nothing is.
 * @param {Nearest} near
 * @param {{start: number, end: number}} window
 */
export function nearestDay({ before, after }, { start, end }) {
  const earlier = before.n > 0 && before.day !== OPEN_START ? start - before.day : Infinity;
  const later = after.n > 0 && after.day !== OPEN_END ? after.day - end : Infinity;
  if (earlier === Infinity && later === Infinity) return null;
  return earlier <= later ? before.day : after.day;
}

/** @param {HTMLElement} element @param {Nearest|null} near @param {{start: number, end: number}} window @param {(day: number) => void} go */
export function nearestNote(element, near, window, go) {
  const day = near && nearestDay(near, window);
  if (element.hidden !== (near === null)) element.hidden = near === null;
  if (near === null) return;
  fill(element, t(day === null ? 'time.empty' : 'time.nearest', { date: day === null ? '' : dayWords(/** @type {number} */ (day)) }),
    day !== null && h('button', { type: 'button', onclick: () => go(/** @type {number} */ (day)), onpointerdown: (/** @type {Event} */ event) => event.stopPropagation() }, t('time.go')));
}
