// @ts-check
// The map on the page: Leaflet with canvases of our own.
import { h, icon, ICONS, wantsStillness } from '../ui/dom.js';
import { inUse, t } from '../text/t.js';
import { Area } from './area.js';
import { BoxTool, boxText } from './box-tool.js';
import { CanvasLayer } from './canvas-layer.js';
import { L } from './leaflet.js';
import { emptyMarks } from './marks.js';
import { mercatorX, mercatorY } from './mercator.js';
import { MapPainting } from './painting.js';
import { listenTo } from './pointing.js';

/**
 * @typedef {{zoom: number, lat: number, lon: number}} View
 * @typedef {object} Wishes what the map asks of the page
 * @property {(site: number) => void} open a mark was chosen; -1: bare ground
 * @property {(site: number, x: number, y: number) => void} hover -1: none; CSS pixels within the map's element
 * @property {(view: View) => void} moved the reader moved the map
 */

/** Where nearly all that is reported happened: the belt from Spin Boldak to Chitral. The whole line is one button away. */
const BELT = L.latLngBounds([30.7, 65.6], [36, 73.4]);
const WHOLE = L.latLngBounds([29.2, 60.6], [37.3, 75]);
const LIMITS = L.latLngBounds([22, 56], [40, 79]);

/** How near one goes to a place to see it whole. @type {Record<string, number>} */
const VISIT_ZOOM = { country: 6, province: 7.5, area: 8, district: 9 };

export class MapView {
  #map;
  #wishes;
  #base;
  #ground;
  #marks;
  #over;
  /** @type {import('./canvas-layer.js').Draw|null} */ #drawOver = null;
  #painting;
  /** @type {import('./pointing.js').Overlay|null} */ #overlay = null;
  #quiet = true;
  #box;
  #area;

  /**
   * @param {HTMLElement} element
   * @param {View|null} view
   * @param {import('./theme.js').Theme} theme
   * @param {Wishes} wishes
   */
  constructor(element, view, theme, wishes) {
    this.#wishes = wishes;
    const painting = this.#painting = new MapPainting(theme, { now: () => this.#ground.drawNow(), soon: () => this.#ground.redraw() });
    const calm = wantsStillness();
    this.#map = L.map(element, {
      zoomControl: false, attributionControl: false, minZoom: 5, maxZoom: 14, maxBounds: LIMITS, maxBoundsViscosity: 0.8, zoomSnap: 0.25, zoomDelta: 0.75,
      wheelPxPerZoomLevel: 90, zoomAnimation: !calm, fadeAnimation: false, inertia: !calm, markerZoomAnimation: false,
    });
    // What stands on the map stands at its far side, away from the panel; the map itself is never mirrored.
    const far = inUse().dir === 'rtl' ? 'left' : 'right';
    const zoom = L.control.zoom({ position: `top${far}` }).addTo(this.#map);
    this.#addWholeButton(zoom.getContainer());
    L.control.scale({ position: `bottom${far}`, imperial: false, maxWidth: 90 }).addTo(this.#map);
    this.#base = new CanvasLayer('tilePane', (context, frame) => painting.drawBase(context, frame));
    this.#ground = new CanvasLayer('overlayPane', (context, frame) => painting.drawGround(context, frame));
    this.#marks = new CanvasLayer('overlayPane', (context, frame) => painting.drawMarks(context, frame));
    this.#over = new CanvasLayer('overlayPane', (context, frame) => this.#drawOver?.(context, frame) ?? false);
    this.show(view);
    this.#map.addLayer(this.#base).addLayer(this.#ground).addLayer(this.#marks).addLayer(this.#over);
    this.#box = new BoxTool(this.#map);
    this.#area = new Area(this.#map);
    this.#map.on('moveend', () => this.#moved());
    listenTo(this.#map, element, {
      scene: () => painting.scene, frame: () => this.#marks.frame, overlay: () => this.#overlay,
      redraw: () => this.#marks.redraw(), open: wishes.open, hover: wishes.hover, isBusy: () => this.#box.drawing || this.#area.drawing,
    });
    new ResizeObserver(() => this.#resized()).observe(element);
    this.#quiet = false;
  }

  /** @param {View|null} view null: the whole border */
  show(view) {
    this.#quiet = true;
    this.view = view;
    if (view) this.#map.setView([view.lat, view.lon], view.zoom, { animate: false });
    else this.#map.fitBounds(BELT, { animate: false, [inUse().dir === 'rtl' ? 'paddingBottomRight' : 'paddingTopLeft']: this.#map.getSize().x > 900 ? [200, 0] : [0, 0] });
    this.#quiet = false;
  }

  // Leaflet's bar of buttons takes one more.
  /** @param {HTMLElement|undefined} bar */
  #addWholeButton(bar) {
    const label = t('map.fit');
    const button = h('a', { href: '#', role: 'button', class: 'whole-line', title: label, 'aria-label': label, onclick: (/** @type {Event} */ event) => {
      event.preventDefault();
      event.stopPropagation();
      this.#map.fitBounds(WHOLE, { animate: !wantsStillness() });
    } }, icon(ICONS.whole));
    bar?.append(button);
  }

  /** Where the map is, as the reader left it; null before the first move. @type {View|null} */ view = null;

  /** Brings a point into view, near enough to see where it lies. @param {number} lat @param {number} lon @param {number} zoom @param {{left: number, bottom: number}} covered */
  flyTo(lat, lon, zoom, covered) {
    const target = Math.max(this.#map.getZoom(), zoom);
    const point = this.#map.project([lat, lon], target).add([(inUse().dir === 'rtl' ? covered.left : -covered.left) / 2, covered.bottom / 2]);
    this.#map.setView(this.#map.unproject(point, target), target, { animate: !wantsStillness() });
  }

  /** Brings a place of the gazetteer into view, as whole as it can be. @param {{kind: string, lon: number|null, lat: number|null}} place @param {{left: number, bottom: number}} covered */
  visit({ kind, lon, lat }, covered) { if (lon !== null && lat !== null) this.flyTo(lat, lon, VISIT_ZOOM[kind] ?? 11, covered); }

  /** The box that the reader draws. */
  drawBox() { return this.#box.draw(); }

  /** The area that the reader draws or changes. @param {string} from '' for a new one */
  drawArea(from) { return this.#area.draw(from); }

  /** What can be seen, as a box. */
  get seen() { return boxText(this.#map.getBounds()); }

  /** Whether a point can be seen. @param {number} lat @param {number} lon */
  sees(lat, lon) { return this.#map.getBounds().pad(-0.08).contains([lat, lon]); }

  /** @param {import('./basemap.js').Basemap} basemap @param {import('./labels.js').Label[]} labels */
  setBasemap(basemap, labels) {
    this.#painting.basemap = basemap;
    this.#painting.labels = labels;
    this.#base.redraw();
    this.redrawGround();
  }

  /** @param {import('./painter.js').Scene} scene */
  setScene(scene) {
    this.#painting.scene = scene;
    this.redrawGround();
  }

  /** @param {import('./theme.js').Theme} theme */
  setTheme(theme) {
    this.#painting.theme = theme;
    this.#base.redraw();
    this.redrawGround();
  }

  /** @param {{bbox: string, within: string}} [filter] the box and the area that filter, where they may have changed; '' for none */
  redraw(filter) {
    if (filter) this.#box.show(filter.bbox);
    if (filter) this.#area.show(filter.within);
    this.#marks.redraw();
  }

  /** Draws all but the base map anew. */
  redrawGround() {
    this.#painting.groundChanged();
    this.#marks.redraw();
  }

  /** @param {import('./pointing.js').Overlay} overlay */
  setOverlay(overlay) { this.#overlay = this.#painting.overlay = overlay; }

  /** How the line and the disputed areas are drawn. @param {string} worldview */
  setWorldview(worldview) {
    if (this.#painting.worldview === worldview) return;
    this.#painting.worldview = worldview;
    this.#base.redraw();
    this.redrawGround();
  }

  /** What can be seen, without the margin of the canvases. @returns {import('./geometry.js').Box} */
  get box() {
    const bounds = this.#map.getBounds();
    return { x0: mercatorX(bounds.getWest()), y0: mercatorY(bounds.getNorth()), x1: mercatorX(bounds.getEast()), y1: mercatorY(bounds.getSouth()) };
  }

  get size() { return this.#map.getSize(); }

  /**
   * All that the map shows, drawn once more at another size: the same middle, and at least what is in view.
   * @param {number} width CSS pixels
   * @param {number} height
   * @param {number} density
   * @param {import('./theme.js').Theme} theme
   */
  paint(width, height, density, theme) {
    const canvas = document.createElement('canvas');
    canvas.width = width * density;
    canvas.height = height * density;
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    context.setTransform(density, 0, 0, density, 0, 0);
    const size = this.#map.getSize();
    const zoom = this.#map.getZoom() + Math.log2(Math.min(width / size.x, height / size.y));
    const scale = 256 * 2 ** zoom;
    const { lat, lng } = this.#map.getCenter();
    const left = mercatorX(lng) * scale - width / 2;
    const top = mercatorY(lat) * scale - height / 2;
    const frame = { zoom, scale, left, top, width, height, density, box: { x0: left / scale, y0: top / scale, x1: (left + width) / scale, y1: (top + height) / scale } };
    const { scene } = this.#painting;
    this.#painting.drawBase(context, frame, theme);
    if (scene) {
      this.#painting.drawAgain(context, frame, { ...scene, marks: emptyMarks(), hovered: -1 }, theme);
      // A tally has one watcher: the map's own marks watch it again when they are drawn next.
      scene.marks.crowd = null;
    }
    this.#drawOver?.(context, frame);
    return { canvas, scale, lat };
  }

  get element() { return this.#map.getContainer(); }

  /** What others draw: beneath the marks, with every drawing of them, and above them. @param {{beneath: import('./canvas-layer.js').Draw, over: import('./canvas-layer.js').Draw}} drawings */
  setDrawings({ beneath, over }) {
    this.#painting.beneath = beneath;
    this.#drawOver = over;
  }

  redrawOver() { this.#over.redraw(); }

  // The page's layout moves the map too; that is no view that the reader chose.
  #resized() {
    if (document.body.classList.contains('chart-full')) return; // The map is covered, and will have its size again.
    this.#quiet = true;
    this.#map.invalidateSize({ animate: false, pan: false });
    if (this.view === null) this.show(null);
    this.#quiet = false;
  }

  #moved() {
    if (this.#quiet) return;
    const { lat, lng } = this.#map.getCenter();
    this.view = { zoom: this.#map.getZoom(), lat, lon: lng };
    this.#wishes.moved(this.view);
  }
}
