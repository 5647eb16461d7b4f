// @ts-check
// The table of answers: a page of rows at a time, so that ten thousand are as quick as ten.
import { announce, fill, h } from '../ui/dom.js';
import { t } from '../text/t.js';
import { countryName } from '../words/places.js';
import { choose, countStandings, placeOf, standingOf } from './rows.js';

/** @typedef {import('./rows.js').Row} Row */
/** @typedef {import('./rows.js').Standing} Standing */

const PAGE = 50;
/** @type {(Standing|'all'|'look')[]} */
const FILTERS = ['all', 'look', 'resolved', 'chosen', 'ambiguous', 'approximate', 'unknown'];
/** @type {Standing[]} */
const LOOK = ['ambiguous', 'approximate', 'unknown'];

export class ResultTable {
  #element;
  /** @type {Row[]} */ #rows = [];
  /** @type {Standing|'all'|'look'} */ #filter = 'all';
  #page = 0;
  /** @type {Row[]} rows of the filter as they were when it was chosen, so that a choice does not make its row jump away */ #listed = [];
  #filters = h('div', { class: 'filters', role: 'group', 'aria-label': t('places.filter') });
  #body = h('tbody', {});
  #pages = h('nav', { class: 'pages', 'aria-label': t('places.pages') });
  #changed;

  /** @param {HTMLElement} element @param {() => void} changed */
  constructor(element, changed) {
    this.#element = element;
    this.#changed = changed;
    const heads = ['row', 'written', 'status', 'match', 'choice'].map((name) => h('th', { scope: 'col', class: name }, t(`places.head.${name}`)));
    this.#body.addEventListener('keydown', (event) => this.#key(event));
    fill(element, this.#filters, h('table', { class: 'results' }, h('thead', {}, h('tr', {}, heads)), this.#body), this.#pages, h('p', { class: 'muted small keys' }, t('places.keys')));
  }

  /** @param {Row[]} rows */
  show(rows) {
    this.#rows = rows;
    this.#filter = 'all';
    this.#list();
  }

  /** After answers came: what is seen of them is drawn anew. @param {Row[]} rows */
  update(rows) {
    this.#drawFilters();
    const shown = new Set(this.#shown());
    if (this.#filter !== 'all') this.#list(false);
    else for (const row of rows) if (shown.has(row)) this.#redraw(row);
  }

  /** Shows what a person has to look at, when there is any. */
  look() {
    if (this.#rows.some((row) => LOOK.includes(standingOf(row)))) this.#choose('look');
  }

  #list(anew = true) {
    this.#listed = this.#rows.filter((row) => this.#filter === 'all' || (this.#filter === 'look' ? LOOK.includes(standingOf(row)) : standingOf(row) === this.#filter));
    if (anew) this.#page = 0;
    this.#draw();
  }

  #shown() { return this.#listed.slice(this.#page * PAGE, (this.#page + 1) * PAGE); }

  #draw() {
    this.#drawFilters();
    const shown = this.#shown();
    fill(this.#body, shown.length > 0 ? shown.map((row) => this.#row(row)) : h('tr', {}, h('td', { colspan: 5, class: 'none' }, t('places.none'))));
    this.#drawPages();
  }

  #drawFilters() {
    const counts = countStandings(this.#rows);
    const of = (/** @type {Standing|'all'|'look'} */ filter) => (filter === 'all' ? this.#rows.length : filter === 'look' ? LOOK.reduce((sum, standing) => sum + counts[standing], 0) : counts[filter]);
    fill(this.#filters, FILTERS.map((filter) => h('button', { type: 'button', class: `filter ${filter}`, 'aria-pressed': String(filter === this.#filter), onclick: () => this.#choose(filter) },
      t(`places.show.${filter}`), ' ', h('b', {}, t('places.count', { n: of(filter) })))));
  }

  #drawPages() {
    const last = Math.max(0, Math.ceil(this.#listed.length / PAGE) - 1);
    const to = (/** @type {number} */ page) => { this.#page = page; this.#draw(); this.#element.scrollIntoView({ block: 'start' }); };
    this.#pages.hidden = last === 0;
    fill(this.#pages,
      h('button', { type: 'button', disabled: this.#page === 0, onclick: () => to(this.#page - 1) }, t('places.before')),
      h('span', {}, t('places.rows', { from: this.#page * PAGE + 1, to: Math.min(this.#listed.length, (this.#page + 1) * PAGE), n: this.#listed.length })),
      h('button', { type: 'button', disabled: this.#page === last, onclick: () => to(this.#page + 1) }, t('places.after')));
  }

  /** @param {Standing|'all'|'look'} filter */
  #choose(filter) {
    this.#filter = filter;
    this.#list();
    announce(t('places.listed', { n: this.#listed.length }));
  }

  /** @param {Row} row */
  #row(row) {
    const standing = standingOf(row);
    const place = placeOf(row);
    const { name, context } = row.query;
    return h('tr', { tabindex: 0, 'data-row': row.at, class: standing },
      h('td', { class: 'row' }, t('places.count', { n: row.at + 1 })),
      h('td', { class: 'written' }, h('bdi', { dir: 'auto' }, name || t('places.empty')), context && h('small', { dir: 'auto' }, context)),
      h('td', { class: 'status' }, h('span', { class: `badge ${standing}`, title: place && row.answer ? (row.answer.candidates.find(({ id }) => id === place.id)?.why ?? null) : null }, t(`places.status.${standing}`))),
      !place && row.chosen === null && row.answer && row.answer.candidates.length > 0
        ? h('td', { class: 'match', colspan: 2 }, this.#open(row, row.answer.candidates))
        : [h('td', { class: 'match' }, place ? placeWords(place) : row.answer?.problem && h('small', {}, row.answer.problem)), h('td', { class: 'choice' }, this.#choices(row))]);
  }

  /** The alternatives of a row that a person has to decide, to be seen at once: each has the key of its number. @param {Row} row @param {import('./rows.js').Candidate[]} candidates */
  #open(row, candidates) {
    return h('ol', {},
      candidates.map((candidate, at) => h('li', {}, h('button', { type: 'button', tabindex: -1, onclick: () => this.#take(row, at) },
        h('b', {}, String(at + 1)), h('span', {}, candidate.name, ' ', h('small', {}, `${whereOf(candidate)} · ${percent(candidate)}`))))),
      h('li', {}, h('button', { type: 'button', class: 'none-of', tabindex: -1, onclick: () => this.#take(row, -1) }, h('b', {}, '0'), h('small', {}, t('places.noneof')))));
  }

  /** @param {Row} row */
  #choices(row) {
    const candidates = row.answer?.candidates ?? [];
    if (candidates.length === 0) return null;
    const chosen = row.chosen ?? 0;
    const select = h('select', { 'aria-label': t('places.choose', { name: row.query.name }), tabindex: -1, onchange: () => this.#take(row, Number(select.value)) },
      candidates.map((candidate, at) => h('option', { value: at, selected: at === chosen }, `${at + 1} ${candidate.name} · ${whereOf(candidate)} · ${percent(candidate)}`)),
      h('option', { value: -1, selected: chosen === -1 }, `0 ${t('places.noneof')}`));
    return select;
  }

  /** @param {Row} row @param {number|null} chosen */
  #take(row, chosen) {
    const same = choose(this.#rows, row, chosen);
    this.#drawFilters();
    const shown = new Set(this.#shown());
    for (const other of same) if (shown.has(other)) this.#redraw(other);
    announce(t('places.chosen', { n: same.length }));
    this.#changed();
  }

  /** @param {Row} row */
  #redraw(row) {
    const old = this.#body.querySelector(`[data-row="${row.at}"]`);
    if (!old) return;
    const held = old === document.activeElement || old.contains(document.activeElement);
    const drawn = this.#row(row);
    old.replaceWith(drawn);
    if (held) drawn.focus({ preventScroll: true });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const line = event.target instanceof Element ? event.target.closest('tr') : null;
    const row = line && event.target === line ? this.#listed.find((one) => one.at === Number(line.dataset.row)) : null;
    if (!line || !row || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[event.key];
    if (step) this.#move(line, step);
    else if (event.key === 'Enter') line.querySelector('a')?.click();
    else if (event.key === 'Backspace' || event.key === 'Delete') this.#take(row, null);
    else if (event.key === '0' && row.answer?.candidates.length) this.#take(row, -1);
    else if (/^[1-9]$/.test(event.key) && Number(event.key) <= (row.answer?.candidates.length ?? 0)) this.#take(row, Number(event.key) - 1);
    else return;
    event.preventDefault();
  }

  /** @param {HTMLTableRowElement} line @param {number} step */
  #move(line, step) {
    const next = step > 0 ? line.nextElementSibling : line.previousElementSibling;
    if (next instanceof HTMLElement) next.focus();
    else if (!this.#pages.hidden) {
      /** @type {HTMLButtonElement|null} */ (this.#pages.querySelector(step > 0 ? 'button:last-child' : 'button:first-child'))?.click();
      const edge = step > 0 ? this.#body.firstElementChild : this.#body.lastElementChild;
      if (edge instanceof HTMLElement) edge.focus();
    }
  }
}

/** @param {import('./rows.js').Candidate} place */
const whereOf = ({ name, kind, district, province, country }) =>
  [t(`kind.${kind}`), ...[district, province].filter((part) => part && part !== name), countryName(country)].join(' · ');

/** What was found, where it lies, how likely it is meant, and the recorded name where that is another one. @param {import('./rows.js').Candidate} place */
const placeWords = (place) => [
  h('a', { href: `places/${encodeURIComponent(place.id)}`, target: '_blank', rel: 'noopener', tabindex: -1 }, place.name),
  place.matched !== place.name && ' ', place.matched !== place.name && h('bdi', { class: 'muted' }, place.matched),
  h('small', {}, `${whereOf(place)} · ${percent(place)}`),
];

/** @param {import('./rows.js').Candidate} place */
const percent = ({ score }) => `${Math.round(score * 100)} %`;
