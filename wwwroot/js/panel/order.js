// @ts-check
// The order of the list.
import { OPEN_END, OPEN_START } from '../data/columns.js';

/** @typedef {{by: 'when'|'what'|'killed'|'grade', down: boolean}} Order */

/**
 * The first rows in order; what has no value stands last either way.
 * @param {import('../data/columns.js').Columns} columns
 * @param {Uint32Array} rows
 * @param {Order} order
 * @param {number} [most]
 */
export function ordered(columns, rows, { by, down }, most = rows.length) {
  const sign = down ? -1 : 1;
  const { start, end, titles, killedLow, killedHigh, grade, ids } = columns;
  const day = (/** @type {number} */ row) => (start[row] !== OPEN_START ? start[row] : end[row] !== OPEN_END ? end[row] : null);
  const compare = {
    when: (/** @type {number} */ a, /** @type {number} */ b) => last(day(a), day(b), sign),
    what: (/** @type {number} */ a, /** @type {number} */ b) => sign * collator.compare(titles.at(a) ?? '', titles.at(b) ?? ''),
    killed: (/** @type {number} */ a, /** @type {number} */ b) => last(known(killedLow[a]), known(killedLow[b]), sign) || sign * (killedHigh[a] - killedHigh[b]),
    grade: (/** @type {number} */ a, /** @type {number} */ b) => sign * (grade[b] - grade[a]),
  }[by];
  return first(by === 'when' ? atEnd(rows, day, most, down) : rows, most, (a, b) => compare(a, b) || last(day(a), day(b), -1) || ((ids.at(a) ?? '') < (ids.at(b) ?? '') ? -1 : 1));
}

/**
 * Of many rows those that can be among the first by day: all of the first days, and as many days as hold enough.
 * @param {Uint32Array} rows
 * @param {(row: number) => number|null} day
 * @param {number} most
 * @param {boolean} latest
 */
function atEnd(rows, day, most, latest) {
  if (rows.length <= most * 4) return rows;
  let [least, greatest] = [Infinity, -Infinity];
  const days = Float64Array.from(rows, (row) => day(row) ?? NaN);
  for (const one of days) {
    if (one < least) least = one;
    if (one > greatest) greatest = one;
  }
  if (!(greatest - least < DAYS)) return rows;
  const counts = new Uint32Array(greatest - least + 1);
  for (const one of days) if (one >= least) counts[one - least]++;
  let bound = latest ? greatest : least;
  let found = 0;
  for (; found < most && bound >= least && bound <= greatest; bound += latest ? -1 : 1) found += counts[bound - least];
  return found < most ? rows : rows.filter((_, at) => (latest ? days[at] > bound : days[at] < bound));
}

/** Three hundred years. */
const DAYS = 110_000;
const STRIDE = 1009;
const collator = new Intl.Collator();

/**
 * The least rows in order. Of many, those that are not among them cost one comparison each.
 * @param {Uint32Array} rows
 * @param {number} most
 * @param {(a: number, b: number) => number} compare
 */
function first(rows, most, compare) {
  if (rows.length <= most * 4) return rows.slice().sort(compare).subarray(0, most);
  const heap = rows.slice(0, most).sort((a, b) => compare(b, a));
  // In strides, for rows that come the wrong way round would each be taken in and thrown out again.
  for (let stride = 0; stride < STRIDE; stride++) {
    for (let at = most + stride; at < rows.length; at += STRIDE) if (compare(rows[at], heap[0]) < 0) sink(heap, rows[at], compare);
  }
  return heap.sort(compare);
}

/** Takes a row in place of the greatest, which stands on top. @param {Uint32Array} heap @param {number} row @param {(a: number, b: number) => number} compare */
function sink(heap, row, compare) {
  let at = 0;
  for (let child = 1; child < heap.length; child = 2 * at + 1) {
    if (child + 1 < heap.length && compare(heap[child + 1], heap[child]) > 0) child++;
    if (compare(heap[child], row) <= 0) break;
    heap[at] = heap[child];
    at = child;
  }
  heap[at] = row;
}

/** @param {number} value */
const known = (value) => (value < 0 ? null : value);

/** @param {number|null} a @param {number|null} b @param {number} sign */
function last(a, b, sign) {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return sign * (a - b);
}
