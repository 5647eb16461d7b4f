// @ts-check
// Incidents as columns: typed arrays for what is filtered, counted and drawn, so that a step over many allocates nothing.
import { parseDay } from '../time/days.js';
import { GRADES, PRECISIONS, SIDES } from '../state/params.js';
import { mercatorX, mercatorY } from '../map/mercator.js';

/**
 * @typedef {object} FeatureProperties the flat properties of the API
 * @property {string} id
 * @property {string} title
 * @property {string} kind
 * @property {string} family
 * @property {string|null} date_start
 * @property {string|null} date_end
 * @property {string} date_precision
 * @property {string|null} place
 * @property {string|null} district
 * @property {string|null} province
 * @property {string|null} country
 * @property {string|null} precision
 * @property {number|null} radius_m
 * @property {string|null} side
 * @property {number|null} line_km
 * @property {number|null} killed_low
 * @property {number|null} killed_high
 * @property {string} grade
 * @property {string|null} episode
 * @property {boolean} cross_border
 *
 * @typedef {{id: string, geometry: {coordinates: number[]}|null, properties: FeatureProperties}} Feature
 *
 * @typedef {object} Columns
 * @property {number} size
 * @property {string[]} ids
 * @property {string[]} titles
 * @property {(string|null)[]} places
 * @property {(string|null)[]} districts
 * @property {(string|null)[]} provinces
 * @property {(string|null)[]} countries
 * @property {(string|null)[]} episodes
 * @property {string[]} datePrecisions
 * @property {Int32Array} start days; OPEN_START where open
 * @property {Int32Array} end days, inclusive; OPEN_END where open
 * @property {Uint8Array} kind index into the kinds
 * @property {Uint8Array} family index into the families
 * @property {Uint8Array} side index into SIDES, or NONE
 * @property {Uint8Array} grade index into GRADES
 * @property {Uint8Array} precision index into PRECISIONS, or NONE
 * @property {Uint8Array} crossBorder
 * @property {Int32Array} killedLow UNKNOWN where nobody gave a figure
 * @property {Int32Array} killedHigh UNKNOWN where nobody gave a figure or the highest is open
 * @property {Float64Array} x Web Mercator, 0 to 1; NaN without a point
 * @property {Float64Array} y
 * @property {Float64Array} lon
 * @property {Float64Array} lat
 * @property {Float64Array} lineKm NaN for none
 * @property {Float64Array} radius metres; 0 where not given
 * @property {Map<string, number>} rowOf
 */

export const NONE = 255;
export const UNKNOWN = -1;
export const OPEN_START = -0x7fffffff;
export const OPEN_END = 0x7fffffff;

/**
 * @param {readonly Feature[]} features
 * @param {import('./kinds.js').Kinds} kinds
 * @returns {Columns}
 */
export function toColumns(features, kinds) {
  const size = features.length;
  const floats = () => new Float64Array(size);
  const bytes = () => new Uint8Array(size);
  const texts = (/** @type {(p: FeatureProperties) => any} */ of) => features.map(({ properties }) => of(properties));
  /** @type {Columns} */
  const columns = {
    size,
    ids: features.map(({ id }) => id),
    titles: texts((p) => p.title),
    places: texts((p) => p.place),
    districts: texts((p) => p.district),
    provinces: texts((p) => p.province),
    countries: texts((p) => p.country),
    episodes: texts((p) => p.episode),
    datePrecisions: texts((p) => p.date_precision),
    start: new Int32Array(size), end: new Int32Array(size),
    kind: bytes(), family: bytes(), side: bytes(), grade: bytes(), precision: bytes(), crossBorder: bytes(),
    killedLow: new Int32Array(size), killedHigh: new Int32Array(size),
    x: floats(), y: floats(), lon: floats(), lat: floats(), lineKm: floats(), radius: floats(),
    rowOf: new Map(features.map(({ id }, row) => [id, row])),
  };
  features.forEach(({ geometry, properties }, row) => fill(columns, row, geometry, properties, kinds));
  return columns;
}

/**
 * @param {Columns} c
 * @param {number} row
 * @param {{coordinates: number[]}|null} geometry
 * @param {FeatureProperties} p
 * @param {import('./kinds.js').Kinds} kinds
 */
function fill(c, row, geometry, p, kinds) {
  c.start[row] = parseDay(p.date_start) ?? OPEN_START;
  c.end[row] = parseDay(p.date_end) ?? OPEN_END;
  c.kind[row] = kinds.indexOf(p.kind);
  c.family[row] = kinds.familyOf(p.kind);
  c.side[row] = indexIn(SIDES, p.side);
  c.grade[row] = indexIn(GRADES, p.grade);
  c.precision[row] = indexIn(PRECISIONS, p.precision);
  c.crossBorder[row] = p.cross_border ? 1 : 0;
  c.killedLow[row] = p.killed_low ?? UNKNOWN;
  c.killedHigh[row] = p.killed_high ?? UNKNOWN;
  c.lon[row] = geometry ? geometry.coordinates[0] : NaN;
  c.lat[row] = geometry ? geometry.coordinates[1] : NaN;
  c.x[row] = mercatorX(c.lon[row]);
  c.y[row] = mercatorY(c.lat[row]);
  c.lineKm[row] = p.line_km ?? NaN;
  c.radius[row] = p.radius_m ?? 0;
}

/**
 * The columns with some rows as they are now: new ones first, changed ones in place of the old, and those that are gone left out.
 * @param {Columns} columns
 * @param {readonly Feature[]} features the rows as they are now
 * @param {ReadonlySet<string>} ids all that may have changed; what has no feature is gone
 * @param {import('./kinds.js').Kinds} kinds
 * @returns {Columns}
 */
export function withChanges(columns, features, ids, kinds) {
  const fresh = toColumns(features, kinds);
  const kept = columns.ids.flatMap((id, row) => (ids.has(id) ? [] : [row]));
  const size = fresh.size + kept.length;
  const join = (/** @type {any} */ now, /** @type {any} */ before) => {
    const joined = Array.isArray(now) ? new Array(size) : new now.constructor(size);
    for (let row = 0; row < fresh.size; row++) joined[row] = now[row];
    for (let at = 0; at < kept.length; at++) joined[fresh.size + at] = before[kept[at]];
    return joined;
  };
  const { size: _, rowOf, ...lists } = columns;
  const joined = Object.fromEntries(Object.entries(lists).map(([name, before]) => [name, join(/** @type {any} */ (fresh)[name], before)]));
  return /** @type {Columns} */ ({ ...joined, size, rowOf: new Map(joined.ids.map((/** @type {string} */ id, /** @type {number} */ row) => [id, row])) });
}

/** @param {readonly string[]} list @param {string|null} value */
function indexIn(list, value) {
  const index = value === null ? -1 : list.indexOf(value);
  return index < 0 ? NONE : index;
}

/** First and last day that any incident names; null without one. @param {Columns} columns */
export function extentOf({ size, start, end }) {
  let first = OPEN_END;
  let last = OPEN_START;
  for (let row = 0; row < size; row++) {
    for (const day of [start[row], end[row]]) {
      if (day === OPEN_START || day === OPEN_END) continue;
      if (day < first) first = day;
      if (day > last) last = day;
    }
  }
  return first > last ? null : { first, last };
}
