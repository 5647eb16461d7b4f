// @ts-check
// The switch of layers on the map: one button, behind it the choices, and the crossings as a list that can be read and opened by keys.
import { markIcon } from './key.js';
import { LAYERS, WORLDVIEWS } from '../state/params.js';
import { fill, h, icon, ICONS } from '../ui/dom.js';
import { t } from '../text/t.js';

/**
 * @typedef {import('../state/params.js').State} State
 * @typedef {{status: import('./crossings.js').Status, name: string, words: string, open: (() => void)|null}} Gate
 */

export class LayerControl {
  #details = /** @type {HTMLDetailsElement} */ (h('details', { class: 'layers' }));
  #measure = select('measure', ['count', 'killed'], (value) => t(`layers.measure.${value}`));
  #worldview = select('worldview', WORLDVIEWS, (value) => t(`worldview.${value}`));
  #row = h('label', {}, t('layers.measure'), this.#measure);
  #gates = h('ul', { class: 'gates' });
  #title = h('summary', {});
  #list = /** @type {HTMLDetailsElement} */ (h('details', { class: 'gates-list' }, this.#title, this.#gates));
  /** Fills the list, which is done while it is open only: time may be running. */
  #fill = () => {};
  #inputs;

  /** @param {HTMLElement} stage @param {(patch: Partial<State>) => void} set */
  constructor(stage, set) {
    this.#inputs = LAYERS.map((layer) => h('input', { type: 'radio', name: 'layer', value: layer, onchange: () => set({ layer }) }));
    this.#measure.addEventListener('change', () => set({ measure: this.#measure.value }));
    this.#worldview.addEventListener('change', () => set({ worldview: this.#worldview.value }));
    this.#details.append(
      h('summary', { 'aria-label': t('layers.open'), title: t('layers.open') }, icon(ICONS.layers, 18)),
      h('div', { class: 'layers-body' },
        h('fieldset', {}, h('legend', {}, t('layers.label')), this.#inputs.map((input) => h('label', {}, input, t(`layer.${input.value}`)))),
        this.#row,
        h('label', {}, t('worldview'), this.#worldview),
        this.#list));
    this.#list.addEventListener('toggle', () => this.#fill());
    this.#details.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      this.#details.open = false;
      this.#details.querySelector('summary')?.focus();
    });
    stage.append(this.#details);
  }

  /** @param {State} state @param {readonly Gate[]} gates @param {string} date @param {import('../map/theme.js').Theme} theme */
  show({ layer, measure, worldview }, gates, date, theme) {
    for (const input of this.#inputs) input.checked = input.value === layer;
    this.#measure.value = measure;
    this.#worldview.value = worldview;
    this.#row.hidden = layer === 'incidents' || layer === 'episodes';
    this.#title.textContent = t('layers.crossings', { date });
    this.#fill = () => fill(this.#gates, gates.map(({ status, name, words, open }) => h('li', {}, markIcon({ type: 'flag', status }, theme),
      h('span', {}, open ? h('button', { type: 'button', class: 'link', onclick: open }, name) : name, h('small', {}, ` ${words}`)))));
    // A list that somebody reads is not built anew below their focus.
    if (this.#list.open && !this.#gates.contains(document.activeElement)) this.#fill();
  }
}

/** @param {string} name @param {readonly string[]} values @param {(value: string) => string} words */
const select = (name, values, words) => h('select', { name }, values.map((value) => h('option', { value }, words(value))));
