// @ts-check
// What the rules make of the document while it is written: problems at their fields, ranges and grade with their reason, likely duplicates.
import { fill, h } from '../ui/dom.js';
import { hasText, t } from '../text/t.js';
import { emptyDocument, isSame, sectionOf } from './document.js';

/** @typedef {import('./server.js').Fault} Fault */

const PAUSE = 500;

export class Check {
  #sent;
  #own;
  #server;
  #timer = 0;
  #abort = new AbortController();
  #grade = h('div', { class: 'derived' });
  #faults = h('p', { class: 'small', role: 'status' });
  #duplicates = h('div', { class: 'duplicates' });
  #form;
  /** @type {Fault|null} */ #first = null;

  /** @param {import('./draft.js').Draft} draft @param {import('./server.js').Server} server @param {HTMLElement} form @param {() => Record<string, unknown>} sent the document as it would be sent @param {() => string|null} own its id; null: it was not saved yet */
  constructor(draft, server, form, sent, own) {
    this.#own = own;
    this.#sent = sent;
    this.#server = server;
    this.#form = form;
    this.element = h('section', { class: 'part check', 'aria-label': t('desk.check') }, h('h2', {}, t('desk.check')), this.#grade, this.#faults, this.#duplicates);
    draft.subscribe(() => this.#later(draft.document));
    this.#later(draft.document);
  }

  /** @param {import('./document.js').Doc} document */
  #later(document) {
    clearTimeout(this.#timer);
    // Nobody is told what is wrong with what they have not begun.
    if (isSame(document, emptyDocument())) return this.#wait();
    this.#timer = window.setTimeout(() => this.#run(), PAUSE);
  }

  #wait() {
    this.#abort.abort();
    this.showFaults([]);
    fill(this.#grade);
    fill(this.#duplicates);
    this.#faults.textContent = t('desk.check.begin');
  }

  async #run() {
    this.#abort.abort();
    const { signal } = this.#abort = new AbortController();
    try {
      const { faults, derived, duplicates } = await this.#server.check(this.#sent(), signal);
      this.showFaults(faults);
      this.#showDerived(derived);
      this.#showDuplicates(duplicates);
    } catch (error) {
      if (signal.aborted) return;
      console.warn('the document could not be checked', error);
      this.#faults.textContent = t('desk.check.not');
    }
  }

  /** Problems, each at its section. @param {Fault[]} given @returns {number} how many are told */
  showFaults(given) {
    // Whoever has not chosen yet is not told every kind by its code; a title comes by rule when the kind is chosen.
    const hasKind = Boolean(this.#sent().kind);
    const faults = hasKind ? given : given.filter(({ field }) => field !== 'title').map((fault) => (fault.field === 'kind' ? { field: 'kind', message: t('desk.kind.missing') } : fault));
    this.#first = faults[0] ?? null;
    for (const marked of this.#form.querySelectorAll('.faulty')) { marked.classList.remove('faulty'); marked.removeAttribute('aria-invalid'); }
    for (const fault of faults) {
      const field = this.#fieldOf(fault);
      field?.classList.add('faulty');
      if (field?.matches('input, select, textarea')) field.setAttribute('aria-invalid', 'true');
    }
    for (const list of this.#form.querySelectorAll('[data-problems]')) {
      const mine = faults.filter(({ field }) => sectionOf(field) === list.getAttribute('data-problems'));
      // No stop of the Tab key: they come and go while one types.
      fill(list, mine.map((fault) => h('li', {}, h('button', { type: 'button', class: 'link', tabindex: -1, onclick: () => this.#go(fault) }, fault.message), ' ', fault.fix && h('span', { class: 'muted' }, fault.fix))));
      /** @type {HTMLElement} */ (list).hidden = mine.length === 0;
    }
    fill(this.#faults, faults.length === 0 ? t('desk.check.clean') : t('desk.check.faults', { n: faults.length }), ' ',
      faults.length > 0 && h('button', { type: 'button', class: 'link', onclick: () => this.#go(faults[0]) }, t('desk.check.go')));
    this.#faults.classList.toggle('wrong', faults.length > 0);
    return faults.length;
  }

  /** To the first thing to mend. */
  go() { if (this.#first) this.#go(this.#first); }

  /** @param {Fault} fault */
  #go(fault) {
    const field = this.#fieldOf(fault) ?? this.#form.querySelector(`[data-part="${CSS.escape(sectionOf(fault.field))}"]`);
    for (let outer = field?.closest('details'); outer; outer = outer.parentElement?.closest('details')) outer.open = true;
    field?.scrollIntoView({ block: 'center' });
    /** @type {HTMLElement|null} */ (field?.matches('input, select, textarea') ? field : field?.querySelector('input, select, textarea'))?.focus({ preventScroll: true });
  }

  /** The field, or the row, that a problem names: `claims[2].killed.max`, then `claims[2].killed`, then `claims[2]`. @param {Fault} fault @returns {Element|null} */
  #fieldOf({ field }) {
    for (let name = field; name; name = name.replace(/(?:^|\.|\[)[^.[]*$/, '')) {
      const found = this.#form.querySelector(`[data-field="${CSS.escape(name)}"]`);
      if (found) return found;
    }
    return null;
  }

  /** @param {any} derived */
  #showDerived(derived) {
    if (!derived) return fill(this.#grade);
    fill(this.#grade,
      h('p', {}, h('strong', { class: `grade grade-${derived.grade}` }, hasText(`grade.${derived.grade}`) ? t(`grade.${derived.grade}`) : derived.grade), ' ', h('span', { class: 'muted' }, derived.grade_reason)),
      h('dl', { class: 'facts' }, h('dt', {}, t('incident.killed')), h('dd', {}, rangeWords(derived.killed_low, derived.killed_high)), h('dt', {}, t('incident.injured')), h('dd', {}, rangeWords(derived.injured_low, derived.injured_high))),
      h('p', { class: 'muted small' }, t('incident.range.how')));
  }

  /** @param {import('./server.js').Checked['duplicates']} duplicates */
  #showDuplicates(duplicates) {
    const own = this.#own();
    fill(this.#duplicates, duplicates.length === 0 ? null : [h('h3', {}, t('desk.duplicates', { n: duplicates.length })),
      h('ul', { class: 'rows' }, duplicates.map(({ id, title, reasons }) => h('li', {}, h('a', { href: `desk?incident=${encodeURIComponent(id)}`, target: '_blank' }, h('bdi', {}, title)), h('p', { class: 'muted small' }, reasons.join('; ')), own && h('a', { class: 'small', href: `desk?history=${encodeURIComponent(id)}&from=${encodeURIComponent(own)}` }, t('desk.duplicates.merge'))))),
      !own && h('p', { class: 'muted small' }, t('desk.duplicates.new'))]);
  }
}

/** @param {number|null|undefined} low @param {number|null|undefined} high */
function rangeWords(low, high) {
  if (low === null || low === undefined) return t('count.none');
  if (high === null || high === undefined) return t('count.atleast', { low });
  return low === high ? String(low) : t('count.between', { low, high });
}
