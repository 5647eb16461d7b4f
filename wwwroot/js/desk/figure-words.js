// @ts-check
// From a figure as a report words it to its minimum and maximum. Null and 0 differ; words alone are no number.

/** @typedef {import('../words/claims.js').Figure} Figure min without max: at least */

const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** What is said of none. */
const NONE = /^(?:no|none|nil|no (?:casualties|losses|deaths|one)|nobody|without loss(?:es)?)$/;

const AT_LEAST = /^(?:at least|more than|over|no fewer than|not less than|minimum(?: of)?|>=?|≥)\s*(.+)$/;
const UP_TO = /^(?:up to|as many as|at most|no more than|maximum(?: of)?|<=?|≤)\s*(.+)$/;
const BETWEEN = /^(?:between |from )?(.+?)\s*(?:-|–|—|\bto\b|\band\b)\s*(.+)$/;
const OPEN = /^(.+?)\s*(?:\+|or more)$/;

/**
 * @param {string} text as typed
 * @returns {Figure|null} null for nothing
 */
export function readFigure(text) {
  const words = text.trim().replace(/\s+/g, ' ');
  if (words === '') return null;
  const said = words.toLowerCase();
  if (NONE.test(said)) return { min: 0, max: 0, words };
  const exact = count(said);
  if (exact !== null) return { min: exact, max: exact };
  return open(said, words) ?? upTo(said, words) ?? between(said) ?? { words };
}

/** The figure as one would type it. @param {Figure|null|undefined} figure */
export function figureText(figure) {
  if (!figure) return '';
  const { min, max, words } = figure;
  if (words && (min == null || sameFigure(readFigure(words), figure))) return words;
  if (min == null) return words ?? '';
  if (max == null) return `${min}+`;
  if (min === max) return String(min);
  return `${min}–${max}`;
}

/** @param {Figure|null} a @param {Figure} b */
const sameFigure = (a, b) => a !== null && a.min === b.min && a.max === b.max;

/** @param {string} said @returns {number|null} */
function count(said) {
  const plain = said.replace(/(\d)[, ](\d{3})\b/g, '$1$2');
  if (/^\d{1,7}$/.test(plain)) return Number(plain);
  const word = NUMBERS.indexOf(said);
  return word < 0 ? null : word;
}

/** @param {string} said @param {string} words @returns {Figure|null} */
function open(said, words) {
  const match = AT_LEAST.exec(said) ?? OPEN.exec(said);
  const min = match ? count(match[1]) : null;
  return min === null ? null : { min, ...(/^\d+\+$/.test(said) ? {} : { words }) };
}

/** @param {string} said @param {string} words @returns {Figure|null} */
function upTo(said, words) {
  const match = UP_TO.exec(said);
  const max = match ? count(match[1]) : null;
  return max === null ? null : { min: 0, max, words };
}

/** @param {string} said @returns {Figure|null} */
function between(said) {
  const match = BETWEEN.exec(said);
  const [min, max] = match ? [count(match[1]), count(match[2])] : [null, null];
  return min === null || max === null || max < min ? null : { min, max };
}
