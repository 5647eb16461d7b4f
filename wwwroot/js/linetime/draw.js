// @ts-check
// The picture of line and time: cells, what is paled outside the choice, and the names along the line.
import { hatch } from '../map/hatch.js';
import { formatNumber, t } from '../text/t.js';
import { drawGaps } from '../timeline/plot.js';
import { ticksOf, xOf } from '../timeline/scale.js';
import { classOf, colourOf } from './classes.js';
import { drawLandmarks } from './margins.js';
import { yOf } from './scale.js';

/**
 * @typedef {import('./look.js').Look} Look
 * @typedef {import('./look.js').Room} Room
 * @typedef {import('./area.js').Area} Area
 * @typedef {object} Scene
 * @property {import('./cells.js').Cells} cells
 * @property {readonly number[]} bounds of the classes
 * @property {import('../timeline/scale.js').Scale} time of the plot within the margins
 * @property {import('./scale.js').KmScale} line
 * @property {import('./landmarks.js').Landmarks} landmarks
 * @property {readonly import('../time/gaps.js').Gap[]} gaps
 * @property {{start: number, end: number}} window
 * @property {{from: number, to: number}|null} stretch
 * @property {boolean} chosen the window or the stretch leaves something out
 * @property {Area|null} area under the pointer or cursor
 */

/** What stays as it is while time runs: cells, grid and names. @param {CanvasRenderingContext2D} context in CSS pixels @param {Room} room @param {Scene} scene @param {Look} look */
export function drawCounted(context, room, scene, look) {
  context.clearRect(0, 0, room.width, room.height);
  context.save();
  context.translate(room.left, 0);
  context.fillStyle = look.home;
  context.fillRect(0, scene.line.top, scene.time.width, scene.line.height);
  inPlot(context, scene, () => {
    drawGaps(context, scene.time, scene.line.top, scene.line.top + scene.line.height, scene.gaps, look);
    drawGrid(context, scene, look);
    drawCells(context, scene, look);
  });
  context.restore();
  drawLandmarks(context, room, scene, look);
}

/** What is chosen and pointed at, above that. @param {CanvasRenderingContext2D} context in CSS pixels @param {Room} room @param {Scene} scene @param {Look} look */
export function drawChosen(context, room, scene, look) {
  context.save();
  context.translate(room.left, 0);
  inPlot(context, scene, () => {
    if (scene.chosen) drawChoice(context, scene, look);
    if (scene.area) drawArea(context, scene, scene.area, look);
    drawKms(context, scene, look);
  });
  context.restore();
}

/** @param {CanvasRenderingContext2D} context @param {Scene} scene @param {() => void} draw */
function inPlot(context, { time, line }, draw) {
  context.save();
  context.beginPath();
  context.rect(0, line.top, time.width, line.height);
  context.clip();
  draw();
  context.restore();
}

/** @param {CanvasRenderingContext2D} context @param {Scene} scene @param {Look} look */
function drawGrid(context, { time, line, landmarks }, look) {
  context.lineWidth = 1;
  context.strokeStyle = look['district-line'];
  context.beginPath();
  for (const { day, major } of ticksOf(time)) {
    if (!major) continue;
    const x = Math.round(xOf(time, day)) + 0.5;
    context.moveTo(x, line.top);
    context.lineTo(x, line.top + line.height);
  }
  context.stroke();
  context.setLineDash([1, 3]);
  context.strokeStyle = look['country-line'];
  context.globalAlpha = 0.6;
  context.beginPath();
  for (const { km, rank } of landmarks.crossings) {
    if (rank > 4) continue;
    const y = Math.round(yOf(line, km)) + 0.5;
    context.moveTo(0, y);
    context.lineTo(time.width, y);
  }
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
}

/** @param {CanvasRenderingContext2D} context @param {Scene} scene @param {Look} look */
function drawCells(context, { cells, bounds, time, line }, look) {
  const classes = bounds.length + 1;
  const { columns, rows, value, shared, sure, possible, days, kms } = cells;
  const xs = Float64Array.from(days, (day) => xOf(time, day));
  const ys = Float64Array.from(kms, (km) => yOf(line, Math.min(km, line.length)));
  const gap = xs[1] - xs[0] > 7 ? 1 : 0.4;
  for (let row = 0; row < rows; row++) {
    const y = ys[row + 1];
    const height = Math.max(1, ys[row] - y - gap);
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      const there = sure[at] + possible[at];
      if (there === 0) continue;
      const x = xs[column];
      const width = Math.max(1, xs[column + 1] - x - gap);
      const of = classOf(value[at], bounds);
      context.fillStyle = of < 0 ? look['province-line'] : colourOf(of, classes, look.ramp);
      // What is mostly shared out from a stretch or a span of time is hatched: no cell of its own.
      if (shared[at] > value[at] / 2 || sure[at] === 0) {
        context.globalAlpha = 0.42;
        context.fillRect(x, y, width, height);
        context.globalAlpha = 1;
        context.fillStyle = hatch(context, /** @type {string} */ (context.fillStyle), 0.62);
      }
      context.fillRect(x, y, width, height);
    }
  }
}

/** @param {CanvasRenderingContext2D} context @param {Scene} scene @param {Look} look */
function drawChoice(context, { time, line, window, stretch }, look) {
  const x0 = Math.max(-2, xOf(time, window.start));
  const x1 = Math.min(time.width + 2, xOf(time, window.end + 1));
  const y0 = yOf(line, Math.min(stretch?.to ?? Infinity, line.length));
  const y1 = yOf(line, Math.max(stretch?.from ?? 0, 0));
  context.fillStyle = look.paper;
  context.globalAlpha = 0.6;
  context.beginPath();
  context.rect(-4, line.top - 4, time.width + 8, line.height + 8);
  context.rect(x0, y0, x1 - x0, y1 - y0);
  context.fill('evenodd');
  context.globalAlpha = 1;
  context.strokeStyle = look.accent;
  context.lineWidth = 1.6;
  context.strokeRect(x0 + 0.5, y0 + 0.5, x1 - x0 - 1, y1 - y0 - 1);
}

/** @param {CanvasRenderingContext2D} context @param {Scene} scene @param {Area} area @param {Look} look */
function drawArea(context, { cells, time, line }, area, look) {
  const x0 = xOf(time, cells.days[area.c0]);
  const x1 = xOf(time, cells.days[area.c1 + 1]);
  const y0 = yOf(line, Math.min(cells.kms[area.r1 + 1], line.length));
  const y1 = yOf(line, cells.kms[area.r0]);
  context.fillStyle = look.focus;
  context.globalAlpha = 0.1;
  context.fillRect(0, y0, time.width, y1 - y0);
  context.fillRect(x0, line.top, x1 - x0, line.height);
  context.globalAlpha = 1;
  context.strokeStyle = look.paper;
  context.lineWidth = 4;
  context.strokeRect(x0, y0, x1 - x0, y1 - y0);
  context.strokeStyle = look.focus;
  context.lineWidth = 2;
  context.strokeRect(x0, y0, x1 - x0, y1 - y0);
}

/** @param {CanvasRenderingContext2D} context @param {Scene} scene @param {Look} look */
function drawKms(context, { line }, look) {
  context.font = `9.5px ${look.font}`;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.lineWidth = 3;
  context.lineJoin = 'round';
  context.strokeStyle = look.home;
  context.fillStyle = look['label-minor'];
  for (let km = 500; km < line.length - 100; km += 500) {
    const words = t('line.km.at', { km: formatNumber(km) });
    context.strokeText(words, 5, yOf(line, km));
    context.fillText(words, 5, yOf(line, km));
  }
}
