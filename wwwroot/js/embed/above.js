// @ts-check
// What stands above the marks of an embed's map: the crossings' state at the end of the window, and the area that filters. It follows what is drawn first;
// its words are loaded for who asks for them.
import { closuresOf, crossingsOf, statesAt } from '../layers/crossings.js';
import { drawFlags, flagAt, placeFlags } from '../layers/gates.js';
import { mercatorX, mercatorY } from '../map/mercator.js';
import { stampsOf } from '../map/stamps.js';
import { parseOutline } from '../state/outline.js';

/**
 * @typedef {import('./shell.js').Shown} Shown
 * @typedef {import('../map/theme.js').Theme} Theme
 * @typedef {import('../map/canvas-layer.js').Frame} Frame
 * @typedef {import('../state/outline.js').Corner} Corner
 */

export class Above {
  /** @type {Shown|null} */ #shown = null;
  /** @type {import('../map/basemap.js').Basemap|null} */ #basemap = null;
  /** @type {import('../layers/crossings.js').Crossing[]} */ #crossings = [];
  /** @type {{columns: unknown, events: ReturnType<typeof closuresOf>}} */ #events = { columns: null, events: [] };
  /** @type {import('../layers/crossings.js').State[]} */ #states = [];
  #pointed = -1;

  get states() { return this.#states; }

  /** @param {Shown} shown @param {import('../map/basemap.js').Basemap|null} basemap */
  show(shown, basemap) {
    const { columns, kinds, window } = this.#shown = shown;
    if (basemap && (basemap !== this.#basemap || this.#crossings.length !== basemap.crossings.length)) {
      this.#basemap = basemap;
      this.#crossings = crossingsOf(basemap);
    }
    if (this.#events.columns !== columns) this.#events = { columns, events: closuresOf(columns, kinds) };
    this.#states = statesAt(this.#events.events, this.#crossings, window.end);
  }

  /** The legend of the layer of incidents, once it is opened. @param {HTMLElement} legend @param {Theme} theme */
  async explain(legend, theme) {
    if (!legend.querySelector('details[open]')) return;
    const { showLayerLegend } = await import('../layers/legend.js');
    if (this.#shown) showLayerLegend(legend, { state: this.#shown.state, shading: null, heatMost: 0, blurKm: 0, states: this.#states, day: this.#shown.window.end, groups: [], account: null }, theme);
  }

  /** @param {CanvasRenderingContext2D} context @param {Frame} frame @param {Theme} theme @param {boolean} hasMarks */
  draw(context, frame, theme, hasMarks) {
    if (!this.#shown) return;
    drawArea(context, frame, cornersOf(this.#shown.state), theme);
    drawFlags(context, stampsOf(theme, frame.density), placeFlags(this.#crossings, this.#states, frame), this.#states, this.#pointed, theme, hasMarks);
  }

  /** The crossing whose flag is at a point of the frame, -1 for none. @param {Frame} frame @param {number} x @param {number} y @param {number} slack */
  at(frame, x, y, slack) { return flagAt(placeFlags(this.#crossings, this.#states, frame), x, y, slack); }

  /** The crossing that is pointed at. @param {number} crossing -1: none @returns {boolean} whether that is another than before */
  point(crossing) {
    const isOther = this.#pointed !== crossing;
    this.#pointed = crossing;
    return isOther;
  }

  /** @param {HTMLElement} element @param {import('../panel/tip.js').Place} at */
  async tip(element, at) {
    const { crossingTip } = await import('../layers/tips.js');
    if (this.#shown && this.#pointed >= 0) crossingTip(element, this.#crossings[this.#pointed], this.#states[this.#pointed], { columns: this.#shown.columns, day: this.#shown.window.end }, at);
  }

  /** Ids of the incident that says how a crossing is. @param {number} crossing @returns {string[]} */
  idsOf(crossing) {
    const id = this.#states[crossing].row < 0 ? undefined : this.#shown?.columns.ids.at(this.#states[crossing].row);
    return id ? [id] : [];
  }
}

/** The corners of the area that filters; none without one. @param {import('../state/params.js').State} state @returns {Corner[][]} */
function cornersOf({ bbox, within }) {
  const outline = within ? parseOutline(within) : null;
  const [west, south, east, north] = bbox.split(',').map(Number);
  return [...(bbox ? [/** @type {Corner[]} */ ([[west, north], [east, north], [east, south], [west, south]])] : []), ...(outline ? [outline] : [])];
}

/** @param {CanvasRenderingContext2D} context @param {Frame} frame @param {readonly Corner[][]} areas @param {Theme} theme */
function drawArea(context, { scale, left, top }, areas, theme) {
  if (areas.length === 0) return;
  context.save();
  context.beginPath();
  for (const corners of areas) {
    corners.forEach(([lon, lat], at) => context[at === 0 ? 'moveTo' : 'lineTo'](mercatorX(lon) * scale - left, mercatorY(lat) * scale - top));
    context.closePath();
  }
  context.strokeStyle = context.fillStyle = theme.accent;
  context.globalAlpha = 0.07;
  context.fill('evenodd');
  context.globalAlpha = 1;
  context.lineWidth = 2;
  context.setLineDash([5, 4]);
  context.stroke();
  context.restore();
}
