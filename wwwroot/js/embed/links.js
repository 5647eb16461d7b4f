// @ts-check
// Addresses of the site, whole ones: the page around an embed is of another host.
import { onSite } from '../data/api.js';
import { writeState } from '../state/params.js';
import { h } from '../ui/dom.js';

/** @typedef {import('../state/params.js').State} State */

/** @param {State} state @param {Partial<State>} [patch] */
export function mapAddress(state, patch = {}) {
  const query = writeState({ ...state, ...patch });
  return onSite(query ? `?${query}` : '');
}

/** @param {State} state @param {string} path @param {string} [fragment] */
export const pageAddress = ({ lang }, path, fragment = '') => onSite(`${path}${lang ? `?lang=${lang}` : ''}${fragment && `#${fragment}`}`);

/** The still picture of the same, for where the live one cannot be had. @param {string} query as in the embed's address @param {{width: number, height: number}} size CSS pixels */
export function stillAddress(query, { width, height }) {
  const asked = new URLSearchParams(query);
  for (const [name, value, least] of /** @type {const} */ ([['width', width, 320], ['height', height, 240]])) asked.set(name, String(Math.min(2400, Math.max(least, Math.round(value)))));
  return onSite(`snapshot.svg?${asked}`);
}

/** A link out of the embed. @param {string} href @param {...import('../ui/dom.js').Child} children */
export const outLink = (href, ...children) => h('a', { href, target: '_blank', rel: 'noopener' }, ...children);
