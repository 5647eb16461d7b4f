// @ts-check
// Incidents, or the killed that are reported, by time and family. Whole: it certainly falls into the bin; part: it possibly does,
// and of the killed what the highest figures say beyond the lowest.
import { FAILS } from '../filter/select.js';
import { OPEN_END, OPEN_START } from '../data/columns.js';
import { addUnits, startOf, UNITS } from './days.js';

/**
 * @typedef {import('./days.js').Unit} Unit
 * @typedef {'count'|'killed'} Measure
 * @typedef {object} Bins
 * @property {Unit} unit
 * @property {Measure} measure
 * @property {Int32Array} edges first day of each bin, and of the one after the last
 * @property {number} families
 * @property {Uint32Array} whole bin * families + family
 * @property {Uint32Array} part
 * @property {Uint8Array} open a bin: some highest figure is open
 * @property {Uint32Array} unsaid a bin: incidents without a figure
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

/** The bin of each day from the first edge to the last: looked up once an incident instead of searched for. @param {Int32Array} edges */
export function binTable(edges) {
  const table = new Uint16Array(edges[edges.length - 1] - edges[0]);
  for (let bin = 0; bin < edges.length - 1; bin++) table.fill(bin, edges[bin] - edges[0], edges[bin + 1] - edges[0]);
  return table;
}

/**
 * @param {import('../data/columns.js').Columns} columns
 * @param {Uint16Array} fails
 * @param {Int32Array} edges
 * @param {Unit} unit
 * @param {number} families
 * @param {Measure} [measure]
 * @returns {Bins}
 */
export function histogram(columns, fails, edges, unit, families, measure = 'count') {
  const count = edges.length - 1;
  /** @type {Bins} */
  const bins = {
    unit, measure, edges, families, whole: new Uint32Array(count * families), part: new Uint32Array(count * families), open: new Uint8Array(count), unsaid: new Uint32Array(count), highest: 0,
  };
  const add = measure === 'killed' ? addKilled : addOne;
  const table = binTable(edges);
  const { start, end, size } = columns;
  const first = edges[0];
  const after = edges[count];
  for (let row = 0; row < size; row++) {
    if ((fails[row] & ~FAILS.time) !== 0 || (start[row] === OPEN_START && end[row] === OPEN_END)) continue;
    if (end[row] < first || start[row] >= after) continue;
    const from = start[row] < first ? 0 : table[start[row] - first];
    const to = end[row] >= after ? count - 1 : table[end[row] - first];
    const sure = from === to && start[row] >= first && end[row] < after;
    for (let bin = from; bin <= to; bin++) add(bins, columns, row, bin, sure);
  }
  bins.highest = highestOf(bins, count);
  return bins;
}

/** @param {Bins} bins @param {import('../data/columns.js').Columns} columns @param {number} row @param {number} bin @param {boolean} sure */
function addOne({ whole, part, families }, { family }, row, bin, sure) { (sure ? whole : part)[bin * families + family[row]]++; }

/** @param {Bins} bins @param {import('../data/columns.js').Columns} columns @param {number} row @param {number} bin @param {boolean} sure */
function addKilled({ whole, part, open, unsaid, families }, { family, killedLow, killedHigh }, row, bin, sure) {
  if (killedLow[row] < 0 && killedHigh[row] < 0) {
    unsaid[bin]++;
    return;
  }
  const low = sure ? Math.max(0, killedLow[row]) : 0;
  const at = bin * families + family[row];
  whole[at] += low;
  part[at] += Math.max(killedLow[row], killedHigh[row]) - low;
  if (killedHigh[row] < 0) open[bin] = 1;
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

/** @param {Bins} bins @param {number} count */
function highestOf({ whole, part, families }, count) {
  let highest = 0;
  for (let bin = 0; bin < count; bin++) {
    let sum = 0;
    for (let family = 0; family < families; family++) sum += whole[bin * families + family] + part[bin * families + family];
    if (sum > highest) highest = sum;
  }
  return highest;
}
