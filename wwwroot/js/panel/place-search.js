// @ts-check
// Looking a place up while typing, in any script; a combobox by the rules of ARIA.
import { searchPlaces } from '../data/api.js';
import { announce, fill, h } from '../ui/dom.js';
import { hasText, t } from '../text/t.js';
import { countryName } from '../words/places.js';

/** @typedef {{id: string, name: string, kind: string, district: string|null, province: string|null, country: string|null, lon: number|null, lat: number|null, matched?: string|null}} FoundPlace */

const DELAY = 180;

export class PlaceSearch {
  #input;
  #options;
  #chosen;
  #look;
  #id;
  #timer = 0;
  #abort = new AbortController();
  /** @type {FoundPlace[]} */ #found = [];
  #active = -1;

  /**
   * @param {(place: FoundPlace) => void} chosen
   * @param {object} [as]
   * @param {string} [as.id]
   * @param {string} [as.label]
   * @param {(text: string, signal: AbortSignal) => Promise<FoundPlace[]>} [as.look]
   */
  constructor(chosen, { id = 'place', label = t('filter.search'), look = searchPlaces } = {}) {
    this.#chosen = chosen;
    this.#look = look;
    this.#id = id;
    this.#options = h('ul', { role: 'listbox', id: `${id}-options`, class: 'options', hidden: true, 'aria-label': label });
    this.#input = h('input', {
      type: 'search', id: `${id}-search`, role: 'combobox', autocomplete: 'off', spellcheck: 'false', dir: 'auto', 'aria-expanded': 'false', 'aria-controls': `${id}-options`,
      'aria-autocomplete': 'list', oninput: () => this.#typed(), onkeydown: (/** @type {Event} */ event) => this.#key(/** @type {KeyboardEvent} */ (event)),
      onblur: () => window.setTimeout(() => this.#close(), 150),
    });
    this.element = h('div', { class: 'field search' }, h('label', { for: `${id}-search` }, label), this.#input, this.#options);
  }

  focus() { this.#input.focus(); }

  #typed() {
    clearTimeout(this.#timer);
    const text = this.#input.value.trim();
    if (text.length < 2) return this.#close();
    this.#timer = window.setTimeout(() => this.#search(text), DELAY);
  }

  /** @param {string} text */
  async #search(text) {
    this.#abort.abort();
    const { signal } = this.#abort = new AbortController();
    try {
      this.#found = await this.#look(text, signal);
    } catch (error) {
      if (signal.aborted) return;
      fill(this.#options, h('li', { class: 'none', role: 'presentation' }, error instanceof Error ? error.message : t('error.offline')));
      return this.#open();
    }
    this.#active = -1;
    announce(t('filter.search.results', { n: this.#found.length }));
    fill(this.#options, this.#found.length === 0 ? h('li', { class: 'none', role: 'presentation' }, t('filter.search.none'))
      : this.#found.map((place, at) => this.#option(place, at)));
    this.#open();
  }

  /** @param {FoundPlace} place @param {number} at */
  #option(place, at) {
    const within = [place.district, place.province, countryName(place.country)].filter((part) => part && part !== place.name);
    const other = place.matched && place.matched !== place.name ? place.matched : null;
    return h('li', { role: 'option', id: `${this.#id}-option-${at}`, 'aria-selected': 'false', onpointerdown: () => this.#choose(place) },
      h('span', {}, place.name, other && ' ', other && h('bdi', { class: 'muted' }, other)), h('small', {}, [hasText(`kind.${place.kind}`) ? t(`kind.${place.kind}`) : place.kind, ...within].join(' · ')));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') this.#close();
    else if (event.key === 'Enter' && this.#found.length > 0) this.#choose(this.#found[Math.max(0, this.#active)]);
    else if (step && this.#found.length > 0) this.#activate((this.#active + step + this.#found.length) % this.#found.length);
    else return;
    event.preventDefault();
  }

  /** @param {number} at */
  #activate(at) {
    this.#active = at;
    [...this.#options.children].forEach((option, index) => option.setAttribute('aria-selected', String(index === at)));
    this.#options.children[at]?.scrollIntoView({ block: 'nearest' });
    this.#input.setAttribute('aria-activedescendant', `${this.#id}-option-${at}`);
  }

  /** @param {FoundPlace} place */
  #choose(place) {
    this.#input.value = '';
    this.#close();
    this.#chosen(place);
  }

  #open() {
    this.#options.hidden = false;
    this.#input.setAttribute('aria-expanded', 'true');
  }

  #close() {
    this.#options.hidden = true;
    this.#found = [];
    this.#input.setAttribute('aria-expanded', 'false');
    this.#input.removeAttribute('aria-activedescendant');
  }
}
