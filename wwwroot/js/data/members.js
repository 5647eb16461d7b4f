// @ts-check
// What the columns do not hold (places with all that lies in them, actors, words of claims, uncertain extents) the server
// finds: the ids of the incidents that match, kept by query.
import { DEFAULTS, writeState } from '../state/params.js';

/**
 * @typedef {import('../state/params.js').State} State
 * @typedef {(query: string, signal: AbortSignal) => AsyncIterable<{features: {id: string}[]}>} Pages
 */

/**
 * The part of the filter that the server answers; '' where the page knows all by itself.
 * @param {State} state
 */
export function memberQuery({ place, actor, publisher, q, bbox, placeMatch, asOf }) {
  const box = placeMatch === 'point' ? {} : { bbox, placeMatch };
  const asked = writeState({ ...DEFAULTS, place, actor, publisher, q, ...box }, { filterOnly: true });
  return asked && asOf ? `${asked}&asOf=${asOf}` : asked;
}

export class Members {
  /** @type {Map<string, ReadonlySet<string>>} */ #known = new Map();
  #pages;
  #abort = new AbortController();

  /** @param {Pages} pages */
  constructor(pages) { this.#pages = pages; }

  /** Ids at hand; null: nothing needs to be asked; undefined: not known yet. @param {string} query */
  at(query) { return query === '' ? null : this.#known.get(query); }

  /** Asks the server; a later call ends an earlier one, which then answers false. @param {string} query */
  async ask(query) {
    this.#abort.abort();
    const { signal } = this.#abort = new AbortController();
    const ids = new Set();
    try {
      for await (const { features } of this.#pages(query, signal)) for (const { id } of features) ids.add(id);
    } catch (error) {
      if (signal.aborted) return false;
      throw error;
    }
    this.#known.set(query, ids);
    return !signal.aborted;
  }

  /** Asks again what was known, and keeps that until there is an answer. @param {string} query */
  async renew(query) {
    if (query !== '') await this.ask(query);
    for (const other of [...this.#known.keys()]) if (other !== query) this.#known.delete(other);
  }

  forget() { this.#known.clear(); }
}
