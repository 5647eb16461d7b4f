// @ts-check
// An area on the map by its corners: shown while it filters; drawn and changed by mouse, pen, finger or keys.
import { L } from './leaflet.js';
import { LEAST_CORNERS, MOST_CORNERS, outlineText, parseOutline } from '../state/outline.js';
import { announce, h, isCoarse } from '../ui/dom.js';
import { t } from '../text/t.js';

/** @typedef {import('../state/outline.js').Corner} Corner */

/** Pixels within which a corner is meant. */
const REACH = { fine: 11, coarse: 24 };

export class OutlineTool {
  #map;
  /** @type {import('leaflet').Polygon|null} */ #shown = null;
  /** @type {(() => void)|null} */ #giveUp = null;

  /** @param {import('leaflet').Map} map */
  constructor(map) { this.#map = map; }

  get drawing() { return this.#giveUp !== null; }

  /** @param {string} text '' for none */
  show(text) {
    this.#shown?.remove();
    this.#shown = null;
    const corners = text ? parseOutline(text) : null;
    if (corners) this.#shown = L.polygon(corners.map(at), { interactive: false, className: 'filter-box' }).addTo(this.#map);
  }

  /** The area that the reader draws, or makes of the one that there is; null when it is given up. @param {string} from '' for a new one @returns {Promise<string|null>} */
  draw(from) {
    this.#giveUp?.();
    this.#shown?.remove();
    return new Promise((resolve) => {
      const drawing = new Drawing(this.#map, from ? parseOutline(from) ?? [] : [], (text) => {
        this.#giveUp = null;
        if (text === null) this.show(from);
        resolve(text);
      });
      this.#giveUp = () => drawing.end(null);
    });
  }
}

class Drawing {
  #map;
  /** @type {Corner[]} */ #corners;
  #ended;
  #ending = new AbortController();
  #line;
  #handles = L.layerGroup();
  #done = h('button', { type: 'button', class: 'primary', onclick: () => this.#finish() }, t('filter.area.done'));
  #tools = h('div', { class: 'outline-tools', role: 'group', 'aria-label': t('filter.area') }, this.#done,
    h('button', { type: 'button', onclick: () => this.#takeBack() }, t('filter.area.undo')), h('button', { type: 'button', onclick: () => this.end(null) }, t('filter.area.cancel')));
  /** The corner that is being moved, -1: none. */ #held = -1;

  /** @param {import('leaflet').Map} map @param {Corner[]} corners @param {(text: string|null) => void} ended */
  constructor(map, corners, ended) {
    this.#map = map;
    this.#corners = [...corners];
    this.#ended = ended;
    this.#line = L.polygon([], { interactive: false, className: 'filter-box' }).addTo(map);
    this.#handles.addTo(map);
    const element = map.getContainer();
    element.classList.add('drawing', 'cornered');
    element.dataset.hint = t('filter.area.drawing');
    announce(t('filter.area.drawing'));
    element.after(this.#tools);
    element.focus({ preventScroll: true });
    map.doubleClickZoom.disable();
    const { signal } = this.#ending;
    element.addEventListener('pointerdown', (event) => this.#press(event), { capture: true, signal });
    element.addEventListener('pointermove', (event) => this.#move(event), { capture: true, signal });
    for (const name of /** @type {const} */ (['pointerup', 'pointercancel'])) element.addEventListener(name, () => this.#release(), { capture: true, signal });
    addEventListener('keydown', (event) => this.#key(event), { capture: true, signal });
    map.on('click', this.#clicked);
    this.#draw();
  }

  /** @param {string|null} text */
  end(text) {
    this.#ending.abort();
    this.#map.off('click', this.#clicked);
    this.#map.doubleClickZoom.enable();
    this.#map.dragging.enable();
    this.#line.remove();
    this.#handles.remove();
    this.#tools.remove();
    const element = this.#map.getContainer();
    element.classList.remove('drawing', 'cornered');
    delete element.dataset.hint;
    // The click that ends it opens nothing.
    setTimeout(() => this.#ended(text));
  }

  #finish() {
    const text = outlineText(this.#corners);
    if (parseOutline(text)) return this.end(text);
    announce(t('filter.area.fault'));
    this.#map.getContainer().dataset.hint = t('filter.area.fault');
  }

  #takeBack() {
    this.#corners.pop();
    this.#draw();
  }

  /** @param {import('leaflet').LeafletMouseEvent} event */
  #clicked = (event) => {
    const near = this.#near(event.containerPoint);
    if (near === 0 && this.#corners.length >= LEAST_CORNERS) this.#finish();
    else if (near < 0) this.#add(event.latlng);
  };

  /** @param {import('leaflet').LatLng} spot */
  #add({ lng, lat }) {
    if (this.#corners.length >= MOST_CORNERS) return announce(t('filter.area.fault'));
    this.#corners.push([lng, lat]);
    this.#draw();
    announce(t('filter.area.corner', { n: this.#corners.length }));
  }

  /** The corner at a point of the map, -1 for none. @param {import('leaflet').Point} point */
  #near(point) { return this.#corners.findIndex((corner) => this.#map.latLngToContainerPoint(at(corner)).distanceTo(point) <= (isCoarse() ? REACH.coarse : REACH.fine)); }

  /** @param {PointerEvent} event */
  #press(event) {
    this.#held = this.#near(this.#map.mouseEventToContainerPoint(event));
    if (this.#held >= 0) this.#map.dragging.disable();
  }

  /** @param {PointerEvent} event */
  #move(event) {
    if (this.#held < 0) return;
    const { lng, lat } = this.#map.mouseEventToLatLng(event);
    this.#corners[this.#held] = [lng, lat];
    this.#draw();
  }

  #release() {
    this.#held = -1;
    this.#map.dragging.enable();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const isOnMap = event.target === this.#map.getContainer();
    if (event.key === 'Escape') this.end(null);
    else if (event.key === 'Enter' && isOnMap) this.#finish();
    else if (event.key === ' ' && isOnMap) this.#add(this.#map.getCenter());
    else if (event.key === 'Backspace' && isOnMap) this.#takeBack();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #draw() {
    this.#line.setLatLngs(this.#corners.map(at));
    this.#handles.clearLayers();
    for (const corner of this.#corners) L.circleMarker(at(corner), { radius: isCoarse() ? 9 : 6, interactive: false, className: 'filter-corner' }).addTo(this.#handles);
    this.#done.disabled = this.#corners.length < LEAST_CORNERS;
    this.#map.getContainer().dataset.hint = t('filter.area.drawing');
  }
}

/** @param {Corner} corner @returns {[number, number]} */
const at = ([lon, lat]) => [lat, lon];
