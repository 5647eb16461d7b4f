// @ts-check
// On a narrow screen the panel is a sheet at the foot of the page that is drawn up in three steps.
const STEPS = /** @type {const} */ (['low', 'half', 'full']);
const NARROW = matchMedia('(max-width: 760px)');
/** Pixels of a drag that count as a step. */
const DRAG = 30;

export class Sheet {
  #element;
  #handle;
  /** @type {0|1|2} */ #step = 0;

  /** @param {HTMLElement} element @param {HTMLElement} handle */
  constructor(element, handle) {
    this.#element = element;
    this.#handle = handle;
    handle.addEventListener('click', () => this.#to(this.#step === 2 ? 0 : this.#step + 1));
    handle.addEventListener('pointerdown', (event) => this.#press(event));
    handle.addEventListener('keydown', (event) => {
      const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
      if (!by) return;
      event.preventDefault();
      this.#to(this.#step + by);
    });
    this.#to(0);
  }

  get isSheet() { return NARROW.matches; }

  raise() { if (this.#step === 0) this.#to(1); }

  lower() { this.#to(0); }

  /** Pixels of the map's left and foot under the panel; of a sheet as it stands when it has come to rest half way. */
  covers() {
    return { left: 0, bottom: this.isSheet && this.#step > 0 ? Math.max(0, innerHeight * 0.56 - 180) : 0 };
  }

  /** @param {number} step */
  #to(step) {
    this.#step = /** @type {0|1|2} */ (Math.min(2, Math.max(0, step)));
    this.#element.dataset.sheet = STEPS[this.#step];
    this.#handle.setAttribute('aria-expanded', String(this.#step > 0));
  }

  /** @param {PointerEvent} event */
  #press(event) {
    const from = event.clientY;
    this.#handle.setPointerCapture(event.pointerId);
    this.#handle.addEventListener('pointerup', (up) => {
      const by = from - up.clientY;
      if (Math.abs(by) < DRAG) return;
      this.#to(this.#step + Math.sign(by) * (Math.abs(by) > 260 ? 2 : 1));
      this.#handle.addEventListener('click', (click) => click.stopImmediatePropagation(), { once: true, capture: true });
    }, { once: true });
  }
}
