// @ts-check
// Civil dates as whole days since 1970-01-01: no clock, no time zone.

/** @typedef {'day'|'week'|'month'|'quarter'|'year'} Unit */

const MS = 86_400_000;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Units from fine to coarse. @type {readonly Unit[]} */
export const UNITS = ['day', 'week', 'month', 'quarter', 'year'];

/**
 * @param {number} year
 * @param {number} month from 1; may run over
 * @param {number} day from 1
 * @returns {number}
 */
export const dayOf = (year, month, day) => Math.round(Date.UTC(year, month - 1, day) / MS);

/**
 * The day of an ISO date, or null where the text is none.
 * @param {string|null|undefined} text
 * @returns {number|null}
 */
export function parseDay(text) {
  const match = ISO.exec(text ?? '');
  if (!match) return null;
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  return formatDay(day) === text ? day : null;
}

/** @param {number} day @returns {string} */
export const formatDay = (day) => new Date(day * MS).toISOString().slice(0, 10);

/** @param {number} day @returns {{year: number, month: number, day: number}} */
export function partsOf(day) {
  const date = new Date(day * MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/**
 * The first day of the unit that holds a day; weeks begin on Monday.
 * @param {number} day
 * @param {Unit} unit
 */
export function startOf(day, unit) {
  const { year, month } = partsOf(day);
  switch (unit) {
    case 'day': return day;
    case 'week': return day - ((day + 3) % 7 + 7) % 7;
    case 'month': return dayOf(year, month, 1);
    case 'quarter': return dayOf(year, month - (month - 1) % 3, 1);
    case 'year': return dayOf(year, 1, 1);
  }
}

/**
 * The same day some units later; in a shorter month, its last day.
 * @param {number} day
 * @param {Unit} unit
 * @param {number} count
 */
export function addUnits(day, unit, count) {
  if (unit === 'day') return day + count;
  if (unit === 'week') return day + 7 * count;
  const months = count * { month: 1, quarter: 3, year: 12 }[unit];
  const { year, month, day: of } = partsOf(day);
  const last = dayOf(year, month + months + 1, 1) - 1;
  return Math.min(dayOf(year, month + months, 1) + of - 1, last);
}
