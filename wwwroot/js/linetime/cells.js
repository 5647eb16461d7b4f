// @ts-check
// Incidents by time and position along the Durand Line: one pass over the columns. A cell holds what certainly falls into it; what may
// fall into several (the place known to a district only, the date to a month) is shared out among them and counted in each as possible.
import { OPEN_END, OPEN_START } from '../data/columns.js';
import { FAILS } from '../filter/select.js';
import { binTable } from '../time/histogram.js';

/**
 * @typedef {import('../time/histogram.js').Measure} Measure
 * @typedef {object} Cells row * columns + column; rows go up the line
 * @property {number} columns
 * @property {number} rows
 * @property {Int32Array} days edges
 * @property {Float64Array} kms edges
 * @property {Measure} measure
 * @property {Uint32Array} sure
 * @property {Uint32Array} possible beside the sure ones
 * @property {Float32Array} shared the value of what may fall here, shared out
 * @property {Float32Array} value what the colour tells, shared ones within
 * @property {Uint32Array} low killed by the lowest figures, of the sure ones
 * @property {Uint32Array} high
 * @property {Uint8Array} open some highest figure is open
 * @property {Uint32Array} unsaid sure ones without a figure
 * @property {number} most the highest value
 * @property {number} placed incidents along the line that the axis shows in part at least
 * @property {number} away incidents without a position along the line
 * @property {number} undated incidents along the line whose date is open or not known
 * @property {number} spread placed ones that no single row holds
 */

/** Heights of a row in kilometres, from fine to coarse. @type {readonly number[]} */
const STEPS = [5, 10, 20, 25, 50, 100, 250, 500];

/**
 * Edges of rows of a round number of kilometres, each high enough to be seen.
 * @param {number} length of the line
 * @param {number} pixels
 * @param {number} [least]
 */
export function rowsOf(length, pixels, least = 6) {
  const step = STEPS.find((km) => pixels / Math.ceil(length / km) >= least) ?? STEPS[STEPS.length - 1];
  return Float64Array.from({ length: Math.ceil(length / step) + 1 }, (_, at) => at * step);
}

/**
 * @param {import('../data/columns.js').Columns} columns
 * @param {Uint16Array} fails
 * @param {Int32Array} days edges of the columns
 * @param {Float64Array} kms edges of the rows, evenly apart
 * @param {Measure} measure
 * @returns {Cells}
 */
export function cellsOf(columns, fails, days, kms, measure) {
  const cells = emptyCells(days, kms, measure);
  const table = binTable(days);
  const { start, end, lineKm, radius, size } = columns;
  const step = kms[1] - kms[0];
  const first = days[0];
  const after = days[cells.columns];
  const others = ~(FAILS.time | FAILS.line);
  for (let row = 0; row < size; row++) {
    if ((fails[row] & others) !== 0) continue;
    const km = lineKm[row];
    if (Number.isNaN(km)) { cells.away++; continue; }
    if (start[row] === OPEN_START || end[row] === OPEN_END) { cells.undated++; continue; }
    if (end[row] < first || start[row] >= after) continue;
    const c0 = start[row] < first ? 0 : table[start[row] - first];
    const c1 = end[row] >= after ? cells.columns - 1 : table[end[row] - first];
    // A spot known to half a row is taken to lie in the row of its point.
    const reach = radius[row] / 1000 > step / 2 ? radius[row] / 1000 : 0;
    const r0 = Math.max(0, Math.floor((km - reach) / step));
    const r1 = Math.min(cells.rows - 1, Math.floor((km + reach) / step));
    cells.placed++;
    if (r1 > r0) cells.spread++;
    if (c0 === c1 && r0 === r1 && start[row] >= first && end[row] < after) addSure(cells, columns, row, r0 * cells.columns + c0);
    else addPossible(cells, columns, row, c0, c1, r0, r1);
  }
  finish(cells);
  return cells;
}

/** @param {Int32Array} days @param {Float64Array} kms @param {Measure} measure @returns {Cells} */
function emptyCells(days, kms, measure) {
  const columns = days.length - 1;
  const rows = kms.length - 1;
  const counts = () => new Uint32Array(columns * rows);
  return {
    columns, rows, days, kms, measure, sure: counts(), possible: counts(), shared: new Float32Array(columns * rows), value: new Float32Array(columns * rows),
    low: counts(), high: counts(), open: new Uint8Array(columns * rows), unsaid: counts(), most: 0, placed: 0, away: 0, undated: 0, spread: 0,
  };
}

/** @param {Cells} cells @param {import('../data/columns.js').Columns} columns @param {number} row @param {number} at */
function addSure({ sure, low, high, open, unsaid }, { killedLow, killedHigh }, row, at) {
  sure[at]++;
  if (killedLow[row] < 0 && killedHigh[row] < 0) {
    unsaid[at]++;
    return;
  }
  low[at] += Math.max(0, killedLow[row]);
  high[at] += Math.max(killedLow[row], killedHigh[row]);
  if (killedHigh[row] < 0) open[at] = 1;
}

/** @param {Cells} cells @param {import('../data/columns.js').Columns} columns @param {number} row @param {number} c0 @param {number} c1 @param {number} r0 @param {number} r1 */
function addPossible({ columns: width, possible, shared, measure }, { killedLow }, row, c0, c1, r0, r1) {
  const whole = measure === 'killed' ? Math.max(0, killedLow[row]) : 1;
  const share = whole / ((c1 - c0 + 1) * (r1 - r0 + 1));
  for (let r = r0; r <= r1; r++) {
    for (let at = r * width + c0; at <= r * width + c1; at++) {
      possible[at]++;
      shared[at] += share;
    }
  }
}

/** @param {Cells} cells */
function finish(cells) {
  const { value, shared, sure, low, measure } = cells;
  const certain = measure === 'killed' ? low : sure;
  let most = 0;
  for (let at = 0; at < value.length; at++) {
    const here = certain[at] + shared[at];
    value[at] = here;
    if (here > most) most = here;
  }
  cells.most = most;
}
