// @ts-check
// Days to pixels and back, and the ticks of the axis.
import { addUnits, partsOf, startOf } from '../time/days.js';

/**
 * @typedef {import('../time/window.js').Domain} Domain
 * @typedef {{domain: Domain, width: number}} Scale the last day's own width is within
 * @typedef {{day: number, kind: 'year'|'month'|'day', major: boolean}} Tick
 */

/** Where a day begins. @param {Scale} scale @param {number} day */
export const xOf = ({ domain, width }, day) => (day - domain.first) / (domain.last + 1 - domain.first) * width;

/** The day under a pixel, within the domain. @param {Scale} scale @param {number} x */
export function dayAt({ domain, width }, x) {
  const day = Math.floor(domain.first + x / width * (domain.last + 1 - domain.first));
  return Math.min(Math.max(day, domain.first), domain.last);
}

/**
 * Ticks far enough apart to be read: years, months or days.
 * @param {Scale} scale
 * @param {number} [least] pixels a label needs
 * @returns {Tick[]}
 */
export function ticksOf({ domain, width }, least = 44) {
  const perDay = width / (domain.last + 1 - domain.first);
  /** @type {[Tick['kind'], import('../time/days.js').Unit, number, number][]} */
  const steps = [
    ['day', 'day', 1, 1], ['day', 'week', 1, 7], ['month', 'month', 1, 30.4], ['month', 'quarter', 1, 91], ['year', 'year', 1, 365], ['year', 'year', 2, 730], ['year', 'year', 5, 1826],
    ['year', 'year', 10, 3652],
  ];
  const [kind, unit, every] = steps.find(([, , , days]) => days * perDay >= least) ?? steps[steps.length - 1];
  /** @type {Tick[]} */
  const ticks = [];
  for (let day = startOf(domain.first, unit); day <= domain.last; day = addUnits(day, unit, 1)) {
    const { year, month, day: of } = partsOf(day);
    if (day < domain.first || (unit === 'year' && year % every !== 0)) continue;
    ticks.push({ day, kind, major: kind === 'year' || (month === 1 && of <= 7) });
  }
  return ticks;
}
