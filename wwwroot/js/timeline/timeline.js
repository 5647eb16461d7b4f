// @ts-check
// The timeline: histogram, window, zoom, playing. It shows what it is given and asks for a window; the state lives elsewhere.
import { announce, fill, h, wantsStillness } from '../ui/dom.js';
import { afterFrame, Beat, whenIdle } from '../ui/pace.js';
import { t } from '../text/t.js';
import { FAMILIES } from '../data/kinds.js';
import { addUnits, startOf } from '../time/days.js';
import { gapsOf } from '../time/gaps.js';
import { binOf, edgesOf, histogram, unitFor } from '../time/histogram.js';
import { orderOf } from '../time/order.js';
import { daysPerSecond, panned, played, readyToPlay, showing, zoomed } from '../time/window.js';
import { windowWords } from '../words/dates.js';
import { barWords, nearestNote } from './bar-words.js';
import { AXIS, Brush } from './brush.js';
import { Controls } from './controls.js';
import { listenForGestures } from './gestures.js';
import { Player } from './player.js';
import { PlotPicture } from './plot.js';
import { dayAt } from './scale.js';

/**
 * @typedef {import('../time/window.js').Window} Window
 * @typedef {import('../time/window.js').Domain} Domain
 * @typedef {import('../data/columns.js').Columns} Columns
 * @typedef {import('./controls.js').Chosen} Chosen
 * @typedef {{domain: Domain, width: number, edges: Int32Array, unit: import('../time/days.js').Unit}} Axis what is shown of time, and in which bins
 * @typedef {object} Wishes
 * @property {(window: Window, done: boolean) => void} window a null end is never given: the page decides what is open
 * @property {(patch: Partial<Chosen>) => void} set
 * @property {(choice: import('./controls.js').Choice) => void} preset
 * @property {(axis: Axis) => void} axis it was zoomed, moved or resized
 */

export class Timeline {
  #wishes;
  #canvas = h('canvas', { 'aria-hidden': true });
  #picture = new PlotPicture();
  #plot;
  #tip = h('output', { class: 'plot-tip', hidden: true });
  #note = h('p', { class: 'plot-note', hidden: true });
  #controls;
  #brush;
  #player;
  #theme;
  /** @type {Domain} */ #data = { first: 0, last: 1 };
  /** @type {Domain} */ #shown = { first: 0, last: 1 };
  /** @type {Window} */ #window = { start: 0, end: 1 };
  /** @type {import('../time/histogram.js').Bins|null} */ #bins = null;
  /** @type {{columns: Columns, fails: Uint16Array}|null} */ #source = null;
  /** @type {import('../time/gaps.js').Gap[]} */ #gaps = [];
  /** Those of which the gaps are. @type {Columns|null} */ #counted = null;
  /** @type {Chosen} */ #chosen = { mode: 'window', datetime: '', episode: [], measure: 'count', timeMatch: 'possible', chart: '' };
  #hovered = -1;
  #pointer = -1;
  #width = 1;
  #height = 1;
  #carried = 0;
  #words = new Beat();
  /** The frame in which the plot is drawn; 0: it is as it should be. */ #pending = 0;

  /** @param {HTMLElement} element @param {import('../map/theme.js').Theme} theme @param {Wishes} wishes */
  constructor(element, theme, wishes) {
    this.#wishes = wishes;
    this.#theme = theme;
    this.#plot = h('div', { class: 'plot' }, this.#canvas, this.#tip, this.#note);
    this.#controls = new Controls({
      play: () => this.playOrPause(),
      set: (patch) => wishes.set(patch),
      preset: (choice) => {
        this.pause();
        wishes.preset(choice);
        const about = choice.window ?? choice.about;
        this.#show(about ? showing(this.#shown, about, this.#data) : this.#data);
      },
      zoomIn: () => this.#show({ first: this.#window.start - 3, last: this.#window.end + 3 }),
      zoomOut: () => this.#show(this.#data),
    });
    fill(element, this.#controls.element, this.#plot);
    this.#brush = new Brush(this.#plot, {
      scale: () => this.#scale(), window: () => this.#window, data: () => this.#data, unit: () => this.#bins?.unit ?? 'month',
      change: (window, done) => { this.pause(); wishes.window(window, done); this.#follow(); },
      choose: (day) => this.#choose(day),
      playOrPause: () => this.playOrPause(),
      zoom: (factor) => this.zoom(factor, Math.round((this.#window.start + this.#window.end) / 2)),
      pan: (pixels) => this.pan(Math.round(pixels / this.#width * (this.#shown.last - this.#shown.first + 1))),
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

  /** The bars are counted behind the frame that shows the incidents. @param {Columns} columns @param {Uint16Array} fails @param {() => void} counted */
  setSource(columns, fails, counted) {
    const source = this.#source = { columns, fails };
    afterFrame(() => {
      if (source !== this.#source) return;
      if (columns !== this.#counted) this.#gaps = gapsOf(columns, this.#data);
      this.#counted = columns;
      this.#count();
      counted();
      // What a step looks into; until it is there a step looks at every incident.
      whenIdle(() => orderOf(columns));
    });
  }

  /** @param {Window} window @param {Chosen} state */
  setWindow(window, { mode, datetime, episode, measure, timeMatch, chart }) {
    const recount = measure !== this.#chosen.measure;
    this.#window = window;
    this.#chosen = { mode, datetime, episode, measure, timeMatch, chart };
    if (recount) this.#count();
    this.#controls.show({ ...this.#chosen, playing: this.#player.playing, zoomed: this.#shown !== this.#data });
    this.#brush.place();
    this.#words.soon(() => {
      this.#controls.say(windowWords(this.#window));
      this.#brush.say();
    });
    this.#draw();
  }

  /** Says where the data is that the window misses. @param {import('./bar-words.js').Nearest|null} near null: something is shown @param {(day: number) => void} go */
  setNearest(near, go) { nearestNote(this.#note, near, this.#window, go); }

  /** @param {import('../map/theme.js').Theme} theme */
  setTheme(theme) {
    this.#theme = theme;
    this.#draw();
  }

  get playing() { return this.#player.playing; }
  get gaps() { return this.#gaps; }
  get data() { return this.#data; }

  /** @type {import('../time/window.js').Mode} */
  get #mode() { return this.#chosen.mode === 'cumulative' ? 'cumulative' : 'window'; }

  playOrPause() {
    if (this.#player.playing) return this.pause();
    this.#carried = 0;
    this.#player.play();
    this.#wishes.window(readyToPlay(this.#window, this.#data, this.#mode), false);
    this.#follow();
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
    const days = seconds * daysPerSecond(this.#shown, this.#controls.speed) + this.#carried;
    const whole = Math.floor(days);
    this.#carried = days - whole;
    if (whole === 0) return 0;
    const { window, ended } = played(this.#window, whole, this.#data, this.#mode);
    this.#wishes.window(window, false);
    this.#follow();
    if (!ended) return 0;
    this.pause();
    return -1;
  }

  #scale() { return { domain: this.#shown, width: this.#width }; }

  /** @param {number} factor @param {number} day that stays where it is */
  zoom(factor, day) { this.#show(zoomed(this.#shown, factor, day, this.#data)); }

  /** @param {number} days */
  pan(days) { this.#show(panned(this.#shown, days, this.#data)); }

  // A window that moves out of what is shown takes the axis with it.
  #follow() {
    const { start, end } = this.#window;
    if (this.#shown === this.#data || end - start >= this.#shown.last - this.#shown.first) return;
    const at = this.#mode === 'cumulative' ? { start: end, end } : this.#window;
    const next = showing(this.#shown, at, this.#data, 0);
    if (next !== this.#shown) this.#show(next);
  }

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
    const edges = edgesOf(this.#shown.first, this.#shown.last, unit);
    this.#bins = histogram(columns, fails, edges, unit, FAMILIES.length, this.#chosen.measure === 'killed' ? 'killed' : 'count');
    this.#plot.dataset.from = String(this.#shown.first);
    this.#plot.dataset.to = String(this.#shown.last);
    this.#wishes.axis({ domain: this.#shown, width: this.#width, edges, unit });
    if (this.#pointer >= 0) this.#hover(this.#pointer);
    else this.#draw();
  }

  #draw() {
    if (!this.#pending) this.#pending = requestAnimationFrame(() => { this.#pending = 0; this.#drawNow(); });
  }

  #drawNow() {
    const context = this.#canvas.getContext('2d');
    if (!context || !this.#bins) return;
    const density = Math.min(2, window.devicePixelRatio || 1);
    const plot = { scale: this.#scale(), room: { axis: AXIS, top: 4, height: this.#height }, bins: this.#bins, theme: this.#theme, gaps: this.#gaps };
    this.#picture.draw(context, plot, this.#window, this.#hovered, density);
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
    listenForGestures(this.#plot, { scale: () => this.#scale(), zoom: (factor, day) => this.zoom(factor, day), pan: (days) => this.pan(days) }, () => this.#brush.giveUp());
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
    this.#drawNow(); // An emptied canvas is not to be seen.
    this.#brush.place();
  }

  /** @param {number} x below 0: nowhere */
  #hover(x) {
    if (!this.#bins) return;
    const bin = x < 0 ? -1 : binOf(this.#bins.edges, dayAt(this.#scale(), x));
    this.#pointer = x;
    if (bin === this.#hovered && bin < 0) return;
    this.#hovered = bin;
    this.#tip.hidden = bin < 0;
    if (bin >= 0) {
      this.#tip.textContent = barWords(this.#bins, bin, this.#gaps);
      this.#tip.style.insetInlineStart = `${Math.min(Math.max(x, 90), this.#width - 90)}px`;
    }
    this.#draw();
  }
}
