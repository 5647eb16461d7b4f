// @ts-check
// An area by its corners, as the API reads it: lon,lat,lon,lat ... in degrees, the last corner joined to the first.

/** @typedef {readonly [number, number]} Corner lon, lat */

export const LEAST_CORNERS = 3;
export const MOST_CORNERS = 100;
/** Degrees as the address has them, to about a hundred metres. */
const DIGITS = 3;

/** @param {string} text @returns {Corner[]|null} null: it is no area */
export function parseOutline(text) {
  const numbers = text.split(',').map((part) => (/^\s*[+-]?(\d+\.?\d*|\.\d+)\s*$/.test(part) ? Number(part) : NaN));
  if (numbers.length % 2 !== 0 || !numbers.every(Number.isFinite)) return null;
  /** @type {Corner[]} */
  const corners = Array.from({ length: numbers.length / 2 }, (_, at) => [numbers[at * 2], numbers[at * 2 + 1]]);
  const [first, last] = [corners[0], corners[corners.length - 1]];
  if (corners.length > 1 && first[0] === last[0] && first[1] === last[1]) corners.pop();
  return isArea(corners) ? corners : null;
}

/** @param {readonly Corner[]} corners */
export const outlineText = (corners) => corners.map(([lon, lat]) => `${Number(lon.toFixed(DIGITS))},${Number(lat.toFixed(DIGITS))}`).join();

/** Whether corners are an area: enough of them, on the globe, no two sides that meet but neighbours. @param {readonly Corner[]} corners */
export function isArea(corners) {
  const count = corners.length;
  if (count < LEAST_CORNERS || count > MOST_CORNERS || corners.some(([lon, lat]) => Math.abs(lon) > 180 || Math.abs(lat) > 90)) return false;
  const at = (/** @type {number} */ index) => corners[index % count];
  for (let a = 0; a < count; a++) {
    // Neighbours meet in their corner and turn back in no way.
    if (turn(at(a), at(a + 1), at(a + 2)) === 0 && isBetween(at(a + 1), at(a + 2), at(a))) return false;
    if (at(a)[0] === at(a + 1)[0] && at(a)[1] === at(a + 1)[1]) return false;
    for (let b = a + 2; b < count - (a === 0 ? 1 : 0); b++) if (meet(at(a), at(a + 1), at(b), at(b + 1))) return false;
  }
  return corners.some((corner, index) => turn(corner, at(index + 1), at(index + 2)) !== 0);
}

/** @param {Corner} a @param {Corner} b @param {Corner} c */
const turn = (a, b, c) => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));

/** Whether c, on the line through a and b, lies on the side that goes back from a. @param {Corner} a @param {Corner} b @param {Corner} c */
const isBetween = (a, b, c) => (b[0] - a[0]) * (c[0] - a[0]) + (b[1] - a[1]) * (c[1] - a[1]) > 0;

/** Whether a point lies on a side. @param {Corner} a @param {Corner} b @param {number} lon @param {number} lat */
const isOn = (a, b, lon, lat) => turn(a, b, [lon, lat]) === 0 && lon >= Math.min(a[0], b[0]) && lon <= Math.max(a[0], b[0]) && lat >= Math.min(a[1], b[1]) && lat <= Math.max(a[1], b[1]);

/** Whether two sides have a point in common. @param {Corner} a @param {Corner} b @param {Corner} c @param {Corner} d */
const meet = (a, b, c, d) => (turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0) || isOn(a, b, ...c) || isOn(a, b, ...d) || isOn(c, d, ...a) || isOn(c, d, ...b);

/** A test of whether a point lies in an area; its sides belong to it, as the server has it. @param {readonly Corner[]} corners @returns {(lon: number, lat: number) => boolean} */
export function insideOf(corners) {
  const xs = corners.map(([lon]) => lon);
  const ys = corners.map(([, lat]) => lat);
  const [west, south, east, north] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  return (lon, lat) => {
    if (!(lon >= west && lon <= east && lat >= south && lat <= north)) return false;
    let inside = false;
    for (let at = 0, before = corners.length - 1; at < corners.length; before = at++) {
      const [a, b] = [corners[before], corners[at]];
      if (isOn(a, b, lon, lat)) return true;
      if (b[1] > lat !== a[1] > lat && lon < (a[0] - b[0]) * (lat - b[1]) / (a[1] - b[1]) + b[0]) inside = !inside;
    }
    return inside;
  };
}
