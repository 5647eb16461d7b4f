// @ts-check
// Where every incident is: drawn, out of view, too coarse for the layer, in the list only, filtered out. The parts add up to all there are.
import { NONE } from '../data/columns.js';
import { PRECISIONS } from '../state/params.js';
import { AREA, NOWHERE as NO_SITE } from '../map/sites.js';
import { overlaps } from '../map/geometry.js';

/**
 * @typedef {import('../map/geometry.js').Box} Box
 * @typedef {import('../data/columns.js').Columns} Columns
 *
 * @typedef {object} Account
 * @property {number} all
 * @property {number} drawn
 * @property {number} away drawn, out of view
 * @property {number} coarse known too roughly for this layer
 * @property {number} outside in none of the districts or provinces
 * @property {number} nowhere without a place
 * @property {number} filtered
 */

/** In no unit that is drawn. */
export const OUTSIDE = -1;
/** Known to something larger than a unit only. */
export const TOO_COARSE = -2;
/** Without any place of its own. */
export const NOWHERE = -3;

/** The units of an incident; none where it is counted in none. @param {import('./units.js').Units} units @param {number} row @returns {ArrayLike<number>} */
export const unitsAt = ({ of, more }, row) => more.get(row) ?? (of[row] >= 0 ? [of[row]] : []);

const LOCALITY = PRECISIONS.indexOf('locality');

/** Whether an incident is in the density: known to a spot or a town. @param {Columns} columns @param {number} row */
export const isSpot = ({ precision, x }, row) => precision[row] !== NONE && precision[row] <= LOCALITY && !Number.isNaN(x[row]);

/**
 * @param {Columns} columns
 * @param {import('../filter/selection.js').Selection} selection
 * @param {Box} view
 * @param {{layer: string, sites: import('../map/sites.js').Sites, units: import('./units.js').Units|null}} of
 * @returns {Account}
 */
export function accountOf(columns, { rows, count }, view, { layer, sites, units }) {
  const account = { all: columns.size, drawn: 0, away: 0, coarse: 0, outside: 0, nowhere: 0, filtered: columns.size - count };
  const seen = units && units.shapes.map(({ box }) => overlaps(box, view));
  for (let at = 0; at < count; at++) {
    const row = rows[at];
    account[units && seen ? ofUnit(units, seen, row) : layer === 'heat' && !isSpot(columns, row) ? ofRough(columns, row) : ofSite(columns, sites, view, row)]++;
  }
  return account;
}

/** @typedef {'drawn'|'away'|'coarse'|'outside'|'nowhere'} Part */

/** @param {import('./units.js').Units} units @param {boolean[]} seen @param {number} row @returns {Part} */
function ofUnit(units, seen, row) {
  const at = Array.from(unitsAt(units, row));
  if (at.length > 0) return at.some((unit) => seen[unit]) ? 'drawn' : 'away';
  const unit = units.of[row];
  return unit === NOWHERE ? 'nowhere' : unit === OUTSIDE ? 'outside' : 'coarse';
}

/** @param {Columns} columns @param {number} row @returns {Part} */
const ofRough = ({ x }, row) => (Number.isNaN(x[row]) ? 'nowhere' : 'coarse');

/** @param {Columns} columns @param {import('../map/sites.js').Sites} sites @param {Box} view @param {number} row @returns {Part} */
function ofSite({ x, y }, { of, type, shapes }, view, row) {
  const site = of[row];
  if (type[site] === NO_SITE) return 'nowhere';
  const shape = type[site] === AREA ? shapes.get(site) : undefined;
  const inside = shape ? overlaps(shape.box, view) : x[row] >= view.x0 && x[row] <= view.x1 && y[row] >= view.y0 && y[row] <= view.y1;
  return inside ? 'drawn' : 'away';
}
