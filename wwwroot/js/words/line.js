// @ts-check
// A stretch of the Durand Line in words.
import { formatNumber, t } from '../text/t.js';

/** @param {{from: number, to: number}} stretch kilometres; an open end is infinite */
export function stretchWords({ from, to }) {
  const km = (/** @type {number} */ value) => formatNumber(Math.round(value * 10) / 10);
  if (from === -Infinity) return t('line.km.upto', { to: km(to) });
  if (to === Infinity) return t('line.km.from', { from: km(from) });
  return t('line.km', { from: km(from), to: km(to) });
}
