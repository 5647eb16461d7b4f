// @ts-check
// Density of what is known to a spot or a town, smoothed on a coarse grid of the frame. What is known to a district or less is never in it.
import { isSpot } from './account.js';

/** CSS pixels of a cell. */
export const CELL = 4;
/** Cells that each of three passes reaches; together they are nearly a bell curve. */
const REACH = 3;
/** CSS pixels from a point to where its weight has all but ended. */
export const BLUR = (REACH * 3 + 1) * CELL;
/** What is left in its own cell of a point of weight 1, by which it is brought back to 1. */
const PEAK = peakOf(REACH) ** 2;

/**
 * @param {import('../data/columns.js').Columns} columns
 * @param {import('../filter/selection.js').Selection} selection
 * @param {import('../map/canvas-layer.js').Frame} frame
 * @param {'count'|'killed'} measure
 * @returns {{values: Float32Array, width: number, height: number, most: number}} a lone incident is 1 (or its lowest figure) in its cell
 */
export function densityOf(columns, { rows, count }, { scale, left, top, width, height }, measure) {
  const across = Math.ceil(width / CELL);
  const down = Math.ceil(height / CELL);
  const values = new Float32Array(across * down);
  for (let at = 0; at < count; at++) {
    const row = rows[at];
    if (!isSpot(columns, row)) continue;
    const column = Math.floor((columns.x[row] * scale - left) / CELL);
    const line = Math.floor((columns.y[row] * scale - top) / CELL);
    if (column < 0 || line < 0 || column >= across || line >= down) continue;
    values[line * across + column] += measure === 'killed' ? Math.max(0, columns.killedLow[row]) : 1;
  }
  const spare = new Float32Array(values.length);
  for (let pass = 0; pass < 3; pass++) {
    blur(values, spare, across, down, 1, across);
    blur(spare, values, down, across, across, 1);
  }
  let most = 0;
  for (let at = 0; at < values.length; at++) {
    values[at] /= PEAK;
    if (values[at] > most) most = values[at];
  }
  return { values, width: across, height: down, most };
}

/**
 * The mean of the cells within reach, along lines.
 * @param {Float32Array} from
 * @param {Float32Array} to
 * @param {number} length of a line
 * @param {number} lines
 * @param {number} step between the cells of a line
 * @param {number} next between the lines
 */
function blur(from, to, length, lines, step, next) {
  const share = 1 / (2 * REACH + 1);
  for (let line = 0; line < lines; line++) {
    const first = line * next;
    let sum = 0;
    for (let at = 0; at < Math.min(REACH, length); at++) sum += from[first + at * step];
    for (let at = 0; at < length; at++) {
      if (at + REACH < length) sum += from[first + (at + REACH) * step];
      if (at > REACH) sum -= from[first + (at - REACH - 1) * step];
      to[first + at * step] = Math.max(0, sum * share);
    }
  }
}

/** The middle of three means in a row, one behind the other. @param {number} reach */
function peakOf(reach) {
  let line = new Float64Array(reach * 8 + 1);
  line[reach * 4] = 1;
  for (let pass = 0; pass < 3; pass++) {
    line = line.map((_, at) => {
      let sum = 0;
      for (let by = -reach; by <= reach; by++) sum += line[at + by] ?? 0;
      return sum / (2 * reach + 1);
    });
  }
  return line[reach * 4];
}
