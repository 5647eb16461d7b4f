// @ts-check
// The page on which somebody pastes a column of names: reads it, resolves it, hands it back.
import { RequestError, getHeadings, resolvePlaces } from '../data/api.js';
import { byId, announce, fill, h } from '../ui/dom.js';
import { t } from '../text/t.js';
import { toCsv } from './csv.js';
import { ResultTable } from './results.js';
import { alike, makeRows } from './rows.js';
import { resolveAll } from './run.js';
import { guessRoles, headingsOf, readSheet } from './sheet.js';

/** Rows of one sheet; more make the page slow, and a spreadsheet is split in a minute. */
const MOST_ROWS = 20_000;

/** @typedef {import('./sheet.js').Sheet} Sheet */
/** @typedef {import('./sheet.js').Roles} Roles */

export class SheetPage {
  #text = /** @type {HTMLTextAreaElement} */ (byId('sheet-text'));
  #file = /** @type {HTMLInputElement} */ (byId('sheet-file'));
  #go = /** @type {HTMLButtonElement} */ (byId('sheet-go'));
  #stop = byId('sheet-stop');
  #save = byId('sheet-save');
  #progress = /** @type {HTMLProgressElement} */ (byId('sheet-progress'));
  #said = byId('sheet-said');
  #columns = byId('sheet-columns');
  #results = byId('results');
  #table = new ResultTable(byId('results-table'), () => { this.#saved = false; });
  /** @type {import('./sheet.js').Headings} */ #headings = new Map();
  /** @type {Sheet} */ #sheet = readSheet('', this.#headings);
  /** @type {Roles} */ #roles = guessRoles(this.#sheet, this.#headings);
  /** @type {import('./rows.js').Row[]} */ #rows = [];
  #run = new AbortController();
  #isCsv = false;
  #saved = true;

  async start() {
    this.#text.addEventListener('input', () => { this.#isCsv = false; this.#read(); });
    this.#text.addEventListener('keydown', (event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !this.#go.disabled) void this.#resolve(); });
    this.#file.addEventListener('change', () => void this.#open(this.#file.files?.[0]));
    this.#go.addEventListener('click', () => void this.#resolve());
    this.#stop.addEventListener('click', () => this.#run.abort());
    this.#save.addEventListener('click', () => this.#download());
    byId('sheet-sample').addEventListener('click', () => { this.#text.value = t('places.sample').replaceAll('|', '\n'); this.#isCsv = false; this.#read(); });
    this.#text.addEventListener('dragover', (event) => event.preventDefault());
    this.#text.addEventListener('drop', (event) => { const file = event.dataTransfer?.files[0]; if (file) { event.preventDefault(); void this.#open(file); } });
    addEventListener('beforeunload', (event) => { if (!this.#saved) event.preventDefault(); });
    this.#read();
    try {
      this.#headings = headingsOf(await getHeadings());
      this.#read();
    } catch (error) {
      console.warn('headings are not told apart', error);
      this.#said.textContent = t('error.offline');
    }
  }

  /** @param {File|undefined} file */
  async #open(file) {
    if (!file) return;
    this.#text.value = await file.text();
    this.#isCsv = /\.csv$/i.test(file.name);
    this.#read();
    this.#file.value = '';
  }

  #read() {
    this.#sheet = readSheet(this.#text.value, this.#headings, this.#isCsv);
    this.#roles = guessRoles(this.#sheet, this.#headings);
    const { rows, table } = this.#sheet;
    this.#go.disabled = rows.length === 0 || rows.length > MOST_ROWS;
    byId('sheet-count').textContent = rows.length > MOST_ROWS ? t('places.toomany', { n: rows.length, most: MOST_ROWS }) : rows.length > 0 ? t('places.read', { n: rows.length }) : '';
    this.#columns.hidden = !table;
    fill(this.#columns, table ? this.#choices() : null);
  }

  /** Which column is the name, which tell where it is. */
  #choices() {
    const labels = this.#sheet.columns.map((heading, at) => heading || t('places.column', { n: at + 1, first: this.#sheet.rows[0]?.[at] ?? '' }));
    const name = h('select', { id: 'column-name', onchange: () => { this.#roles.name = Number(name.value); this.#roles.context = this.#roles.context.filter((at) => at !== this.#roles.name); fill(this.#columns, this.#choices()); } },
      labels.map((label, at) => h('option', { value: at, selected: at === this.#roles.name }, label)));
    const contexts = labels.map((label, at) => (at === this.#roles.name ? null : h('label', {}, h('input', {
      type: 'checkbox', checked: this.#roles.context.includes(at),
      onchange: (/** @type {Event} */ event) => { this.#roles.context = labels.flatMap((_, one) => ((one === at ? /** @type {HTMLInputElement} */ (event.target).checked : this.#roles.context.includes(one)) ? [one] : [])); },
    }), ` ${label}`)));
    return [h('label', { for: 'column-name' }, `${t('places.column.name')} `, name), h('div', { class: 'contexts', role: 'group', 'aria-label': t('places.column.context') }, h('span', {}, t('places.column.context')), contexts),
      this.#roles.lon >= 0 && h('p', { class: 'muted small' }, t('places.column.near'))];
  }

  async #resolve() {
    this.#run.abort();
    const run = this.#run = new AbortController();
    this.#rows = makeRows(this.#sheet, this.#roles);
    this.#results.hidden = false;
    this.#table.show(this.#rows);
    await this.#answer(run);
  }

  /** Resolves what has no answer yet: all at first, the rest after a stop or a fault. @param {AbortController} run */
  async #answer(run) {
    const rows = this.#rows;
    this.#working(true);
    this.#progress.max = rows.length;
    this.#tell(rows);
    /** @type {unknown} */ let fault = null;
    try {
      await resolveAll(alike(rows), {
        ask: resolvePlaces, signal: run.signal,
        wait: (seconds) => new Promise((resolve) => { setTimeout(resolve, seconds * 1000); }),
        done: (done) => { this.#saved = false; this.#table.update(done); this.#tell(rows); },
      });
    } catch (error) {
      if (!run.signal.aborted) fault = error;
    }
    if (this.#run !== run) return;
    this.#working(false);
    this.#conclude(rows, fault);
  }

  /** @param {import('./rows.js').Row[]} rows */
  #tell(rows) {
    const done = rows.reduce((sum, row) => sum + (row.answer ? 1 : 0), 0);
    this.#progress.value = done;
    this.#said.textContent = t('places.progress', { done, n: rows.length });
  }

  /** @param {import('./rows.js').Row[]} rows @param {unknown} fault */
  #conclude(rows, fault) {
    const left = rows.filter((row) => !row.answer).length;
    const words = fault ? (fault instanceof RequestError && fault.status !== 0 ? t('error.detail', { detail: fault.message }) : t('error.offline'))
      : left > 0 ? t('places.stopped', { left, n: rows.length }) : t('places.done', { n: rows.length });
    fill(this.#said, words, left > 0 && ' ', left > 0 && h('button', { type: 'button', class: 'link', onclick: () => void this.#answer(this.#run = new AbortController()) }, t('places.goon')));
    this.#said.classList.toggle('fault', fault !== null);
    announce(words);
    if (left > 0) return;
    this.#table.look();
    this.#results.scrollIntoView({ block: 'start' });
  }

  /** @param {boolean} isWorking */
  #working(isWorking) {
    this.#go.disabled = isWorking;
    this.#stop.hidden = !isWorking;
    this.#progress.hidden = !isWorking;
    this.#save.hidden = isWorking;
  }

  /** The file is made here: what was pasted and chosen goes nowhere. */
  #download() {
    const address = URL.createObjectURL(new Blob([toCsv(this.#sheet, this.#rows, t('places.heading'))], { type: 'text/csv;charset=utf-8' }));
    const link = h('a', { href: address, download: 'places.csv' });
    document.body.append(link);
    link.click();
    link.remove();
    URL.revokeObjectURL(address);
    this.#saved = true;
  }
}
