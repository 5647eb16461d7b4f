// @ts-check
// Colours of the canvases, read from the style sheet's custom properties, so that light, dark and print are told in one place.
import { FAMILIES } from '../data/kinds.js';

/** @typedef {Record<string, string> & {family: string[], heat: string[], font: string, accent: string}} Theme */

const NAMES = ['land', 'home', 'water', 'shade', 'country-line', 'province-line', 'district-line', 'durand', 'durand-casing', 'label', 'label-minor',
  'label-water', 'halo', 'ink', 'paper', 'focus', 'disputed', 'mixed'];

/** @param {Element} [element] one that has the properties @returns {Theme} */
export function readTheme(element = document.documentElement) {
  const style = getComputedStyle(element);
  const read = (/** @type {string} */ name) => style.getPropertyValue(`--map-${name}`).trim();
  /** @type {any} */
  const theme = Object.fromEntries(NAMES.map((name) => [name, read(name)]));
  theme.family = FAMILIES.map((family) => style.getPropertyValue(`--family-${family}`).trim());
  theme.heat = [1, 2, 3, 4, 5, 6].map((step) => style.getPropertyValue(`--heat-${step}`).trim());
  theme.accent = style.getPropertyValue('--accent').trim();
  theme.font = style.getPropertyValue('--font').trim() || 'sans-serif';
  return theme;
}

/** Calls back when the system turns light or dark, or asks for contrast. @param {() => void} changed @param {AbortSignal} [until] */
export function watchTheme(changed, until) {
  for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', 'print']) matchMedia(query).addEventListener('change', changed, { signal: until });
}
