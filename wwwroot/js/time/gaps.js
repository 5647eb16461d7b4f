// @ts-check
// Stretches of time for which nothing at all is recorded: gaps of the record, which say nothing of peace.
import { OPEN_END, OPEN_START } from '../data/columns.js';

/**
 * @typedef {{first: number, last: number}} Gap days, inclusive
 * @typedef {{start: Int32Array, end: Int32Array, size: number}} Dates
 */

/** A gap is this many times as long as the mean distance between two records, within these bounds of days. */
const RATHER_LONG = 6;
const LEAST = 90;
const MOST = 365;

/** From how many days on silence is a gap in data of this density. @param {number} records @param {number} days */
export const leastGap = (records, days) => Math.min(Math.max(Math.round(RATHER_LONG * days / Math.max(1, records)), LEAST), MOST);

/**
 * @param {Dates} dates all that is known, whatever is filtered
 * @param {{first: number, last: number}} domain of the data
 * @returns {Gap[]} in order; what has an open end covers nothing
 */
export function gapsOf({ start, end, size }, { first, last }) {
  const days = last - first + 1;
  const steps = new Int32Array(days + 1);
  let records = 0;
  for (let row = 0; row < size; row++) {
    if (start[row] === OPEN_START || end[row] === OPEN_END || start[row] < first || end[row] > last) continue;
    records++;
    steps[start[row] - first]++;
    steps[end[row] - first + 1]--;
  }
  if (records === 0) return [];
  const least = leastGap(records, days);
  /** @type {Gap[]} */
  const gaps = [];
  let covering = 0;
  let from = 0;
  for (let day = 0; day <= days; day++) {
    const before = covering;
    covering = day === days ? 1 : covering + steps[day];
    if (before > 0 && covering === 0) from = day;
    else if (before === 0 && covering > 0 && day - from >= least) gaps.push({ first: first + from, last: first + day - 1 });
  }
  return gaps;
}
