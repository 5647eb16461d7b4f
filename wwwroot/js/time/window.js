// @ts-check
// The window of time over a domain: moving, resizing, playing. Days are inclusive at both ends.
import { addUnits, dayOf, parseDay, partsOf } from './days.js';

/**
 * @typedef {{first: number, last: number}} Domain
 * @typedef {{start: number, end: number}} Window
 * @typedef {'window'|'trail'|'cumulative'} Mode how playing goes on: a window, one that leaves a trail, or a sum
 */

/** The fewest days that the axis is zoomed to, less one. */
const CLOSEST = 6;

/** @param {number} value @param {number} low @param {number} high */
export const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

/**
 * The window that an interval's ends make within a domain.
 * @param {{start: number|null, end: number|null}} span
 * @param {Domain} domain
 * @returns {Window}
 */
export const windowIn = ({ start, end }, { first, last }) => ({ start: start ?? Math.min(first, end ?? first), end: end ?? Math.max(last, start ?? last) });

/** Moves without changing the length, and not beyond the domain. @param {Window} window @param {number} days @param {Domain} domain */
export function moved({ start, end }, days, { first, last }) {
  const length = end - start;
  const from = clamp(start + days, first, Math.max(first, last - length));
  return { start: from, end: from + length };
}

/**
 * One handle goes to a day; it stops at the other.
 * @param {Window} window
 * @param {'start'|'end'} handle
 * @param {number} day
 * @param {Domain} domain
 */
export function resized({ start, end }, handle, day, { first, last }) {
  return handle === 'start' ? { start: clamp(day, first, end), end } : { start, end: clamp(day, start, last) };
}

/** @param {number} a @param {number} b @param {Domain} domain */
export const brushed = (a, b, { first, last }) => ({ start: clamp(Math.min(a, b), first, last), end: clamp(Math.max(a, b), first, last) });

/** @param {Window} window @param {Domain} domain */
export const isWhole = ({ start, end }, { first, last }) => start <= first && end >= last;

/**
 * Scales a domain about a day (factor below 1 shows less), within the data's.
 * @param {Domain} shown
 * @param {number} factor
 * @param {number} about
 * @param {Domain} all
 */
export function zoomed(shown, factor, about, all) {
  const length = clamp((shown.last - shown.first) * factor, Math.min(CLOSEST, all.last - all.first), all.last - all.first);
  const share = (about - shown.first) / Math.max(1, shown.last - shown.first);
  const first = Math.round(clamp(about - share * length, all.first, all.last - length));
  return { first, last: Math.round(first + length) };
}

/** Moves what is shown, within the data. @param {Domain} shown @param {number} days @param {Domain} all @returns {Domain} */
export function panned({ first, last }, days, all) {
  const { start, end } = moved({ start: first, end: last }, days, all);
  return { first: start, last: end };
}

/**
 * What to show so that a window can be seen and held: the same when it can be already; else moved, or about the window.
 * @param {Domain} shown
 * @param {Window} window
 * @param {Domain} all
 * @param {number} [least] the share of what is shown that a window must take to be held
 */
export function showing(shown, { start, end }, all, least = 0.03) {
  const length = end - start + 1;
  const across = shown.last - shown.first + 1;
  if (length > across || length < across * least) {
    const around = Math.max(CLOSEST, Math.round(length * 1.5));
    return { first: clamp(start - around, all.first, all.last), last: clamp(end + around, all.first, all.last) };
  }
  if (start < shown.first) return panned(shown, start - shown.first, all);
  return end > shown.last ? panned(shown, end - shown.last, all) : shown;
}

/**
 * What to begin playing from: a window that holds everything becomes a short one at the start.
 * @param {Window} window
 * @param {Domain} domain
 * @param {Mode} mode
 */
export function readyToPlay(window, domain, mode) {
  if (mode === 'cumulative') return window.end >= domain.last ? { start: domain.first, end: domain.first } : { ...window };
  if (isWhole(window, domain)) return { start: domain.first, end: Math.min(domain.last, domain.first + playLength(domain)) };
  return window.end >= domain.last ? moved(window, domain.first - window.start, domain) : { ...window };
}

/** @param {Domain} domain */
const playLength = ({ first, last }) => clamp(Math.round((last - first) / 40), 6, 180);

/**
 * The window some days later, and whether it has come to the end.
 * @param {Window} window
 * @param {number} days
 * @param {Domain} domain
 * @param {Mode} mode
 */
export function played(window, days, domain, mode) {
  const next = mode === 'cumulative'
    ? { start: window.start, end: Math.min(window.end + days, domain.last) }
    : moved(window, days, domain);
  return { window: next, ended: next.end >= domain.last };
}

/** How many days a second of playing passes, so that what the axis shows takes about half a minute at speed 1. @param {Domain} domain @param {number} speed */
export const daysPerSecond = ({ first, last }, speed) => Math.max(1, (last - first) / 30) * speed;

/**
 * Windows that a reader asks for by name; "last" counts from the data's own last day, never from today.
 * @param {Domain} data
 * @param {readonly {id: string, title: string, start: string|null, end: string|null}[]} [episodes]
 */
export function presets(data, episodes = []) {
  const last = [7, 30, 90, 365].map((days) => ({ key: `last-${days}`, days, window: { start: data.last - days + 1, end: data.last } }));
  const years = [];
  for (let year = partsOf(data.last).year; year >= partsOf(data.first).year; year--) {
    years.push({ key: `year-${year}`, year, window: { start: dayOf(year, 1, 1), end: dayOf(year, 12, 31) } });
  }
  return { last, years, episodes: episodes.map(({ id, title, start, end }) => ({ key: `episode-${id}`, id, title, about: spanOf(parseDay(start), parseDay(end)) })) };
}

/** @param {number|null} start @param {number|null} end @returns {Window|null} */
const spanOf = (start, end) => (start === null ? null : { start, end: Math.max(start, end ?? start) });

/**
 * The window moved by a key: arrows by a day or its own length, Home and End to the ends of the data.
 * @param {Window} window
 * @param {string} key
 * @param {boolean} shift
 * @param {Domain} domain
 * @param {'start'|'end'|'both'} part which handle has the focus
 * @param {import('./days.js').Unit} unit
 * @returns {Window|null} null where the key means nothing here
 */
export function keyed(window, key, shift, domain, part, unit) {
  const direction = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageUp: 1, PageDown: -1 }[key];
  const length = window.end - window.start + 1;
  if (part === 'both') {
    if (key === 'Home') return moved(window, domain.first - window.start, domain);
    if (key === 'End') return moved(window, domain.last - window.end, domain);
    if (!direction) return null;
    const far = shift || key.startsWith('Page');
    return moved(window, direction * (far ? length : addUnits(window.start, unit, 1) - window.start), domain);
  }
  const at = window[part];
  if (key === 'Home') return resized(window, part, domain.first, domain);
  if (key === 'End') return resized(window, part, domain.last, domain);
  if (!direction) return null;
  const step = shift || key.startsWith('Page') ? addUnits(at, unit, direction) : at + direction;
  return resized(window, part, step, domain);
}
