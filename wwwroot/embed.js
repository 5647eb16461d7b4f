// @ts-check
// <border-map>: a map, chart, counter or list of BorderMap inside any page. This file is the element alone; what draws is loaded
// when it comes near the view. What stands inside the element (a picture and a link) is shown until then, and whenever that fails.

const TAG = 'border-map';
const SHOWN = ['state', 'lang', 'view', 'controls', 'theme', 'accent', 'ground', 'locked', 'title'];
/** Pixels beyond the view from which it is loaded. */
const NEAR = '800px';
/** Pixels of height of an element that says none. @type {Record<string, number>} */
const HEIGHTS = { map: 480, line: 440, histogram: 240, counter: 260, latest: 420 };

/** Pixels that a line of text may be higher than the picture in it. */
const GAP = 14;
const LEAST = 60;

/** @typedef {import('./js/embed/view.js').EmbedView} View */

// Sizes stand where any rule of the page overrules them; nothing of the page is inherited but its direction.
const FRAME = new CSSStyleSheet();
FRAME.replaceSync(':host{all:initial;display:block;position:relative;box-sizing:border-box;inline-size:100%;overflow:clip;contain:layout paint}:host([hidden]){display:none}::slotted(*){max-inline-size:100%}');

/** @type {IntersectionObserver|null} */
let watcher = null;

/** @param {Element} element */
function watch(element) {
  watcher ??= new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting && target instanceof BorderMap) target.load();
  }, { rootMargin: NEAR });
  watcher.observe(element);
}

export class BorderMap extends HTMLElement {
  static observedAttributes = [...SHOWN, 'embed', 'height'];
  #shadow = this.attachShadow({ mode: 'open' });
  #size = new CSSStyleSheet();
  /** @type {View|null} */ #view = null;
  /** @type {Promise<void>|null} */ #loading = null;
  /** @type {(view: View) => void} */ #loaded = () => {};
  /** Resolves once the view is there. @type {Promise<View>} */ #there = new Promise((resolve) => { this.#loaded = resolve; });
  #isAsked = false;

  constructor() {
    super();
    this.#shadow.append(document.createElement('slot'));
  }

  connectedCallback() {
    this.#reserve();
    watch(this);
  }

  disconnectedCallback() {
    watcher?.unobserve(this);
    // Moved within the page it comes back at once.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#view?.stop();
      this.#view = this.#loading = null;
      this.#there = new Promise((resolve) => { this.#loaded = resolve; });
    });
  }

  /** @param {string} name @param {string|null} before @param {string|null} now */
  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (name === 'height' || name === 'view') this.#setHeight();
    if (name === 'height' || !this.#view || this.#isAsked) return;
    this.#isAsked = true;
    queueMicrotask(() => {
      this.#isAsked = false;
      void this.#show();
    });
  }

  // What the page has reserved for the picture inside stays as high as it was, to the pixel: nothing around the element moves.
  #reserve() {
    const around = this.parentElement;
    const isOpen = around !== null && this.childElementCount > 0 && getComputedStyle(this).display === 'inline';
    const before = isOpen ? around.getBoundingClientRect().height : 0;
    this.#setHeight();
    this.#shadow.adoptedStyleSheets = [FRAME, this.#size];
    if (!isOpen) return;
    const missing = before - around.getBoundingClientRect().height;
    // Beside a height that is given only the gap below a line of text is made good.
    if (missing !== 0 && (!this.hasAttribute('height') || Math.abs(missing) < GAP)) this.#setHeight(Math.max(LEAST, this.getBoundingClientRect().height + missing));
  }

  /** @param {number} [pixels] */
  #setHeight(pixels) {
    const asked = this.getAttribute('height') ?? '';
    const height = pixels ?? (/^\d{2,4}$/.test(asked) ? Number(asked) : HEIGHTS[this.view] ?? HEIGHTS.map);
    this.#size.replaceSync(`:host{block-size:${height}px}`);
  }

  /** Loads what draws, once; it is called when the element comes near the view. */
  load() {
    watcher?.unobserve(this);
    this.#loading ??= this.#load();
    return this.#loading;
  }

  async #load() {
    try {
      const { EmbedView, sendNoCookies } = await import('./js/embed/parts.js');
      if (!this.hasAttribute('framed')) sendNoCookies();
      const tell = (/** @type {string} */ type, /** @type {object} */ detail) => { this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true })); };
      const view = this.#view = new EmbedView(this, this.#shadow, [FRAME, this.#size], tell);
      await this.#show();
      this.#loaded(view);
    } catch (error) {
      this.#loading = null;
      this.#still();
      console.warn('<border-map> could not be loaded', error);
    }
  }

  async #show() {
    const view = this.#view;
    if (!view) return;
    await view.show((name) => this.getAttribute(name), this.getAttribute('embed') ?? '');
  }

  // Nothing can be drawn: the picture and the link inside stay; where there are none, they are made.
  #still() {
    if (this.childElementCount > 0) return;
    const site = new URL('./', import.meta.url);
    const link = document.createElement('a');
    link.href = new URL(`?${this.getAttribute('state') ?? ''}`, site).href;
    const picture = document.createElement('img');
    picture.alt = this.getAttribute('title') || 'BorderMap';
    picture.src = new URL(`snapshot.svg?${this.getAttribute('state') ?? ''}`, site).href;
    link.append(picture);
    this.#shadow.replaceChildren(link);
  }

  /** Which widget it is; the address of an embed calls it `widget`. */
  get view() { return this.getAttribute('view') ?? 'map'; }
  set view(value) { this.setAttribute('view', value); }

  get locked() { return this.hasAttribute('locked') && this.getAttribute('locked') !== 'false'; }
  set locked(value) { this.toggleAttribute('locked', Boolean(value)); }

  play() { void this.#there.then((view) => view.play()); }
  pause() { void this.#there.then((view) => view.pause()); }
  /** Shows all that is shown. */
  fit() { void this.#there.then((view) => view.fit()); }

  /**
   * @param {string} datetime a day, or an interval of days: 2025-10-01/2025-10-31, .. for an open end, '' for all
   * @throws {RangeError} once it is loaded: the text is no interval
   * @returns {Promise<void>}
   */
  async setTime(datetime) { (await this.#there).setTime(datetime); }
}

for (const name of ['state', 'controls', 'theme', 'accent', 'ground', 'embed', 'height']) {
  Object.defineProperty(BorderMap.prototype, name, {
    configurable: true, enumerable: true,
    /** @this {BorderMap} */ get() { return this.getAttribute(name) ?? ''; },
    /** @this {BorderMap} @param {unknown} value */ set(value) { if (value === null || value === '') this.removeAttribute(name); else this.setAttribute(name, String(value)); },
  });
}

if (!customElements.get(TAG)) customElements.define(TAG, BorderMap);
