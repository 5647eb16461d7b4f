// @ts-check
// The map on the page: Leaflet with two canvases of our own, and pointing, hovering and stepping over the marks.
import { announce, h, icon, ICONS, isCoarse, wantsStillness } from '../ui/dom.js';
import { t } from '../text/t.js';
import { drawBasemap } from './basemap.js';
import { CanvasLayer } from './canvas-layer.js';
import { drawLabels } from './labels.js';
import { L } from './leaflet.js';
import { lineStatusLabel } from './line-label.js';
import { groupAt } from './groups.js';
import { hit, neighbour, placeMarks } from './marks.js';
import { drawGround, drawSpots, groundOf } from './painter.js';
import { hitSlack } from './symbols.js';

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

export class MapView {
  #map;
  #wishes;
  #base;
  #ground;
  #marks;
  #over;
  /** @type {import('./canvas-layer.js').Draw|null} */ #drawBeneath = null;
  /** @type {import('./canvas-layer.js').Draw|null} */ #drawOver = null;
  /** @type {import('./basemap.js').Basemap|null} */ #basemap = null;
  /** @type {import('./labels.js').Label[]} */ #labels = [];
  /** @type {import('./painter.js').Scene|null} */ #scene = null;
  /** What the ground shows; null: it is to be drawn. @type {number|null} */ #drawn = null;
  #theme;
  #quiet = true;

  /**
   * @param {HTMLElement} element
   * @param {View|null} view
   * @param {import('./theme.js').Theme} theme
   * @param {Wishes} wishes
   */
  constructor(element, view, theme, wishes) {
    this.#theme = theme;
    this.#wishes = wishes;
    const calm = wantsStillness();
    this.#map = L.map(element, {
      zoomControl: false, attributionControl: false, minZoom: 5, maxZoom: 14, maxBounds: LIMITS, maxBoundsViscosity: 0.8, zoomSnap: 0.25, zoomDelta: 0.75,
      wheelPxPerZoomLevel: 90, zoomAnimation: !calm, fadeAnimation: false, inertia: !calm, markerZoomAnimation: false,
    });
    const zoom = L.control.zoom({ position: 'topright' }).addTo(this.#map);
    this.#addWholeButton(zoom.getContainer());
    L.control.scale({ position: 'bottomright', imperial: false, maxWidth: 90 }).addTo(this.#map);
    this.#base = new CanvasLayer('tilePane', (context, frame) => this.#drawBase(context, frame));
    this.#ground = new CanvasLayer('overlayPane', (context, frame) => this.#drawGround(context, frame));
    this.#marks = new CanvasLayer('overlayPane', (context, frame) => this.#drawMarks(context, frame));
    this.#over = new CanvasLayer('overlayPane', (context, frame) => this.#drawOver?.(context, frame));
    this.show(view);
    this.#map.addLayer(this.#base).addLayer(this.#ground).addLayer(this.#marks).addLayer(this.#over);
    this.#map.on('moveend', () => this.#moved());
    this.#listen(element);
    new ResizeObserver(() => this.#resized()).observe(element);
    this.#quiet = false;
  }

  /** @param {View|null} view null: the whole border */
  show(view) {
    this.#quiet = true;
    this.view = view;
    if (view) this.#map.setView([view.lat, view.lon], view.zoom, { animate: false });
    else this.#map.fitBounds(BELT, { animate: false, paddingTopLeft: this.#map.getSize().x > 900 ? [200, 0] : [0, 0] });
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
    const point = this.#map.project([lat, lon], target).add([-covered.left / 2, covered.bottom / 2]);
    this.#map.setView(this.#map.unproject(point, target), target, { animate: !wantsStillness() });
  }

  /** Whether a point can be seen. @param {number} lat @param {number} lon */
  sees(lat, lon) { return this.#map.getBounds().pad(-0.08).contains([lat, lon]); }

  /** @param {import('./basemap.js').Basemap} basemap @param {import('./labels.js').Label[]} labels */
  setBasemap(basemap, labels) {
    this.#basemap = basemap;
    this.#labels = labels;
    this.#base.redraw();
    this.#drawn = null;
    this.#marks.redraw();
  }

  /** @param {import('./painter.js').Scene} scene */
  setScene(scene) {
    this.#scene = scene;
    this.#drawn = null;
    this.#marks.redraw();
  }

  /** @param {import('./theme.js').Theme} theme */
  setTheme(theme) {
    this.#theme = theme;
    this.#base.redraw();
    this.#drawn = null;
    this.#marks.redraw();
  }

  redraw() { this.#marks.redraw(); }

  get element() { return this.#map.getContainer(); }

  /** What others draw: beneath the marks, with every drawing of them, and above them. @param {{beneath: import('./canvas-layer.js').Draw, over: import('./canvas-layer.js').Draw}} drawings */
  setDrawings({ beneath, over }) {
    this.#drawBeneath = beneath;
    this.#drawOver = over;
  }

  redrawOver() { this.#over.redraw(); }

  /** @param {CanvasRenderingContext2D} context @param {import('./canvas-layer.js').Frame} frame */
  #drawBase(context, frame) {
    if (!this.#basemap) return;
    drawBasemap(context, frame, this.#basemap, this.#theme);
    context.textAlign = 'start';
    const taken = lineStatusLabel(context, frame, this.#basemap.line, this.#theme);
    drawLabels(context, frame, this.#labels, taken, this.#theme);
  }

  // The ground is drawn when the map comes to rest, and again when its areas change.
  /** @param {CanvasRenderingContext2D} context @param {import('./canvas-layer.js').Frame} frame */
  #drawGround(context, frame) {
    const scene = this.#scene;
    if (!scene) return;
    placeMarks(scene.marks, frame, scene);
    this.#drawn = groundOf(scene);
    drawGround(context, frame, scene, this.#basemap?.line ?? [], this.#theme);
  }

  /** @param {CanvasRenderingContext2D} context @param {import('./canvas-layer.js').Frame} frame */
  #drawMarks(context, frame) {
    const scene = this.#scene;
    if (!scene) return;
    placeMarks(scene.marks, frame, scene);
    if (this.#drawn !== groundOf(scene)) this.#ground.drawNow();
    this.#drawBeneath?.(context, frame);
    drawSpots(context, frame, scene, this.#theme);
  }

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

  /** @param {HTMLElement} element */
  #listen(element) {
    this.#map.on('click', (event) => this.#open(this.#siteAt(event.containerPoint)));
    this.#map.on('mousemove', (event) => {
      if (isCoarse()) return;
      this.#hover(this.#siteAt(event.containerPoint), event.containerPoint);
    });
    this.#map.on('mouseout movestart zoomstart', () => this.#hover(-1, null));
    element.addEventListener('keydown', (event) => this.#key(event));
  }

  // A group is looked at more closely; what is no group is opened.
  /** @param {number} site */
  #open(site) {
    const { marks } = this.#scene ?? {};
    const frame = this.#marks.frame;
    const group = marks && site >= 0 ? groupAt(marks, site) : -1;
    if (!marks || !frame || group < 0) return this.#wishes.open(site);
    const { west, north, east, south } = /** @type {import('./groups.js').Crowd} */ (marks.crowd).box(marks.groups, group);
    const at = (/** @type {number} */ x, /** @type {number} */ y) => this.#map.unproject([x + frame.left, y + frame.top], frame.zoom);
    const bounds = L.latLngBounds(at(west, north), at(east, south));
    const zoom = Math.min(this.#map.getMaxZoom(), Math.max(this.#map.getZoom() + 1, this.#map.getBoundsZoom(bounds.pad(0.2))));
    this.#map.setView(bounds.getCenter(), zoom, { animate: !wantsStillness() });
  }

  /** @param {import('leaflet').Point} point within the map's element */
  #siteAt(point) {
    const frame = this.#marks.frame;
    if (!this.#scene || !frame) return -1;
    const at = this.#inFrame(point, frame);
    return hit(this.#scene.marks, this.#scene.sites, frame, at.x, at.y, hitSlack(isCoarse()));
  }

  /** @param {import('leaflet').Point} point @param {import('./canvas-layer.js').Frame} frame */
  #inFrame(point, frame) { return this.#map.containerPointToLayerPoint(point).add(this.#map.getPixelOrigin()).subtract([frame.left, frame.top]); }

  /** @param {number} site @param {import('leaflet').Point|null} point */
  #hover(site, point) {
    const scene = this.#scene;
    if (!scene) return;
    this.#map.getContainer().classList.toggle('pointing', site >= 0);
    if (scene.hovered !== site) {
      scene.hovered = site;
      this.#marks.redraw();
    }
    this.#wishes.hover(site, point?.x ?? 0, point?.y ?? 0);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const scene = this.#scene;
    const frame = this.#marks.frame;
    if (!scene || !frame || event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = { n: 1, p: -1 }[event.key.toLowerCase()];
    if (event.key === 'Enter' && scene.hovered >= 0) this.#open(scene.hovered);
    else if (direction) this.#step(/** @type {1|-1} */ (direction), scene, frame);
    else return;
    event.preventDefault();
  }

  /** @param {1|-1} direction @param {import('./painter.js').Scene} scene @param {import('./canvas-layer.js').Frame} frame */
  #step(direction, scene, frame) {
    const size = this.#map.getSize();
    const corner = this.#inFrame(L.point(0, 0), frame);
    const inView = (/** @type {number} */ x, /** @type {number} */ y) => x >= corner.x && y >= corner.y && x <= corner.x + size.x && y <= corner.y + size.y;
    const site = neighbour(scene.marks, scene.hovered >= 0 ? scene.hovered : scene.selected, direction, inView);
    if (site < 0) return announce(t('empty.filters'));
    const mark = scene.marks.site.subarray(0, scene.marks.count).indexOf(site);
    this.#hover(site, L.point(scene.marks.x[mark] - corner.x, scene.marks.y[mark] - corner.y));
  }
}
