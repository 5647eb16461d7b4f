// @ts-check
// Incidents as columns: typed arrays for what is filtered, counted and drawn, so that a step over many allocates nothing.
import { parseDay } from '../time/days.js';
import { GRADES, PRECISIONS, SIDES } from '../state/params.js';
import { mercatorX, mercatorY } from '../map/mercator.js';
import { ColumnError } from './column-file.js';
import { RowIndex } from './row-index.js';
import { Column } from './texts.js';

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
 * @typedef {import('./texts.js').Items<string|null>} Texts read a row by `at(row)`
 *
 * @typedef {object} Columns
 * @property {number} size
 * @property {Column<string>} ids read one by `ids.at(row)`, as all texts
 * @property {Column<string|null>} titles these and the names of places come after what is drawn: see `isNamed`
 * @property {Column<string|null>} places
 * @property {Column<string|null>} districts
 * @property {Column<string|null>} provinces
 * @property {Column<string|null>} countries
 * @property {Column<string|null>} episodes
 * @property {Column<string|null>} datePrecisions
 * @property {Column<string|null>} placeIds ids of all places and of what holds them, where the point says too little; see docs/COLUMNS.md. Of a feature that came since, its place's name
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
 * @property {Float32Array} lineKm NaN for none
 * @property {Float32Array} radius metres; 0 where not given
 * @property {RowIndex} rowOf the row of an id
 */

export const NONE = 255;
export const UNKNOWN = -1;
export const OPEN_START = -0x7fffffff;
export const OPEN_END = 0x7fffffff;

/** The texts that come with the second part. @type {readonly ['titles'|'places'|'districts'|'provinces'|'countries', 'title'|'place'|'district'|'province'|'country'][]} */
const NAMES = [['titles', 'title'], ['places', 'place'], ['districts', 'district'], ['provinces', 'province'], ['countries', 'country']];

/**
 * The columns of a file; their titles and names of places come later, by `name`.
 * @param {import('./column-file.js').ColumnFile} file
 * @param {import('./kinds.js').Kinds} kinds
 * @returns {Columns}
 */
export function columnsOf(file, kinds) {
  const ids = new Column({ items: file.fixed('id') });
  const kind = file.indexes('kind', (word) => kinds.indexOf(word), kinds.other);
  const families = Uint8Array.from(kinds.list, ({ kind: name }) => kinds.familyOf(name));
  const lon = file.decimals('lon');
  const lat = file.decimals('lat');
  const later = () => new Column({ items: /** @type {Texts|null} */ (null) });
  return {
    size: file.rows, ids, titles: later(), places: later(), districts: later(), provinces: later(), countries: later(),
    episodes: new Column({ items: file.texts('episode') }), datePrecisions: new Column({ items: file.texts('date_precision') }), placeIds: new Column({ items: file.textsIfAny('place_ids') }),
    start: file.integers('start', OPEN_START), end: file.integers('end', OPEN_END),
    kind, family: familiesOf(kind, families),
    side: file.indexes('side', (word) => indexIn(SIDES, word), NONE), grade: file.indexes('grade', (word) => indexIn(GRADES, word), NONE),
    precision: file.indexes('precision', (word) => indexIn(PRECISIONS, word), NONE), crossBorder: file.bytes('cross_border'),
    killedLow: file.integers('killed_low', UNKNOWN), killedHigh: file.integers('killed_high', UNKNOWN),
    lon, lat, x: projected(lon, mercatorX), y: projected(lat, mercatorY),
    lineKm: file.singles('line_km'), radius: file.singles('radius_m', 0), rowOf: new RowIndex(ids),
  };
}

// Plain loops: with very many rows a function called for each costs more than what it reckons.
/** @param {Float64Array} degrees @param {(degree: number) => number} by */
function projected(degrees, by) {
  const all = new Float64Array(degrees.length);
  for (let row = 0; row < all.length; row++) all[row] = by(degrees[row]);
  return all;
}

/** @param {Uint8Array} kind @param {Uint8Array} families of the kinds */
function familiesOf(kind, families) {
  const all = new Uint8Array(kind.length);
  for (let row = 0; row < all.length; row++) all[row] = families[kind[row]];
  return all;
}

/**
 * Gives columns of a file their titles and names of places, also where single rows have changed since.
 * @param {Columns} columns
 * @param {import('./column-file.js').ColumnFile} file
 */
export function name(columns, file) {
  if (file.rows !== columns.ids.file.items?.length) throw new ColumnError(`it names ${file.rows} incidents, not those that are shown`);
  for (const [column, word] of NAMES) columns[column].file.items = file.texts(word);
}

/** Gives columns the titles and names of those rows that are read. @param {Columns} columns @param {import('./read-texts.js').ReadTexts} read */
export function nameAsRead(columns, read) {
  for (const [column, word] of NAMES) columns[column].file.items = read.column(word, columns.ids.file.items?.length ?? 0);
}

/** Whether titles and names of places are there, or come as they are read. @param {Columns} columns */
export const isNamed = ({ titles, size }) => titles.file.items !== null || size === 0;

/**
 * @param {readonly Feature[]} features
 * @param {import('./kinds.js').Kinds} kinds
 * @returns {Columns}
 */
export function toColumns(features, kinds) {
  const size = features.length;
  const floats = () => new Float64Array(size);
  const bytes = () => new Uint8Array(size);
  const texts = (/** @type {(p: FeatureProperties) => string|null} */ of) => new Column({ items: features.map(({ properties }) => of(properties)) });
  const ids = new Column({ items: features.map(({ id }) => id) });
  /** @type {Columns} */
  const columns = {
    size, ids,
    titles: texts((p) => p.title),
    places: texts((p) => p.place),
    districts: texts((p) => p.district),
    provinces: texts((p) => p.province),
    countries: texts((p) => p.country),
    episodes: texts((p) => p.episode),
    datePrecisions: texts((p) => p.date_precision),
    placeIds: texts((p) => (p.family === 'crossing' ? p.place : null)),
    start: new Int32Array(size), end: new Int32Array(size),
    kind: bytes(), family: bytes(), side: bytes(), grade: bytes(), precision: bytes(), crossBorder: bytes(),
    killedLow: new Int32Array(size), killedHigh: new Int32Array(size),
    x: floats(), y: floats(), lon: floats(), lat: floats(), lineKm: new Float32Array(size), radius: new Float32Array(size),
    rowOf: new RowIndex(ids),
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
  const gone = new Set([...ids].map((id) => columns.rowOf.get(id)));
  const kept = Uint32Array.from({ length: columns.size }, (_, row) => row).filter((row) => !gone.has(row));
  const size = fresh.size + kept.length;
  const { rows, over } = rowsAfter(columns.ids, fresh.size, kept);
  const join = (/** @type {any} */ now, /** @type {any} */ before) => {
    if (before instanceof Column) return new Column(before.file, rows, [...features.keys()].map((at) => now.at(at)).concat(over.map((at) => before.over[at])));
    const joined = new now.constructor(size);
    joined.set(now);
    for (let at = 0; at < kept.length; at++) joined[fresh.size + at] = before[kept[at]];
    return joined;
  };
  const { size: _, rowOf, ...lists } = columns;
  const joined = /** @type {Columns} */ (Object.fromEntries(Object.entries(lists).map(([key, before]) => [key, join(/** @type {any} */ (fresh)[key], before)])));
  return { ...joined, size, rowOf: new RowIndex(joined.ids) };
}

/**
 * Where each row's texts are after a change: only those of changed features that still stand are kept over the file's.
 * @param {Column<any>} before
 * @param {number} fresh new rows, which come first
 * @param {Uint32Array} kept rows of before
 */
function rowsAfter(before, fresh, kept) {
  const rows = new Int32Array(fresh + kept.length);
  /** @type {number[]} */
  const over = [];
  for (let row = 0; row < fresh; row++) rows[row] = ~row;
  for (let at = 0; at < kept.length; at++) {
    const from = before.rows ? before.rows[kept[at]] : kept[at];
    rows[fresh + at] = from < 0 ? ~(fresh + over.push(~from) - 1) : from;
  }
  return { rows, over };
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
  const look = (/** @type {number} */ day) => {
    if (day === OPEN_START || day === OPEN_END) return;
    if (day < first) first = day;
    if (day > last) last = day;
  };
  for (let row = 0; row < size; row++) {
    look(start[row]);
    look(end[row]);
  }
  return first > last ? null : { first, last };
}
