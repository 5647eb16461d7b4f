// @ts-check
// The map widget: the map, its legend and buttons, the note beside the pointer, and the card of what was chosen.
import { FAMILIES } from '../data/kinds.js';
import { PRECISIONS } from '../state/params.js';
import { sceneOf } from '../map/painting.js';
import { AREA, rowsAt } from '../map/sites.js';
import { buildLegend, updateLegend } from '../panel/legend.js';
import { t } from '../text/t.js';
import { drawTrail, trailOf } from '../time/trail.js';
import { fill, h, icon, ICONS } from '../ui/dom.js';
import { detailOf } from '../ui/notices.js';
import { Beat, whenIdle } from '../ui/pace.js';
import { WHOLE } from './camera.js';
import { followGround, loadIncidents } from './data.js';
import { mapAddress, outLink } from './links.js';
import { EmbedMap } from './map.js';
import { listenForPointing } from './pointing.js';
import { incidentRows } from './rows.js';

/** @typedef {import('./shell.js').Shown} Shown @typedef {import('./shell.js').Frame} Around */

/** Incidents that the card lists; the others are on the full map. */
const LISTED = 12;
const HINT = 1800;
/** Not nearer than this when a map is fitted to what it shows. */
const NEAREST = 9;

export class MapPart {
  #around;
  #map;
  #box = h('div', { id: 'map', tabindex: 0, role: 'application', 'aria-label': t('map.label') });
  #legend = h('div', { id: 'legend' });
  #tip = h('div', { id: 'tip', 'aria-hidden': true, hidden: true });
  #card = h('div', { id: 'card', role: 'dialog', 'aria-label': t('list.label'), hidden: true });
  #nothing = h('div', { id: 'nothing', role: 'status' });
  #hint = h('p', { id: 'hint', 'aria-hidden': true, hidden: true });
  #hinted = 0;
  /** @type {Shown|null} */ #shown = null;
  /** @type {import('./data.js').Ground|null} */ #ground = null;
  /** @type {import('../map/painter.js').Scene|null} */ #scene = null;
  /** @type {import('./layers.js').EmbedLayers|null} */ #layers = null;
  /** @type {import('./above.js').Above|null} */ #above = null;
  /** @type {number[][]} */ #trail = [];
  #families = '';
  #words = new Beat(400);
  #unfollow;
  #opened = '';

  /** @param {HTMLElement} stage @param {Around} around */
  constructor(stage, around) {
    this.#around = around;
    const { options } = around;
    const has = (/** @type {string} */ control) => options.controls.includes(control);
    fill(stage, this.#box, has('legend') && this.#legend, has('zoom') && !options.locked && this.#buttons(), this.#nothing, this.#hint, this.#tip, this.#card);
    this.#map = new EmbedMap(this.#box, around.theme, {
      moved: (view) => around.set({ view }), drawn: () => this.#layers?.drawn(),
      hint: () => this.#sayHint(),
    });
    const isFree = () => !options.locked;
    if (options.locked) {
      this.#box.setAttribute('role', 'img');
      this.#box.removeAttribute('tabindex');
    }
    this.#box.classList.toggle('locked', options.locked);
    this.#legend.addEventListener('toggle', () => this.#explain(), true);
    this.#card.addEventListener('keydown', (event) => { if (event.key === 'Escape') this.#close(); });
    this.#map.listen(isFree);
    listenForPointing(this.#box, {
      map: this.#map, isFree, open: (site) => this.#open(site), hover: (site, x, y) => this.#hover(site, x, y),
      flagAt: (frame, x, y, slack) => this.#above?.at(frame, x, y, slack) ?? -1,
      hoverFlag: (crossing, x, y) => this.#hoverFlag(crossing, x, y), openFlag: (crossing) => this.#openIds(this.#above?.idsOf(crossing) ?? []),
    });
    const part = this;
    this.#map.setDrawings({
      get hidesMarks() { return part.#layers?.hidesMarks ?? false; },
      ground: (context, frame, theme) => this.#layers?.ground(context, frame, theme),
      above: (context, frame, theme) => this.#above?.draw(context, frame, theme, !this.#layers?.hidesMarks),
    }, (context, frame) => { if (this.#shown && !this.#layers) drawTrail(context, frame, this.#shown.columns, this.#trail, this.#around.theme); });
    this.#unfollow = followGround((ground) => this.#setGround(ground));
    this.#map.show(around.state.view ?? boxOf(around.state.bbox));
  }

  get element() { return this.#box; }

  #buttons() {
    const button = (/** @type {string} */ label, /** @type {import('../ui/dom.js').Child} */ inner, /** @type {() => void} */ onclick) => h('button', { type: 'button', 'aria-label': label, title: label, onclick }, inner);
    return h('div', { id: 'zoom' }, button(t('embed.zoomin'), '+', () => this.#map.zoomBy(1)), button(t('embed.zoomout'), '−', () => this.#map.zoomBy(-1)),
      button(t('map.fit'), icon(ICONS.whole), () => this.#map.fit(WHOLE)));
  }

  /** @param {import('./data.js').Ground} ground */
  #setGround(ground) {
    this.#ground = ground;
    this.#map.setBasemap(ground.basemap, ground.labels);
    if (this.#shown) this.#resite(this.#shown);
    this.#ready();
  }

  /** @param {Shown} shown */
  #resite({ columns, selection }) {
    const scene = sceneOf(columns, this.#ground?.isMapped ? this.#ground.basemap : null, this.#scene?.columns === columns ? this.#scene : undefined);
    if (scene === this.#scene) return;
    this.#scene = scene;
    scene.tally.follow(selection);
    this.#map.setScene(scene);
  }

  /** @param {Shown} shown */
  show(shown) {
    const before = this.#shown?.state;
    this.#shown = shown;
    const { state, columns, selection, window } = shown;
    this.#resite(shown);
    const scene = /** @type {import('../map/painter.js').Scene} */ (this.#scene);
    scene.tally.follow(selection);
    const row = state.highlight.length > 0 ? columns.rowOf.get(state.highlight[0]) : undefined;
    scene.selected = row === undefined ? -1 : scene.sites.of[row];
    this.#trail = state.mode === 'trail' ? trailOf(columns, selection.fails, window) : [];
    this.#map.setWorldview(state.worldview);
    // The card is of what is shown.
    if (!this.#card.hidden && !(row !== undefined && selection.fails[row] === 0)) this.#card.hidden = true;
    if (before && before.view !== state.view && !this.#map.isAt(state.view)) this.#map.show(state.view);
    if (state.layer !== 'incidents' && state.layer !== 'table') void this.#showLayer();
    else if (this.#layers) {
      this.#layers = null;
      this.#map.redraw(true);
    }
    this.#above?.show(shown, this.#ground?.basemap ?? null);
    this.#layers?.show(shown, this.#ground?.basemap ?? null, this.#map);
    this.#map.redraw();
    this.#box.dataset.shown = String(selection.count);
    if ((selection.count === 0) === (this.#nothing.childElementCount === 0)) {
      fill(this.#nothing, selection.count === 0 && h('div', { class: 'empty' }, h('strong', {}, t('empty.filters')), h('p', { class: 'muted' }, t('empty.record'))));
    }
    this.#showLegend(shown);
    this.#ready();
  }

  async #showLayer() {
    if (this.#layers) return;
    try {
      const { EmbedLayers } = await import('./layers.js');
      if (this.#layers || !this.#shown) return;
      const layers = this.#layers = new EmbedLayers(this.#legend, () => this.#around.theme, () => this.#above?.states ?? []);
      layers.show(this.#shown, this.#ground?.basemap ?? null, this.#map);
    } catch (error) {
      this.#around.notice(t('error.basemap', { names: t('layers.label') }), detailOf(error));
    }
  }

  // Nothing of it is waited for: the map is read without it.
  async #showAbove() {
    try {
      const { Above } = await import('./above.js');
      this.#above = new Above();
      if (this.#shown) this.show(this.#shown);
    } catch (error) {
      console.warn('crossings', detailOf(error));
    }
  }

  #explain() {
    if (!this.#layers) void this.#above?.explain(this.#legend, this.#around.theme).catch((error) => console.warn('crossings', detailOf(error)));
  }

  /** @param {Shown} shown */
  #showLegend({ columns, state }) {
    const families = [...new Set(columns.family)];
    const key = `${families.join()} ${state.worldview}`;
    if (key !== this.#families) {
      this.#families = key;
      buildLegend(this.#legend, { families: new Set(families), open: false });
      this.#legend.querySelector('.legend-rest')?.append(h('ul', {}, h('li', {}, h('span', { class: 'swatch line' }), h('span', {}, `${t('legend.line')} · ${t(`line.status.${state.worldview}`)}`))));
    }
    if (!this.#layers) this.#words.soon(() => this.#explain());
    updateLegend(this.#legend, (this.#scene?.marks.groups.count ?? 0) > 0);
  }

  /** @param {number} site @param {number} x @param {number} y */
  #hover(site, x, y) {
    const shown = this.#shown;
    this.#tip.hidden = site < 0 || !shown;
    if (site < 0 || !shown || !this.#scene) return;
    const rows = rowsAt(this.#scene.sites, shown.selection, site);
    const group = this.#scene.marks.group[this.#scene.marks.site.subarray(0, this.#scene.marks.count).indexOf(site)] ?? -1;
    const words = group >= 0 ? t('tip.group', { n: this.#scene.marks.groups.incidents[group], spots: this.#scene.marks.groups.sites[group] })
      : rows.length === 1 ? `${t(`family.${FAMILIES[shown.columns.family[rows[0]]]}`)}` : t('list.here', { n: rows.length });
    const where = this.#scene.sites.type[site] === AREA ? this.#scene.sites.shapes.get(site)?.properties.name : null;
    fill(this.#tip, h('strong', {}, words), where && h('p', { class: 'small' }, t(`place.${PRECISIONS[this.#scene.sites.level[site]]}`, { place: where })));
    const { width, height } = this.#map.size;
    this.#tip.style.left = `${Math.max(4, Math.min(x + 14, width - this.#tip.offsetWidth - 4))}px`;
    this.#tip.style.top = `${y + this.#tip.offsetHeight + 20 > height ? y - this.#tip.offsetHeight - 10 : y + 14}px`;
  }

  /** @param {number} crossing -1: none @param {number} x @param {number} y */
  #hoverFlag(crossing, x, y) {
    if (this.#above?.point(crossing)) this.#map.redraw();
    if (crossing >= 0) void this.#above?.tip(this.#tip, { x, y, ...this.#map.size }).catch((error) => console.warn('crossings', detailOf(error)));
  }

  /** @param {number} site -1: none */
  #open(site) {
    const shown = this.#shown;
    if (shown && this.#scene) this.#openIds(site < 0 ? [] : rowsAt(this.#scene.sites, shown.selection, site).map((row) => shown.columns.ids.at(row) ?? ''));
  }

  /** @param {string[]} ids */
  #openIds(ids) {
    const shown = this.#shown;
    if (!shown || !this.#scene) return;
    this.#tip.hidden = true;
    this.#scene.hovered = -1;
    this.#around.set({ highlight: ids });
    if (ids.length > 0) this.#around.tell('incidentselect', { ids });
    void this.#showCard(ids, shown);
  }

  #close() {
    this.#open(-1);
    this.#box.focus({ preventScroll: true });
  }

  /** @param {readonly string[]} ids @param {Shown} shown */
  async #showCard(ids, { state }) {
    const key = this.#opened = ids.join();
    this.#card.hidden = ids.length === 0;
    if (ids.length === 0) return;
    const close = h('button', { type: 'button', class: 'quiet', 'aria-label': t('dismiss'), onclick: () => this.#close() }, icon(ICONS.close));
    const head = h('div', { class: 'card-head' }, h('strong', {}, t('list.here', { n: ids.length })), close);
    fill(this.#card, head, h('p', { class: 'muted' }, t('loading')));
    try {
      const features = await loadIncidents(ids.slice(0, LISTED), state.asOf);
      if (key !== this.#opened) return;
      fill(this.#card, head, incidentRows(features, state),
        ids.length > LISTED && h('p', { class: 'small' }, outLink(mapAddress(state, { highlight: [...ids] }), t('embed.more', { n: ids.length - LISTED }))));
      close.focus({ preventScroll: true });
    } catch (error) {
      if (key === this.#opened) fill(this.#card, head, h('p', {}, t('error.incident')), h('p', { class: 'muted small' }, detailOf(error)));
    }
  }

  #sayHint() {
    this.#hint.textContent = t('embed.hint');
    this.#hint.hidden = false;
    clearTimeout(this.#hinted);
    this.#hinted = window.setTimeout(() => { this.#hint.hidden = true; }, HINT);
  }

  /** Shows all that is shown. */
  fit() {
    const { columns, selection } = this.#shown ?? {};
    if (!columns || !selection) return;
    const box = { west: 180, south: 90, east: -180, north: -90 };
    for (const row of selection.rows.subarray(0, selection.count)) {
      if (!(columns.precision[row] < PRECISIONS.indexOf('country'))) continue;
      const [lon, lat] = [columns.lon[row], columns.lat[row]];
      box.west = Math.min(box.west, lon); box.east = Math.max(box.east, lon); box.south = Math.min(box.south, lat); box.north = Math.max(box.north, lat);
    }
    if (box.west <= box.east) this.#map.fit(box, NEAREST);
  }

  /** @param {import('../map/theme.js').Theme} theme */
  setTheme(theme) { this.#map.setTheme(theme); }

  /** The map is ready when incidents and polygons are drawn. */
  #ready() {
    if (!this.#shown || !this.#ground?.isMapped || this.#box.dataset.ready) return;
    requestAnimationFrame(() => {
      this.#box.dataset.ready = 'true';
      this.#around.ready();
      whenIdle(() => void this.#showAbove());
    });
  }

  stop() {
    this.#unfollow();
    this.#map.stop();
  }
}

/** @param {string} bbox @returns {import('./camera.js').Bounds|null} */
function boxOf(bbox) {
  if (!bbox) return null;
  const [west, south, east, north] = bbox.split(',').map(Number);
  return { west, south, east, north };
}
