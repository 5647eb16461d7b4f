// @ts-check
// The columns of the table: what a cell says, and the number that a row is sorted by.
import { h } from '../ui/dom.js';
import { pageLink } from '../ui/links.js';
import { symbolIcon } from '../ui/symbol-icon.js';
import { ofData } from '../ui/texts.js';
import { formatNumber, inUse, t } from '../text/t.js';
import { NONE, OPEN_END, OPEN_START } from '../data/columns.js';
import { rowDate, rowKilled, rowPlace, rowTitle } from '../panel/list.js';
import { GRADES, PRECISIONS, SIDES } from '../state/params.js';
import { localName } from '../words/names.js';

/**
 * @typedef {import('../data/columns.js').Columns} Columns
 * @typedef {import('../data/kinds.js').Kinds} Kinds
 * @typedef {'when'|'kind'|'title'|'place'|'province'|'side'|'line'|'killed'|'precision'|'grade'} Name
 * @typedef {(row: number) => number} Key a whole number from 0; below 0 where the row has no value
 *
 * @typedef {object} Column
 * @property {Name} name
 * @property {boolean} [number] stands at the end of its cell, like figures
 * @property {boolean} [text] its texts may be loaded only as they are read; an order by it needs them all
 * @property {(columns: Columns, kinds: Kinds, row: number) => import('../ui/dom.js').Child|import('../ui/dom.js').Child[]} cell
 * @property {(columns: Columns, kinds: Kinds) => Key} key
 */

/** Days are counted from 1970; added to them, none is below 0. */
const ERA = 1_000_000;

/** The place of each text among all, so that sorting compares numbers. @param {number} size @param {(row: number) => string|null|undefined} text @returns {Key} */
function byText(size, text) {
  const distinct = new Set();
  for (let row = 0; row < size; row++) distinct.add(text(row) ?? '');
  const { compare } = new Intl.Collator([inUse().code, 'en'], { numeric: true });
  const rank = new Map([...distinct].sort(compare).map((value, at) => [value, at]));
  return (row) => { const value = text(row); return value ? rank.get(value) ?? -1 : -1; };
}

/** @param {string|null|undefined} value */
const orDash = (value) => value || h('span', { class: 'muted' }, '–');

/** @param {string} prefix @param {readonly string[]} list @param {number} at */
const worded = (prefix, list, at) => orDash(at === NONE ? null : t(`${prefix}.${list[at]}`));

/** @param {Columns} c @param {number} row */
const province = (c, row) => localName('province', c.provinces.at(row));

/** @type {readonly Column[]} */
export const COLUMNS = [
  { name: 'when', cell: (c, _, row) => rowDate(c, row), key: (c) => (row) => (c.start[row] !== OPEN_START ? c.start[row] + ERA : c.end[row] !== OPEN_END ? c.end[row] + ERA : -1) },
  { name: 'kind', cell: (c, kinds, row) => [symbolIcon(c.family[row]), ' ', kinds.list[c.kind[row]]?.label ?? ''], key: (c, kinds) => byText(c.size, (row) => kinds.list[c.kind[row]]?.label ?? null) },
  { name: 'title', text: true, cell: (c, _, row) => h('a', { href: pageLink(`incidents/${c.ids.at(row)}`), 'data-id': c.ids.at(row) }, ofData(rowTitle(c, row))), key: (c) => byText(c.size, (row) => c.titles.at(row)) },
  { name: 'place', text: true, cell: (c, _, row) => rowPlace(c, row), key: (c) => byText(c.size, (row) => localName('place', c.places.at(row))) },
  { name: 'province', text: true, cell: (c, _, row) => orDash(province(c, row)), key: (c) => byText(c.size, (row) => province(c, row)) },
  { name: 'side', cell: (c, _, row) => worded('side', SIDES, c.side[row]), key: (c) => (row) => (c.side[row] === NONE ? -1 : c.side[row]) },
  { name: 'line', number: true, cell: (c, _, row) => orDash(Number.isNaN(c.lineKm[row]) ? null : formatNumber(Math.round(c.lineKm[row]))), key: (c) => (row) => (Number.isNaN(c.lineKm[row]) ? -1 : Math.round(c.lineKm[row] * 10)) },
  { name: 'killed', number: true, cell: (c, _, row) => orDash(rowKilled(c, row)), key: (c) => (row) => Math.max(c.killedLow[row], c.killedLow[row] < 0 && c.killedHigh[row] >= 0 ? 0 : -1) },
  { name: 'precision', cell: (c, _, row) => worded('precision', PRECISIONS, c.precision[row]), key: (c) => (row) => (c.precision[row] === NONE ? -1 : c.precision[row]) },
  {
    name: 'grade', cell: (c, _, row) => [h('span', { class: `grade grade-${GRADES[c.grade[row]]}`, 'aria-hidden': true }), ' ', worded('grade', GRADES, c.grade[row])],
    key: (c) => (row) => (c.grade[row] === NONE ? -1 : GRADES.length - c.grade[row]),
  },
];
