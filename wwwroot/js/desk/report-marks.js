// @ts-check
// A text cut at every end of a piece of evidence, so that pieces may overlap.

/**
 * @typedef {{start: number, end: number, key: string}} Mark `key`: what it belongs to, `2 places[0]`
 * @typedef {{start: number, end: number, keys: string[]}} Stretch
 */

/**
 * @param {number} length of the text, in UTF-16 code units as all offsets
 * @param {readonly Mark[]} marks
 * @returns {Stretch[]} one after the other, the whole text
 */
export function stretches(length, marks) {
  const kept = marks.filter(({ start, end }) => start >= 0 && start < end && end <= length);
  const ends = [...new Set([0, length, ...kept.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  /** @type {Map<number, Mark[]>} */
  const opening = new Map();
  for (const mark of kept) opening.set(mark.start, [...opening.get(mark.start) ?? [], mark]);
  /** @type {Mark[]} */
  let open = [];
  return ends.slice(0, -1).map((start, at) => {
    open = [...open.filter(({ end }) => end > start), ...opening.get(start) ?? []];
    return { start, end: ends[at + 1], keys: [...new Set(open.map(({ key }) => key))] };
  });
}

/** The key of a field of a draft; what belongs to a line of the card is lit with it. @param {number} n @param {string} field */
export const keyOf = (n, field) => `${n} ${lineOf(field)}`;

/** The line of the card that a field stands in: `claims[0].killed` in that of `claims[0]`, `date.start` in that of `date`. @param {string} field */
export const lineOf = (field) => field.replace(/^([a-z_]+(?:\[\d+\])?).*$/, '$1');

/** @param {import('./report-server.js').Report} report @returns {Mark[]} */
export const marksOf = ({ drafts, reading }) => [
  ...drafts.flatMap(({ n, evidence }) => evidence.map(({ field, start, end }) => ({ start, end, key: keyOf(n, field) }))),
  ...reading.toponyms.map(({ start, end }, at) => ({ start, end, key: `toponym ${at}` })),
  ...reading.left_out.map(({ start, end }, at) => ({ start, end, key: `left ${at}` })),
];
