// @ts-check
// The panel: summary, chips, list, filters, and one incident or a spot's incidents in place of the list.
import { getEpisode, getHistory, getIncident, getNearby, getSources } from '../data/api.js';
import { groupAt } from '../map/groups.js';
import { rowsAt } from '../map/sites.js';
import { chipsOf } from '../words/chips.js';
import { t } from '../text/t.js';
import { byId, fill, h, icon, ICONS } from '../ui/dom.js';
import { copyText } from '../ui/menus.js';
import { later } from '../ui/later.js';
import { detailOf, notice } from '../ui/notices.js';
import { findBox } from './find.js';
import { Freshness } from './freshness.js';
import { buildLegend, updateLegend } from './legend.js';
import { IncidentList, rowDate, rowTitle } from './list.js';
import { Sheet } from './sheet.js';
import { nearest } from './nearest.js';
import { emptyState, showChips, Summary } from './summary.js';
import { headOf, showGroupTip, showTip } from './tip.js';

/**
 * @typedef {import('../data/columns.js').Columns} Columns
 * @typedef {import('../filter/selection.js').Selection} Selection
 * @typedef {import('../map/painter.js').Scene} Scene
 * @typedef {import('../state/params.js').State} State
 *
 * @typedef {object} Wishes
 * @property {(row: number) => void} point
 * @property {(row: number) => void} locate
 * @property {(id: string) => void} reveal an incident was chosen in the list: the map should show it
 * @property {(day: number) => void} go
 * @property {(id: string, name: string) => void} name
 * @property {(place: import('./place-search.js').FoundPlace) => void} visit brings a place into view
 * @property {() => Promise<string|null>} drawBox a box that the reader draws on the map; null: given up
 * @property {(from: string) => Promise<string|null>} drawArea the same for an area, '' for a new one
 * @property {() => string} seenBox what the map shows
 */

/** Incidents of an episode that are told by title. */
const MEMBERS = 6;

export class Panel {
  #store;
  #wishes;
  #list;
  #here;
  /** @type {import('./filters.js').Filters|null} */ #filters = null;
  /** @type {import('../data/kinds.js').Kinds|null} */ #kinds = null;
  /** @type {Columns|null} */ #columns = null;
  /** @type {Scene|null} */ #scene = null;
  #shown = '';
  #summary = new Summary(byId('summary'));
  #abort = new AbortController();
  #sheet;
  #tab = 'list';
  #fresh = new Freshness(byId('freshness'));
  /** What the last list was about, for filters that are shown later. @type {[State, Columns, Selection]|null} */ #last = null;
  /** @type {import('../words/chips.js').Names|null} */ #names = null;

  /** @param {import('../state/store.js').Store} store @param {Wishes} wishes */
  constructor(store, wishes) {
    this.#store = store;
    this.#wishes = wishes;
    this.#sheet = new Sheet(byId('panel'), byId('sheet-handle'));
    const open = (/** @type {string} */ id) => this.#open(id);
    this.#list = new IncidentList(byId('list'), { open, point: wishes.point });
    this.#here = new IncidentList(byId('here-list'), { open, point: wishes.point });
    for (const tab of /** @type {const} */ (['list', 'filters'])) byId(`tab-${tab}`).addEventListener('click', () => this.#choose(tab));
    byId('tabs').addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
      this.#choose(this.#tab === 'list' ? 'filters' : 'list');
      byId(`tab-${this.#tab}`).focus();
    });
    byId('panel').addEventListener('keydown', (event) => { if (event.key === 'Escape' && store.state.highlight.length > 0) this.#back(); });
    byId('detail').addEventListener('keydown', (event) => this.#step(event));
    findBox(byId('find'), {
      asOf: () => store.state.asOf, visit: wishes.visit, open: (id) => this.#open(id), kinds: () => this.#kinds,
      only: (place) => { wishes.name(place.id, place.name); store.set({ place: [...new Set([...store.state.place, place.id])] }); },
    });
  }

  /** What there is, before it is shown. @param {import('../data/kinds.js').Kinds} kinds @param {Columns} columns */
  setData(kinds, columns) {
    if (columns === this.#columns) return;
    const { state } = this.#store;
    this.#columns = columns;
    if (this.#kinds !== kinds) this.#filters = null;
    this.#kinds = kinds;
    this.#fresh.renew(state.asOf);
    buildLegend(byId('legend'), { families: new Set(columns.family), open: innerWidth > 1100 && !document.body.classList.contains('line-open') });
    if (state.highlight.length !== 1) this.#shown = '';
  }

  /** Reads the incident that is open again. */
  reread() { this.#shown = ''; if (this.#columns) void this.#showDetail(this.#columns); }

  /** What follows every frame: the numbers. @param {Columns} columns @param {Selection} selection @param {Scene} scene */
  count(columns, selection, scene) {
    this.#scene = scene;
    this.#summary.show(columns, selection);
    updateLegend(byId('legend'), scene.marks.groups.count > 0);
  }

  /**
   * @param {Columns} columns
   * @param {Selection} selection
   * @param {{start: number, end: number}} window
   * @param {{name: (id: string) => string, loaded: boolean}} about
   */
  show(columns, selection, window, { name, loaded }) {
    const { state } = this.#store;
    const clear = () => this.#store.clear();
    this.#names = { kind: (/** @type {string} */ id) => this.#kinds?.nameOf(id) ?? id, place: name, actor: name, episode: name, publisher: (/** @type {string} */ publisher) => publisher };
    showChips(byId('chips'), chipsOf(state, this.#names), (without) => this.#store.set(without), clear);
    const rows = selection.rows.subarray(0, selection.count);
    const empty = () => (rows.length === 0 && loaded ? emptyState(nearest(columns, selection, window), columns.size === 0, this.#wishes.go, clear) : null);
    this.#list.show(columns, rows, empty());
    fill(byId('nothing'), state.highlight.length === 0 && empty());
    this.#last = [state, columns, selection];
    void this.#showFilters();
    void this.#showDetail(columns);
  }

  /** What a state filters by, in words. @param {import('../state/params.js').State} state */
  words(state) { return this.#names ? chipsOf(state, this.#names).map(({ text }) => text) : []; }

  /** @param {number} site @param {number} x @param {number} y @param {Scene} scene @param {Selection} selection */
  tip(site, x, y, scene, selection) {
    const tip = byId('tip');
    tip.hidden = site < 0;
    if (site < 0) return;
    const { clientWidth: width, clientHeight: height } = byId('map');
    const group = groupAt(scene.marks, site);
    if (group >= 0) return showGroupTip(tip, scene.marks.groups, group, { x, y, width, height });
    const here = rowsAt(scene.sites, selection, site);
    if (here.length > 0) showTip(tip, scene.columns, scene.sites, site, here, { x, y, width, height });
  }

  /** How much of the map the panel covers, in pixels. */
  covers() { return this.#sheet.covers(); }

  /** The reader touched the map beside every mark. */
  bareGround() {
    if (this.#store.state.highlight.length > 0) this.#back();
    else this.#sheet.lower();
  }

  /** @param {string} id */
  #open(id) {
    this.#store.set({ highlight: [id] });
    this.#wishes.reveal(id);
  }

  /** The choices are made, and the numbers beside them reckoned, for whoever sees them. */
  async #showFilters() {
    if (this.#tab !== 'filters' || !this.#last || !this.#kinds) return;
    if (this.#filters) return this.#filters.show(...this.#last);
    const kinds = this.#kinds;
    try {
      const { Filters } = await later(() => import('./filters.js'));
      if (kinds !== this.#kinds || this.#filters) return;
      this.#filters = new Filters(byId('filters'), kinds, { set: (patch) => this.#store.set(patch), name: this.#wishes.name, state: () => this.#store.state, drawBox: () => this.#drawn(this.#wishes.drawBox), drawArea: (from) => this.#drawn(() => this.#wishes.drawArea(from)), seenBox: this.#wishes.seenBox });
      this.#filters.show(...this.#last);
    } catch (error) {
      notice(byId('notices'), t('error.basemap', { names: t('tab.filters') }), { detail: detailOf(error), retry: () => this.#showFilters() });
    }
  }

  // What is drawn on the map is drawn beside the panel.
  /** @param {() => Promise<string|null>} draw */
  async #drawn(draw) {
    this.#sheet.lower();
    const text = await draw();
    this.#sheet.raise();
    return text;
  }

  // As on the map: N goes on to the next incident, P back to the one before.
  /** @param {KeyboardEvent} event */
  #step(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return;
    const beside = this.#list.beside(this.#store.state.highlight[0] ?? '');
    const id = { n: beside.after, p: beside.before }[event.key.toLowerCase()];
    if (!id) return;
    event.preventDefault();
    this.#open(id);
  }

  #back() {
    this.#store.set({ highlight: [] });
    byId('tab-list').focus({ preventScroll: true });
  }

  /** @param {'list'|'filters'} tab */
  #choose(tab) {
    this.#tab = tab;
    for (const name of ['list', 'filters']) {
      byId(`tab-${name}`).setAttribute('aria-selected', String(name === tab));
      byId(`tab-${name}`).tabIndex = name === tab ? 0 : -1;
      byId(name).hidden = name !== tab;
    }
    void this.#showFilters();
    this.#sheet.raise();
  }

  /** @param {Columns} columns */
  async #showDetail(columns) {
    const { highlight, asOf } = this.#store.state;
    const key = `${highlight.join()} ${asOf}`;
    if (this.#shown === key || !this.#kinds) return; // Without the kinds nothing can be named; they come with the first incidents.
    this.#shown = key;
    this.#abort.abort();
    const some = highlight.length > 0;
    byId('browse').hidden = some;
    byId('detail').hidden = highlight.length !== 1;
    byId('here').hidden = highlight.length < 2;
    document.title = t('site.name');
    if (!some) return;
    this.#sheet.raise();
    if (highlight.length > 1) this.#showHere(columns, highlight);
    else await this.#showIncident(highlight[0], asOf);
  }

  /** @param {Columns} columns @param {string[]} ids */
  #showHere(columns, ids) {
    const rows = ids.map((id) => columns.rowOf.get(id)).filter((row) => row !== undefined);
    const { sites } = this.#scene ?? {};
    fill(byId('here-head'), this.#backButton(), h('h2', { tabindex: -1 }, sites && rows.length > 0 ? headOf(columns, sites, sites.of[rows[0]], rows) : t('list.here', { n: rows.length })));
    this.#here.show(columns, Uint32Array.from(rows), null);
    byId('here').scrollTop = 0;
  }

  #backButton() { return h('div', { class: 'tools' }, h('button', { type: 'button', class: 'back', onclick: () => this.#back() }, icon(ICONS.back), t('back'))); }

  /** @param {string} id @param {string} asOf */
  async #showIncident(id, asOf) {
    const { signal } = this.#abort = new AbortController();
    const element = byId('detail');
    fill(element, this.#backButton(), h('div', { class: 'skeleton', 'aria-busy': true }));
    element.scrollTop = 0;
    try {
      const [document_, parts] = await Promise.all([getIncident(id, asOf, signal), later(() => import('./reading.js'))]);
      if (signal.aborted || !this.#kinds) return;
      const heading = parts.showIncident(element, document_, this.#kinds, {
        back: () => this.#back(),
        copyLink: (event) => void copyText(location.href, /** @type {HTMLElement} */ (event.currentTarget)),
        locate: () => { const row = this.#columns?.rowOf.get(id); if (row !== undefined) this.#wishes.locate(row); },
        episode: (episode) => this.#store.set({ highlight: [], episode: [episode], datetime: '' }),
        before: this.#going(this.#list.beside(id).before),
        after: this.#going(this.#list.beside(id).after),
      });
      if (document_.id !== id) heading.before(h('p', { class: 'muted small', role: 'status' }, t('incident.merged', { id })));
      document.title = `${document_.title} · ${t('site.name')}`;
      heading.focus({ preventScroll: true });
      await this.#showAround(parts, document_, asOf, signal);
    } catch (error) {
      if (signal.aborted) return;
      this.#failed(element, error, () => { this.#shown = ''; void this.#showIncident(id, asOf); });
    }
  }

  /** @param {string|null} id */
  #going(id) { return id === null ? null : () => this.#open(id); }

  /** What stands below the incident itself comes when it is there; what does not come is left out and said. @param {typeof import('./reading.js')} parts @param {any} document @param {string} asOf @param {AbortSignal} signal */
  async #showAround(parts, document, asOf, signal) {
    if (!this.#kinds) return;
    const kinds = this.#kinds;
    const open = (/** @type {string} */ id) => this.#open(id);
    const sources = (document.sources ?? []).flatMap((/** @type {any} */ source) => (source.id ? [source.id] : [])).slice(0, 30);
    const come = await Promise.allSettled([
      document.episode && getEpisode(document.episode.id, signal).then((episode) => parts.showEpisode(byId('episode'), episode,
        (id) => this.#store.set({ highlight: [], episode: [id], datetime: '' }), this.#membersOf(parts, episode, document.id))),
      getNearby(document.id, asOf, signal).then((nearby) => parts.showNearby(byId('around'), nearby, kinds, open)),
      getHistory(document.id, signal).then((versions) => parts.showRecord(byId('record'), document, versions)),
      sources.length > 0 && getSources(sources, asOf, signal).then((whole) => parts.completeSources(byId('detail'), whole)),
    ]);
    const failed = come.find(({ status }) => status === 'rejected');
    if (failed && !signal.aborted) byId('record').append(h('p', { class: 'muted small', role: 'status' }, `${t('record.failed')} ${detailOf(/** @type {PromiseRejectedResult} */ (failed).reason)}`));
  }

  /** @param {typeof import('./reading.js')} parts @param {any} episode @param {string} but */
  #membersOf(parts, episode, but) {
    const columns = this.#columns;
    const ids = (episode.incidents ?? []).filter((/** @type {string} */ id) => id !== but && columns?.rowOf.has(id)).slice(0, MEMBERS);
    if (!columns || ids.length === 0) return null;
    return parts.memberList(ids.map((/** @type {string} */ id) => {
      const row = /** @type {number} */ (columns.rowOf.get(id));
      return { id, title: rowTitle(columns, row), date: rowDate(columns, row), family: columns.family[row] };
    }), (id) => this.#open(id));
  }

  /** @param {HTMLElement} element @param {unknown} error @param {() => void} retry */
  #failed(element, error, retry) {
    const detail = detailOf(error);
    const status = /** @type {{status: number, message: string}} */ (error).status;
    const text = status === 410 ? t('error.gone', { reason: /** @type {Error} */ (error).message }) : status === 404 ? t('error.missing') : t('error.incident');
    fill(element, this.#backButton(), h('div', { class: 'empty', role: 'alert' }, h('p', {}, h('strong', {}, text)),
      status !== 410 && status !== 404 && [h('p', { class: 'muted' }, detail), h('button', { type: 'button', onclick: retry }, t('retry'))]));
  }
}
