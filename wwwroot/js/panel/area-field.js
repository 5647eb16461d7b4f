// @ts-check
// An area on the map as a filter: drawn corner by corner, or its corners written in degrees.
import { outlineText, parseOutline } from '../state/outline.js';
import { t } from '../text/t.js';
import { fill, h } from '../ui/dom.js';
import { MatchField } from './match-field.js';

/**
 * @typedef {import('../state/params.js').State} State
 * @typedef {object} Wishes
 * @property {(patch: Partial<State>) => void} set
 * @property {(from: string) => Promise<string|null>} drawArea '' for a new one
 */

export class AreaField {
  #wishes;
  /** @type {State|null} */ #state = null;
  #corners = h('textarea', { id: 'area-corners', rows: 4, spellcheck: 'false', dir: 'ltr', placeholder: '69.5, 33\n71, 33\n70.2, 34.5', onchange: () => this.#written() });
  #fault = h('p', { class: 'small fault', role: 'alert', hidden: true });
  #draw;
  #clear;
  #match;

  /** @param {Wishes} wishes */
  constructor(wishes) {
    this.#wishes = wishes;
    this.#draw = h('button', { type: 'button', onclick: () => void this.#drawn() });
    this.#clear = h('button', { type: 'button', onclick: () => this.#remove() }, t('filter.area.clear'));
    this.#match = new MatchField('area-match', wishes.set);
    this.element = h('fieldset', { class: 'area-field' }, h('legend', {}, t('filter.area')),
      h('div', { class: 'actions' }, this.#draw, this.#clear),
      h('div', { class: 'field' }, h('label', { for: 'area-corners' }, t('filter.area.corners')), this.#corners), this.#fault, this.#match.element);
  }

  /** @param {State} state */
  show(state) {
    this.#state = state;
    const { within, placeMatch } = state;
    if (document.activeElement !== this.#corners) this.#corners.value = (parseOutline(within) ?? []).map((corner) => corner.join(', ')).join('\n');
    this.#draw.textContent = t(within ? 'filter.area.change' : 'filter.area.draw');
    this.#clear.hidden = within === '';
    this.#match.show(placeMatch, within !== '');
    this.#say(null);
  }

  async #drawn() {
    const within = await this.#wishes.drawArea(this.#state?.within ?? '');
    if (within) this.#wishes.set({ within });
  }

  #remove() { this.#wishes.set({ within: '', placeMatch: this.#state?.bbox ? this.#state.placeMatch : 'point' }); }

  // One corner a line, or all behind one another.
  #written() {
    const text = this.#corners.value.trim().replace(/[\s;,]+/g, ',');
    if (text === '') return this.#state?.within ? this.#remove() : this.#say(null);
    const corners = parseOutline(text);
    const within = corners && outlineText(corners);
    if (!within || !parseOutline(within)) return this.#say(t('filter.area.fault'));
    this.#wishes.set({ within });
  }

  /** @param {string|null} fault */
  #say(fault) {
    this.#fault.hidden = fault === null;
    fill(this.#fault, fault);
  }
}
