// @ts-check
// Playing: turns the frames of the screen into days. Where stillness is wanted it steps once a second instead of gliding.

export class Player {
  #frame = 0;
  #last = 0;
  #owed = 0;
  #step;
  #still;

  /**
   * @param {(seconds: number) => number} step takes the time passed, answers how many seconds of it are still owed; negative: stop
   * @param {() => boolean} still
   */
  constructor(step, still) {
    this.#step = step;
    this.#still = still;
  }

  get playing() { return this.#frame !== 0; }

  play() {
    if (this.playing) return;
    this.#last = 0;
    this.#owed = 0;
    this.#frame = requestAnimationFrame((now) => this.#tick(now));
  }

  pause() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  /** @param {number} now milliseconds */
  #tick(now) {
    // A tab that slept does not leap.
    if (this.#last) this.#owed += Math.min(0.25, (now - this.#last) / 1000);
    this.#last = now;
    if (!this.#still() || this.#owed >= 1) {
      this.#owed = this.#step(this.#owed);
      if (this.#owed < 0) return this.pause();
    }
    this.#frame = requestAnimationFrame((next) => this.#tick(next));
  }
}
