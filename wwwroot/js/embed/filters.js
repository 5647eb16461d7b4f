// @ts-check
// The filters of an embed that the reader may set: kinds by family, how sure, and words; loaded where an embed has them.
import { FAMILIES } from '../data/kinds.js';
import { GRADES, SIDES } from '../state/params.js';
import { t } from '../text/t.js';
import { fill, h, icon, ICONS } from '../ui/dom.js';

/** @typedef {import('../state/params.js').State} State */

export class Filters {
  #set;
  #words;
  #kinds = h('fieldset', {});
  #grade;
  #side;
  #families = '';

  /** @param {HTMLElement} bar @param {readonly string[]} controls @param {(patch: Partial<State>) => void} set */
  constructor(bar, controls, set) {
    this.#set = set;
    this.#words = h('input', { type: 'search', 'aria-label': t('filter.words'), placeholder: t('filter.words'), maxlength: 100, onchange: () => set({ q: this.#words.value.trim() }) });
    const choice = (/** @type {'grade'|'side'} */ key, /** @type {readonly string[]} */ values) => {
      const select = h('select', { onchange: () => set({ [key]: select.value ? [select.value] : [] }) }, h('option', { value: '' }, t('filter.any')), values.map((value) => h('option', { value }, t(`${key}.${value}`))));
      return select;
    };
    this.#grade = choice('grade', GRADES);
    this.#side = choice('side', SIDES);
    bar.hidden = false;
    fill(bar,
      controls.includes('search') && this.#words,
      controls.includes('filters') && h('details', { class: 'embed-filters' }, h('summary', {}, icon(ICONS.filter), h('span', {}, t('tab.filters'))),
        h('div', {}, this.#kinds, h('label', {}, t('filter.grade'), this.#grade), h('label', {}, t('filter.side'), this.#side))));
  }

  /** @param {State} state @param {import('../data/columns.js').Columns} columns @param {import('../data/kinds.js').Kinds} kinds */
  show(state, columns, kinds) {
    const there = [...new Set(columns.family)].sort((a, b) => a - b).map((family) => FAMILIES[family]);
    if (there.join() !== this.#families) {
      this.#families = there.join();
      fill(this.#kinds, h('legend', {}, t('filter.kind')), there.map((family) => h('label', { class: 'choice' }, h('input', { type: 'checkbox', value: family, onchange: () => this.#choose(kinds) }), t(`family.${family}`))));
    }
    const chosen = kinds.expand(state.kind);
    for (const box of this.#boxes) box.checked = state.kind.length === 0 || kinds.of(box.value).some(({ kind }) => chosen.has(kind));
    this.#grade.value = state.grade.length === 1 ? state.grade[0] : '';
    this.#side.value = state.side.length === 1 ? state.side[0] : '';
    this.#words.value = state.q;
  }

  get #boxes() { return this.#kinds.querySelectorAll('input'); }

  /** @param {import('../data/kinds.js').Kinds} kinds */
  #choose(kinds) {
    const boxes = [...this.#boxes];
    const on = boxes.filter(({ checked }) => checked);
    const all = on.length === 0 || on.length === boxes.length;
    this.#set({ kind: all ? [] : kinds.compress(new Set(on.flatMap(({ value }) => kinds.of(value).map(({ kind }) => kind)))) });
  }
}
