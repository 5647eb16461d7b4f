// @ts-check
// The incidents shown, as a table: sortable, and holding all that the map says.
import { fill, h } from '../ui/dom.js';
import { pageLink } from '../ui/links.js';
import { symbolIcon } from '../ui/symbol-icon.js';
import { ofData } from '../ui/texts.js';
import { t } from '../text/t.js';
import { NONE, OPEN_END, OPEN_START } from '../data/columns.js';
import { FAMILIES } from '../data/kinds.js';
import { GRADES, PRECISIONS } from '../state/params.js';
import { shortRange } from '../words/counts.js';
import { dateWords } from '../words/dates.js';
import { placeWords } from '../words/places.js';
import { ordered } from './order.js';

/**
 * @typedef {import('../data/columns.js').Columns} Columns
 * @typedef {import('./order.js').Order} Order
 */

const PAGE = 60;

/** The date of a row in words. @param {Columns} columns @param {number} row @param {'long'|'short'} [length] */
export const rowDate = ({ start, end, datePrecisions }, row, length = 'short') => dateWords({
  start: start[row] === OPEN_START ? null : start[row], end: end[row] === OPEN_END ? null : end[row], precision: datePrecisions.at(row) ?? 'unknown',
}, length);

/** What a row is called: its title, or until the titles are there its family. @param {Columns} columns @param {number} row */
export const rowTitle = ({ titles, family }, row) => titles.at(row) ?? t(`family.${FAMILIES[family[row]]}`);

/** The place of a row in words; '' until the names are there. @param {Columns} c @param {number} row */
export const rowPlace = (c, row) => (c.titles.at(row) === undefined ? '' : placeOf(c, row));

/** @param {Columns} c @param {number} row */
const placeOf = (c, row) => placeWords({
  precision: c.precision[row] === NONE || Number.isNaN(c.x[row]) ? null : PRECISIONS[c.precision[row]],
  place: c.places.at(row), district: c.districts.at(row), province: c.provinces.at(row), country: c.countries.at(row),
});

/** The reported range of a row; '' where nobody gave a figure. @param {Columns} columns @param {number} row */
export const rowKilled = ({ killedLow, killedHigh }, row) => shortRange(killedLow[row] < 0 ? null : killedLow[row], killedHigh[row] < 0 ? null : killedHigh[row]);

export class IncidentList {
  /** @type {Order} */ #order = { by: 'when', down: true };
  #length = PAGE;
  #element;
  #body = h('tbody');
  #heads;
  #more = h('button', { type: 'button', class: 'more', onclick: () => { this.#length += PAGE * 3; this.#render(); } });
  #empty = h('div');
  #table;
  /** @type {{columns: Columns, rows: Uint32Array}|null} */ #shown = null;
  #wishes;
  /** All rows in order, when somebody goes from one to the next. @type {Uint32Array|null} */ #inOrder = null;

  /**
   * @param {HTMLElement} element
   * @param {{open: (id: string) => void, point: (row: number) => void}} wishes point: a row is under the pointer, -1 none
   */
  constructor(element, wishes) {
    this.#wishes = wishes;
    this.#element = element;
    const head = (/** @type {Order['by']} */ by) => h('th', { scope: 'col', class: `col-${by}` },
      h('button', { type: 'button', onclick: () => this.#sortBy(by) }, t(`list.${by}`)));
    this.#heads = { when: head('when'), what: head('what'), killed: head('killed'), grade: head('grade') };
    this.#table = h('table', {}, h('caption', { class: 'hidden' }, t('list.label')),
      h('thead', {}, h('tr', {}, ...Object.values(this.#heads))), this.#body);
    this.#table.addEventListener('pointerover', (event) => wishes.point(rowUnder(event)));
    this.#table.addEventListener('pointerleave', () => wishes.point(-1));
    fill(element, this.#table, this.#more, this.#empty);
  }

  /** @param {Columns} columns @param {Uint32Array} rows @param {HTMLElement|null} instead what to show when there is none */
  show(columns, rows, instead) {
    this.#shown = { columns, rows };
    this.#length = PAGE;
    fill(this.#empty, instead);
    this.#table.hidden = rows.length === 0;
    this.#render();
  }

  /** The incidents above and below one in the list; null at its ends, and for one that is not in it. @param {string} id */
  beside(id) {
    if (!this.#shown) return { before: null, after: null };
    const { columns, rows } = this.#shown;
    const inOrder = this.#inOrder ??= ordered(columns, rows, this.#order, rows.length);
    const at = inOrder.indexOf(columns.rowOf.get(id) ?? -1);
    const idAt = (/** @type {number} */ index) => (index in inOrder ? columns.ids.at(inOrder[index]) ?? null : null);
    return at < 0 ? { before: null, after: null } : { before: idAt(at - 1), after: idAt(at + 1) };
  }

  /** @param {Order['by']} by */
  #sortBy(by) {
    if (by === 'what') void this.#shown?.columns.titles.file.all?.();
    this.#order = { by, down: this.#order.by === by ? !this.#order.down : by !== 'what' };
    this.#length = PAGE;
    this.#render();
    this.#element.scrollTop = 0;
  }

  #render() {
    if (!this.#shown) return;
    const { columns, rows } = this.#shown;
    for (const [by, head] of Object.entries(this.#heads)) {
      head.setAttribute('aria-sort', by !== this.#order.by ? 'none' : this.#order.down ? 'descending' : 'ascending');
    }
    this.#inOrder = null;
    fill(this.#body, Array.from(ordered(columns, rows, this.#order, this.#length), (row) => this.#row(columns, row)));
    const rest = rows.length - this.#length;
    this.#more.hidden = rest <= 0;
    this.#more.textContent = t('list.more', { n: Math.min(rest, PAGE * 3) });
  }

  /** @param {Columns} columns @param {number} row */
  #row(columns, row) {
    const grade = GRADES[columns.grade[row]];
    return h('tr', { 'data-row': row, onclick: () => this.#wishes.open(columns.ids.at(row) ?? '') },
      h('td', { class: 'col-when' }, rowDate(columns, row)),
      h('td', { class: 'col-what' }, symbolIcon(columns.family[row]),
        h('a', { href: pageLink(`incidents/${columns.ids.at(row)}`), onclick: openHere }, ofData(rowTitle(columns, row))), h('small', {}, rowPlace(columns, row))),
      h('td', { class: 'col-killed' }, rowKilled(columns, row) || h('span', { class: 'muted', title: t('count.none') }, '–')),
      h('td', { class: 'col-grade' }, h('span', { class: `grade grade-${grade}`, title: t(`grade.${grade}`) }, h('span', { class: 'hidden' }, t(`grade.${grade}`)))));
  }
}

// A plain click opens the incident beside the map; with a modifier it goes to the incident's own page.
/** @param {Event} event */
function openHere(event) {
  const { ctrlKey, metaKey, shiftKey } = /** @type {MouseEvent} */ (event);
  if (ctrlKey || metaKey || shiftKey) event.stopPropagation();
  else event.preventDefault();
}

/** @param {Event} event */
function rowUnder(event) {
  const row = event.target instanceof Element ? event.target.closest('tr')?.getAttribute('data-row') : null;
  return row === null || row === undefined ? -1 : Number(row);
}
