// @ts-check
// The order of the list.
import { OPEN_END, OPEN_START } from '../data/columns.js';

/** @typedef {{by: 'when'|'what'|'killed'|'grade', down: boolean}} Order */

/**
 * Rows in order; what has no value stands last either way.
 * @param {import('../data/columns.js').Columns} columns
 * @param {Uint32Array} rows
 * @param {Order} order
 */
export function ordered(columns, rows, { by, down }) {
  const sign = down ? -1 : 1;
  const { start, end, titles, killedLow, killedHigh, grade, ids } = columns;
  const day = (/** @type {number} */ row) => (start[row] !== OPEN_START ? start[row] : end[row] !== OPEN_END ? end[row] : null);
  const compare = {
    when: (/** @type {number} */ a, /** @type {number} */ b) => last(day(a), day(b), sign),
    what: (/** @type {number} */ a, /** @type {number} */ b) => sign * titles[a].localeCompare(titles[b]),
    killed: (/** @type {number} */ a, /** @type {number} */ b) => last(known(killedLow[a]), known(killedLow[b]), sign) || sign * (killedHigh[a] - killedHigh[b]),
    grade: (/** @type {number} */ a, /** @type {number} */ b) => sign * (grade[b] - grade[a]),
  }[by];
  return rows.slice().sort((a, b) => compare(a, b) || last(day(a), day(b), -1) || (ids[a] < ids[b] ? -1 : 1));
}

/** @param {number} value */
const known = (value) => (value < 0 ? null : value);

/** @param {number|null} a @param {number|null} b @param {number} sign */
function last(a, b, sign) {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return sign * (a - b);
}
