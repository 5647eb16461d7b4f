// @ts-check
// Shapes as Path2D in local units, made once for each doubling of the scale, without the points that nobody could see there.

/** @typedef {import('./geometry.js').Shape} Shape @typedef {import('./canvas-layer.js').Frame} Frame */

// Path2D keeps single floats; from an origin amid the region they stay exact to a hundredth of a pixel at zoom 14.
const ORIGIN = { x: 0.69, y: 0.405 };
const UNITS = 2 ** 20;
/** Pixels below which a point lies where the one before it does. */
const SAME = 0.6;
/** Scales at a time whose paths are kept. */
const KEPT = 4;

/** @type {WeakMap<Shape, Map<number, Path2D>>} */
const paths = new WeakMap();

/** @param {Shape} shape @param {number} pixel what a CSS pixel measures in local units */
export function pathOf(shape, pixel) {
  const level = Math.floor(Math.log2(pixel));
  let known = paths.get(shape);
  if (!known) paths.set(shape, known = new Map());
  let path = known.get(level);
  if (path) return path;
  if (known.size >= KEPT) known.clear();
  known.set(level, path = new Path2D());
  for (const ring of shape.rings) trace(path, ring, SAME * 2 ** level / UNITS, shape.closed);
  return path;
}

/** @param {Path2D} path @param {Float64Array} ring @param {number} least @param {boolean} closed */
function trace(path, ring, least, closed) {
  let [x, y] = [Infinity, Infinity];
  for (let at = 0; at < ring.length; at += 2) {
    const isLast = at === ring.length - 2;
    if (!isLast && Math.abs(ring[at] - x) < least && Math.abs(ring[at + 1] - y) < least) continue;
    x = ring[at];
    y = ring[at + 1];
    if (at === 0) path.moveTo((x - ORIGIN.x) * UNITS, (y - ORIGIN.y) * UNITS);
    else path.lineTo((x - ORIGIN.x) * UNITS, (y - ORIGIN.y) * UNITS);
  }
  if (closed) path.closePath();
}

/**
 * Draws with the context in local units; `pixel` is what one CSS pixel measures there, for widths, dashes and paths.
 * @param {CanvasRenderingContext2D} context
 * @param {Frame} frame
 * @param {(pixel: number) => void} draw
 */
export function inLocalUnits(context, frame, draw) {
  const k = frame.scale / UNITS;
  context.save();
  context.transform(k, 0, 0, k, ORIGIN.x * frame.scale - frame.left, ORIGIN.y * frame.scale - frame.top);
  draw(1 / k);
  context.restore();
}
