// @ts-check
// Pictures of marks that are drawn again and again: a browser copies a small picture many times faster than it draws arcs.
// What is asked for a few times is drawn as it is. A picture of its own is copied faster than a part of a larger one.

/**
 * @typedef {string|number} Key tells apart what looks different
 * @typedef {(context: CanvasRenderingContext2D|OffscreenCanvasRenderingContext2D) => void} Draw about the origin, the same whenever it is called
 */

/** So many pictures are kept, and so many keys remembered. */
const KEPT = 1500;
const ASKED = 4000;
const OFTEN = 3;

export class Stamps {
  /** The oldest first. @type {Map<Key, ImageBitmap|HTMLCanvasElement>} */ #kept = new Map();
  /** How often each was asked for. @type {Map<Key, number>} */ #asked = new Map();
  #canvas = 'OffscreenCanvas' in window ? new OffscreenCanvas(1, 1) : null;
  #density;

  /** @param {number} density device pixels a CSS pixel */
  constructor(density) { this.#density = density; }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {Key} key
   * @param {number} x
   * @param {number} y
   * @param {number} half how far it reaches from its middle, whole pixels
   * @param {Draw} draw
   */
  draw(context, key, x, y, half, draw) {
    const density = this.#density;
    // On whole pixels of the screen, where copying changes nothing.
    const left = Math.round((x - half) * density) / density;
    const top = Math.round((y - half) * density) / density;
    const picture = this.#kept.get(key) ?? this.#ask(key, half, draw);
    if (picture) {
      if (density === 1) context.drawImage(picture, left, top);
      else context.drawImage(picture, left, top, picture.width / density, picture.height / density);
      return;
    }
    context.translate(left + half, top + half);
    draw(context);
    context.translate(-left - half, -top - half);
  }

  /** @param {Key} key @param {number} half @param {Draw} draw @returns {ImageBitmap|HTMLCanvasElement|null} */
  #ask(key, half, draw) {
    const times = (this.#asked.get(key) ?? 0) + 1;
    if (times < OFTEN) {
      if (this.#asked.size >= ASKED) this.#asked.clear();
      this.#asked.set(key, times);
      return null;
    }
    this.#asked.delete(key);
    if (this.#kept.size >= KEPT) for (const oldest of [...this.#kept.keys()].slice(0, KEPT / 4)) this.#kept.delete(oldest);
    const picture = this.#picture(half, draw);
    this.#kept.set(key, picture);
    return picture;
  }

  // Of a canvas the browser takes a copy before it draws it; an image stays what it is, and the canvas serves for the next one.
  /** @param {number} half @param {Draw} draw @returns {ImageBitmap|HTMLCanvasElement} */
  #picture(half, draw) {
    const density = this.#density;
    const size = Math.ceil(half * 2 * density);
    const canvas = this.#canvas ?? document.createElement('canvas');
    canvas.width = canvas.height = size;
    const context = /** @type {CanvasRenderingContext2D|OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
    context.setTransform(density, 0, 0, density, half * density, half * density);
    draw(context);
    return canvas instanceof HTMLCanvasElement ? canvas : canvas.transferToImageBitmap();
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
