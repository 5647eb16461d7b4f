// @ts-check
// The name and status of the Durand Line, written along it where it runs straight enough in view.
import { inUse, t } from '../text/t.js';

/** @typedef {import('./canvas-layer.js').Frame} Frame */

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Frame} frame
 * @param {import('./geometry.js').Shape[]} lines
 * @param {import('./theme.js').Theme} theme
 * @param {string} worldview
 * @returns {number[][]} boxes that the words take
 */
export function lineStatusLabel(context, frame, lines, theme, worldview) {
  context.font = `${inUse().dir === 'rtl' ? '' : 'italic '}500 11.5px ${theme.font}`;
  context.letterSpacing = inUse().dir === 'rtl' ? '0px' : '0.3px';
  const whole = `${t('legend.line')} · ${t(`line.status.${worldview}`)}`;
  for (const text of [whole, t('legend.line')]) {
    const length = context.measureText(text).width + 16;
    const spot = lines.flatMap(({ rings }) => rings.map((ring) => straightest(ring, frame, length))).find(Boolean);
    if (!spot) continue;
    write(context, text, spot, theme);
    return boxesAlong(spot, length);
  }
  return [];
}

// Small boxes along the slanting words, for the other labels to keep clear of.
/** @param {{x: number, y: number, angle: number}} spot @param {number} length */
function boxesAlong({ x, y, angle }, length) {
  const boxes = [];
  for (let along = -length / 2; along <= length / 2; along += 12) {
    const cx = x + along * Math.cos(angle) + 13 * Math.sin(angle);
    const cy = y + along * Math.sin(angle) - 13 * Math.cos(angle);
    boxes.push([cx - 8, cy - 8, cx + 8, cy + 8]);
  }
  return boxes;
}

/** @param {CanvasRenderingContext2D} context @param {string} text @param {{x: number, y: number, angle: number}} spot @param {import('./theme.js').Theme} theme */
function write(context, text, spot, theme) {
  context.save();
  context.translate(spot.x, spot.y);
  context.rotate(spot.angle);
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  context.lineJoin = 'round';
  context.strokeStyle = theme.halo;
  context.lineWidth = 3.5;
  context.strokeText(text, 0, -9);
  context.fillStyle = theme.durand;
  context.fillText(text, 0, -9);
  context.restore();
}

/**
 * The stretch in view of some length whose middle strays least from the chord.
 * @param {Float64Array} ring
 * @param {Frame} frame
 * @param {number} length pixels
 */
export function straightest(ring, frame, length) {
  const points = inView(ring, frame);
  let best = null;
  let least = 14;
  for (let from = 0, to = 0; from < points.length; from += 4) {
    while (to < points.length && Math.hypot(points[to].x - points[from].x, points[to].y - points[from].y) < length) to++;
    if (to >= points.length) break;
    const a = points[from];
    const b = points[to];
    if (b.at - a.at !== to - from) continue;
    const stray = strayOf(points, from, to);
    if (stray >= least) continue;
    least = stray;
    const angle = Math.atan2(b.y - a.y, b.x - a.x);
    best = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, angle: Math.abs(angle) > Math.PI / 2 ? angle + Math.PI : angle };
  }
  return best;
}

/** @param {Float64Array} ring @param {Frame} frame */
function inView(ring, { scale, left, top, width, height }) {
  const points = [];
  for (let at = 0; at < ring.length / 2; at++) {
    const x = ring[at * 2] * scale - left;
    const y = ring[at * 2 + 1] * scale - top;
    if (x > width * 0.16 && x < width * 0.84 && y > height * 0.18 && y < height * 0.82) points.push({ x, y, at });
  }
  return points;
}

/** @param {{x: number, y: number}[]} points @param {number} from @param {number} to */
function strayOf(points, from, to) {
  const a = points[from];
  const b = points[to];
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  let stray = 0;
  for (let at = from; at <= to; at += 2) {
    stray = Math.max(stray, Math.abs((b.x - a.x) * (points[at].y - a.y) - (b.y - a.y) * (points[at].x - a.x)) / length);
  }
  return stray;
}
