// @ts-check
// The density as colours between the steps of the scale, clear where there is none.
import { CELL } from './heat.js';
import { boundsOf, classOf, colourOf } from '../linetime/classes.js';

/** @param {CanvasRenderingContext2D} context @param {ReturnType<typeof import('./heat.js').densityOf>} density @param {import('../map/theme.js').Theme} theme */
export function drawHeat(context, { values, width, height, most }, theme) {
  const bounds = boundsOf(most);
  const colours = Array.from({ length: bounds.length + 1 }, (_, at) => channels(colourOf(at, bounds.length + 1, theme.heat)));
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const ink = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const image = ink.createImageData(width, height);
  for (let at = 0; at < values.length; at++) {
    if (values[at] < LEAST) continue;
    const colour = colours[Math.max(0, classOf(values[at], bounds))];
    image.data.set(colour, at * 4);
    // The rim of a lone incident fades; from one on the colour is full.
    image.data[at * 4 + 3] = Math.round(215 * Math.min(1, values[at] / 0.7));
  }
  ink.putImageData(image, 0, 0);
  context.save();
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  context.drawImage(canvas, 0, 0, width * CELL, height * CELL);
  context.restore();
}

const LEAST = 0.12;

/** @param {string} hex #rrggbb */
const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
