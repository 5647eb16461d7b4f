// @ts-check
// Which mark stands where in the frame: computed before drawing, kept for pointing and for stepping by keyboard.
import { contains, labelPoint } from './geometry.js';
import { radiusOf, stackRadius } from './symbols.js';
import { AREA, NOWHERE, RING, SPOT } from './sites.js';
import { unitsOf } from './mercator.js';

/**
 * @typedef {import('./sites.js').Sites} Sites
 * @typedef {import('./sites.js').Tally} Tally
 * @typedef {import('./canvas-layer.js').Frame} Frame
 *
 * @typedef {object} Marks in drawing order, the first `count`
 * @property {number} count
 * @property {Uint32Array} site
 * @property {Float32Array} x CSS pixels in the frame
 * @property {Float32Array} y
 * @property {Float32Array} r of a ring its radius on the ground; of an area 0
 * @property {Uint8Array} badge whether an area or ring bears its label, which stands at x, y
 */

/** @param {number} size @returns {Marks} */
export const emptyMarks = (size) => ({ count: 0, site: new Uint32Array(size), x: new Float32Array(size), y: new Float32Array(size), r: new Float32Array(size), badge: new Uint8Array(size) });

/**
 * Sites in drawing order: coarse areas under fine ones under rings under spots, large spots under small ones.
 * @param {Sites} sites
 * @param {import('../data/columns.js').Columns} columns
 */
export function drawingOrder({ list, of }, { killedLow, size }) {
  const weight = new Float64Array(list.length);
  for (let row = 0; row < size; row++) weight[of[row]] = Math.max(weight[of[row]], killedLow[row]);
  const layer = (/** @type {number} */ at) => (list[at].type === AREA ? 10 - list[at].level : list[at].type === RING ? 20 : 30);
  return Uint32Array.from(list.keys()).sort((a, b) => layer(a) - layer(b) || weight[b] - weight[a] || a - b);
}

/**
 * @param {Marks} marks is filled
 * @param {Frame} frame
 * @param {Sites} sites
 * @param {Uint32Array} order
 * @param {Tally} tally
 * @param {Int32Array} killedLow
 */
export function placeMarks(marks, frame, { list }, order, tally, killedLow) {
  let count = 0;
  for (const at of order) {
    const here = tally.count[at];
    const site = list[at];
    if (here === 0 || site.type === NOWHERE) continue;
    const anchor = site.shape ? labelAnchor(site.shape) : site;
    const x = anchor.x * frame.scale - frame.left;
    const y = anchor.y * frame.scale - frame.top;
    const r = site.type === SPOT ? (here > 1 ? stackRadius(here) : radiusOf(killedLow[tally.first[at]]))
      : site.type === RING ? Math.max(9, unitsOf(site.radius, site.lat) * frame.scale) : 0;
    if (site.type !== AREA && (x < -r || y < -r || x > frame.width + r || y > frame.height + r)) continue;
    marks.site[count] = at;
    marks.x[count] = x;
    marks.y[count] = y;
    marks.r[count++] = r;
  }
  marks.count = count;
  placeBadges(marks, frame, list, tally);
}

/** @type {WeakMap<import('./geometry.js').Shape, {x: number, y: number}>} */
const anchors = new WeakMap();

/** @param {import('./geometry.js').Shape} shape */
function labelAnchor(shape) {
  let anchor = anchors.get(shape);
  if (!anchor) anchors.set(shape, anchor = labelPoint(shape));
  return anchor;
}

/** How far from its middle an area's label reaches, across and down. */
export const BADGE = { width: 15, height: 9 };

/** Where a label may stand beside its area's middle, in its own sizes. */
const OFFSETS = [[0, 0], [0, -1], [0, 1], [-1, 0], [1, 0], [-1, -1], [1, -1], [-1, 1], [1, 1]];

/**
 * Labels of areas, those of many incidents first, where they cover neither a spot nor one another and lie within their area.
 * A label that finds no room waits for a closer look; a small area with one incident says enough by its hatching.
 * @param {Marks} marks
 * @param {Frame} frame
 * @param {readonly import('./sites.js').Site[]} list
 * @param {Tally} tally
 */
function placeBadges(marks, frame, list, tally) {
  const { count, site, x, y, r, badge } = marks;
  /** @type {number[]} */
  const taken = [];
  const wanted = [];
  for (let at = 0; at < count; at++) {
    const { type, shape } = list[site[at]];
    badge[at] = 0;
    if (type === SPOT) taken.push(x[at] - r[at], y[at] - r[at], x[at] + r[at], y[at] + r[at]);
    else if (tally.count[site[at]] > 1 || !shape || (shape.box.x1 - shape.box.x0) * frame.scale >= 3.4 * BADGE.width) wanted.push(at);
  }
  wanted.sort((a, b) => tally.count[site[b]] - tally.count[site[a]]);
  for (const at of wanted) {
    const { shape } = list[site[at]];
    for (const [across, down] of OFFSETS) {
      const left = x[at] + across * 2.2 * BADGE.width;
      const top = y[at] + down * 2.3 * BADGE.height;
      if (collides(taken, left, top) || (shape && (across || down) && !contains(shape, (left + frame.left) / frame.scale, (top + frame.top) / frame.scale))) continue;
      taken.push(left - BADGE.width, top - BADGE.height, left + BADGE.width, top + BADGE.height);
      badge[at] = 1;
      if (shape) {
        x[at] = left;
        y[at] = top;
      }
      break;
    }
  }
}

/** @param {readonly number[]} boxes four numbers each @param {number} x @param {number} y */
function collides(boxes, x, y) {
  for (let at = 0; at < boxes.length; at += 4) {
    if (x + BADGE.width > boxes[at] && x - BADGE.width < boxes[at + 2] && y + BADGE.height > boxes[at + 1] && y - BADGE.height < boxes[at + 3]) return true;
  }
  return false;
}

/**
 * The site under a point of the frame: spots before labels before rings before areas, the nearest first; -1 for none.
 * @param {Marks} marks
 * @param {Sites} sites
 * @param {Frame} frame
 * @param {number} x
 * @param {number} y
 * @param {number} slack
 */
export function hit(marks, { list }, frame, x, y, slack) {
  let best = -1;
  let nearest = Infinity;
  let fallback = -1;
  for (let at = marks.count - 1; at >= 0; at--) {
    const site = list[marks.site[at]];
    const dx = Math.abs(x - marks.x[at]);
    const dy = Math.abs(y - marks.y[at]);
    const distance = Math.hypot(dx, dy);
    if (site.type === SPOT ? distance <= marks.r[at] + slack : marks.badge[at] === 1 && dx <= BADGE.width && dy <= BADGE.height) {
      const near = distance / (marks.r[at] || BADGE.width);
      if (near < nearest) { nearest = near; best = marks.site[at]; }
    } else if (fallback < 0 && inside(site, marks, at, frame, x, y, distance)) fallback = marks.site[at];
  }
  return best >= 0 ? best : fallback;
}

/** @param {import('./sites.js').Site} site @param {Marks} marks @param {number} at @param {Frame} frame @param {number} x @param {number} y @param {number} distance */
function inside(site, marks, at, frame, x, y, distance) {
  if (site.type === RING) return distance <= marks.r[at];
  return site.type === AREA && site.shape !== null && contains(site.shape, (x + frame.left) / frame.scale, (y + frame.top) / frame.scale);
}

/**
 * The next or previous mark in view, from west to east; -1 where none is in view.
 * @param {Marks} marks
 * @param {number} current site, -1 for none
 * @param {1|-1} direction
 * @param {(x: number, y: number) => boolean} inView
 */
export function neighbour(marks, current, direction, inView) {
  const seen = Array.from({ length: marks.count }, (_, at) => at)
    .filter((at) => inView(marks.x[at], marks.y[at]))
    .sort((a, b) => marks.x[a] - marks.x[b] || marks.y[a] - marks.y[b])
    .map((at) => marks.site[at]);
  if (seen.length === 0) return -1;
  const at = seen.indexOf(current);
  if (at < 0) return direction > 0 ? seen[0] : seen[seen.length - 1];
  return seen[(at + direction + seen.length) % seen.length];
}
