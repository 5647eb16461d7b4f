// @ts-check
// What the columns do not hold (places with all that lies in them, actors, words of claims, uncertain extents) the server
// finds: the ids of the incidents that match, kept by query.
import { DEFAULTS, writeState } from '../state/params.js';

/**
 * @typedef {import('../state/params.js').State} State
 * @typedef {Iterable<string>} Ids
 * @typedef {(query: string, signal: AbortSignal) => Promise<Ids>} Find
 */

/**
 * The part of the filter that the server answers; '' where the page knows all by itself.
 * @param {State} state
 */
export function memberQuery({ place, actor, publisher, q, bbox, within, placeMatch, asOf }) {
  const box = placeMatch === 'point' ? {} : { bbox, within, placeMatch };
  const asked = writeState({ ...DEFAULTS, place, actor, publisher, q, ...box }, { filterOnly: true });
  return asked && asOf ? `${asked}&asOf=${asOf}` : asked;
}

export class Members {
  /** @type {Map<string, Ids>} */ #known = new Map();
  #find;
  #abort = new AbortController();

  /** @param {Find} find */
  constructor(find) { this.#find = find; }

  /** Ids at hand; null: nothing needs to be asked; undefined: not known yet. @param {string} query */
  at(query) { return query === '' ? null : this.#known.get(query); }

  /** Asks the server; a later call ends an earlier one, which then answers false. @param {string} query */
  async ask(query) {
    this.#abort.abort();
    const { signal } = this.#abort = new AbortController();
    try {
      this.#known.set(query, await this.#find(query, signal));
    } catch (error) {
      if (signal.aborted) return false;
      throw error;
    }
    return !signal.aborted;
  }

  /** Asks again what was known, and keeps that until there is an answer. @param {string} query */
  async renew(query) {
    if (query !== '') await this.ask(query);
    for (const other of [...this.#known.keys()]) if (other !== query) this.#known.delete(other);
  }

  forget() { this.#known.clear(); }
}
