// @ts-check
// The layers beside that of incidents in an embed's map, drawn as the full map draws them; loaded when the first is asked for.
import { getEpisodes } from '../data/api.js';
import { BLUR, densityOf } from '../layers/heat.js';
import { drawGroups } from '../layers/episode-draw.js';
import { drawHeat } from '../layers/heat-draw.js';
import { groupsOf } from '../layers/hull.js';
import { kilometresOf, showLayerLegend } from '../layers/legend.js';
import { shadingOf } from '../layers/shading.js';
import { drawShades } from '../layers/shade-draw.js';
import { unitsOf } from '../layers/units.js';
import { latOf } from '../map/mercator.js';
import { detailOf } from '../ui/notices.js';
import { Beat } from '../ui/pace.js';

/** @typedef {import('./shell.js').Shown} Shown @typedef {import('../map/theme.js').Theme} Theme @typedef {import('../map/canvas-layer.js').Frame} Frame */

export class EmbedLayers {
  #legend;
  #theme;
  #states;
  /** @type {Shown|null} */ #shown = null;
  /** @type {{columns: unknown, shapes: unknown, units: import('../layers/units.js').Units}|null} */ #units = null;
  /** @type {import('../layers/shading.js').Shading|null} */ #shading = null;
  /** @type {import('../layers/hull.js').Group[]} */ #groups = [];
  #heat = { most: 0, km: 0 };
  /** Titles of episodes. @type {Map<string, string>|null} */ #names = null;
  #words = new Beat(400);

  /** @param {HTMLElement} legend @param {() => Theme} theme @param {() => readonly import('../layers/crossings.js').State[]} states of the crossings */
  constructor(legend, theme, states) {
    this.#legend = legend;
    this.#theme = theme;
    this.#states = states;
  }

  get hidesMarks() { return this.#shown !== null && this.#shown.state.layer !== 'episodes'; }

  /** @param {Shown} shown @param {import('../map/basemap.js').Basemap|null} basemap @param {import('./map.js').EmbedMap} map */
  show(shown, basemap, map) {
    this.#shown = shown;
    const { state, columns, selection } = shown;
    const level = state.layer === 'districts' ? 'district' : state.layer === 'provinces' ? 'province' : null;
    const shapes = level && basemap ? basemap[`${level}s`] : null;
    if (shapes && (this.#units?.columns !== columns || this.#units.shapes !== shapes)) this.#units = { columns, shapes, units: unitsOf(columns, shapes, /** @type {'district'|'province'} */ (level)) };
    this.#shading = shapes && this.#units ? shadingOf(this.#units.units, columns, selection.fails, this.#measure) : null;
    this.#groups = state.layer === 'episodes' ? groupsOf(columns, selection) : [];
    if (this.#groups.length > 0 && !this.#names) void this.#ask(map);
    map.redraw(true);
    this.drawn();
  }

  /** @param {import('./map.js').EmbedMap} map */
  async #ask(map) {
    this.#names = new Map();
    try {
      for (const { id, title } of await getEpisodes()) this.#names.set(id, title);
      map.redraw(true);
    } catch (error) {
      console.warn('names of episodes', detailOf(error));
    }
  }

  /** @returns {'count'|'killed'} */
  get #measure() { return this.#shown?.state.measure === 'killed' ? 'killed' : 'count'; }

  /** @param {CanvasRenderingContext2D} context @param {Frame} frame @param {Theme} theme */
  ground(context, frame, theme) {
    if (!this.#shown) return;
    const { state, columns, selection } = this.#shown;
    if (this.#shading && this.#units) drawShades(context, frame, this.#units.units, this.#shading, -1, theme);
    if (state.layer === 'heat') {
      const density = densityOf(columns, selection, frame, this.#measure);
      this.#heat = { most: density.most, km: kilometresOf(BLUR, frame.scale, latOf((frame.top + frame.height / 2) / frame.scale)) };
      drawHeat(context, density, theme);
      this.drawn();
    }
    if (this.#groups.length > 0) drawGroups(context, frame, this.#groups, (id) => this.#names?.get(id) ?? '', theme);
  }

  /** The legend says what is drawn now. */
  drawn() {
    this.#words.soon(() => {
      if (!this.#shown) return;
      const { state, window } = this.#shown;
      showLayerLegend(this.#legend, { state, shading: this.#shading, heatMost: this.#heat.most, blurKm: this.#heat.km, states: this.#states(), day: window.end, groups: this.#groups, account: null }, this.#theme());
    });
  }
}
