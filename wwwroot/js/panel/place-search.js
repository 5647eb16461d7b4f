// @ts-check
// Looking a place up while typing, in any script.
import { searchPlaces } from '../data/api.js';
import { Combobox } from '../ui/combobox.js';
import { h } from '../ui/dom.js';
import { hasText, t } from '../text/t.js';
import { localName } from '../words/names.js';
import { countryName } from '../words/places.js';

/** @typedef {{id: string, name: string, kind: string, district: string|null, province: string|null, country: string|null, lon: number|null, lat: number|null, precision?: string, radius_m?: number, matched?: string|null}} FoundPlace */

/**
 * @param {(place: FoundPlace) => void} chosen
 * @param {object} [as]
 * @param {string} [as.id]
 * @param {string} [as.label]
 * @param {(text: string, signal: AbortSignal) => Promise<FoundPlace[]>} [as.look]
 * @returns {Combobox<FoundPlace>}
 */
export const placeSearch = (chosen, { id = 'place', label = t('filter.search'), look = searchPlaces } = {}) => new Combobox({ id, label, search: look, option: (place) => placeOption(place), chosen });

/** @param {FoundPlace} place @param {Element|null} [mark] */
export function placeOption(place, mark = null) {
  const within = [localName('district', place.district), localName('province', place.province), countryName(place.country)].filter((part) => part && part !== place.name);
  const other = place.matched && place.matched !== place.name ? place.matched : null;
  return [h('span', { class: mark ? 'found' : null }, mark, mark && ' ', h('bdi', {}, place.name), other && ' ', other && h('bdi', { class: 'muted' }, other)), h('small', {}, [hasText(`kind.${place.kind}`) ? t(`kind.${place.kind}`) : place.kind, ...within].join(' · '))];
}
