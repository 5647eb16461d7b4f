// @ts-check
// Timeline and chart of line and time as one: they share the axis; what the chart points at is lit on the map.
import { getBasemap } from '../data/api.js';
import { byId, fill, h } from '../ui/dom.js';
import { detailOf, notice } from '../ui/notices.js';
import { t } from '../text/t.js';
import { nearest } from '../panel/nearest.js';
import { drawStretch } from '../linetime/stretch.js';
import { parseStretch } from '../state/params.js';
import { drawTrail, trailOf } from '../time/trail.js';
import { isWhole } from '../time/window.js';
import { Timeline } from './timeline.js';

/**
 * @typedef {import('../state/params.js').State} State
 * @typedef {import('../time/window.js').Window} Window
 * @typedef {import('../data/columns.js').Columns} Columns
 * @typedef {import('../map/map-view.js').MapView} MapView
 *
 * @typedef {object} Wishes
 * @property {(window: Window, done: boolean) => void} window
 * @property {(patch: Partial<State>, how?: 'push'|'replace') => void} set
 * @property {(choice: import('./controls.js').Choice) => void} preset
 * @property {(day: number) => void} go moves the window to a day
 */

export class TimeRoom {
  #wishes;
  #map;
  #theme;
  #timeline;
  #element;
  #box = h('section', { class: 'line-time', hidden: true });
  /** @type {import('../linetime/chart.js').LineChart|null} */ #chart = null;
  #isOpen = false;
  /** @type {import('./timeline.js').Axis|null} */ #axis = null;
  /** @type {{columns: Columns, fails: Uint16Array}|null} */ #source = null;
  /** @type {import('../map/geometry.js').Shape|undefined} */ #line;
  /** @type {State|null} */ #state = null;
  /** @type {Window} */ #window = { start: 0, end: 1 };
  /** @type {{from: number, to: number}|null} */ #lit = null;
  /** @type {number[][]} */ #trail = [];

  /** @param {HTMLElement} element @param {MapView} map @param {import('../map/theme.js').Theme} theme @param {Wishes} wishes */
  constructor(element, map, theme, wishes) {
    this.#element = element;
    this.#map = map;
    this.#theme = theme;
    this.#wishes = wishes;
    const inner = h('div', { class: 'time-line' });
    fill(element, inner);
    this.#timeline = new Timeline(inner, theme, {
      window: wishes.window, preset: wishes.preset,
      set: (patch) => wishes.set(patch, 'timeMatch' in patch ? 'push' : 'replace'),
      axis: (axis) => { this.#axis = axis; this.#chart?.setAxis(axis); },
    });
    inner.querySelector('.plot')?.before(this.#box);
    map.setDrawings({ beneath: (context, frame) => this.#drawBeneath(context, frame), over: (context, frame) => this.#drawOver(context, frame) });
  }

  get playing() { return this.#timeline.playing; }

  /** @param {Parameters<Timeline['setData']>[0]} data @param {Parameters<Timeline['setData']>[1]} episodes */
  setData(data, episodes) { this.#timeline.setData(data, episodes); }

  /** @param {Columns} columns @param {Uint16Array} fails */
  setSource(columns, fails) {
    this.#source = { columns, fails };
    this.#timeline.setSource(columns, fails, () => this.#chart?.setSource({ columns, fails, gaps: this.#timeline.gaps }));
  }

  /** The Durand Line as the map draws it. @param {import('../map/geometry.js').Shape|undefined} line */
  setLine(line) {
    this.#line = line;
    this.#map.redrawOver();
  }

  /** @param {Window} window @param {State} state */
  setWindow(window, state) {
    const stretch = state.lineKm !== this.#state?.lineKm;
    this.#window = window;
    this.#state = state;
    if ((state.chart === 'line') !== this.#isOpen) this.#open(state.chart === 'line');
    this.#timeline.setWindow(window, state);
    this.#chart?.setView(this.#view(state));
    const before = this.#trail.length;
    this.#trail = state.mode === 'trail' && this.#source ? trailOf(this.#source.columns, this.#source.fails, window) : [];
    if (before > 0 || this.#trail.length > 0) {
      this.#map.element.dataset.trail = String(this.#trail.reduce((sum, rows) => sum + rows.length, 0));
      this.#map.redraw();
    }
    if (stretch) this.#map.redrawOver();
  }

  /** What is shown of the data; where nothing is, the timeline says where something would be. @param {import('../filter/selection.js').Selection} selection @param {boolean} loaded */
  setShown(selection, loaded) {
    const empty = loaded && selection.count === 0 && this.#source !== null;
    this.#timeline.setNearest(empty ? nearest(/** @type {Columns} */ (this.#source?.columns), selection, this.#window) : null, this.#wishes.go);
  }

  /** @param {import('../map/theme.js').Theme} theme */
  setTheme(theme) {
    this.#theme = theme;
    this.#timeline.setTheme(theme);
    this.#chart?.setTheme(theme);
    this.#map.redrawOver();
  }

  /** @param {State} state @returns {import('../linetime/chart.js').View} */
  #view(state) {
    const stretch = parseStretch(state.lineKm);
    return { window: this.#window, stretch, chosen: stretch !== null || !isWhole(this.#window, this.#timeline.data), measure: state.measure === 'killed' ? 'killed' : 'count' };
  }

  /** @param {boolean} is */
  #open(is) {
    this.#isOpen = is;
    this.#box.hidden = !is;
    this.#element.classList.toggle('with-line', is);
    document.body.classList.toggle('line-open', is);
    // The map has less room then: its legend can be opened again.
    if (is) document.querySelector('#legend details')?.removeAttribute('open');
    if (!is) {
      this.#light(null);
      document.body.classList.remove('chart-full');
      this.#chart = null;
      fill(this.#box);
      return;
    }
    void this.#load();
  }

  async #load() {
    try {
      const parts = await import('../linetime/parts.js');
      if (this.#isOpen && !this.#chart) this.#build(parts);
    } catch (error) {
      notice(byId('notices'), t('error.basemap', { names: t('line.title') }), { detail: detailOf(error), retry: () => this.#load() });
    }
  }

  /** @param {typeof import('../linetime/parts.js')} parts */
  #build({ LineChart, filterOf, landmarksOf, roomOf, savePicture }) {
    const chart = new LineChart(this.#box, this.#theme, {
      choose: (extent) => this.#wishes.set(filterOf(extent, this.#timeline.data, this.#length)),
      chooseStretch: ({ from, to }) => this.#wishes.set({ lineKm: filterOf({ start: 0, end: 0, from, to }, { first: 0, last: 0 }, this.#length).lineKm }),
      clear: () => this.#wishes.set({ datetime: '', lineKm: '' }),
      light: (stretch) => this.#light(stretch),
      zoom: (factor, day) => this.#timeline.zoom(factor, day),
      pan: (days) => this.#timeline.pan(days),
      close: () => {
        this.#wishes.set({ chart: '' }, 'replace');
        /** @type {HTMLElement|null} */ (this.#element.querySelector('.chart-toggle'))?.focus();
      },
      save: (scene) => savePicture(scene, this.#theme),
    });
    this.#chart = chart;
    // The plots share the axis: the timeline keeps the chart's margins.
    const margins = roomOf(this.#element.clientWidth, 1);
    this.#element.style.setProperty('--line-before', `${margins.left}px`);
    this.#element.style.setProperty('--line-after', `${margins.right}px`);
    if (this.#axis) chart.setAxis(this.#axis);
    if (this.#source) chart.setSource({ ...this.#source, gaps: this.#timeline.gaps });
    if (this.#state) chart.setView(this.#view(this.#state));
    void this.#askLandmarks(chart, landmarksOf);
  }

  #length = 1;

  /** @param {import('../linetime/chart.js').LineChart} chart @param {typeof import('../linetime/landmarks.js').landmarksOf} landmarksOf */
  async #askLandmarks(chart, landmarksOf) {
    try {
      const landmarks = landmarksOf(await getBasemap('landmarks'));
      this.#length = landmarks.length;
      chart.setLandmarks(landmarks);
    } catch (error) {
      notice(byId('notices'), t('error.basemap', { names: 'landmarks' }), { detail: detailOf(error), retry: () => this.#askLandmarks(chart, landmarksOf) });
    }
  }

  /** @param {{from: number, to: number}|null} stretch */
  #light(stretch) {
    this.#lit = stretch;
    if (stretch) this.#map.element.dataset.stretch = `${stretch.from}..${stretch.to}`;
    else delete this.#map.element.dataset.stretch;
    this.#map.redrawOver();
  }

  /** @param {CanvasRenderingContext2D} context @param {import('../map/canvas-layer.js').Frame} frame */
  #drawBeneath(context, frame) {
    if (this.#trail.length > 0 && this.#source) drawTrail(context, frame, this.#source.columns, this.#trail, this.#theme);
  }

  /** @param {CanvasRenderingContext2D} context @param {import('../map/canvas-layer.js').Frame} frame */
  #drawOver(context, frame) {
    const chosen = parseStretch(this.#state?.lineKm ?? '');
    if (chosen) drawStretch(context, frame, this.#line, chosen, this.#theme.focus, 0.5);
    if (this.#lit) drawStretch(context, frame, this.#line, this.#lit, this.#theme.focus, 1);
    return chosen !== null || this.#lit !== null;
  }
}
