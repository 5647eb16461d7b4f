// @ts-check
// In which district or province each incident is counted: once in each that it names, by ids where there are several places, else by its point.
import { NOWHERE, OUTSIDE, TOO_COARSE } from './account.js';
import { NONE } from '../data/columns.js';
import { PRECISIONS } from '../state/params.js';
import { contains } from '../map/geometry.js';

/**
 * @typedef {import('../map/geometry.js').Shape} Shape
 * @typedef {import('../data/columns.js').Columns} Columns
 * @typedef {'district'|'province'} Level
 *
 * @typedef {object} Units
 * @property {Level} level
 * @property {readonly Shape[]} shapes
 * @property {Int16Array} of the unit of each incident, or one of OUTSIDE, TOO_COARSE, NOWHERE
 * @property {Map<number, Uint16Array>} more all units of incidents that are in several
 */

/** Cells of the grid over the shapes, across and down. */
const GRID = 64;

/**
 * @param {Columns} columns
 * @param {readonly Shape[]} shapes
 * @param {Level} level
 * @returns {Units}
 */
export function unitsOf(columns, shapes, level) {
  const { size, x, y, precision, placeIds } = columns;
  const coarsest = PRECISIONS.indexOf(level);
  const find = finder(shapes);
  const ids = new Map(shapes.map(({ properties }, at) => [String(properties.id), at]));
  const of = new Int16Array(size);
  /** @type {Map<number, Uint16Array>} */
  const more = new Map();
  for (let row = 0; row < size; row++) {
    const named = (placeIds.at(row)?.split(' ') ?? []).flatMap((id) => ids.get(id) ?? []);
    if (named.length > 1) more.set(row, Uint16Array.from(new Set(named)));
    of[row] = named.length > 0 ? named[0] : Number.isNaN(x[row]) || precision[row] === NONE ? NOWHERE : precision[row] > coarsest ? TOO_COARSE : find(x[row], y[row]);
  }
  return { level, shapes, of, more };
}

/** Finds the shape that holds a point. @param {readonly Shape[]} shapes @returns {(x: number, y: number) => number} OUTSIDE where none does */
export function finder(shapes) {
  const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (const shape of shapes) {
    box.x0 = Math.min(box.x0, shape.box.x0); box.x1 = Math.max(box.x1, shape.box.x1);
    box.y0 = Math.min(box.y0, shape.box.y0); box.y1 = Math.max(box.y1, shape.box.y1);
  }
  const across = (/** @type {number} */ x) => Math.min(GRID - 1, Math.max(0, Math.floor((x - box.x0) / (box.x1 - box.x0) * GRID)));
  const down = (/** @type {number} */ y) => Math.min(GRID - 1, Math.max(0, Math.floor((y - box.y0) / (box.y1 - box.y0) * GRID)));
  /** @type {number[][]} */
  const cells = Array.from({ length: GRID * GRID }, () => []);
  shapes.forEach((shape, at) => {
    for (let row = down(shape.box.y0); row <= down(shape.box.y1); row++) {
      for (let column = across(shape.box.x0); column <= across(shape.box.x1); column++) cells[row * GRID + column].push(at);
    }
  });
  return (x, y) => (shapes.length === 0 ? OUTSIDE : cells[down(y) * GRID + across(x)].find((at) => contains(shapes[at], x, y)) ?? OUTSIDE);
}
