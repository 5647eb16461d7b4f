// @ts-check
// Layers: what the map draws of the incidents, the state of the crossings at the end of the window, the outlines of episodes, and what the legend says of it all.
import { accountOf } from './account.js';
import { LayerControl } from './control.js';
import { closuresOf, crossingsOf, statesAt } from './crossings.js';
import { drawFlags, flagAt, placeFlags } from './gates.js';
import { accountRows, commonRows, kilometresOf, layerKey, showLayerLegend } from './legend.js';
import { followPrinting } from './print.js';
import { contains } from '../map/geometry.js';
import { latOf } from '../map/mercator.js';
import { SPOT } from '../map/sites.js';
import { stampsOf } from '../map/stamps.js';
import { announce, byId, put } from '../ui/dom.js';
import { later } from '../ui/later.js';
import { detailOf, notice } from '../ui/notices.js';
import { afterFrame } from '../ui/pace.js';
import { t } from '../text/t.js';
import { dayWords } from '../words/dates.js';
import { crossingTip, crossingWords } from './tips.js';

/**
 * @typedef {import('../state/params.js').State} State
 * @typedef {import('../data/columns.js').Columns} Columns
 * @typedef {import('../map/canvas-layer.js').Frame} Frame
 * @typedef {import('../map/theme.js').Theme} Theme
 * @typedef {import('../map/map-view.js').MapView} MapView
 * @typedef {{state: State, columns: Columns, kinds: import('../data/kinds.js').Kinds, selection: import('../filter/selection.js').Selection, scene: import('../map/painter.js').Scene, day: number}} Shown
 *
 * @typedef {object} Wishes
 * @property {(patch: Partial<State>) => void} set
 * @property {(id: string) => void} open an incident
 * @property {(id: string, name: string) => void} only filters by a district or province
 * @property {(id: string) => string} name of an episode
 * @property {() => void} retheme the page's colours have changed
 */

export class LayerRoom {
  #map;
  #theme;
  #wishes;
  #control;
  /** @type {Shown|null} */ #shown = null;
  /** @type {import('./crossings.js').Crossing[]} */ #crossings = [];
  /** @type {import('../map/basemap.js').Basemap|null} */ #basemap = null;
  /** @type {{columns: Columns|null, kinds: unknown, events: ReturnType<typeof closuresOf>}} */ #events = { columns: null, kinds: null, events: [] };
  /** @type {{columns: Columns, shapes: unknown, units: import('./units.js').Units}|null} */ #units = null;
  /** @type {import('./crossings.js').State[]} */ #states = [];
  /** @type {import('./shading.js').Shading|null} */ #shading = null;
  /** @type {import('./hull.js').Group[]} */ #groups = [];
  #heat = { most: 0, km: 0 };
  /** What other layers than that of incidents need. @type {typeof import('./parts.js')|null} */ #parts = null;
  #pointed = '';

  /** @param {MapView} map @param {Theme} theme @param {Wishes} wishes */
  constructor(map, theme, wishes) {
    this.#map = map;
    this.#theme = theme;
    this.#wishes = wishes;
    this.#control = new LayerControl(byId('stage'), wishes.set);
    followPrinting(map, wishes.retheme);
    const room = this;
    map.setOverlay({
      get hidesMarks() { return room.#hidesMarks; },
      ground: (context, frame, with_) => this.#drawGround(context, frame, with_),
      above: (context, frame, with_) => this.#drawAbove(context, frame, with_),
      pick: (frame, x, y, slack) => this.#pick(frame, x, y, slack),
      hover: (key, x, y) => this.#hover(key, x, y),
      open: (key) => this.#open(key),
      step: (direction, frame, inView) => this.#step(direction, frame, inView),
    });
  }

  get #hidesMarks() { return !['incidents', 'episodes'].includes(this.#shown?.state.layer ?? 'incidents'); }

  /** @param {import('../map/basemap.js').Basemap} basemap */
  setBasemap(basemap) {
    this.#basemap = basemap;
    this.#crossings = crossingsOf(basemap);
    if (this.#shown) this.show(this.#shown);
  }

  /** @param {Theme} theme */
  setTheme(theme) {
    this.#theme = theme;
    this.tell();
  }

  /** What follows every step of time. @param {Shown} shown */
  show(shown) {
    this.#shown = shown;
    const { state, columns, selection, day } = shown;
    if (this.#isRead) this.#states = statesAt(this.#events.events, this.#crossings, day);
    else afterFrame(() => this.#readEvents());
    const isOutlined = state.layer === 'episodes' || (state.layer === 'incidents' && state.episode.length > 0);
    if (!this.#parts && (this.#hidesMarks || isOutlined)) void this.#load();
    const units = this.#unitsNow();
    this.#shading = this.#parts && units ? this.#parts.shadingOf(units, columns, selection.fails, state.measure === 'killed' ? 'killed' : 'count') : null;
    this.#groups = this.#parts && isOutlined ? this.#parts.groupsOf(columns, selection) : [];
    this.#map.setWorldview(state.worldview);
    put(this.#map.element, 'data-layer', state.layer);
    if (this.#hidesMarks || this.#groups.length > 0 || this.#wasOther) this.#map.redrawGround();
    else this.#map.redraw();
    this.#wasOther = this.#hidesMarks || this.#groups.length > 0;
  }

  #wasOther = false;

  async #load() {
    try {
      this.#parts = await later(() => import('./parts.js'));
      if (this.#shown) this.show(this.#shown);
      this.tell();
    } catch (error) {
      notice(byId('notices'), t('error.basemap', { names: t('layers.label') }), { detail: detailOf(error), retry: () => this.#load() });
    }
  }

  get #isRead() { return this.#shown !== null && this.#events.columns === this.#shown.columns && this.#events.kinds === this.#shown.kinds; }

  // Closings and openings are looked for once, behind what is drawn first.
  #readEvents() {
    if (!this.#shown || this.#isRead) return;
    const { columns, kinds, day } = this.#shown;
    this.#events = { columns, kinds, events: closuresOf(columns, kinds) };
    this.#states = statesAt(this.#events.events, this.#crossings, day);
    this.#map.redraw();
  }

  /** Flags in the frame; none before it is known what they say. @param {Frame} frame */
  #flags(frame) { return this.#states.length === this.#crossings.length ? placeFlags(this.#crossings, this.#states, frame) : []; }

  #unitsNow() {
    const { state, columns } = /** @type {Shown} */ (this.#shown);
    const level = state.layer === 'districts' ? 'district' : state.layer === 'provinces' ? 'province' : null;
    if (!level || !this.#basemap || !this.#parts) return null;
    const shapes = this.#basemap[`${level}s`];
    if (this.#units?.columns !== columns || this.#units.shapes !== shapes) this.#units = { columns, shapes, units: this.#parts.unitsOf(columns, shapes, level) };
    return this.#units.units;
  }

  /** The words of the layers, which need not follow every frame. */
  tell() {
    const shown = this.#shown;
    if (!shown) return;
    this.#readEvents();
    const drawn = this.#drawn(shown);
    showLayerLegend(byId('legend'), drawn, this.#theme);
    const gates = this.#crossings.map((crossing, at) => ({ status: this.#states[at].status, name: crossing.name, words: crossingWords(this.#states[at]), open: this.#states[at].row < 0 ? null : () => this.#open(`x${at}`) }));
    this.#control.show(shown.state, gates, dayWords(shown.day, 'short'), this.#theme);
    this.#map.element.dataset.gates = this.#crossings.flatMap(({ id }, at) => (this.#states[at].status === 'unknown' ? [] : [`${id}=${this.#states[at].status}`])).join(' ');
  }

  /** @param {Shown} shown @returns {import('./legend.js').Drawn} */
  #drawn({ state, columns, selection, scene, day }) {
    const units = this.#shading ? this.#units?.units ?? null : null;
    return {
      state, shading: this.#shading, heatMost: this.#heat.most, blurKm: this.#heat.km, states: this.#states, day, groups: this.#groups,
      account: accountOf(columns, selection, this.#map.box, { layer: state.layer, sites: scene.sites, units }),
    };
  }

  /** The same words for a picture. @param {Theme} theme */
  key(theme) {
    if (!this.#shown) return null;
    this.#readEvents();
    const drawn = this.#drawn(this.#shown);
    return { layer: layerKey(drawn, theme), rows: commonRows(drawn), account: accountRows(drawn) };
  }

  /** @param {CanvasRenderingContext2D} context @param {Frame} frame @param {Theme} theme */
  #drawGround(context, frame, theme) {
    const shown = this.#shown;
    const parts = this.#parts;
    if (!shown || !parts) return;
    if (this.#shading && this.#units) parts.drawShades(context, frame, this.#units.units, this.#shading, this.#unitPointed, theme);
    if (shown.state.layer === 'heat') {
      const density = parts.densityOf(shown.columns, shown.selection, frame, shown.state.measure === 'killed' ? 'killed' : 'count');
      this.#heat = { most: density.most, km: kilometresOf(parts.BLUR, frame.scale, latOf((frame.top + frame.height / 2) / frame.scale)) };
      parts.drawHeat(context, density, theme);
    }
    if (this.#groups.length > 0) parts.drawGroups(context, frame, this.#groups, this.#wishes.name, theme);
  }

  get #unitPointed() { return this.#pointed.startsWith('u') ? Number(this.#pointed.slice(1)) : -1; }

  /** @param {CanvasRenderingContext2D} context @param {Frame} frame @param {Theme} theme */
  #drawAbove(context, frame, theme) {
    if (!this.#shown) return;
    const { selected, sites } = this.#shown.scene;
    if (this.#hidesMarks && selected >= 0 && sites.type[selected] === SPOT) {
      context.beginPath();
      context.arc(sites.x[selected] * frame.scale - frame.left, sites.y[selected] * frame.scale - frame.top, 7, 0, 2 * Math.PI);
      context.strokeStyle = theme.focus;
      context.lineWidth = 3;
      context.stroke();
    }
    drawFlags(context, stampsOf(theme, frame.density), this.#flags(frame), this.#states, this.#pointed.startsWith('x') ? Number(this.#pointed.slice(1)) : -1, theme, !this.#hidesMarks);
  }

  /** @param {Frame} frame @param {number} x @param {number} y @param {number} slack */
  #pick(frame, x, y, slack) {
    const flag = flagAt(this.#flags(frame), x, y, slack);
    if (flag >= 0) return `x${flag}`;
    if (!this.#shading || !this.#units) return '';
    const mx = (x + frame.left) / frame.scale;
    const my = (y + frame.top) / frame.scale;
    const unit = this.#units.units.shapes.findIndex((shape) => contains(shape, mx, my));
    return unit < 0 ? '' : `u${unit}`;
  }

  /** @param {string} key @param {number} x @param {number} y */
  #hover(key, x, y) {
    const tip = byId('tip');
    tip.hidden = key === '';
    if (this.#pointed !== key) {
      const wasUnit = this.#unitPointed;
      this.#pointed = key;
      if (wasUnit !== this.#unitPointed) this.#map.redrawGround();
      else this.#map.redraw();
    }
    if (key === '' || !this.#shown) return;
    const size = { width: this.#map.element.clientWidth, height: this.#map.element.clientHeight };
    const at = Number(key.slice(1));
    if (key.startsWith('x')) crossingTip(tip, this.#crossings[at], this.#states[at], this.#shown, { x, y, ...size });
    else if (this.#shading && this.#units) this.#parts?.unitTip(tip, this.#units.units.shapes[at], this.#shading, at, { x, y, ...size });
  }

  /** @param {string} key */
  #open(key) {
    const at = Number(key.slice(1));
    if (key.startsWith('u') && this.#units) {
      const { id, name } = this.#units.units.shapes[at].properties;
      this.#wishes.only(String(id), name);
    } else {
      const id = this.#states[at].row < 0 ? undefined : this.#shown?.columns.ids.at(this.#states[at].row);
      if (id) this.#wishes.open(id);
    }
  }

  // Units with anything in them, from west to east.
  /** @param {1|-1} direction @param {Frame} frame @param {(x: number, y: number) => boolean} inView */
  #step(direction, frame, inView) {
    const shading = this.#shading;
    const units = this.#units?.units;
    const parts = this.#parts;
    if (!shading || !units || !parts) return null;
    const pixelOf = (/** @type {import('../map/geometry.js').Shape} */ shape) => {
      const { x, y } = parts.anchorOf(shape);
      return { x: x * frame.scale - frame.left, y: y * frame.scale - frame.top };
    };
    const seen = units.shapes.map((shape, at) => ({ at, ...pixelOf(shape) }))
      .filter(({ at, x, y }) => shading.count[at] > 0 && inView(x, y)).sort((a, b) => a.x - b.x || a.y - b.y);
    if (seen.length === 0) return null;
    const before = seen.findIndex(({ at }) => at === this.#unitPointed);
    const next = seen[before < 0 ? (direction > 0 ? 0 : seen.length - 1) : (before + direction + seen.length) % seen.length];
    announce(parts.unitWords(units.shapes[next.at], shading, next.at).join('. '));
    return { key: `u${next.at}`, x: next.x, y: next.y };
  }
}
