// @ts-check
// Incidents in the order in which they begin and end, so that a step of time finds those that it passes.
import { OPEN_END, OPEN_START } from '../data/columns.js';

class DayOrder {
  /** Rows in order. @type {Uint32Array} */ rows;
  /** Where each day begins among them; the first is before every day, the last behind. @type {Uint32Array} */ #from;
  #first;

  /** @param {Int32Array} days */
  constructor(days) {
    let first = OPEN_END;
    let last = OPEN_START;
    for (let row = 0; row < days.length; row++) {
      const day = days[row];
      if (day === OPEN_START || day === OPEN_END) continue;
      if (day < first) first = day;
      if (day > last) last = day;
    }
    this.#first = first = Math.min(first, last);
    this.#from = new Uint32Array(last - first + 4);
    for (let row = 0; row < days.length; row++) this.#from[this.#place(days[row]) + 1]++;
    for (let at = 1; at < this.#from.length; at++) this.#from[at] += this.#from[at - 1];
    this.rows = new Uint32Array(days.length);
    const next = this.#from.slice();
    for (let row = 0; row < days.length; row++) this.rows[next[this.#place(days[row])]++] = row;
  }

  /** 0: before all days that are known, then one a day, then behind them. @param {number} day */
  #place(day) { return Math.min(Math.max(day - this.#first + 1, 0), this.#from.length - 2); }

  /** @param {number} day */
  #begin(day) { return this.#from[day > OPEN_END ? this.#from.length - 1 : this.#place(day)]; }

  /** Rows from the earlier of two days to the day before the later; what is outside of all days may be among them. @param {number} a @param {number} b */
  between(a, b) { return this.rows.subarray(this.#begin(Math.min(a, b)), this.#begin(Math.max(a, b))); }
}

/**
 * @typedef {{starts: DayOrder, ends: DayOrder}} Order
 * @typedef {Pick<import('../data/columns.js').Columns, 'start'|'end'>} Dates
 */

/** @type {WeakMap<Int32Array, Order>} */
const known = new WeakMap();

/** @param {Dates} dates @returns {Order} */
export function orderOf({ start, end }) {
  let order = known.get(start);
  if (!order) known.set(start, order = { starts: new DayOrder(start), ends: new DayOrder(end) });
  return order;
}

/** Whether that is made. @param {Dates} dates */
export const isOrdered = ({ start }) => known.has(start);
