// @ts-check
// Instants in words: in UTC, and beside it in the time of the person who reads, each with its name.
import { locale, t } from '../text/t.js';

const DAY = /** @type {const} */ ({ day: 'numeric', month: 'short', year: 'numeric', calendar: 'gregory' });
const TIME = /** @type {const} */ ({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/**
 * 26 Nov 2026, 14:45 UTC (19:15 your time, UTC+4:30)
 * @param {string} instant ISO 8601
 * @param {string} [zone] of the reader; the browser's if not said
 */
export function instantWords(instant, zone = new Intl.DateTimeFormat().resolvedOptions().timeZone) {
  const at = new Date(instant);
  const [day, time] = partsOf(at, 'UTC');
  const [ownDay, ownTime] = partsOf(at, zone);
  const utc = t('instant.utc', { day, time });
  if (day === ownDay && time === ownTime) return utc;
  return t('instant.both', { utc, own: day === ownDay ? ownTime : t('instant.day', { day: ownDay, time: ownTime }), zone: zoneName(at, zone) });
}

/** @param {Date} at @param {string} timeZone */
const partsOf = (at, timeZone) => [new Intl.DateTimeFormat(locale(), { ...DAY, timeZone }).format(at), new Intl.DateTimeFormat(locale(), { ...TIME, timeZone }).format(at)];

/** UTC+4:30 @param {Date} at @param {string} timeZone */
function zoneName(at, timeZone) {
  const name = new Intl.DateTimeFormat(locale(), { timeZone, timeZoneName: 'shortOffset' }).formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  return name.replace('GMT', 'UTC');
}
