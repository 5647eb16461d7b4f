// @ts-check
// Places in words, with their precision said.
import { formatNumber, hasText, isolated, t } from '../text/t.js';
import { localName } from './names.js';

/**
 * @typedef {object} PlaceFacts
 * @property {string|null} [precision]
 * @property {string|null} [place] name of the place itself
 * @property {string|null} [words] how the source writes it
 * @property {string|null} [district]
 * @property {string|null} [province]
 * @property {string|null} [country] code
 * @property {number|null} [radius]  metres
 */

/** Kilometres with as many digits as they are worth. @param {number} metres */
export function kilometres(metres) {
  const km = metres / 1000;
  return formatNumber(km < 1 ? Number(km.toFixed(1)) : km < 10 ? Number(km.toPrecision(2)) : Math.round(km));
}

/** @param {string|null|undefined} code */
export const countryName = (code) => (code && hasText(`country.${code}`) ? t(`country.${code}`) : code ?? '');

/** Somewhere in Jaji Aryub district, Paktia, Afghanistan. @param {PlaceFacts} facts */
export function placeWords(facts) {
  const { precision, country } = facts;
  const district = localName('district', facts.district);
  const province = localName('province', facts.province);
  if (!precision) return t('place.none');
  const name = nameAt(facts);
  const where = t(`place.${precision}`, { place: bare(name, precision) });
  const rest = [district, province, countryName(country)].filter((part) => part && part !== name && !(precision === 'country')).map((part) => isolated(part ?? ''));
  const wider = precision === 'province' ? [countryName(country)] : precision === 'country' ? [] : rest;
  return [where, ...dedupe(wider)].filter(Boolean).join(t('list.comma'));
}

/** The same, with the metres within which it is. @param {PlaceFacts} facts */
export function placeWithRadius(facts) {
  const { precision, radius, words } = facts;
  const where = placeWords(facts);
  const name = precision ? nameAt(facts) : null;
  const said = words && precision && !sameName(words, name) ? t('place.named', { words }) : '';
  const within = radius && precision && precision !== 'exact' ? t('list.comma') + t('place.within', { km: kilometres(radius) }) : '';
  return said + where + within;
}

/** The name that fits the precision: a district for what is known to the district only. @param {PlaceFacts} facts */
function nameAt({ precision, place, district, province, country }) {
  const own = localName('place', place) || t('place.unnamed');
  if (precision === 'district') return localName('district', district) || own;
  if (precision === 'province') return localName('province', province) || own;
  if (precision === 'country') return countryName(country) || own;
  return own;
}

// "Kurram District" needs no second "district".
/** @param {string} name @param {string} precision */
const bare = (name, precision) => name.replace(new RegExp(`\\s+${precision}$`, 'i'), '');

/** @param {string} a @param {string|null} b */
const sameName = (a, b) => b !== null && a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase();

/** @param {(string|null|undefined)[]} parts */
const dedupe = (parts) => parts.filter((part, at) => part && parts.indexOf(part) === at);

/** @param {number} km @param {string|null|undefined} side */
export const lineWords = (km, side) => t('place.line', { km: kilometres(km * 1000), side: t(`place.line.${side ?? 'straddles'}`) });
