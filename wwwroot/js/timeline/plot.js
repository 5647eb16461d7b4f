// @ts-check
// The picture of the timeline: stacked bars, the axis, what lies outside the window paled.
import { inUse, t } from '../text/t.js';
import { tickWords } from '../words/dates.js';
import { hatch } from '../map/hatch.js';
import { binOf } from '../time/histogram.js';
import { ticksOf, xOf } from './scale.js';

/**
 * @typedef {import('./scale.js').Scale} Scale
 * @typedef {import('../time/histogram.js').Bins} Bins
 * @typedef {{start: number, end: number}} Window
 * @typedef {{axis: number, top: number, height: number}} Room
 */

/**
 * What is drawn, in CSS pixels.
 * @typedef {object} Plot
 * @property {Scale} scale
 * @property {Room} room
 * @property {Bins} bins
 * @property {import('../map/theme.js').Theme} theme
 * @property {readonly import('../time/gaps.js').Gap[]} gaps
 */

/** The picture, kept in layers: a step of the window only puts them together. */
export class PlotPicture {
  #ground = document.createElement('canvas');
  #bars = document.createElement('canvas');
  #words = document.createElement('canvas');
  /** @type {Plot|null} */ #drawn = null;
  #density = 1;

  /** @param {CanvasRenderingContext2D} context @param {Plot} plot @param {Window} window @param {number} hovered bin, -1 for none @param {number} density */
  draw(context, plot, window, hovered, density) {
    if (density !== this.#density || !this.#shows(plot)) this.#drawLayers(plot, density);
    const { width, height } = this.#bars;
    const { scale, bins: { edges }, room, theme } = plot;
    const inside = this.#pixelsOf(plot, window);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    context.drawImage(this.#ground, 0, 0);
    for (const [from, to, alpha] of [[0, inside.from, 0.28], [inside.from, inside.to, 1], [inside.to, width, 0.28]]) {
      if (to <= from) continue;
      context.globalAlpha = alpha;
      context.drawImage(this.#bars, from, 0, to - from, height, from, 0, to - from, height);
    }
    context.globalAlpha = 1;
    context.drawImage(this.#words, 0, 0);
    if (hovered < 0) return;
    const x0 = xOf(scale, edges[hovered]) * density;
    context.globalAlpha = 0.07;
    context.fillStyle = theme.ink;
    context.fillRect(x0, 0, xOf(scale, edges[hovered + 1]) * density - x0, (room.height - room.axis) * density);
    context.globalAlpha = 1;
  }

  /** @param {Plot} plot */
  #shows({ scale: { domain, width }, room, bins, theme, gaps }) {
    const drawn = this.#drawn;
    return drawn !== null && drawn.bins === bins && drawn.theme === theme && drawn.gaps === gaps && drawn.scale.width === width && drawn.room.height === room.height
      && drawn.scale.domain.first === domain.first && drawn.scale.domain.last === domain.last;
  }

  // A bar is within the window where any of its days is.
  /** @param {Plot} plot @param {Window} window */
  #pixelsOf({ scale, bins: { edges } }, { start, end }) {
    const { width } = this.#bars;
    if (end < edges[0] || start >= edges[edges.length - 1]) return { from: width, to: width };
    const at = (/** @type {number} */ bin) => Math.round(Math.min(Math.max(xOf(scale, edges[bin]) * this.#density, 0), width));
    return { from: at(binOf(edges, start)), to: at(binOf(edges, end) + 1) };
  }

  /** @param {Plot} plot @param {number} density */
  #drawLayers(plot, density) {
    const { scale, room, bins, theme, gaps } = plot;
    this.#drawn = { ...plot, scale: { domain: { ...scale.domain }, width: scale.width } };
    this.#density = density;
    const on = (/** @type {HTMLCanvasElement} */ canvas, /** @type {(context: CanvasRenderingContext2D) => void} */ draw) => {
      canvas.width = Math.max(1, scale.width * density);
      canvas.height = Math.max(1, room.height * density);
      const context = canvas.getContext('2d');
      if (!context) return;
      context.setTransform(density, 0, 0, density, 0, 0);
      draw(context);
    };
    on(this.#ground, (context) => {
      drawGaps(context, scale, room.top, room.height - room.axis, gaps, theme);
      drawAxis(context, scale, room, theme);
    });
    on(this.#bars, (context) => drawBars(context, plot));
    on(this.#words, (context) => drawMost(context, scale, room.top, bins, theme));
  }
}

/** @param {CanvasRenderingContext2D} context @param {Plot} plot */
function drawBars(context, { scale, room, bins, theme }) {
  const base = room.height - room.axis;
  const unit = (base - room.top) / Math.max(1, bins.highest);
  for (let bin = 0; bin < bins.edges.length - 1; bin++) {
    const x0 = xOf(scale, bins.edges[bin]);
    const x1 = xOf(scale, bins.edges[bin + 1]);
    if (x1 < 0 || x0 > scale.width) continue;
    const gap = x1 - x0 > 4 ? 1 : 0;
    drawBar(context, bins, bin, x0 + gap / 2, Math.max(1, x1 - x0 - gap), base, unit, theme);
  }
}

/**
 * Where nothing at all is recorded: hatched and said, so that it is not read as a bar of no height.
 * @param {CanvasRenderingContext2D} context
 * @param {Scale} scale
 * @param {number} top
 * @param {number} base
 * @param {readonly import('../time/gaps.js').Gap[]} gaps
 * @param {import('../map/theme.js').Theme} theme
 */
export function drawGaps(context, scale, top, base, gaps, theme) {
  const words = t('time.gap');
  context.font = `italic 10px ${theme.font}`;
  context.textBaseline = 'middle';
  context.textAlign = 'center';
  for (const { first, last } of gaps) {
    const x0 = Math.max(0, xOf(scale, first));
    const x1 = Math.min(scale.width, xOf(scale, last + 1));
    if (x1 - x0 < 3) continue;
    context.globalAlpha = 0.45;
    context.fillStyle = hatch(context, theme['province-line'], 1);
    context.fillRect(x0, top, x1 - x0, base - top);
    context.globalAlpha = 1;
    if (x1 - x0 < context.measureText(words).width + 12) continue;
    context.strokeStyle = theme.paper;
    context.lineWidth = 4;
    context.lineJoin = 'round';
    context.strokeText(words, (x0 + x1) / 2, (top + base) / 2);
    context.fillStyle = theme['label-minor'];
    context.fillText(words, (x0 + x1) / 2, (top + base) / 2);
  }
  context.lineWidth = 1;
}

/** The height that the highest bar has. @param {CanvasRenderingContext2D} context @param {Scale} scale @param {number} top @param {Bins} bins @param {import('../map/theme.js').Theme} theme */
function drawMost(context, scale, top, { highest, unit, measure }, theme) {
  context.strokeStyle = theme['district-line'];
  context.setLineDash([2, 3]);
  context.beginPath();
  context.moveTo(0, top + 0.5);
  context.lineTo(scale.width, top + 0.5);
  context.stroke();
  context.setLineDash([]);
  context.font = `10px ${theme.font}`;
  context.textBaseline = 'top';
  context.textAlign = 'left';
  context.strokeStyle = theme.paper;
  context.lineWidth = 3;
  context.lineJoin = 'round';
  context.direction = inUse().dir;
  context.strokeText(t(`time.most.${measure}.${unit}`, { n: highest }), 10, top + 2);
  context.fillStyle = theme['label-minor'];
  context.fillText(t(`time.most.${measure}.${unit}`, { n: highest }), 10, top + 2);
}

/** @param {CanvasRenderingContext2D} context @param {Bins} bins @param {number} bin @param {number} x @param {number} width @param {number} base @param {number} unit @param {import('../map/theme.js').Theme} theme */
function drawBar(context, { whole, part, families }, bin, x, width, base, unit, theme) {
  let y = base;
  for (const [counts, strength] of /** @type {const} */ ([[whole, 1], [part, 0.32]])) {
    context.globalAlpha = strength;
    for (let family = 0; family < families; family++) {
      const count = counts[bin * families + family];
      if (count === 0) continue;
      const height = count * unit;
      context.fillStyle = theme.family[family];
      context.fillRect(x, y - height, width, height);
      y -= height;
    }
  }
  context.globalAlpha = 1;
}

/** The axis of time. @param {CanvasRenderingContext2D} context @param {Scale} scale @param {Pick<Room, 'axis'|'height'>} room @param {import('../map/theme.js').Theme} theme */
export function drawAxis(context, scale, room, theme) {
  const base = room.height - room.axis;
  context.strokeStyle = theme['district-line'];
  context.lineWidth = 1;
  context.fillStyle = theme['label-minor'];
  context.font = `10.5px ${theme.font}`;
  context.textBaseline = 'top';
  context.textAlign = 'left';
  let free = -Infinity;
  for (const tick of ticksOf(scale)) {
    const x = Math.round(xOf(scale, tick.day)) + 0.5;
    const words = tickWords(tick.day, tick.kind === 'month' && tick.major ? 'year' : tick.kind);
    context.globalAlpha = tick.major ? 1 : 0.55;
    context.beginPath();
    context.moveTo(x, tick.major ? 0 : base - 3);
    context.lineTo(x, room.height - room.axis + (tick.major ? 14 : 4));
    context.stroke();
    context.globalAlpha = 1;
    if (x < free || x + context.measureText(words).width > scale.width) continue;
    context.fillText(words, x + 4, base + 4);
    free = x + context.measureText(words).width + 10;
  }
  context.beginPath();
  context.moveTo(0, base + 0.5);
  context.lineTo(scale.width, base + 0.5);
  context.stroke();
}
