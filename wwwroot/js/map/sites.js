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

/**
 * @param {Columns} columns
 * @param {{district: Shape[], province: Shape[], country: Shape[]}} polygons
 * @returns {Sites}
 */
export function sitesOf(columns, polygons) {
  const { size, x, y, precision } = columns;
  const points = new Points(columns);
  const found = { type: new Uint8Array(size), row: new Uint32Array(size) };
  /** Site of each distinct point. */
  const ofPoint = new Uint32Array(size);
  /** @type {Map<Shape, number>} */
  const ofShape = new Map();
  /** @type {Map<number, Shape>} */
  const shapes = new Map();
  const of = new Uint32Array(size);
  let nowhere = -1;
  let count = 0;
  const add = (/** @type {number} */ type, /** @type {number} */ row) => {
    found.type[count] = type;
    found.row[count] = row;
    return count++;
  };
  for (let row = 0; row < size; row++) {
    if (Number.isNaN(x[row]) || precision[row] === NONE) {
      if (nowhere < 0) nowhere = add(NOWHERE, row);
      of[row] = nowhere;
      continue;
    }
    const before = points.count;
    const point = points.at(row);
    if (point < before) {
      of[row] = ofPoint[point];
      continue;
    }
    const rough = precision[row] >= FIRST_AREA;
    const shape = rough ? shapeAt(polygons, precision[row], x[row], y[row]) : null;
    let site = shape ? ofShape.get(shape) : undefined;
    if (site === undefined) {
      site = add(shape ? AREA : rough ? RING : SPOT, row);
      if (shape) {
        ofShape.set(shape, site);
        shapes.set(site, shape);
      }
    }
    of[row] = ofPoint[point] = site;
  }
  const order = drawingOrder(columns, found, of, count);
  const row = order.map((at) => found.row[at]);
  const now = new Uint32Array(count);
  order.forEach((before, at) => { now[before] = at; });
  for (let at = 0; at < size; at++) of[at] = now[of[at]];
  const type = Uint8Array.from(order, (at) => found.type[at]);
  const first = type.indexOf(SPOT);
  return {
    size: count, type, row, of, spots: first < 0 ? count : first, nowhere: nowhere < 0 ? -1 : now[nowhere],
    shapes: new Map([...shapes].map(([at, shape]) => [now[at], shape])),
    level: Uint8Array.from(row, (at) => precision[at]), x: Float64Array.from(row, (at) => x[at]), y: Float64Array.from(row, (at) => y[at]),
  };
}

/** Finest numbers of a sorting key: more sites, or killed at one, than there are. */
const KEY = 2 ** 20;

/**
 * The order in which sites are drawn: what is nowhere, coarse areas under fine ones under rings under spots, large spots under small ones.
 * @param {Columns} columns
 * @param {{type: Uint8Array, row: Uint32Array}} found
 * @param {Uint32Array} of
 * @param {number} count
 */
function drawingOrder({ killedLow, precision, size }, { type, row }, of, count) {
  const weight = new Float64Array(count);
  for (let at = 0; at < size; at++) if (killedLow[at] > weight[of[at]]) weight[of[at]] = killedLow[at];
  const layer = (/** @type {number} */ at) => (type[at] === NOWHERE ? 0 : type[at] === AREA ? 10 - precision[row[at]] : type[at] === RING ? 20 : 30);
  // One number a site, for the browser sorts numbers many times faster than it calls a comparison.
  for (let at = 0; at < count; at++) weight[at] = (layer(at) * KEY + (KEY - 1 - Math.min(weight[at], KEY - 1))) * KEY + at;
  return Uint32Array.from(weight.sort(), (key) => key % KEY);
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
