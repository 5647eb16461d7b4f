// @ts-check
// What a playing window leaves behind: spots that were within it a while ago, fading. Areas leave none: they are no spots.
import { FAILS } from '../filter/select.js';
import { PRECISIONS } from '../state/params.js';
import { orderOf } from './order.js';

const LAST_SPOT = PRECISIONS.indexOf('locality');
/** Steps of fading. */
const STEPS = 5;

/** How many days a trail lasts behind a window. @param {{start: number, end: number}} window */
export const trailLength = ({ start, end }) => Math.max(14, 2 * (end - start + 1));

/**
 * Rows of the trail by how long ago they ended: the first list is the freshest.
 * @param {import('../data/columns.js').Columns} columns
 * @param {Uint16Array} fails
 * @param {{start: number, end: number}} window
 * @returns {number[][]}
 */
export function trailOf(columns, fails, window) {
  const { end, precision, lat } = columns;
  const length = trailLength(window);
  /** @type {number[][]} */
  const steps = Array.from({ length: STEPS }, () => []);
  for (const row of orderOf(columns).ends.between(window.start - length, window.start)) {
    if (fails[row] !== FAILS.time || precision[row] > LAST_SPOT || Number.isNaN(lat[row])) continue;
    const ago = window.start - end[row];
    if (ago > 0 && ago <= length) steps[Math.min(STEPS - 1, Math.floor(ago / length * STEPS))].push(row);
  }
  return steps;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import('../map/canvas-layer.js').Frame} frame
 * @param {import('../data/columns.js').Columns} columns
 * @param {readonly number[][]} steps
 * @param {import('../map/theme.js').Theme} theme
 */
export function drawTrail(context, { scale, left, top }, { x, y, family }, steps, theme) {
  for (let step = steps.length - 1; step >= 0; step--) {
    context.globalAlpha = 0.62 * (1 - step / steps.length);
    for (const row of steps[step]) {
      context.fillStyle = theme.family[family[row]];
      context.beginPath();
      context.arc(x[row] * scale - left, y[row] * scale - top, 6, 0, 2 * Math.PI);
      context.fill();
    }
  }
  context.globalAlpha = 1;
}
