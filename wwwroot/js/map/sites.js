// @ts-check
// Where incidents are drawn. A site is one mark: a spot (exact, near or locality), an area (district, province, country),
// a ring (known roughly, with no polygon at hand), or nowhere. Incidents of one site are counted together, never stacked unseen.
import { NONE } from '../data/columns.js';
import { PRECISIONS } from '../state/params.js';
import { contains } from './geometry.js';

export const SPOT = 0;
export const AREA = 1;
export const RING = 2;
export const NOWHERE = 3;

const FIRST_AREA = PRECISIONS.indexOf('district');

/**
 * @typedef {import('./geometry.js').Shape} Shape
 * @typedef {object} Site
 * @property {number} type
 * @property {number} x Web Mercator; NaN nowhere
 * @property {number} y
 * @property {number} lat
 * @property {number} radius metres
 * @property {number} level index into PRECISIONS
 * @property {Shape|null} shape
 * @property {number} row the first incident there, for its names
 *
 * @typedef {object} Sites
 * @property {Site[]} list
 * @property {Uint32Array} of site of each incident
 */

/**
 * @param {import('../data/columns.js').Columns} columns
 * @param {{district: Shape[], province: Shape[], country: Shape[]}} polygons
 * @returns {Sites}
 */
export function sitesOf(columns, polygons) {
  /** @type {Map<string, number>} */
  const known = new Map();
  /** @type {Site[]} */
  const list = [];
  const of = new Uint32Array(columns.size);
  const find = shapeFinder(polygons);
  for (let row = 0; row < columns.size; row++) {
    const level = columns.precision[row];
    const x = columns.x[row];
    const y = columns.y[row];
    const lost = Number.isNaN(x) || level === NONE;
    const rough = !lost && level >= FIRST_AREA;
    const shape = rough ? find(level, x, y) : null;
    const key = keyOf(columns, row, lost, shape);
    let site = known.get(key);
    if (site === undefined) {
      known.set(key, site = list.length);
      const type = lost ? NOWHERE : shape ? AREA : rough ? RING : SPOT;
      list.push({ type, x, y, lat: columns.lat[row], radius: columns.radius[row], level, shape, row });
    }
    of[row] = site;
  }
  return { list, of };
}

/** @type {WeakMap<Shape, number>} */
const numbers = new WeakMap();
let next = 0;

/** @param {Shape} shape */
function numberOf(shape) {
  let number = numbers.get(shape);
  if (number === undefined) numbers.set(shape, number = next++);
  return number;
}

/** @param {import('../data/columns.js').Columns} columns @param {number} row @param {boolean} lost @param {Shape|null} shape */
function keyOf({ lon, lat, radius, precision }, row, lost, shape) {
  if (lost) return 'nowhere';
  if (shape) return `area ${numberOf(shape)}`;
  const rough = precision[row] >= FIRST_AREA;
  return `${lon[row]} ${lat[row]}${rough ? ` ring ${radius[row]}` : ''}`;
}

/** @param {{district: Shape[], province: Shape[], country: Shape[]}} polygons */
function shapeFinder(polygons) {
  /** @type {Map<string, Shape|null>} */
  const cache = new Map();
  return (/** @type {number} */ level, /** @type {number} */ x, /** @type {number} */ y) => {
    const key = `${level} ${x} ${y}`;
    let shape = cache.get(key);
    if (shape === undefined) {
      const among = polygons[/** @type {'district'|'province'|'country'} */ (PRECISIONS[level])];
      cache.set(key, shape = among.find((candidate) => contains(candidate, x, y)) ?? null);
    }
    return shape;
  };
}

/**
 * @typedef {object} Tally what is shown at each site now; reused from step to step
 * @property {Uint32Array} count
 * @property {Uint32Array} families site * families + family
 * @property {Int32Array} first a shown incident of the site; the one with the highest lowest figure
 */

/** @param {number} sites @param {number} families @returns {Tally} */
export const emptyTally = (sites, families) => ({ count: new Uint32Array(sites), families: new Uint32Array(sites * families), first: new Int32Array(sites) });

/**
 * @param {Tally} tally is filled
 * @param {Sites} sites
 * @param {import('../data/columns.js').Columns} columns
 * @param {import('../filter/select.js').Selection} selection
 */
export function tallySites(tally, { of }, { family, killedLow }, { rows, count }) {
  tally.count.fill(0);
  tally.families.fill(0);
  const families = tally.families.length / Math.max(1, tally.count.length);
  for (let at = 0; at < count; at++) {
    const row = rows[at];
    const site = of[row];
    if (tally.count[site]++ === 0 || killedLow[row] > killedLow[tally.first[site]]) tally.first[site] = row;
    tally.families[site * families + family[row]]++;
  }
}

/** The one family of all incidents shown at a site, or -1 where they are of several. @param {Tally} tally @param {number} site */
export function soleFamily({ families, count }, site) {
  const width = families.length / Math.max(1, count.length);
  for (let family = 0; family < width; family++) if (families[site * width + family] === count[site]) return family;
  return -1;
}
