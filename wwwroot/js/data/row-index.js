// @ts-check
// The row of an id. Built when the first one is asked for: a map that nobody points at needs none.
import { FixedTexts } from './texts.js';

export class RowIndex {
  #ids;
  /** Row of each row of the file, -1: gone. @type {Int32Array|null} */ #rows = null;
  /** Rows that do not lie in the file. @type {Map<string, number>|null} */ #others = null;

  /** @param {import('./texts.js').Column<string>} ids */
  constructor(ids) { this.#ids = ids; }

  /** @param {string} id @returns {number|undefined} */
  get(id) {
    const others = this.#others ??= this.#index();
    const other = others.get(id);
    const { items } = this.#ids.file;
    if (other !== undefined || !(items instanceof FixedTexts)) return other;
    const row = items.find(id);
    const now = row < 0 || !this.#rows ? row : this.#rows[row];
    return now < 0 ? undefined : now;
  }

  /** @param {string} id */
  has(id) { return this.get(id) !== undefined; }

  #index() {
    const { file: { items: base }, rows, over, length } = this.#ids;
    const others = new Map();
    if (!(base instanceof FixedTexts)) {
      for (let row = 0; row < length; row++) others.set(this.#ids.at(row), row);
    } else if (rows) {
      this.#rows = new Int32Array(base.length).fill(-1);
      for (let row = 0; row < length; row++) {
        if (rows[row] < 0) others.set(over[~rows[row]], row);
        else this.#rows[rows[row]] = row;
      }
    }
    return others;
  }
}
