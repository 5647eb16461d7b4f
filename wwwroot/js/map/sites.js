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
 * @typedef {import('../data/columns.js').Columns} Columns
 *
 * @typedef {object} Sites numbered in drawing order, in columns of their own, for there may be as many as incidents
 * @property {number} size
 * @property {Uint8Array} type
 * @property {Uint8Array} level index into PRECISIONS
 * @property {Float64Array} x Web Mercator; NaN nowhere
 * @property {Float64Array} y
 * @property {Uint32Array} row the first incident there: for its names, its latitude and radius
 * @property {Map<number, Shape>} shapes of areas
 * @property {Uint32Array} of site of each incident
 * @property {number} spots the first spot; all after it are spots
 * @property {number} nowhere the site of what has no place, -1: there is none
 */

/** @typedef {{district: Shape[], province: Shape[], country: Shape[]}} Polygons */

/**
 * @param {Columns} columns
 * @param {Polygons} polygons
 * @returns {Sites}
 */
export const sitesOf = (columns, polygons) => withShapes(withoutShapes(columns), columns, polygons);

/** More killed at one spot than this are drawn in any order. */
const MOST = 2 ** 16;

/** Sites while there is no polygon: what is known roughly is a ring. @param {Columns} columns @returns {Sites} */
export function withoutShapes(columns) {
  const { size, x, precision, killedLow } = columns;
  const points = new Points(columns);
  /** The point of each row, `size` for none; later its site. */
  const of = new Uint32Array(size);
  const first = new Uint32Array(size);
  const most = new Uint32Array(size);
  let nowhere = -1;
  for (let row = 0; row < size; row++) {
    if (Number.isNaN(x[row]) || precision[row] === NONE) {
      if (nowhere < 0) nowhere = row;
      of[row] = size;
      continue;
    }
    const before = points.count;
    const point = of[row] = points.at(row);
    if (point === before) first[point] = row;
    if (killedLow[row] > most[point]) most[point] = Math.min(killedLow[row], MOST);
  }
  const { now, rough } = numbersOf(points.count, (point) => precision[first[point]] >= FIRST_AREA, most, nowhere < 0 ? 0 : 1);
  const rows = new Uint32Array(points.count + (nowhere < 0 ? 0 : 1));
  if (nowhere >= 0) rows[0] = nowhere;
  for (let point = 0; point < points.count; point++) rows[now[point]] = first[point];
  for (let row = 0; row < size; row++) of[row] = of[row] === size ? 0 : now[of[row]];
  const type = new Uint8Array(rows.length).fill(RING, 0, rough).fill(nowhere < 0 ? RING : NOWHERE, 0, nowhere < 0 ? 0 : 1);
  return { size: rows.length, spots: rough, nowhere: nowhere < 0 ? -1 : 0, shapes: new Map(), type, of, ...placesOf(rows, columns) };
}

/**
 * The number of each point in drawing order: rings under spots, large ones under small ones. Counted and not compared, for there are very many.
 * @param {number} count
 * @param {(point: number) => boolean} isRough
 * @param {Uint32Array} most killed at each
 * @param {number} from the first number
 */
function numbersOf(count, isRough, most, from) {
  let highest = 0;
  for (let point = 0; point < count; point++) if (most[point] > highest) highest = most[point];
  // Rings first, each half by falling numbers.
  const half = highest + 1;
  const starts = new Uint32Array(2 * half + 1);
  const bucket = (/** @type {number} */ point) => (isRough(point) ? 0 : half) + highest - most[point];
  for (let point = 0; point < count; point++) starts[bucket(point) + 1]++;
  starts[0] = from;
  for (let at = 0; at < 2 * half; at++) starts[at + 1] += starts[at];
  const rough = starts[half];
  const now = new Uint32Array(count);
  for (let point = 0; point < count; point++) now[point] = starts[bucket(point)]++;
  return { now, rough };
}

/** @param {Uint32Array} row of each site @param {Columns} columns */
function placesOf(row, { x, y, precision }) {
  const places = { row, level: new Uint8Array(row.length), x: new Float64Array(row.length), y: new Float64Array(row.length) };
  for (let site = 0; site < row.length; site++) {
    places.level[site] = precision[row[site]];
    places.x[site] = x[row[site]];
    places.y[site] = y[row[site]];
  }
  return places;
}

/**
 * The same sites where polygons have come: rings that lie in one become an area, coarse ones under fine ones. Spots stay in their order.
 * @param {Sites} sites without shapes
 * @param {Columns} columns
 * @param {Polygons} polygons
 * @returns {Sites}
 */
export function withShapes(sites, columns, polygons) {
  const { spots, of, type, row } = sites;
  const { x, y, precision, killedLow } = columns;
  const most = new Uint32Array(spots);
  for (let at = 0; at < of.length; at++) if (of[at] < spots && killedLow[at] > most[of[at]]) most[of[at]] = killedLow[at];
  /** @type {Map<Shape|number, {type: number, shape: Shape|null, row: number, most: number, sites: number[]}>} */
  const found = new Map();
  for (let site = 0; site < spots; site++) {
    const shape = type[site] === NOWHERE ? null : shapeAt(polygons, precision[row[site]], x[row[site]], y[row[site]]);
    const one = found.get(shape ?? site) ?? { type: shape ? AREA : type[site], shape, row: row[site], most: 0, sites: [] };
    one.row = Math.min(one.row, row[site]);
    one.most = Math.max(one.most, most[site]);
    one.sites.push(site);
    found.set(shape ?? site, one);
  }
  if ([...found.values()].every(({ shape }) => shape === null)) return sites;
  const layer = (/** @type {{type: number, row: number}} */ one) => (one.type === NOWHERE ? 0 : one.type === AREA ? 10 - precision[one.row] : 20);
  const rough = [...found.values()].sort((a, b) => layer(a) - layer(b) || b.most - a.most || a.row - b.row);
  const now = new Uint32Array(spots);
  rough.forEach((one, at) => { for (const site of one.sites) now[site] = at; });
  const gone = spots - rough.length;
  const moved = new Uint32Array(of.length);
  for (let at = 0; at < of.length; at++) moved[at] = of[at] < spots ? now[of[at]] : of[at] - gone;
  const size = sites.size - gone;
  const types = new Uint8Array(size);
  const rows = new Uint32Array(size);
  rows.set(row.subarray(spots), rough.length);
  rough.forEach((one, at) => { types[at] = one.type; rows[at] = one.row; });
  const shapes = new Map(rough.flatMap(({ shape }, at) => (shape ? [/** @type {[number, Shape]} */ ([at, shape])] : [])));
  return { size, spots: rough.length, nowhere: sites.nowhere, shapes, type: types, of: moved, ...placesOf(rows, columns) };
}

/** Numbers the distinct points: those of spots by where they are, rough ones by how rough too. */
class Points {
  count = 0;
  #columns;
  #bits;
  /** First row of each point, by hash; -1: free. */ #table;
  #numbers;

  /** @param {Columns} columns */
  constructor(columns) {
    const size = 2 ** Math.ceil(Math.log2(columns.size * 2 + 1));
    this.#columns = columns;
    this.#bits = { lon: new Uint32Array(columns.lon.buffer, columns.lon.byteOffset, columns.size * 2), lat: new Uint32Array(columns.lat.buffer, columns.lat.byteOffset, columns.size * 2) };
    this.#table = new Int32Array(size).fill(-1);
    this.#numbers = new Uint32Array(size);
  }

  /** The number of a row's point; a new one is the count before. @param {number} row */
  at(row) {
    const { lon, lat } = this.#bits;
    const last = this.#table.length - 1;
    let hash = Math.imul(lon[row * 2] ^ Math.imul(lon[row * 2 + 1], 0x85ebca6b) ^ Math.imul(lat[row * 2], 0xc2b2ae35) ^ Math.imul(lat[row * 2 + 1], 0x27d4eb2f), 0x9e3779b1);
    hash ^= hash >>> 15;
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      if (this.#table[slot] < 0) {
        this.#table[slot] = row;
        this.#numbers[slot] = this.count;
        return this.count++;
      }
      if (this.#same(this.#table[slot], row)) return this.#numbers[slot];
    }
  }

  /** @param {number} a @param {number} b */
  #same(a, b) {
    const { lon, lat, precision, radius } = this.#columns;
    if (lon[a] !== lon[b] || lat[a] !== lat[b]) return false;
    const rough = precision[a] >= FIRST_AREA;
    return rough === precision[b] >= FIRST_AREA && (!rough || (precision[a] === precision[b] && radius[a] === radius[b]));
  }
}

/** @param {{district: Shape[], province: Shape[], country: Shape[]}} polygons @param {number} level @param {number} x @param {number} y */
function shapeAt(polygons, level, x, y) {
  const among = polygons[/** @type {'district'|'province'|'country'} */ (PRECISIONS[level])];
  return among.find((candidate) => contains(candidate, x, y)) ?? null;
}

/** The rows shown at a site. @param {Sites} sites @param {import('../filter/selection.js').Selection} selection @param {number} site */
export function rowsAt({ of }, { rows, count }, site) {
  const found = [];
  for (let at = 0; at < count; at++) if (of[rows[at]] === site) found.push(rows[at]);
  return found;
}
