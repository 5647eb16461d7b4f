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
  if (ends.length > 2 || (ends.length === 1 && isOpen(ends[0]))) return null;
  const from = parseEnd(ends[0], 'start');
  const to = parseEnd(ends[ends.length - 1], 'end');
  if (!from || !to) return null;
  if (from.order !== null && to.order !== null && from.order > to.order) return null;
  return {
    possible: { start: from.possible, end: to.possible },
    certain: { start: from.certain, end: to.certain },
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

/** @param {string} text */
const isOpen = (text) => text === '..' || text === '';

/**
 * @param {string} text
 * @param {'start'|'end'} which
 * @returns {{possible: number|null, certain: number|null, order: number|null}|null}
 */
function parseEnd(text, which) {
  if (isOpen(text)) return { possible: null, certain: null, order: null };
  const day = parseDay(text);
  if (day !== null) return { possible: day, certain: day, order: day * DAY };
  const instant = INSTANT.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(instant)) return null;
  return which === 'start'
    ? { possible: Math.floor((instant + WEST) / DAY), certain: Math.ceil((instant + EAST) / DAY), order: instant }
    : { possible: Math.floor((instant + EAST) / DAY), certain: Math.floor((instant + WEST) / DAY) - 1, order: instant };
}
