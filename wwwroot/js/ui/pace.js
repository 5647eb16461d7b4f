// @ts-check
// What need not follow every frame follows at a pace of its own.

/** Changes pause when none comes for this long. */
const PAUSE = 200;
/** While changes follow one another what is heavy is shown this often, and words this often. */
const LEAST = 4000;
const WORDS = 125;

/** What is heavy: behind the next frame after a pause, else when changes pause or the browser has time, and not at all while nobody looks. */
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
    if (this.#timer) return;
    if (!paused) this.#timer = window.setTimeout(() => this.#look(), PAUSE);
    else if (document.hidden) this.#timer = window.setTimeout(() => this.#now());
    else {
      this.#timer = -1;
      requestAnimationFrame(() => { this.#timer = window.setTimeout(() => this.#now()); });
    }
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

/** Words and numbers, which nobody reads at sixty a second: at once after a while, then a few times a second, the last ones always. */
export class Beat {
  #said = -Infinity;
  #timer = 0;
  /** @type {() => void} */ #say = () => {};

  /** @param {() => void} say says how things stand then; a later one takes its place */
  soon(say) {
    this.#say = say;
    if (this.#timer) return;
    const wait = this.#said + WORDS - performance.now();
    if (wait <= 0) this.#now();
    else this.#timer = window.setTimeout(() => this.#now(), wait);
  }

  #now() {
    this.#timer = 0;
    this.#said = performance.now();
    this.#say();
  }
}
