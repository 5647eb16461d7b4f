// @ts-check
// When it happened: the source's words are read as one types; what was read can be corrected.
import { fill, h } from '../ui/dom.js';
import { t } from '../text/t.js';
import { dateOfDocument, dateWords } from '../words/dates.js';
import { readDate } from './date-words.js';
import { choicesOf, section, selectField, textField } from './fields.js';

const PRECISIONS = ['day', 'range', 'week', 'month', 'year', 'approx', 'unknown'];

export class WhenSection {
  #draft;
  #read = h('p', { class: 'read', role: 'status' });
  #exact = h('div', { class: 'row' });

  /** @param {import('./draft.js').Draft} draft */
  constructor(draft) {
    this.#draft = draft;
    this.#words = textField(t('desk.when.words'), '', (words) => this.#typed(words), { placeholder: t('desk.when.example') });
    this.element = section('date', t('desk.when'), this.#words, this.#read, h('details', { class: 'exactly' }, h('summary', {}, t('desk.when.exactly')), this.#exact));
    draft.subscribe((_, by) => { if (by === null) this.show(); });
    this.show();
  }

  #words;

  show() {
    const { date } = this.#draft.document;
    const input = /** @type {HTMLInputElement} */ (this.#words.querySelector('input'));
    if (input.value !== (date.words ?? '')) input.value = date.words ?? '';
    this.#say();
    this.#drawExact();
  }

  /** @param {string} words */
  #typed(words) {
    const { span } = readDate(words);
    this.#draft.change(({ date }) => {
      date.words = words;
      if (!span) return;
      Object.assign(date, { start: span.start ?? undefined, end: span.end ?? undefined, precision: span.precision });
      if (span.precision !== 'day') delete date.time;
    }, this);
    this.#say();
    this.#drawExact();
  }

  /** What is understood, or why nothing is. */
  #say() {
    const { date } = this.#draft.document;
    const { span, fault } = readDate(date.words ?? '');
    const isOwn = span && span.start === (date.start ?? null) && span.end === (date.end ?? null) && span.precision === date.precision;
    const hasDate = Boolean(date.start ?? date.end);
    this.#read.classList.toggle('wrong', !hasDate && fault !== 'empty');
    fill(this.#read, hasDate ? `${dateWords(dateOfDocument(date), 'long')} · ${t(`desk.date.${date.precision}`)}${isOwn || !date.words ? '' : ` (${t('desk.when.corrected')})`}` : t(`desk.when.fault.${fault ?? 'empty'}`));
  }

  #drawExact() {
    const { date } = this.#draft.document;
    const set = (/** @type {'start'|'end'} */ end) => (/** @type {string} */ value) => this.#correct(() => { date[end] = value || undefined; });
    fill(this.#exact,
      textField(t('desk.when.start'), date.start ?? '', set('start'), { type: 'date' }),
      textField(t('desk.when.end'), date.end ?? '', set('end'), { type: 'date' }),
      selectField(t('desk.precision'), date.precision, choicesOf('desk.date', PRECISIONS), (value) => this.#correct(() => { date.precision = /** @type {any} */ (value); })),
      textField(t('desk.when.time'), date.time ?? '', (value) => this.#correct(() => { date.time = value || undefined; }), { placeholder: '18:30+04:30', dir: 'ltr' }));
  }

  /** @param {() => void} correct */
  #correct(correct) {
    this.#draft.change(correct, this);
    this.#say();
  }
}
