// @ts-check
// Brings the rooms together: state → selection → map, timeline, panel. Each change recomputes no more than it must.
import { getBasemap, getIds, onOldAnswer } from './data/api.js';
import { extentOf, isNamed, toColumns } from './data/columns.js';
import { Kinds } from './data/kinds.js';
import { loadLocalNames } from './data/local-names.js';
import { Members, memberQuery } from './data/members.js';
import { emptySelection, select, selectTime } from './filter/select.js';
import { LayerRoom } from './layers/room.js';
import { loadIncidents, loadLive, loadNames, loadTitles } from './loading.js';
import { emptyBasemap, loadBasemap } from './map/basemap.js';
import { labelsOf } from './map/labels.js';
import { MapView } from './map/map-view.js';
import { sceneOf } from './map/painting.js';
import { locate, reveal } from './map/reveal.js';
import { rowsAt } from './map/sites.js';
import { readTheme, watchTheme } from './map/theme.js';
import { Panel } from './panel/panel.js';
import { LAYER_KEYS, LOOK_KEYS, MEMBER_KEYS, TIME_KEYS } from './state/changes.js';
import { same, writeState } from './state/params.js';
import { Views } from './table/views.js';
import { formatNumber, t } from './text/t.js';
import { formatInterval, parseInterval, ALL_TIME } from './time/interval.js';
import { windowIn } from './time/window.js';
import { TimeRoom } from './timeline/room.js';
import { announce, byId } from './ui/dom.js';
import { windowWords } from './words/dates.js';
import { buildMenus } from './ui/menus.js';
import { detailOf, news, notice, progress } from './ui/notices.js';
import { afterFrame, Beat, Pace } from './ui/pace.js';

/**
 * @typedef {import('./state/params.js').State} State
 * @typedef {import('./data/columns.js').Columns} Columns
 */

export class App {
  #store;
  #kinds = new Kinds([]);
  #members = new Members(getIds);
  #basemap = emptyBasemap();
  #theme = readTheme();
  #columns = toColumns([], this.#kinds);
  #selection = emptySelection(0);
  /** @type {import('./map/painter.js').Scene} */ #scene = sceneOf(this.#columns, null);
  #map;
  #timeline;
  #layers;
  #panel;
  #views;
  #menus;
  /** @type {ReturnType<typeof loadLive>|null} */ #live = null;
  #pace = new Pace(() => this.#refreshPanel());
  /** Whether all polygons are there. */ #isMapped = false;
  /** @type {{first: number, last: number}} */ #domain = { first: 0, last: 1 };
  /** @type {{id: string, title: string, start: string|null, end: string|null}[]} */ #episodes = [];
  /** @type {Map<string, string>} */ #names = new Map();
  #loaded = false;
  #pub = 0;

  /** @param {import('./state/store.js').Store} store */
  constructor(store) {
    this.#store = store;
    onOldAnswer((minutes) => news(byId('notices'), t('old.answer', { minutes: formatNumber(minutes) })));
    this.#map = new MapView(byId('map'), store.state.view, this.#theme, {
      open: (site) => this.#openSite(site),
      hover: (site, x, y) => this.#panel.tip(site, x, y, this.#scene, this.#selection),
      moved: (view) => { store.set({ view }, 'replace'); this.#layers?.tell(); },
    });
    this.#timeline = new TimeRoom(byId('timeline'), this.#map, this.#theme, {
      window: (window, done) => this.#setWindow(window, done),
      set: (patch, how) => store.set(patch, how),
      go: (day) => this.#goTo(day),
      preset: ({ window, episode }) => store.set({ datetime: window ? formatInterval(window.start, window.end) : '', episode: episode ? [episode] : [] }),
    });
    this.#layers = new LayerRoom(this.#map, this.#theme, {
      set: (patch) => store.set(patch),
      open: (id) => { store.set({ highlight: [id] }); this.#reveal(id); },
      only: (id, name) => { this.#names.set(id, name); store.set({ place: [id] }); },
      name: (id) => this.#names.get(id) ?? id, retheme: () => this.#retheme(),
    });
    this.#panel = new Panel(store, {
      point: (row) => this.#point(row),
      locate: (row) => { store.set({ layer: 'incidents' }, 'replace'); this.#locate(row); },
      reveal: (id) => this.#reveal(id),
      go: (day) => this.#goTo(day),
      name: (id, name) => this.#names.set(id, name), visit: (place) => this.#map.visit(place, this.#panel.covers()), drawBox: () => this.#map.drawBox(), drawArea: (from) => this.#map.drawArea(from), seenBox: () => this.#map.seen,
    });
    this.#views = new Views(store, (id) => { store.set({ highlight: [id] }); this.#reveal(id); });
    this.#menus = buildMenus(byId('menus'), {
      link: () => new URL(store.url('./'), document.baseURI).href, embed: () => new URL(store.url('embed'), document.baseURI).href, author: () => store.url('embed/new'),
      language: (code) => store.url(undefined, { lang: code }), picture: (button) => void this.#picture(button), overview: async (button) => (await import('./author/overview-dialog.js')).openOverview(writeState(store.state, { filterOnly: true }), button),
    });
    store.subscribe((_, changed) => this.#changed(changed));
    watchTheme(() => this.#retheme());
  }

  async start() {
    await Promise.all([this.#loadIncidents(), this.#loadBasemap(), this.#loadNames(), this.#ask(),
      loadLocalNames(() => { this.#map.setBasemap(this.#basemap, labelsOf(this.#basemap)); this.#panel.reread(); this.#refresh(); })]);
  }

  async #loadBasemap() {
    const beat = new Beat(250);
    const failed = await loadBasemap(getBasemap, (part, shapes) => {
      this.#basemap[part] = shapes;
      beat.soon(() => this.#map.setBasemap(this.#basemap, labelsOf(this.#basemap)));
    });
    this.#isMapped = true;
    if (failed.length > 0) notice(byId('notices'), t('error.basemap', { names: failed.join(', ') }), { retry: () => this.#loadBasemap() });
    this.#resite();
    this.#refresh();
    this.#timeline.setLine(this.#basemap.line[0]);
    this.#layers.setBasemap(this.#basemap);
  }

  async #loadIncidents() {
    const { asOf } = this.#store.state;
    try {
      const { kinds, columns, pub } = await loadIncidents(asOf, this.#kinds);
      if (asOf !== this.#store.state.asOf) return;
      this.#kinds = kinds;
      this.#loaded = true;
      this.#pub = pub;
      this.#setColumns(columns);
      afterFrame(() => {
        void this.#loadTitles(columns, pub);
        void this.#follow(asOf ? null : pub);
      });
    } catch (error) {
      notice(byId('notices'), t('error.incidents'), { detail: detailOf(error), retry: () => this.#loadIncidents() });
    }
    progress(byId('loading'), null);
    this.#ready();
    const { view, highlight } = this.#store.state;
    if (view === null && highlight.length === 1) this.#locate(this.#columns.rowOf.get(highlight[0]) ?? -1);
  }

  /** @param {number|null} pub */
  async #follow(pub) {
    this.#live ??= loadLive({
      columns: () => this.#columns, kinds: () => this.#kinds, open: () => this.#store.state.highlight,
      show: async (columns) => { await this.#members.renew(memberQuery(this.#store.state)); this.#setColumns(columns); },
      reload: () => this.#loadIncidents(),
      reread: () => this.#panel.reread(),
    });
    (await this.#live)?.follow(pub);
  }

  /** @param {Columns} columns @param {number} pub */
  async #loadTitles(columns, pub) {
    try {
      await loadTitles(columns, pub, () => this.#refreshPanel());
    } catch (error) {
      notice(byId('notices'), t('error.titles'), { detail: detailOf(error), retry: () => this.#loadTitles(columns, pub) });
    }
    this.#refreshPanel();
    this.#ready();
  }

  // Names of episodes and actors are needed for presets and chips only; the map does without them.
  async #loadNames() {
    this.#episodes = await loadNames(this.#names, this.#store.state.place);
    this.#timeline.setData(this.#domain, this.#episodes);
    this.#refresh();
  }

  /** @param {Columns} columns */
  #setColumns(columns) {
    this.#columns = columns;
    this.#selection = emptySelection(columns.size);
    const extent = extentOf(columns);
    if (extent) this.#domain = extent;
    document.body.classList.toggle('timeless', extent === null);
    this.#timeline.setData(this.#domain, this.#episodes);
    this.#resite();
    this.#reselect();
  }

  /** Sites depend on the incidents and on the polygons of the base map, whichever comes last. */
  #resite() {
    this.#scene = sceneOf(this.#columns, this.#isMapped ? this.#basemap : null, this.#scene);
    this.#map.setScene(this.#scene);
    this.#ready();
  }

  /** @param {Set<keyof State>} changed */
  #changed(changed) {
    const only = (/** @type {(keyof State)[]} */ ...keys) => [...changed].every((key) => keys.includes(key));
    if (changed.has('view') && !same(this.#store.state.view, this.#map.view)) this.#map.show(this.#store.state.view);
    if (changed.has('asOf')) {
      this.#members.forget();
      void this.#loadIncidents();
    }
    if (MEMBER_KEYS.some((key) => changed.has(key))) void this.#ask();
    if (only(...LOOK_KEYS)) {
      this.#showWindow();
      if (changed.has('highlight') || LAYER_KEYS.some((key) => changed.has(key))) this.#refresh();
    } else if (only(...TIME_KEYS, ...LOOK_KEYS)) {
      selectTime(this.#selection, this.#columns, this.#store.state);
      this.#refresh();
    } else this.#reselect();
  }

  async #ask() {
    const query = memberQuery(this.#store.state);
    if (this.#members.at(query) !== undefined) return;
    progress(byId('loading'), t('updating'));
    try {
      if (!await this.#members.ask(query)) return;
      this.#reselect();
      this.#ready();
    } catch (error) {
      notice(byId('notices'), t('error.members'), { detail: detailOf(error), retry: () => this.#ask() });
    }
    progress(byId('loading'), null);
  }

  #reselect() {
    const query = memberQuery(this.#store.state);
    const members = this.#members.at(query);
    select(this.#selection, this.#columns, this.#store.state, this.#kinds, members ?? (query ? new Set() : null));
    this.#timeline.setSource(this.#columns, this.#selection.fails);
    this.#refresh();
  }

  /** Shows the selection: at once on the map and the timeline, a little later in the list. */
  #refresh() {
    const { state } = this.#store;
    // Nothing loaded is not nothing recorded: no number and no time is shown before there is one.
    document.body.classList.toggle('waiting', this.#columns.size === 0 && !this.#loaded);
    this.#scene.tally.follow(this.#selection);
    const row = state.highlight.length > 0 ? this.#columns.rowOf.get(state.highlight[0]) : undefined;
    this.#scene.selected = row === undefined ? -1 : this.#scene.sites.of[row];
    this.#map.redraw(state);
    this.#showWindow();
    this.#layers.show({ state, columns: this.#columns, kinds: this.#kinds, selection: this.#selection, scene: this.#scene, day: this.#window().end });
    this.#timeline.setShown(this.#selection, this.#loaded);
    this.#panel.count(this.#columns, this.#selection, this.#scene);
    byId('map').dataset.shown = String(this.#selection.count);
    this.#pace.soon();
  }

  #refreshPanel() {
    const { state } = this.#store;
    if (this.#loaded) this.#panel.setData(this.#kinds, this.#columns);
    this.#menus(writeState(state, { filterOnly: true }), this.#selection.count);
    this.#panel.show(this.#columns, this.#selection, this.#window(), { name: (id) => this.#names.get(id) ?? id, loaded: this.#loaded });
    this.#views.show(this.#columns, this.#kinds, this.#selection);
    this.#layers.tell();
    if (this.#loaded && !this.#timeline.playing) announce(t('shown.announce', { n: this.#selection.count }));
  }

  #window() { return windowIn((parseInterval(this.#store.state.datetime) ?? ALL_TIME).possible, this.#domain); }

  #showWindow() { this.#timeline.setWindow(this.#window(), this.#store.state); }

  // A handle at the end of the data leaves that end open, so that what is not dated, or comes later, is not cut off.
  /** @param {import('./time/window.js').Window} window @param {boolean} done */
  #setWindow({ start, end }, done) {
    const { first, last } = this.#domain;
    this.#store.set({ datetime: formatInterval(start <= first ? null : start, end >= last ? null : end) }, done ? 'push' : 'silent');
  }

  /** @param {number} day */
  #goTo(day) {
    const { start, end } = this.#window();
    const first = day - Math.floor((end - start) / 2);
    this.#store.set({ datetime: formatInterval(first, first + end - start) });
  }

  /** @param {number} site */
  #openSite(site) {
    if (site < 0) return this.#panel.bareGround();
    this.#store.set({ highlight: rowsAt(this.#scene.sites, this.#selection, site).map((row) => this.#columns.ids.at(row) ?? '') });
  }

  /** @param {number} row -1: none */
  #point(row) {
    this.#scene.hovered = row < 0 ? -1 : this.#scene.sites.of[row];
    this.#map.redraw();
  }

  /** @param {string} id */ #reveal(id) { reveal(this.#map, this.#columns, id, this.#panel.covers()); }

  /** @param {number} row */ #locate(row) { locate(this.#map, this.#columns, row, this.#panel.covers()); }

  /** @param {HTMLElement} button */
  async #picture(button) {
    const key = this.#layers.key(this.#theme);
    const { state } = this.#store;
    if (!key) return;
    const words = { period: windowWords(this.#window()), filters: this.#panel.words({ ...state, datetime: '' }), address: new URL(this.#store.url('./'), document.baseURI).href };
    (await import('./picture/dialog.js')).openPicture({ map: this.#map, theme: this.#theme, columns: this.#columns, selection: this.#selection, key, pub: (await this.#live)?.pub ?? this.#pub, ...words }, button);
  }

  #retheme() {
    this.#theme = readTheme();
    this.#map.setTheme(this.#theme);
    this.#timeline.setTheme(this.#theme);
    this.#layers.setTheme(this.#theme);
  }

  /** The page is ready when all that its address asks for is drawn. */
  #ready() {
    const known = this.#members.at(memberQuery(this.#store.state)) !== undefined;
    if (this.#loaded && known && isNamed(this.#columns) && this.#basemap.countries.length > 0) requestAnimationFrame(() => { byId('map').dataset.ready = 'true'; });
  }
}
