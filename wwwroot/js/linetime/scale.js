// @ts-check
// Kilometres to pixels and back: the tripoint with Iran lies at the bottom, the one with China at the top, as on a map.

/** @typedef {{length: number, top: number, height: number}} KmScale */

/** @param {KmScale} scale @param {number} km */
export const yOf = ({ length, top, height }, km) => top + height * (1 - km / length);

/** @param {KmScale} scale @param {number} y */
export const kmAt = ({ length, top, height }, y) => Math.min(Math.max((1 - (y - top) / height) * length, 0), length);

/** The row that holds a position. @param {Float64Array} kms @param {number} km */
export const rowAt = (kms, km) => Math.min(Math.max(Math.floor(km / (kms[1] - kms[0])), 0), kms.length - 2);
