// @ts-check
// What is pasted into somebody's page: iframe, web component, Markdown, a link, a picture. Texts only; nothing of them is put into this page as markup.
import { writeAttributes, writeEmbed } from '../embed/options.js';
import { writeState } from '../state/params.js';

/**
 * @typedef {import('./choices.js').Choices} Choices
 * @typedef {{title: string, open: string, alt: string}} Said the embed's title, the link to the map, what the picture shows
 */

/** Pixels below which a widget is not squeezed, however narrow its place. @type {Record<string, number>} */
export const LEAST_HEIGHT = { map: 420, line: 440, histogram: 240, counter: 220, latest: 320 };

/** A text in a quoted attribute, or between tags. @param {string} text */
export const escapeHtml = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A text in Markdown's brackets. @param {string} text */
const escapeMarkdown = (text) => text.replace(/[\\[\]`*_<>]/g, '\\$&');

/** Pixels of the still picture of a size. @param {Choices['size']} size */
export function pixelsOf({ ratio, width, height }) {
  if (!ratio) return { width: Math.max(width, 320), height: Math.max(height, 240) };
  const [wide, high] = ratio.split('/').map(Number);
  return { width: 960, height: Math.round(960 * high / wide) };
}

/**
 * Every address that the codes hold.
 * @param {Choices} choices
 * @param {string} site absolute, with a slash at its end
 */
export function addressesOf({ state, options, size, stored }, site) {
  const query = writeEmbed(state, options);
  const { width, height } = pixelsOf(size);
  const shown = new URLSearchParams(query);
  for (const name of ['controls', 'theme', 'accent', 'ground', 'locked']) shown.delete(name);
  shown.set('width', String(width));
  shown.set('height', String(height));
  const of = (/** @type {string} */ path, /** @type {string} */ asked) => `${site}${path}${asked ? `?${asked}` : ''}`;
  return {
    frame: stored ? `${site}embed/${stored}` : of('embed', query),
    /** The state itself, also of a stored one. */ direct: of('embed', query),
    map: of('', writeState(state)), picture: of('snapshot.svg', shown.toString()), script: `${site}embed.js`,
  };
}

/** @param {Choices} choices @param {string} site @param {Said} said */
export function iframeCode(choices, site, said) {
  const { ratio, width, height } = choices.size;
  const size = ratio ? `width="100%" height="${pixelsOf(choices.size).height}" style="border:0;aspect-ratio:${ratio};height:auto;min-height:${LEAST_HEIGHT[choices.options.widget]}px"` : `width="${width}" height="${height}" style="border:0;max-width:100%"`;
  return `<iframe src="${escapeHtml(addressesOf(choices, site).frame)}" title="${escapeHtml(said.title)}" ${size} loading="lazy" allowfullscreen></iframe>`;
}

/** With the still picture and a link in it, for readers without script. @param {Choices} choices @param {string} site @param {Said} said */
export function componentCode(choices, site, said) {
  const { ratio, width, height } = choices.size;
  const { script } = addressesOf(choices, site);
  const attributes = choices.stored ? { embed: choices.stored } : writeAttributes(choices.state, choices.options);
  const style = ratio ? `display:block;aspect-ratio:${ratio};height:auto;min-height:${LEAST_HEIGHT[choices.options.widget]}px` : `display:block;max-width:100%;width:${width}px;height:${height}px`;
  const written = Object.entries(attributes).map(([name, value]) => (name === 'locked' ? ' locked' : ` ${name}="${escapeHtml(value)}"`)).join('');
  return `<script type="module" src="${escapeHtml(script)}"></script>\n<border-map${written} style="${style}">\n  ${pictureCode(choices, site, said)}\n</border-map>`;
}

/** @param {Choices} choices @param {string} site @param {Said} said */
export function markdownCode(choices, site, said) {
  const { picture, map } = addressesOf(choices, site);
  return `[![${escapeMarkdown(said.alt)}](${parenthesised(picture)})](${parenthesised(map)})`;
}

/** @param {string} address */
const parenthesised = (address) => address.replaceAll('(', '%28').replaceAll(')', '%29');

/** @param {Choices} choices @param {string} site @param {Said} said */
export function pictureCode(choices, site, said) {
  const { picture, map } = addressesOf(choices, site);
  const { width, height } = pixelsOf(choices.size);
  return `<a href="${escapeHtml(map)}" title="${escapeHtml(said.open)}"><img src="${escapeHtml(picture)}" alt="${escapeHtml(said.alt)}" width="${width}" height="${height}" style="max-width:100%;height:auto"></a>`;
}
