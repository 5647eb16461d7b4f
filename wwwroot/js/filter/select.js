// @ts-check
// The API's filter over the columns. Each incident gets a byte-wise record of what it fails, so that one pass gives
// what is shown, the histogram (all but time) and the count beside each choice (all but its own criterion).
import { NONE, OPEN_END, OPEN_START } from '../data/columns.js';
import { GRADES, parseStretch, PRECISIONS, SIDES } from '../state/params.js';
import { insideOf, parseOutline } from '../state/outline.js';
import { parseInterval, ALL_TIME } from '../time/interval.js';
import { Selection, TIME } from './selection.js';

export const FAILS = Object.freeze({
  time: TIME, kind: 2, side: 4, grade: 8, precision: 16, killed: 32, border: 64, episode: 128, box: 256, ids: 512, members: 1024, line: 2048, area: 4096,
});

/**
 * @typedef {import('../data/columns.js').Columns} Columns
 * @typedef {import('../state/params.js').State} State
 */

/** @param {number} size */
export const emptySelection = (size) => new Selection(size);

/**
 * @param {Selection} selection is filled
 * @param {Columns} columns
 * @param {State} state
 * @param {import('../data/kinds.js').Kinds} kinds
 * @param {Iterable<string>|null} members ids that the server found for what the columns do not hold (place, actor, words)
 */
export function select(selection, columns, state, kinds, members) {
  const tests = criteria(columns, state, kinds, members);
  const { fails } = selection;
  fails.fill(0);
  for (const [bit, passes] of tests) {
    for (let row = 0; row < columns.size; row++) if (!passes(row)) fails[row] |= bit;
  }
  selection.look(columns, spanOf(state));
}

/** Only the time has changed: the step of the timeline. @param {Selection} selection @param {Columns} columns @param {State} state */
export const selectTime = (selection, columns, state) => selection.step(columns, spanOf(state));

/** @param {State} state @returns {import('./selection.js').Span} */
function spanOf({ datetime, timeMatch }) {
  const interval = parseInterval(datetime) ?? ALL_TIME;
  const certain = timeMatch === 'certain';
  const { start, end } = certain ? interval.certain : interval.possible;
  return { from: start ?? OPEN_START, to: end ?? OPEN_END, certain };
}

/**
 * @param {Columns} c
 * @param {State} state
 * @param {import('../data/kinds.js').Kinds} kinds
 * @param {Iterable<string>|null} members
 * @returns {[number, (row: number) => boolean][]} only what the state asks for
 */
function criteria(c, state, kinds, members) {
  /** @type {[number, (row: number) => boolean][]} */
  const tests = [];
  const kindMask = kinds.mask(state.kind);
  if (kindMask) tests.push([FAILS.kind, (row) => kindMask[c.kind[row]] === 1]);
  const sides = listMask(SIDES, state.side);
  if (sides) tests.push([FAILS.side, (row) => sides[c.side[row]] === 1]);
  const grades = listMask(GRADES, state.grade);
  if (grades) tests.push([FAILS.grade, (row) => grades[c.grade[row]] === 1]);
  const precisions = listMask(PRECISIONS, state.precision);
  if (precisions) tests.push([FAILS.precision, (row) => precisions[c.precision[row]] === 1]);
  const stretch = parseStretch(state.lineKm);
  // Half of what the last decimal of a position is: a column of single floats keeps no more. No position is in no stretch.
  if (stretch) tests.push([FAILS.line, (row) => c.lineKm[row] >= stretch.from - 0.0005 && c.lineKm[row] <= stretch.to + 0.0005]);
  const { killedMin, crossBorder } = state;
  if (killedMin !== null) tests.push([FAILS.killed, (row) => c.killedLow[row] >= killedMin]);
  if (crossBorder !== null) tests.push([FAILS.border, (row) => (c.crossBorder[row] === 1) === crossBorder]);
  if (state.episode.length > 0) tests.push([FAILS.episode, (row) => state.episode.includes(c.episodes.at(row) ?? '')]);
  if (state.bbox && state.placeMatch === 'point') tests.push([FAILS.box, insideBox(c, state.bbox)]);
  const outline = state.placeMatch === 'point' && state.within ? parseOutline(state.within) : null;
  if (outline) tests.push([FAILS.area, insideArea(c, outline)]);
  if (state.ids.length > 0) tests.push([FAILS.ids, among(c, state.ids)]);
  if (members) tests.push([FAILS.members, among(c, members)]);
  return tests;
}

/** @param {Columns} columns @param {Iterable<string>} ids */
function among({ rowOf, size }, ids) {
  const mask = new Uint8Array(size);
  for (const id of ids) {
    const row = rowOf.get(id);
    if (row !== undefined) mask[row] = 1;
  }
  return (/** @type {number} */ row) => mask[row] === 1;
}

/** @param {readonly string[]} list @param {readonly string[]} wanted */
function listMask(list, wanted) {
  if (wanted.length === 0) return null;
  const mask = new Uint8Array(NONE + 1);
  for (const item of wanted) mask[list.indexOf(item)] = 1;
  return mask;
}

/** @param {Columns} c @param {string} bbox */
function insideBox({ lon, lat }, bbox) {
  const [west, south, east, north] = bbox.split(',').map(Number);
  return (/** @type {number} */ row) => lat[row] >= south && lat[row] <= north && lon[row] >= west && lon[row] <= east;
}

/** @param {Columns} c @param {readonly import('../state/outline.js').Corner[]} outline */
function insideArea({ lon, lat }, outline) {
  const isInside = insideOf(outline);
  return (/** @type {number} */ row) => isInside(lon[row], lat[row]);
}
