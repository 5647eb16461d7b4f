// @ts-check
// Dates in words, with what is uncertain about them said.
import { dayOf, parseDay, partsOf } from '../time/days.js';
import { formatDigits, inDigits, inUse, locale, t } from '../text/t.js';

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/** @param {Intl.DateTimeFormatOptions} options */
function format(options) {
  const key = locale() + JSON.stringify(options);
  let found = formats.get(key);
  if (!found) formats.set(key, found = new Intl.DateTimeFormat(locale(), { ...options, timeZone: 'UTC', calendar: 'gregory' }));
  return found;
}

const LONG = /** @type {const} */ ({ day: 'numeric', month: 'long', year: 'numeric' });
const SHORT = /** @type {const} */ ({ day: 'numeric', month: 'short', year: 'numeric' });
const INSTANT = /** @type {const} */ ({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const MONTH = /** @type {const} */ ({ month: 'long', year: 'numeric' });

/** @param {number} day */
const dateOf = (day) => new Date(day * 86_400_000);

/** Day, month and year as far as they are wanted, with the months of the language's own calendar. @param {readonly string[]} months @param {number} day @param {{day?: boolean, year?: boolean}} [parts] */
function ownWords(months, day, parts = { day: true, year: true }) {
  const { year, month, day: of } = partsOf(day);
  return [parts.day && formatDigits(of), months[month - 1], parts.year && formatDigits(year)].filter(Boolean).join(' ');
}

const ownMonths = () => inUse().calendar?.months;

/** @param {number} day @param {'long'|'short'} [length] */
export function dayWords(day, length = 'long') {
  const months = ownMonths();
  return months ? ownWords(months, day) : format(length === 'long' ? LONG : SHORT).format(dateOf(day));
}

/** @param {number} day */
export function monthWords(day) {
  const months = ownMonths();
  return months ? ownWords(months, day, { year: true }) : format(MONTH).format(dateOf(day));
}

/** What a tick of an axis says: a year, a month, or a day of it. @param {number} day @param {'year'|'month'|'day'} what */
export function tickWords(day, what) {
  const months = ownMonths();
  if (what === 'year') return formatDigits(partsOf(day).year);
  if (months) return ownWords(months, day, { day: what === 'day' });
  return format(what === 'month' ? { month: 'short' } : { day: 'numeric', month: 'short' }).format(dateOf(day));
}

const SOLAR = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', { day: 'numeric', month: 'numeric', year: 'numeric', timeZone: 'UTC' });

/** The same day in the solar Hijri calendar, for languages whose readers date by it; else null. @param {number} start @param {number} [end] */
export function solarWords(start, end = start) {
  const months = inUse().calendar?.solar;
  if (!months) return null;
  const words = (/** @type {number} */ day) => {
    const parts = Object.fromEntries(SOLAR.formatToParts(dateOf(day)).map(({ type, value }) => [type, value]));
    return `${formatDigits(parts.day)} ${months[Number(parts.month) - 1]} ${formatDigits(parts.year ?? parts.relatedYear)}`;
  };
  return t('date.solar', { date: [...new Set([start, end])].map(words).join(' – ') });
}

/**
 * 11–12 October 2025; what both ends share is said once.
 * @param {number} start
 * @param {number} end
 * @param {'long'|'short'} [length]
 */
export function rangeWords(start, end, length = 'long') {
  if (start === end) return dayWords(start, length);
  const months = ownMonths();
  if (months) return ownRange(months, start, end);
  const [from, to] = format(length === 'long' ? LONG : SHORT).formatRange(dateOf(start), dateOf(end)).split(/\s*–\s*/);
  // Browsers differ in the blanks about the dash; between two days of one month there are none.
  return /^\d+$/.test(from) ? `${from}–${to}` : `${from} – ${to}`;
}

/** @param {readonly string[]} months @param {number} start @param {number} end */
function ownRange(months, start, end) {
  const [from, to] = [partsOf(start), partsOf(end)];
  if (from.year !== to.year) return `${ownWords(months, start)} – ${ownWords(months, end)}`;
  if (from.month !== to.month) return `${ownWords(months, start, { day: true })} – ${ownWords(months, end)}`;
  return `${formatDigits(from.day)}–${ownWords(months, end)}`;
}

/**
 * The date of an incident.
 * @param {{start: number|null, end: number|null, precision: string}} date
 * @param {'long'|'short'} [length]
 */
export function dateWords({ start, end, precision }, length = 'long') {
  if ((start === null && end === null) || precision === 'unknown') {
    return start !== null && end !== null ? t('date.between', { range: rangeWords(start, end, length) }) : t('date.unknown');
  }
  if (end === null) return t('date.since', { date: dayWords(/** @type {number} */ (start), length) });
  if (start === null) return t('date.until', { date: dayWords(end, length) });
  const range = rangeWords(start, end, length);
  if (precision === 'approx') return t('date.approx', { range });
  if (precision === 'month' && isMonth(start, end)) return t('date.month', { month: monthWords(start) });
  if (precision === 'year' && isYear(start, end)) return t('date.year', { year: formatDigits(partsOf(start).year) });
  if (precision === 'week' || precision === 'month' || precision === 'year') return t('date.week', { range });
  return t(precision === 'day' ? 'date.day' : 'date.range', { date: range, range });
}

/** @param {number} start @param {number} end */
function isMonth(start, end) {
  const { year, month } = partsOf(start);
  return start === dayOf(year, month, 1) && end === dayOf(year, month + 1, 1) - 1;
}

/** @param {number} start @param {number} end */
function isYear(start, end) {
  const { year } = partsOf(start);
  return start === dayOf(year, 1, 1) && end === dayOf(year, 12, 31);
}

/** An instant, in UTC, which is said. @param {string} instant */
export function instantWords(instant) {
  const [at, months] = [new Date(instant), ownMonths()];
  return t('date.instant', { instant: months ? ownWords(months, Math.floor(at.getTime() / 86_400_000)) + t('list.comma') + inDigits(at.toISOString().slice(11, 16)) : format(INSTANT).format(at) });
}

/** ISO dates of a document as {@link dateWords} takes them. @param {{start?: string|null, end?: string|null, precision?: string}} date */
export const dateOfDocument = ({ start, end, precision = 'unknown' }) => ({ start: parseDay(start), end: parseDay(end), precision });

/** A window of time, open ends said. @param {{start: number|null, end: number|null}} window @param {'long'|'short'} [length] */
export function windowWords({ start, end }, length = 'short') {
  if (start === null && end === null) return t('date.all');
  if (end === null) return t('date.since', { date: dayWords(/** @type {number} */ (start), length) });
  if (start === null) return t('date.until', { date: dayWords(end, length) });
  return rangeWords(start, end, length);
}
