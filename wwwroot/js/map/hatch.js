// @ts-check
// Diagonal hatching as a canvas pattern, one a colour.

const TILE = 12;

/** @type {Map<string, CanvasPattern>} */
const patterns = new Map();

/**
 * @param {CanvasRenderingContext2D} context
 * @param {string} colour
 * @param {number} pixel what a CSS pixel measures in the context's units, so that the hatching looks alike at every zoom
 * @returns {CanvasPattern|string} the colour itself where the browser gives no pattern
 */
export function hatch(context, colour, pixel) {
  const pattern = patterns.get(colour) ?? make(context, colour);
  pattern?.setTransform(new DOMMatrix().scale(pixel / 2));
  return pattern ?? colour;
}

/** @param {CanvasRenderingContext2D} context @param {string} colour */
function make(context, colour) {
  const tile = document.createElement('canvas');
  tile.width = tile.height = TILE;
  const ink = /** @type {CanvasRenderingContext2D} */ (tile.getContext('2d'));
  ink.strokeStyle = colour;
  ink.lineWidth = 2.4;
  ink.beginPath();
  for (const shift of [-TILE, 0, TILE]) {
    ink.moveTo(shift - 2, TILE + 2);
    ink.lineTo(shift + TILE + 2, -2);
  }
  ink.stroke();
  const pattern = context.createPattern(tile, 'repeat');
  if (pattern) patterns.set(colour, pattern);
  return pattern;
}
