// @ts-check
// What of a place has to lie in a box or area: its point, possibly the place, certainly all of it.
import { t } from '../text/t.js';
import { h } from '../ui/dom.js';

export class MatchField {
  #select;

  /** @param {string} id @param {(patch: {placeMatch: string}) => void} set */
  constructor(id, set) {
    this.#select = h('select', { id, onchange: () => set({ placeMatch: this.#select.value }) }, ['point', 'possible', 'certain'].map((value) => h('option', { value }, t(`filter.box.${value}`))));
    this.element = h('div', { class: 'field' }, h('label', { for: id }, t('filter.box.match')), this.#select);
  }

  /** @param {string} value @param {boolean} isAsked there is something to lie in */
  show(value, isAsked) {
    this.#select.value = value;
    this.#select.disabled = !isAsked;
  }
}
