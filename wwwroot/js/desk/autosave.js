// @ts-check
// What was typed stays in this browser until the server has it: nothing is lost when sign-in or connection ends.

/**
 * @typedef {import('./document.js').Doc} Doc
 * @typedef {{document: Doc, version: number|null, at: number}} Kept version: of the server's document that was being edited; null: a new one
 * @typedef {Pick<Storage, 'getItem'|'setItem'|'removeItem'|'key'|'length'>} Store
 */

const PREFIX = 'bordermap.desk.';

/** A new incident has no id yet: each has a slot of its own, so that two windows do not write over one another. */
const NEW = /^new\.[a-z0-9]{8}$/;

export const newSlot = () => `new.${crypto.randomUUID().slice(0, 8)}`;

export class Autosave {
  #storage;
  #person;
  #now;

  /** @param {Store} storage @param {string} person whose work it is: another person at the same browser does not see it @param {() => number} now milliseconds */
  constructor(storage, person, now) {
    this.#storage = storage;
    this.#person = person;
    this.#now = now;
  }

  /** @param {string} slot an incident's id, or the slot of a new one @returns {Kept|null} */
  find(slot) {
    const text = this.#storage.getItem(this.#key(slot));
    if (!text) return null;
    try {
      return JSON.parse(text);
    } catch (error) {
      console.warn('what was kept cannot be read', error);
      this.forget(slot);
      return null;
    }
  }

  /**
   * @param {string} slot
   * @param {Doc} document
   * @param {number|null} version
   * @returns {boolean} false: the browser's store is full or closed
   */
  keep(slot, document, version) {
    try {
      this.#storage.setItem(this.#key(slot), JSON.stringify({ document, version, at: this.#now() }));
      return true;
    } catch (error) {
      console.warn('the browser keeps nothing', error);
      return false;
    }
  }

  /** @param {string} slot */
  forget(slot) { this.#storage.removeItem(this.#key(slot)); }

  /** New incidents that were begun and not saved, the last one first. @returns {(Kept & {slot: string})[]} */
  begun() {
    const own = this.#key('');
    const slots = Array.from({ length: this.#storage.length }, (_, at) => this.#storage.key(at) ?? '').filter((key) => key.startsWith(own)).map((key) => key.slice(own.length)).filter(isNewSlot);
    return slots.flatMap((slot) => {
      const kept = this.find(slot);
      return kept ? { ...kept, slot } : [];
    }).sort((a, b) => b.at - a.at);
  }

  /** @param {string} slot */
  #key(slot) { return `${PREFIX}${this.#person}.${slot}`; }
}

/** @param {string} slot */
export const isNewSlot = (slot) => NEW.test(slot);
