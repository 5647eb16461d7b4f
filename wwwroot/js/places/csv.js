// @ts-check
// The sheet with what was found, as CSV by RFC 4180: UTF-8 with a mark, so that spreadsheets read every script.
import { placeOf, standingOf } from './rows.js';

const ADDED = ['match_status', 'match_id', 'match_name', 'match_kind', 'match_district', 'match_province', 'match_country', 'match_lon', 'match_lat', 'match_precision', 'match_radius_m', 'match_score', 'match_written', 'match_why'];

/** A text that a spreadsheet would take for a formula gets an apostrophe before it; a number is none. @param {string|number|null|undefined} value */
export function cell(value) {
  const text = String(value ?? '');
  const safe = /^[=+\-@\t\r\n]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * @param {import('./sheet.js').Sheet} sheet
 * @param {import('./rows.js').Row[]} rows
 * @param {string} heading of a list's one column
 */
export function toCsv(sheet, rows, heading) {
  const columns = sheet.columns.map((name, at) => name || (sheet.columns.length === 1 ? heading : `${heading}_${at + 1}`));
  const lines = rows.map((row) => [...row.cells, ...added(row)]);
  return `\uFEFF${[[...columns, ...ADDED], ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** @param {import('./rows.js').Row} row */
function added(row) {
  const place = placeOf(row);
  return place
    ? [standingOf(row), place.id, place.name, place.kind, place.district, place.province, place.country, place.lon, place.lat, place.precision, place.radius_m, place.score, place.matched, place.why]
    : [standingOf(row), ...Array(ADDED.length - 1).fill('')];
}
