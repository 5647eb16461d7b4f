// @ts-check
// A document in lines, field by field, and two incidents beside one another by what tells happenings apart.
import { hasText, t } from '../text/t.js';
import { differenceWords } from './difference-words.js';

/**
 * @typedef {import('./document.js').Doc} Doc
 * @typedef {import('./difference-words.js').Names} Names
 * @typedef {{part: string, label: string, lines: string[]}} WholeRow
 * @typedef {{part: string, label: string, sides: [string[], string[]]}} PairRow
 */

/** The state is said beside the document. */
const SAID_ELSEWHERE = ['status'];

/** What tells nothing about the happening. */
const OF_THE_RECORD = ['source_keys'];

/** @param {Partial<Doc>} document @param {Names} names @returns {WholeRow[]} in the order of the form */
export function wholeRows(document, names) {
  /** @type {Map<string, WholeRow>} */
  const rows = new Map();
  for (const { part, what, after } of differenceWords(null, document, names)) {
    if (SAID_ELSEWHERE.includes(part)) continue;
    const row = rows.get(part) ?? { part, label: hasText(`diff.${part}.all`) ? t(`diff.${part}.all`) : what, lines: [] };
    row.lines.push(part === 'sensitivity' ? t('diff.said', { what, value: after }) : after);
    rows.set(part, row);
  }
  return [...rows.values()];
}

/** @param {Doc} one @param {Doc} other @param {Names} names @returns {PairRow[]} */
export function pairRows(one, other, names) {
  const [mine, others] = [wholeRows(one, names), wholeRows(other, names)];
  const linesIn = (/** @type {WholeRow[]} */ rows, /** @type {string} */ part) => rows.find((row) => row.part === part)?.lines ?? [];
  const fields = [...mine, ...others.filter(({ part }) => !mine.some((row) => row.part === part))].filter(({ part }) => !OF_THE_RECORD.includes(part));
  return fields.map(({ part, label }) => ({ part, label, sides: [linesIn(mine, part), linesIn(others, part)] }));
}
