// @ts-check
// What a map's canvases show, whoever moves them: the base map, the ground below the marks, the marks.
import { FAMILIES } from '../data/kinds.js';
import { Beat } from '../ui/pace.js';
import { drawBasemap } from './basemap.js';
import { drawLabels } from './labels.js';
import { lineStatusLabel } from './line-label.js';
import { clearMarks, emptyMarks, placeMarks } from './marks.js';
import { drawGround, drawSpots, groundOf } from './painter.js';
import { withoutShapes, withShapes } from './sites.js';
import { Tally } from './tally.js';

/**
 * @typedef {import('./canvas-layer.js').Frame} Frame
 * @typedef {import('./painter.js').Scene} Scene
 * @typedef {import('./theme.js').Theme} Theme
 * @typedef {object} Overlay what a layer draws beside the marks of incidents, or in their place
 * @property {boolean} hidesMarks
 * @property {(context: CanvasRenderingContext2D, frame: Frame, theme: Theme) => void} ground below the Durand Line
 * @property {(context: CanvasRenderingContext2D, frame: Frame, theme: Theme) => void} above the marks
 */

export class MapPainting {
  /** @type {import('./basemap.js').Basemap|null} */ basemap = null;
  /** @type {readonly import('./labels.js').Label[]} */ labels = [];
  /** @type {Scene|null} */ scene = null;
  worldview = 'neutral';
  /** @type {Overlay|null} */ overlay = null;
  /** Drawn beneath the marks, with every drawing of them. @type {import('./canvas-layer.js').Draw|null} */ beneath = null;
  theme;
  /** What the ground shows; null: it is to be drawn. @type {number|null} */ #drawn = null;
  #areas = new Beat();
  #ground;

  /** @param {Theme} theme @param {{now: () => void, soon: () => void}} ground draws the ground again */
  constructor(theme, ground) {
    this.theme = theme;
    this.#ground = ground;
  }

  /** The ground is drawn with the marks next. */
  groundChanged() { this.#drawn = null; }

  /** @param {CanvasRenderingContext2D} context @param {Frame} frame @param {Theme} [theme] */
  drawBase(context, frame, theme = this.theme) {
    if (!this.basemap) return;
    drawBasemap(context, frame, this.basemap, theme, this.worldview);
    context.textAlign = 'start';
    const taken = lineStatusLabel(context, frame, this.basemap.line, theme, this.worldview);
    drawLabels(context, frame, this.labels, taken, theme);
  }

  // The ground is drawn when the map comes to rest, and again when its areas change; while time runs a few times a second.
  /** @param {CanvasRenderingContext2D} context @param {Frame} frame */
  drawGround(context, frame) {
    if (!this.scene) return;
    this.#place(this.scene, frame);
    this.#drawn = groundOf(this.scene);
    this.#paintGround(context, frame, this.scene, this.theme);
  }

  /** @param {CanvasRenderingContext2D} context @param {Frame} frame */
  drawMarks(context, frame) {
    if (!this.scene) return;
    this.#place(this.scene, frame);
    if (this.#drawn === null) this.#ground.now();
    else if (this.#drawn !== groundOf(this.scene)) this.#areas.soon(() => this.#ground.soon());
    this.#paintMarks(context, frame, this.scene, this.theme);
  }

  /** Ground and marks of another scene than the one that is shown, in other colours. @param {CanvasRenderingContext2D} context @param {Frame} frame @param {Scene} scene @param {Theme} theme */
  drawAgain(context, frame, scene, theme) {
    this.#place(scene, frame);
    this.#paintGround(context, frame, scene, theme);
    this.#paintMarks(context, frame, scene, theme);
  }

  /** @param {Scene} scene @param {Frame} frame */
  #place(scene, frame) {
    if (this.overlay?.hidesMarks) clearMarks(scene.marks);
    else placeMarks(scene.marks, frame, scene);
  }

  /** @param {CanvasRenderingContext2D} context @param {Frame} frame @param {Scene} scene @param {Theme} theme */
  #paintGround(context, frame, scene, theme) {
    this.overlay?.ground(context, frame, theme);
    drawGround(context, frame, scene, this.basemap?.line ?? [], theme, this.worldview);
  }

  /** @param {CanvasRenderingContext2D} context @param {Frame} frame @param {Scene} scene @param {Theme} theme */
  #paintMarks(context, frame, scene, theme) {
    if (!this.overlay?.hidesMarks) {
      this.beneath?.(context, frame);
      drawSpots(context, frame, scene, theme);
    }
    this.overlay?.above(context, frame, theme);
  }
}

/**
 * What the marks are made of, anew for other incidents or other polygons.
 * @param {import('../data/columns.js').Columns} columns
 * @param {import('./basemap.js').Basemap|null} basemap null: not there yet
 * @param {Scene} [before] one of the same columns, whose work need not be done again
 * @returns {Scene}
 */
export function sceneOf(columns, basemap, before) {
  const bare = before?.columns === columns && before.sites.shapes.size === 0 ? before.sites : withoutShapes(columns);
  const sites = basemap ? withShapes(bare, columns, { district: basemap.districts, province: basemap.provinces, country: basemap.countries }) : bare;
  if (before && sites === before.sites) return before;
  return { columns, sites, tally: new Tally(sites, columns, FAMILIES.length), marks: emptyMarks(), selected: -1, hovered: -1 };
}
