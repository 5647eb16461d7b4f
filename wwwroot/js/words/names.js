// @ts-check
// Names of places and harmed groups in the page's language. The data names them in English; where no other name is known, that stays.

/** @typedef {'province'|'district'|'place'|'group'} NameKind */

/** @type {Partial<Record<NameKind, Record<string, string>>>} */
let names = {};

/** @param {Partial<Record<NameKind, Record<string, string>>>} known by kind and English name */
export function setNames(known) { names = { ...names, ...known }; }

/**
 * @template {string|null|undefined} T
 * @param {NameKind} kind
 * @param {T} english
 * @returns {T}
 */
export const localName = (kind, english) => /** @type {T} */ (english ? names[kind]?.[english] ?? english : english);

/** The name of a crossing, of which the line's landmarks leave the word away. @param {string} bare */
export function crossingName(bare) {
  const whole = `${bare} crossing`;
  const local = localName('place', whole);
  return local === whole ? localName('place', bare) : local;
}
