// @ts-check
// Whether each crossing was open at a day, by what is published of closings and openings, and by that alone. What nobody reported is not known.
import { GRADES } from '../state/params.js';
import { OPEN_END, OPEN_START } from '../data/columns.js';

/**
 * @typedef {import('../data/columns.js').Columns} Columns
 * @typedef {{id: string, name: string, km: number, rank: number, x: number, y: number}} Crossing rank 1 is the best known; x, y in Web Mercator
 * @typedef {'closed'|'open'|'partly'|'unknown'} Status
 *
 * @typedef {object} State of a crossing at a day
 * @property {Status} status
 * @property {'never'|'closed'|'closed.line'|'closed.until'|'open'|'open.line'|'opening'|'both'} why
 * @property {number} row the incident that says so, -1: none
 * @property {number} day since when; of `closed.until` the last day that is reported
 *
 * @typedef {{row: number, start: number, end: number, closes: boolean, whole: boolean, at: string[], name: string}} Event
 */

/** The crossings of the base map, the best known first. @param {import('../map/basemap.js').Basemap} basemap @returns {Crossing[]} */
export const crossingsOf = ({ crossings }) => crossings.map(({ rings, properties: { id, name } }, rank) => ({ id, name, km: 0, rank, x: rings[0][0], y: rings[0][1] }));

/** Closings and openings, wherever kinds stand in their list. @param {Columns} columns @param {import('../data/kinds.js').Kinds} kinds */
export const closuresOf = (columns, { index }) => eventsOf(columns, { closure: index.get('crossing_closure') ?? -1, reopening: index.get('crossing_reopening') ?? -1 });

const DISCOUNTED = GRADES.indexOf('discounted');

/**
 * Closings and openings, the earliest first; of one day what closes first. What is dated to a month or longer stays one event of all its days.
 * @param {Columns} columns
 * @param {{closure: number, reopening: number}} kinds their indexes
 * @returns {Event[]}
 */
export function eventsOf({ size, kind, start, end, x, grade, placeIds }, { closure, reopening }) {
  /** @type {Event[]} */
  const events = [];
  for (let row = 0; row < size; row++) {
    if ((kind[row] !== closure && kind[row] !== reopening) || grade[row] === DISCOUNTED || start[row] === OPEN_START) continue;
    const name = placeIds.at(row) ?? '';
    events.push({ row, start: start[row], end: end[row], closes: kind[row] === closure, whole: Number.isNaN(x[row]) && name === '', at: name.split(' '), name });
  }
  return events.sort((a, b) => a.start - b.start || Number(b.closes) - Number(a.closes) || a.row - b.row);
}

/** @param {Event} event @param {Crossing} crossing */
const concerns = ({ whole, at, name }, crossing) => whole || at.includes(crossing.id) || name === crossing.name;

/** What concerns each crossing, looked for once: the state is asked with every step of time. @type {WeakMap<readonly Event[], Map<string, readonly Event[]>>} */
const concerning = new WeakMap();

/** @param {readonly Event[]} events @param {Crossing} crossing @returns {readonly Event[]} by their start */
function eventsOn(events, crossing) {
  let all = concerning.get(events);
  if (!all) concerning.set(events, all = new Map());
  let own = all.get(crossing.id);
  if (!own) all.set(crossing.id, own = events.filter((event) => concerns(event, crossing)));
  return own;
}

/** How many of them had begun. @param {readonly Event[]} own @param {number} day */
function countBegun(own, day) {
  let [low, high] = [0, own.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (own[middle].start <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The state at the end of a day: by the last event that had begun.
 * @param {readonly Event[]} events
 * @param {Crossing} crossing
 * @param {number} day
 * @returns {State}
 */
export function stateAt(events, crossing, day) {
  const own = eventsOn(events, crossing);
  const begun = countBegun(own, day);
  if (begun === 0) return { status: 'unknown', why: 'never', row: -1, day: 0 };
  const { row, start, end, closes, whole } = own[begun - 1];
  if (!closes) {
    // A reopening that takes days (goods first, people later) is one in part until it is over.
    if (end !== OPEN_END && end > day) return { status: 'partly', why: 'opening', row, day: start };
    const before = begun > 1 ? own[begun - 2] : null;
    const sameDay = before?.closes && before.start === start && before.end === start;
    if (sameDay) return { status: 'partly', why: 'both', row, day: start };
    return { status: 'open', why: whole ? 'open.line' : 'open', row, day: end === OPEN_END ? start : end };
  }
  // A closing told with its last day, after which nothing is told: that it went on is not known, nor that it ended.
  if (end !== OPEN_END && end > start && end < day) return { status: 'unknown', why: 'closed.until', row, day: end };
  return { status: 'closed', why: whole ? 'closed.line' : 'closed', row, day: start };
}

/** @param {readonly Event[]} events @param {readonly Crossing[]} crossings @param {number} day @returns {State[]} */
export const statesAt = (events, crossings, day) => crossings.map((crossing) => stateAt(events, crossing, day));

/** How many are in each state. @param {readonly State[]} states */
export function countStates(states) {
  const counts = { closed: 0, partly: 0, open: 0, unknown: 0 };
  for (const { status } of states) counts[status]++;
  return counts;
}
