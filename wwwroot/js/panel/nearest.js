// @ts-check
// Where something is that the window of time misses.
import { FAILS } from '../filter/select.js';
import { OPEN_END, OPEN_START } from '../data/columns.js';

/**
 * Where the data is that the window misses.
 * @param {import('../data/columns.js').Columns} columns
 * @param {import('../filter/selection.js').Selection} selection
 * @param {{start: number, end: number}} window
 */
export function nearest({ start, end, size }, { fails }, window) {
  const before = { n: 0, day: OPEN_START };
  const after = { n: 0, day: OPEN_END };
  for (let row = 0; row < size; row++) {
    if ((fails[row] & ~FAILS.time) !== 0) continue;
    if (end[row] < window.start) { before.n++; before.day = Math.max(before.day, end[row]); }
    else if (start[row] > window.end) { after.n++; after.day = Math.min(after.day, start[row]); }
  }
  return { before, after };
}
