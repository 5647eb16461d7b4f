// @ts-check
// The table: what the map shows, every incident of it, for reading, sorting and printing. A hundred rows are in the page at a time.
import { announce, fill, h } from '../ui/dom.js';
import { t } from '../text/t.js';
import { COLUMNS } from './columns.js';
import { sorted } from './order.js';

/**
 * @typedef {import('./columns.js').Columns} Columns
 * @typedef {import('./columns.js').Kinds} Kinds
 * @typedef {{columns: Columns, kinds: Kinds, rows: Uint32Array}} Shown
 */

const PAGE = 100;
/** Rows on paper at most: more is a matter for the export. */
const PRINTED = 2000;

export class IncidentTable {
  #open;
  #isOn = false;
  #section;
  #caption = h('caption');
  #heads;
  #body = h('tbody');
  #pages = h('nav', { class: 'pages', 'aria-label': t('table.pages') });
  #frame;
  #by = COLUMNS[0];
  #down = true;
  #page = 0;
  /** @type {Shown|null} */ #shown = null;
  /** Those of #shown in order; null: to be sorted. @type {Uint32Array|null} */ #order = null;
  /** A column's keys are made once for all rows, and again for other rows or texts. @type {{columns: Columns, texts: unknown, keys: Map<string, import('./columns.js').Key>}|null} */ #keys = null;

  /** @param {Element} before which it stands @param {(id: string) => void} open */
  constructor(before, open) {
    this.#open = open;
    this.#heads = COLUMNS.map(({ name, number }) => h('th', { scope: 'col', class: number ? 'number' : null },
      h('button', { type: 'button', onclick: () => this.#sortBy(name) }, t(`table.${name}`))));
    this.#frame = h('div', { class: 'table-frame', role: 'region', 'aria-label': t('table.label'), tabindex: 0 },
      h('table', {}, this.#caption, h('thead', {}, h('tr', {}, this.#heads)), this.#body));
    this.#section = h('section', { id: 'table', hidden: true }, this.#frame, this.#pages);
    before.after(this.#section);
    this.#body.addEventListener('click', (event) => this.#clicked(event));
    addEventListener('beforeprint', () => { if (this.#isOn) this.#draw(0, PRINTED); });
    addEventListener('afterprint', () => { if (this.#isOn) this.#render(); });
  }

  /** @param {Columns} columns @param {Kinds} kinds @param {import('../filter/selection.js').Selection} selection */
  show(columns, kinds, selection) {
    const rows = selection.rows.slice(0, selection.count);
    const before = this.#shown;
    // Titles that came meanwhile are no reason to leave the page that somebody reads.
    if (before?.columns !== columns || before.rows.length !== rows.length || rows.some((row, at) => row !== before.rows[at])) this.#page = 0;
    this.#shown = { columns, kinds, rows };
    this.#order = null;
    if (this.#isOn) this.#render();
  }

  /** Whether it is looked at. @param {boolean} isOn */
  turn(isOn) {
    this.#isOn = isOn;
    this.#section.hidden = !isOn;
    if (isOn) this.#render();
  }

  /** @param {import('./columns.js').Name} name */
  #sortBy(name) {
    this.#down = this.#by.name === name ? !this.#down : name === 'when' || name === 'killed' || name === 'grade';
    this.#by = COLUMNS.find((column) => column.name === name) ?? this.#by;
    if (this.#by.text) void this.#shown?.columns.titles.file.all?.();
    this.#order = null;
    this.#goTo(0);
  }

  /** @param {number} page */
  #goTo(page) {
    this.#page = page;
    this.#render();
    this.#frame.scrollTop = 0;
    announce(this.#caption.textContent ?? '');
  }

  #render() { this.#draw(this.#page * PAGE, PAGE); }

  /** @param {number} from @param {number} most */
  #draw(from, most) {
    if (!this.#shown) return;
    const { columns, kinds, rows } = this.#shown;
    this.#order ??= sorted(rows, this.#keyOf(this.#by, this.#shown), this.#down);
    const to = Math.min(from + most, rows.length);
    this.#caption.textContent = t('table.caption', { n: rows.length, from: Math.min(from + 1, rows.length), to });
    COLUMNS.forEach(({ name }, at) => this.#heads[at].setAttribute('aria-sort', name !== this.#by.name ? 'none' : this.#down ? 'descending' : 'ascending'));
    fill(this.#body, Array.from(this.#order.subarray(from, to), (row) => h('tr', {},
      COLUMNS.map(({ name, number, cell }) => h(name === 'title' ? 'th' : 'td', { scope: name === 'title' ? 'row' : null, class: number ? 'number' : null }, cell(columns, kinds, row))))));
    this.#showPages(Math.ceil(rows.length / PAGE));
  }

  /** @param {import('./columns.js').Column} column @param {Shown} shown */
  #keyOf({ name, key }, { columns, kinds }) {
    const texts = columns.titles.file.items;
    if (this.#keys?.columns !== columns || this.#keys.texts !== texts) this.#keys = { columns, texts, keys: new Map() };
    let found = this.#keys.keys.get(name);
    if (!found) this.#keys.keys.set(name, found = key(columns, kinds));
    return found;
  }

  /** @param {number} count of pages */
  #showPages(count) {
    const focused = document.activeElement?.getAttribute('data-page-step');
    const step = (/** @type {string} */ name, /** @type {number} */ page, /** @type {boolean} */ possible) => h('button', { type: 'button', 'data-page-step': name, 'aria-disabled': possible ? null : 'true', onclick: () => { if (possible) this.#goTo(page); } }, t(`table.${name}`));
    this.#pages.hidden = count < 2;
    fill(this.#pages, step('first', 0, this.#page > 0), step('before', this.#page - 1, this.#page > 0), h('span', {}, this.#caption.textContent),
      step('after', this.#page + 1, this.#page < count - 1), step('last', count - 1, this.#page < count - 1));
    if (focused) /** @type {HTMLElement|null} */ (this.#pages.querySelector(`[data-page-step="${focused}"]`))?.focus();
  }

  // A plain click opens the incident beside the table; with a modifier it goes to the incident's own page.
  /** @param {MouseEvent} event */
  #clicked(event) {
    const id = event.target instanceof Element ? event.target.closest('a')?.dataset.id : undefined;
    if (!id || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.#open(id);
  }
}
