// @ts-check
// Figures in words. Null and 0 differ; a highest figure missing beside a lowest one is "or more".
import { formatNumber, t } from '../text/t.js';

/** @typedef {{min?: number|null, max?: number|null, words?: string|null}} Figure */

/**
 * @param {number|null|undefined} low
 * @param {number|null|undefined} high
 */
export function rangeOf(low, high) {
  const from = low ?? null;
  const to = high ?? null;
  if (from === null && to === null) return t('count.none');
  if (from === null) return t('count.upto', { high: /** @type {number} */ (to) });
  if (to === null) return t('count.atleast', { low: from });
  return from === to ? formatNumber(from) : t('count.between', { low: from, high: to });
}

/** The same in a table's cell: 12–30, 200+. @param {number|null} low @param {number|null} high */
export function shortRange(low, high) {
  if (low === null && high === null) return '';
  if (low === null) return t('count.short.upto', { high: /** @type {number} */ (high) });
  if (high === null) return t('count.short.atleast', { low });
  return low === high ? formatNumber(low) : t('count.short.between', { low, high });
}

/** The reported range over distinct incidents: lowest figures added, highest figures added, open where one is. @param {{low: number, high: number, open: boolean, said: number, unsaid?: number}} sum */
export function sumWords({ low, high, open, said }) {
  if (said === 0) return t('count.none');
  if (low === high) return open ? t('count.atleast', { low }) : formatNumber(low);
  const words = t('count.between', { low, high });
  return open ? t('count.atleast', { low: words }) : words;
}
