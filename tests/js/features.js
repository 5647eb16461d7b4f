// @ts-check
// Small sets of incidents for the tests.
import { toColumns } from '../../wwwroot/js/data/columns.js';
import { Kinds } from '../../wwwroot/js/data/kinds.js';
import { DEFAULTS } from '../../wwwroot/js/state/params.js';

export const KINDS = new Kinds([
  { kind: 'armed_clash', family: 'combat', label: 'Armed clash' },
  { kind: 'shelling', family: 'combat', label: 'Shelling' },
  { kind: 'airstrike', family: 'air', label: 'Airstrike' },
  { kind: 'infiltration', family: 'infiltration', label: 'Infiltration' },
  { kind: 'violence_unspecified', family: 'other', label: 'Violence, not specified' },
  { kind: 'other', family: 'other', label: 'Other' },
]);

/**
 * @param {string} id
 * @param {Record<string, any>} [properties] over those of an armed clash at Torkham on 12 October 2025
 * @param {number[]|null} [point] lon, lat
 * @returns {import('../../wwwroot/js/data/columns.js').Feature}
 */
export const feature = (id, properties = {}, point = [71.09, 34.12]) => ({
  id,
  geometry: point && { coordinates: point },
  properties: {
    id, title: `Incident ${id}`, kind: 'armed_clash', family: 'combat', date_start: '2025-10-12', date_end: '2025-10-12', date_precision: 'day', place: 'Torkham', district: 'Khyber',
    province: 'Khyber Pakhtunkhwa', country: 'PK', precision: 'near', radius_m: 2000, side: 'straddles', line_km: 1500, killed_low: null, killed_high: null, grade: 'fair',
    episode: null, cross_border: true, ...properties,
  },
});

/** @param {...ReturnType<typeof feature>} features */
export const columnsOf = (...features) => toColumns(features, KINDS);

/** @param {Partial<import('../../wwwroot/js/state/params.js').State>} [patch] */
export const state = (patch = {}) => ({ ...DEFAULTS, ...patch });
