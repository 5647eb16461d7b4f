// @ts-check
// Where two documents differ: a field of the document, or a field of one item of a list. Items are the same by what names them, wherever they stand.

/**
 * @typedef {import('./document.js').Doc} Doc
 * @typedef {{part: string, key?: string, member?: string, before: any, after: any}} Difference
 *   `part`: the field of the document; `key`: the item of a list; without `member` the whole item came or went; `before` and `after` are the field's values, undefined: not there
 * @typedef {{part: string, isOrder: true, before: string[], after: string[]}} Reordered the same items in another order; their keys
 */

/** Owned by the store: nobody edits these. */
const NOT_EDITED = ['id', 'version', 'derived'];

/** The members that name an item of a list. @type {Record<string, string[]>} */
const NAMES = { claims: ['id'], sources: ['source'], actors: ['actor', 'role'], places: ['place', 'words', 'role'], estimates: ['by', 'release'], merged: ['id'] };

/** Fields that are read as one. @type {Record<string, Record<string, string>>} */
const TOGETHER = { places: { lon: 'spot', lat: 'spot', radius_m: 'spot' } };

/** What a field holds where nothing is written. @type {Record<string, unknown>} */
const DEFAULTS = { cross_border: false, show_as: 'full', stance: 'asserts', about: 'toll', part: 'total', role: { places: 'scene', actors: 'party' } };

/**
 * @param {Partial<Doc>|null} before null: there was none
 * @param {Partial<Doc>|null} after
 * @returns {(Difference|Reordered)[]}
 */
export function differences(before, after) {
  const [one, other] = [/** @type {Record<string, any>} */ (before ?? {}), /** @type {Record<string, any>} */ (after ?? {})];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((part) => !NOT_EDITED.includes(part)).flatMap((part) => {
    if (NAMES[part]) return itemsDiffer(part, one[part] ?? [], other[part] ?? []);
    if (part === 'sensitivity') return membersDiffer(part, undefined, one[part] ?? {}, other[part] ?? {});
    return isSameValue(part, part, one[part], other[part]) ? [] : [{ part, before: one[part], after: other[part] }];
  });
}

/** Whether two differences are about the same field. @param {Difference|Reordered} a @param {Difference|Reordered} b */
export function meet(a, b) {
  if (a.part !== b.part) return false;
  if ('isOrder' in a || 'isOrder' in b) return 'isOrder' in a && 'isOrder' in b;
  return a.key === b.key && (a.member === undefined || b.member === undefined || a.member === b.member);
}

/**
 * A document with changes that were made to another version of it.
 * @param {Doc} document is not touched
 * @param {(Difference|Reordered)[]} changes
 * @returns {Doc}
 */
export function withChanges(document, changes) {
  const made = /** @type {Record<string, any>} */ (structuredClone(document));
  for (const change of changes) {
    if ('isOrder' in change) reorder(made, change);
    else if (change.part === 'sensitivity') set(made.sensitivity ??= {}, /** @type {string} */ (change.member), change);
    else if (change.key === undefined) set(made, change.part, change);
    else changeItem(made[change.part] ??= [], change);
  }
  return /** @type {Doc} */ (made);
}

/** @param {any[]} items @param {Difference} change */
function changeItem(items, { part, key, member, after, before }) {
  const item = keyed(part, items).get(/** @type {string} */ (key));
  if (member === undefined) {
    if (item) items.splice(items.indexOf(item), 1, ...(after ? [structuredClone(after)] : []));
    else if (after) items.push(structuredClone(after));
  } else if (item) {
    const together = Object.entries(TOGETHER[part] ?? {}).filter(([, name]) => name === member).map(([name]) => name);
    for (const name of together) set(item, name, { before: before?.[name], after: after?.[name] });
    if (together.length === 0) set(item, member, { before, after });
  }
}

/** @param {Record<string, any>} of @param {string} name @param {{before: any, after: any}} change */
function set(of, name, { after }) {
  if (after === undefined) delete of[name];
  else of[name] = structuredClone(after);
}

/** The items in the wanted order; those that it does not know stay behind. @param {Record<string, any>} document @param {Reordered} change */
function reorder(document, { part, after }) {
  const keys = new Map([...keyed(part, document[part] ?? [])].map(([key, item]) => [item, after.indexOf(key)]));
  const rank = (/** @type {any} */ item) => { const at = keys.get(item) ?? -1; return at < 0 ? after.length : at; };
  document[part]?.sort((/** @type {any} */ a, /** @type {any} */ b) => rank(a) - rank(b));
}

/** @param {string} part @param {any[]} before @param {any[]} after @returns {(Difference|Reordered)[]} */
function itemsDiffer(part, before, after) {
  const [one, other] = [keyed(part, before), keyed(part, after)];
  const [kept, keptAfter] = [[...one.keys()].filter((key) => other.has(key)), [...other.keys()].filter((key) => one.has(key))];
  /** @type {(Difference|Reordered)[]} */
  const found = kept.join('\n') === keptAfter.join('\n') ? [] : [{ part, isOrder: true, before: kept, after: keptAfter }];
  for (const key of new Set([...one.keys(), ...other.keys()])) {
    const [was, is] = [one.get(key), other.get(key)];
    if (was && is) found.push(...membersDiffer(part, key, was, is));
    else found.push({ part, key, before: was, after: is });
  }
  return found;
}

/** @param {string} part @param {string|undefined} key @param {Record<string, any>} before @param {Record<string, any>} after @returns {Difference[]} */
function membersDiffer(part, key, before, after) {
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => name !== 'id' && !isSameValue(part, name, before[name], after[name]));
  const together = TOGETHER[part] ?? {};
  return [...new Set(changed.map((name) => together[name] ?? name))].map((member) => (
    Object.values(together).includes(member) ? { part, key, member, before, after } : { part, key, member, before: before[member], after: after[member] }));
}

/** Items by their names; those of one name, or none, by their number among them. @param {string} part @param {any[]} items */
export function keyed(part, items) {
  /** @type {Map<string, any>} */
  const found = new Map();
  for (const item of items) {
    const name = NAMES[part].map((member) => item[member] ?? defaultOf(part, member) ?? '').join('/');
    let key = name;
    for (let number = 2; found.has(key); number++) key = `${name}#${number}`;
    found.set(key, item);
  }
  return found;
}

/** @param {string} part @param {string} name */
function defaultOf(part, name) {
  const value = DEFAULTS[name];
  return value && typeof value === 'object' ? /** @type {Record<string, unknown>} */ (value)[part] : value;
}

/** @param {string} part @param {string} name @param {unknown} before @param {unknown} after */
const isSameValue = (part, name, before, after) => plain(before ?? defaultOf(part, name)) === plain(after ?? defaultOf(part, name));

/** As text in which empty is absent and the order of names says nothing. @param {unknown} value @returns {string} */
function plain(value) {
  if (Array.isArray(value)) return value.length === 0 ? '' : `[${value.map(plain).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value).map(([name, item]) => [name, plain(item)]).filter(([, text]) => text !== '').sort(([a], [b]) => (a < b ? -1 : 1));
    return members.length === 0 ? '' : `{${members.map(([name, text]) => `${name}:${text}`).join(',')}}`;
  }
  return value === null || value === undefined || value === '' ? '' : JSON.stringify(value);
}
