// @ts-check
// Sources, written once and used again: found by address, publisher or title; a new one asks for what a citation needs.
import { Combobox } from '../ui/combobox.js';
import { fill, h } from '../ui/dom.js';
import { t } from '../text/t.js';
import { checkField, removeButton, section, textField } from './fields.js';
import { bareUrl, hostOf, sourceLabel } from './library.js';

/** @typedef {import('./library.js').Source} Source */
/** @typedef {Partial<Source> & {licence?: {redistribute: boolean}}} NewSource */

export class SourcesSection {
  #draft;
  #library;
  #save;
  #list = h('ul', { class: 'rows' });
  #form = h('div', { class: 'card', hidden: true });
  #search;

  /** @param {import('./draft.js').Draft} draft @param {import('./library.js').Library} library @param {(source: Record<string, unknown>) => Promise<Source|null>} save */
  constructor(draft, library, save) {
    this.#draft = draft;
    this.#library = library;
    this.#save = save;
    this.#search = new Combobox({
      id: 'desk-source', label: t('desk.sources.search'), search: (text) => library.findSources(text), option: (source) => [h('span', { dir: 'auto' }, sourceLabel(source)), h('small', {}, source.url ? hostOf(source.url) : '')],
      chosen: (source) => this.#use(source.id), create: (text) => t(bareUrl(text) ? 'desk.sources.new.url' : 'desk.sources.new', { name: text }), created: (text) => this.#ask(text), none: t('desk.sources.none'),
    });
    this.element = section('sources', t('desk.sources'), this.#list, this.#search.element, this.#form);
    draft.subscribe((_, by) => { if (by === null) this.show(); });
    this.show();
  }

  show() {
    fill(this.#list, this.#draft.document.sources.map((of, at) => {
      const name = this.#library.sourceName(of.source);
      const url = this.#library.sources.get(of.source)?.url;
      return h('li', { class: 'source-row', 'data-field': `sources[${at}]` },
        h('div', { class: 'row-head' }, h('bdi', {}, name), url && /^https?:/.test(url) && h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, hostOf(url)), removeButton(name, () => this.#remove(at))),
        textField(t('desk.quote'), of.span?.quote ?? '', (quote) => this.#draft.change(() => { of.span = quote.trim() ? { quote } : undefined; }, this), { hideLabel: true, placeholder: t('desk.quote'), 'data-field': `sources[${at}].span` }));
    }));
  }

  /** @param {string} id */
  #use(id) {
    this.#form.hidden = true;
    this.#draft.change(({ sources }) => { if (!sources.some(({ source }) => source === id)) sources.push({ source: id }); }, null);
    this.#search.focus();
  }

  /** @param {number} at */
  #remove(at) { this.#draft.change(({ sources }) => { sources.splice(at, 1); }, null); }

  /** What a citation needs, of a source that is not there yet. @param {string} text an address, or the publisher's name */
  #ask(text) {
    const isUrl = bareUrl(text) !== '';
    /** @type {NewSource} */
    const source = { publisher: isUrl ? hostOf(text) : text, url: isUrl ? text.trim() : undefined };
    const field = (/** @type {'publisher'|'origin'|'title'|'url'|'published'|'retrieved'} */ name, /** @type {import('../ui/dom.js').Attributes} */ attributes = {}) =>
      textField(t(`desk.source.${name}`), source[name] ?? '', (value) => { source[name] = value.trim() || undefined; }, attributes);
    const problems = h('p', { class: 'wrong', role: 'alert' });
    const keep = async () => {
      problems.textContent = '';
      try {
        const saved = await this.#save(source);
        if (!saved) return;
        this.#library.sources.set(saved.id, saved);
        this.#use(saved.id);
      } catch (error) {
        problems.textContent = error instanceof Error ? error.message : String(error);
      }
    };
    fill(this.#form, h('h3', {}, t('desk.source.title.new')), h('div', { class: 'row' }, field('publisher'), field('origin', { placeholder: t('desk.source.origin.example') }), field('title', { class: 'wide' }), field('url', { type: 'url', dir: 'ltr' }),
      field('published', { type: 'date' }), field('retrieved', { type: 'date' }),
      checkField(t('desk.source.private'), false, (isPrivate) => { source.licence = isPrivate ? { redistribute: false } : undefined; })),
    problems, h('div', { class: 'actions' }, h('button', { type: 'button', class: 'primary', onclick: keep }, t('desk.source.keep')),
      h('button', { type: 'button', onclick: () => { this.#form.hidden = true; } }, t('desk.cancel'))));
    this.#form.onkeydown = (event) => {
      if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLInputElement)) return;
      event.preventDefault();
      event.stopPropagation();
      void keep();
    };
    this.#form.hidden = false;
    this.#form.querySelector('input')?.focus();
  }
}
