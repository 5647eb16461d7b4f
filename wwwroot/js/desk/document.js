// @ts-check
// The incident document as the form holds it, and as it is sent.

/**
 * @typedef {import('../words/claims.js').Claim} Claim
 * @typedef {import('../words/claims.js').Figure} Figure
 * @typedef {{quote: string, start?: number, end?: number}} Span
 * @typedef {{place?: string, words?: string, role?: string, lon?: number, lat?: number, precision?: string, radius_m?: number, source?: string, span?: Span}} PlaceOf
 * @typedef {{actor: string, role?: string, words?: string}} ActorOf
 * @typedef {{by: string, release?: string, low?: number, best?: number, high?: number, by_side?: Record<string, number>, reason?: string}} Estimate
 * @typedef {{source: string, span?: Span}} SourceOf
 * @typedef {object} Doc
 * @property {string} [id]
 * @property {number} [version]
 * @property {string} status
 * @property {string} title
 * @property {string} kind
 * @property {boolean} cross_border
 * @property {{start?: string|null, end?: string|null, precision: string, time?: string, words?: string}} date
 * @property {PlaceOf[]} places
 * @property {ActorOf[]} actors
 * @property {string} [episode]
 * @property {Partial<Claim>[]} claims
 * @property {Estimate[]} estimates
 * @property {SourceOf[]} sources
 * @property {{public_from?: string, show_as?: string, cleared?: string[]}} sensitivity
 * @property {string} [notes]
 * @property {string[]} [source_keys]
 * @property {{id: string, version: number}[]} [merged]
 * @property {unknown} [derived]
 */

/** @returns {Doc} */
export const emptyDocument = () => ({
  status: 'draft', title: '', kind: '', cross_border: false, date: { precision: 'unknown' }, places: [], actors: [], claims: [], estimates: [], sources: [], sensitivity: {},
});

/** A document of the server as the form needs it: every list is there. @param {Partial<Doc>} document @returns {Doc} */
export const filled = (document) => ({ ...emptyDocument(), ...structuredClone(document) });

/**
 * As it is sent: nothing empty, nothing that the server owns.
 * @param {Doc} document
 * @returns {Record<string, unknown>}
 */
export function tidy(document) {
  const { derived, version, ...rest } = document;
  const sent = /** @type {Record<string, unknown>} */ (withoutEmpty(rest) ?? {});
  return { title: '', kind: '', ...sent };
}

/** @param {unknown} value @returns {unknown} undefined for nothing */
function withoutEmpty(value) {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (Array.isArray(value)) {
    const kept = value.map(withoutEmpty).filter((item) => item !== undefined);
    return kept.length > 0 ? kept : undefined;
  }
  if (value === null || typeof value !== 'object') return value ?? undefined;
  const kept = Object.entries(value).map(([name, item]) => [name, withoutEmpty(item)]).filter(([, item]) => item !== undefined);
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

/** @param {Doc} a @param {Doc} b */
export const isSame = (a, b) => stable(tidy(a)) === stable(tidy(b));

/** JSON with its names in order. @param {unknown} value @returns {string} */
const stable = (value) => JSON.stringify(value, (_, item) => (item && typeof item === 'object' && !Array.isArray(item) ? Object.fromEntries(Object.entries(item).sort(([x], [y]) => (x < y ? -1 : 1))) : item));

/** Ids of all sources that a document uses, in the order of their first use. @param {Doc} document */
export function sourcesOf(document) {
  return [...new Set([...document.sources, ...document.claims, ...document.places].map(({ source }) => source).filter((id) => typeof id === 'string'))];
}

/**
 * A title by rule, where none was written: kind, principal place, date.
 * @param {{kind: string, place: string, date: string}} words
 */
export const titleBy = ({ kind, place, date }) => [[kind, place].filter(Boolean).join(kind && place ? ', ' : ''), date].filter(Boolean).join(', ');

/**
 * The section of the form that a problem's field belongs to.
 * @param {string} field `claims[2].killed.max`
 */
export const sectionOf = (field) => /^[a-z_]+/.exec(field)?.[0] ?? '';

/** An id for a new actor by its name: Latin letters and digits, else one of no meaning. @param {string} name */
export function slugOf(name) {
  const slug = name.normalize('NFKD').toLowerCase().replace(/[^a-z0-9 -]/g, '').trim().replace(/[ -]+/g, '-');
  return slug || `actor-${crypto.randomUUID().slice(0, 8)}`;
}
