// @ts-check
// Where a view holds more spots than anybody could tell apart, near ones are drawn as one disc that opens on a click.
// What is near goes by a grid that stands still on the ground. Few that are shown at a time are drawn one by one all the same.
import { groupRadius } from './symbols.js';
import { SPOT } from './sites.js';

/**
 * @typedef {import('./marks.js').Marks} Marks
 * @typedef {import('./canvas-layer.js').Frame} Frame
 * @typedef {import('./sites.js').Sites} Sites
 *
 * @typedef {object} Groups the first `count`
 * @property {number} count
 * @property {Uint32Array} sites
 * @property {Uint32Array} incidents
 * @property {Uint32Array} families group * families + family
 * @property {Float64Array} box four numbers a group: west, north, east, south in CSS pixels of the frame
 */

/** Views with more spots than this, at any time, are grouped when so many of them are shown; and no more when fewer are. */
export const CROWD = 2500;
const SHOWN = 600;
const NO_MORE = 400;
/** Pixels within which spots are near. */
const CELL = 56;
/** Cells of the largest frame. */
const MOST = 4096;
const FAMILIES = 16;

/** @returns {Groups} */
export const noGroups = () => ({ count: 0, sites: new Uint32Array(0), incidents: new Uint32Array(0), families: new Uint32Array(0), box: new Float64Array(0) });

/** @type {WeakMap<Frame, {sites: Sites, crowded: boolean}>} */
const known = new WeakMap();

/** Whether a view holds too many spots, at any time, to show each. @param {Frame} frame @param {Sites} sites */
function isCrowded(frame, sites) {
  const before = known.get(frame);
  if (before?.sites === sites) return before.crowded;
  const crowded = sites.size > CROWD && spotsIn(frame, sites) > CROWD;
  known.set(frame, { sites, crowded });
  return crowded;
}

/** @param {Frame} frame @param {Sites} sites @param {Uint32Array} [among] */
function spotsIn({ box: { x0, y0, x1, y1 } }, { type, x, y, size }, among) {
  let spots = 0;
  for (let index = 0; index < (among?.length ?? size); index++) {
    const at = among ? among[index] : index;
    if (type[at] === SPOT && x[at] >= x0 && x[at] <= x1 && y[at] >= y0 && y[at] <= y1) spots++;
  }
  return spots;
}

/**
 * What joins spots while they are placed; null where each is to be seen by itself.
 * @param {Groups} groups those of the picture before
 * @param {Frame} frame
 * @param {Sites} sites
 * @param {Uint32Array} shown
 */
export function beginGroups(groups, frame, sites, shown) {
  const wasGrouped = groups.count > 0;
  groups.count = 0;
  return isCrowded(frame, sites) && spotsIn(frame, sites, shown) >= (wasGrouped ? NO_MORE : SHOWN) ? new Grouping(frame) : null;
}

class Grouping {
  #west;
  #north;
  #across;
  /** Mark that stands for each cell, -1: none. */ #cells;

  /** @param {Frame} frame */
  constructor({ left, top, width, height }) {
    this.#west = -CELL - (left % CELL);
    this.#north = -CELL - (top % CELL);
    this.#across = Math.ceil(width / CELL) + 3;
    this.#cells = new Int32Array(this.#across * (Math.ceil(height / CELL) + 3)).fill(-1);
  }

  /**
   * Whether a spot joins the mark of its cell; the first one of a cell is a mark, and becomes a group with the second.
   * @param {Marks} marks
   * @param {number} site
   * @param {number} x
   * @param {number} y
   * @param {import('./sites.js').Tally} tally
   */
  join(marks, site, x, y, tally) {
    const cell = Math.floor((y - this.#north) / CELL) * this.#across + Math.floor((x - this.#west) / CELL);
    const into = this.#cells[cell] ?? -1;
    if (into < 0) {
      if (cell >= 0 && cell < this.#cells.length) this.#cells[cell] = marks.count;
      return false;
    }
    if (marks.group[into] < 0 && !begin(marks, into, tally)) return false;
    addTo(marks.groups, marks.group[into], site, x, y, tally);
    return true;
  }

  // The disc stands amid its spots and not on one of them, which it would seem to name.
  /** @param {Marks} marks */
  settle({ count, group, x, y, r, groups: { box, incidents } }) {
    for (let at = 0; at < count; at++) {
      const corner = group[at] * 4;
      if (corner < 0) continue;
      x[at] = (box[corner] + box[corner + 2]) / 2;
      y[at] = (box[corner + 1] + box[corner + 3]) / 2;
      r[at] = groupRadius(incidents[group[at]]);
    }
  }
}

/** @param {Marks} marks @param {number} at @param {import('./sites.js').Tally} tally */
function begin(marks, at, tally) {
  if (marks.groups.sites.length === 0) {
    marks.groups = { count: 0, sites: new Uint32Array(MOST), incidents: new Uint32Array(MOST), families: new Uint32Array(MOST * FAMILIES), box: new Float64Array(MOST * 4) };
  }
  const { groups } = marks;
  if (groups.count === MOST) return false;
  const group = groups.count++;
  marks.group[at] = group;
  groups.sites[group] = groups.incidents[group] = 0;
  groups.families.fill(0, group * FAMILIES, (group + 1) * FAMILIES);
  groups.box.set([Infinity, Infinity, -Infinity, -Infinity], group * 4);
  addTo(groups, group, marks.site[at], marks.x[at], marks.y[at], tally);
  return true;
}

/** @param {Groups} groups @param {number} group @param {number} site @param {number} x @param {number} y @param {import('./sites.js').Tally} tally */
function addTo({ sites, incidents, families, box }, group, site, x, y, tally) {
  sites[group]++;
  incidents[group] += tally.count[site];
  if (tally.sole[site] >= 0) families[group * FAMILIES + tally.sole[site]] += tally.count[site];
  else for (let family = 0; family < tally.width; family++) families[group * FAMILIES + family] += tally.families[tally.slot[site] * tally.width + family];
  const at = group * 4;
  if (x < box[at]) box[at] = x;
  if (y < box[at + 1]) box[at + 1] = y;
  if (x > box[at + 2]) box[at + 2] = x;
  if (y > box[at + 3]) box[at + 3] = y;
}

/** The group that a site stands for, -1 for none. @param {Marks} marks @param {number} site */
export function groupAt(marks, site) {
  for (let at = 0; at < marks.count; at++) if (marks.site[at] === site) return marks.group[at];
  return -1;
}

/** Incidents of each family in a group. @param {Groups} groups @param {number} group */
export const familiesOf = ({ families }, group) => families.subarray(group * FAMILIES, (group + 1) * FAMILIES);
