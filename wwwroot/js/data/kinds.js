// @ts-check
// The closed list of kinds, as the server's vocabulary gives it, by index.

import { t } from '../text/t.js';

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

  /** Of a kind or a family. @param {string} name */
  nameOf(name) { return !this.index.has(name) && FAMILIES.includes(name) ? t(`family.${name}`) : this.labelOf(name); }

  /** @param {string} family */
  of(family) { return this.list.filter((kind) => kind.family === family); }

  /**
   * The kinds that a filter of kinds and families asks for; a word that is both is the kind.
   * @param {readonly string[]} wanted
   * @returns {Set<string>}
   */
  expand(wanted) {
    return new Set(wanted.flatMap((name) => (this.index.has(name) ? [name] : this.of(name).map(({ kind }) => kind))));
  }

  /**
   * The shortest filter that asks for some kinds: whole families by their name, where that is not a kind's too.
   * @param {ReadonlySet<string>} chosen
   * @returns {string[]}
   */
  compress(chosen) {
    return FAMILIES.flatMap((family) => {
      const members = this.of(family).map(({ kind }) => kind);
      const taken = members.filter((kind) => chosen.has(kind));
      return taken.length === members.length && taken.length > 1 && !this.index.has(family) ? [family] : taken;
    });
  }

  /** @param {readonly string[]} wanted @returns {Uint8Array|null} a flag a kind; null for all */
  mask(wanted) {
    if (wanted.length === 0) return null;
    const chosen = this.expand(wanted);
    return Uint8Array.from(this.list, ({ kind }) => (chosen.has(kind) ? 1 : 0));
  }
}

/** @param {Kind|undefined} kind */
function rank(kind) {
  const at = FAMILIES.indexOf(kind?.family ?? '');
  return at < 0 ? OTHER : at;
}
