// @ts-check
// The small map of the form: each place with the area within which it lies, to be confirmed or dragged.
import { drawBasemap, drawDurand, emptyBasemap, loadBasemap } from '../map/basemap.js';
import { CanvasLayer } from '../map/canvas-layer.js';
import { drawLabels, labelsOf } from '../map/labels.js';
import { L } from '../map/leaflet.js';
import { readTheme } from '../map/theme.js';
import { getBasemap } from '../data/api.js';
import { t } from '../text/t.js';

/** @typedef {{lon: number, lat: number, radius: number, name: string}} Spot radius in metres */

const BORDER = L.latLngBounds([29.2, 60.6], [37.3, 75]);
/** A circle smaller than this is no area but a point. */
const POINT_M = 600;

export class SpotMap {
  #map;
  #spots = L.layerGroup();
  #base;
  #basemap = emptyBasemap();
  /** @type {import('../map/labels.js').Label[]} */ #labels = [];
  #put;
  #shown = 0;

  /** @param {HTMLElement} element @param {((at: number, lon: number, lat: number) => void)|null} put a point was dragged, or, for -1, clicked; null: they only show */
  constructor(element, put) {
    this.#put = put;
    this.#map = L.map(element, { attributionControl: false, minZoom: 4, maxZoom: 15, zoomSnap: 0.5 }).fitBounds(BORDER, { animate: false });
    this.#base = new CanvasLayer('tilePane', (context, frame) => this.#draw(context, frame));
    this.#map.addLayer(this.#base).addLayer(this.#spots);
    if (put) this.#map.on('dblclick', ({ latlng }) => put(-1, latlng.lng, latlng.lat)).doubleClickZoom.disable();
    new ResizeObserver(() => this.#map.invalidateSize({ animate: false })).observe(element);
    void this.#load();
  }

  /** @param {Spot[]} spots the principal place first */
  show(spots) {
    this.#spots.clearLayers();
    spots.forEach((spot, at) => {
      const point = L.latLng(spot.lat, spot.lon);
      if (spot.radius > POINT_M) L.circle(point, { radius: spot.radius, className: 'spot-area', interactive: false }).addTo(this.#spots);
      const put = this.#put;
      L.marker(point, { draggable: put !== null, autoPan: true, keyboard: put !== null, title: put ? t('desk.map.drag', { place: spot.name }) : spot.name, alt: spot.name, icon: L.divIcon({ className: at === 0 ? 'spot principal' : 'spot', iconSize: [18, 18] }) })
        .on('dragend', ({ target }) => put?.(at, target.getLatLng().lng, target.getLatLng().lat)).addTo(this.#spots);
    });
    if (spots.length === 0) return;
    const bounds = L.latLngBounds(spots.flatMap(({ lat, lon, radius }) => { const box = L.latLng(lat, lon).toBounds(Math.max(radius, 4000) * 2.4); return [box.getSouthWest(), box.getNorthEast()]; }));
    // The view follows when a place comes or goes; one that is dragged stays under the hand.
    const isOther = spots.length !== this.#shown;
    this.#shown = spots.length;
    if (isOther || !this.#map.getBounds().contains(bounds)) this.#map.fitBounds(bounds, { animate: false, maxZoom: 11 });
  }

  async #load() {
    await loadBasemap(getBasemap, (part, shapes) => {
      this.#basemap[part] = shapes;
      this.#labels = labelsOf(this.#basemap);
      this.#base.redraw();
    });
  }

  /** @param {CanvasRenderingContext2D} context @param {import('../map/canvas-layer.js').Frame} frame */
  #draw(context, frame) {
    const theme = readTheme();
    drawBasemap(context, frame, this.#basemap, theme, 'neutral');
    drawDurand(context, frame, this.#basemap.line, theme, 'neutral');
    context.textAlign = 'start';
    drawLabels(context, frame, this.#labels, [], theme);
  }
}
