// @ts-check
// A stretch of the line as a path on the map.

/**
 * @typedef {import('../map/geometry.js').Shape} Shape
 * @typedef {import('../map/canvas-layer.js').Frame} Frame
 */

/**
 * The points of the line between two positions, its ends within; Web Mercator x, y, x, y ...
 * @param {Float64Array} ring x, y of the line's points
 * @param {readonly number[]} km the position of each, never falling
 * @param {number} from
 * @param {number} to
 */
export function partOf(ring, km, from, to) {
  /** @type {number[]} */
  const part = [];
  for (let at = 0; at < km.length; at++) {
    if (at > 0) for (const end of [from, to]) if (km[at - 1] < end && end < km[at]) part.push(...pointAt(ring, km, at, end));
    if (km[at] >= from && km[at] <= to) part.push(ring[at * 2], ring[at * 2 + 1]);
  }
  return part;
}

/** @param {Float64Array} ring @param {readonly number[]} km @param {number} at @param {number} end between the point before and this */
function pointAt(ring, km, at, end) {
  const share = (end - km[at - 1]) / (km[at] - km[at - 1]);
  const of = (/** @type {number} */ axis) => ring[at * 2 - 2 + axis] + share * (ring[at * 2 + axis] - ring[at * 2 - 2 + axis]);
  return [of(0), of(1)];
}

/**
 * Lights a stretch of the line.
 * @param {CanvasRenderingContext2D} context
 * @param {Frame} frame
 * @param {Shape|undefined} line with `km` among its properties
 * @param {{from: number, to: number}} stretch
 * @param {string} colour
 * @param {number} strength 0 to 1
 */
export function drawStretch(context, { scale, left, top }, line, { from, to }, colour, strength) {
  if (!line || !Array.isArray(line.properties.km)) return;
  const part = partOf(line.rings[0], line.properties.km, from, to);
  context.save();
  context.beginPath();
  for (let at = 0; at < part.length; at += 2) context.lineTo(part[at] * scale - left, part[at + 1] * scale - top);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  context.strokeStyle = colour;
  for (const [width, alpha] of [[16, 0.25], [7, 0.6]]) {
    context.globalAlpha = alpha * strength;
    context.lineWidth = width;
    context.stroke();
  }
  context.restore();
}
