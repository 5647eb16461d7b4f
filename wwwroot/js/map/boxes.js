// @ts-check
// Rectangles of the frame, found by where they lie: labels look for room among hundreds of marks in every picture.

const CELL = 64;

export class Boxes {
  #across;
  #down;
  /** @type {number[][]} four numbers a box */ #cells;

  /** @param {number} width @param {number} height */
  constructor(width, height) {
    this.#across = Math.ceil(width / CELL);
    this.#down = Math.ceil(height / CELL);
    this.#cells = Array.from({ length: this.#across * this.#down }, () => []);
  }

  /** @param {number} left @param {number} top @param {number} right @param {number} bottom */
  add(left, top, right, bottom) { this.#each(left, top, right, bottom, (cell) => { cell.push(left, top, right, bottom); return false; }); }

  /** Whether any lies in the way. @param {number} left @param {number} top @param {number} right @param {number} bottom */
  meets(left, top, right, bottom) {
    return this.#each(left, top, right, bottom, (cell) => {
      for (let at = 0; at < cell.length; at += 4) if (right > cell[at] && left < cell[at + 2] && bottom > cell[at + 1] && top < cell[at + 3]) return true;
      return false;
    });
  }

  // What lies beyond the frame falls to the cells of its edge.
  /** @param {number} left @param {number} top @param {number} right @param {number} bottom @param {(cell: number[]) => boolean} look true: enough */
  #each(left, top, right, bottom, look) {
    const within = (/** @type {number} */ at, /** @type {number} */ cells) => Math.min(cells - 1, Math.max(0, Math.floor(at / CELL)));
    const x1 = within(right, this.#across);
    const y1 = within(bottom, this.#down);
    for (let y = within(top, this.#down); y <= y1; y++) {
      for (let x = within(left, this.#across); x <= x1; x++) if (look(this.#cells[y * this.#across + x])) return true;
    }
    return false;
  }
}
