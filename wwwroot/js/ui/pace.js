// @ts-check
// What need not follow every frame follows at a pace of its own.

/** Behind the next frame: what is drawn comes first. @param {() => void} run */
export function afterFrame(run) {
  if (document.hidden) window.setTimeout(run);
  else requestAnimationFrame(() => window.setTimeout(run));
}

/** When the browser has nothing better to do. @param {() => void} run @param {number} [most] milliseconds after which it is done all the same: some frames are never idle */
export function whenIdle(run, most = LEAST) {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: most });
  else window.setTimeout(run, PAUSE);
}

/** Changes pause when none comes for this long; a single one is followed after `SOON`. */
const PAUSE = 200;
const SOON = 60;
/** While changes follow one another what is heavy is shown this often, and words this often. */
const LEAST = 4000;
const WORDS = 125;

/** What is heavy: soon after a single change, else when changes pause or the browser has time, and not at all while nobody looks. */
export class Pace {
  #run;
  #timer = 0;
  #wait = SOON;
  #changed = -Infinity;
  #ran = -Infinity;

  /** @param {() => void} run */
  constructor(run) { this.#run = run; }

  /** Something has changed. */
  soon() {
    const now = performance.now();
    this.#wait = now - this.#changed >= PAUSE ? SOON : PAUSE;
    this.#changed = now;
    if (!this.#timer) this.#timer = window.setTimeout(() => this.#look(), this.#wait);
  }

  #look() {
    const now = performance.now();
    const rest = this.#changed + this.#wait - now;
    if (rest <= 0) this.#now();
    else if (now - this.#ran < LEAST) this.#timer = window.setTimeout(() => this.#look(), Math.min(rest, this.#ran + LEAST - now));
    else whenIdle(() => this.#now());
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
  #wait;

  /** @param {number} [wait] milliseconds between two */
  constructor(wait = WORDS) { this.#wait = wait; }

  /** @param {() => void} say says how things stand then; a later one takes its place */
  soon(say) {
    this.#say = say;
    if (this.#timer) return;
    const wait = this.#said + this.#wait - performance.now();
    if (wait <= 0) this.#now();
    else this.#timer = window.setTimeout(() => this.#now(), wait);
  }

  /** What is not said yet is not said any more. */
  stop() {
    window.clearTimeout(this.#timer);
    this.#timer = 0;
  }

  #now() {
    this.#timer = 0;
    this.#said = performance.now();
    this.#say();
  }
}
