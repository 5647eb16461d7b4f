// @ts-check
// Two versions of a document, or two documents, as rows of words: what an editor reads, not what is stored.
import { hasText, t } from '../text/t.js';
import { dateOfDocument, dateWords, dayWords, windowWords } from '../words/dates.js';
import { MEASURES } from '../words/claims.js';
import { rangeOf } from '../words/counts.js';
import { placeWithRadius } from '../words/places.js';
import { parseDay } from '../time/days.js';

/**
 * @typedef {import('./document.js').Doc} Doc
 * @typedef {import('../words/claims.js').Claim} Claim
 * @typedef {{name: string, district?: string|null, province?: string|null, country?: string|null}} PlaceName
 * @typedef {object} Names what ids are called
 * @property {(id: string) => string} kind
 * @property {(id: string) => string} actor
 * @property {(id: string) => string} source
 * @property {(id: string) => string} episode
 * @property {(id: string) => PlaceName|undefined} place
 * @property {(group: {side?: string|null, category: string, words?: string|null}) => string} group
 *
 * @typedef {{field: string, label: string, before: string|null, after: string|null}} Row null: it is not there
 * @typedef {{field: string, label: string, sides: [string[], string[]]}} PairRow
 */

/** Members that are no field an editor writes: told elsewhere, or by nobody. */
const TOLD_ELSEWHERE = new Set(['id', 'version', 'status', 'derived', 'representation', 'url', 'updated']);

/** Fields in the order in which they are read, and how each is told. A list gives a row an item, by what names the item. */
const FIELDS = /** @type {const} */ (['title', 'kind', 'date', 'places', 'actors', 'cross_border', 'claims', 'estimates', 'sources', 'episode', 'sensitivity', 'notes', 'source_keys', 'merged']);

/** What names an item of a list, so that it is compared with itself. @type {Record<string, (item: any) => string>} */
const NAMED = {
  places: ({ place, words, role }) => [place, words, role].join('/'),
  actors: ({ actor, role }) => `${actor}/${role}`,
  claims: ({ id }) => String(id),
  estimates: ({ by, release }) => `${by}/${release}`,
  sources: ({ source }) => String(source),
};

/** @type {Record<string, (item: any, names: Names) => string>} */
const TOLD = { places: placeSentence, actors: actorSentence, claims: claimSentence, estimates: estimateSentence, sources: sourceSentence };

/**
 * Every field of either version, in words.
 * @param {Partial<Doc>|null} before null: there was none
 * @param {Partial<Doc>} after
 * @param {Names} names
 * @returns {Row[]}
 */
export function rowsOf(before, after, names) {
  const others = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after)])].filter((name) => !FIELDS.includes(/** @type {any} */ (name)) && !TOLD_ELSEWHERE.has(name));
  return [...FIELDS, ...others].flatMap((field) => (field in NAMED ? itemRows(field, before, after, names) : [fieldRow(field, before, after, names)]))
    .filter((row) => row.before !== null || row.after !== null);
}

/** Those that differ. @param {Row[]} rows */
export const changedRows = (rows) => rows.filter(({ before, after }) => before !== after);

/**
 * Two incidents side by side, by what tells happenings apart.
 * @param {Doc} one
 * @param {Doc} other
 * @param {Names} names
 * @returns {PairRow[]}
 */
export function pairRows(one, other, names) {
  return FIELDS.filter((field) => field !== 'source_keys').map((field) => ({ field, label: labelOf(field), sides: /** @type {[string[], string[]]} */ ([linesOf(field, one, names), linesOf(field, other, names)]) }))
    .filter(({ sides: [a, b] }) => a.length > 0 || b.length > 0);
}

/** @param {string} field @param {Doc} document @param {Names} names */
function linesOf(field, document, names) {
  if (field in NAMED) return listOf(document, field).map((item) => TOLD[field](item, names));
  const words = valueWords(field, /** @type {any} */ (document)[field], names);
  return words === null ? [] : [words];
}

/** @param {string} field @param {Partial<Doc>|null} before @param {Partial<Doc>} after @param {Names} names @returns {Row} */
const fieldRow = (field, before, after, names) => ({
  field, label: labelOf(field),
  before: before ? valueWords(field, /** @type {any} */ (before)[field], names) : null,
  after: valueWords(field, /** @type {any} */ (after)[field], names),
});

/** A row an item; the order is a row of its own where the same items stand in another. @param {string} field @param {Partial<Doc>|null} before @param {Partial<Doc>} after @param {Names} names @returns {Row[]} */
function itemRows(field, before, after, names) {
  const [one, other] = [keyed(field, before), keyed(field, after)];
  const told = (/** @type {any} */ item) => (item === undefined ? null : TOLD[field](item, names));
  const keys = [...new Set([...other.keys(), ...one.keys()])];
  const rows = keys.map((key) => ({ field, label: t(`queue.item.${field}`), before: told(one.get(key)), after: told(other.get(key)) }));
  const both = [...one.keys()].filter((key) => other.has(key));
  const isMoved = both.join('\n') !== [...other.keys()].filter((key) => one.has(key)).join('\n');
  const order = (/** @type {Map<string, any>} */ items) => [...items.values()].map((item) => TOLD[field](item, names)).join('; ');
  return isMoved ? [{ field, label: t(`queue.order.${field}`), before: order(one), after: order(other) }, ...rows] : rows;
}

/** Items by name; by number where two have the same. @param {string} field @param {Partial<Doc>|null} document @returns {Map<string, any>} */
function keyed(field, document) {
  const items = listOf(document, field);
  const names = items.map(NAMED[field]);
  const isNamed = new Set(names).size === names.length;
  return new Map(items.map((item, at) => [isNamed ? names[at] : String(at), item]));
}

/** @param {Partial<Doc>|null} document @param {string} field @returns {any[]} */
const listOf = (document, field) => /** @type {any} */ (document)?.[field] ?? [];

/** @param {string} field */
const labelOf = (field) => (hasText(`queue.field.${field}`) ? t(`queue.field.${field}`) : field.replaceAll('_', ' '));

/** @param {string} field @param {any} value @param {Names} names @returns {string|null} */
function valueWords(field, value, names) {
  if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) return null;
  switch (field) {
    case 'title': case 'notes': return value;
    case 'kind': return names.kind(value);
    case 'cross_border': return t(value ? 'queue.yes' : 'queue.no');
    case 'date': return dateSentence(value);
    case 'episode': return names.episode(typeof value === 'string' ? value : value.id);
    case 'sensitivity': return sensitivitySentence(value);
    case 'source_keys': return value.join(', ');
    case 'merged': return value.map((/** @type {{id: string, version: number}} */ { id, version }) => t('queue.merged.one', { id, version })).join('; ');
    default: return typeof value === 'string' ? value : JSON.stringify(value);
  }
}

/** @param {Doc['date']} date */
const dateSentence = (date) => joined([dateWords(dateOfDocument(date)), date.time, quoted(date.words)]);

/** @param {Doc['sensitivity']} sensitivity */
function sensitivitySentence({ show_as: showAs = 'full', public_from: from, cleared = [] }) {
  const parts = [showAs !== 'full' && t('queue.shown', { as: t(`desk.showas.${showAs}`) }), from && t('queue.publicfrom', { at: from }), cleared.length > 0 && t('queue.cleared', { what: cleared.join(', ') })];
  return parts.some(Boolean) ? joined(parts) : null;
}

/** @param {import('./document.js').PlaceOf} place @param {Names} names */
function placeSentence({ place, words, role = 'scene', lon, lat, precision = 'locality', radius_m: radius, source, span }, names) {
  const known = place ? names.place(place) : undefined;
  const where = placeWithRadius({ precision, place: known?.name ?? (place ? place : words), words, district: known?.district, province: known?.province, country: known?.country, radius });
  return joined([role === 'scene' ? where : `${t(`desk.place.${role}`)}: ${where}`, lon != null && lat != null && t('queue.at', { lat: String(lat), lon: String(lon) }), source && names.source(source), quoted(span?.quote)]);
}

/** @param {import('./document.js').ActorOf} actor @param {Names} names */
function actorSentence({ actor, role = 'party', words }, names) { return joined([`${names.actor(actor)}, ${t(`role.${role}`)}`, quoted(words)]); }

/** @param {import('./document.js').SourceOf} source @param {Names} names */
function sourceSentence({ source, span }, names) { return joined([names.source(source), quoted(span?.quote)]); }

/** @param {import('./document.js').Estimate} estimate */
function estimateSentence({ by, release, low, best, high, by_side: sides, reason }) {
  const who = [by === 'editors' ? t('desk.estimate.editors') : by, release].filter(Boolean).join(' ');
  const figure = best == null ? rangeOf(low, high) : t('incident.estimate', { best, low: low ?? best, high: high ?? best });
  return joined([`${who}: ${figure}`, sides && Object.entries(sides).map(([side, n]) => `${side} ${n}`).join(', '), reason]);
}

/** Who says what, of whom, by which source. @param {Claim} claim @param {Names} names */
export function claimSentence(claim, names) {
  const { claimant, stance, about, speaker, said_on: said, period, source, span, part, supersedes } = claim;
  const day = parseDay(said);
  const who = claimant ? names.actor(claimant) : t('claim.nobody');
  const question = about && about !== 'toll' && about !== 'objects' ? ` (${t(`claim.about.${about}`).toLowerCase()})` : '';
  const what = claimWords(claim, names) || (question ? '' : t(`claim.about.${about ?? 'toll'}`));
  const head = [`${who}${stance === 'denies' ? ` ${t('claim.denies')}` : ''}${question}`, what].filter(Boolean).join(': ');
  return joined([
    head, speaker && t('claim.speaker', { speaker }), day !== null && t('claim.said', { date: dayWords(day, 'short') }),
    period && t('claim.covers', { period: windowWords({ start: parseDay(period.start), end: parseDay(period.end) }) }),
    part === 'breakdown' && t('claim.breakdown'), supersedes && t('queue.supersedes'),
    source ? names.source(source) : t('claim.nosource'), quoted(span?.quote),
  ]);
}

/** @param {Claim} claim @param {Names} names */
function claimWords(claim, names) {
  const figures = MEASURES.flatMap((measure) => {
    const figure = claim[measure];
    if (!figure) return [];
    const number = figure.min == null && figure.max == null ? figure.words ?? '' : rangeOf(figure.min, figure.max);
    const words = figure.words && number !== figure.words ? ` (“${figure.words}”)` : '';
    return [`${number} ${t(`incident.${measure}`).toLowerCase()}${words}`];
  });
  const objects = (claim.objects ?? []).map(({ item, effect, min, max }) => `${min == null && max == null ? '' : `${rangeOf(min, max)} `}${item} ${t(`object.${effect}`)}`);
  const group = claim.group ? names.group(claim.group) : '';
  return [[...figures, ...objects].join(', ') + (group && figures.length > 0 ? ` (${group})` : ''), claim.words].filter(Boolean).join('; ');
}

/** @param {string|null|undefined} words */
const quoted = (words) => (words ? `“${words}”` : '');

/** @param {(string|null|undefined|false)[]} parts */
const joined = (parts) => parts.filter(Boolean).join(' · ');

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
    if (i < one.length && j < other.length && one[i].trim() === other[j].trim()) { add(one[i], 'kept'); i++; j++; }
    else if (j >= other.length || (i < one.length && longest[i + 1][j] >= longest[i][j + 1])) add(one[i++], 'gone');
    else add(other[j++], 'new');
  }
  return found;
}

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
