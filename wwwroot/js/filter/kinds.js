// @ts-check
// Choosing kinds and families by a click each.

/** @typedef {import('../data/kinds.js').Kinds} Kinds */

/**
 * @param {readonly string[]} wanted
 * @param {string} family
 * @param {Kinds} kinds
 * @returns {'all'|'some'|'none'}
 */
export function familyState(wanted, family, kinds) {
  const chosen = kinds.expand(wanted);
  const members = kinds.of(family);
  const taken = members.filter(({ kind }) => chosen.has(kind)).length;
  return taken === 0 ? 'none' : taken === members.length ? 'all' : 'some';
}

/** @param {readonly string[]} wanted @param {string} kind @param {Kinds} kinds @returns {string[]} */
export function toggleKind(wanted, kind, kinds) {
  const chosen = kinds.expand(wanted);
  if (!chosen.delete(kind)) chosen.add(kind);
  return kinds.compress(chosen);
}

/** A family that is chosen in part becomes whole. @param {readonly string[]} wanted @param {string} family @param {Kinds} kinds @returns {string[]} */
export function toggleFamily(wanted, family, kinds) {
  const chosen = kinds.expand(wanted);
  const whole = familyState(wanted, family, kinds) === 'all';
  for (const { kind } of kinds.of(family)) {
    if (whole) chosen.delete(kind);
    else chosen.add(kind);
  }
  return kinds.compress(chosen);
}
