// @ts-check
// Looking something up while typing; a combobox by the rules of ARIA.
import { announce, fill, h } from './dom.js';
import { t } from '../text/t.js';

const DELAY = 180;

/**
 * @template T
 * @typedef {object} Wishes
 * @property {string} id what the ids of its parts begin with: `ID-search`, `ID-options`, `ID-option-0`
 * @property {string} label
 * @property {boolean} [hideLabel] the label is read, not seen
 * @property {number} [least] letters before the first search; 2 if not said
 * @property {(text: string, signal: AbortSignal) => T[]|Promise<T[]>} search best first
 * @property {(item: T) => (Node|string)[]} option what an option shows
 * @property {(item: T) => void} chosen
 * @property {(text: string) => string|null} [create] the label of a last option that makes a new thing of the text; null: none
 * @property {(text: string) => void} [created]
 * @property {boolean} [opens] on focus, with all that an empty text finds
 * @property {string} [placeholder]
 * @property {string} [none] what is said when nothing was found
 */

/** @template T */
export class Combobox {
  #wishes;
  #input;
  #options;
  #timer = 0;
  #abort = new AbortController();
  /** @type {(() => void)[]} */ #choices = [];
  #active = -1;
  /** The options are not yet those of the text. */
  #isBehind = false;
  /** Enter was pressed before they were. */
  #isAwaited = false;

  /** @param {Wishes<T>} wishes */
  constructor(wishes) {
    this.#wishes = wishes;
    const [input, list] = [`${wishes.id}-search`, `${wishes.id}-options`];
    this.#options = h('ul', { role: 'listbox', id: list, class: 'options', hidden: true, 'aria-label': wishes.label });
    this.#input = h('input', {
      type: 'search', id: input, role: 'combobox', autocomplete: 'off', spellcheck: 'false', dir: 'auto', placeholder: wishes.placeholder, 'aria-expanded': 'false', 'aria-controls': list,
      'aria-autocomplete': 'list', oninput: () => this.#typed(), onkeydown: (/** @type {Event} */ event) => this.#key(/** @type {KeyboardEvent} */ (event)),
      onfocus: () => { if (wishes.opens && this.text === '') void this.#search(''); },
      // Who comes back at once has begun another search.
      onblur: () => window.setTimeout(() => { if (document.activeElement !== this.#input) this.#close(); }, 150),
    });
    this.element = h('div', { class: 'field search' }, h('label', { for: input, class: wishes.hideLabel ? 'hidden' : null }, wishes.label), this.#input, this.#options);
  }

  get text() { return this.#input.value.trim(); }

  set text(value) { this.#input.value = value; }

  focus() { this.#input.focus(); }

  #typed() {
    clearTimeout(this.#timer);
    const text = this.text;
    this.#isAwaited = false;
    if (text.length < (this.#wishes.least ?? 2)) return this.#close();
    this.#isBehind = true;
    this.#timer = window.setTimeout(() => this.#search(text), DELAY);
  }

  /** @param {string} text */
  async #search(text) {
    this.#abort.abort();
    const { signal } = this.#abort = new AbortController();
    /** @type {T[]} */
    let found;
    try {
      found = await this.#wishes.search(text, signal);
    } catch (error) {
      if (signal.aborted) return;
      return this.#show([], error instanceof Error && error.message ? error.message : t('error.offline'));
    }
    if (signal.aborted) return;
    announce(t('filter.search.results', { n: found.length }));
    const create = this.#wishes.create?.(text) ?? null;
    const options = found.map((item) => ({ content: this.#wishes.option(item), choose: () => this.#wishes.chosen(item) }));
    if (create) options.push({ content: [create], choose: () => this.#wishes.created?.(text) });
    this.#show(options, options.length === 0 ? this.#wishes.none ?? t('filter.search.none') : null);
  }

  /** @param {{content: (Node|string)[], choose: () => void}[]} options @param {string|null} words said instead */
  #show(options, words) {
    this.#choices = options.map(({ choose }) => choose);
    this.#active = -1;
    this.#isBehind = false;
    fill(this.#options, words ? h('li', { class: 'none', role: 'presentation' }, words) : options.map(({ content }, at) =>
      h('li', { role: 'option', id: `${this.#wishes.id}-option-${at}`, 'aria-selected': 'false', onpointerdown: (/** @type {Event} */ event) => { event.preventDefault(); this.#choose(at); } }, content)));
    this.#options.hidden = false;
    this.#input.setAttribute('aria-expanded', 'true');
    if (this.#isAwaited && options.length > 0) this.#choose(0);
    this.#isAwaited = false;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const count = this.#choices.length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape' && !this.#options.hidden) this.#close();
    else if (event.key === 'Enter' && this.#isBehind) this.#hurry();
    else if (event.key === 'Enter' && count > 0) this.#choose(Math.max(0, this.#active));
    else if (step && count > 0) this.#activate((this.#active + step + count) % count);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Enter takes the best of what is typed, never of what was typed before. */
  #hurry() {
    clearTimeout(this.#timer);
    this.#isAwaited = true;
    void this.#search(this.text);
  }

  /** @param {number} at */
  #activate(at) {
    this.#active = at;
    [...this.#options.children].forEach((option, index) => option.setAttribute('aria-selected', String(index === at)));
    this.#options.children[at]?.scrollIntoView({ block: 'nearest' });
    this.#input.setAttribute('aria-activedescendant', `${this.#wishes.id}-option-${at}`);
  }

  /** @param {number} at */
  #choose(at) {
    const choose = this.#choices[at];
    this.#input.value = '';
    this.#close();
    choose();
  }

  #close() {
    clearTimeout(this.#timer);
    this.#abort.abort();
    this.#isBehind = this.#isAwaited = false;
    this.#options.hidden = true;
    this.#choices = [];
    this.#input.setAttribute('aria-expanded', 'false');
    this.#input.removeAttribute('aria-activedescendant');
  }
}
