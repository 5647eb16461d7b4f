// @ts-check
// A box on the map: shown while it filters, and drawn by mouse, pen or finger.
import { L } from './leaflet.js';
import { announce } from '../ui/dom.js';
import { t } from '../text/t.js';

/** Degrees as the address has them, to about a hundred metres. */
const DIGITS = 3;
/** Pixels of a drag below which it was a slip. */
const LEAST = 6;

/** @param {import('leaflet').LatLngBounds} bounds */
export const boxText = (bounds) => [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()].map((degrees) => Number(degrees.toFixed(DIGITS))).join();

export class BoxTool {
  #map;
  /** @type {import('leaflet').Rectangle|null} */ #shown = null;
  #bbox = '';
  /** @type {(() => void)|null} */ #giveUp = null;

  /** @param {import('leaflet').Map} map */
  constructor(map) { this.#map = map; }

  get drawing() { return this.#giveUp !== null; }

  /** @param {string} bbox '' for none */
  show(bbox) {
    if (bbox === this.#bbox) return;
    this.#bbox = bbox;
    this.#shown?.remove();
    this.#shown = null;
    if (!bbox) return;
    const [west, south, east, north] = bbox.split(',').map(Number);
    this.#shown = L.rectangle([[south, west], [north, east]], { interactive: false, className: 'filter-box' }).addTo(this.#map);
  }

  /** The box that the reader draws; null when Escape ends it. @returns {Promise<string|null>} */
  draw() {
    this.#giveUp?.();
    const map = this.#map;
    const element = map.getContainer();
    announce(t('filter.box.drawing'));
    element.dataset.hint = t('filter.box.drawing');
    element.classList.add('drawing');
    element.focus({ preventScroll: true });
    map.dragging.disable();
    const ending = new AbortController();
    const { signal } = ending;
    return new Promise((resolve) => {
      /** @type {import('leaflet').Rectangle|null} */ let drawn = null;
      /** @type {import('leaflet').Point|null} */ let from = null;
      const end = (/** @type {string|null} */ box) => {
        ending.abort();
        drawn?.remove();
        element.classList.remove('drawing');
        delete element.dataset.hint;
        map.dragging.enable();
        this.#giveUp = null;
        resolve(box);
      };
      this.#giveUp = () => end(null);
      const at = (/** @type {PointerEvent} */ event) => map.mouseEventToContainerPoint(event);
      const bounds = (/** @type {import('leaflet').Point} */ to) => L.latLngBounds(map.containerPointToLatLng(/** @type {import('leaflet').Point} */ (from)), map.containerPointToLatLng(to));
      const catching = { capture: true, signal };
      element.addEventListener('pointerdown', (event) => {
        // Else the drag selects what is written on the map.
        event.preventDefault();
        from = at(event);
        element.setPointerCapture(event.pointerId);
        event.stopPropagation();
      }, catching);
      element.addEventListener('pointermove', (event) => {
        if (!from) return;
        drawn ??= L.rectangle(bounds(at(event)), { interactive: false, className: 'filter-box' }).addTo(map);
        drawn.setBounds(bounds(at(event)));
        event.stopPropagation();
      }, catching);
      element.addEventListener('pointerup', (event) => {
        if (!from) return;
        const to = at(event);
        const slip = to.distanceTo(from) < LEAST;
        const box = slip ? null : boxText(bounds(to));
        from = null;
        event.stopPropagation();
        // The click that ends the drag is none.
        if (!slip) element.addEventListener('click', (click) => click.stopPropagation(), { capture: true, once: true });
        if (box) setTimeout(() => end(box));
      }, catching);
      element.addEventListener('pointercancel', () => end(null), catching);
      addEventListener('keydown', (event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        end(null);
      }, catching);
    });
  }
}
