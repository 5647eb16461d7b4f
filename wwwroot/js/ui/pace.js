// @ts-check
// What need not follow every frame follows at a pace of its own: at once after a pause, else when changes pause or the browser has time,
// and not at all while nobody looks.

/** Changes pause when none comes for this long. */
const PAUSE = 200;
/** While changes follow one another something is shown this often. */
const LEAST = 1000;

export class Pace {
  #run;
  #timer = 0;
  #changed = -Infinity;
  #ran = -Infinity;

  /** @param {() => void} run */
  constructor(run) { this.#run = run; }

  /** Something has changed. */
  soon() {
    const now = performance.now();
    const pause = now - this.#changed >= PAUSE;
    this.#changed = now;
    if (!this.#timer) this.#wait(pause ? 0 : PAUSE);
  }

  /** @param {number} wait */
  #wait(wait) { this.#timer = window.setTimeout(() => this.#look(), wait); }

  #look() {
    const now = performance.now();
    const rest = Math.min(this.#changed + PAUSE, this.#ran + LEAST) - now;
    if (document.hidden) document.addEventListener('visibilitychange', () => this.#wait(0), { once: true });
    else if (this.#ran > this.#changed - PAUSE && rest > 0) this.#wait(rest);
    else this.now();
  }

  /** Runs without waiting. */
  now() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#ran = performance.now();
    this.#run();
  }
}
