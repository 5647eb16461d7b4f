// @ts-check
// Sorting many rows by whole numbers: key and row in one number each, so that the engine sorts them by itself.

/** @typedef {import('./columns.js').Key} Key */

/**
 * Rows in order; what has no value stands last either way, equals stay as they stood.
 * @param {Uint32Array} rows
 * @param {Key} key
 * @param {boolean} down
 * @returns {Uint32Array}
 */
export function sorted(rows, key, down) {
  let most = 0;
  for (const row of rows) most = Math.max(most, key(row));
  const count = rows.length;
  const packed = Float64Array.from(rows, (row, at) => {
    const value = key(row);
    return (value < 0 ? most + 1 : down ? most - value : value) * count + at;
  }).sort();
  return Uint32Array.from(packed, (value) => rows[value % count]);
}
