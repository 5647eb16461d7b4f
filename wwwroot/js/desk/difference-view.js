// @ts-check
// Rows of words as tables: before and after, one document alone, or two incidents side by side. Text may run either way.
import { h } from '../ui/dom.js';
import { t } from '../text/t.js';
import { changedRows, wordDifference } from './side-by-side.js';

/**
 * @typedef {import('./side-by-side.js').Row} Row
 * @typedef {import('./side-by-side.js').PairRow} PairRow
 */

/**
 * What a version changes of another; what stays is there to unfold.
 * @param {Row[]} rows
 * @param {{before: string|null, after: string}} heads before null: there was nothing before
 */
export function differenceView(rows, { before, after }) {
  if (before === null) return [table([t('queue.field'), after], rows.map((row) => [row.label, h('bdi', {}, row.after ?? '')]), 'difference alone')];
  const changed = changedRows(rows);
  const same = rows.filter((row) => !changed.includes(row));
  return [
    changed.length === 0 ? h('p', { class: 'muted' }, t('queue.same')) : table([t('queue.field'), before, after], changed.map((row) => [row.label, ...sides(row)]), 'difference'),
    same.length > 0 && h('details', { class: 'unchanged', open: changed.length === 0 }, h('summary', {}, t('queue.unchanged', { n: same.length })), table([t('queue.field'), after], same.map((row) => [row.label, h('bdi', {}, row.after ?? '')]), 'difference alone')),
  ];
}

/** @param {Row} row @returns {[Node, Node]} */
function sides({ before, after }) {
  if (before === null) return [nothing(), h('ins', { dir: 'auto' }, after ?? '')];
  if (after === null) return [h('del', { dir: 'auto' }, before), nothing()];
  const pieces = wordDifference(before, after);
  const side = (/** @type {'gone'|'new'} */ mine) => h('div', { dir: 'auto' }, pieces.filter(({ is }) => is === 'kept' || is === mine).map(({ text, is }) => (is === 'kept' ? text : h(mine === 'gone' ? 'del' : 'ins', {}, text))));
  return [side('gone'), side('new')];
}

const nothing = () => h('span', { class: 'muted' }, t('queue.nothing'));

/**
 * Two incidents; what they have alike is marked as such.
 * @param {PairRow[]} rows
 * @param {[Node, Node]} heads
 */
export function pairView(rows, heads) {
  return table([t('queue.field'), ...heads], rows.map(({ label, sides: [one, other] }) => {
    const isSame = one.join('\n') === other.join('\n');
    return [[label, isSame && h('small', { class: 'same-mark' }, t('queue.pair.same'))], lines(one, other), lines(other, one)];
  }), 'difference pair');
}

/** A line that the other side has too is quiet. @param {string[]} mine @param {string[]} others */
const lines = (mine, others) => (mine.length === 0 ? nothing() : h('ul', { class: 'plain' }, mine.map((line) => h('li', { dir: 'auto', class: others.includes(line) ? 'alike' : null }, line))));

/**
 * On a narrow screen each cell carries the head of its column.
 * @param {(string|Node)[]} heads
 * @param {(string|Node|(string|Node|false)[])[][]} rows the first cell heads the row
 * @param {string} name of its looks
 */
const table = (heads, rows, name) => h('table', { class: name }, h('thead', {}, h('tr', {}, heads.map((head) => h('th', { scope: 'col' }, head)))),
  h('tbody', {}, rows.map(([label, ...cells]) => h('tr', {}, h('th', { scope: 'row' }, label), cells.map((cell, at) => h('td', { 'data-head': typeof heads[at + 1] === 'string' ? String(heads[at + 1]) : null }, cell))))));
