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
    const paused = now - this.#changed >= PAUSE;
    this.#changed = now;
    if (!this.#timer) this.#timer = window.setTimeout(() => (paused ? this.#now() : this.#look()), paused ? 0 : PAUSE);
  }

  #look() {
    const now = performance.now();
    const rest = this.#changed + PAUSE - now;
    if (rest <= 0) this.#now();
    else if (now - this.#ran < LEAST) this.#timer = window.setTimeout(() => this.#look(), Math.min(rest, this.#ran + LEAST - now));
    else if ('requestIdleCallback' in window) requestIdleCallback(() => this.#now(), { timeout: LEAST });
    else this.#now();
  }

  #now() {
    if (document.hidden) return document.addEventListener('visibilitychange', () => this.#now(), { once: true });
    this.#timer = 0;
    this.#ran = performance.now();
    this.#run();
  }
}
