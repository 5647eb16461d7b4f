// @ts-check
// How many incidents each choice would show within all other filters: one pass over what each incident fails.
import { FAILS } from './select.js';
import { NONE } from '../data/columns.js';
import { GRADES, PRECISIONS, SIDES } from '../state/params.js';

/**
 * @typedef {{kind: Uint32Array, side: Uint32Array, grade: Uint32Array, precision: Uint32Array, killed: Uint32Array, border: Uint32Array}} Facets
 *   killed: by the least figure asked for; border: neither, across it
 */

/**
 * @param {import('./selection.js').Selection} selection
 * @param {import('../data/columns.js').Columns} columns
 * @param {number} kinds how many there are
 * @param {readonly number[]} least figures of the killed, rising
 * @returns {Facets}
 */
export function facets({ fails }, columns, kinds, least) {
  const { kind, side, grade, precision, killedLow, crossBorder, size } = columns;
  // A byte each, NONE too: a store beyond the end of an array is slow.
  const [ofKind, ofSide, ofGrade, ofPrecision, ofBorder] = Array.from({ length: 5 }, () => new Uint32Array(NONE + 1));
  const ofKilled = new Uint32Array(least.length);
  for (let row = 0; row < size; row++) {
    const failed = fails[row];
    // Whoever fails two criteria is shown by no single other choice.
    if ((failed & (failed - 1)) !== 0) continue;
    if (failed === 0 || failed === FAILS.kind) ofKind[kind[row]]++;
    if (failed === 0 || failed === FAILS.side) ofSide[side[row]]++;
    if (failed === 0 || failed === FAILS.grade) ofGrade[grade[row]]++;
    if (failed === 0 || failed === FAILS.precision) ofPrecision[precision[row]]++;
    if (failed === 0 || failed === FAILS.border) ofBorder[crossBorder[row]]++;
    if (failed === 0 || failed === FAILS.killed) for (let at = 0; at < least.length && killedLow[row] >= least[at]; at++) ofKilled[at]++;
  }
  return {
    kind: ofKind.subarray(0, kinds), side: ofSide.subarray(0, SIDES.length), grade: ofGrade.subarray(0, GRADES.length), precision: ofPrecision.subarray(0, PRECISIONS.length),
    border: ofBorder.subarray(0, 2), killed: ofKilled,
  };
}
