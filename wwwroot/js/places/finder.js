// @ts-check
// One box for a name in any script or coordinates in any notation, and what it finds.
import { getPlace, reversePlace, searchPlaces, RequestError } from '../data/api.js';
import { placeSearch } from '../panel/place-search.js';
import { copyText } from '../ui/menus.js';
import { announce, fill, h } from '../ui/dom.js';
import { formatNumber, t } from '../text/t.js';
import { countryName, kilometres } from '../words/places.js';

/** @typedef {import('../panel/place-search.js').FoundPlace} FoundPlace */

export class Finder {
  #card = h('div', { class: 'found', 'aria-live': 'polite' });
  #search;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.#search = placeSearch((place) => void this.#show(place), { id: 'finder', label: t('places.find.label'), look });
    fill(element, this.#search.element, h('p', { class: 'muted small', dir: 'ltr' }, t('places.find.help')), this.#card);
  }

  /** @param {FoundPlace} found */
  async #show(found) {
    try {
      fill(this.#card, found.id ? placeCard(await getPlace(found.id)) : positionCard(await reversePlace(found.matched ?? found.name)));
    } catch (error) {
      fill(this.#card, h('p', { class: 'notice' }, error instanceof Error ? error.message : t('error.offline')));
    }
    announce(found.name);
  }
}

/**
 * What a text may mean: a position, when it reads as one, and places of that name. Coordinates that cannot be are told when nothing else is found.
 * @param {string} text
 * @param {AbortSignal} signal
 * @returns {Promise<FoundPlace[]>}
 */
async function look(text, signal) {
  const [position, places] = await Promise.all([/\p{Nd}/u.test(text) ? positionOf(text, signal) : null, searchPlaces(text, signal)]);
  if (position instanceof RequestError && places.length === 0) throw position;
  return position && !(position instanceof RequestError) ? [position, ...places.slice(0, 4)] : places;
}

/** @param {string} text @param {AbortSignal} signal @returns {Promise<FoundPlace|RequestError>} */
async function positionOf(text, signal) {
  try {
    const { words, dms, district, province, country, lon, lat } = await reversePlace(text, signal);
    return { id: '', name: words ?? dms, kind: t('places.position'), district: district?.name ?? null, province: province?.name ?? null, country, lon, lat, matched: text };
  } catch (error) {
    if (error instanceof RequestError && error.status === 400) return error;
    throw error;
  }
}

/** @param {any} place the document of one place */
function placeCard(place) {
  const within = place.within.map((/** @type {{id: string, name: string}} */ holder, /** @type {number} */ at) => [at ? ', ' : '', h('a', { href: `places/${encodeURIComponent(holder.id)}` }, holder.name)]).flat();
  const today = place.today.map((/** @type {{id: string, name: string}} */ one, /** @type {number} */ at) => [at ? ', ' : '', h('a', { href: `places/${encodeURIComponent(one.id)}` }, one.name)]).flat();
  return card(place.name, scriptsOf(place), [
    h('p', {}, t(`kind.${place.kind}`), within.length > 0 && ` ${t('places.in')} `, within),
    today.length > 0 && h('p', {}, `${t('places.today')} `, today),
    h('p', { class: 'muted' }, lineWords(place)),
  ], place, `places/${encodeURIComponent(place.id)}`, place.id);
}

/** @param {any} position the answer of the reverse look-up */
function positionCard(position) {
  const where = [position.district?.name, position.province?.name, countryName(position.country)].filter(Boolean).join(', ');
  const notations = [position.mgrs, position.utm, position.dms].filter(Boolean).join(' · ');
  const nearest = position.nearest.map((/** @type {{id: string, words: string}} */ near) => h('li', {}, h('a', { href: `places/${encodeURIComponent(near.id)}` }, near.words)));
  return card(position.words ?? position.dms, null, [
    h('p', {}, position.problem ?? where),
    position.assumed && h('p', { class: 'muted' }, position.assumed),
    h('p', { class: 'muted' }, notations),
    h('p', { class: 'muted' }, lineWords(position)),
    nearest.length > 1 && h('ul', { class: 'plain' }, nearest),
  ], position, null, position.district?.id);
}

/**
 * @param {string} title
 * @param {Node|null} scripts
 * @param {(Node|false|null|undefined|'')[]} lines
 * @param {{lon: number, lat: number}} at
 * @param {string|null} page
 * @param {string|undefined} id of the place whose incidents are offered
 */
function card(title, scripts, lines, { lon, lat }, page, id) {
  const position = `${lat.toFixed(5)}, ${lon.toFixed(5)}`;
  return h('article', { class: 'card' }, h('h3', {}, title, scripts && ' ', scripts), lines.map((line) => line || null),
    h('p', { class: 'actions' },
      h('button', { type: 'button', class: 'copy', title: t('places.copy'), onclick: (/** @type {Event} */ event) => void copyText(position, /** @type {HTMLElement} */ (event.currentTarget)) }, position),
      page && h('a', { href: page }, t('places.page')),
      id && h('a', { href: `./?place=${encodeURIComponent(id)}` }, t('places.incidents'))));
}

/** Names in Arabic script, the preferred one of each language. @param {any} place */
function scriptsOf(place) {
  const names = new Set(place.names.filter((/** @type {any} */ name) => name.rank === 'preferred' && !name.until && /\p{Script=Arabic}/u.test(name.text) && ['pus', 'prs', 'fas', 'urd'].includes(name.language))
    .map((/** @type {any} */ name) => name.text));
  return names.size === 0 ? null : h('small', { class: 'scripts' }, [...names].slice(0, 3).flatMap((text, at) => [at ? ' · ' : '', h('bdi', { dir: 'rtl' }, text)]));
}

/** @param {{line_distance_km: number, side: string|null, line_km: number|null}} place */
function lineWords({ line_distance_km: distance, side, line_km: along }) {
  const far = t('places.line', { km: kilometres(distance * 1000), side: side ? t(`place.line.${side}`) : t('places.outside') });
  return along === null ? far : `${far}; ${t('place.position', { km: formatNumber(Math.round(along)) })}`;
}
