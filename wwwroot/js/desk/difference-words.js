// @ts-check
// What changed in a document, as sentences of people: labels instead of paths, claims as somebody saying something.
import difference from '../text/desk-difference-en.js';
import { addMessages, formatNumber, hasText, t } from '../text/t.js';
import { parseDay } from '../time/days.js';
import { MEASURES } from '../words/claims.js';
import { rangeOf } from '../words/counts.js';
import { dateOfDocument, dateWords, dayWords, windowWords } from '../words/dates.js';
import { kilometres } from '../words/places.js';
import { differences, keyed } from './difference.js';

/**
 * @typedef {import('./document.js').Doc} Doc
 * @typedef {import('../words/claims.js').Figure} Figure
 * @typedef {Partial<import('./document.js').Claim>} Claim
 * @typedef {object} Names what the ids of a document are called; the id itself where it is not known
 * @property {(id: string) => string} kind
 * @property {(id: string) => string} place
 * @property {(id: string) => string} around what it lies in, empty where that is not known
 * @property {(id: string) => string} actor
 * @property {(id: string) => string} source
 * @property {(id: string) => string} episode
 * @property {(group: {side?: string|null, category?: string}) => string} group "Afghan side, soldiers"
 *
 * @typedef {{part: string, what: string, before: string, after: string, is: 'changed'|'added'|'removed', difference: import('./difference.js').Difference|import('./difference.js').Reordered}} Said
 *   `part`: the section of the form; `before`, `after`: empty for nothing
 */

addMessages('en', difference);

/** The order in which one reads a document. */
const ORDER = ['status', 'title', 'kind', 'cross_border', 'date', 'places', 'actors', 'claims', 'estimates', 'sources', 'episode', 'sensitivity', 'notes', 'merged', 'source_keys'];

/**
 * @param {Partial<Doc>|null} before null: there was none
 * @param {Partial<Doc>|null} after
 * @param {Names} names
 * @returns {Said[]} in the order of the form
 */
export function differenceWords(before, after, names) {
  const said = differences(before, after).map((one) => {
    const { what, words } = wording(one, before, after, names);
    return { part: one.part, what, before: words(one.before), after: words(one.after), is: isOf(one), difference: one };
  });
  return /** @type {Said[]} */ (said.filter((one) => one.before !== one.after).sort((a, b) => rankOf(a.part) - rankOf(b.part)));
}

/** What has no place of its own stands last. @param {string} part */
const rankOf = (part) => { const at = ORDER.indexOf(part); return at < 0 ? ORDER.length : at; };

/** @param {import('./difference.js').Difference|import('./difference.js').Reordered} one */
function isOf(one) {
  if ('isOrder' in one || one.member) return 'changed';
  return one.before === undefined ? 'added' : one.after === undefined ? 'removed' : 'changed';
}

/**
 * The label of a difference, and how its values are said.
 * @param {import('./difference.js').Difference|import('./difference.js').Reordered} one
 * @param {Partial<Doc>|null} before @param {Partial<Doc>|null} after @param {Names} names
 * @returns {{what: string, words: (value: any) => string}}
 */
function wording(one, before, after, names) {
  const { part } = one;
  const items = (/** @type {Partial<Doc>|null} */ document) => keyed(part, /** @type {any} */ (document)?.[part] ?? []);
  if ('isOrder' in one) {
    const known = new Map([...items(before), ...items(after)]);
    return { what: t(`diff.${part}.order`), words: (keys) => keys.map((/** @type {string} */ key) => itemName(part, known.get(key), names)).join(' · ') };
  }
  const { key, member } = one;
  if (key === undefined) return { what: label(member ?? part), words: (value) => fieldWords(member ?? part, value, names) };
  if (member === undefined) return { what: t(`diff.${part}`), words: (item) => (item ? itemWords(part, item, names) : '') };
  const item = items(after).get(key) ?? items(before).get(key);
  return { what: t(`diff.${part}.of`, { name: itemName(part, item, names), field: label(member, 'diff.field') }), words: (value) => memberWords(part, member, value, names) };
}

/** @param {string} name @param {string} [prefix] */
const label = (name, prefix = 'diff') => (hasText(`${prefix}.${name}`) ? t(`${prefix}.${name}`) : name.replaceAll('_', ' '));

/** A field of the document itself. @param {string} name @param {any} value @param {Names} names */
function fieldWords(name, value, names) {
  if (name === 'cross_border') return t(`diff.cross_border.${Boolean(value)}`);
  if (name === 'show_as') return label(value ?? 'full', 'diff.show_as');
  if (value === undefined || value === null || value === '') return '';
  switch (name) {
    case 'kind': return names.kind(value);
    case 'status': return label(value, 'diff.status');
    case 'episode': return names.episode(value);
    case 'date': return whenWords(value);
    case 'public_from': return t('diff.public_from.at', { date: dayWords(parseDay(value.slice(0, 10)) ?? 0, 'short'), time: value.slice(11, 16) });
    default: return plainWords(value);
  }
}

/** @param {Doc['date']} date */
function whenWords(date) {
  const read = dateWords(dateOfDocument(date));
  const timed = date.time ? t('diff.date.time', { date: read, time: date.time }) : read;
  return date.words && date.words !== read ? t('diff.date.said', { date: timed, words: date.words }) : timed;
}

/** What an item is called. @param {string} part @param {any} item @param {Names} names @returns {string} */
function itemName(part, item, names) {
  switch (part) {
    case 'places': return item?.place ? names.place(item.place) : item?.words ?? t('diff.spot.at', spotOf(item ?? {}));
    case 'actors': return names.actor(item?.actor ?? '');
    case 'claims': return item?.claimant ? names.actor(item.claimant) : t('diff.claim.nobody');
    case 'sources': return names.source(item?.source ?? '');
    case 'estimates': return item?.by === 'editors' ? t('diff.editors') : [item?.by, item?.release].filter(Boolean).join(' ');
    default: return item?.id ?? '';
  }
}

/** A whole item in a sentence. @param {string} part @param {any} item @param {Names} names @returns {string} */
function itemWords(part, item, names) {
  const name = itemName(part, item, names);
  const quote = item.span?.quote ? t('diff.quote', { words: item.span.quote }) : '';
  switch (part) {
    case 'places': return together(name, item.place && names.around(item.place), item.words && item.words !== name && t('diff.quote', { words: item.words }), t(`diff.place.${item.role ?? 'scene'}`), item.precision && t(`precision.${item.precision}`), item.lon !== undefined && t('diff.spot.at', spotOf(item)), item.source && names.source(item.source), quote);
    case 'actors': return together(name, t(`role.${item.role ?? 'party'}`), item.words && t('diff.quote', { words: item.words }));
    case 'claims': return claimWords(item, names);
    case 'sources': return together(name, quote);
    case 'estimates': return estimateWords(item, name);
    default: return t('diff.merged.said', { id: name, version: item.version });
  }
}

/** Somebody says something of somebody. @param {Claim} claim @param {Names} names */
function claimWords(claim, names) {
  const measures = MEASURES.filter((measure) => claim[measure]);
  const figures = measures.map((measure) => t('diff.figure', { figure: figureWords(claim[measure]), measure: t(`diff.field.${measure}`) })).join(', ');
  const group = claim.group ? groupWords(claim.group, names) : '';
  const toll = figures && group ? t('diff.claim.toll', { figures, group }) : figures;
  const what = together(toll || (claim.about && claim.about !== 'toll' ? t(`claim.about.${claim.about}`) : ''), objectsWords(claim.objects), claim.words, claim.span?.quote && t('diff.quote', { words: claim.span.quote }));
  const said = t('diff.claim', { who: itemName('claims', claim, names), stance: t(`claim.${claim.stance ?? 'asserts'}`), what: what || t('claim.figure.none') });
  const { speaker, said_on: day, period, part, supersedes, source } = claim;
  return together(said, speaker && t('claim.speaker', { speaker }), day && t('claim.said', { date: dayWords(parseDay(day) ?? 0) }), period && t('claim.covers', { period: periodWords(period) }),
    part === 'breakdown' && t('diff.part.breakdown'), supersedes && t('diff.claim.replaces'), source && names.source(source));
}

/** @param {import('./document.js').Estimate} estimate @param {string} by */
function estimateWords(estimate, by) {
  const figures = /** @type {const} */ (['low', 'best', 'high']).filter((name) => estimate[name] !== undefined && estimate[name] !== null)
    .map((field) => t('diff.estimate.figure', { field: t(`diff.field.${field}`), n: formatNumber(Number(estimate[field])) })).join(', ');
  const sides = estimate.by_side ? Object.entries(estimate.by_side).map(([side, n]) => t('diff.estimate.figure', { field: side, n: formatNumber(n) })).join(', ') : '';
  const said = t('diff.estimate', { by, figures: together(figures, sides) || t('claim.figure.none') });
  return estimate.reason ? t('diff.estimate.because', { estimate: said, reason: estimate.reason }) : said;
}

/** A field of an item. @param {string} part @param {string} member @param {any} value @param {Names} names */
function memberWords(part, member, value, names) {
  if (member === 'spot') return value?.lon === undefined || value?.lon === null ? t('diff.spot.own') : t('diff.spot.at', spotOf(value));
  if (member === 'stance') return t(`claim.${value ?? 'asserts'}`);
  if (member === 'about') return t(`claim.about.${value ?? 'toll'}`);
  if (member === 'part') return t(`diff.part.${value ?? 'total'}`);
  if (member === 'role') return part === 'places' ? t(`diff.place.${value ?? 'scene'}`) : t(`role.${value ?? 'party'}`);
  if (value === undefined || value === null || value === '') return '';
  if (MEASURES.includes(/** @type {any} */ (member))) return figureWords(value);
  switch (member) {
    case 'claimant': case 'actor': return names.actor(value);
    case 'source': return names.source(value);
    case 'place': return names.place(value);
    case 'places': return value.map(names.place).join(', ');
    case 'group': return groupWords(value, names);
    case 'objects': return objectsWords(value);
    case 'span': return t('diff.quote', { words: value.quote });
    case 'precision': return t(`precision.${value}`);
    case 'said_on': return dayWords(parseDay(value) ?? 0);
    case 'period': return periodWords(value);
    case 'supersedes': return t('diff.claim.supersedes');
    default: return plainWords(value);
  }
}

/** @param {Figure|null|undefined} figure */
function figureWords(figure) {
  if (!figure) return '';
  const { min, max, words } = figure;
  const hasNumber = (min ?? null) !== null || (max ?? null) !== null;
  if (!hasNumber) return words ?? '';
  const range = rangeOf(min, max);
  return words && words !== range ? t('diff.figure.words', { figure: range, words }) : range;
}

/** @param {{side?: string|null, category?: string, words?: string|null}} group @param {Names} names */
const groupWords = (group, names) => together(names.group(group), group.words && t('diff.quote', { words: group.words }));

/** @param {Claim['objects']} objects */
const objectsWords = (objects = []) => objects.map(({ item, effect, min, max }) => `${(min ?? null) === null && (max ?? null) === null ? '' : `${rangeOf(min, max)} `}${item} ${t(`object.${effect}`)}`).join('; ');

/** @param {{start?: string|null, end?: string|null}} period */
const periodWords = ({ start, end }) => windowWords({ start: parseDay(start), end: parseDay(end) }, 'long');

/** @param {import('./document.js').PlaceOf} place */
const spotOf = ({ lat = 0, lon = 0, radius_m = 0 }) => ({ lat: lat.toFixed(4), lon: lon.toFixed(4), km: kilometres(radius_m) });

/** @param {...(string|false|null|undefined)} parts */
const together = (...parts) => parts.filter(Boolean).reduce((/** @type {string} */ what, more) => (what ? t('diff.with', { what, more: /** @type {string} */ (more) }) : String(more)), '');

/** @param {unknown} value @returns {string} */
function plainWords(value) {
  if (Array.isArray(value)) return value.map(plainWords).join(', ');
  if (value !== null && typeof value === 'object') return Object.entries(value).map(([name, item]) => `${name} ${plainWords(item)}`).join(', ');
  return typeof value === 'number' ? formatNumber(value) : String(value);
}
