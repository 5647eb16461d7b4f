// @ts-check
// Choices whose name, or another name of theirs, holds the words typed: accents and case make no difference.

/** @param {string} text */
const folded = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * Those that match, the ones whose own name begins with the text first, else in the order given.
 * @template {{name: string, also: readonly string[]}} T
 * @param {readonly T[]} choices
 * @param {string} text
 * @returns {T[]}
 */
export function matching(choices, text) {
  const words = folded(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...choices];
  const holds = (/** @type {string} */ name) => words.every((word) => folded(name).includes(word));
  const found = choices.filter(({ name, also }) => holds(name) || also.some(holds));
  const begins = (/** @type {T} */ { name }) => folded(name).startsWith(words[0]);
  return [...found.filter(begins), ...found.filter((choice) => !begins(choice))];
}
