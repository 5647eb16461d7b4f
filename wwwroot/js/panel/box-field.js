// @ts-check
// A box on the map as a filter: drawn, taken from what the map shows, or written in degrees.
import { t } from '../text/t.js';
import { fill, h } from '../ui/dom.js';
import { MatchField } from './match-field.js';

/**
 * @typedef {import('../state/params.js').State} State
 * @typedef {object} Wishes
 * @property {(patch: Partial<State>) => void} set
 * @property {() => Promise<string|null>} drawBox
 * @property {() => string} seenBox
 */

const EDGES = /** @type {const} */ (['west', 'south', 'east', 'north']);
const LIMITS = { west: 180, east: 180, south: 90, north: 90 };

export class BoxField {
  #wishes;
  #inputs;
  #match;
  #clear;
  /** @type {State|null} */ #state = null;
  #fault = h('p', { class: 'small fault', role: 'alert', hidden: true });

  /** @param {Wishes} wishes */
  constructor(wishes) {
    this.#wishes = wishes;
    this.#inputs = EDGES.map((edge) => h('input', { type: 'number', id: `box-${edge}`, step: 'any', min: -LIMITS[edge], max: LIMITS[edge], inputmode: 'decimal', onchange: () => this.#written() }));
    this.#match = new MatchField('box-match', wishes.set);
    this.#clear = h('button', { type: 'button', onclick: () => wishes.set({ bbox: '', placeMatch: this.#state?.within ? this.#state.placeMatch : 'point' }) }, t('filter.box.clear'));
    this.element = h('fieldset', { class: 'box-field' }, h('legend', {}, t('filter.box')),
      h('div', { class: 'actions' },
        h('button', { type: 'button', onclick: () => void this.#draw() }, t('filter.box.draw')),
        h('button', { type: 'button', onclick: () => wishes.set({ bbox: wishes.seenBox() }) }, t('filter.box.seen')), this.#clear),
      h('div', { class: 'edges' }, EDGES.map((edge, at) => h('div', {}, h('label', { for: `box-${edge}` }, t(`filter.box.${edge}`)), this.#inputs[at]))),
      this.#fault,
      this.#match.element);
  }

  /** @param {State} state */
  show(state) {
    this.#state = state;
    const { bbox, placeMatch } = state;
    const edges = bbox ? bbox.split(',') : ['', '', '', ''];
    this.#inputs.forEach((input, at) => { if (document.activeElement !== input) input.value = edges[at]; });
    this.#clear.hidden = bbox === '';
    this.#match.show(placeMatch, bbox !== '');
    this.#say(null);
  }

  async #draw() {
    const bbox = await this.#wishes.drawBox();
    if (bbox) this.#wishes.set({ bbox });
  }

  // A box counts when it has four sides; until then nothing is said and nothing filtered.
  #written() {
    if (this.#inputs.some(({ value }) => value === '')) return this.#say(null);
    const [west, south, east, north] = this.#inputs.map(({ valueAsNumber }) => valueAsNumber);
    const outside = this.#inputs.some((input) => !input.validity.valid);
    if (outside || west >= east || south >= north) return this.#say(t('filter.box.fault'));
    this.#wishes.set({ bbox: [west, south, east, north].join() });
  }

  /** @param {string|null} fault */
  #say(fault) {
    this.#fault.hidden = fault === null;
    fill(this.#fault, fault);
  }
}
