// @ts-check
// A Leaflet layer that is one canvas, a margin larger than the view, redrawn when the map comes to rest or its data changes.
import { L } from './leaflet.js';

/**
 * @typedef {object} Frame where the canvas stands; a Web Mercator point (x, y) lies at (x * scale - left, y * scale - top)
 * @property {number} zoom
 * @property {number} scale pixels of the whole world
 * @property {number} left
 * @property {number} top
 * @property {number} width CSS pixels
 * @property {number} height
 * @property {number} density device pixels a CSS pixel
 * @property {import('./geometry.js').Box} box what it shows
 *
 * @typedef {(context: CanvasRenderingContext2D, frame: Frame) => void|boolean} Draw answers false where it draws nothing
 */

const MARGIN = 0.1;
const MAX_DENSITY = 2;

export class CanvasLayer extends L.Layer {
  /** @type {import('leaflet').Map|null} */ #map = null;
  /** @type {HTMLCanvasElement} */ #canvas = document.createElement('canvas');
  /** @type {Frame|null} */ #frame = null;
  #pending = 0;
  #pane;
  #draw;

  /** @param {string} pane @param {Draw} draw */
  constructor(pane, draw) {
    super();
    this.#pane = pane;
    this.#draw = draw;
    this.#canvas.className = 'leaflet-zoom-animated';
  }

  get frame() { return this.#frame; }

  /** @param {import('leaflet').Map} map */
  onAdd(map) {
    this.#map = map;
    /** @type {HTMLElement} */ (map.getPane(this.#pane)).append(this.#canvas);
    this.#settle();
    return this;
  }

  onRemove() {
    cancelAnimationFrame(this.#pending);
    this.#pending = 0;
    this.#canvas.remove();
    this.#map = null;
    return this;
  }

  getEvents() {
    const settle = () => this.#settle();
    return {
      viewreset: settle, moveend: settle, resize: settle, drag: () => this.#keepUp(),
      zoomanim: (/** @type {any} */ event) => this.#follow(event.center, event.zoom),
      zoom: () => { if (this.#map) this.#follow(this.#map.getCenter(), this.#map.getZoom()); },
    };
  }

  /** Draws again with the next frame; several calls make one drawing. */
  redraw() {
    if (!this.#pending) this.#pending = requestAnimationFrame(() => { this.#pending = 0; this.drawNow(); });
  }

  drawNow() {
    const context = this.#canvas.getContext('2d');
    if (!context || !this.#frame) return;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    context.setTransform(this.#frame.density, 0, 0, this.#frame.density, 0, 0);
    // The browser lays every canvas over those below it, also an empty one.
    const display = this.#draw(context, this.#frame) === false ? 'none' : '';
    if (this.#canvas.style.display !== display) this.#canvas.style.display = display;
  }

  #settle() {
    const map = this.#map;
    if (!map || map.getSize().x === 0) return;
    const size = map.getSize();
    const margin = L.point(Math.round(size.x * MARGIN), Math.round(size.y * MARGIN));
    const at = map.containerPointToLayerPoint(margin.multiplyBy(-1)).round();
    const whole = size.add(margin.multiplyBy(2));
    const density = Math.min(MAX_DENSITY, window.devicePixelRatio || 1);
    L.DomUtil.setTransform(this.#canvas, at, 1);
    if (this.#canvas.width !== whole.x * density || this.#canvas.height !== whole.y * density) {
      this.#canvas.width = whole.x * density;
      this.#canvas.height = whole.y * density;
      this.#canvas.style.width = `${whole.x}px`;
      this.#canvas.style.height = `${whole.y}px`;
    }
    const zoom = map.getZoom();
    const scale = 256 * 2 ** zoom;
    const corner = map.getPixelOrigin().add(at);
    const box = { x0: corner.x / scale, y0: corner.y / scale, x1: (corner.x + whole.x) / scale, y1: (corner.y + whole.y) / scale };
    this.#frame = { zoom, scale, left: corner.x, top: corner.y, width: whole.x, height: whole.y, density, box };
    this.drawNow();
  }

  // Whoever drags beyond the margin is not to see the canvas end.
  #keepUp() {
    const map = this.#map;
    const frame = this.#frame;
    if (!map || !frame) return;
    const corner = map.getPixelBounds().min ?? L.point(0, 0);
    const size = map.getSize();
    if (corner.x < frame.left || corner.y < frame.top || corner.x + size.x > frame.left + frame.width || corner.y + size.y > frame.top + frame.height) this.#settle();
  }

  // While the map zooms, the last picture is stretched; it is drawn anew when the map rests.
  /** @param {import('leaflet').LatLng} center @param {number} zoom */
  #follow(center, zoom) {
    const map = this.#map;
    const frame = this.#frame;
    if (!map || !frame) return;
    const scale = map.getZoomScale(zoom, frame.zoom);
    const origin = map.project(center, zoom).subtract(map.getSize().divideBy(2)).add(L.DomUtil.getPosition(map.getPane('mapPane') ?? this.#canvas)).round();
    const corner = L.point(frame.left, frame.top).multiplyBy(scale).subtract(origin);
    L.DomUtil.setTransform(this.#canvas, corner, scale);
  }
}
