// @ts-check
// What of the queue is shown: kinds with their numbers, place, owner, days, words.
import { fill, h } from '../ui/dom.js';
import { formatNumber, t } from '../text/t.js';
import { placeSearch } from '../panel/place-search.js';
import { removeButton } from './fields.js';
import { onPlainClick } from './queue-item.js';
import { addressOf, EVERYTHING, filtersSet, KINDS } from './queue-state.js';

/** @typedef {import('./queue-state.js').State} State */

/** Milliseconds after the last letter. */
const PAUSE = 350;

export class QueueFilters {
  #set;
  #nameOf;
  #tabs = h('nav', { class: 'queue-tabs', 'aria-label': t('queue.kinds') });
  #place = h('div', { class: 'queue-place' });
  #clear = h('button', { type: 'button', class: 'link', 'data-act': 'clear', onclick: () => this.#set({ ...EVERYTHING }) }, t('queue.clear'));
  #summary = h('summary', {});
  #owners = h('datalist', { id: 'queue-owners' });
  #timer = 0;
  /** @type {Record<'owner'|'from'|'until'|'q', HTMLInputElement>} */ #inputs;

  /** @param {(patch: Partial<State>) => void} set @param {(id: string) => Promise<string>} nameOf a place's name */
  constructor(set, nameOf) {
    this.#set = set;
    this.#nameOf = nameOf;
    const input = (/** @type {'owner'|'from'|'until'|'q'} */ name, /** @type {import('../ui/dom.js').Attributes} */ as) => h('input', { id: `queue-${name}`, autocomplete: 'off', ...as });
    const now = (/** @type {'from'|'until'|'owner'} */ name) => () => set({ [name]: this.#inputs[name].value.trim() });
    this.#inputs = {
      q: input('q', { type: 'search', dir: 'auto', oninput: () => this.#typed() }),
      owner: input('owner', { type: 'text', list: 'queue-owners', spellcheck: 'false', onchange: now('owner') }),
      from: input('from', { type: 'date', onchange: now('from') }),
      until: input('until', { type: 'date', onchange: now('until') }),
    };
    const field = (/** @type {'owner'|'from'|'until'|'q'} */ name) => h('div', { class: name === 'q' ? 'field' : 'field short' }, h('label', { for: `queue-${name}` }, t(`queue.filter.${name}`)), this.#inputs[name]);
    this.#details = h('details', { class: 'queue-filters', open: matchMedia('(min-width: 1101px)').matches }, this.#summary, h('div', { class: 'row' }, field('q'), this.#place, field('owner'), field('from'), field('until')), this.#owners, this.#clear);
    this.element = h('div', {}, this.#tabs, this.#details);
  }

  #details;

  focusWords() {
    this.#details.open = true;
    this.#inputs.q.focus();
  }

  /** @param {State} state @param {import('./queue-server.js').Counts|null} counts @param {string[]} owners of what is listed */
  show(state, counts, owners) {
    const focused = document.activeElement?.getAttribute('data-tab');
    const all = counts ? Object.values(counts).reduce((sum, count) => sum + count, 0) : null;
    fill(this.#tabs, this.#tab(state, '', all), KINDS.map((kind) => this.#tab(state, kind, counts ? counts[kind] : null)));
    if (focused !== null && focused !== undefined) /** @type {HTMLElement|null} */ (this.#tabs.querySelector(`[data-tab="${focused}"]`))?.focus();
    for (const name of /** @type {const} */ (['owner', 'from', 'until', 'q'])) if (document.activeElement !== this.#inputs[name]) this.#inputs[name].value = state[name];
    fill(this.#owners, [...new Set(owners)].sort().map((owner) => h('option', { value: owner })));
    const set = filtersSet(state);
    this.#summary.textContent = set > 0 ? t('queue.filters.set', { n: set }) : t('queue.filters');
    this.#clear.hidden = set === 0 && state.kind === '';
    this.#showPlace(state.place);
  }

  /** @param {State} state @param {State['kind']} kind @param {number|null} count */
  #tab(state, kind, count) {
    const isOn = state.kind === kind;
    return h('a', { href: addressOf({ ...state, kind, open: '' }), 'data-tab': kind, class: 'queue-tab', 'aria-current': isOn ? 'page' : null, onclick: onPlainClick(() => this.#set({ kind })) },
    t(kind ? `queue.tab.${kind}` : 'queue.tab.all'), ' ', count !== null && h('span', { class: 'number' }, formatNumber(count)));
  }

  /** @param {string} id */
  async #showPlace(id) {
    if (this.#place.dataset.shown === id) return;
    this.#place.dataset.shown = id;
    if (!id) return fill(this.#place, placeSearch((place) => this.#set({ place: place.id }), { id: 'queue-place', label: t('queue.filter.place') }).element);
    const name = h('bdi', {}, id);
    fill(this.#place, h('div', { class: 'field' }, h('span', { class: 'label' }, t('queue.filter.place')), h('span', { class: 'chosen' }, name, removeButton(t('queue.filter.place'), () => this.#set({ place: '' })))));
    name.textContent = await this.#nameOf(id);
  }

  // A word is asked for when the typing pauses, not with every letter.
  #typed() {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#set({ q: this.#inputs.q.value.trim() }), PAUSE);
  }
}
