// @ts-check
// How many incidents each choice would show within all other filters: one pass over what each incident fails.
import { FAILS } from './select.js';
import { GRADES, PRECISIONS, SIDES } from '../state/params.js';

/**
 * @typedef {{kind: Uint32Array, side: Uint32Array, grade: Uint32Array, precision: Uint32Array, killed: Uint32Array, border: Uint32Array}} Facets
 *   killed: by the least figure asked for; border: neither, across it
 */

/**
 * @param {import('./select.js').Selection} selection
 * @param {import('../data/columns.js').Columns} columns
 * @param {number} kinds how many there are
 * @param {readonly number[]} least figures of the killed, rising
 * @returns {Facets}
 */
export function facets({ fails }, columns, kinds, least) {
  const { kind, side, grade, precision, killedLow, crossBorder } = columns;
  const counts = {
    kind: new Uint32Array(kinds), side: new Uint32Array(SIDES.length), grade: new Uint32Array(GRADES.length), precision: new Uint32Array(PRECISIONS.length),
    killed: new Uint32Array(least.length), border: new Uint32Array(2),
  };
  for (let row = 0; row < columns.size; row++) {
    const failed = fails[row];
    // Whoever fails two criteria is shown by no single other choice.
    if ((failed & (failed - 1)) !== 0) continue;
    // Values that are no choice lie beyond the array and count nothing.
    if (failed === 0 || failed === FAILS.kind) counts.kind[kind[row]]++;
    if (failed === 0 || failed === FAILS.side) counts.side[side[row]]++;
    if (failed === 0 || failed === FAILS.grade) counts.grade[grade[row]]++;
    if (failed === 0 || failed === FAILS.precision) counts.precision[precision[row]]++;
    if (failed === 0 || failed === FAILS.border) counts.border[crossBorder[row]]++;
    if (failed === 0 || failed === FAILS.killed) for (let at = 0; at < least.length && killedLow[row] >= least[at]; at++) counts.killed[at]++;
  }
  return counts;
}
