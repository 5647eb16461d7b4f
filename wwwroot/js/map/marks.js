// @ts-check
// Which mark stands where in the frame: computed before drawing, kept for pointing and for stepping by keyboard.
import { Boxes } from './boxes.js';
import { contains, labelPoint, overlaps } from './geometry.js';
import { Crowd, noGroups } from './groups.js';
import { radiusOf, stackRadius } from './symbols.js';
import { NOWHERE, RING, SPOT } from './sites.js';
import { unitsOf } from './mercator.js';

/**
 * @typedef {import('./sites.js').Sites} Sites
 * @typedef {import('./tally.js').Tally} Tally
 * @typedef {import('./canvas-layer.js').Frame} Frame
 *
 * @typedef {object} Placing what is placed
 * @property {import('../data/columns.js').Columns} columns
 * @property {Sites} sites
 * @property {Tally} tally
 * @property {number} selected site, -1 for none
 *
 * @typedef {object} Marks in drawing order, the first `count`
 * @property {number} count
 * @property {Uint32Array} site of a group the foremost of its sites
 * @property {Float32Array} x CSS pixels in the frame
 * @property {Float32Array} y
 * @property {Float32Array} r of a ring its radius on the ground; of an area 0
 * @property {Uint8Array} badge whether an area or ring bears its label, which stands at x, y
 * @property {Int32Array} group index into the groups, -1: the mark is its site alone
 * @property {import('./groups.js').Groups} groups
 * @property {Crowd|null} crowd the spots of the frame
 */

/** @returns {Marks} */
export const emptyMarks = () => ({ count: 0, ...room(512), groups: noGroups(), crowd: null });

/** @param {number} size */
const room = (size) => ({
  site: new Uint32Array(size), x: new Float32Array(size), y: new Float32Array(size), r: new Float32Array(size), badge: new Uint8Array(size), group: new Int32Array(size),
});

/** @param {Marks} marks @param {number} site @param {number} x @param {number} y @param {number} r */
function add(marks, site, x, y, r) {
  const { count } = marks;
  if (count === marks.site.length) {
    const before = { site: marks.site, x: marks.x, y: marks.y, r: marks.r, group: marks.group };
    Object.assign(marks, room(count * 2));
    for (const name of /** @type {const} */ (['site', 'x', 'y', 'r', 'group'])) marks[name].set(before[name]);
  }
  marks.site[count] = site;
  marks.x[count] = x;
  marks.y[count] = y;
  marks.r[count] = r;
  marks.group[count] = -1;
  marks.count++;
}

/** No mark at all: another layer tells of the incidents. @param {Marks} marks */
export function clearMarks(marks) {
  marks.count = 0;
  marks.groups.count = 0;
}

/**
 * @param {Marks} marks is filled
 * @param {Frame} frame
 * @param {Placing} placing
 */
export function placeMarks(marks, frame, placing) {
  const { sites, tally, columns, selected } = placing;
  if (!marks.crowd?.fits(frame)) tally.watch(marks.crowd = new Crowd(frame, sites, tally));
  const grouped = marks.crowd.isGrouped(marks.groups.count > 0);
  marks.count = marks.groups.count = 0;
  placeRough(marks, frame, placing);
  const radius = (/** @type {number} */ site) => (tally.count[site] > 1 ? stackRadius(tally.count[site]) : radiusOf(columns.killedLow[tally.only[site]]));
  if (grouped) marks.crowd.place(marks, selected, radius, add);
  else for (const site of marks.crowd.inOrder()) add(marks, site, sites.x[site] * frame.scale - frame.left, sites.y[site] * frame.scale - frame.top, radius(site));
  placeBadges(marks, frame, sites, tally);
}

/** Areas and rings. @param {Marks} marks @param {Frame} frame @param {Placing} placing */
function placeRough(marks, frame, { sites, tally, columns: { lat, radius } }) {
  const { left, top, scale, width, height, box } = frame;
  for (let site = 0; site < sites.spots; site++) {
    if (tally.count[site] === 0 || sites.type[site] === NOWHERE) continue;
    const shape = sites.shapes.get(site);
    if (shape && !overlaps(shape.box, box)) continue;
    const anchor = shape ? labelAnchor(shape) : null;
    const x = (anchor ? anchor.x : sites.x[site]) * scale - left;
    const y = (anchor ? anchor.y : sites.y[site]) * scale - top;
    const r = shape ? 0 : Math.max(9, unitsOf(radius[sites.row[site]], lat[sites.row[site]]) * scale);
    if (!shape && (x < -r || y < -r || x > width + r || y > height + r)) continue;
    add(marks, site, x, y, r);
  }
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
 * @param {Sites} sites
 * @param {Tally} tally
 */
function placeBadges(marks, frame, { type, shapes }, tally) {
  const { count, site, x, y, r, badge } = marks;
  const wanted = [];
  badge.fill(0, 0, count);
  for (let at = 0; at < count; at++) {
    const shape = shapes.get(site[at]);
    if (type[site[at]] !== SPOT && (tally.count[site[at]] > 1 || !shape || (shape.box.x1 - shape.box.x0) * frame.scale >= 3.4 * BADGE.width)) wanted.push(at);
  }
  if (wanted.length === 0) return;
  const taken = new Boxes(frame.width, frame.height);
  for (let at = 0; at < count; at++) if (type[site[at]] === SPOT) taken.add(x[at] - r[at], y[at] - r[at], x[at] + r[at], y[at] + r[at]);
  wanted.sort((a, b) => tally.count[site[b]] - tally.count[site[a]]);
  for (const at of wanted) {
    const shape = shapes.get(site[at]);
    for (const [across, down] of OFFSETS) {
      const left = x[at] + across * 2.2 * BADGE.width;
      const top = y[at] + down * 2.3 * BADGE.height;
      const box = /** @type {const} */ ([left - BADGE.width, top - BADGE.height, left + BADGE.width, top + BADGE.height]);
      if (taken.meets(...box) || (shape && (across || down) && !contains(shape, (left + frame.left) / frame.scale, (top + frame.top) / frame.scale))) continue;
      taken.add(...box);
      badge[at] = 1;
      if (shape) {
        x[at] = left;
        y[at] = top;
      }
      break;
    }
  }
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
export function hit(marks, sites, frame, x, y, slack) {
  let best = -1;
  let nearest = Infinity;
  let fallback = -1;
  for (let at = marks.count - 1; at >= 0; at--) {
    const isSpot = sites.type[marks.site[at]] === SPOT;
    const dx = Math.abs(x - marks.x[at]);
    const dy = Math.abs(y - marks.y[at]);
    const distance = Math.hypot(dx, dy);
    if (isSpot ? distance <= marks.r[at] + slack : marks.badge[at] === 1 && dx <= BADGE.width && dy <= BADGE.height) {
      const near = distance / (marks.r[at] || BADGE.width);
      if (near < nearest) { nearest = near; best = marks.site[at]; }
    } else if (fallback < 0 && inside(sites, marks, at, frame, x, y, distance)) fallback = marks.site[at];
  }
  return best >= 0 ? best : fallback;
}

/** @param {Sites} sites @param {Marks} marks @param {number} at @param {Frame} frame @param {number} x @param {number} y @param {number} distance */
function inside({ type, shapes }, marks, at, frame, x, y, distance) {
  const site = marks.site[at];
  if (type[site] === RING) return distance <= marks.r[at];
  const shape = shapes.get(site);
  return shape !== undefined && contains(shape, (x + frame.left) / frame.scale, (y + frame.top) / frame.scale);
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
