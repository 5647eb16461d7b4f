// @ts-check
// The chart as a table: a row a stretch of the line that holds anything, within the window.
import { fill, h } from '../ui/dom.js';
import { formatNumber, t } from '../text/t.js';
import { sumWords } from '../words/counts.js';
import { stretchWords } from '../words/line.js';
import { crossingName, localName } from '../words/names.js';
import { provincesIn } from './landmarks.js';

/**
 * @param {HTMLElement} element
 * @param {readonly import('./words.js').Stretch[]} stretches
 * @param {import('./landmarks.js').Landmarks} landmarks
 * @param {(stretch: {from: number, to: number}) => void} choose
 */
export function showTable(element, stretches, landmarks, choose) {
  const names = (/** @type {string[]} */ list) => list.join(t('list.comma')) || '–';
  const provinces = (/** @type {number} */ from, /** @type {number} */ to, /** @type {string} */ country) => names(provincesIn(landmarks, from, to, country).map((name) => localName('province', name)));
  if (stretches.length === 0) return fill(element, h('p', {}, t('line.summary.none')));
  fill(element, h('table', {},
    h('caption', { class: 'hidden' }, t('line.table.caption')),
    h('thead', {}, h('tr', {}, ['stretch', 'crossings', 'af', 'pk', 'sure', 'possible', 'killed'].map((key) => h('th', { scope: 'col' }, t(`line.table.${key}`))))),
    h('tbody', {}, stretches.map((stretch) => {
      const to = Math.min(stretch.to, landmarks.length);
      return h('tr', {},
        h('th', { scope: 'row' }, h('button', { type: 'button', class: 'link', onclick: () => choose({ from: stretch.from, to }) }, stretchWords({ from: stretch.from, to }))),
        h('td', {}, names(landmarks.crossings.filter(({ km }) => km >= stretch.from && km < stretch.to).map(({ name }) => crossingName(name)))),
        h('td', {}, provinces(stretch.from, to, 'AF')), h('td', {}, provinces(stretch.from, to, 'PK')),
        h('td', { class: 'number' }, formatNumber(stretch.sure)), h('td', { class: 'number' }, formatNumber(stretch.possible)),
        h('td', {}, sumWords({ ...stretch, said: stretch.sure - stretch.unsaid })));
    }))));
}
