// @ts-check
// The timeline: histogram, window, playing. It shows what it is given and asks for a window; the state lives elsewhere.
import { announce, fill, h, wantsStillness } from '../ui/dom.js';
import { t } from '../text/t.js';
import { FAMILIES } from '../data/kinds.js';
import { addUnits, startOf } from '../time/days.js';
import { binOf, edgesOf, histogram, unitFor } from '../time/histogram.js';
import { daysPerSecond, played, readyToPlay, zoomed } from '../time/window.js';
import { rangeWords, windowWords } from '../words/dates.js';
import { Brush } from './brush.js';
import { Controls } from './controls.js';
import { Player } from './player.js';
import { drawPlot } from './plot.js';
import { dayAt } from './scale.js';

/**
 * @typedef {import('../time/window.js').Window} Window
 * @typedef {import('../time/window.js').Domain} Domain
 * @typedef {object} Wishes
 * @property {(window: Window, done: boolean) => void} window a null end is never given: the page decides what is open
 * @property {(mode: string) => void} mode
 * @property {(choice: {window?: Window, episode?: string, all?: boolean}) => void} preset
 */

const AXIS = 18;

export class Timeline {
  #wishes;
  #canvas = h('canvas', { 'aria-hidden': true });
  #plot;
  #tip = h('output', { class: 'plot-tip', hidden: true });
  #controls;
  #brush;
  #player;
  #theme;
  /** @type {Domain} */ #data = { first: 0, last: 1 };
  /** @type {Domain} */ #shown = { first: 0, last: 1 };
  /** @type {Window} */ #window = { start: 0, end: 1 };
  /** @type {import('../time/histogram.js').Bins|null} */ #bins = null;
  /** @type {{columns: import('../data/columns.js').Columns, fails: Uint16Array}|null} */ #source = null;
  /** @type {'window'|'cumulative'} */ #mode = 'window';
  /** @type {{mode: string, datetime: string, episode: readonly string[]}} */ #chosen = { mode: 'window', datetime: '', episode: [] };
  #hovered = -1;
  #width = 1;
  #height = 1;
  #carried = 0;

  /** @param {HTMLElement} element @param {import('../map/theme.js').Theme} theme @param {Wishes} wishes */
  constructor(element, theme, wishes) {
    this.#wishes = wishes;
    this.#theme = theme;
    this.#plot = h('div', { class: 'plot' }, this.#canvas, this.#tip);
    this.#controls = new Controls({
      play: () => this.playOrPause(),
      mode: (mode) => wishes.mode(mode),
      preset: (choice) => { this.pause(); wishes.preset(choice); },
      zoomIn: () => this.#show({ first: this.#window.start - 3, last: this.#window.end + 3 }),
      zoomOut: () => this.#show(this.#data),
    });
    fill(element, this.#controls.element, this.#plot);
    this.#brush = new Brush(this.#plot, {
      scale: () => this.#scale(), window: () => this.#window, data: () => this.#data, unit: () => this.#bins?.unit ?? 'month',
      change: (window, done) => { this.pause(); wishes.window(window, done); },
      choose: (day) => this.#choose(day),
      playOrPause: () => this.playOrPause(),
    });
    this.#player = new Player((seconds) => this.#step(seconds), wantsStillness);
    this.#listen();
  }

  /** @param {Domain} data @param {readonly {id: string, title: string, start: string|null, end: string|null}[]} episodes */
  setData(data, episodes) {
    const whole = this.#shown.first === this.#data.first && this.#shown.last === this.#data.last;
    this.#data = data;
    if (whole) this.#shown = data;
    this.#controls.setPeriods(data, episodes);
  }

  /** @param {import('../data/columns.js').Columns} columns @param {Uint16Array} fails */
  setSource(columns, fails) {
    this.#source = { columns, fails };
    this.#count();
  }

  /** @param {Window} window @param {{mode: string, datetime: string, episode: readonly string[]}} state */
  setWindow(window, { mode, datetime, episode }) {
    this.#window = window;
    this.#chosen = { mode, datetime, episode };
    this.#mode = mode === 'cumulative' ? 'cumulative' : 'window';
    this.#controls.show({ words: windowWords(window), mode, datetime, episode, playing: this.#player.playing, zoomed: this.#shown !== this.#data });
    this.#brush.place();
    this.#draw();
  }

  /** @param {import('../map/theme.js').Theme} theme */
  setTheme(theme) {
    this.#theme = theme;
    this.#draw();
  }

  get playing() { return this.#player.playing; }

  playOrPause() {
    if (this.#player.playing) return this.pause();
    this.#carried = 0;
    this.#player.play();
    this.#wishes.window(readyToPlay(this.#window, this.#data, this.#mode), false);
    announce(t('time.play'));
  }

  pause() {
    if (!this.#player.playing) return;
    this.#player.pause();
    this.#wishes.window(this.#window, true);
    this.setWindow(this.#window, this.#chosen); // The button changes also where the window stayed as it was.
    announce(`${t('time.pause')}: ${windowWords(this.#window, 'long')}`);
  }

  /** @param {number} seconds @returns {number} */
  #step(seconds) {
    const days = seconds * daysPerSecond(this.#data, this.#controls.speed) + this.#carried;
    const whole = Math.floor(days);
    this.#carried = days - whole;
    if (whole === 0) return 0;
    const { window, ended } = played(this.#window, whole, this.#data, this.#mode);
    this.#wishes.window(window, false);
    if (!ended) return 0;
    this.pause();
    return -1;
  }

  #scale() { return { domain: this.#shown, width: this.#width }; }

  /** @param {Domain} domain */
  #show({ first, last }) {
    const all = first <= this.#data.first && last >= this.#data.last;
    this.#shown = all ? this.#data : { first: Math.max(first, this.#data.first), last: Math.min(last, this.#data.last) };
    this.#count();
    this.setWindow(this.#window, this.#chosen);
  }

  #count() {
    if (!this.#source) return;
    const { columns, fails } = this.#source;
    const unit = unitFor(this.#shown.last - this.#shown.first + 1, this.#width);
    this.#bins = histogram(columns, fails, edgesOf(this.#shown.first, this.#shown.last, unit), unit, FAMILIES.length);
    this.#controls.setUnit(unit);
    this.#draw();
  }

  #draw() {
    const context = this.#canvas.getContext('2d');
    if (!context || !this.#bins) return;
    const density = Math.min(2, window.devicePixelRatio || 1);
    context.setTransform(density, 0, 0, density, 0, 0);
    drawPlot(context, this.#scale(), { axis: AXIS, top: 4, height: this.#height }, this.#bins, this.#window, this.#theme, this.#hovered);
  }

  // A click on a bar takes its time; on the bar that is chosen already, all time.
  /** @param {number} day */
  #choose(day) {
    if (!this.#bins) return;
    const start = startOf(day, this.#bins.unit);
    const end = addUnits(start, this.#bins.unit, 1) - 1;
    const again = this.#window.start === start && this.#window.end === end;
    this.pause();
    this.#wishes.window(again ? { start: this.#data.first, end: this.#data.last } : { start, end }, true);
  }

  #listen() {
    new ResizeObserver(([{ contentRect }]) => this.#resize(contentRect.width, contentRect.height)).observe(this.#plot);
    this.#plot.addEventListener('wheel', (event) => {
      event.preventDefault();
      const about = dayAt(this.#scale(), event.offsetX);
      this.#show(zoomed(this.#shown, event.deltaY > 0 ? 1.25 : 0.8, about, this.#data));
    }, { passive: false });
    this.#plot.addEventListener('pointermove', (event) => this.#hover(event.clientX - this.#plot.getBoundingClientRect().left));
    this.#plot.addEventListener('pointerleave', () => this.#hover(-1));
  }

  /** @param {number} width @param {number} height */
  #resize(width, height) {
    const density = Math.min(2, window.devicePixelRatio || 1);
    this.#width = Math.max(1, width);
    this.#height = Math.max(1, height);
    this.#canvas.width = this.#width * density;
    this.#canvas.height = this.#height * density;
    this.#count();
    this.#brush.place();
  }

  /** @param {number} x below 0: nowhere */
  #hover(x) {
    if (!this.#bins) return;
    const bin = x < 0 ? -1 : binOf(this.#bins.edges, dayAt(this.#scale(), x));
    if (bin === this.#hovered) return;
    this.#hovered = bin;
    this.#tip.hidden = bin < 0;
    if (bin >= 0) {
      this.#tip.textContent = this.#wordsOf(bin);
      this.#tip.style.insetInlineStart = `${Math.min(Math.max(x, 70), this.#width - 70)}px`;
    }
    this.#draw();
  }

  /** @param {number} bin */
  #wordsOf(bin) {
    const { edges, whole, part, families } = /** @type {import('../time/histogram.js').Bins} */ (this.#bins);
    const sum = (/** @type {Uint32Array} */ counts) => counts.subarray(bin * families, (bin + 1) * families).reduce((a, b) => a + b, 0);
    const words = t('time.bin', { when: rangeWords(edges[bin], edges[bin + 1] - 1, 'short'), n: sum(whole) });
    const more = sum(part);
    return more > 0 ? `${words}; ${t('time.bin.part', { n: more })}` : words;
  }
}
