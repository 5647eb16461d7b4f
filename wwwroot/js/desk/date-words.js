// @ts-check
// From the words in which a report gives a date to a span of civil days with its precision. No clock: what has no year is no date yet.
import { dayOf, formatDay, parseDay } from '../time/days.js';

/**
 * @typedef {{start: string|null, end: string|null, precision: 'day'|'range'|'week'|'month'|'year'|'approx'|'unknown'}} DateSpan both ends inclusive; null: open
 * @typedef {{year: number, month: number, day: number}} Parts
 * @typedef {'empty'|'unread'|'order'|'ambiguous'|'year'} DateFault
 */

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** First and last day of the thirds of a month; 0: its last. @type {Record<string, [number, number]>} */
const THIRDS = { early: [1, 10], beginning: [1, 10], start: [1, 10], mid: [11, 20], middle: [11, 20], late: [21, 0], end: [21, 0] };

/** Months of the thirds of a year. @type {Record<string, [number, number]>} */
const YEAR_THIRDS = { early: [1, 4], beginning: [1, 4], start: [1, 4], mid: [5, 8], middle: [5, 8], late: [9, 12], end: [9, 12] };

const DAY = '(\\d{1,2})(?:st|nd|rd|th)?(?: of)?';
const MONTH = '([a-z]{3,9})\\.?';
const YEAR = '(\\d{4})';
const TO = '\\s*(?:-|–|—|/|to|until|and)\\s*';

/**
 * Patterns from the most to the least telling, each with what it makes of its groups.
 * @type {[RegExp, (groups: string[]) => DateSpan|DateFault][]}
 */
const READINGS = [
  [exactly(`${YEAR}-(\\d\\d)-(\\d\\d)`), ([y, m, d]) => oneDay(of(y, m, d))],
  [exactly(`${YEAR}-(\\d\\d)-(\\d\\d)(?:${TO}|\\.\\.)${YEAR}-(\\d\\d)-(\\d\\d)`), ([y, m, d, y2, m2, d2]) => range(of(y, m, d), of(y2, m2, d2))],
  [exactly(`${YEAR}-(\\d\\d)`), ([y, m]) => wholeMonth(Number(y), Number(m))],
  [exactly(YEAR), ([y]) => wholeYear(Number(y))],
  [exactly('(\\d{1,2})[./](\\d{1,2})[./](\\d{4})'), ([a, b, y]) => numeric(Number(a), Number(b), Number(y))],
  [exactly(`${DAY}${TO}${DAY} ${MONTH} ${YEAR}`), ([d, d2, m, y]) => range(named(y, m, d), named(y, m, d2))],
  [exactly(`${MONTH} ${DAY}${TO}${DAY},? ${YEAR}`), ([m, d, d2, y]) => range(named(y, m, d), named(y, m, d2))],
  [exactly(`${DAY} ${MONTH}${TO}${DAY} ${MONTH} ${YEAR}`), ([d, m, d2, m2, y]) => range(named(y, m, d), named(y, m2, d2))],
  [exactly(`${MONTH} ${DAY}${TO}${MONTH} ${DAY},? ${YEAR}`), ([m, d, m2, d2, y]) => range(named(y, m, d), named(y, m2, d2))],
  [exactly(`${DAY} ${MONTH} ${YEAR}${TO}${DAY} ${MONTH} ${YEAR}`), ([d, m, y, d2, m2, y2]) => range(named(y, m, d), named(y2, m2, d2))],
  [exactly(`${DAY} ${MONTH},? ${YEAR}`), ([d, m, y]) => oneDay(named(y, m, d))],
  [exactly(`${MONTH} ${DAY},? ${YEAR}`), ([m, d, y]) => oneDay(named(y, m, d))],
  [exactly(`${MONTH},? ${YEAR}`), ([m, y]) => wholeMonth(Number(y), monthOf(m))],
  [exactly(`${MONTH}${TO}${MONTH},? ${YEAR}`), ([m, m2, y]) => months(Number(y), monthOf(m), Number(y), monthOf(m2))],
  [exactly(`(early|beginning|start|mid|middle|late|end)(?: of|-)? ?(?:in )?${MONTH},? ${YEAR}`), ([third, m, y]) => thirdOfMonth(third, Number(y), monthOf(m))],
  [exactly(`(first|second|third|fourth|last) week (?:of|in) ${MONTH},? ${YEAR}`), ([which, m, y]) => weekOfMonth(which, Number(y), monthOf(m))],
  [exactly(`(early|beginning|start|mid|middle|late|end)(?: of|-)? ?${YEAR}`), ([third, y]) => thirdOfYear(third, Number(y))],
];

/** Words before a date that change what it says. @type {[RegExp, (span: DateSpan) => DateSpan][]} */
const BEFORE = [
  [/^(?:about|around|circa|c\.|ca\.|approximately|roughly)\s+/, approx],
  [/^(?:the )?week (?:of|from|beginning|starting)\s+/, week],
  [/^(?:over ?night|the night|night)(?: of| to| on)?\s+/, overnight],
  [/^(?:by|until|not after|no later than|before)\s+/, (span) => ({ start: null, end: span.end, precision: 'range' })],
  [/^(?:since|from|not before|after)\s+/, (span) => ({ start: span.start, end: null, precision: 'range' })],
  [/^(?:in|on|during)\s+/, (span) => span],
];

/**
 * @param {string} words
 * @returns {{span: DateSpan, fault?: undefined}|{span?: undefined, fault: DateFault}}
 */
export function readDate(words) {
  let text = words.toLowerCase().replace(/[‎‏‪-‮⁦-⁩]/g, '').replace(/\s+/g, ' ').replace(/^the /, '').trim();
  if (text === '') return { fault: 'empty' };
  /** @type {((span: DateSpan) => DateSpan)[]} */
  const changes = [];
  for (let found = true; found;) {
    found = false;
    for (const [pattern, change] of BEFORE) {
      if (!pattern.test(text)) continue;
      text = text.replace(pattern, '').replace(/^the /, '');
      changes.push(change);
      found = true;
    }
  }
  for (const [pattern, make] of READINGS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const made = make(match.slice(1));
    if (made === 'unread') continue;
    return typeof made === 'string' ? { fault: made } : { span: changes.reduceRight((span, change) => change(span), made) };
  }
  return { fault: /\d/.test(text) && !/\d{4}/.test(text) ? 'year' : 'unread' };
}

/** @param {string} pattern */
function exactly(pattern) { return new RegExp(`^${pattern}$`); }

/** The month of a name or its beginning of three letters and more, 0 for none. @param {string} name */
function monthOf(name) {
  return name.length < 3 ? 0 : MONTHS.findIndex((month) => month.startsWith(name) || (name === 'sept' && month === 'september')) + 1;
}

/** @param {string} year @param {string} month @param {string} day @returns {Parts} */
const of = (year, month, day) => ({ year: Number(year), month: Number(month), day: Number(day) });

/** @param {string} year @param {string} month @param {string} day @returns {Parts} */
const named = (year, month, day) => ({ year: Number(year), month: monthOf(month), day: Number(day) });

/** @param {Parts} parts @returns {string|null} the ISO date where there is such a day */
function iso({ year, month, day }) {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return parseDay(text) === null ? null : text;
}

/** @param {Parts} parts @returns {DateSpan|DateFault} */
function oneDay(parts) {
  const day = iso(parts);
  return day ? { start: day, end: day, precision: 'day' } : 'unread';
}

/** @param {Parts} from @param {Parts} to @returns {DateSpan|DateFault} */
function range(from, to) {
  const [start, end] = [iso(from), iso(to)];
  if (!start || !end) return 'unread';
  if (end < start) return 'order';
  return { start, end, precision: start === end ? 'day' : 'range' };
}

/** @param {number} a @param {number} b @param {number} year @returns {DateSpan|DateFault} */
function numeric(a, b, year) {
  if (a <= 12 && b <= 12 && a !== b) return 'ambiguous';
  return a > 12 ? oneDay({ year, month: b, day: a }) : oneDay({ year, month: a, day: b });
}

/** @param {number} year @param {number} month */
const lastDay = (year, month) => formatDay(dayOf(year, month + 1, 1) - 1);

/** @param {number} year @param {number} month @returns {DateSpan|DateFault} */
function wholeMonth(year, month) {
  return month < 1 || month > 12 ? 'unread' : { start: formatDay(dayOf(year, month, 1)), end: lastDay(year, month), precision: 'month' };
}

/** @param {number} year @returns {DateSpan} */
const wholeYear = (year) => ({ start: `${year}-01-01`, end: `${year}-12-31`, precision: 'year' });

/** @param {number} year @param {number} month @param {number} toYear @param {number} toMonth @returns {DateSpan|DateFault} */
function months(year, month, toYear, toMonth) {
  if (month < 1 || toMonth < 1) return 'unread';
  const [start, end] = [formatDay(dayOf(year, month, 1)), lastDay(toYear, toMonth)];
  return end < start ? 'order' : { start, end, precision: 'range' };
}

/** @param {string} third @param {number} year @param {number} month @returns {DateSpan|DateFault} */
function thirdOfMonth(third, year, month) {
  if (month < 1) return 'unread';
  const [first, last] = THIRDS[third];
  return { start: formatDay(dayOf(year, month, first)), end: last === 0 ? lastDay(year, month) : formatDay(dayOf(year, month, last)), precision: 'approx' };
}

/** Seven days from the 1st, 8th, 15th, 22nd, or the last seven: a report that says no more means no calendar week. @param {string} which @param {number} year @param {number} month @returns {DateSpan|DateFault} */
function weekOfMonth(which, year, month) {
  if (month < 1) return 'unread';
  const first = which === 'last' ? dayOf(year, month + 1, 1) - 7 : dayOf(year, month, 1) + 7 * ['first', 'second', 'third', 'fourth'].indexOf(which);
  return { start: formatDay(first), end: formatDay(first + 6), precision: 'week' };
}

/** @param {DateSpan} span @returns {DateSpan} */
function approx(span) { return { ...span, precision: 'approx' }; }

/** @param {DateSpan} span @returns {DateSpan} */
function week(span) {
  const start = parseDay(span.start);
  return start === null ? span : { start: span.start, end: formatDay(start + 6), precision: 'week' };
}

/** @param {string} third @param {number} year @returns {DateSpan|DateFault} */
function thirdOfYear(third, year) {
  const span = months(year, YEAR_THIRDS[third][0], year, YEAR_THIRDS[third][1]);
  return typeof span === 'string' ? span : approx(span);
}

/** A night begins on one day and ends on the next. @param {DateSpan} span @returns {DateSpan} */
function overnight(span) {
  const start = parseDay(span.start);
  return start === null || span.start !== span.end ? span : { start: span.start, end: formatDay(start + 1), precision: 'range' };
}
