// @ts-check
// The note beside the pointer: what one mark stands for.
import { fill, h } from '../ui/dom.js';
import { symbolIcon } from '../ui/symbol-icon.js';
import { ofData } from '../ui/texts.js';
import { localName } from '../words/names.js';
import { formatNumber, t } from '../text/t.js';
import { AREA, RING } from '../map/sites.js';
import { countryName, kilometres } from '../words/places.js';
import { rowDate, rowKilled, rowPlace } from './list.js';

const MOST = 4;

/**
 * @param {HTMLElement} element
 * @param {import('../data/columns.js').Columns} columns
 * @param {import('../map/sites.js').Site} site
 * @param {readonly number[]} rows the shown incidents of the site
 * @param {{x: number, y: number, width: number, height: number}} at in the map's element
 */
export function showTip(element, columns, site, rows, at) {
  const listed = rows.slice(0, MOST).map((row) => h('li', {}, symbolIcon(columns.family[row], 12), h('span', {}, ofData(columns.titles[row]), h('small', {}, ` ${rowDate(columns, row)}`))));
  const row = rows[0];
  if (rows.length === 1) {
    const killed = rowKilled(columns, row);
    fill(element, h('p', {}, h('strong', {}, ofData(columns.titles[row]))), h('p', { class: 'small' }, rowDate(columns, row), ' · ', rowPlace(columns, row)),
      killed && h('p', { class: 'small' }, t('shown.killed', { range: killed })));
  } else {
    fill(element, h('p', {}, h('strong', {}, headOf(columns, site, rows))), h('ul', {}, listed), rows.length > MOST && h('p', { class: 'muted small' }, `+ ${formatNumber(rows.length - MOST)}`));
  }
  element.hidden = false;
  const width = element.offsetWidth;
  const height = element.offsetHeight;
  element.style.left = `${Math.max(8, Math.min(at.x + 16, at.width - width - 8))}px`;
  element.style.top = `${at.y + height + 24 > at.height ? Math.max(8, at.y - height - 14) : at.y + 16}px`;
}

/** @param {import('../data/columns.js').Columns} columns @param {import('../map/sites.js').Site} site @param {readonly number[]} rows */
export function headOf(columns, site, rows) {
  const row = rows[0];
  if (site.type === RING) return t('tip.around', { n: rows.length, km: kilometres(site.radius), place: localName('place', columns.places[row]) ?? '' });
  const level = /** @type {const} */ (['places', 'places', 'places', 'districts', 'provinces', 'countries'])[site.level] ?? 'places';
  const place = site.type === AREA ? site.shape?.properties.name ?? columns[level][row] : columns.places[row];
  const kind = /** @type {const} */ ({ districts: 'district', provinces: 'province', places: 'place', countries: 'place' })[level];
  return t(site.type === AREA ? 'tip.area' : 'tip.spot', { n: rows.length, place: level === 'countries' ? countryName(columns.countries[row]) : localName(kind, place) ?? '' });
}
