// @ts-check
// What only embeds have: which widget, which controls, how it looks. They stand in the address beside the map's state.
import { DEFAULTS, readState, same, writeState } from '../state/params.js';

/**
 * @typedef {'map'|'line'|'histogram'|'counter'|'latest'} Widget
 *
 * @typedef {object} Options
 * @property {Widget} widget
 * @property {string[]} controls some of CONTROLS, in its order; empty: none
 * @property {''|'light'|'dark'} theme '' for the reader's own
 * @property {string} accent six hex digits in lower case, '' for BorderMap's own
 * @property {''|'transparent'} ground
 * @property {boolean} locked nothing can be moved, chosen or opened but links
 * @property {string} title '' for a title made of the state
 *
 * @typedef {import('../state/params.js').State} State
 * @typedef {{name: string, value: string}} Refused
 * @typedef {{name: string, key: keyof Options, read: (text: string) => any, write: (value: any) => string}} Option
 */

/** @type {readonly Widget[]} */ export const WIDGETS = ['map', 'line', 'histogram', 'counter', 'latest'];
/** @type {readonly string[]} */ export const CONTROLS = ['title', 'legend', 'timeline', 'play', 'filters', 'search', 'zoom'];
/** @type {readonly string[]} */ export const THEMES = ['light', 'dark'];
/** Characters of a title. */
export const LONGEST_TITLE = 120;

/** @type {Readonly<Options>} */
export const DEFAULT_OPTIONS = Object.freeze({ widget: 'map', controls: ['title', 'legend', 'timeline', 'play', 'zoom'], theme: '', accent: '', ground: '', locked: false, title: '' });

/** @param {readonly string[]} allowed */
const oneOf = (allowed) => (/** @type {string} */ text) => (allowed.includes(text) ? text : undefined);

/** @param {string} text */
function readControls(text) {
  if (text.trim() === 'none') return [];
  const asked = text.split(',').map((item) => item.trim()).filter(Boolean);
  return asked.length > 0 && asked.every((item) => CONTROLS.includes(item)) ? CONTROLS.filter((item) => asked.includes(item)) : undefined;
}

/** @param {string} text */
function readTitle(text) {
  const title = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return [...title].length <= LONGEST_TITLE ? title : undefined;
}

/**
 * Every option, in the order in which it stands in the address. `read` answers undefined to a value that is none.
 * @type {readonly Option[]}
 */
export const OPTIONS = [
  { name: 'widget', key: 'widget', read: oneOf(WIDGETS), write: String },
  { name: 'controls', key: 'controls', read: readControls, write: (/** @type {string[]} */ items) => items.join(',') || 'none' },
  { name: 'theme', key: 'theme', read: oneOf(THEMES), write: String },
  { name: 'accent', key: 'accent', read: (text) => (/^[\da-f]{6}$/i.test(text) ? text.toLowerCase() : undefined), write: String },
  { name: 'ground', key: 'ground', read: oneOf(['transparent']), write: String },
  { name: 'locked', key: 'locked', read: (text) => ({ true: true, false: false })[text], write: String },
  { name: 'title', key: 'title', read: readTitle, write: String },
];

/**
 * The state and the options of an embed's address.
 * @param {string} query with or without `?`
 * @returns {{state: State, options: Options, refused: Refused[]}} refused: what could not be read, to be told to the reader
 */
export function readEmbed(query) {
  const rest = new URLSearchParams(query);
  /** @type {Record<string, unknown>} */
  const options = { ...DEFAULT_OPTIONS };
  /** @type {Refused[]} */
  const refused = [];
  for (const { name, key, read } of OPTIONS) {
    const text = rest.get(name);
    rest.delete(name);
    if (text === null) continue;
    const value = read(text);
    if (value === undefined) refused.push({ name, value: text });
    else options[key] = value;
  }
  const { state, refused: unread } = readState(rest.toString());
  return { state, options: /** @type {Options} */ (options), refused: [...refused, ...unread] };
}

/** What an option is written as where it is not at its default. @param {Options} options @returns {{name: string, text: string}[]} */
const written = (options) => OPTIONS.filter(({ key }) => !same(options[key], DEFAULT_OPTIONS[key])).map(({ name, key, write }) => ({ name, text: write(options[key]) }));

/**
 * @param {State} state
 * @param {Options} options
 * @returns {string} the query without `?`; what stands at its default is left out
 */
export function writeEmbed(state, options) {
  const own = written(options).map(({ name, text }) => `${name}=${encodeURIComponent(text).replaceAll('%2C', ',')}`);
  return [writeState(state), ...own].filter(Boolean).join('&');
}

/** Attributes that the element has by another name than the address. @type {Readonly<Record<string, string>>} */
const ATTRIBUTES = { widget: 'view' };

/** Names of the element's attributes that say what it shows. @type {readonly string[]} */
export const ATTRIBUTE_NAMES = ['state', 'lang', ...OPTIONS.map(({ name }) => ATTRIBUTES[name] ?? name)];

/**
 * The attributes of `<border-map>` that say the same as an address.
 * @param {State} state
 * @param {Options} options
 * @returns {Record<string, string>}
 */
export function writeAttributes(state, options) {
  const query = writeState({ ...state, lang: DEFAULTS.lang });
  return Object.fromEntries([
    ...(query ? [['state', query]] : []), ...(state.lang ? [['lang', state.lang]] : []),
    ...written(options).map(({ name, text }) => [ATTRIBUTES[name] ?? name, text]),
  ]);
}

/**
 * The address's query that the attributes of `<border-map>` ask for: an attribute wins over the same in `state`, and both over a stored embed.
 * @param {(name: string) => string|null} attribute its text; null without it
 * @param {string} [stored] the query of a stored embed
 * @returns {string} as given, not validated: see readEmbed
 */
export function queryOfAttributes(attribute, stored = '') {
  const query = new URLSearchParams(stored);
  for (const [name, value] of new URLSearchParams(attribute('state') ?? '')) query.set(name, value);
  for (const name of ['lang', ...OPTIONS.map((option) => option.name)]) {
    const text = attribute(ATTRIBUTES[name] ?? name);
    // As with HTML's own: locked without a value is locked.
    if (text !== null) query.set(name, name === 'locked' && text === '' ? 'true' : text);
  }
  return query.toString();
}
