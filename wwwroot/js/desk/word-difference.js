// @ts-check
// Two texts word by word: what stays, what goes and what comes.

/** Beyond so many words a text is not compared word by word. */
const MOST_WORDS = 400;

/** The share of words in common from which on two texts are one text, changed. */
const LEAST_ALIKE = 0.3;

/**
 * Two texts as pieces that stay, go and come.
 * @param {string} before
 * @param {string} after
 * @returns {{text: string, is: 'kept'|'gone'|'new'}[]}
 */
export function wordDifference(before, after) {
  const [one, other] = [piecesOf(before), piecesOf(after)];
  if (one.length > MOST_WORDS || other.length > MOST_WORDS) return [{ text: before, is: 'gone' }, { text: after, is: 'new' }];
  const longest = longestCommon(one, other);
  // Texts that share little but small words are told as the one instead of the other.
  if (longest[0][0] < Math.max(one.length, other.length) * LEAST_ALIKE) return [{ text: before, is: 'gone' }, { text: after, is: 'new' }];
  /** @type {{text: string, is: 'kept'|'gone'|'new'}[]} */
  const found = [];
  const add = (/** @type {string} */ text, /** @type {'kept'|'gone'|'new'} */ is) => {
    const last = found.at(-1);
    if (last?.is === is) last.text += text; else found.push({ text, is });
  };
  let [i, j] = [0, 0];
  while (i < one.length || j < other.length) {
    if (i < one.length && j < other.length && one[i].trim() === other[j].trim()) { add(longer(one[i], other[j]), 'kept'); i++; j++; }
    else if (j >= other.length || (i < one.length && longest[i + 1][j] >= longest[i][j + 1])) add(one[i++], 'gone');
    else add(other[j++], 'new');
  }
  return found;
}

/** The last word of a text has no blank behind it. @param {string} a @param {string} b */
const longer = (a, b) => (b.length > a.length ? b : a);

/** Words, each with the blanks behind it. @param {string} text */
const piecesOf = (text) => text.match(/\S+\s*|\s+/g) ?? [];

/** Lengths of the longest common run from each pair of places on. @param {string[]} one @param {string[]} other */
function longestCommon(one, other) {
  const lengths = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1));
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) lengths[i][j] = one[i].trim() === other[j].trim() ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
  }
  return lengths;
}
