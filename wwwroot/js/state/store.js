// @ts-check
// The one place where the state lives. Whoever changes it says whether the back button should return to what was before.
import { DEFAULTS, readState, same, writeState } from './params.js';

/**
 * @typedef {import('./params.js').State} State
 * @typedef {(state: State, changed: Set<keyof State>) => void} Listener
 * @typedef {{pathname: string, search: string}} Place
 * @typedef {{push: (url: string) => void, replace: (url: string) => void}} Addresses
 */

export class Store {
  /** @type {State} */ #state;
  /** @type {Listener[]} */ #listeners = [];
  #addresses;
  #path;
  /** The address as it stands in the browser. */ #written;

  /**
   * @param {Place} place
   * @param {Addresses} addresses
   */
  constructor(place, addresses) {
    const { state, refused } = readState(place.search);
    this.#state = state;
    this.#addresses = addresses;
    this.#path = place.pathname;
    this.#written = place.pathname + place.search;
    this.refused = refused;
  }

  get state() { return this.#state; }

  /** @param {Listener} listener */
  subscribe(listener) { this.#listeners.push(listener); }

  /**
   * @param {Partial<State>} patch
   * @param {'push'|'replace'|'silent'} [how] silent: the address follows later (while a handle is dragged, while playing)
   */
  set(patch, how = 'push') {
    this.#apply({ ...this.#state, ...patch });
    if (how === 'silent') return;
    const url = this.url();
    if (url === this.#written) return;
    this.#written = url;
    if (how === 'push') this.#addresses.push(url);
    else this.#addresses.replace(url);
  }

  /** Takes the state of an address that the browser went back or forward to. @param {string} search */
  restore(search) {
    this.#written = this.#path + search;
    this.#apply(readState(search).state);
  }

  /** Drops every filter, keeps the picture. */
  clear() {
    const { view, layer, mode, chart, measure, worldview, lang } = this.#state;
    this.set({ ...DEFAULTS, view, layer, mode, chart, measure, worldview, lang });
  }

  /** @param {string} [path] @param {Partial<State>} [patch] what should be otherwise there */
  url(path = this.#path, patch = {}) {
    const query = writeState({ ...this.#state, ...patch });
    return query ? `${path}?${query}` : path;
  }

  /** @param {State} next */
  #apply(next) {
    const before = this.#state;
    const changed = new Set(/** @type {(keyof State)[]} */ (Object.keys(next)).filter((key) => !same(before[key], next[key])));
    this.#state = next;
    if (changed.size > 0) for (const listener of this.#listeners) listener(next, changed);
  }
}
