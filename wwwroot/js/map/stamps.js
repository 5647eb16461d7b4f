// @ts-check
// Pictures of marks that are drawn again and again: a browser copies a small picture many times faster than it draws arcs.
// What is asked for a few times is drawn as it is. Pictures are made many at a time, on sheets that never change, for a canvas is dear.

/**
 * @typedef {string|number} Key tells apart what looks different
 * @typedef {(context: CanvasRenderingContext2D) => void} Draw about the origin, the same whenever it is called
 * @typedef {{sheet: HTMLCanvasElement, x: number, y: number, size: number}} Picture device pixels
 */

/** So many pictures are kept, and so many keys remembered. */
const KEPT = 800;
const ASKED = 4000;
const OFTEN = 3;
/** Pictures of one sheet. */
const SHEET = 40;
const ACROSS = 8;

export class Stamps {
  /** @type {Map<Key, Picture>} */ #kept = new Map();
  /** How often each was asked for. @type {Map<Key, number>} */ #asked = new Map();
  /** What is to be on the next sheet. @type {Map<Key, {half: number, draw: Draw}>} */ #wanted = new Map();
  #density;

  /** @param {number} density device pixels a CSS pixel */
  constructor(density) { this.#density = density; }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {Key} key
   * @param {number} x
   * @param {number} y
   * @param {number} half how far it reaches from its middle
   * @param {Draw} draw
   */
  draw(context, key, x, y, half, draw) {
    const density = this.#density;
    // On whole pixels of the screen, where copying changes nothing.
    const left = Math.round((x - half) * density) / density;
    const top = Math.round((y - half) * density) / density;
    const picture = this.#kept.get(key);
    if (picture) {
      const { sheet, size } = picture;
      context.drawImage(sheet, picture.x, picture.y, size, size, left, top, size / density, size / density);
      return;
    }
    context.translate(left + half, top + half);
    draw(context);
    context.translate(-left - half, -top - half);
    this.#ask(key, half, draw);
  }

  /** @param {Key} key @param {number} half @param {Draw} draw */
  #ask(key, half, draw) {
    const times = (this.#asked.get(key) ?? 0) + 1;
    if (this.#asked.size >= ASKED) this.#asked.clear();
    this.#asked.set(key, times);
    if (times < OFTEN || this.#wanted.has(key)) return;
    this.#wanted.set(key, { half, draw });
    if (this.#wanted.size >= SHEET) this.#makeSheet();
  }

  #makeSheet() {
    if (this.#kept.size >= KEPT) this.#kept.clear();
    const wanted = [...this.#wanted].map(([key, { half, draw }]) => ({ key, half, draw, size: Math.ceil(half * 2 * this.#density) })).sort((a, b) => b.size - a.size);
    const rows = Array.from({ length: Math.ceil(wanted.length / ACROSS) }, (_, row) => wanted.slice(row * ACROSS, (row + 1) * ACROSS));
    const sheet = document.createElement('canvas');
    sheet.width = wanted[0].size * ACROSS;
    sheet.height = rows.reduce((sum, [first]) => sum + first.size, 0);
    const context = sheet.getContext('2d');
    if (!context) return;
    let y = 0;
    for (const row of rows) {
      row.forEach(({ key, half, draw, size }, at) => {
        const x = at * row[0].size;
        context.setTransform(this.#density, 0, 0, this.#density, x + half * this.#density, y + half * this.#density);
        draw(context);
        this.#kept.set(key, { sheet, x, y, size });
        this.#asked.delete(key);
      });
      y += row[0].size;
    }
    this.#wanted.clear();
  }
}

/** @type {WeakMap<import('./theme.js').Theme, Map<number, Stamps>>} */
const known = new WeakMap();

/** Those of a theme. @param {import('./theme.js').Theme} theme @param {number} density */
export function stampsOf(theme, density) {
  let all = known.get(theme);
  if (!all) known.set(theme, all = new Map());
  let stamps = all.get(density);
  if (!stamps) all.set(density, stamps = new Stamps(density));
  return stamps;
}
