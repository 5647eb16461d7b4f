// @ts-check
// Where a view holds more spots than anybody could tell apart, near ones are drawn as one disc that opens on a click.
// What is near goes by a grid that stands still on the ground; whether to group goes by all that is recorded there, so that
// the marks do not change their kind while the window runs.
import { groupRadius } from './symbols.js';
import { SPOT } from './sites.js';

/**
 * @typedef {import('./marks.js').Marks} Marks
 * @typedef {import('./canvas-layer.js').Frame} Frame
 *
 * @typedef {object} Groups the first `count`
 * @property {number} count
 * @property {Uint32Array} sites
 * @property {Uint32Array} incidents
 * @property {Uint32Array} families group * families + family
 * @property {Float64Array} box four numbers a group: west, north, east, south in CSS pixels of the frame
 */

/** More spots than this in a view are grouped. */
export const CROWD = 2500;
/** Pixels within which spots are near. */
const CELL = 56;
/** Cells of the largest frame. */
const MOST = 4096;
const FAMILIES = 16;

/** @returns {Groups} */
export const noGroups = () => ({ count: 0, sites: new Uint32Array(0), incidents: new Uint32Array(0), families: new Uint32Array(0), box: new Float64Array(0) });

/** @type {WeakMap<Frame, {sites: import('./sites.js').Sites, crowded: boolean}>} */
const known = new WeakMap();

/** Whether a view holds too many spots, at any time, to show each. @param {Frame} frame @param {import('./sites.js').Sites} sites */
export function isCrowded(frame, sites) {
  const before = known.get(frame);
  if (before?.sites === sites) return before.crowded;
  const { x0, y0, x1, y1 } = frame.box;
  const { type, x, y, size } = sites;
  let spots = 0;
  if (size > CROWD) for (let at = 0; at < size; at++) if (type[at] === SPOT && x[at] >= x0 && x[at] <= x1 && y[at] >= y0 && y[at] <= y1) spots++;
  const crowded = spots > CROWD;
  known.set(frame, { sites, crowded });
  return crowded;
}

/**
 * Joins the spots of each cell into the foremost of them; the one that is selected stays by itself.
 * @param {Marks} marks
 * @param {Frame} frame
 * @param {import('./marks.js').Placing} placing
 */
export function groupSpots(marks, frame, { sites, tally, selected }) {
  const groups = marks.groups.sites.length > 0 ? marks.groups : (marks.groups = {
    count: 0, sites: new Uint32Array(MOST), incidents: new Uint32Array(MOST), families: new Uint32Array(MOST * FAMILIES), box: new Float64Array(MOST * 4),
  });
  const west = Math.floor(frame.left / CELL) - 1;
  const north = Math.floor(frame.top / CELL) - 1;
  const across = Math.ceil(frame.width / CELL) + 3;
  const cells = new Int32Array(across * (Math.ceil(frame.height / CELL) + 3)).fill(-1);
  const kept = marks.count;
  let count = 0;
  for (let at = 0; at < kept; at++) {
    const site = marks.site[at];
    const x = marks.x[at];
    const y = marks.y[at];
    let into = -1;
    if (sites.type[site] === SPOT && site !== selected) {
      const cell = (Math.floor((y + frame.top) / CELL) - north) * across + Math.floor((x + frame.left) / CELL) - west;
      into = cells[cell] ?? -1;
      if (into < 0 && cell >= 0 && cell < cells.length) cells[cell] = count;
    }
    if (into >= 0 && (marks.group[into] >= 0 || begin(marks, groups, into, tally))) {
      join(groups, marks.group[into], site, x, y, tally);
      continue;
    }
    marks.site[count] = site;
    marks.x[count] = x;
    marks.y[count] = y;
    marks.r[count] = marks.r[at];
    marks.group[count++] = -1;
  }
  marks.count = count;
  for (let at = 0; at < count; at++) if (marks.group[at] >= 0) settle(marks, groups, at);
}

/** @param {Marks} marks @param {Groups} groups @param {number} at @param {import('./sites.js').Tally} tally */
function begin(marks, groups, at, tally) {
  if (groups.count === MOST) return false;
  const group = groups.count++;
  marks.group[at] = group;
  groups.sites[group] = groups.incidents[group] = 0;
  groups.families.fill(0, group * FAMILIES, (group + 1) * FAMILIES);
  groups.box.set([Infinity, Infinity, -Infinity, -Infinity], group * 4);
  join(groups, group, marks.site[at], marks.x[at], marks.y[at], tally);
  return true;
}

/** @param {Groups} groups @param {number} group @param {number} site @param {number} x @param {number} y @param {import('./sites.js').Tally} tally */
function join({ sites, incidents, families, box }, group, site, x, y, tally) {
  sites[group]++;
  incidents[group] += tally.count[site];
  for (let family = 0; family < tally.width; family++) families[group * FAMILIES + family] += tally.families[site * tally.width + family];
  const at = group * 4;
  if (x < box[at]) box[at] = x;
  if (y < box[at + 1]) box[at + 1] = y;
  if (x > box[at + 2]) box[at + 2] = x;
  if (y > box[at + 3]) box[at + 3] = y;
}

// The disc stands amid its spots and not on one of them, which it would seem to name.
/** @param {Marks} marks @param {Groups} groups @param {number} at */
function settle(marks, { box, incidents }, at) {
  const group = marks.group[at];
  marks.x[at] = (box[group * 4] + box[group * 4 + 2]) / 2;
  marks.y[at] = (box[group * 4 + 1] + box[group * 4 + 3]) / 2;
  marks.r[at] = groupRadius(incidents[group]);
}

/** The group that a site stands for, -1 for none. @param {Marks} marks @param {number} site */
export function groupAt(marks, site) {
  for (let at = 0; at < marks.count; at++) if (marks.site[at] === site) return marks.group[at];
  return -1;
}

/** Incidents of each family in a group. @param {Groups} groups @param {number} group */
export const familiesOf = ({ families }, group) => families.subarray(group * FAMILIES, (group + 1) * FAMILIES);
