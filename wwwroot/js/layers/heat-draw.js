// @ts-check
// The density as colours between the steps of the scale, clear where there is none.
import { CELL } from './heat.js';
import { boundsOf, classOf, colourOf } from '../linetime/classes.js';

/** @param {CanvasRenderingContext2D} context @param {ReturnType<typeof import('./heat.js').densityOf>} density @param {import('../map/theme.js').Theme} theme */
export function drawHeat(context, { values, width, height, most }, theme) {
  const bounds = boundsOf(most);
  const colours = Array.from({ length: bounds.length + 1 }, (_, at) => channels(colourOf(at, bounds.length + 1, theme.heat)));
  const canvas = document.createElement('canvas');
  canvas.width = width * FINER;
  canvas.height = height * FINER;
  const ink = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const image = ink.createImageData(canvas.width, canvas.height);
  for (let y = 0, at = 0; y < canvas.height; y++) {
    for (let x = 0; x < canvas.width; x++, at += 4) {
      const value = between(values, width, height, (x + 0.5) / FINER - 0.5, (y + 0.5) / FINER - 0.5);
      if (value < LEAST) continue;
      const colour = colours[Math.max(0, classOf(value, bounds))];
      for (let channel = 0; channel < 3; channel++) image.data[at + channel] = colour[channel];
      // The rim of a lone incident fades; from one on the colour is full.
      image.data[at + 3] = Math.round(215 * Math.min(1, value / 0.7));
    }
  }
  ink.putImageData(image, 0, 0);
  context.save();
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  context.drawImage(canvas, 0, 0, width * CELL, height * CELL);
  context.restore();
}

const LEAST = 0.12;
/** Pixels of the picture a cell, across and down: classes have smooth edges then. */
const FINER = 2;

/** The value between four cells. @param {Float32Array} values @param {number} width @param {number} height @param {number} x @param {number} y */
function between(values, width, height, x, y) {
  const x0 = Math.max(0, Math.floor(x));
  const y0 = Math.max(0, Math.floor(y));
  const at = y0 * width + x0;
  const right = x0 + 1 < width ? 1 : 0;
  const down = y0 + 1 < height ? width : 0;
  const a = values[at];
  const b = values[at + right];
  const c = values[at + down];
  const d = values[at + down + right];
  if (a + b + c + d === 0) return 0;
  const fx = Math.max(0, x - x0);
  const fy = Math.max(0, y - y0);
  return (a + (b - a) * fx) * (1 - fy) + (c + (d - c) * fx) * fy;
}

/** @param {string} hex #rrggbb */
const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
