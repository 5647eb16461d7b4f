// @ts-check
// The latest incidents of a filter, as a list. It asks for these alone.
import { writeState } from '../state/params.js';
import { t } from '../text/t.js';
import { fill, h } from '../ui/dom.js';
import { loadLatest } from './data.js';
import { mapAddress, outLink } from './links.js';
import { incidentRows } from './rows.js';

/** @typedef {import('./shell.js').Frame} Around @typedef {import('../state/params.js').State} State */

const MOST = 10;

export class LatestPart {
  #around;
  #box = h('div', { class: 'latest', tabindex: 0, role: 'region', 'aria-label': t('embed.latest') });
  #asked = '';

  /** @param {HTMLElement} stage @param {Around} around */
  constructor(stage, around) {
    this.#around = around;
    fill(stage, this.#box);
    this.#box.addEventListener('click', (event) => {
      const id = event.target instanceof Element ? event.target.closest('li')?.getAttribute('data-id') : null;
      if (id) around.tell('incidentselect', { ids: [id] });
    });
  }

  /** @param {State} state @returns {Promise<number>} the public sequence of what is shown */
  async load(state) {
    const filter = this.#asked = writeState(state, { filterOnly: true });
    const { features, numberMatched, pub } = await loadLatest(filter, MOST);
    if (filter !== this.#asked) return pub;
    const rest = (numberMatched ?? 0) - features.length;
    if (features.length === 0) fill(this.#box, h('p', {}, h('strong', {}, t('empty.filters'))), h('p', { class: 'muted' }, t('empty.record')));
    else fill(this.#box, incidentRows(features, state), rest > 0 && h('p', { class: 'small' }, outLink(mapAddress(state), t('embed.more', { n: rest }))));
    this.#around.ready(pub, numberMatched ?? features.length);
    return pub;
  }

  setTheme() {}
  stop() {}
}
