// @ts-check
// The other record of the same incident: found by words among drafts and published ones, and shown before anything is done.
import { getJson } from '../data/api.js';
import { t } from '../text/t.js';
import { Combobox } from '../ui/combobox.js';
import { fill, h } from '../ui/dom.js';
import { wholeView } from './difference-view.js';
import { wholeRows } from './side-by-side.js';

/** @typedef {{id: string, title: string, about: string}} Found */

const MOST = 8;

export class Other {
  #server;
  #own;
  #names;
  #chosen = h('div', { class: 'other', hidden: true });
  #search;
  /** The other's id; null: none is chosen. @type {string|null} */ id = null;

  /** @param {import('./server.js').Server} server @param {string} own id of the incident that stays @param {import('./names.js').DocumentNames} names */
  constructor(server, own, names) {
    this.#server = server;
    this.#own = own;
    this.#names = names;
    this.#search = new Combobox({
      id: 'merge-other', label: t('history.merge.search'), least: 3, search: (text, signal) => this.#find(text, signal), chosen: (found) => this.#choose(found), none: t('history.merge.none'),
      option: ({ title, about }) => [h('span', { dir: 'auto' }, title), h('small', {}, about)],
    });
    this.element = h('div', {}, this.#search.element, this.#chosen);
    const asked = new URLSearchParams(location.search).get('from');
    if (asked && asked !== own) void this.#choose({ id: asked, title: asked, about: '' });
  }

  /** @param {string} text @param {AbortSignal} signal @returns {Promise<Found[]>} */
  async #find(text, signal) {
    const q = encodeURIComponent(text);
    const [drafts, shown] = await Promise.all([this.#server.read(`api/drafts?limit=${MOST}&q=${q}`), getJson(/^i-[a-z2-7]{10}$/.test(text) ? `api/incidents?limit=1&ids=${text}` : `api/incidents?limit=${MOST}&q=${q}`, signal)]);
    /** @type {Found[]} */
    const found = [
      ...drafts.drafts.map((/** @type {any} */ { id, title, date, status }) => ({ id, title: title || id, about: [t(`history.state.${status}`), date?.start, id].filter(Boolean).join(' · ') })),
      ...shown.features.map((/** @type {any} */ { id, properties }) => ({ id: properties.id ?? id, title: properties.title, about: [t('history.state.published'), properties.date_start, properties.place, properties.id].filter(Boolean).join(' · ') })),
    ];
    return found.filter(({ id }) => id !== this.#own).slice(0, MOST);
  }

  /** @param {Found} found */
  async #choose({ id, title }) {
    this.id = id;
    const other = await this.#server.incident(id);
    await this.#names.learn([other?.document]);
    fill(this.#chosen, h('p', {}, t('history.merge.chosen'), ' ', h('a', { href: `desk?history=${encodeURIComponent(id)}`, target: '_blank' }, h('bdi', {}, other?.document.title || title)), ' ', h('code', {}, id)),
      other && h('details', {}, h('summary', {}, t('history.merge.see')), wholeView(wholeRows(other.document, this.#names))));
    this.#chosen.hidden = false;
  }
}
