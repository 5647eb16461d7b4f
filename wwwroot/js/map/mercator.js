// @ts-check
// Web Mercator in units of the whole world: x to the east, y to the south, both 0 to 1.

/** Metres of the equator (WGS 84). */
const EQUATOR = 40_075_016.686;

/** @param {number} lon degrees */
export const mercatorX = (lon) => lon / 360 + 0.5;

/** @param {number} lat degrees */
export function mercatorY(lat) {
  const sine = Math.sin(lat * Math.PI / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/** @param {number} x */
export const lonOf = (x) => (x - 0.5) * 360;

/** @param {number} y */
export const latOf = (y) => Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180 / Math.PI;

/** What some metres on the ground measure in these units at a latitude. @param {number} metres @param {number} lat */
export const unitsOf = (metres, lat) => metres / (EQUATOR * Math.cos(lat * Math.PI / 180));
