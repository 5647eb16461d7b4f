// @ts-check
// The map of an embed: the map's own painting on canvases that it moves itself, for Leaflet alone weighs more than a third of an embed.
import { MapPainting } from '../map/painting.js';
import { wantsStillness } from '../ui/dom.js';
import { BELT, cameraOf, covers, fitted, frameOf, panned, placed, viewOf, zoomedAbout } from './camera.js';
import { listenForMoves } from './moves.js';

/**
 * @typedef {import('../map/canvas-layer.js').Frame} Frame
 * @typedef {import('./camera.js').Camera} Camera
 * @typedef {{zoom: number, lat: number, lon: number}} View
 *
 * @typedef {object} Wishes
 * @property {(view: View) => void} moved the reader moved the map
 * @property {(frame: Frame|null) => void} drawn anew
 * @property {() => void} [hint] the reader turned the wheel without the key that zooms
 */

/** How far the canvases reach beyond the view, as a share of it. */
const MARGIN = 0.12;
/** Milliseconds of rest after which the map is drawn anew. */
const REST = 110;
const MAX_DENSITY = 2;
const GLIDE = 260;

export class EmbedMap {
  #element;
  #wishes;
  /** @type {HTMLCanvasElement[]} base map, ground, marks */ #canvases;
  #painting;
  /** @type {Camera|null} */ #camera = null;
  /** What it shows until the reader moves it. @type {View|import('./camera.js').Bounds} */ #wanted = BELT;
  #isMoved = false;
  /** @type {Frame|null} */ #frame = null;
  #size = { width: 0, height: 0 };
  #pending = 0;
  #resting = 0;
  #gliding = 0;
  #settling = 0;
  #observer;

  /** @param {HTMLElement} element @param {import('../map/theme.js').Theme} theme @param {Wishes} wishes */
  constructor(element, theme, wishes) {
    this.#element = element;
    this.#wishes = wishes;
    this.#canvases = Array.from({ length: 3 }, () => document.createElement('canvas'));
    element.append(...this.#canvases);
    this.#painting = new MapPainting(theme, { now: () => this.#draw(1), soon: () => { this.#painting.groundChanged(); this.redraw(); } });
    this.#observer = new ResizeObserver(([{ contentRect }]) => this.#resize(contentRect.width, contentRect.height));
    this.#observer.observe(element);
  }

  /** Lets the reader move it. @param {() => boolean} isFree whether it may be moved now */
  listen(isFree) {
    listenForMoves(this.#element, {
      isFree, size: () => this.#size, hint: () => this.#wishes.hint?.(),
      pan: (across, down) => this.#move((camera) => panned(camera, across, down)),
      zoom: (steps, at) => this.#move((camera) => zoomedAbout(camera, steps, this.#size, at)),
    });
  }

  get frame() { return this.#frame; }
  get size() { return this.#size; }
  get scene() { return this.#painting.scene; }
  get zoom() { return this.#camera?.zoom ?? 0; }

  /** @param {View|import('./camera.js').Bounds|null} wanted null: the belt along the border */
  show(wanted) {
    this.#wanted = wanted ?? BELT;
    this.#isMoved = false;
    this.#look();
  }

  /** Whether it looks there already. @param {View|null} view */
  isAt(view) {
    if (!view || !this.#camera) return view === null && !this.#isMoved;
    const now = viewOf(this.#camera);
    return ['zoom', 'lat', 'lon'].every((name) => Math.abs(now[/** @type {'zoom'} */ (name)] - view[/** @type {'zoom'} */ (name)]) < 1e-6);
  }

  /** Glides to where all of some bounds are seen. @param {import('./camera.js').Bounds} bounds @param {number} [most] zoom */
  fit(bounds, most) { if (this.#size.width > 0) this.#glide(fitted(bounds, this.#size, most, 28)); }

  /** @param {number} steps */
  zoomBy(steps) { if (this.#camera) this.#glide(zoomedAbout(this.#camera, steps, this.#size, { x: this.#size.width / 2, y: this.#size.height / 2 })); }

  /** @param {import('../map/basemap.js').Basemap} basemap @param {readonly import('../map/labels.js').Label[]} labels */
  setBasemap(basemap, labels) {
    this.#painting.basemap = basemap;
    this.#painting.labels = labels;
    this.#settleSoon();
  }

  /** @param {import('../map/painter.js').Scene} scene */
  setScene(scene) {
    this.#painting.scene = scene;
    this.#painting.groundChanged();
    this.redraw();
  }

  /** @param {import('../map/theme.js').Theme} theme */
  setTheme(theme) {
    this.#painting.theme = theme;
    this.#settleSoon();
  }

  /** @param {string} worldview */
  setWorldview(worldview) {
    if (this.#painting.worldview === worldview) return;
    this.#painting.worldview = worldview;
    this.#settleSoon();
  }

  /** @param {import('../map/painting.js').Overlay} overlay @param {import('../map/canvas-layer.js').Draw} beneath */
  setDrawings(overlay, beneath) {
    this.#painting.overlay = overlay;
    this.#painting.beneath = beneath;
  }

  /** The marks; with the ground where that changed. @param {boolean} [ground] */
  redraw(ground = false) {
    if (ground) this.#painting.groundChanged();
    if (!this.#pending) this.#pending = requestAnimationFrame(() => { this.#pending = 0; this.#draw(2); });
  }

  stop() {
    this.#observer.disconnect();
    cancelAnimationFrame(this.#pending);
    cancelAnimationFrame(this.#gliding);
    cancelAnimationFrame(this.#settling);
    clearTimeout(this.#resting);
  }

  // An element that is not shown has no size: it looks where it should once it has one.
  /** @param {number} width @param {number} height */
  #resize(width, height) {
    this.#size = { width, height };
    if (width === 0 || height === 0) return;
    this.#look();
  }

  #look() {
    if (this.#size.width === 0) return;
    if (!this.#isMoved || !this.#camera) this.#camera = 'zoom' in this.#wanted ? cameraOf(this.#wanted) : fitted(this.#wanted, this.#size);
    this.#settle();
  }

  /** @param {Camera} to */
  #glide(to) {
    cancelAnimationFrame(this.#gliding);
    const from = this.#camera;
    if (!from || wantsStillness()) return this.#move(() => to);
    let began = 0;
    const step = (/** @type {number} */ now) => {
      began ||= now;
      const share = Math.min(1, (now - began) / GLIDE);
      const eased = 1 - (1 - share) ** 3;
      this.#move(() => ({ zoom: from.zoom + (to.zoom - from.zoom) * eased, x: from.x + (to.x - from.x) * eased, y: from.y + (to.y - from.y) * eased }));
      if (share < 1) this.#gliding = requestAnimationFrame(step);
    };
    this.#gliding = requestAnimationFrame(step);
  }

  // While it moves, what was drawn last is moved and stretched; it is drawn anew when it rests, or does not cover the view.
  /** @param {(camera: Camera) => Camera} by */
  #move(by) {
    if (!this.#camera) return;
    this.#camera = by(this.#camera);
    this.#isMoved = true;
    clearTimeout(this.#resting);
    if (this.#frame && covers(placed(this.#frame, this.#camera, this.#size), this.#frame, this.#size)) {
      this.#place();
      this.#resting = window.setTimeout(() => this.#rest(), REST);
    } else {
      this.#settle();
      this.#resting = window.setTimeout(() => this.#rest(), REST);
    }
  }

  #rest() {
    this.#settle();
    if (this.#camera) this.#wishes.moved(viewOf(this.#camera));
  }

  #place() {
    if (!this.#frame || !this.#camera) return;
    const { x, y, stretch } = placed(this.#frame, this.#camera, this.#size);
    for (const canvas of this.#canvases) canvas.style.transform = `translate(${x}px, ${y}px) scale(${stretch})`;
  }

  // Several changes make one drawing, in a task of its own.
  #settleSoon() {
    if (!this.#settling) this.#settling = requestAnimationFrame(() => { this.#settling = 0; this.#settle(); });
  }

  #settle() {
    if (!this.#camera || this.#size.width === 0) return;
    const density = Math.min(MAX_DENSITY, window.devicePixelRatio || 1);
    const frame = this.#frame = frameOf(this.#camera, this.#size, { x: Math.round(this.#size.width * MARGIN), y: Math.round(this.#size.height * MARGIN) }, density);
    for (const canvas of this.#canvases) {
      if (canvas.width !== frame.width * density || canvas.height !== frame.height * density) {
        canvas.width = frame.width * density;
        canvas.height = frame.height * density;
        canvas.style.width = `${frame.width}px`;
        canvas.style.height = `${frame.height}px`;
      }
    }
    this.#place();
    this.#draw(0);
    this.#painting.groundChanged();
    this.#draw(2);
    this.#wishes.drawn(frame);
  }

  /** @param {0|1|2} layer */
  #draw(layer) {
    const frame = this.#frame;
    const context = this.#canvases[layer].getContext('2d');
    if (!frame || !context) return;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, context.canvas.width, context.canvas.height);
    context.setTransform(frame.density, 0, 0, frame.density, 0, 0);
    if (layer === 0) this.#painting.drawBase(context, frame);
    else if (layer === 1) this.#painting.drawGround(context, frame);
    else this.#painting.drawMarks(context, frame);
  }
}
