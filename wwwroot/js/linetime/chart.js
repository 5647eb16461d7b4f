// @ts-check
// The chart of line and time: what it shows, where the pointer and the cursor are, what is chosen. The state of the view lives elsewhere.
import { announce, fill, h, icon, ICONS } from '../ui/dom.js';
import { Beat } from '../ui/pace.js';
import { t } from '../text/t.js';
import { AXIS } from '../timeline/brush.js';
import { listenForGestures } from '../timeline/gestures.js';
import { drawAxis } from '../timeline/plot.js';
import { dayAt } from '../timeline/scale.js';
import { binOf } from '../time/histogram.js';
import { between, extentOf, fullest, stepped } from './area.js';
import { cellsOf, rowsOf } from './cells.js';
import { boundsOf } from './classes.js';
import { drawChosen, drawCounted } from './draw.js';
import { Layered } from './layered.js';
import { showLegend } from './legend.js';
import { lookOf, roomOf } from './look.js';
import { listenForPointer } from './pointer.js';
import { kmAt, rowAt } from './scale.js';
import { showTable } from './table.js';
import { areaLines, besideWords, stretchesOf, summaryWords } from './words.js';

/**
 * @typedef {import('./area.js').Cell} Cell
 * @typedef {import('./area.js').Area} Area
 * @typedef {import('../timeline/timeline.js').Axis} Axis
 * @typedef {{columns: import('../data/columns.js').Columns, fails: Uint16Array, gaps: readonly import('../time/gaps.js').Gap[]}} Source
 * @typedef {{window: {start: number, end: number}, stretch: {from: number, to: number}|null, chosen: boolean, measure: import('../time/histogram.js').Measure}} View
 *
 * @typedef {object} Wishes
 * @property {(extent: {start: number, end: number, from: number, to: number}) => void} choose
 * @property {(stretch: {from: number, to: number}) => void} chooseStretch whatever the time
 * @property {() => void} clear the window and the stretch
 * @property {(stretch: {from: number, to: number}|null) => void} light
 * @property {(factor: number, day: number) => void} zoom
 * @property {(days: number) => void} pan
 * @property {() => void} close
 * @property {(scene: {draw: (context: CanvasRenderingContext2D) => void, width: number, height: number}) => void} save
 */

const FULL = 'M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4';
const TABLE = 'M2 3h12v10H2zM2 6.3h12M2 9.6h12M6.5 3v10';

export class LineChart {
  #wishes;
  #look;
  #canvas = h('canvas', { 'aria-hidden': true });
  #picture = new Layered(this.#canvas);
  #tabled = new Beat(400);
  #plot;
  #tip = h('div', { class: 'line-tip', hidden: true });
  #legend = h('ul', { class: 'line-legend' });
  #beside = h('p', { class: 'line-beside' });
  #summary = h('p', { class: 'hidden', id: 'line-summary' });
  #table = h('div', { class: 'line-table', hidden: true, tabindex: 0, role: 'region', 'aria-label': t('line.table.caption') });
  #stage;
  /** @type {HTMLElement|null} */ #full = null;
  #room = roomOf(1, 1);
  /** @type {import('./landmarks.js').Landmarks} */ #landmarks = { length: 1, crossings: [], provinces: [] };
  /** @type {Axis|null} */ #axis = null;
  /** @type {Source|null} */ #source = null;
  /** @type {View} */ #view = { window: { start: 0, end: 0 }, stretch: null, chosen: false, measure: 'count' };
  /** @type {import('./cells.js').Cells|null} */ #cells = null;
  /** @type {number[]} */ #bounds = [];
  /** @type {{cell: Cell, anchor: Cell, by: 'pointer'|'key'}|null} */ #at = null;
  #pending = 0;
  #drawing = 0;

  /** @param {HTMLElement} element @param {import('../map/theme.js').Theme} theme @param {Wishes} wishes */
  constructor(element, theme, wishes) {
    this.#wishes = wishes;
    this.#look = lookOf(theme);
    this.#plot = h('div', {
      class: 'line-plot', tabindex: 0, role: 'application', 'aria-label': t('line.label'), 'aria-describedby': 'line-summary line-help',
      onkeydown: (/** @type {Event} */ event) => this.#key(/** @type {KeyboardEvent} */ (event)), onblur: () => this.#point(null),
    });
    this.#stage = h('div', { class: 'line-stage' }, this.#canvas, this.#plot, this.#tip);
    fill(element, this.#head(), this.#stage, this.#table, this.#summary, h('p', { class: 'hidden', id: 'line-help' }, t('line.help')));
    element.onkeydown = (event) => { if (event.key === 'Escape' && !event.defaultPrevented) this.#fill(false); };
    const { pinching } = listenForGestures(this.#plot, { scale: () => this.#time(), zoom: wishes.zoom, pan: wishes.pan }, () => pointer.giveUp());
    const pointer = listenForPointer(this.#plot, {
      cellAt: (x, y) => this.#cellAt(x, y), pinching,
      point: (cell) => this.#point(cell && { cell, anchor: cell, by: 'pointer' }),
      brush: (from, to, done) => this.#brush(from, to, done),
      choose: (cell, touch) => this.#tap(cell, touch),
      pan: (pixels) => { const { domain, width } = this.#time(); wishes.pan(Math.round(pixels / width * (domain.last - domain.first + 1))); },
    });
    new ResizeObserver(([{ contentRect }]) => this.#resize(contentRect.width, contentRect.height)).observe(this.#stage);
  }

  #head() {
    const button = (/** @type {string} */ label, /** @type {string} */ path, /** @type {() => void} */ onclick, name = '') =>
      h('button', { type: 'button', class: `quiet ${name}`, title: label, 'aria-label': label, onclick }, icon(path));
    const table = button(t('line.table'), TABLE, () => {
      this.#table.hidden = !this.#table.hidden;
      table.setAttribute('aria-pressed', String(!this.#table.hidden));
      this.#stage.hidden = !this.#table.hidden;
      this.#fillTable();
    }, 'line-as-table');
    table.setAttribute('aria-pressed', 'false');
    const full = this.#full = button(t('line.full'), FULL, () => this.#fill(!document.body.classList.contains('chart-full')), 'line-full');
    full.setAttribute('aria-pressed', 'false');
    return h('div', { class: 'line-head' }, h('h2', {}, t('line.title')), this.#legend, this.#beside,
      h('span', { class: 'line-tools' }, table, button(t('line.save'), ICONS.down, () => this.#save(), 'line-save'), full,
        button(t('line.close'), ICONS.close, () => this.#wishes.close(), 'line-close')));
  }

  /** Whether the chart fills the screen. @param {boolean} is */
  #fill(is) {
    document.body.classList.toggle('chart-full', is);
    this.#full?.setAttribute('aria-pressed', String(is));
  }

  /** @param {import('./landmarks.js').Landmarks} landmarks */
  setLandmarks(landmarks) {
    this.#landmarks = landmarks;
    this.#recount();
  }

  /** @param {Axis} axis */
  setAxis(axis) {
    this.#axis = axis;
    this.#recount();
  }

  /** @param {Source} source */
  setSource(source) {
    this.#source = source;
    this.#recount();
  }

  /** @param {View} view */
  setView(view) {
    const other = view.measure !== this.#view.measure;
    this.#view = view;
    if (other) this.#recount();
    else this.#draw();
    this.#tabled.soon(() => this.#fillTable());
  }

  /** @param {import('../map/theme.js').Theme} theme */
  setTheme(theme) {
    this.#look = lookOf(theme);
    this.#recount();
  }

  get #line() { return { length: this.#landmarks.length, top: this.#room.top, height: this.#room.height - this.#room.top - this.#room.bottom }; }

  #time() { return { domain: this.#axis?.domain ?? { first: 0, last: 1 }, width: Math.max(1, this.#room.width - this.#room.left - this.#room.right) }; }

  /** @param {number} width @param {number} height */
  #resize(width, height) {
    this.#room = roomOf(Math.max(1, width), Math.max(1, height));
    this.#picture.resize(width, height);
    this.#recount();
  }

  /** Counts and draws with the next frame; several changes make one count. */
  #recount() {
    if (!this.#pending) this.#pending = requestAnimationFrame(() => { this.#pending = 0; this.#count(); });
  }

  #count() {
    const source = this.#source;
    const axis = this.#axis;
    if (!source || !axis || this.#landmarks.length <= 1 || this.#room.height < 20) return;
    const began = performance.now();
    this.#cells = cellsOf(source.columns, source.fails, axis.edges, rowsOf(this.#landmarks.length, this.#line.height), this.#view.measure);
    this.#stage.dataset.ms = (performance.now() - began).toFixed(1);
    this.#bounds = boundsOf(this.#cells.most);
    if (this.#at && (this.#at.cell.column >= this.#cells.columns || this.#at.cell.row >= this.#cells.rows)) this.#point(null);
    this.#stage.dataset.placed = String(this.#cells.placed);
    showLegend(this.#legend, this.#bounds, this.#cells, this.#look, source.gaps.length > 0);
    this.#beside.textContent = besideWords(this.#cells).join(' · ');
    this.#summary.textContent = summaryWords(this.#cells, this.#landmarks, fullest(this.#cells));
    this.#fillTable();
    const scene = this.#scene(this.#area);
    if (scene) this.#picture.count(this.#room, scene, this.#look);
  }

  get #area() { return this.#at && between(this.#at.anchor, this.#at.cell); }

  #draw() {
    if (!this.#drawing) this.#drawing = requestAnimationFrame(() => {
      this.#drawing = 0;
      const scene = this.#scene(this.#area);
      if (scene) this.#picture.choose(this.#room, scene, this.#look);
    });
  }

  /** @param {Area|null} area @returns {import('./draw.js').Scene|null} */
  #scene(area) {
    const { window: chosenWindow, stretch, chosen } = this.#view;
    return this.#cells && {
      cells: this.#cells, bounds: this.#bounds, time: this.#time(), line: this.#line, landmarks: this.#landmarks, gaps: this.#source?.gaps ?? [], window: chosenWindow, stretch, chosen, area,
    };
  }

  // By itself the picture needs the dates that else stand below the timeline.
  #save() {
    const { width, height, left } = this.#room;
    const draw = (/** @type {CanvasRenderingContext2D} */ context) => {
      const scene = this.#scene(null);
      if (!scene) return;
      drawCounted(context, this.#room, scene, this.#look);
      drawChosen(context, this.#room, scene, this.#look);
      context.translate(left, 0);
      drawAxis(context, this.#time(), { axis: AXIS, height: height + AXIS }, this.#look);
    };
    this.#wishes.save({ draw, width, height: height + AXIS });
  }

  #fillTable() {
    if (this.#table.hidden || !this.#cells || !this.#source) return;
    showTable(this.#table, stretchesOf(this.#source.columns, this.#source.fails, this.#cells.kms), this.#landmarks, (stretch) => this.#wishes.chooseStretch(stretch));
  }

  /** @param {number} x @param {number} y within the plot @returns {Cell} */
  #cellAt(x, y) {
    const cells = this.#cells;
    if (!cells) return { column: 0, row: 0 };
    return { column: binOf(cells.days, dayAt(this.#time(), x)), row: rowAt(cells.kms, kmAt(this.#line, y + this.#room.top)) };
  }

  /** @param {{cell: Cell, anchor: Cell, by: 'pointer'|'key'}|null} at */
  #point(at) {
    const before = this.#at;
    if (at && before && at.cell.column === before.cell.column && at.cell.row === before.cell.row && at.anchor === at.cell && before.anchor === before.cell) return;
    this.#at = at;
    this.#draw();
    this.#tell();
  }

  // Lights the stretch on the map, and says what is there.
  #tell() {
    const cells = this.#cells;
    this.#tip.hidden = !this.#at;
    if (!this.#at || !cells) return this.#wishes.light(null);
    const area = between(this.#at.anchor, this.#at.cell);
    const extent = extentOf(cells, area, this.#landmarks.length);
    const lines = areaLines(cells, area, this.#landmarks, extent);
    this.#wishes.light({ from: extent.from, to: extent.to });
    fill(this.#tip, lines.map((line, at) => (at === 0 ? h('strong', {}, line) : h('span', {}, line))));
    this.#placeTip(area);
    if (this.#at.by === 'key') announce(lines.join('. '));
  }

  /** @param {Area} area */
  #placeTip({ c0, c1, r0, r1 }) {
    const { days, kms } = /** @type {import('./cells.js').Cells} */ (this.#cells);
    const { domain, width } = this.#time();
    const x = (day => (day - domain.first) / (domain.last + 1 - domain.first) * width)((days[c0] + days[c1 + 1]) / 2);
    const y = this.#line.top + this.#line.height * (1 - (kms[r0] + kms[r1 + 1]) / 2 / this.#landmarks.length);
    const after = x < width / 2;
    this.#tip.style.insetInlineStart = after ? `${this.#room.left + x + 14}px` : 'auto';
    this.#tip.style.insetInlineEnd = after ? 'auto' : `${this.#room.width - this.#room.left - x + 14}px`;
    this.#tip.style.insetBlockStart = y < this.#room.height / 2 ? `${Math.max(2, y - 8)}px` : 'auto';
    this.#tip.style.insetBlockEnd = y < this.#room.height / 2 ? 'auto' : `${Math.max(2, this.#room.height - y - 8)}px`;
  }

  /** @param {Cell} from @param {Cell} to @param {boolean} done */
  #brush(from, to, done) {
    this.#point({ cell: to, anchor: from, by: 'pointer' });
    if (done) this.#choose(between(from, to));
  }

  // A finger's first tap points, its second on the same cell chooses.
  /** @param {Cell} cell @param {boolean} touch */
  #tap(cell, touch) {
    const again = this.#at && this.#at.cell.column === cell.column && this.#at.cell.row === cell.row;
    if (touch && !again) return this.#point({ cell, anchor: cell, by: 'pointer' });
    this.#choose(between(cell, cell));
  }

  /** @param {Area} area */
  #choose(area) {
    if (!this.#cells) return;
    const extent = extentOf(this.#cells, area, this.#landmarks.length);
    const { window: now, stretch, chosen } = this.#view;
    // The same again takes the choice back.
    if (chosen && stretch && stretch.from === extent.from && stretch.to === extent.to && now.start === extent.start && now.end === extent.end) this.#wishes.clear();
    else this.#wishes.choose(extent);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const cells = this.#cells;
    if (!cells || event.altKey || event.ctrlKey || event.metaKey) return;
    const at = this.#at?.cell ?? fullest(cells);
    const next = stepped(at, event.key, cells);
    if (next && !this.#at) this.#point({ cell: at, anchor: at, by: 'key' });
    else if (next) this.#point({ cell: next, anchor: event.shiftKey && this.#at ? this.#at.anchor : next, by: 'key' });
    else if (event.key === 'Enter' || event.key === ' ') this.#choose(this.#at ? between(this.#at.anchor, this.#at.cell) : between(at, at));
    else if (event.key === 'Escape') this.#escape();
    else if (event.key === '+' || event.key === '-') this.#wishes.zoom(event.key === '+' ? 0.5 : 2, cells.days[at.column]);
    else return;
    event.preventDefault();
  }

  // First the area that is being chosen goes, then what was chosen, then the full screen.
  #escape() {
    if (this.#at && (this.#at.anchor.column !== this.#at.cell.column || this.#at.anchor.row !== this.#at.cell.row)) return this.#point({ cell: this.#at.cell, anchor: this.#at.cell, by: 'key' });
    if (this.#view.chosen) return this.#wishes.clear();
    this.#point(null);
    this.#fill(false);
  }
}
