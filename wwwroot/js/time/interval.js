// @ts-check
// The `datetime` parameter: an RFC 3339 date or instant, or an interval of them with `..` for an open end.
import { formatDay, parseDay } from './days.js';

/**
 * Days that an incident must overlap (`possible`) or lie within (`certain`); both ends inclusive, null open.
 * @typedef {{start: number|null, end: number|null}} Span
 * @typedef {{possible: Span, certain: Span}} Interval
 */

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/i;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
// Day D of the region covers D 00:00+05:00 (Pakistan) to D+1 00:00+04:30 (Afghanistan).
const EAST = 5 * HOUR;
const WEST = 4.5 * HOUR;

/** @type {Interval} */
export const ALL_TIME = Object.freeze({ possible: { start: null, end: null }, certain: { start: null, end: null } });

/**
 * @param {string} text
 * @returns {Interval|null} null where the text is no interval
 */
export function parseInterval(text) {
  if (text === '') return ALL_TIME;
  const ends = text.split('/');
  const from = parseEnd(ends[0]);
  const to = parseEnd(ends[ends.length - 1]);
  if (ends.length > 2 || from === undefined || to === undefined || (from === null && to === null)) return null;
  if (from && to && from.begins > to.ends) return null;
  return {
    possible: { start: from?.earliestEnd ?? null, end: to?.latestStart ?? null },
    certain: { start: from?.certainStart ?? null, end: to?.certainEnd ?? null },
  };
}

/**
 * @param {number|null} start
 * @param {number|null} end
 * @returns {string} empty for all time
 */
export function formatInterval(start, end) {
  if (start === null && end === null) return '';
  return `${start === null ? '..' : formatDay(start)}/${end === null ? '..' : formatDay(end)}`;
}

/**
 * @typedef {{earliestEnd: number, latestStart: number, certainStart: number, certainEnd: number, begins: number, ends: number}} End
 *   what one end says as the beginning of the interval and as its end; days, and milliseconds
 */

/** @param {string} text @returns {End|null|undefined} null: open; undefined: neither a date nor an instant */
function parseEnd(text) {
  if (text === '..' || text === '') return null;
  const day = parseDay(text);
  if (day !== null) return { earliestEnd: day, latestStart: day, certainStart: day, certainEnd: day, begins: day * DAY - EAST, ends: (day + 1) * DAY - WEST };
  const instant = INSTANT.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(instant)) return undefined;
  return {
    earliestEnd: Math.floor((instant + WEST) / DAY),
    latestStart: Math.floor((instant + EAST) / DAY),
    certainStart: Math.ceil((instant + EAST) / DAY),
    certainEnd: Math.floor((instant + WEST) / DAY) - 1,
    begins: instant,
    ends: instant,
  };
}
