// @ts-check
// What changed between two public versions, in words: a line a thing that changed, with before and after where they are short.
import { hasText, t } from '../text/t.js';
import { rangeOf } from './counts.js';

/**
 * @typedef {{field: string, before: any, after: any}} Difference as the history of an incident has it
 * @typedef {{what: string, how: string}} Line
 */

const FIGURES = ['killed', 'injured', 'missing', 'captured', 'casualties'];
const LISTED = /^(claims|places|actors|sources|estimates)(?:\[([^\]]*)\])?(?:\.(.+))?$/;

/**
 * @param {readonly Difference[]} differences
 * @param {any} document the later of the two versions
 * @param {any} before the earlier one
 * @returns {Line[]}
 */
export function changeLines(differences, document, before) {
  /** @type {Map<string, Line>} */
  const lines = new Map();
  for (const difference of differences) {
    const line = lineOf(difference, document, before);
    // Of one thing that has changed in several ways the first that has words is told.
    const known = lines.get(line.what);
    if (!known || known.how === t('history.changed')) lines.set(line.what, line);
  }
  return [...lines.values()];
}

/** @param {Difference} difference @param {any} document @param {any} earlier @returns {Line} */
function lineOf({ field, before, after }, document, earlier) {
  const [, list, key, rest] = LISTED.exec(field) ?? [];
  if (list && key !== undefined) {
    const item = after && !rest ? after : before && !rest ? before : itemOf(document, list, key) ?? itemOf(earlier, list, key);
    const name = nameOf(list, item);
    const what = name ? t(`history.${list}.one`, { name }) : t(`history.${list}`);
    if (!rest) return { what, how: before && after ? t('history.changed') : t(after ? 'history.added' : 'history.removed') };
    const measure = FIGURES.find((figure) => rest === figure || rest.startsWith(`${figure}.`));
    return measure ? { what: `${what}, ${t(`incident.${measure}`)}`, how: figureHow(rest, measure, key, before, after, document, earlier) } : { what, how: t('history.changed') };
  }
  const top = field.startsWith('derived.') ? field.slice(8) : field.split(/[.[]/)[0];
  const what = hasText(`history.${top}`) ? t(`history.${top}`) : top;
  return { what, how: howOf(top, before, after) };
}

/** @param {any} document @param {string} list @param {string} key */
function itemOf(document, list, key) {
  const items = document?.[list] ?? [];
  return items.find((/** @type {any} */ item) => item.id === key || item.actor === key.split('/')[0]) ?? (/^\d+$/.test(key) ? items[Number(key)] : items.find((/** @type {any} */ item) => item.place === key.split('/')[0]));
}

/** @param {string} list @param {any} item @returns {string|null} */
function nameOf(list, item) {
  if (!item) return null;
  return { claims: item.claimant_name ?? t('claim.nobody'), places: item.name ?? item.words, actors: item.name ?? item.actor, sources: item.title ?? item.publisher, estimates: item.by }[list] ?? null;
}

/**
 * @param {string} rest @param {string} measure @param {string} key @param {any} before @param {any} after
 * @param {any} document @param {any} earlier
 */
function figureHow(rest, measure, key, before, after, document, earlier) {
  const of = (/** @type {any} */ figure) => (figure ? rangeOf(figure.min, figure.max) : t('count.none'));
  const was = rest === measure ? before : itemOf(earlier, 'claims', key)?.[measure];
  const now = rest === measure ? after : itemOf(document, 'claims', key)?.[measure];
  return t('history.fromto', { before: of(was), after: of(now) });
}

/** @param {string} top @param {any} before @param {any} after */
function howOf(top, before, after) {
  const short = (/** @type {any} */ value) => {
    if (value === null || value === undefined) return t('history.nothing');
    if (typeof value === 'object' || String(value).length > 160) return null;
    if (typeof value === 'boolean') return t(`history.${value}`);
    return hasText(`${top}.${value}`) ? t(`${top}.${value}`) : String(value);
  };
  const [was, now] = [short(before), short(after)];
  return was === null || now === null ? t('history.changed') : t('history.fromto', { before: was, after: now });
}
