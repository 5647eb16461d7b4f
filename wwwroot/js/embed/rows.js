// @ts-check
// Single incidents in a list: when, what, where, and the reported range of killed.
import { FAMILIES } from '../data/kinds.js';
import { t } from '../text/t.js';
import { parseDay } from '../time/days.js';
import { fill, h } from '../ui/dom.js';
import { symbolIcon } from '../ui/symbol-icon.js';
import { ofData } from '../ui/texts.js';
import { shortRange } from '../words/counts.js';
import { dateWords } from '../words/dates.js';
import { placeWords } from '../words/places.js';
import { outLink, pageAddress } from './links.js';

/** @typedef {import('../data/columns.js').FeatureProperties} Properties @typedef {import('../state/params.js').State} State */

/** @param {Properties} incident @param {State} state */
function row(incident, state) {
  const { id, title, family, date_start, date_end, date_precision, killed_low, killed_high } = incident;
  const killed = shortRange(killed_low, killed_high);
  return h('li', { 'data-id': id }, symbolIcon(Math.max(0, FAMILIES.indexOf(family)), 15), h('div', {},
    h('p', { class: 'row-when' }, dateWords({ start: parseDay(date_start), end: parseDay(date_end), precision: date_precision }, 'short'), killed && h('span', { class: 'row-killed' }, t('shown.killed', { range: killed }))),
    outLink(pageAddress(state, `incidents/${id}`), ofData(title)),
    h('p', { class: 'muted small' }, placeWords(incident))));
}

/** @param {readonly import('../data/columns.js').Feature[]} features @param {State} state */
export function incidentRows(features, state) {
  const list = h('ul', { class: 'rows' });
  fill(list, features.map(({ properties }) => row(properties, state)));
  return list;
}
