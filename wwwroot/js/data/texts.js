// @ts-check
// Texts by row that are decoded when somebody reads them: 200,000 titles are bytes until sixty of them are listed.

/**
 * What has a length and gives the item at a row; an array is one too.
 * @template T
 * @typedef {{readonly length: number, at(row: number): T|undefined}} Items
 */

const utf8 = new TextDecoder();

/** Texts one behind the other in UTF-8. @implements {Items<string>} */
export class BlobTexts {
  #bytes;
  #ends;

  /** @param {Uint8Array} bytes @param {Uint32Array} ends where each text ends */
  constructor(bytes, ends) {
    this.#bytes = bytes;
    this.#ends = ends;
  }

  get length() { return this.#ends.length; }

  /** @param {number} row */
  at(row) { return utf8.decode(this.#bytes.subarray(row === 0 ? 0 : this.#ends[row - 1], this.#ends[row])); }
}

/** Texts that many rows share, by index. @implements {Items<string|null>} */
export class SharedTexts {
  #indexes;
  #texts;

  /** @param {Uint8Array|Uint16Array|Uint32Array} indexes beyond the texts: none @param {Items<string>} texts */
  constructor(indexes, texts) {
    this.#indexes = indexes;
    this.#texts = texts;
  }

  get length() { return this.#indexes.length; }

  /** @param {number} row */
  at(row) {
    const index = this.#indexes[row];
    return index < this.#texts.length ? this.#texts.at(index) ?? null : null;
  }
}

/** ASCII texts of one width, which are found by their value too. @implements {Items<string>} */
export class FixedTexts {
  #bytes;
  #width;
  /** Rows by hash, -1: free; made when something is first looked for. @type {Int32Array|null} */ #table = null;

  /** @param {Uint8Array} bytes @param {number} width */
  constructor(bytes, width) {
    this.#bytes = bytes;
    this.#width = width;
  }

  get length() { return this.#bytes.length / this.#width; }

  /** @param {number} row */
  at(row) { return String.fromCharCode(...this.#bytes.subarray(row * this.#width, (row + 1) * this.#width)); }

  *[Symbol.iterator]() { for (let row = 0; row < this.length; row++) yield this.at(row); }

  /** The row of a text, -1 for none. @param {string} text */
  find(text) {
    if (text.length !== this.#width) return -1;
    const table = this.#table ??= this.#index();
    const wanted = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    for (let slot = hash(wanted, 0, this.#width) & (table.length - 1); table[slot] >= 0; slot = (slot + 1) & (table.length - 1)) {
      if (this.#equals(table[slot], wanted)) return table[slot];
    }
    return -1;
  }

  #index() {
    const table = new Int32Array(2 ** Math.ceil(Math.log2(this.length * 2 + 1))).fill(-1);
    for (let row = 0; row < this.length; row++) {
      let slot = hash(this.#bytes, row * this.#width, this.#width) & (table.length - 1);
      while (table[slot] >= 0) slot = (slot + 1) & (table.length - 1);
      table[slot] = row;
    }
    return table;
  }

  /** @param {number} row @param {Uint8Array} wanted */
  #equals(row, wanted) {
    for (let at = 0; at < this.#width; at++) if (this.#bytes[row * this.#width + at] !== wanted[at]) return false;
    return true;
  }
}

/** FNV-1a. @param {Uint8Array} bytes @param {number} from @param {number} length */
function hash(bytes, from, length) {
  let value = 0x811c9dc5;
  for (let at = from; at < from + length; at++) value = Math.imul(value ^ bytes[at], 0x01000193);
  return value ^ (value >>> 15);
}

/**
 * The texts of a column as rows change: those of a file, less what is gone, and over them those of single features.
 * The file's may come later; they then come to every column that was made over them meanwhile.
 * @template T
 * @implements {Items<T>}
 */
export class Column {
  /** @param {{items: Items<T>|null, all?: () => Promise<void>}} file null: not loaded yet; `all` loads what is there in part @param {Int32Array|null} rows of the file, below 0 one of `over`; null: the file's own @param {T[]} over */
  constructor(file, rows = null, over = []) {
    this.file = file;
    this.rows = rows;
    this.over = over;
  }

  get length() { return this.rows?.length ?? this.file.items?.length ?? 0; }

  /** @param {number} row @returns {T|undefined} */
  at(row) {
    if (!this.rows) return this.file.items?.at(row);
    const from = this.rows[row];
    return from < 0 ? this.over[~from] : this.file.items?.at(from);
  }
}
