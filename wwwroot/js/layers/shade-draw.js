// @ts-check
// Districts and provinces in their shades, with the value written where there is room.
import { drawParts } from './gates.js';
import { BLANK, lookOf, rangeAt, UNSAID, ZERO } from './shading.js';
import { colourOf } from '../linetime/classes.js';
import { hatch } from '../map/hatch.js';
import { labelPoint, overlaps } from '../map/geometry.js';
import { inLocalUnits, pathOf } from '../map/paths.js';
import { formatShort } from '../text/t.js';

/**
 * @typedef {import('../map/theme.js').Theme} Theme
 * @typedef {import('../map/canvas-layer.js').Frame} Frame
 * @typedef {import('./units.js').Units} Units
 * @typedef {import('./shading.js').Shading} Shading
 */

/** @param {CanvasRenderingContext2D} context @param {Frame} frame @param {Units} units @param {Shading} shading @param {number} pointed @param {Theme} theme */
export function drawShades(context, frame, { shapes }, shading, pointed, theme) {
  const seen = shapes.map((_, at) => at).filter((at) => overlaps(shapes[at].box, frame.box));
  inLocalUnits(context, frame, (pixel) => {
    context.lineJoin = 'round';
    for (const at of seen) {
      const look = lookOf(shading, at);
      if (look === BLANK) continue;
      const path = pathOf(shapes[at], pixel);
      context.globalAlpha = look >= 0 ? 0.82 : 1;
      context.fillStyle = look >= 0 ? colourOf(look, shading.bounds.length + 1, theme.heat) : look === UNSAID ? hatch(context, theme['label-minor'], pixel) : theme.paper;
      context.fill(path, 'evenodd');
      context.globalAlpha = 1;
      context.strokeStyle = look === ZERO || look === UNSAID ? theme['label-minor'] : theme.paper;
      context.lineWidth = 0.8 * pixel;
      context.stroke(path);
    }
    if (pointed < 0) return;
    context.strokeStyle = theme.focus;
    context.lineWidth = 2.6 * pixel;
    context.stroke(pathOf(shapes[pointed], pixel));
  });
  for (const at of seen) if (shading.count[at] > 0) write(context, frame, shapes[at], valueWords(shading, at), theme);
}

/** @type {WeakMap<import('../map/geometry.js').Shape, ReturnType<typeof labelPoint>>} */
const anchors = new WeakMap();

/** @param {import('../map/geometry.js').Shape} shape */
export function anchorOf(shape) {
  let anchor = anchors.get(shape);
  if (!anchor) anchors.set(shape, anchor = labelPoint(shape));
  return anchor;
}

/** @param {CanvasRenderingContext2D} context @param {Frame} frame @param {import('../map/geometry.js').Shape} shape @param {string} text @param {Theme} theme */
function write(context, frame, shape, text, theme) {
  const { x, y, width } = anchorOf(shape);
  context.font = `600 11px ${theme.font}`;
  context.letterSpacing = '0px';
  const room = context.measureText(text).width + 8;
  if (width * frame.scale < room || (shape.box.y1 - shape.box.y0) * frame.scale < 18) return;
  const left = x * frame.scale - frame.left;
  const top = y * frame.scale - frame.top;
  drawParts(context, [{ d: `M${-room / 2} -8H${room / 2}V8H${-room / 2}Z`, fill: theme.paper, alpha: 0.82 }], left, top);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = theme.ink;
  context.fillText(text, left, top + 0.5);
}

/** What is written in a unit: 12, 30–45, 200+; a dash where nobody gave a figure. @param {Shading} shading @param {number} at */
function valueWords(shading, at) {
  if (shading.measure === 'count') return formatShort(shading.count[at]);
  const { low, high, open, said } = rangeAt(shading, at);
  if (said === 0) return '–';
  return `${formatShort(low)}${high > low ? `–${formatShort(high)}` : ''}${open ? '+' : ''}`;
}
