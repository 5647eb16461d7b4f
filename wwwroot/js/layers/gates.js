// @ts-check
// The sign of a crossing's state: a flag on a pole above its point, told by its form alone, so that grey and every eye can read it.

/**
 * @typedef {import('./crossings.js').Status} Status
 * @typedef {{d: string, fill?: string, stroke?: string, width?: number, dash?: number[], alpha?: number}} Part of a drawing: path data and colours
 * @typedef {import('../map/theme.js').Theme} Theme
 */

/** Half of a flag's width. */
export const HALF = 7;
/** How high its middle stands above the crossing: higher than a disc of many incidents. */
export const POLE = 32;
/** How high the pole ends above the crossing where its incidents have a mark, so that it crosses out no number. */
const FOOT = 11;

const BOX = `M${-HALF} ${-HALF}H${HALF}V${HALF}H${-HALF}Z`;

/** The flag about its middle. @param {Status} status @param {Theme} theme @returns {Part[]} */
export function flagParts(status, theme) {
  const { ink, paper } = theme;
  switch (status) {
    case 'closed': return [{ d: BOX, fill: ink, stroke: paper, width: 1.4 }, { d: 'M-4.4 -1.5H4.4V1.5H-4.4Z', fill: paper }];
    case 'open': return [{ d: BOX, fill: paper, stroke: ink, width: 1.4 }, { d: 'M-3.6 0.2L-1 3L3.8 -2.8', stroke: ink, width: 1.9 }];
    case 'partly': return [{ d: BOX, fill: paper, stroke: ink, width: 1.4 }, { d: `M${-HALF} ${-HALF}H${HALF}L${-HALF} ${HALF}Z`, fill: ink }];
    default: return [{ d: BOX, fill: paper, stroke: ink, width: 1.2, dash: [2.2, 2] }, { d: 'M-2.4 -1.6A2.4 2.4 0 1 1 0.6 0.7L0 1.2V2M0 3.6V4.6', stroke: ink, width: 1.5 }];
  }
}

/** @param {import('../map/discs.js').Context} context @param {readonly Part[]} parts @param {number} x @param {number} y */
export function drawParts(context, parts, x, y) {
  context.save();
  context.translate(x, y);
  context.lineJoin = 'round';
  context.lineCap = 'butt';
  for (const { d, fill, stroke, width = 1, dash = [], alpha = 1 } of parts) {
    const path = new Path2D(d);
    context.globalAlpha = alpha;
    if (fill) { context.fillStyle = fill; context.fill(path); }
    if (stroke) {
      context.setLineDash(dash);
      context.strokeStyle = stroke;
      context.lineWidth = width;
      context.stroke(path);
    }
  }
  context.restore();
}

/** Zoom from which crossings of which nothing is told bear a sign too. */
const ALL_ZOOM = 9;

/**
 * Which flags stand where, the best known first; one that would cover another waits for a closer look.
 * @param {readonly import('./crossings.js').Crossing[]} crossings by rank
 * @param {readonly import('./crossings.js').State[]} states
 * @param {import('../map/canvas-layer.js').Frame} frame
 */
export function placeFlags(crossings, states, { scale, left, top, width, height, zoom }) {
  /** @type {{at: number, x: number, y: number}[]} x, y: the crossing itself */
  const placed = [];
  crossings.forEach((crossing, at) => {
    if (states[at].status === 'unknown' && zoom < ALL_ZOOM) return;
    const x = crossing.x * scale - left;
    const y = crossing.y * scale - top;
    if (x < -20 || y < -20 || x > width + 20 || y > height + 60) return;
    if (placed.every((other) => Math.abs(other.x - x) > HALF * 2 + 2 || Math.abs(other.y - y) > HALF * 2 + 2)) placed.push({ at, x, y });
  });
  return placed;
}

/** The crossing whose flag is at a point of the frame, -1 for none. @param {ReturnType<typeof placeFlags>} placed @param {number} x @param {number} y @param {number} slack */
export const flagAt = (placed, x, y, slack) => placed.find((flag) => Math.abs(flag.x - x) <= HALF + slack && Math.abs(flag.y - POLE - y) <= HALF + slack)?.at ?? -1;

/** @param {CanvasRenderingContext2D} context @param {import('../map/stamps.js').Stamps} stamps @param {ReturnType<typeof placeFlags>} placed @param {readonly import('./crossings.js').State[]} states @param {number} pointed @param {Theme} theme @param {boolean} hasMarks whether marks of incidents stand below */
export function drawFlags(context, stamps, placed, states, pointed, theme, hasMarks) {
  const foot = hasMarks ? FOOT : 0;
  const pole = `M0 ${HALF - POLE}V${-foot}`;
  for (const { at, x, y } of placed) {
    const { status } = states[at];
    stamps.draw(context, `flag ${status} ${foot}`, x, y, POLE + HALF + 2, (on) => {
      drawParts(on, [{ d: pole, stroke: theme.paper, width: 3.6, alpha: 0.8 }, { d: pole, stroke: theme.ink, width: 1.4 }], 0, 0);
      drawParts(on, flagParts(status, theme), 0, -POLE);
    });
    if (at === pointed) drawParts(context, [{ d: `M-10 -10H10V10H-10Z`, stroke: theme.focus, width: 2.4 }], x, y - POLE);
  }
}
