// @ts-check
// How far an import is, and how large a file, in words.
import { formatNumber, t } from '../text/t.js';

/** @param {number} bytes */
export function sizeWords(bytes) {
  if (bytes < 1024) return `${formatNumber(bytes)} B`;
  const [size, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KB'] : [bytes / 1024 / 1024, 'MB'];
  return `${formatNumber(size < 10 ? Math.round(size * 10) / 10 : Math.round(size))} ${unit}`;
}

/** @typedef {{phase: string, rows: number, bytes: number, of_bytes: number}} Progress */

/** From 0 to 1; null where it cannot be told. @param {Progress|undefined} progress */
export const shareOf = (progress) => (progress && progress.phase === 'reading' && progress.of_bytes > 0 ? progress.bytes / progress.of_bytes : null);

/** @param {Progress|undefined} progress */
export function progressWords(progress) {
  if (!progress) return '';
  if (progress.phase === 'merging') return t('import.merging', { rows: progress.rows });
  const share = shareOf(progress);
  return share === null ? t('import.progress.rows', { rows: progress.rows }) : t('import.progress', { rows: progress.rows, share: Math.floor(share * 100) });
}
