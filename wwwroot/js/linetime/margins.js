// @ts-check
// The names beside the chart: Afghanistan's provinces before it, the crossings and Pakistan's provinces after it.
import { crossingName, localName } from '../words/names.js';
import { spaced } from './landmarks.js';
import { yOf } from './scale.js';

/**
 * @typedef {import('./look.js').Look} Look
 * @typedef {import('./look.js').Room} Room
 * @typedef {import('./draw.js').Scene} Scene
 * @typedef {import('./landmarks.js').Province} Province
 */

/** @param {CanvasRenderingContext2D} context @param {Room} room @param {Scene} scene @param {Look} look */
export function drawLandmarks(context, room, scene, look) {
  const of = (/** @type {string} */ country) => scene.landmarks.provinces.filter((province) => province.country === country);
  const end = room.left + scene.time.width;
  drawBars(context, scene, of('AF'), room.left - 7, look);
  drawBars(context, scene, of('PK'), room.narrow ? end + 4 : room.width - 6, look);
  drawAfghan(context, room, scene, of('AF'), look);
  drawPakistani(context, scene, of('PK'), room.narrow ? end + 14 : room.width - 14, look);
  drawCrossings(context, room, scene, end, look);
}

/** Each province as a bar along its stretch. @param {CanvasRenderingContext2D} context @param {Scene} scene @param {Province[]} provinces @param {number} x @param {Look} look */
function drawBars(context, { line }, provinces, x, look) {
  provinces.forEach(({ from, to }, at) => {
    const y = yOf(line, to);
    context.fillStyle = at % 2 ? look['province-line'] : look['country-line'];
    context.fillRect(x, y + 0.5, 3, Math.max(1, yOf(line, from) - y - 1));
  });
}

/** @param {CanvasRenderingContext2D} context @param {Room} room @param {Scene} scene @param {Province[]} provinces @param {Look} look */
function drawAfghan(context, room, { line }, provinces, look) {
  const byLength = [...provinces].sort((a, b) => b.to - b.from - (a.to - a.from));
  const names = new Map(byLength.reverse().map((province) => [province.name, province]));
  const labels = [...names.values()].reverse().map(({ name, from, to }) => ({ name: localName('province', name), at: yOf(line, (from + to) / 2) }));
  context.font = `10.5px ${look.font}`;
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  context.fillStyle = look.label;
  for (const { name, at } of spaced(labels, 11)) context.fillText(name, room.left - 12, at, room.left - 14);
}

/** @param {CanvasRenderingContext2D} context @param {Scene} scene @param {Province[]} provinces @param {number} x @param {Look} look */
function drawPakistani(context, { line }, provinces, x, look) {
  context.font = `10.5px ${look.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = look.label;
  for (const { name: english, from, to } of provinces) {
    const name = localName('province', english);
    const room = yOf(line, from) - yOf(line, to);
    if (context.measureText(name).width > room) continue;
    context.save();
    context.translate(x, yOf(line, (from + to) / 2));
    context.rotate(-Math.PI / 2);
    context.fillText(name, 0, 0);
    context.restore();
  }
}

// On a narrow screen the names of the best known crossings stand within the plot.
/** @param {CanvasRenderingContext2D} context @param {Room} room @param {Scene} scene @param {number} end @param {Look} look */
function drawCrossings(context, room, { line, landmarks }, end, look) {
  const ranked = [...landmarks.crossings].sort((a, b) => a.rank - b.rank).map(({ name, km }) => ({ name: crossingName(name), at: yOf(line, km) }));
  context.font = `${room.narrow ? 9.5 : 10.5}px ${look.font}`;
  context.textBaseline = 'middle';
  context.textAlign = room.narrow ? 'right' : 'left';
  context.strokeStyle = look.durand;
  context.lineWidth = 1;
  context.beginPath();
  for (const { at } of ranked) {
    context.moveTo(end, Math.round(at) + 0.5);
    context.lineTo(end + (room.narrow ? 3 : 5), Math.round(at) + 0.5);
  }
  context.stroke();
  context.lineWidth = 3;
  context.lineJoin = 'round';
  context.strokeStyle = look.home;
  for (const { name, at } of spaced(room.narrow ? ranked.slice(0, 4) : ranked, 11.5)) {
    const x = room.narrow ? end - 4 : end + 8;
    if (room.narrow) context.strokeText(name, x, at);
    context.fillStyle = room.narrow ? look['label-minor'] : look.label;
    context.fillText(name, x, at, room.narrow ? 120 : room.right - 34);
  }
}
