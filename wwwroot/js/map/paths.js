// @ts-check
// Shapes as Path2D in local units, made once and drawn at any zoom by the context's transform.

/** @typedef {import('./geometry.js').Shape} Shape @typedef {import('./canvas-layer.js').Frame} Frame */

// Path2D keeps single floats; from an origin amid the region they stay exact to a hundredth of a pixel at zoom 14.
const ORIGIN = { x: 0.69, y: 0.405 };
const UNITS = 2 ** 20;

/** @type {WeakMap<Shape, Path2D>} */
const paths = new WeakMap();

/** @param {Shape} shape */
export function pathOf(shape) {
  let path = paths.get(shape);
  if (path) return path;
  path = new Path2D();
  for (const ring of shape.rings) {
    for (let at = 0; at < ring.length; at += 2) {
      const x = (ring[at] - ORIGIN.x) * UNITS;
      const y = (ring[at + 1] - ORIGIN.y) * UNITS;
      if (at === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    }
    if (shape.closed) path.closePath();
  }
  paths.set(shape, path);
  return path;
}

/**
 * Draws with the context in local units; `pixel` is what one CSS pixel measures there, for widths and dashes.
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
