// @ts-check
// The reported range of killed over what is shown; it follows the selection as the marks do.

export class ShownSum {
  low = 0;
  high = 0;
  #opened = 0;
  unsaid = 0;
  said = 0;
  /** @type {import('../filter/selection.js').Selection|null} */ #selection = null;
  #version = -1;

  /** Whether some highest figure is open. */
  get open() { return this.#opened > 0; }

  /** @param {import('../data/columns.js').Columns} columns @param {import('../filter/selection.js').Selection} selection */
  follow(columns, selection) {
    const moved = selection === this.#selection ? selection.movedSince(this.#version) : null;
    this.#selection = selection;
    this.#version = selection.version;
    if (!moved) this.low = this.high = this.#opened = this.unsaid = this.said = 0;
    const rows = moved ?? selection.rows;
    const count = moved ? moved.length : selection.count;
    for (let at = 0; at < count; at++) this.#add(columns, rows[at], moved && selection.fails[rows[at]] !== 0 ? -1 : 1);
    return this;
  }

  /** @param {import('../data/columns.js').Columns} columns @param {number} row @param {1|-1} sign */
  #add({ killedLow, killedHigh }, row, sign) {
    const low = killedLow[row];
    const high = killedHigh[row];
    if (low < 0 && high < 0) {
      this.unsaid += sign;
      return;
    }
    this.said += sign;
    this.low += sign * Math.max(0, low);
    this.high += sign * Math.max(low, high);
    if (high < 0) this.#opened += sign;
  }
}
