// @ts-check
// Pointing at the map, choosing and stepping by keys: marks of incidents, and what a layer draws beside them or in their place.
import { announce, isCoarse, wantsStillness } from '../ui/dom.js';
import { t } from '../text/t.js';
import { groupAt } from './groups.js';
import { L } from './leaflet.js';
import { hit, neighbour } from './marks.js';
import { hitSlack } from './symbols.js';

/**
 * What a layer draws and answers beside the marks of incidents, or in their place.
 * @typedef {object} Answers
 * @property {(frame: import('./canvas-layer.js').Frame, x: number, y: number, slack: number) => string} pick what lies there, '' for nothing
 * @property {(key: string, x: number, y: number) => void} hover CSS pixels within the map's element
 * @property {(key: string) => void} open
 * @property {(direction: 1|-1, frame: import('./canvas-layer.js').Frame, inView: (x: number, y: number) => boolean) => {key: string, x: number, y: number}|null} step null: to the next mark
 * @typedef {import('./painting.js').Overlay & Answers} Overlay
 */

/**
 * @typedef {object} Pointed
 * @property {() => import('./painter.js').Scene|null} scene
 * @property {() => import('./canvas-layer.js').Frame|null} frame that of the marks
 * @property {() => Overlay|null} overlay
 * @property {() => void} redraw the marks
 * @property {(site: number) => void} open
 * @property {(site: number, x: number, y: number) => void} hover
 * @property {() => boolean} isBusy something is being drawn on the map
 */

/** @param {import('leaflet').Map} map @param {HTMLElement} element @param {Pointed} of */
export const listenTo = (map, element, of) => { new Pointing(map, of).listen(element); };

class Pointing {
  #map;
  #of;
  /** What of the overlay is pointed at. */ #pointed = '';

  /** @param {import('leaflet').Map} map @param {Pointed} of */
  constructor(map, of) {
    this.#map = map;
    this.#of = of;
  }

  /** @param {HTMLElement} element */
  listen(element) {
    this.#map.on('click', (event) => {
      if (this.#of.isBusy()) return;
      const key = this.#pick(event.containerPoint);
      // A finger cannot hover: its first tap tells, the second one opens.
      if (key && isCoarse() && key !== this.#pointed) return this.#point(key, event.containerPoint);
      if (key) return this.#of.overlay()?.open(key);
      this.#point('', null);
      this.#open(this.#siteAt(event.containerPoint));
    });
    this.#map.on('mousemove', (event) => {
      if (isCoarse() || this.#of.isBusy()) return;
      const key = this.#pick(event.containerPoint);
      // One note stands beside the pointer: what is left goes before what is come to.
      if (!key) this.#point('', null);
      this.#hover(key ? -1 : this.#siteAt(event.containerPoint), event.containerPoint);
      if (key) this.#point(key, event.containerPoint);
    });
    this.#map.on('mouseout movestart zoomstart', () => {
      this.#hover(-1, null);
      this.#point('', null);
    });
    element.addEventListener('keydown', (event) => this.#key(event));
  }

  // A group is looked at more closely; what is no group is opened.
  /** @param {number} site */
  #open(site) {
    const { marks } = this.#of.scene() ?? {};
    const frame = this.#of.frame();
    const group = marks && site >= 0 ? groupAt(marks, site) : -1;
    if (!marks || !frame || group < 0) return this.#of.open(site);
    const { west, north, east, south } = /** @type {import('./groups.js').Crowd} */ (marks.crowd).box(marks.groups, group);
    const at = (/** @type {number} */ x, /** @type {number} */ y) => this.#map.unproject([x + frame.left, y + frame.top], frame.zoom);
    const bounds = L.latLngBounds(at(west, north), at(east, south));
    const zoom = Math.min(this.#map.getMaxZoom(), Math.max(this.#map.getZoom() + 1, this.#map.getBoundsZoom(bounds.pad(0.2))));
    this.#map.setView(bounds.getCenter(), zoom, { animate: !wantsStillness() });
  }

  /** What the overlay has there. @param {import('leaflet').Point} point within the map's element */
  #pick(point) {
    const frame = this.#of.frame();
    const overlay = this.#of.overlay();
    if (!frame || !overlay) return '';
    const at = this.#inFrame(point, frame);
    return overlay.pick(frame, at.x, at.y, hitSlack(isCoarse()));
  }

  /** @param {string} key @param {import('leaflet').Point|null} point */
  #point(key, point) {
    if (key === '' && this.#pointed === '') return;
    this.#pointed = key;
    this.#map.getContainer().classList.toggle('pointing', key !== '' || (this.#of.scene()?.hovered ?? -1) >= 0);
    this.#of.overlay()?.hover(key, point?.x ?? 0, point?.y ?? 0);
  }

  /** @param {import('leaflet').Point} point within the map's element */
  #siteAt(point) {
    const frame = this.#of.frame();
    const scene = this.#of.scene();
    if (!scene || !frame) return -1;
    const at = this.#inFrame(point, frame);
    return hit(scene.marks, scene.sites, frame, at.x, at.y, hitSlack(isCoarse()));
  }

  /** @param {import('leaflet').Point} point @param {import('./canvas-layer.js').Frame} frame */
  #inFrame(point, frame) { return this.#map.containerPointToLayerPoint(point).add(this.#map.getPixelOrigin()).subtract([frame.left, frame.top]); }

  /** @param {number} site @param {import('leaflet').Point|null} point */
  #hover(site, point) {
    const scene = this.#of.scene();
    if (!scene) return;
    this.#map.getContainer().classList.toggle('pointing', site >= 0);
    if (scene.hovered !== site) {
      scene.hovered = site;
      this.#of.redraw();
    }
    this.#of.hover(site, point?.x ?? 0, point?.y ?? 0);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const scene = this.#of.scene();
    const frame = this.#of.frame();
    if (!scene || !frame || event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = { n: 1, p: -1 }[event.key.toLowerCase()];
    if (event.key === 'Enter' && this.#pointed) this.#of.overlay()?.open(this.#pointed);
    else if (event.key === 'Enter' && scene.hovered >= 0) this.#open(scene.hovered);
    else if (direction) this.#step(/** @type {1|-1} */ (direction), scene, frame);
    else return;
    event.preventDefault();
  }

  /** @param {1|-1} direction @param {import('./painter.js').Scene} scene @param {import('./canvas-layer.js').Frame} frame */
  #step(direction, scene, frame) {
    const size = this.#map.getSize();
    const corner = this.#inFrame(L.point(0, 0), frame);
    const inView = (/** @type {number} */ x, /** @type {number} */ y) => x >= corner.x && y >= corner.y && x <= corner.x + size.x && y <= corner.y + size.y;
    const overlay = this.#of.overlay();
    const step = overlay?.step(direction, frame, inView);
    if (overlay?.hidesMarks && !step) return announce(t('empty.filters'));
    if (step) return this.#point(step.key, L.point(step.x - corner.x, step.y - corner.y));
    const site = neighbour(scene.marks, scene.hovered >= 0 ? scene.hovered : scene.selected, direction, inView);
    if (site < 0) return announce(t('empty.filters'));
    const mark = scene.marks.site.subarray(0, scene.marks.count).indexOf(site);
    this.#hover(site, L.point(scene.marks.x[mark] - corner.x, scene.marks.y[mark] - corner.y));
  }
}
