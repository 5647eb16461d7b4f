// @ts-check
// The switch between map and table; the table itself is loaded when somebody turns to it.
import { byId, h } from '../ui/dom.js';
import { later } from '../ui/later.js';
import { detailOf, notice } from '../ui/notices.js';
import { t } from '../text/t.js';

/**
 * @typedef {import('../data/columns.js').Columns} Columns
 * @typedef {import('../data/kinds.js').Kinds} Kinds
 * @typedef {import('../filter/selection.js').Selection} Selection
 */

export class Views {
  #store;
  #open;
  #element;
  /** @type {import('./table.js').IncidentTable|null} */ #table = null;
  #asked = false;
  /** @type {[Columns, Kinds, Selection]|null} */ #shown = null;

  /** @param {import('../state/store.js').Store} store @param {(id: string) => void} open */
  constructor(store, open) {
    this.#store = store;
    this.#open = open;
    const view = (/** @type {'incidents'|'table'} */ layer, /** @type {string} */ label) => h('button', { type: 'button', 'data-layer': layer, onclick: () => store.set({ layer }) }, label);
    this.#element = h('div', { id: 'views', role: 'group', 'aria-label': t('view.label') }, view('incidents', t('view.map')), view('table', t('view.table')));
    byId('stage').prepend(this.#element);
    store.subscribe((_, changed) => { if (changed.has('layer')) this.#follow(); });
    this.#follow();
  }

  /** @param {Columns} columns @param {Kinds} kinds @param {Selection} selection */
  show(columns, kinds, selection) {
    this.#shown = [columns, kinds, selection];
    this.#table?.show(...this.#shown);
  }

  #follow() {
    const isTable = this.#store.state.layer === 'table';
    document.body.classList.toggle('as-table', isTable);
    for (const button of this.#element.querySelectorAll('button')) button.setAttribute('aria-pressed', String((button.dataset.layer === 'table') === isTable));
    this.#table?.turn(isTable);
    if (isTable && !this.#asked) void this.#load();
  }

  async #load() {
    this.#asked = true;
    try {
      const { IncidentTable } = await later(() => import('./table.js'));
      this.#table = new IncidentTable(this.#element, this.#open);
      if (this.#shown) this.#table.show(...this.#shown);
      this.#table.turn(this.#store.state.layer === 'table');
    } catch (error) {
      this.#asked = false;
      notice(byId('notices'), t('error.basemap', { names: t('view.table') }), { detail: detailOf(error), retry: () => this.#load() });
    }
  }
}
