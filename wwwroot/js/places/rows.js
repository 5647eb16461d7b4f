// @ts-check
// The rows of a sheet with what their names resolve to and what a person decided.

/**
 * @typedef {{id: string, name: string, kind: string, district: string|null, province: string|null, country: string, lon: number, lat: number, precision: string, radius_m: number, score: number, matched: string, why: string}} Candidate
 * @typedef {'resolved'|'ambiguous'|'approximate'|'unknown'} Status
 * @typedef {{status: Status, candidates: Candidate[], problem?: string|null}} Answer
 * @typedef {{name: string, context?: string, near?: [number, number]}} Query
 * @typedef {{at: number, cells: string[], query: Query, answer: Answer|null, chosen: number|null}} Row `chosen` by a person: the candidate's number, -1 for none of them
 * @typedef {Status|'chosen'|'waiting'} Standing
 */

/** The longest name that the server takes, in UTF-16 units. */
const LONGEST = 500;

/** @type {Answer} */
const NOTHING = Object.freeze({ status: 'unknown', candidates: [] });

/** One line without control characters. @param {string} text */
export const cleaned = (text) => text.replace(/\p{Cc}+/gu, ' ').trim();

/**
 * @param {import('./sheet.js').Sheet} sheet
 * @param {import('./sheet.js').Roles} roles
 * @returns {Row[]}
 */
export function makeRows(sheet, roles) {
  return sheet.rows.map((cells, at) => {
    /** @type {Query} */
    const query = { name: cleaned(cells[roles.name] ?? '') };
    const context = roles.context.map((column) => cleaned(cells[column] ?? '')).filter(Boolean).join(', ');
    if (context) query.context = context.slice(0, LONGEST);
    const near = nearOf(cells, roles);
    if (near) query.near = near;
    return { at, cells, query, answer: query.name && query.name.length <= LONGEST ? null : NOTHING, chosen: null };
  });
}

/** @param {string[]} cells @param {import('./sheet.js').Roles} roles @returns {[number, number]|null} */
function nearOf(cells, { lon, lat }) {
  if (lon < 0 || !cells[lon] || !cells[lat]) return null;
  const [east, north] = [Number(cells[lon]), Number(cells[lat])];
  return Math.abs(east) <= 180 && Math.abs(north) <= 90 ? [east, north] : null;
}

/** Rows still without an answer, those written alike together, in the sheet's order. @param {Row[]} rows @returns {Row[][]} */
export function alike(rows) {
  /** @type {Map<string, Row[]>} */
  const groups = new Map();
  for (const row of rows) {
    if (row.answer) continue;
    const key = JSON.stringify(row.query);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

/** The place that a row stands for: what a person chose, else what is resolved or at least approximate; null where a person has to choose. @param {Row} row */
export function placeOf({ answer, chosen }) {
  if (!answer) return null;
  if (chosen !== null) return answer.candidates[chosen] ?? null;
  return answer.status === 'resolved' || answer.status === 'approximate' ? answer.candidates[0] ?? null : null;
}

/** @param {Row} row @returns {Standing} */
export const standingOf = ({ answer, chosen }) => (!answer ? 'waiting' : chosen !== null ? 'chosen' : answer.status);

/** How many rows stand how. @param {Row[]} rows @returns {Record<Standing, number>} */
export function countStandings(rows) {
  const counts = { resolved: 0, ambiguous: 0, approximate: 0, unknown: 0, chosen: 0, waiting: 0 };
  for (const row of rows) counts[standingOf(row)] += 1;
  return counts;
}

/**
 * Takes a person's choice for a row and all written alike.
 * @param {Row[]} rows
 * @param {Row} row
 * @param {number|null} chosen null takes the choice back
 * @returns {Row[]} the rows that changed
 */
export function choose(rows, row, chosen) {
  const key = JSON.stringify(row.query);
  const same = rows.filter((other) => other.answer && JSON.stringify(other.query) === key);
  for (const other of same) other.chosen = chosen;
  return same;
}
