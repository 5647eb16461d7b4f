// @ts-check
// Counts by time and family. Whole: the incident certainly falls into the bin; part: it possibly does.
import { FAILS } from '../filter/select.js';
import { OPEN_END, OPEN_START } from '../data/columns.js';
import { addUnits, startOf, UNITS } from './days.js';

/**
 * @typedef {import('./days.js').Unit} Unit
 * @typedef {object} Bins
 * @property {Unit} unit
 * @property {Int32Array} edges first day of each bin, and of the one after the last
 * @property {number} families
 * @property {Uint32Array} whole bin * families + family
 * @property {Uint32Array} part
 * @property {number} highest of any bin, whole and part together
 */

/** The finest unit that leaves each bar at least this wide. @param {number} days @param {number} pixels @param {number} [least] */
export function unitFor(days, pixels, least = 5) {
  const length = { day: 1, week: 7, month: 30.4, quarter: 91, year: 365 };
  return UNITS.find((unit) => pixels / (days / length[unit]) >= least) ?? 'year';
}

/**
 * @param {number} first day
 * @param {number} last day, inclusive
 * @param {Unit} unit
 */
export function edgesOf(first, last, unit) {
  const edges = [];
  for (let day = startOf(first, unit); day <= last; day = addUnits(day, unit, 1)) edges.push(day);
  edges.push(addUnits(edges[edges.length - 1], unit, 1));
  return Int32Array.from(edges);
}

/**
 * @param {import('../data/columns.js').Columns} columns
 * @param {Uint16Array} fails
 * @param {Int32Array} edges
 * @param {Unit} unit
 * @param {number} families
 * @returns {Bins}
 */
export function histogram(columns, fails, edges, unit, families) {
  const count = edges.length - 1;
  const whole = new Uint32Array(count * families);
  const part = new Uint32Array(count * families);
  const { start, end, family, size } = columns;
  for (let row = 0; row < size; row++) {
    if ((fails[row] & ~FAILS.time) !== 0 || (start[row] === OPEN_START && end[row] === OPEN_END)) continue;
    if (end[row] < edges[0] || start[row] >= edges[count]) continue;
    const from = binOf(edges, start[row]);
    const to = binOf(edges, end[row]);
    const sure = from === to && start[row] >= edges[0] && end[row] < edges[count];
    const into = sure ? whole : part;
    for (let bin = from; bin <= to; bin++) into[bin * families + family[row]]++;
  }
  return { unit, edges, families, whole, part, highest: highestOf(whole, part, count, families) };
}

/** The bin that holds a day; what lies outside falls to the nearest. @param {Int32Array} edges @param {number} day */
export function binOf(edges, day) {
  let low = 0;
  let high = edges.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (edges[middle] <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** @param {Uint32Array} whole @param {Uint32Array} part @param {number} count @param {number} families */
function highestOf(whole, part, count, families) {
  let highest = 0;
  for (let bin = 0; bin < count; bin++) {
    let sum = 0;
    for (let family = 0; family < families; family++) sum += whole[bin * families + family] + part[bin * families + family];
    if (sum > highest) highest = sum;
  }
  return highest;
}
