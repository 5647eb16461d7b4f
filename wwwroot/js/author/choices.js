// @ts-check
// What an author chooses: the embed's state and options, its size on the page, and which stored embed it is. All of it stands in the builder's address.
import { DEFAULT_OPTIONS, readEmbed, writeEmbed } from '../embed/options.js';

/**
 * @typedef {import('../state/params.js').State} State
 * @typedef {import('../embed/options.js').Options} Options
 *
 * @typedef {object} Size
 * @property {string} ratio as wide as its place, and so high: one of RATIOS; '' for a size in pixels
 * @property {number} width in pixels, without a ratio
 * @property {number} height in pixels, without a ratio
 *
 * @typedef {object} Choices
 * @property {State} state
 * @property {Options} options
 * @property {Size} size
 * @property {string} stored the id of the stored embed that is changed; '' for a new one
 * @property {string} pageLang the builder's own language, which need not be the embed's; '' for the reader's
 */

/** Width by height. @type {readonly string[]} */
export const RATIOS = ['16/9', '4/3', '1/1', '3/4'];
/** The name of the builder's own language in its address. */
export const PAGE_LANG = 'page-lang';
/** Pixels of a side. */
export const SIDE = Object.freeze({ least: 160, most: 2400 });

/** @type {Readonly<Size>} */
export const DEFAULT_SIZE = Object.freeze({ ratio: '16/9', width: 800, height: 600 });

/** @param {string} text `16/9` or `800x600` @returns {Size|null} */
function readSize(text) {
  if (RATIOS.includes(text)) return { ...DEFAULT_SIZE, ratio: text };
  const [, width, height] = (/^(\d{3,4})x(\d{3,4})$/.exec(text) ?? []).map(Number);
  const isSide = (/** @type {number} */ side) => side >= SIDE.least && side <= SIDE.most;
  return isSide(width) && isSide(height) ? { ratio: '', width, height } : null;
}

/** @param {string} query with or without `?` @returns {Choices & {refused: {name: string, value: string}[]}} */
export function readChoices(query) {
  const rest = new URLSearchParams(query);
  const [size, stored, pageLang] = ['size', 'stored', PAGE_LANG].map((name) => rest.get(name));
  for (const name of ['size', 'stored', PAGE_LANG]) rest.delete(name);
  const { state, options, refused } = readEmbed(rest.toString());
  return {
    state, options, size: readSize(size ?? '') ?? { ...DEFAULT_SIZE }, stored: stored && isStoredId(stored) ? stored : '', pageLang: pageLang ?? '',
    refused: [...refused, ...(size !== null && !readSize(size) ? [{ name: 'size', value: size }] : []), ...(stored && !isStoredId(stored) ? [{ name: 'stored', value: stored }] : [])],
  };
}

/** @param {Choices} choices @returns {string} the builder's query without `?` */
export function writeChoices({ state, options, size, stored, pageLang }) {
  const text = size.ratio || `${size.width}x${size.height}`;
  return [writeEmbed(state, options), text === DEFAULT_SIZE.ratio ? '' : `size=${text}`, stored ? `stored=${stored}` : '', pageLang ? `${PAGE_LANG}=${encodeURIComponent(pageLang)}` : ''].filter(Boolean).join('&');
}

/** @param {string} text */
export const isStoredId = (text) => /^e-[a-z2-7]{10}$/.test(text);

/** Options that the widget has no use for. @param {Options} options @returns {Options} without them */
export const usedOptions = (options) => (options.widget === 'map' ? options : { ...options, controls: options.controls.includes('title') ? DEFAULT_OPTIONS.controls : [] });
