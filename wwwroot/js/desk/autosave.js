// @ts-check
// What was typed stays in this browser until the server has it: nothing is lost when sign-in or connection ends.

/**
 * @typedef {import('./document.js').Doc} Doc
 * @typedef {{document: Doc, version: number|null, at: number}} Kept version: of the server's document that was being edited; null: a new one
 */

const PREFIX = 'bordermap.desk.';
const NEW = 'new';

export class Autosave {
  #storage;
  #person;
  #now;

  /** @param {Storage} storage @param {string} person whose work it is: another person at the same browser does not see it @param {() => number} now milliseconds */
  constructor(storage, person, now) {
    this.#storage = storage;
    this.#person = person;
    this.#now = now;
  }

  /** @param {string|null} id null: a new incident @returns {Kept|null} */
  find(id) {
    const text = this.#storage.getItem(this.#key(id));
    if (!text) return null;
    try {
      return JSON.parse(text);
    } catch (error) {
      console.warn('what was kept cannot be read', error);
      this.forget(id);
      return null;
    }
  }

  /**
   * @param {string|null} id
   * @param {Doc} document
   * @param {number|null} version
   * @returns {boolean} false: the browser's store is full or closed
   */
  keep(id, document, version) {
    try {
      this.#storage.setItem(this.#key(id), JSON.stringify({ document, version, at: this.#now() }));
      return true;
    } catch (error) {
      console.warn('the browser keeps nothing', error);
      return false;
    }
  }

  /** @param {string|null} id */
  forget(id) { this.#storage.removeItem(this.#key(id)); }

  /** @param {string|null} id */
  #key(id) { return `${PREFIX}${this.#person}.${id ?? NEW}`; }
}
