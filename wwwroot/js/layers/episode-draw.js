// @ts-check
// Outlines of episodes: about the places of their incidents, with room, so that they are taken for a grouping and not for an area.
import { drawParts } from './gates.js';
import { MOST } from './legend.js';

/** Pixels between the outermost marks and the outline. */
const ROOM = 26;

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import('../map/canvas-layer.js').Frame} frame
 * @param {readonly import('./hull.js').Group[]} groups
 * @param {(id: string) => string} name
 * @param {import('../map/theme.js').Theme} theme
 */
export function drawGroups(context, { scale, left, top, width, height }, groups, name, theme) {
  /** @type {number[][]} */
  const taken = [];
  for (const { id, hull, count } of groups.slice(0, MOST)) {
    if (hull.length === 0) continue;
    const corners = hull.map(([x, y]) => [x * scale - left, y * scale - top]);
    context.save();
    context.beginPath();
    corners.forEach(([x, y], at) => (at === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
    context.closePath();
    context.lineJoin = 'round';
    context.lineCap = 'round';
    outline(context, corners, theme);
    context.restore();
    label(context, corners, `${name(id)} (${count})`, taken, { width, height }, theme);
  }
}

// The outline at an even distance from the corners: round about each, straight between.
/** @param {CanvasRenderingContext2D} context @param {number[][]} corners @param {import('../map/theme.js').Theme} theme */
function outline(context, corners, theme) {
  const path = new Path2D();
  corners.forEach((corner, at) => {
    const before = corners[(at + corners.length - 1) % corners.length];
    const after = corners[(at + 1) % corners.length];
    const angle = (/** @type {number[]} */ a, /** @type {number[]} */ b) => Math.atan2(b[1] - a[1], b[0] - a[0]) - Math.PI / 2;
    if (corners.length === 1) path.arc(corner[0], corner[1], ROOM, 0, 2 * Math.PI);
    else path.arc(corner[0], corner[1], ROOM, angle(before, corner), angle(corner, after));
  });
  path.closePath();
  context.fillStyle = theme.focus;
  context.globalAlpha = 0.07;
  context.fill(path);
  context.globalAlpha = 1;
  context.strokeStyle = theme.paper;
  context.lineWidth = 4;
  context.stroke(path);
  context.strokeStyle = theme.focus;
  context.lineWidth = 1.8;
  context.setLineDash([7, 5]);
  context.stroke(path);
  context.setLineDash([]);
}

/** @param {CanvasRenderingContext2D} context @param {number[][]} corners @param {string} text @param {number[][]} taken @param {{width: number, height: number}} frame @param {import('../map/theme.js').Theme} theme */
function label(context, corners, text, taken, frame, theme) {
  context.font = `600 11.5px ${theme.font}`;
  context.letterSpacing = '0px';
  const short = text.length > 44 ? `${text.slice(0, 42)} …` : text;
  const half = context.measureText(short).width / 2 + 6;
  for (const [x, y] of [...corners].sort((a, b) => a[1] - b[1])) {
    const top = y - ROOM;
    const box = [x - half, top - 9, x + half, top + 9];
    if (box[0] < 0 || box[2] > frame.width || box[1] < 0 || box[3] > frame.height) continue;
    if (taken.some(([a, b, c, d]) => box[2] > a && box[0] < c && box[3] > b && box[1] < d)) continue;
    taken.push(box);
    drawParts(context, [{ d: `M${-half} -9H${half}V9H${-half}Z`, fill: theme.paper, stroke: theme.focus, width: 1, alpha: 0.94 }], x, top);
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillStyle = theme.ink;
    context.fillText(short, x, top + 0.5);
    return;
  }
}
