// @ts-check
// What of the queue is asked for, as the address holds it and as the API is asked.
import { formatDay, parseDay } from '../time/days.js';

/**
 * @typedef {'draft'|'submitted'|'error_report'|'duplicate'} Kind
 * @typedef {object} State
 * @property {Kind|''} kind '': all
 * @property {string} place id
 * @property {string} owner
 * @property {string} from a day, inclusive
 * @property {string} until a day, inclusive
 * @property {string} q
 * @property {string} open what is opened, by {@link refOf}
 *
 * @typedef {object} Item as the API lists it
 * @property {Kind} kind
 * @property {string} id
 * @property {string|null} other
 * @property {number} version
 * @property {string} at
 * @property {string|null} owner
 * @property {string} incident
 * @property {string|null} title
 * @property {string|null} other_title
 * @property {string|null} about
 * @property {number|null} score
 */

/** @type {readonly Kind[]} */
export const KINDS = ['submitted', 'error_report', 'duplicate', 'draft'];

/** Items of one page. */
export const PAGE = 50;

/** @type {State} */
export const EVERYTHING = Object.freeze({ kind: '', place: '', owner: '', from: '', until: '', q: '', open: '' });

const FILTERS = /** @type {const} */ (['kind', 'place', 'owner', 'from', 'until', 'q']);

/** What the address asks for; what it says wrongly is left out. @param {string} search @returns {State} */
export function readState(search) {
  const asked = new URLSearchParams(search);
  const text = (/** @type {string} */ name) => (asked.get(name) ?? '').trim();
  const kind = KINDS.find((known) => known === text('kind')) ?? '';
  const day = (/** @type {string} */ name) => (parseDay(text(name)) === null ? '' : text(name));
  return { kind, place: text('place'), owner: text('owner'), from: day('from'), until: day('until'), q: text('q'), open: text('open') };
}

/** The address of a state, below the desk. @param {State} state */
export function addressOf(state) {
  const query = new URLSearchParams([...FILTERS, /** @type {const} */ ('open')].filter((name) => state[name]).map((name) => [name, state[name]]));
  return query.size > 0 ? `desk?${query}` : 'desk';
}

/** The API's query of a list; its `until` is a day that is no longer meant. @param {State} state @param {number} [limit] */
export function queryOf(state, limit = PAGE) {
  const query = new URLSearchParams({ limit: String(limit) });
  for (const name of FILTERS) if (state[name]) query.set(name, state[name]);
  const last = parseDay(state.until);
  if (last !== null) query.set('until', formatDay(last + 1));
  return query.toString();
}

/** Whether two states list the same. @param {State} a @param {State} b */
export const listsTheSame = (a, b) => FILTERS.every((name) => a[name] === b[name]);

/** How many filters are set, the kind aside. @param {State} state */
export const filtersSet = (state) => FILTERS.filter((name) => name !== 'kind' && state[name]).length;

/** What names an item in the address, whatever becomes of its kind. @param {{id: string, other?: string|null}} item */
export const refOf = ({ id, other }) => (other ? `${id}~${other}` : id);

/** The ids that a reference names. @param {string} ref @returns {[string, string|null]} */
export function idsOf(ref) {
  const [id, other] = ref.split('~');
  return [id, other ?? null];
}
