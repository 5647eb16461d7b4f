// @ts-check
// The window's two handles and body as sliders, and what a pointer does on the plot: drag a handle, move, brush, choose a bar.
import { h, put } from '../ui/dom.js';
import { t } from '../text/t.js';
import { brushed, isWhole, keyed, moved, resized } from '../time/window.js';
import { dayWords, windowWords } from '../words/dates.js';
import { dayAt, xOf } from './scale.js';

/**
 * @typedef {import('../time/window.js').Window} Window
 * @typedef {import('../time/window.js').Domain} Domain
 * @typedef {'start'|'end'|'both'} Part
 * @typedef {object} Held
 * @property {() => import('./scale.js').Scale} scale
 * @property {() => Window} window
 * @property {() => Domain} data
 * @property {() => import('../time/days.js').Unit} unit
 * @property {(window: Window, done: boolean) => void} change done: the pointer or key was let go
 * @property {(day: number) => void} choose a bar was clicked
 * @property {() => void} playOrPause
 * @property {(factor: number) => void} zoom about the window
 * @property {(pixels: number) => void} pan the axis was drawn
 */

/** Pixels that a pointer must go before a press becomes a drag. */
const DRAG = 4;
/** Pixels across of what can be pressed (WCAG 2.2, 2.5.8); the handles reach outward, so that the window between them stays free. */
const TARGET = 24;
/** Pixels below the bars. */
export const AXIS = 18;
const REACH = { fine: 7, coarse: 20 };

export class Brush {
  #plot;
  #held;
  #sliders;
  #byKey = false;
  /** @type {(() => void)|null} */ #giveUp = null;

  /** @param {HTMLElement} plot @param {Held} held */
  constructor(plot, held) {
    this.#plot = plot;
    this.#held = held;
    const slider = (/** @type {Part} */ part, /** @type {string} */ label) => h('div', {
      class: `brush-${part}`, role: 'slider', tabindex: 0, 'aria-label': label,
      onkeydown: (/** @type {Event} */ event) => this.#key(/** @type {KeyboardEvent} */ (event), part), onkeyup: () => this.#keyed(), onblur: () => this.#keyed(),
    });
    this.#sliders = { both: slider('both', t('time.window')), start: slider('start', t('time.start')), end: slider('end', t('time.end')) };
    plot.append(this.#sliders.both, this.#sliders.start, this.#sliders.end);
    plot.addEventListener('pointerdown', (event) => this.#press(event));
  }

  /** Puts the sliders where the window is. */
  place() {
    const scale = this.#held.scale();
    const window = this.#held.window();
    const clampX = (/** @type {number} */ x) => Math.min(Math.max(x, 0), scale.width);
    const x0 = clampX(xOf(scale, window.start));
    const x1 = clampX(xOf(scale, window.end + 1));
    // What can be pressed is never narrower than a target must be; what is seen stays as narrow as the window.
    const spread = Math.max(0, (TARGET - (x1 - x0)) / 2);
    // Moved by translation, which needs no layout.
    style(this.#plot, '--spread', pixels(spread));
    style(this.#sliders.both, 'transform', `translateX(${pixels(x0 - spread)})`);
    style(this.#sliders.both, 'width', pixels(x1 - x0 + 2 * spread));
    style(this.#sliders.start, 'transform', `translateX(${pixels(x0 - spread)})`);
    style(this.#sliders.end, 'transform', `translateX(${pixels(x1 + spread)})`);
    // A handle beyond what is shown stays for the keyboard only.
    this.#sliders.start.classList.toggle('away', xOf(scale, window.start) < -1 || xOf(scale, window.start) > scale.width + 1);
    this.#sliders.end.classList.toggle('away', xOf(scale, window.end + 1) < -1 || xOf(scale, window.end + 1) > scale.width + 1);
    this.#plot.classList.toggle('whole', isWhole(window, this.#held.data()));
  }

  /** Tells the sliders' values. */
  say() {
    const window = this.#held.window();
    const data = this.#held.data();
    for (const [part, day, words] of /** @type {const} */ ([['start', window.start, dayWords(window.start)], ['end', window.end, dayWords(window.end)], ['both', window.start, windowWords(window, 'long')]])) {
      const slider = this.#sliders[part];
      put(slider, 'aria-valuemin', String(data.first));
      put(slider, 'aria-valuemax', String(data.last));
      put(slider, 'aria-valuenow', String(Math.min(Math.max(day, data.first), data.last)));
      put(slider, 'aria-valuetext', words);
    }
  }

  /** Another gesture begins: what one finger has moved so far goes back. */
  giveUp() { this.#giveUp?.(); }

  /** @param {KeyboardEvent} event @param {Part} part */
  #key(event, part) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === ' ') {
      event.preventDefault();
      return this.#held.playOrPause();
    }
    if (event.key === '+' || event.key === '-') {
      event.preventDefault();
      return this.#held.zoom(event.key === '+' ? 0.5 : 2);
    }
    const next = keyed(this.#held.window(), event.key, event.shiftKey, this.#held.data(), part, this.#held.unit());
    if (!next) return;
    event.preventDefault();
    this.#byKey = true;
    this.#held.change(next, false);
  }

  // A key held down makes many steps and one entry in the history.
  #keyed() {
    if (!this.#byKey) return;
    this.#byKey = false;
    this.#held.change(this.#held.window(), true);
  }

  /** @param {PointerEvent} event */
  #press(event) {
    if (event.button !== 0) return;
    const left = this.#plot.getBoundingClientRect().left;
    const from = event.clientX - left;
    const began = this.#held.window();
    const onAxis = event.clientY > this.#plot.getBoundingClientRect().bottom - AXIS;
    const part = onAxis ? 'axis' : this.#partAt(from, event.pointerType === 'touch' ? REACH.coarse : REACH.fine);
    let dragging = false;
    let drawn = from;
    const move = (/** @type {PointerEvent} */ next) => {
      const x = next.clientX - left;
      if (next.pointerId !== event.pointerId || (!dragging && Math.abs(x - from) < DRAG)) return;
      dragging = true;
      if (part === 'axis') {
        this.#held.pan(drawn - x);
        drawn = x;
      } else this.#held.change(this.#dragged(part, began, from, x), false);
    };
    const stop = () => {
      this.#plot.removeEventListener('pointermove', move);
      this.#plot.removeEventListener('pointerup', release);
      this.#plot.removeEventListener('pointercancel', release);
      this.#giveUp = null;
    };
    const release = (/** @type {PointerEvent} */ last) => {
      if (last.pointerId !== event.pointerId) return;
      stop();
      if (part === 'axis') return;
      if (dragging) this.#held.change(this.#held.window(), true);
      else if (last.type === 'pointerup') this.#held.choose(dayAt(this.#held.scale(), from));
    };
    this.#giveUp?.();
    this.#giveUp = () => {
      stop();
      if (dragging && part !== 'axis') this.#held.change(began, false);
    };
    this.#plot.setPointerCapture(event.pointerId);
    this.#plot.addEventListener('pointermove', move);
    this.#plot.addEventListener('pointerup', release);
    this.#plot.addEventListener('pointercancel', release);
    if (part !== 'brush' && part !== 'axis') this.#sliders[part].focus({ preventScroll: true });
    event.preventDefault();
  }

  /** @param {number} x @param {number} reach @returns {Part|'brush'} */
  #partAt(x, reach) {
    const scale = this.#held.scale();
    const window = this.#held.window();
    const [x0, x1] = [xOf(scale, window.start), xOf(scale, window.end + 1)];
    const within = (/** @type {number} */ outward) => outward <= Math.max(reach, TARGET) && outward >= -Math.min(reach, (x1 - x0) / 3);
    if (within(x0 - x)) return 'start';
    if (within(x - x1)) return 'end';
    const inside = x > x0 && x < x1;
    return inside && !isWhole(window, this.#held.data()) ? 'both' : 'brush';
  }

  /** @param {Part|'brush'} part @param {Window} began @param {number} from @param {number} x @returns {Window} */
  #dragged(part, began, from, x) {
    const scale = this.#held.scale();
    const data = this.#held.data();
    const day = dayAt(scale, x);
    if (part === 'brush') return brushed(dayAt(scale, from), day, data);
    if (part === 'both') return moved(began, day - dayAt(scale, from), data);
    return resized(began, part, day, data);
  }
}

/** @param {number} length */
const pixels = (length) => `${Math.round(length * 100) / 100}px`;

/** @param {HTMLElement} element @param {string} name @param {string} value */
function style(element, name, value) { if (element.style.getPropertyValue(name) !== value) element.style.setProperty(name, value); }
