// @ts-check
// Choosing kinds and families: a family named stands for all its kinds.

/** @typedef {import('../data/kinds.js').Kinds} Kinds */

/**
 * @param {readonly string[]} wanted
 * @param {string} family
 * @param {readonly {kind: string}[]} kinds of the family
 * @returns {'all'|'some'|'none'}
 */
export function kindState(wanted, family, kinds) {
  if (wanted.includes(family) && (kinds.length === 0 || family !== 'other')) return 'all';
  const chosen = kinds.filter(({ kind }) => wanted.includes(kind)).length;
  return chosen === 0 ? 'none' : chosen === kinds.length ? 'all' : 'some';
}

/**
 * The filter with a kind or family switched; kinds that make up a family become the family.
 * @param {readonly string[]} wanted
 * @param {string} name
 * @param {Kinds} kinds
 * @returns {string[]}
 */
export function toggleKind(wanted, name, kinds) {
  const isKind = kinds.index.has(name);
  const family = isKind ? kinds.list[kinds.indexOf(name)].family : name;
  const members = kinds.of(family).map(({ kind }) => kind);
  const rest = wanted.filter((item) => item !== family && !members.includes(item));
  const before = wanted.includes(family) ? members : members.filter((kind) => wanted.includes(kind));
  const after = name === family && !(isKind && members.length > 1)
    ? (before.length === members.length ? [] : members)
    : before.includes(name) ? before.filter((kind) => kind !== name) : [...before, name];
  if (after.length === 0) return rest;
  return after.length === members.length ? [...rest, family] : [...rest, ...after];
}
