// @ts-check
// Colours and measures of the chart.
import { CLASSES } from './classes.js';

/**
 * @typedef {import('../map/theme.js').Theme & {ramp: string[]}} Look
 * @typedef {{width: number, height: number, left: number, right: number, top: number, bottom: number, narrow: boolean}} Room CSS pixels; the margins hold the names of provinces and crossings
 */

/** @param {import('../map/theme.js').Theme} theme @returns {Look} */
export const lookOf = (theme) => /** @type {Look} */ ({ .../** @type {object} */ (theme), ramp: theme.heat.slice(0, CLASSES) });

/** @param {number} width @param {number} height @returns {Room} */
export function roomOf(width, height) {
  const narrow = width < 620;
  return { width, height, left: narrow ? 68 : 104, right: narrow ? 20 : 140, top: 6, bottom: 4, narrow };
}
