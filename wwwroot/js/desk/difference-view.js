// @ts-check
// Differences as tables: what changed, before and after; a document alone; two incidents side by side. Text may run either way.
import { h } from '../ui/dom.js';
import { t } from '../text/t.js';
import { wordDifference } from './word-difference.js';

/**
 * @typedef {import('./difference-words.js').Said} Said
 * @typedef {import('./side-by-side.js').WholeRow} WholeRow
 * @typedef {import('./side-by-side.js').PairRow} PairRow
 */

/** @param {Said[]} changes @param {{before?: string, after?: string}} [heads] */
export const changesView = (changes, { before = t('diff.before'), after = t('diff.after') } = {}) => table([t('diff.what'), before, after], changes.map((change) => [h('bdi', {}, change.what), ...sides(change)]), '');

/** @param {Said} change @returns {[Node, Node]} */
function sides({ before, after }) {
  if (!before) return [nothing(), h('ins', { dir: 'auto' }, after)];
  if (!after) return [h('del', { dir: 'auto' }, before), nothing()];
  const pieces = wordDifference(before, after);
  const side = (/** @type {'gone'|'new'} */ mine) => h('div', { dir: 'auto' }, pieces.filter(({ is }) => is === 'kept' || is === mine).map(({ text, is }) => (is === 'kept' ? text : h(mine === 'gone' ? 'del' : 'ins', {}, text))));
  return [side('gone'), side('new')];
}

const nothing = () => h('span', { class: 'muted' }, t('diff.nothing'));

/** @param {WholeRow[]} rows @param {string} [head] */
export const wholeView = (rows, head = t('diff.value')) => table([t('diff.what'), head], rows.map(({ label, lines }) => [label, listOf(lines, [])]), 'alone');

/**
 * Two incidents; what they have alike is marked as such.
 * @param {PairRow[]} rows
 * @param {[Node, Node]} heads
 */
export function pairView(rows, heads) {
  return table([t('diff.what'), ...heads], rows.map(({ label, sides: [one, other] }) => {
    const isSame = one.join('\n') === other.join('\n');
    return [[label, isSame && h('small', { class: 'same-mark' }, t('diff.pair.same'))], listOf(one, other), listOf(other, one)];
  }), 'pair');
}

/** A line that the other side has too is quiet. @param {string[]} mine @param {string[]} others */
const listOf = (mine, others) => (mine.length === 0 ? nothing() : h('ul', { class: 'plain' }, mine.map((line) => h('li', { dir: 'auto', class: others.includes(line) ? 'alike' : null }, line))));

/**
 * On a narrow screen each cell carries the head of its column.
 * @param {(string|Node)[]} heads
 * @param {(string|Node|(string|Node|false)[])[][]} rows the first cell heads the row
 * @param {string} name of its looks
 */
const table = (heads, rows, name) => h('table', { class: `difference ${name}` }, h('thead', {}, h('tr', {}, heads.map((head) => h('th', { scope: 'col' }, head)))),
  h('tbody', {}, rows.map(([label, ...cells]) => h('tr', {}, h('th', { scope: 'row' }, label), cells.map((cell, at) => h('td', { 'data-head': typeof heads[at + 1] === 'string' ? String(heads[at + 1]) : null }, cell))))));
