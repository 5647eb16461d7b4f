// @ts-check
// The note beside the pointer: what one mark stands for.
import { fill, h } from '../ui/dom.js';
import { symbolIcon } from '../ui/symbol-icon.js';
import { ofData } from '../ui/texts.js';
import { localName } from '../words/names.js';
import { formatNumber, t } from '../text/t.js';
import { AREA, RING } from '../map/sites.js';
import { countryName, kilometres } from '../words/places.js';
import { rowDate, rowKilled, rowPlace, rowTitle } from './list.js';

const MOST = 4;

/**
 * @param {HTMLElement} element
 * @param {import('../data/columns.js').Columns} columns
 * @param {import('../map/sites.js').Sites} sites
 * @param {number} site
 * @param {readonly number[]} rows the shown incidents of the site
 * @param {Place} at
 *
 * @typedef {{x: number, y: number, width: number, height: number}} Place in the map's element
 */
export function showTip(element, columns, sites, site, rows, at) {
  const listed = rows.slice(0, MOST).map((row) => h('li', {}, symbolIcon(columns.family[row], 12), h('span', {}, ofData(rowTitle(columns, row)), h('small', {}, ` ${rowDate(columns, row)}`))));
  const row = rows[0];
  if (rows.length === 1) {
    const killed = rowKilled(columns, row);
    fill(element, h('p', {}, h('strong', {}, ofData(rowTitle(columns, row)))), h('p', { class: 'small' }, rowDate(columns, row), ' · ', rowPlace(columns, row)),
      killed && h('p', { class: 'small' }, t('shown.killed', { range: killed })));
  } else {
    fill(element, h('p', {}, h('strong', {}, headOf(columns, sites, site, rows))), h('ul', {}, listed), rows.length > MOST && h('p', { class: 'muted small' }, `+ ${formatNumber(rows.length - MOST)}`));
  }
  placeTip(element, at);
}

/** @param {HTMLElement} element @param {import('../map/groups.js').Groups} groups @param {number} group @param {Place} at */
export function showGroupTip(element, { incidents, sites }, group, at) {
  fill(element, h('p', {}, h('strong', {}, t('tip.group', { n: incidents[group], spots: sites[group] }))), h('p', { class: 'muted small' }, t('tip.group.open')));
  placeTip(element, at);
}

/** @param {HTMLElement} element @param {Place} at */
export function placeTip(element, at) {
  element.hidden = false;
  const width = element.offsetWidth;
  const height = element.offsetHeight;
  element.style.left = `${Math.max(8, Math.min(at.x + 16, at.width - width - 8))}px`;
  element.style.top = `${at.y + height + 24 > at.height ? Math.max(8, at.y - height - 14) : at.y + 16}px`;
}

/** @param {import('../data/columns.js').Columns} columns @param {import('../map/sites.js').Sites} sites @param {number} site @param {readonly number[]} rows */
export function headOf(columns, { type, level, row: first, shapes }, site, rows) {
  const row = rows[0];
  if (type[site] === RING) return t('tip.around', { n: rows.length, km: kilometres(columns.radius[first[site]]), place: localName('place', columns.places.at(row)) ?? '' });
  const names = /** @type {const} */ (['places', 'places', 'places', 'districts', 'provinces', 'countries'])[level[site]] ?? 'places';
  const kind = /** @type {const} */ ({ districts: 'district', provinces: 'province', places: 'place', countries: 'place' })[names];
  const isArea = type[site] === AREA;
  const name = isArea ? shapes.get(site)?.properties.name ?? columns[names].at(row) : columns.places.at(row);
  return t(isArea ? 'tip.area' : 'tip.spot', { n: rows.length, place: names === 'countries' ? countryName(columns.countries.at(row)) : localName(kind, name) ?? '' });
}
