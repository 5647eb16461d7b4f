// @ts-check
// The filters, each choice with the number it would show.
import { fill, h } from '../ui/dom.js';
import { symbolIcon } from '../ui/symbol-icon.js';
import { formatNumber, t } from '../text/t.js';
import { FAMILIES } from '../data/kinds.js';
import { facets } from '../filter/facets.js';
import { GRADES, PRECISIONS, SIDES } from '../state/params.js';
import { familyState, toggleFamily, toggleKind } from '../filter/kinds.js';
import { AreaField } from './area-field.js';
import { BoxField } from './box-field.js';
import { forgetCounts, picker } from './picker.js';
import { placeSearch } from './place-search.js';

/**
 * @typedef {import('../state/params.js').State} State
 * @typedef {import('../data/columns.js').Columns} Columns
 * @typedef {import('../filter/selection.js').Selection} Selection
 * @typedef {import('./box-field.js').Wishes & import('./area-field.js').Wishes & {state: () => State, name: (id: string, name: string) => void}} Wishes name: what an id is called, for its chip
 */

const KILLED = [1, 5, 10, 25, 50, 100];
const WORDS_DELAY = 350;

export class Filters {
  #element;
  #set;
  #kinds;
  #places;
  #box;
  #area;
  #pickers;
  /** @type {Columns|null} */ #counted = null;
  #words;
  #timer = 0;
  #kindBox = h('div', { class: 'choices kinds' });
  /** @type {{key: 'side'|'grade'|'precision', box: HTMLElement, values: readonly string[]}[]} */ #lists;
  #killed;
  #match;
  #border;
  #borders = ['true', 'false'].map((value) => h('option', { value }));
  /** @type {Set<string>} */ #opened = new Set();

  /**
   * @param {HTMLElement} element
   * @param {import('../data/kinds.js').Kinds} kinds
   * @param {Wishes} wishes
   */
  constructor(element, kinds, wishes) {
    const { set } = wishes;
    this.#element = element;
    this.#set = set;
    this.#kinds = kinds;
    const add = (/** @type {'actor'|'publisher'|'place'} */ key) => (/** @type {string} */ value, /** @type {string} */ name) => {
      wishes.name(value, name);
      set({ [key]: [...new Set([...wishes.state()[key], value])] });
    };
    this.#places = placeSearch(({ id, name }) => add('place')(id, name));
    this.#box = new BoxField(wishes);
    this.#area = new AreaField(wishes);
    const pick = (/** @type {'actor'|'publisher'|'province'|'district'} */ by, /** @type {'actor'|'publisher'|'place'} */ key) => picker({ by, key, state: wishes.state, chosen: add(key) });
    this.#pickers = { regions: [pick('province', 'place'), pick('district', 'place')], others: [pick('actor', 'actor'), pick('publisher', 'publisher')] };
    this.#words = h('input', { type: 'search', id: 'filter-words', autocomplete: 'off', oninput: () => this.#typed() });
    this.#lists = [{ key: 'side', box: box(), values: SIDES }, { key: 'grade', box: box(), values: GRADES }, { key: 'precision', box: box(), values: PRECISIONS }];
    this.#killed = h('select', { id: 'filter-killed', onchange: () => set({ killedMin: this.#killed.value === '' ? null : Number(this.#killed.value) }) });
    this.#match = h('select', { id: 'filter-match', onchange: () => set({ timeMatch: this.#match.value }) },
      ['possible', 'certain'].map((value) => h('option', { value }, t(`filter.match.${value}`))));
    this.#border = h('select', { id: 'filter-border', onchange: () => set({ crossBorder: this.#border.value === '' ? null : this.#border.value === 'true' }) },
      h('option', { value: '' }, t('filter.any')), this.#borders);
    this.#build();
  }

  #build() {
    const field = (/** @type {string} */ id, /** @type {string} */ label, /** @type {HTMLElement} */ input) => h('div', { class: 'field' }, h('label', { for: id }, label), input);
    const group = (/** @type {string} */ label, /** @type {HTMLElement} */ content) => h('fieldset', {}, h('legend', {}, label), content);
    fill(this.#element,
      this.#places.element,
      ...this.#pickers.regions,
      field('filter-words', t('filter.words'), this.#words),
      group(t('filter.kind'), this.#kindBox),
      ...this.#pickers.others,
      ...this.#lists.map(({ key, box: content }) => group(t(`filter.${key}`), content)),
      field('filter-killed', t('filter.killed'), this.#killed),
      field('filter-border', t('filter.border'), this.#border),
      field('filter-match', t('filter.match'), this.#match),
      this.#box.element, this.#area.element);
  }

  focusSearch() { this.#places.focus(); }

  /** @param {State} state @param {Columns} columns @param {Selection} selection */
  show(state, columns, selection) {
    const focused = document.activeElement?.getAttribute('data-choice');
    if (this.#counted !== columns) forgetCounts();
    this.#counted = columns;
    const steps = [...new Set([...KILLED, ...(state.killedMin === null ? [] : [state.killedMin])])].sort((a, b) => a - b);
    const all = facets(selection, columns, this.#kinds.list.length, steps);
    this.#showKinds(state, all.kind);
    for (const { key, box: content, values } of this.#lists) {
      const counts = all[key];
      const toggle = (/** @type {string} */ value) => this.#set({ [key]: state[key].includes(value) ? state[key].filter((item) => item !== value) : [...state[key], value] });
      fill(content, values.map((value, at) => choice(`${key}-${value}`, t(`${key}.${value}`), counts[at], state[key].includes(value), false, () => toggle(value),
        key === 'grade' ? h('span', { class: `grade grade-${value}`, 'aria-hidden': true }) : null)));
    }
    if (document.activeElement !== this.#words) this.#words.value = state.q;
    fill(this.#killed, h('option', { value: '' }, t('filter.any')), steps.map((value, at) => h('option', { value, class: all.killed[at] === 0 ? 'none' : null }, t('filter.counted', { name: formatNumber(value), n: all.killed[at] }))));
    this.#killed.value = state.killedMin === null ? '' : String(state.killedMin);
    this.#match.value = state.timeMatch;
    this.#borders.forEach((option) => { option.textContent = t('filter.counted', { name: t(`filter.border.${option.value}`), n: all.border[option.value === 'true' ? 1 : 0] }); });
    this.#box.show(state);
    this.#area.show(state);
    this.#border.value = state.crossBorder === null ? '' : String(state.crossBorder);
    if (focused) /** @type {HTMLElement|null} */ (this.#element.querySelector(`[data-choice="${CSS.escape(focused)}"]`))?.focus();
  }

  /** @param {State} state @param {Uint32Array} counts a kind */
  #showKinds(state, counts) {
    const chosen = this.#kinds.expand(state.kind);
    fill(this.#kindBox, FAMILIES.flatMap((family, at) => {
      const kinds = this.#kinds.of(family);
      const numbers = kinds.map(({ kind }) => counts[this.#kinds.indexOf(kind)]);
      const total = numbers.reduce((sum, count) => sum + count, 0);
      const now = familyState(state.kind, family, this.#kinds);
      const head = choice(`family-${family}`, t(`family.${family}`), total, now === 'all', now === 'some', () => this.#set({ kind: toggleFamily(state.kind, family, this.#kinds) }), symbolIcon(at, 16));
      if (kinds.length < 2) return [head];
      const details = h('details', { class: 'family', open: this.#opened.has(family) || now === 'some', ontoggle: (/** @type {Event} */ event) => {
        if (/** @type {HTMLDetailsElement} */ (event.currentTarget).open) this.#opened.add(family);
        else this.#opened.delete(family);
      } }, h('summary', { 'aria-label': t(`family.${family}`) }),
      kinds.map(({ kind, label }, index) => choice(`kind-${kind}`, label, numbers[index], chosen.has(kind), false, () => this.#set({ kind: toggleKind(state.kind, kind, this.#kinds) }), null)));
      return [head, details];
    }));
  }

  // A word is asked for when the reader pauses, not with every letter.
  #typed() {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#set({ q: this.#words.value.trim() }), WORDS_DELAY);
  }
}

const box = () => h('div', { class: 'choices' });

/**
 * @param {string} key
 * @param {string} label
 * @param {number} count
 * @param {boolean} checked
 * @param {boolean} some
 * @param {() => void} toggle
 * @param {Element|null} mark
 */
function choice(key, label, count, checked, some, toggle, mark) {
  const input = h('input', { type: 'checkbox', checked, onchange: toggle, 'data-choice': key });
  input.indeterminate = some;
  return h('label', { class: count === 0 && !checked ? 'choice none' : 'choice' }, input, mark, h('span', { class: 'name' }, label), h('span', { class: 'number' }, formatNumber(count)));
}
