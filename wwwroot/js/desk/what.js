// @ts-check
// What happened: kind, title, whether it crossed the border. Without a title of its own it gets one by rule.
import { FAMILIES } from '../data/kinds.js';
import { t } from '../text/t.js';
import { fill, h } from '../ui/dom.js';
import { dateOfDocument, dateWords } from '../words/dates.js';
import { titleBy } from './document.js';
import { checkField, section, selectField, textField } from './fields.js';

export class WhatSection {
  #draft;
  #kinds;
  #place;
  #row = h('div', { class: 'row' });

  /** @param {import('./draft.js').Draft} draft @param {import('../data/kinds.js').Kinds} kinds @param {() => string} place the name of the principal place */
  constructor(draft, kinds, place) {
    this.#draft = draft;
    this.#kinds = kinds;
    this.#place = place;
    this.element = section('title', t('desk.what'), this.#row);
    this.element.append(h('ul', { class: 'problems', 'data-problems': 'kind', hidden: true }));
    draft.subscribe((_, by) => {
      if (by === null) return this.#show();
      const title = this.#row.querySelector('#desk-title');
      if (title instanceof HTMLInputElement) title.placeholder = this.titleByRule();
    });
    this.#show();
  }

  /** The title that an incident gets which nobody gave one. */
  titleByRule() {
    const { kind, date } = this.#draft.document;
    return titleBy({ kind: kind ? this.#kinds.labelOf(kind) : '', place: this.#place(), date: date.start ? dateWords(dateOfDocument(date), 'long') : '' });
  }

  #show() {
    const { kind, title, cross_border: crosses } = this.#draft.document;
    const kinds = FAMILIES.map((family) => ({ label: t(`family.${family}`), choices: this.#kinds.of(family).map((one) => ({ value: one.kind, label: one.label })) }));
    fill(this.#row,
      selectField(t('desk.kind'), kind, [{ value: '', label: t('desk.kind.none') }, ...kinds], (value) => this.#draft.change((document) => { document.kind = value; }, this), { id: 'desk-kind', field: 'kind' }),
      textField(t('desk.title'), title, (value) => this.#draft.change((document) => { document.title = value; }, this), { id: 'desk-title', class: 'wide', maxlength: 300, 'data-field': 'title', placeholder: this.titleByRule() }),
      checkField(t('desk.crossborder'), crosses, (value) => this.#draft.change((document) => { document.cross_border = value; }, this)));
  }
}
