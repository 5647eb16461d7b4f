// @ts-check
// The picture of the timeline: stacked bars, the axis, what lies outside the window paled.
import { inUse, t } from '../text/t.js';
import { tickWords } from '../words/dates.js';
import { hatch } from '../map/hatch.js';
import { ticksOf, xOf } from './scale.js';

/**
 * @typedef {import('./scale.js').Scale} Scale
 * @typedef {import('../time/histogram.js').Bins} Bins
 * @typedef {{start: number, end: number}} Window
 * @typedef {{axis: number, top: number, height: number}} Room
 */

/**
 * @param {CanvasRenderingContext2D} context in CSS pixels
 * @param {Scale} scale
 * @param {Room} room
 * @param {Bins} bins
 * @param {Window} window
 * @param {import('../map/theme.js').Theme} theme
 * @param {number} hovered bin, -1 for none
 * @param {readonly import('../time/gaps.js').Gap[]} gaps
 */
export function drawPlot(context, scale, room, bins, window, theme, hovered, gaps) {
  context.clearRect(0, 0, scale.width, room.height);
  drawGaps(context, scale, room.top, room.height - room.axis, gaps, theme);
  drawAxis(context, scale, room, theme);
  const base = room.height - room.axis;
  const unit = (base - room.top) / Math.max(1, bins.highest);
  for (let bin = 0; bin < bins.edges.length - 1; bin++) {
    const x0 = xOf(scale, bins.edges[bin]);
    const x1 = xOf(scale, bins.edges[bin + 1]);
    if (x1 < 0 || x0 > scale.width) continue;
    const inside = bins.edges[bin + 1] > window.start && bins.edges[bin] <= window.end;
    const gap = x1 - x0 > 4 ? 1 : 0;
    drawBar(context, bins, bin, x0 + gap / 2, Math.max(1, x1 - x0 - gap), base, unit, inside ? 1 : 0.28, theme);
    if (bin === hovered) {
      context.globalAlpha = 0.07;
      context.fillStyle = theme.ink;
      context.fillRect(x0, 0, x1 - x0, base);
      context.globalAlpha = 1;
    }
  }
  drawMost(context, scale, room.top, bins, theme);
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

/** @param {CanvasRenderingContext2D} context @param {Bins} bins @param {number} bin @param {number} x @param {number} width @param {number} base @param {number} unit @param {number} alpha @param {import('../map/theme.js').Theme} theme */
function drawBar(context, { whole, part, families }, bin, x, width, base, unit, alpha, theme) {
  let y = base;
  for (const [counts, strength] of /** @type {const} */ ([[whole, 1], [part, 0.32]])) {
    context.globalAlpha = alpha * strength;
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
