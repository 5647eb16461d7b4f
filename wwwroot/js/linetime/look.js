// @ts-check
// Colours and measures of the chart.
import { CLASSES } from './classes.js';

/**
 * @typedef {import('../map/theme.js').Theme & {ramp: string[], accent: string}} Look
 * @typedef {{width: number, height: number, left: number, right: number, top: number, bottom: number, narrow: boolean}} Room CSS pixels; the margins hold the names of provinces and crossings
 */

/** @param {import('../map/theme.js').Theme} theme @returns {Look} */
export function lookOf(theme) {
  const style = getComputedStyle(document.documentElement);
  const read = (/** @type {string} */ name) => style.getPropertyValue(name).trim();
  return /** @type {Look} */ ({ ...theme, ramp: Array.from({ length: CLASSES }, (_, at) => read(`--heat-${at + 1}`)), accent: read('--accent') });
}

/** @param {number} width @param {number} height @returns {Room} */
export function roomOf(width, height) {
  const narrow = width < 620;
  return { width, height, left: narrow ? 68 : 104, right: narrow ? 20 : 140, top: 6, bottom: 4, narrow };
}
