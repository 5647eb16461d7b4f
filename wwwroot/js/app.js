// @ts-check
// Brings the rooms together: state → selection → map, timeline, panel. Each change recomputes no more than it must.
import { getActors, getBasemap, getEpisodes, getIds, getPlace } from './data/api.js';
import { extentOf, isNamed, toColumns } from './data/columns.js';
import { FAMILIES, Kinds } from './data/kinds.js';
import { Members, memberQuery } from './data/members.js';
import { emptySelection, select, selectTime } from './filter/select.js';
import { followChanges } from './live.js';
import { loadIncidents, loadTitles } from './loading.js';
import { emptyBasemap, loadBasemap } from './map/basemap.js';
import { labelsOf } from './map/labels.js';
import { MapView } from './map/map-view.js';
import { emptyMarks } from './map/marks.js';
import { rowsAt, sitesOf } from './map/sites.js';
import { Tally } from './map/tally.js';
import { readTheme, watchTheme } from './map/theme.js';
import { Panel } from './panel/panel.js';
import { same, writeState } from './state/params.js';
import { t } from './text/t.js';
import { formatInterval, parseInterval, ALL_TIME } from './time/interval.js';
import { windowIn } from './time/window.js';
import { TimeRoom } from './timeline/room.js';
import { announce, byId } from './ui/dom.js';
import { buildMenus } from './ui/menus.js';
import { detailOf, notice, progress } from './ui/notices.js';
import { Pace } from './ui/pace.js';

/**
 * @typedef {import('./state/params.js').State} State
 * @typedef {import('./data/columns.js').Columns} Columns
 */

/** What a change of these asks the server again for. @type {(keyof State)[]} */
const MEMBER_KEYS = ['place', 'actor', 'q', 'bbox', 'placeMatch', 'asOf'];
/** @type {(keyof State)[]} */
const LOOK_KEYS = ['view', 'highlight', 'layer', 'mode', 'chart', 'measure', 'worldview', 'lang'];
/** @type {(keyof State)[]} */
const TIME_KEYS = ['datetime', 'timeMatch'];

export class App {
  #store;
  #kinds = new Kinds([]);
  #members = new Members(getIds);
  #basemap = emptyBasemap();
  #theme = readTheme();
  #columns = toColumns([], this.#kinds);
  #selection = emptySelection(0);
  /** @type {import('./map/painter.js').Scene} */ #scene = this.#newScene();
  #map;
  #timeline;
  #panel;
  #menus;
  #live;
  #pace = new Pace(() => this.#refreshPanel());
  /** @type {{first: number, last: number}} */ #domain = { first: 0, last: 1 };
  /** @type {{id: string, title: string, start: string|null, end: string|null}[]} */ #episodes = [];
  /** @type {Map<string, string>} */ #names = new Map();
  #loaded = false;

  /** @param {import('./state/store.js').Store} store */
  constructor(store) {
    this.#store = store;
    this.#map = new MapView(byId('map'), store.state.view, this.#theme, {
      open: (site) => this.#openSite(site),
      hover: (site, x, y) => this.#panel.tip(site, x, y, this.#scene, this.#selection),
      moved: (view) => store.set({ view }, 'replace'),
    });
    this.#timeline = new TimeRoom(byId('timeline'), this.#map, this.#theme, {
      window: (window, done) => this.#setWindow(window, done),
      set: (patch, how) => store.set(patch, how),
      go: (day) => this.#goTo(day),
      preset: ({ window, episode }) => store.set({ datetime: window ? formatInterval(window.start, window.end) : '', episode: episode ? [episode] : [] }),
    });
    this.#panel = new Panel(store, {
      point: (row) => this.#point(row),
      locate: (row) => this.#locate(row),
      reveal: (id) => this.#reveal(id),
      go: (day) => this.#goTo(day),
      name: (id, name) => this.#names.set(id, name),
    });
    this.#menus = buildMenus(byId('menus'), { link: () => new URL(store.url('./'), document.baseURI).href, embed: () => new URL(store.url('embed'), document.baseURI).href });
    this.#live = followChanges({
      columns: () => this.#columns, kinds: () => this.#kinds, open: () => store.state.highlight,
      show: async (columns) => { await this.#members.renew(memberQuery(store.state)); this.#setColumns(columns); },
      reload: () => this.#loadIncidents(),
      reread: () => this.#panel.reread(),
    });
    store.subscribe((_, changed) => this.#changed(changed));
    watchTheme(() => this.#retheme());
  }

  async start() {
    if (this.#store.refused.length > 0) {
      notice(byId('notices'), t('error.refused', { parts: this.#store.refused.map(({ name, value }) => `${name}=${value}`).join(', ') }));
    }
    await Promise.all([this.#loadIncidents(), this.#loadBasemap(), this.#loadNames(), this.#ask()]);
  }

  async #loadBasemap() {
    const failed = await loadBasemap(getBasemap, (part, shapes) => {
      this.#basemap[part] = shapes;
      this.#map.setBasemap(this.#basemap, labelsOf(this.#basemap));
    });
    if (failed.length > 0) notice(byId('notices'), t('error.basemap', { names: failed.join(', ') }), { retry: () => this.#loadBasemap() });
    this.#resite();
    this.#timeline.setLine(this.#basemap.line[0]);
    this.#panel.setLine(this.#basemap.line[0]?.properties.status ?? null);
  }

  async #loadIncidents() {
    const { asOf } = this.#store.state;
    try {
      const { kinds, columns, pub } = await loadIncidents(asOf, this.#kinds);
      if (asOf !== this.#store.state.asOf) return;
      this.#kinds = kinds;
      this.#loaded = true;
      this.#setColumns(columns);
      this.#live.follow(asOf ? null : pub);
      void this.#loadTitles(columns, pub);
    } catch (error) {
      notice(byId('notices'), t('error.incidents'), { detail: detailOf(error), retry: () => this.#loadIncidents() });
    }
    progress(byId('loading'), null);
    this.#ready();
    const { view, highlight } = this.#store.state;
    if (view === null && highlight.length === 1) this.#locate(this.#columns.rowOf.get(highlight[0]) ?? -1);
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
    try {
      const [episodes, actors] = await Promise.all([getEpisodes(), getActors()]);
      this.#episodes = episodes.filter(({ start }) => start).sort((a, b) => ((a.start ?? '') < (b.start ?? '') ? 1 : -1));
      for (const { id, title } of episodes) this.#names.set(id, title);
      for (const { id, name } of actors) this.#names.set(id, name);
      await Promise.all(this.#store.state.place.map(async (id) => this.#names.set(id, (await getPlace(id)).name)));
    } catch (error) {
      console.warn('names for presets and chips', detailOf(error));
    }
    this.#timeline.setData(this.#domain, this.#episodes);
    this.#refresh();
  }

  /** @param {Columns} columns */
  #setColumns(columns) {
    this.#columns = columns;
    this.#selection = emptySelection(columns.size);
    this.#panel.setKinds(this.#kinds, columns);
    const extent = extentOf(columns);
    if (extent) this.#domain = extent;
    document.body.classList.toggle('timeless', extent === null);
    this.#timeline.setData(this.#domain, this.#episodes);
    this.#resite();
  }

  /** Sites depend on the incidents and on the polygons of the base map, whichever comes last. */
  #resite() {
    this.#scene = this.#newScene();
    this.#map.setScene(this.#scene);
    this.#reselect();
    this.#ready();
  }

  #newScene() {
    const { districts: district, provinces: province, countries: country } = this.#basemap;
    const sites = sitesOf(this.#columns, { district, province, country });
    return {
      columns: this.#columns, sites, tally: new Tally(sites, this.#columns, FAMILIES.length), marks: emptyMarks(),
      selected: -1, hovered: -1,
    };
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
      if (changed.has('highlight')) this.#refresh();
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
    this.#map.redraw();
    this.#showWindow();
    this.#timeline.setShown(this.#selection, this.#loaded);
    this.#panel.count(this.#columns, this.#selection, this.#scene);
    byId('map').dataset.shown = String(this.#selection.count);
    this.#pace.soon();
  }

  #refreshPanel() {
    const { state } = this.#store;
    this.#menus(writeState(state, { filterOnly: true }), this.#selection.count);
    this.#panel.show(this.#columns, this.#selection, this.#window(), { name: (id) => this.#names.get(id) ?? id, loaded: this.#loaded });
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
    const window = this.#window();
    const half = Math.floor((window.end - window.start) / 2);
    this.#store.set({ datetime: formatInterval(day - half, day - half + (window.end - window.start)) });
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

  // Moves the map no further than the incident needs to be seen beside the panel.
  /** @param {string} id */
  #reveal(id) {
    const row = this.#columns.rowOf.get(id);
    if (row === undefined || Number.isNaN(this.#columns.lat[row])) return;
    const covered = this.#panel.covers();
    if (covered.bottom > 0 || !this.#map.sees(this.#columns.lat[row], this.#columns.lon[row])) this.#map.flyTo(this.#columns.lat[row], this.#columns.lon[row], 0, covered);
  }

  /** @param {number} row */
  #locate(row) {
    const { lat, lon } = { lat: this.#columns.lat[row], lon: this.#columns.lon[row] };
    if (Number.isFinite(lat)) this.#map.flyTo(lat, lon, 9, this.#panel.covers());
  }

  #retheme() {
    this.#theme = readTheme();
    this.#map.setTheme(this.#theme);
    this.#timeline.setTheme(this.#theme);
  }

  /** The page is ready when all that its address asks for is drawn. */
  #ready() {
    const known = this.#members.at(memberQuery(this.#store.state)) !== undefined;
    if (this.#loaded && known && isNamed(this.#columns) && this.#basemap.countries.length > 0) requestAnimationFrame(() => { byId('map').dataset.ready = 'true'; });
  }
}
