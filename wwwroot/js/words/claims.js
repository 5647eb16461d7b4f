// @ts-check
// Claims side by side: what is about the same thing stands together, and contradictions are found, never resolved.

import { t } from '../text/t.js';
import { localName } from './names.js';

/**
 * @typedef {{min?: number|null, max?: number|null, words?: string|null}} Figure
 * @typedef {object} Claim as the public document gives it
 * @property {string} id
 * @property {string} about
 * @property {string|null} [claimant]
 * @property {string|null} [claimant_name]
 * @property {string|null} [speaker]
 * @property {string} stance
 * @property {{side?: string|null, category: string, words?: string|null, label?: string|null}|null} [group]
 * @property {string} [part]
 * @property {Figure|null} [killed]
 * @property {Figure|null} [injured]
 * @property {Figure|null} [missing]
 * @property {Figure|null} [captured]
 * @property {Figure|null} [casualties]
 * @property {{item: string, effect: string, min?: number|null, max?: number|null}[]} [objects]
 * @property {string|null} [words]
 * @property {string|null} [said_on]
 * @property {{start?: string|null, end?: string|null}|null} [period]
 * @property {string[]} [places] that a total covers
 * @property {string|null} [supersedes]
 * @property {string|null} [source]
 * @property {{quote: string}|null} [span]
 * @property {string|null} [standing]
 *
 * @typedef {{by: string|null, how: 'denies'|'asserts'|'figure'}} Opponent who says otherwise, and in which way
 * @typedef {{claim: Claim, figure: Figure|null, superseded: boolean, successor: Claim|null, against: Opponent[]}} Row
 * @typedef {{about: string, measure: Measure|null, group: string|null, rows: Row[], contradicts: boolean, scale: number}} Comparison
 * @typedef {'killed'|'injured'|'missing'|'captured'|'casualties'} Measure
 */

/** @type {readonly Measure[]} */
export const MEASURES = ['killed', 'injured', 'missing', 'captured', 'casualties'];

const ABOUT = ['occurrence', 'author', 'target', 'toll', 'objects'];

/**
 * @param {readonly Claim[]} claims
 * @returns {Comparison[]} questions of fact first, then tolls by harmed group, then material
 */
export function compare(claims) {
  const successors = new Map(claims.flatMap((claim) => (claim.supersedes ? [[claim.supersedes, claim]] : [])));
  /** @type {Map<string, Comparison>} */
  const found = new Map();
  for (const claim of claims) {
    for (const measure of measuresOf(claim)) {
      const group = claim.about === 'toll' || measure ? groupOf(claim) : null;
      const key = `${claim.about}|${measure}|${group}`;
      let comparison = found.get(key);
      if (!comparison) found.set(key, comparison = { about: claim.about, measure, group, rows: [], contradicts: false, scale: 0 });
      comparison.rows.push({ claim, figure: measure ? claim[measure] ?? null : null, superseded: successors.has(claim.id), successor: successors.get(claim.id) ?? null, against: [] });
    }
  }
  const comparisons = [...found.values()];
  for (const comparison of comparisons) {
    for (const row of comparison.rows) row.against = opponents(row, comparison.rows);
    comparison.contradicts = contradict(comparison.rows);
    comparison.scale = Math.max(0, ...comparison.rows.map(({ figure }) => figure?.max ?? figure?.min ?? 0));
  }
  return comparisons.sort((a, b) => ABOUT.indexOf(a.about) - ABOUT.indexOf(b.about));
}

/** @param {Claim} claim @returns {(Measure|null)[]} */
function measuresOf(claim) {
  const given = MEASURES.filter((measure) => claim[measure]);
  return given.length > 0 ? given : [null];
}

/** @param {Claim} claim */
const groupOf = ({ group }) => group?.label?.split(', ').map((part) => localName('group', part)).join(t('list.comma')) ?? group?.words ?? ([group?.side, group?.category].filter(Boolean).join(' ') || null);

/** Whether one denies what another asserts, or figures of two claimants exclude one another. @param {readonly Row[]} rows */
export const contradict = (rows) => rows.some((row) => opponents(row, rows).length > 0);

/**
 * Who denies what a row asserts (or asserts what it denies), or gives a figure for the same time and places that excludes its own; each claimant once.
 * @param {Row} row
 * @param {readonly Row[]} rows of the same question
 * @returns {Opponent[]}
 */
export function opponents(row, rows) {
  if (row.superseded) return [];
  /** @type {Map<string, Opponent>} */
  const found = new Map();
  for (const other of rows) {
    const how = other.superseded || other === row ? null : other.claim.stance !== row.claim.stance ? other.claim.stance === 'denies' ? 'denies' : 'asserts' : figuresExclude(row, other) ? 'figure' : null;
    if (how && !found.has(claimantOf(other))) found.set(claimantOf(other), { by: other.claim.claimant_name ?? null, how });
  }
  return [...found.values()];
}

/** @param {Row} a @param {Row} b */
const figuresExclude = (a, b) => [a, b].every(({ claim, figure }) => figure && claim.stance === 'asserts' && claim.part !== 'breakdown')
  && claimantOf(a) !== claimantOf(b) && scopeOf(a) === scopeOf(b) && apart(a.figure, b.figure);

/** What a total covers; totals of other nights or places say nothing against it. @param {Row} row */
const scopeOf = ({ claim }) => JSON.stringify([claim.period?.start ?? null, claim.period?.end ?? null, [...claim.places ?? []].sort()]);

/** @param {Row} row */
const claimantOf = ({ claim }) => claim.claimant ?? claim.claimant_name ?? '';

/** @param {Figure|null} a @param {Figure|null} b */
function apart(a, b) {
  const [aLow, aHigh] = endsOf(a);
  const [bLow, bHigh] = endsOf(b);
  return aHigh < bLow || bHigh < aLow;
}

/** @param {Figure|null} figure @returns {[number, number]} */
const endsOf = (figure) => [figure?.min ?? 0, figure?.max ?? Infinity];
