// @ts-check
// What each district or province is shaded by. The classes have bounds that stay as they are while time runs, so that one step can be told from the next.
import { boundsOf, classOf } from '../linetime/classes.js';
import { FAILS } from '../filter/select.js';
import { unitsAt } from './account.js';

/**
 * @typedef {import('../data/columns.js').Columns} Columns
 * @typedef {import('./units.js').Units} Units
 * @typedef {'count'|'killed'} Measure
 *
 * @typedef {object} Shading a number a unit
 * @property {Measure} measure
 * @property {Uint32Array} count incidents
 * @property {Uint32Array} low killed by the lowest figures
 * @property {Uint32Array} high
 * @property {Uint8Array} open some highest figure is open
 * @property {Uint32Array} unsaid incidents without a figure
 * @property {readonly number[]} bounds of the classes
 * @property {number} most the highest value of any unit, at any time
 */

/**
 * @param {Units} units
 * @param {Columns} columns
 * @param {Uint16Array} fails
 * @param {Measure} measure
 * @returns {Shading}
 */
export function shadingOf(units, columns, fails, measure) {
  const size = units.shapes.length;
  const numbers = () => new Uint32Array(size);
  const shading = { measure, count: numbers(), low: numbers(), high: numbers(), open: new Uint8Array(size), unsaid: numbers() };
  const ever = numbers();
  for (let row = 0; row < columns.size; row++) {
    if ((fails[row] & ~FAILS.time) !== 0) continue;
    const at = unitsAt(units, row);
    for (let index = 0; index < at.length; index++) {
      ever[at[index]] += measure === 'killed' ? Math.max(0, columns.killedLow[row]) : 1;
      if (fails[row] === 0) add(shading, at[index], columns.killedLow[row], columns.killedHigh[row]);
    }
  }
  const most = ever.reduce((a, b) => Math.max(a, b), 0);
  return { ...shading, bounds: boundsOf(most), most };
}

/** @param {Pick<Shading, 'count'|'low'|'high'|'open'|'unsaid'>} shading @param {number} unit @param {number} low @param {number} high */
function add({ count, low: lows, high: highs, open, unsaid }, unit, low, high) {
  count[unit]++;
  if (low < 0 && high < 0) {
    unsaid[unit]++;
    return;
  }
  lows[unit] += Math.max(0, low);
  highs[unit] += Math.max(low, high);
  if (high < 0) open[unit] = 1;
}

/** What a unit looks like: a class of the scale, or one of these. */
export const BLANK = -1;
/** Incidents, none of them with anybody killed by the lowest figures. */
export const ZERO = -2;
/** Incidents, and no figure of any. */
export const UNSAID = -3;

/** @param {Shading} shading @param {number} unit */
export function lookOf({ measure, count, low, unsaid, bounds }, unit) {
  if (count[unit] === 0) return BLANK;
  if (measure === 'count') return classOf(count[unit], bounds);
  if (unsaid[unit] === count[unit]) return UNSAID;
  return low[unit] === 0 ? ZERO : classOf(low[unit], bounds);
}

/** The range of killed of a unit, as figures in words take it. @param {Shading} shading @param {number} unit */
export const rangeAt = ({ low, high, open, unsaid, count }, unit) => ({ low: low[unit], high: high[unit], open: open[unit] === 1, unsaid: unsaid[unit], said: count[unit] - unsaid[unit] });
