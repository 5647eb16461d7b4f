// @ts-check
// Where it happened: a search over the gazetteer, several places, each with what it is worth; the map shows and moves them.
import { fill, h } from '../ui/dom.js';
import { t } from '../text/t.js';
import { getPlace } from '../data/api.js';
import { placeSearch } from '../panel/place-search.js';
import { countryName } from '../words/places.js';
import { choicesOf, removeButton, section, selectField, textField } from './fields.js';

/** @typedef {import('./document.js').PlaceOf} PlaceOf */
/** @typedef {import('../panel/place-search.js').FoundPlace} FoundPlace */

const ROLES = ['scene', 'origin', 'target', 'along'];
const PRECISIONS = ['exact', 'near', 'locality', 'district', 'province', 'country'];

/** Metres within which it lies, for each precision; a place of the gazetteer has its own. @type {Record<string, number>} */
export const RADIUS = { exact: 500, near: 3000, locality: 5000, district: 25_000, province: 100_000, country: 600_000 };

export class WhereSection {
  #draft;
  #list = h('ol', { class: 'rows' });
  /** Places of the gazetteer by id, as far as they were looked up. @type {Map<string, FoundPlace & {radius_m?: number}>} */ known = new Map();

  /** @param {import('./draft.js').Draft} draft */
  constructor(draft) {
    this.#draft = draft;
    this.search = placeSearch((place) => this.#add(place), { id: 'desk-place', label: t('desk.where.search') });
    this.element = section('places', t('desk.where'), h('p', { class: 'muted small' }, t('desk.where.help')), this.#list, this.search.element);
    draft.subscribe((_, by) => { if (by === null) this.show(); });
    this.show();
  }

  show() {
    const { places } = this.#draft.document;
    fill(this.#list, places.map((place, at) => this.#row(place, at)));
    this.#lookUp(places);
  }

  /** The name of the principal place, for a title. */
  principal() {
    const first = this.#draft.document.places[0];
    return first ? first.place ? this.known.get(first.place)?.name ?? first.words ?? '' : first.words ?? '' : '';
  }

  /** Where a place of the document is drawn. @param {PlaceOf} place @returns {{lon: number, lat: number, radius: number}|null} */
  spot(place) {
    const known = place.place ? this.known.get(place.place) : undefined;
    const [lon, lat] = [place.lon ?? known?.lon, place.lat ?? known?.lat];
    if (typeof lon !== 'number' || typeof lat !== 'number') return null;
    return { lon, lat, radius: place.radius_m ?? known?.radius_m ?? RADIUS[place.precision ?? 'locality'] };
  }

  /** A point chosen on the map. @param {number} at of the place that was moved; -1: a new one @param {number} lon @param {number} lat */
  put(at, lon, lat) {
    this.#draft.change(({ places }) => {
      const place = places[at] ?? places[places.push({ role: 'scene', precision: 'near', radius_m: RADIUS.near }) - 1];
      Object.assign(place, { lon: round(lon), lat: round(lat), precision: place.precision === 'exact' ? 'exact' : 'near', radius_m: place.precision === 'exact' ? RADIUS.exact : RADIUS.near });
    }, this);
    this.show();
  }

  /** @param {FoundPlace} found */
  #add(found) {
    this.known.set(found.id, found);
    this.#draft.change(({ places }) => { places.push({ place: found.id, role: 'scene', precision: found.precision ?? precisionOf(found.kind) }); }, this);
    this.show();
    this.search.focus();
  }

  /** @param {PlaceOf} place @param {number} at */
  #row(place, at) {
    const known = place.place ? this.known.get(place.place) : undefined;
    const name = known?.name ?? place.words ?? place.place ?? `${place.lat}, ${place.lon}`;
    const within = known ? [known.kind, known.district, known.province, countryName(known.country)].filter((part) => part && part !== name).join(' · ') : '';
    const change = (/** @type {(place: PlaceOf) => void} */ edit) => this.#draft.change(() => edit(place), this);
    return h('li', { class: 'place-row', 'data-field': `places[${at}]` },
      h('div', { class: 'place-cells' },
        h('div', { class: 'place-name' }, h('strong', { dir: 'auto' }, name), ' ', h('small', { class: 'muted' }, at === 0 ? `${t('desk.where.principal')}${within && ` · ${within}`}` : within), ' ',
          at > 0 && h('button', { type: 'button', class: 'link small', onclick: () => this.#promote(at) }, t('desk.where.promote'))),
        textField(t('desk.where.words'), place.words ?? '', (words) => change((p) => { p.words = words; }), { 'data-field': `places[${at}].words` }),
        selectField(t('desk.precision'), place.precision ?? 'locality', choicesOf('precision', PRECISIONS), (precision) => { change((p) => { p.precision = precision; if (p.lon !== undefined) p.radius_m = RADIUS[precision]; }); this.show(); }, { field: `places[${at}].precision` }),
        selectField(t('desk.where.role'), place.role ?? 'scene', choicesOf('diff.place', ROLES), (role) => change((p) => { p.role = role; })),
        removeButton(name, () => this.#remove(at))),
      place.lon !== undefined && place.place && h('p', { class: 'small' }, t('desk.where.moved', { lat: place.lat ?? '', lon: place.lon ?? '' }), ' ', h('button', { type: 'button', class: 'link', onclick: () => this.#back(at) }, t('desk.where.back'))));
  }

  /** @param {number} at */
  #remove(at) {
    this.#draft.change(({ places }) => { places.splice(at, 1); }, this);
    this.show();
    this.search.focus();
  }

  /** @param {number} at */
  #promote(at) {
    this.#draft.change(({ places }) => { places.unshift(...places.splice(at, 1)); }, this);
    this.show();
  }

  /** The place's own point again. @param {number} at */
  #back(at) {
    this.#draft.change(({ places }) => {
      const { lon, lat, radius_m, ...rest } = places[at];
      places[at] = { ...rest, precision: precisionOf(this.known.get(rest.place ?? '')?.kind ?? 'locality') };
    }, this);
    this.show();
  }

  /** @param {PlaceOf[]} places */
  async #lookUp(places) {
    const missing = [...new Set(places.map(({ place }) => place).filter((id) => id && !this.known.has(id)))];
    if (missing.length === 0) return;
    await Promise.all(missing.map(async (id) => this.known.set(/** @type {string} */ (id), await getPlace(/** @type {string} */ (id)))));
    this.#draft.change(() => {}, this);
    this.show();
  }
}

/** @param {string} kind of place */
const precisionOf = (kind) => ({ crossing: 'exact', locality: 'locality', district: 'district', area: 'district', province: 'province', country: 'country' }[kind] ?? 'locality');

/** Degrees to about a metre. @param {number} degrees */
const round = (degrees) => Math.round(degrees * 1e5) / 1e5;
