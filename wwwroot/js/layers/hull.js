// @ts-check
// The outline about some points: their convex hull. What an episode's outline is made of, and what it leaves out.
import { NONE } from '../data/columns.js';
import { PRECISIONS } from '../state/params.js';

const DISTRICT = PRECISIONS.indexOf('district');

/**
 * @param {readonly number[][]} points
 * @returns {number[][]} the corners, against the clock on the screen; all points where there are fewer than three
 */
export function hullOf(points) {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]).filter((point, at, all) => at === 0 || point[0] !== all[at - 1][0] || point[1] !== all[at - 1][1]);
  if (sorted.length < 3) return sorted;
  const half = (/** @type {number[][]} */ list) => {
    /** @type {number[][]} */
    const chain = [];
    for (const point of list) {
      while (chain.length > 1 && turn(chain[chain.length - 2], chain[chain.length - 1], point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

/** @param {number[]} a @param {number[]} b @param {number[]} c */
const turn = (a, b, c) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

/**
 * @typedef {object} Group an episode as the map shows it
 * @property {string} id
 * @property {number} count its incidents that are shown
 * @property {number} rough those known to a province, a country or no place only: they are not in the outline
 * @property {number[][]} hull Web Mercator
 */

/**
 * @param {import('../data/columns.js').Columns} columns
 * @param {import('../filter/selection.js').Selection} selection
 * @returns {Group[]} episodes with any incident shown, those of many first
 */
export function groupsOf({ episodes, x, y, precision }, { rows, count }) {
  /** @type {Map<string, {count: number, points: number[][]}>} */
  const found = new Map();
  for (let at = 0; at < count; at++) {
    const row = rows[at];
    const id = episodes.at(row);
    if (!id) continue;
    let group = found.get(id);
    if (!group) found.set(id, group = { count: 0, points: [] });
    group.count++;
    if (precision[row] !== NONE && precision[row] <= DISTRICT && !Number.isNaN(x[row])) group.points.push([x[row], y[row]]);
  }
  return [...found].map(([id, { count: all, points }]) => ({ id, count: all, rough: all - points.length, hull: hullOf(points) })).sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
}
