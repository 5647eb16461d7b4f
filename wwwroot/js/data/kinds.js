// @ts-check
// The closed list of kinds, as the server's vocabulary gives it, by index.

/** Families in the order in which they are stacked and listed. @type {readonly string[]} */
export const FAMILIES = ['combat', 'air', 'explosive', 'infiltration', 'killing', 'custody', 'crossing', 'truce', 'fence', 'other'];

const OTHER = FAMILIES.length - 1;

/** @typedef {{kind: string, family: string, label: string}} Kind */

export class Kinds {
  /** @param {readonly Kind[]} list */
  constructor(list) {
    this.list = [...list].sort((a, b) => rank(a) - rank(b));
    this.index = new Map(this.list.map(({ kind }, at) => [kind, at]));
    this.other = this.index.get('other') ?? 0;
  }

  /** @param {string} kind */
  indexOf(kind) { return this.index.get(kind) ?? this.other; }

  /** Index into FAMILIES. @param {string} kind */
  familyOf(kind) { return rank(this.list[this.indexOf(kind)]); }

  /** @param {string} kind */
  labelOf(kind) { return this.list[this.index.get(kind) ?? -1]?.label ?? kind; }

  /** @param {string} family */
  of(family) { return this.list.filter((kind) => kind.family === family); }

  /**
   * Which kinds a filter of kinds and families takes; null for all.
   * @param {readonly string[]} wanted
   * @returns {Uint8Array|null}
   */
  mask(wanted) {
    if (wanted.length === 0) return null;
    return Uint8Array.from(this.list, ({ kind, family }) => (wanted.includes(kind) || wanted.includes(family) ? 1 : 0));
  }

  /** @param {string} name */
  knows(name) { return this.index.has(name) || FAMILIES.includes(name); }
}

/** @param {Kind|undefined} kind */
function rank(kind) {
  const at = FAMILIES.indexOf(kind?.family ?? '');
  return at < 0 ? OTHER : at;
}
