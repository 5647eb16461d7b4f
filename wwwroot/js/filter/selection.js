// @ts-check
// What is shown, and what the last step of time changed of it. A step looks only at the incidents whose start or end it passes.
import { isOrdered, orderOf } from '../time/order.js';

/** The bit that an incident's record has when it fails by its time. */
export const TIME = 1;
/** A step that passes more than this share of all is quicker made by looking at each. */
const FEW = 1 / 8;

/**
 * @typedef {import('../data/columns.js').Columns} Columns
 * @typedef {{from: number, to: number, certain: boolean}} Span days, inclusive
 */

export class Selection {
  /** Of each incident what it fails; 0: it is shown. */ fails;
  count = 0;
  /** Grows with each change. */ version = 0;
  #rows;
  /** The version of which `rows` are. */ #listed = -1;
  /** @type {Uint32Array} */ #moved = new Uint32Array(0);
  /** How many came and went with the last change; -1: all were looked at. */ #movedCount = -1;
  /** @type {Span|null} */ #span = null;

  /** @param {number} size */
  constructor(size) {
    this.fails = new Uint16Array(size);
    this.#rows = new Uint32Array(size);
  }

  /** The rows shown, the first `count`, listed when somebody asks. */
  get rows() {
    if (this.#listed !== this.version) {
      let count = 0;
      for (let row = 0; row < this.fails.length; row++) if (this.fails[row] === 0) this.#rows[count++] = row;
      this.#listed = this.version;
    }
    return this.#rows;
  }

  /** The rows that came or went since a version; null: take all rows shown. @param {number} version */
  movedSince(version) {
    if (version === this.version) return this.#moved.subarray(0, 0);
    return version === this.version - 1 && this.#movedCount >= 0 ? this.#moved.subarray(0, this.#movedCount) : null;
  }

  /** Looks at the time of every incident. @param {Columns} columns @param {Span} span */
  look({ start, end }, span) {
    const { fails } = this;
    const rows = this.#rows;
    const { from, to, certain } = span;
    let count = 0;
    for (let row = 0; row < fails.length; row++) {
      const inside = certain ? start[row] >= from && end[row] <= to : end[row] >= from && start[row] <= to;
      const failed = fails[row] & ~TIME | (inside ? 0 : TIME);
      fails[row] = failed;
      if (failed === 0) rows[count++] = row;
    }
    this.count = count;
    this.#movedCount = -1;
    this.#span = span;
    this.#listed = ++this.version;
  }

  /** Only the time has changed. @param {Columns} columns @param {Span} span */
  step(columns, span) {
    const before = this.#span;
    // The order is made when there is time for it; until then each is looked at.
    if (!before || before.certain !== span.certain || !isOrdered(columns)) return this.look(columns, span);
    const order = orderOf(columns);
    // What begins or ends the time of an incident: possibly inside goes by its other end than certainly.
    const { first, last } = span.certain ? { first: order.starts, last: order.ends } : { first: order.ends, last: order.starts };
    const passed = [first.between(before.from, span.from), last.between(before.to + 1, span.to + 1)];
    if (passed[0].length + passed[1].length > this.fails.length * FEW) return this.look(columns, span);
    if (this.#moved.length === 0) this.#moved = new Uint32Array(Math.ceil(this.fails.length * FEW));
    this.#movedCount = 0;
    for (const rows of passed) this.#pass(rows, columns, span);
    this.#span = span;
    this.version++;
  }

  /** @param {Uint32Array} rows @param {Columns} columns @param {Span} span */
  #pass(rows, { start, end }, { from, to, certain }) {
    const { fails } = this;
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at];
      const inside = certain ? start[row] >= from && end[row] <= to : end[row] >= from && start[row] <= to;
      if (inside === ((fails[row] & TIME) === 0)) continue;
      fails[row] ^= TIME;
      if ((fails[row] & ~TIME) !== 0) continue;
      this.#moved[this.#movedCount++] = row;
      this.count += inside ? 1 : -1;
    }
  }
}
