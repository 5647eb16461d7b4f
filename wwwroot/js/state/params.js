// @ts-check
// The whole state of a view as the URL's query: the API's filter names, and what concerns the picture only.
import { parseInterval } from '../time/interval.js';
import { parseOutline } from './outline.js';

/**
 * @typedef {object} Filter what the API filters by, with the API's words
 * @property {string} datetime an interval, '' for all time
 * @property {string} timeMatch possible | certain
 * @property {string[]} kind kinds and families
 * @property {string[]} actor
 * @property {string[]} place
 * @property {string[]} side
 * @property {string[]} publisher names, as sources have them
 * @property {string} lineKm kilometres along the Durand Line, 300..420, an end may be open; '' for all of it
 * @property {string[]} episode
 * @property {string[]} grade
 * @property {string[]} precision
 * @property {string[]} ids
 * @property {number|null} killedMin
 * @property {boolean|null} crossBorder
 * @property {string} q
 * @property {string} bbox four numbers, '' for everywhere
 * @property {string} within corners of an area, lon,lat,lon,lat ... ; '' for everywhere
 * @property {string} placeMatch point | possible | certain
 * @property {string} asOf a public sequence, '' for the present
 *
 * @typedef {object} Look what concerns the picture only
 * @property {{zoom: number, lat: number, lon: number}|null} view
 * @property {string[]} highlight ids of selected incidents
 * @property {string} layer one of LAYERS, or table
 * @property {string} mode window | trail | cumulative
 * @property {string} chart line: the chart of line and time is open; '' for none
 * @property {string} measure count | killed: what bars and cells show
 * @property {string} worldview one of WORLDVIEWS: how the line and disputed areas are drawn
 * @property {string} lang '' for the reader's own
 *
 * @typedef {Filter & Look} State
 */

/** @type {readonly string[]} */ export const SIDES = ['AF', 'PK', 'straddles'];
/** @type {readonly string[]} */ export const GRADES = ['confirmed', 'fair', 'weak', 'contested', 'discounted'];
/** @type {readonly string[]} */ export const PRECISIONS = ['exact', 'near', 'locality', 'district', 'province', 'country'];

/** What the map draws of the incidents. @type {readonly string[]} */ export const LAYERS = ['incidents', 'episodes', 'heat', 'districts', 'provinces'];
/** @type {readonly string[]} */ export const WORLDVIEWS = ['neutral', 'af', 'pk'];

/** @typedef {{name: string, key: keyof State, read: (text: string) => any, write: (value: any) => string, filter: boolean}} Param */

/** @param {string} text */
const asIs = (text) => text;

/**
 * @param {readonly string[]} allowed
 * @returns {(text: string) => string|undefined}
 */
const oneOf = (allowed) => (text) => (allowed.includes(text) ? text : undefined);

/** @param {readonly string[]} [allowed] */
const list = (allowed) => ({
  read: (/** @type {string} */ text) => {
    const items = [...new Set(text.split(',').map((item) => item.trim()).filter(Boolean))];
    return allowed && items.some((item) => !allowed.includes(item)) ? undefined : items;
  },
  write: (/** @type {string[]} */ items) => items.join(','),
});

/** Names, which may hold commas. */
const names = {
  read: (/** @type {string} */ text) => [...new Set(text.split('|').map((item) => item.trim()).filter(Boolean))],
  write: (/** @type {string[]} */ items) => items.join('|'),
};

/** @param {string} text */
function readBox(text) {
  const box = text.split(',').map(Number);
  const good = box.length === 4 && box.every(Number.isFinite) && box[0] <= box[2] && box[1] <= box[3];
  return good && box[0] >= -180 && box[2] <= 180 && box[1] >= -90 && box[3] <= 90 ? text : undefined;
}

/**
 * A stretch of the Durand Line as the API reads it.
 * @param {string} text
 * @returns {{from: number, to: number}|null} an open end is infinite
 */
export function parseStretch(text) {
  const [, low, high] = /^(\d+(?:\.\d+)?)?\.\.(\d+(?:\.\d+)?)?$/.exec(text) ?? [];
  if (low === undefined && high === undefined) return null;
  const stretch = { from: low === undefined ? -Infinity : Number(low), to: high === undefined ? Infinity : Number(high) };
  const given = [low, high].flatMap((end) => (end === undefined ? [] : [Number(end)]));
  return stretch.from <= stretch.to && given.every((km) => km <= 5000) ? stretch : null;
}

/** @param {string} text */
function readView(text) {
  const [zoom, lat, lon, ...rest] = text.split('/').map((part) => (part === '' ? NaN : Number(part)));
  const good = rest.length === 0 && [zoom, lat, lon].every(Number.isFinite) && zoom >= 0 && zoom <= 22 && Math.abs(lat) <= 85 && Math.abs(lon) <= 180;
  return good ? { zoom, lat, lon } : undefined;
}

/** @param {number} value @param {number} digits */
const round = (value, digits) => String(Number(value.toFixed(digits)));

/**
 * Every parameter, in the order in which it stands in the URL. `read` answers undefined to a value that is none.
 * @type {readonly Param[]}
 */
export const PARAMS = [
  { name: 'datetime', key: 'datetime', read: (text) => (parseInterval(text) ? text : undefined), write: asIs, filter: true },
  { name: 'time-match', key: 'timeMatch', read: oneOf(['possible', 'certain']), write: asIs, filter: true },
  { name: 'kind', key: 'kind', ...list(), filter: true },
  { name: 'actor', key: 'actor', ...list(), filter: true },
  { name: 'place', key: 'place', ...list(), filter: true },
  { name: 'side', key: 'side', ...list(SIDES), filter: true },
  { name: 'line-km', key: 'lineKm', read: (text) => (parseStretch(text) ? text : undefined), write: asIs, filter: true },
  { name: 'episode', key: 'episode', ...list(), filter: true },
  { name: 'grade', key: 'grade', ...list(GRADES), filter: true },
  { name: 'precision', key: 'precision', ...list(PRECISIONS), filter: true },
  { name: 'killed-min', key: 'killedMin', read: (text) => (/^\d{1,7}$/.test(text) ? Number(text) : undefined), write: String, filter: true },
  { name: 'cross-border', key: 'crossBorder', read: (text) => ({ true: true, false: false })[text], write: String, filter: true },
  { name: 'q', key: 'q', read: (text) => text.trim(), write: asIs, filter: true },
  { name: 'publisher', key: 'publisher', ...names, filter: true },
  { name: 'bbox', key: 'bbox', read: readBox, write: asIs, filter: true },
  { name: 'within', key: 'within', read: (text) => (parseOutline(text) ? text : undefined), write: asIs, filter: true },
  { name: 'place-match', key: 'placeMatch', read: oneOf(['point', 'possible', 'certain']), write: asIs, filter: true },
  { name: 'ids', key: 'ids', ...list(), filter: true },
  { name: 'asOf', key: 'asOf', read: (text) => (/^\d{1,15}$/.test(text) ? text : undefined), write: asIs, filter: true },
  { name: 'view', key: 'view', read: readView, write: (view) => `${round(view.zoom, 2)}/${round(view.lat, 4)}/${round(view.lon, 4)}`, filter: false },
  { name: 'layer', key: 'layer', read: oneOf([...LAYERS, 'table']), write: asIs, filter: false },
  { name: 'mode', key: 'mode', read: oneOf(['window', 'trail', 'cumulative']), write: asIs, filter: false },
  { name: 'chart', key: 'chart', read: oneOf(['line']), write: asIs, filter: false },
  { name: 'measure', key: 'measure', read: oneOf(['count', 'killed']), write: asIs, filter: false },
  { name: 'worldview', key: 'worldview', read: oneOf(WORLDVIEWS), write: asIs, filter: false },
  { name: 'lang', key: 'lang', read: oneOf(['en', 'prs', 'ps', 'ur']), write: asIs, filter: false },
  { name: 'highlight', key: 'highlight', ...list(), filter: false },
];

/** @type {Readonly<State>} */
export const DEFAULTS = Object.freeze({
  datetime: '', timeMatch: 'possible', kind: [], actor: [], publisher: [], place: [], side: [], lineKm: '', episode: [], grade: [], precision: [], ids: [],
  killedMin: null, crossBorder: null, q: '', bbox: '', within: '', placeMatch: 'point', asOf: '',
  view: null, highlight: [], layer: 'incidents', mode: 'window', chart: '', measure: 'count', worldview: 'neutral', lang: '',
});

/**
 * @param {string} query with or without `?`
 * @returns {{state: State, refused: {name: string, value: string}[]}} refused: what the page could not read, to be told to the reader
 */
export function readState(query) {
  /** @type {Record<string, unknown>} */
  const state = { ...DEFAULTS };
  /** @type {{name: string, value: string}[]} */
  const refused = [];
  const given = new URLSearchParams(query);
  for (const { name, key, read } of PARAMS) {
    const text = given.get(name);
    if (text === null) continue;
    const value = read(text);
    if (value === undefined) refused.push({ name, value: text });
    else state[key] = value;
  }
  for (const [name, value] of given) if (!PARAMS.some((param) => param.name === name)) refused.push({ name, value });
  return { state: /** @type {State} */ (state), refused };
}

/**
 * @param {State} state
 * @param {{filterOnly?: boolean}} [options]
 * @returns {string} the query without `?`; what stands at its default is left out
 */
export function writeState(state, { filterOnly = false } = {}) {
  return PARAMS
    .filter(({ key, filter }) => (filter || !filterOnly) && !same(state[key], DEFAULTS[key]))
    .map(({ name, key, write }) => `${name}=${escape(write(state[key]))}`)
    .join('&');
}

/** @param {unknown} a @param {unknown} b */
export const same = (a, b) => a === b || JSON.stringify(a) === JSON.stringify(b);

// Commas, slashes and colons may stand in a query as they are (RFC 3986); left so, the address can be read aloud.
/** @param {string} text */
const escape = (text) => encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':');
