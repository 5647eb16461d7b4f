// @ts-check
// The second step: which column of the file is which field.
import { t } from '../text/t.js';
import { fill, h } from '../ui/dom.js';
import { DATE_PATTERNS, foreignWords, missing, readMapping, samples, sent, shownFields, withColumn, withConstant, withWord } from './import-mapping.js';

/**
 * @typedef {import('./import-mapping.js').Mapping} Mapping
 * @typedef {import('./import-mapping.js').Field} Field
 */

const NONE = '', SAME = '=';

export class Columns {
  element = h('div', { class: 'columns' });
  /** @type {Set<string>} */ #asked = new Set();
  #said = '';

  /**
   * @param {import('./import-server.js').Held} held
   * @param {Field[]} fields
   * @param {Mapping} mapping
   * @param {(mapping: Mapping) => void} changed
   */
  constructor(held, fields, mapping, changed) {
    this.held = held;
    this.fields = fields;
    this.mapping = mapping;
    this.changed = changed;
    this.#draw();
  }

  /** Those that are still needed. */
  get missing() { return missing(this.mapping, this.fields); }

  /** @param {Mapping} mapping @param {string} [focus] the id of what has the focus after it */
  #set(mapping, focus) {
    this.mapping = mapping;
    this.changed(mapping);
    this.#draw();
    if (focus) document.getElementById(focus)?.focus();
  }

  #draw() {
    const problems = this.held.result?.problems ?? [];
    // A field that a row lacks is named by its own name: it can then be chosen at once.
    const shown = shownFields(this.mapping, this.fields, [...this.#asked, ...problems.map(({ column }) => column)]);
    const words = foreignWords(problems, this.mapping, this.fields);
    const lack = this.missing;
    fill(this.element,
      h('p', {}, t('import.columns.help')),
      h('table', { class: 'mapping' },
        h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('import.field')), h('th', { scope: 'col' }, t('import.column')), h('th', { scope: 'col' }, t('import.sample')))),
        h('tbody', {}, shown.map((field) => this.#row(field)))),
      this.#further(shown),
      h('div', { class: 'row' }, this.#dates(), this.#prefix()),
      words.length > 0 && h('div', { class: 'words' }, h('h3', {}, t('import.words')), h('p', { class: 'muted small' }, t('import.words.help')), h('div', { class: 'row' }, words.map(({ field, word }, at) => this.#word(field, word, at)))),
      h('p', { class: 'wrong', id: 'import-missing', role: 'status' }, lack.length > 0 ? t('import.map.missing', { fields: lack.join(', ') }) : '', this.#said),
      this.#keeping());
  }

  /** @param {Field} field */
  #row(field) {
    const { columns, constants } = this.mapping;
    const id = `map-${field.name}`;
    const current = field.name in constants ? SAME : columns[field.name] ?? NONE;
    const select = h('select', { id, 'aria-label': `${t('import.column')}: ${field.name}`, onchange: () => this.#set(select.value === SAME ? withConstant(this.mapping, field.name, field.allowed[0] ?? '') : withColumn(this.mapping, field.name, select.value === NONE ? null : unquoted(select.value)), id) },
      h('option', { value: NONE }, t('import.none')), h('option', { value: SAME }, t('import.same')),
      this.held.columns.map((column) => h('option', { value: quoted(column) }, column)));
    select.value = current === SAME || current === NONE ? current : quoted(current);
    return h('tr', { class: field.required && current === NONE ? 'lacking' : null },
      h('th', { scope: 'row' }, field.name, field.required && h('small', { class: 'needed' }, t('import.required')), h('small', {}, field.about)),
      h('td', {}, select),
      h('td', { class: 'samples', dir: 'auto' }, current === SAME ? this.#constant(field) : samples(this.held.columns, this.held.rows, columns[field.name]).join(' · ')));
  }

  /** @param {Field} field */
  #constant(field) {
    const label = t('import.value', { field: field.name });
    const value = this.mapping.constants[field.name];
    const put = (/** @type {Event} */ event) => { this.mapping = withConstant(this.mapping, field.name, /** @type {HTMLInputElement} */ (event.target).value); this.changed(this.mapping); this.#lack(); };
    if (field.allowed.length === 0) return h('input', { value, 'aria-label': label, oninput: put });
    const select = h('select', { 'aria-label': label, onchange: put }, field.allowed.map((word) => h('option', { value: word }, word)));
    select.value = value;
    return select;
  }

  // Without drawing anew, so that whoever types keeps the focus.
  #lack() {
    const lack = this.missing;
    const element = this.element.querySelector('#import-missing');
    if (element) element.textContent = lack.length > 0 ? t('import.map.missing', { fields: lack.join(', ') }) : '';
  }

  /** @param {Field[]} shown */
  #further(shown) {
    const rest = this.fields.filter((field) => !shown.includes(field));
    if (rest.length === 0) return null;
    const select = h('select', { id: 'map-more', onchange: () => { this.#asked.add(select.value); this.#draw(); document.getElementById(`map-${select.value}`)?.focus(); } },
      h('option', { value: '' }, '…'), rest.map(({ name, about }) => h('option', { value: name, title: about }, name)));
    return h('div', { class: 'field more' }, h('label', { for: 'map-more' }, t('import.more')), select);
  }

  #dates() {
    const current = this.mapping.dates.join(' | ') || DATE_PATTERNS[0];
    const patterns = DATE_PATTERNS.includes(current) ? DATE_PATTERNS : [...DATE_PATTERNS, current];
    const select = h('select', { id: 'map-dates', onchange: () => this.#set({ ...this.mapping, dates: select.value === DATE_PATTERNS[0] ? [] : select.value.split(' | ') }, 'map-dates') },
      patterns.map((pattern) => h('option', { value: pattern }, t('import.dates.mixed', { pattern }))));
    select.value = current;
    return h('div', { class: 'field' }, h('label', { for: 'map-dates' }, t('import.dates')), select);
  }

  #prefix() {
    const input = h('input', { id: 'map-prefix', value: this.mapping.key_prefix, 'aria-describedby': 'map-prefix-help', oninput: () => { this.mapping = { ...this.mapping, key_prefix: input.value.trim() }; this.changed(this.mapping); } });
    return h('div', { class: 'field' }, h('label', { for: 'map-prefix' }, t('import.prefix')), input, h('small', { class: 'muted', id: 'map-prefix-help' }, t('import.prefix.help')));
  }

  /** @param {Field} field @param {string} word @param {number} at */
  #word(field, word, at) {
    const id = `word-${at}`;
    const select = h('select', { id, onchange: () => this.#set(withWord(this.mapping, field.name, word, select.value), id) },
      h('option', { value: '' }, t('import.words.unknown')), field.allowed.map((meaning) => h('option', { value: meaning }, meaning)));
    select.value = this.mapping.values[field.name]?.[word] ?? '';
    return h('div', { class: 'field' }, h('label', { for: id }, t('import.words.means', { field: field.name, word })), select);
  }

  #keeping() {
    const input = h('input', { type: 'file', hidden: true, accept: '.json', onchange: () => void this.#load(input) });
    return h('p', { class: 'links' },
      h('button', { type: 'button', class: 'link', onclick: () => this.#save() }, t('import.map.save')),
      input, h('button', { type: 'button', class: 'link', onclick: () => input.click() }, t('import.map.load')));
  }

  #save() {
    const url = URL.createObjectURL(new Blob([`${JSON.stringify(sent(this.mapping), null, 2)}\n`], { type: 'application/json' }));
    h('a', { href: url, download: `${this.held.name.replace(/\.[^.]*$/, '')}-mapping.json` }).click();
    URL.revokeObjectURL(url);
  }

  /** @param {HTMLInputElement} input */
  async #load(input) {
    const text = await input.files?.[0]?.text();
    if (text === undefined) return;
    try {
      const { mapping, ignored } = readMapping(text, this.held.columns);
      this.#said = ignored.length > 0 ? t('import.map.ignored', { columns: ignored.join(', ') }) : '';
      this.#set(mapping);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.#said = t('import.map.bad', { why: error.message });
      this.#draw();
    }
  }
}

// A column may be named as the choices are that are none.
const quoted = (/** @type {string} */ column) => `c:${column}`;
const unquoted = (/** @type {string} */ value) => value.slice(2);
