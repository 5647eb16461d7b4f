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
  return first(by === 'when' ? atEnd(rows, columns, most, down) : rows, most, (a, b) => compare(a, b) || last(day(a), day(b), -1) || ((ids.at(a) ?? '') < (ids.at(b) ?? '') ? -1 : 1));
}

/**
 * Of many rows those that can be among the first by day: all of the first days, and as many days as hold enough.
 * @param {Uint32Array} rows
 * @param {import('../data/columns.js').Columns} columns
 * @param {number} most
 * @param {boolean} latest
 */
function atEnd(rows, { start, end }, most, latest) {
  if (rows.length <= most * 4) return rows;
  // The day of each, OPEN_END where there is none. Plain loops, for this is done while the window runs.
  const days = new Int32Array(rows.length);
  let [least, greatest] = [OPEN_END, OPEN_START];
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at];
    const day = days[at] = start[row] === OPEN_START ? end[row] : start[row];
    if (day < least) least = day;
    if (day > greatest && day !== OPEN_END) greatest = day;
  }
  if (greatest < least || greatest - least >= DAYS) return rows;
  const counts = new Uint32Array(greatest - least + 1);
  for (let at = 0; at < days.length; at++) if (days[at] !== OPEN_END) counts[days[at] - least]++;
  let bound = latest ? greatest : least;
  let found = 0;
  for (; found < most && bound >= least && bound <= greatest; bound += latest ? -1 : 1) found += counts[bound - least];
  if (found < most) return rows;
  const kept = new Uint32Array(found);
  for (let at = 0, next = 0; at < days.length; at++) if (days[at] !== OPEN_END && (latest ? days[at] > bound : days[at] < bound)) kept[next++] = rows[at];
  return kept;
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
