// @ts-check
// Reads the columnar binary of docs/COLUMNS.md. Whatever is not as the format says is an error in words, never a wrong number.
import { BlobTexts, FixedTexts, SharedTexts } from './texts.js';

/** A file that is not what it should be. */
export class ColumnError extends Error {
  /** @param {string} what */
  constructor(what) {
    super(`The incidents cannot be read: ${what}`);
    this.name = 'ColumnError';
  }
}

/**
 * @typedef {object} Entry of the directory
 * @property {string} name
 * @property {'u8'|'u16'|'u32'|'i32'|'f64'|'ascii'|'text'} type
 * @property {number} offset
 * @property {number} [none] the number that stands for none
 * @property {number} [scale] what the numbers are divided by
 * @property {number} [width] letters of an ascii text
 * @property {string[]} [words]
 * @property {Blob_} [texts]
 * @typedef {{count: number, lengths: 'u16'|'u32', offset: number, start: number, size: number}} Blob_
 * @typedef {{rows: number, matched: number, pub: number, withheld?: number, bytes: number, columns: Entry[]}} Directory
 */

const SIGNATURE = 'BMCOLS01';
const HEAD = SIGNATURE.length + 8;
/** More than any file that the server makes. */
const MOST = 2 ** 29;

const ARRAYS = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, i32: Int32Array, f64: Float64Array };

/**
 * How long the whole file is, by its first bytes; null while they are too few.
 * @param {Uint8Array} bytes
 */
export function lengthOf(bytes) {
  const length = directoryEnd(bytes);
  if (length === null || bytes.length < length) return null;
  const { bytes: data } = readDirectory(bytes, length);
  return length + data;
}

/** @param {Uint8Array} bytes @returns {number|null} */
function directoryEnd(bytes) {
  const seen = Math.min(bytes.length, SIGNATURE.length);
  if (String.fromCharCode(...bytes.subarray(0, seen)) !== SIGNATURE.slice(0, seen)) throw new ColumnError('it has another format, or a newer one');
  if (bytes.length < HEAD) return null;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(SIGNATURE.length, true);
  if (length % 8 !== 0 || length > MOST) throw new ColumnError('its directory has no end');
  return HEAD + length;
}

/** @param {Uint8Array} bytes @param {number} end @returns {Directory} */
function readDirectory(bytes, end) {
  let found;
  try {
    found = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(HEAD, end)));
  } catch (error) {
    throw new ColumnError(`its directory is no JSON (${error instanceof Error ? error.message : error})`);
  }
  for (const name of ['rows', 'matched', 'pub', 'bytes']) if (!isCount(found?.[name])) throw new ColumnError(`its directory has no ${name}`);
  if (!Array.isArray(found.columns)) throw new ColumnError('its directory has no columns');
  return found;
}

/** @param {unknown} value */
const isCount = (value) => Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= MOST;

export class ColumnFile {
  #bytes;
  #start;
  /** @type {Directory} */ #directory;

  /** @param {Uint8Array} bytes the whole file, at a multiple of eight of its buffer */
  constructor(bytes) {
    const end = directoryEnd(bytes);
    if (end === null || bytes.length < end) throw new ColumnError('it ends before its directory does');
    this.#bytes = bytes;
    this.#start = end;
    this.#directory = readDirectory(bytes, end);
    if (bytes.length !== end + this.#directory.bytes) throw new ColumnError(`it has ${bytes.length} bytes instead of ${end + this.#directory.bytes}`);
  }

  get rows() { return this.#directory.rows; }

  /** How many incidents there are; more than the rows where the file holds the latest only. */
  get matched() { return this.#directory.matched; }

  get pub() { return this.#directory.pub; }
  /** With asOf, how many of those that were shown then are withheld since. */
  get withheld() { return this.#directory.withheld ?? 0; }

  /** Whole numbers of a column, `none` where there is none. @param {string} name @param {number} none @returns {Int32Array} */
  integers(name, none) { return this.#numbers(name, Int32Array, none); }

  /** Numbers of a column, `none` where there is none. @param {string} name @param {number} [none] @returns {Float64Array} */
  decimals(name, none = NaN) { return this.#numbers(name, Float64Array, none); }

  /** The same to seven digits. @param {string} name @param {number} [none] @returns {Float32Array} */
  singles(name, none = NaN) { return this.#numbers(name, Float32Array, none); }

  /** @param {string} name @returns {Uint8Array} */
  bytes(name) { return this.#numbers(name, Uint8Array, 0); }

  // An array of its own, so that the file's bytes can be let go.
  /** @param {string} name @param {any} type @param {number} none @returns {any} */
  #numbers(name, type, none) {
    const entry = this.#entry(name);
    const raw = this.#array(entry.type, entry.offset, this.rows, name);
    const scale = entry.scale ?? 1;
    if (scale === 1 && raw.constructor === type && (entry.none === undefined || entry.none === none)) return raw.slice();
    const numbers = new type(this.rows);
    for (let row = 0; row < raw.length; row++) numbers[row] = raw[row] === entry.none ? none : raw[row] / scale;
    return numbers;
  }

  /**
   * Words of a column as indexes into a list of the reader's own.
   * @param {string} name
   * @param {(word: string) => number} indexOf
   * @param {number} none
   * @returns {Uint8Array}
   */
  indexes(name, indexOf, none) {
    const { offset, words } = this.#entry(name);
    if (!Array.isArray(words)) throw new ColumnError(`${name} has no words`);
    const map = new Uint8Array(256).fill(none);
    words.forEach((word, at) => { map[at] = indexOf(word); });
    const found = /** @type {Uint8Array} */ (this.#array('u8', offset, this.rows, name).slice());
    for (let row = 0; row < found.length; row++) found[row] = map[found[row]];
    return found;
  }

  /** Of a column that came within the version: what a browser kept from before has none. @param {string} name @returns {import('./texts.js').Items<string|null>} */
  textsIfAny(name) { return this.#directory.columns.some((column) => column?.name === name) ? this.texts(name) : new SharedTexts(new Uint8Array(this.rows), []); }

  /** @param {string} name @returns {import('./texts.js').Items<string|null>} */
  texts(name) {
    const entry = this.#entry(name);
    if (entry.type === 'text') return this.#blob(/** @type {any} */ (entry), name);
    const indexes = /** @type {Uint8Array} */ (this.#array(entry.type, entry.offset, this.rows, name).slice());
    if (Array.isArray(entry.words)) return new SharedTexts(indexes, entry.words);
    if (!entry.texts) throw new ColumnError(`${name} has no texts`);
    return new SharedTexts(indexes, this.#blob(entry.texts, name));
  }

  /** @param {string} name */
  fixed(name) {
    const { type, width = 0, offset } = this.#entry(name);
    if (type !== 'ascii' || !(width > 0)) throw new ColumnError(`${name} is no text of one width`);
    return new FixedTexts(/** @type {Uint8Array} */ (this.#array('u8', offset, this.rows * width, name).slice()), width);
  }

  /** @param {Blob_} blob @param {string} name */
  #blob({ count, lengths, offset, start, size }, name) {
    if (!isCount(count) || (lengths !== 'u16' && lengths !== 'u32')) throw new ColumnError(`${name} has no lengths`);
    const ends = Uint32Array.from(this.#array(lengths, offset, count, name));
    for (let at = 1; at < ends.length; at++) ends[at] += ends[at - 1];
    if ((ends.at(-1) ?? 0) !== size) throw new ColumnError(`the texts of ${name} are not as long as their lengths`);
    return new BlobTexts(/** @type {Uint8Array} */ (this.#array('u8', start, size, name).slice()), ends);
  }

  /** @param {string} name */
  #entry(name) {
    const entry = this.#directory.columns.find((column) => column?.name === name);
    if (!entry) throw new ColumnError(`it has no ${name}`);
    return entry;
  }

  /** @param {string} type @param {number} offset @param {number} count @param {string} name */
  #array(type, offset, count, name) {
    const made = ARRAYS[/** @type {keyof typeof ARRAYS} */ (type)];
    if (!made) throw new ColumnError(`${name} is of the unknown type ${type}`);
    if (!isCount(offset) || offset % 8 !== 0 || !isCount(count) || offset + count * made.BYTES_PER_ELEMENT > this.#directory.bytes) {
      throw new ColumnError(`${name} lies outside of it`);
    }
    return new made(/** @type {ArrayBuffer} */ (this.#bytes.buffer), this.#bytes.byteOffset + this.#start + offset, count);
  }
}
