// @ts-check
// Brings an incident into view.

/**
 * @typedef {import('../data/columns.js').Columns} Columns
 * @typedef {{left: number, bottom: number}} Covered what of the map lies below the panel, in pixels
 */

/** Moves the map no further than the incident needs to be seen beside the panel. @param {import('./map-view.js').MapView} map @param {Columns} columns @param {string} id @param {Covered} covered */
export function reveal(map, { rowOf, lat, lon }, id, covered) {
  const row = rowOf.get(id);
  if (row === undefined || Number.isNaN(lat[row])) return;
  if (covered.bottom > 0 || !map.sees(lat[row], lon[row])) map.flyTo(lat[row], lon[row], 0, covered);
}

/** Goes near to it. @param {import('./map-view.js').MapView} map @param {Columns} columns @param {number} row @param {Covered} covered */
export function locate(map, { lat, lon }, row, covered) {
  if (Number.isFinite(lat[row])) map.flyTo(lat[row], lon[row], 9, covered);
}
