// @ts-check
// Titles and names of places of the rows that somebody reads: where there are very many, all of them would take more memory
// than everything that is drawn.

/** Texts that are kept. */
const MOST = 3000;
/** Rows that are asked for at once. */
const AT_ONCE = 200;
/** What is read together is asked for together. */
const GATHER = 120;

/**
 * @typedef {import('./columns.js').FeatureProperties} Properties
 * @typedef {object} Ways
 * @property {(row: number) => string|undefined} idOf
 * @property {(ids: string[]) => Promise<Properties[]>} find
 * @property {() => void} came
 * @property {(error: unknown) => void} failed
 * @property {(run: () => void, wait: number) => unknown} later
 */

export class ReadTexts {
  /** @type {Map<string, Properties>} */ #known = new Map();
  /** @type {Set<string>} */ #wanted = new Set();
  #asking = false;
  #ways;

  /** @param {Ways} ways */
  constructor(ways) { this.#ways = ways; }

  /** The texts of one kind. @param {'title'|'place'|'district'|'province'|'country'} name @param {number} length @returns {import('./texts.js').Items<string|null>} */
  column(name, length) { return { length, at: (row) => this.#at(row, name) }; }

  /** @param {number} row @param {'title'|'place'|'district'|'province'|'country'} name */
  #at(row, name) {
    const id = this.#ways.idOf(row) ?? '';
    const known = this.#known.get(id);
    if (!known) this.#want(id);
    return known?.[name];
  }

  /** @param {string} id */
  #want(id) {
    this.#wanted.delete(id);
    this.#wanted.add(id);
    if (this.#asking) return;
    this.#asking = true;
    this.#ways.later(() => void this.#ask(), GATHER);
  }

  // What was read last is asked for; what somebody has scrolled past is not.
  async #ask() {
    const ids = [...this.#wanted].slice(-AT_ONCE);
    this.#wanted.clear();
    try {
      for (const properties of await this.#ways.find(ids)) this.#known.set(properties.id, properties);
      for (const id of this.#known.keys()) {
        if (this.#known.size <= MOST) break;
        this.#known.delete(id);
      }
      this.#asking = false;
      this.#ways.came();
    } catch (error) {
      this.#asking = false;
      this.#ways.failed(error);
    }
  }
}
