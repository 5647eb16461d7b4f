// @ts-check
// The widgets of time: the timeline below the map, the histogram by itself, and the chart of line and time above it.
import { getBasemap } from '../data/api.js';
import { nearest } from '../panel/nearest.js';
import { parseStretch } from '../state/params.js';
import { formatInterval } from '../time/interval.js';
import { isWhole } from '../time/window.js';
import { Timeline } from '../timeline/timeline.js';
import { t } from '../text/t.js';
import { fill, h } from '../ui/dom.js';
import { detailOf } from '../ui/notices.js';

/** @typedef {import('./shell.js').Shown} Shown @typedef {import('./shell.js').Frame} Around */

export class TimePart {
  #around;
  #element;
  #timeline;
  /** @type {Shown|null} */ #shown = null;
  /** @type {import('../linetime/chart.js').LineChart|null} */ #chart = null;
  /** @type {import('../timeline/timeline.js').Axis|null} */ #axis = null;
  #length = 1;
  #counted = () => {};

  /** @param {HTMLElement} element @param {Around} around */
  constructor(element, around) {
    this.#around = around;
    this.#element = element;
    const inner = h('div', { class: 'time-line' });
    fill(element, inner);
    const isLine = around.options.widget === 'line';
    this.#timeline = new Timeline(inner, around.theme, {
      window: around.window, set: (patch) => around.set(patch),
      preset: ({ window, episode }) => around.set({ datetime: window ? formatInterval(window.start, window.end) : '', episode: episode ? [episode] : [] }),
      axis: (axis) => { this.#axis = axis; this.#chart?.setAxis(axis); },
    });
    if (isLine) {
      const box = h('section', { class: 'line-time' });
      inner.querySelector('.plot')?.before(box);
      element.classList.add('with-line');
      void this.#open(box);
    }
  }

  get playing() { return this.#timeline.playing; }

  /** @param {HTMLElement} box */
  async #open(box) {
    try {
      const [{ LineChart, filterOf, landmarksOf, roomOf }, landmarks] = await Promise.all([import('../linetime/parts.js'), getBasemap('landmarks')]);
      const known = landmarksOf(landmarks);
      this.#length = known.length;
      const chart = this.#chart = new LineChart(box, this.#around.theme, {
        choose: (extent) => this.#around.set(filterOf(extent, this.#timeline.data, this.#length)),
        chooseStretch: ({ from, to }) => this.#around.set({ lineKm: filterOf({ start: 0, end: 0, from, to }, { first: 0, last: 0 }, this.#length).lineKm }),
        clear: () => this.#around.set({ datetime: '', lineKm: '' }),
        light: () => {}, zoom: (factor, day) => this.#timeline.zoom(factor, day), pan: (days) => this.#timeline.pan(days), close: () => {}, save: () => {},
      });
      const margins = roomOf(this.#element.clientWidth, 1);
      this.#element.style.setProperty('--line-before', `${margins.left}px`);
      this.#element.style.setProperty('--line-after', `${margins.right}px`);
      chart.setLandmarks(known);
      if (this.#axis) chart.setAxis(this.#axis);
      if (this.#shown) this.#say(this.#shown);
    } catch (error) {
      this.#element.classList.remove('with-line');
      this.#around.notice(t('error.basemap', { names: t('line.title') }), detailOf(error));
    }
  }

  /** @param {Shown} shown */
  show(shown) {
    const before = this.#shown;
    this.#shown = shown;
    const { columns, selection, state, window, domain } = shown;
    if (before?.columns !== columns) this.#timeline.setData(domain, []);
    // Of the same incidents the bars are counted again when another filter than that of time has changed.
    if (before?.columns !== columns || shown.counted !== before.counted) this.#timeline.setSource(columns, selection.fails, () => { this.#counted(); this.#say(shown); });
    this.#timeline.setWindow(window, state);
    this.#timeline.setNearest(selection.count === 0 ? nearest(columns, selection, window) : null, (day) => this.#around.go(day));
    this.#chart?.setView(this.#viewOf(shown));
  }

  /** @param {Shown} shown */
  #say(shown) {
    if (shown.columns !== this.#shown?.columns) return;
    this.#chart?.setSource({ columns: shown.columns, fails: shown.selection.fails, gaps: this.#timeline.gaps });
    this.#chart?.setView(this.#viewOf(this.#shown));
  }

  /** @param {Shown} shown @returns {import('../linetime/chart.js').View} */
  #viewOf({ window, state, domain }) {
    const stretch = parseStretch(state.lineKm);
    return { window, stretch, chosen: stretch !== null || !isWhole(window, domain), measure: state.measure === 'killed' ? 'killed' : 'count' };
  }

  /** @param {() => void} done called once when the bars are there */
  whenCounted(done) { this.#counted = () => { this.#counted = () => {}; done(); }; }

  /** @param {import('../map/theme.js').Theme} theme */
  setTheme(theme) {
    this.#timeline.setTheme(theme);
    this.#chart?.setTheme(theme);
  }

  play() { if (!this.#timeline.playing) this.#timeline.playOrPause(); }
  pause() { this.#timeline.pause(); }
  stop() { this.#timeline.pause(); }
}
