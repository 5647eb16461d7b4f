// @ts-check
// An area of the chart, in cells: what a brush or the arrow keys choose, and the filter that it means.
import { formatInterval } from '../time/interval.js';

/**
 * @typedef {{column: number, row: number}} Cell
 * @typedef {{c0: number, c1: number, r0: number, r1: number}} Area cells, inclusive
 * @typedef {{days: Int32Array, kms: Float64Array}} Grid edges
 */

/** @param {Cell} a @param {Cell} b @returns {Area} */
export const between = (a, b) => ({ c0: Math.min(a.column, b.column), c1: Math.max(a.column, b.column), r0: Math.min(a.row, b.row), r1: Math.max(a.row, b.row) });

/** @param {Grid} grid @param {Area} area @param {number} length of the line */
export const extentOf = ({ days, kms }, { c0, c1, r0, r1 }, length) => ({ start: days[c0], end: days[c1 + 1] - 1, from: kms[r0], to: Math.min(kms[r1 + 1], length) });

/**
 * What the area filters by. An end at the end of the data or of the line stays open, so that what is not dated, or comes later, is not cut off.
 * @param {ReturnType<typeof extentOf>} extent
 * @param {{first: number, last: number}} data
 * @param {number} length of the line
 * @returns {{datetime: string, lineKm: string}}
 */
export function filterOf({ start, end, from, to }, data, length) {
  const whole = from <= 0 && to >= length;
  return {
    datetime: formatInterval(start <= data.first ? null : start, end >= data.last ? null : end),
    lineKm: whole ? '' : `${from <= 0 ? '' : km(from)}..${to >= length ? '' : km(to)}`,
  };
}

/** @param {number} value */
const km = (value) => String(Number(value.toFixed(1)));

/**
 * Where an arrow key leads; null for another key.
 * @param {Cell} at
 * @param {string} key
 * @param {{columns: number, rows: number}} size
 * @returns {Cell|null}
 */
export function stepped({ column, row }, key, { columns, rows }) {
  const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1], Home: [-columns, 0], End: [columns, 0], PageUp: [0, 5], PageDown: [0, -5] };
  const step = steps[/** @type {keyof typeof steps} */ (key)];
  if (!step) return null;
  const clamp = (/** @type {number} */ value, /** @type {number} */ most) => Math.min(Math.max(value, 0), most);
  return { column: clamp(column + step[0], columns - 1), row: clamp(row + step[1], rows - 1) };
}

/** The cell with the highest value: where the cursor begins. @param {{value: Float32Array, columns: number}} cells @returns {Cell} */
export function fullest({ value, columns }) {
  let best = 0;
  for (let at = 1; at < value.length; at++) if (value[at] > value[best]) best = at;
  return { column: best % columns, row: Math.floor(best / columns) };
}
