// @ts-check
// Claims as a compact table: who says what of whom. Figures are typed as the source words them.
import { fill, h } from '../ui/dom.js';
import { hasText, t } from '../text/t.js';
import { addButton, choicesOf, freshId, removeButton, section, selectField, textField } from './fields.js';
import { figureText, readFigure } from './figure-words.js';
import { actorSearch } from './who.js';

/**
 * @typedef {import('./document.js').Claim} Claim
 * @typedef {Partial<Claim>} Draft
 * @typedef {import('../words/claims.js').Measure} Measure
 */

const ABOUT = ['toll', 'occurrence', 'author', 'target', 'objects'];
/** @type {readonly Measure[]} */
const MEASURES = ['killed', 'injured', 'missing', 'captured', 'casualties'];
/** Those with a column of their own; the others come when they hold something or are asked for. @type {readonly Measure[]} */
const ALWAYS = ['killed', 'injured'];
const EFFECTS = ['destroyed', 'damaged', 'captured', 'lost'];

export class ClaimsSection {
  #draft;
  #library;
  #groups;
  #make;
  #rows = h('ol', { class: 'rows claims' });
  /** Claims whose further fields are open. @type {WeakSet<Draft>} */ #open = new WeakSet();

  /**
   * @param {import('./draft.js').Draft} draft
   * @param {import('./library.js').Library} library
   * @param {{sides: {side: string, label: string}[], categories: {category: string, label: string}[]}} groups
   * @param {((name: string) => Promise<import('./library.js').Actor|null>)|null} make a new actor; null: may not
   */
  constructor(draft, library, groups, make) {
    this.#draft = draft;
    this.#library = library;
    this.#groups = groups;
    this.#make = make;
    this.element = section('claims', t('desk.claims'), h('p', { class: 'muted small' }, t('desk.claims.help')), this.#rows, addButton(t('desk.claims.add'), () => this.#add(), 'claim'));
    draft.subscribe((_, by) => { if (by !== this) this.show(); });
    this.show();
  }

  show() { fill(this.#rows, this.#draft.document.claims.map((claim, at) => this.#row(claim, at))); }

  /** A new claim takes over who spoke last and where it stood: figures of one speaker usually come together. */
  #add() {
    const { claims, sources } = this.#draft.document;
    const last = claims.at(-1);
    const claim = { about: 'toll', stance: 'asserts', ...(last?.claimant ? { claimant: last.claimant } : {}), source: last?.source ?? sources.at(-1)?.source };
    this.#draft.change((document) => { document.claims.push(claim); }, this);
    this.show();
    /** @type {HTMLElement|null} */ (this.#rows.lastElementChild?.querySelector('input, select'))?.focus();
  }

  /** @param {Draft} claim @param {number} at */
  #row(claim, at) {
    const change = (/** @type {(claim: Draft) => void} */ edit) => this.#draft.change(() => edit(claim), this);
    const redraw = (/** @type {(claim: Draft) => void} */ edit) => { change(edit); this.show(); };
    const name = t('desk.claims.one', { n: at + 1 });
    const isToll = (claim.about ?? 'toll') === 'toll';
    return h('li', { class: 'claim-row', 'aria-label': name, 'data-claim': at },
      h('div', { class: 'row' },
        this.#claimant(claim, redraw),
        selectField(t('desk.claims.stance'), claim.stance ?? 'asserts', choicesOf('claim', ['asserts', 'denies']), (stance) => change((c) => { c.stance = stance; })),
        selectField(t('desk.claims.about'), claim.about ?? 'toll', choicesOf('claim.about', ABOUT), (about) => redraw((c) => { c.about = about; })),
        isToll && this.#group(claim, change),
        isToll && MEASURES.filter((measure) => ALWAYS.includes(measure) || claim[measure] || this.#open.has(claim)).map((measure) => this.#figure(claim, measure, change)),
        this.#source(claim, change),
        removeButton(name, () => redraw(() => { this.#draft.document.claims.splice(at, 1); }))),
      claim.about === 'objects' && this.#objects(claim, change, redraw),
      this.#more(claim, at, change));
  }

  /** @param {Draft} claim @param {(edit: (claim: Draft) => void) => void} redraw */
  #claimant(claim, redraw) {
    if (claim.claimant) {
      return h('div', { class: 'field' }, h('span', { class: 'label' }, t('desk.claims.who')),
        h('span', { class: 'chosen' }, h('bdi', {}, this.#library.actorName(claim.claimant)), removeButton(this.#library.actorName(claim.claimant), () => redraw((c) => { delete c.claimant; }))));
    }
    return actorSearch(this.#library, { id: freshId(), label: t('desk.claims.who.none') }, (actor) => redraw((c) => { c.claimant = actor.id; }), this.#make).element;
  }

  /** @param {Draft} claim @param {(edit: (claim: Draft) => void) => void} change */
  #group(claim, change) {
    const set = (/** @type {Partial<{side: string, category: string}>} */ part) => change((c) => {
      const group = { category: 'all', ...c.group, ...part };
      if (!group.side) delete group.side;
      c.group = group.category === 'all' && !group.side && !group.words ? undefined : group;
    });
    return [
      selectField(t('desk.claims.side'), claim.group?.side ?? '', [{ value: '', label: t('desk.claims.side.none') }, ...this.#groups.sides.map(({ side, label }) => ({ value: side, label }))], (side) => set({ side })),
      selectField(t('desk.claims.group'), claim.group?.category ?? 'all', this.#groups.categories.map(({ category, label }) => ({ value: category, label })), (category) => set({ category })),
    ];
  }

  /** @param {Draft} claim @param {Measure} measure @param {(edit: (claim: Draft) => void) => void} change */
  #figure(claim, measure, change) {
    const field = textField(t(`incident.${measure}`), figureText(claim[measure]), (text) => {
      const figure = readFigure(text);
      change((c) => { c[measure] = figure ?? undefined; });
      said.textContent = figure ? figureSaid(figure) : '';
    }, { class: 'figure', 'data-measure': measure });
    const said = h('small', { class: 'muted', role: 'status' }, claim[measure] ? figureSaid(claim[measure]) : '');
    field.append(said);
    return field;
  }

  /** @param {Draft} claim @param {(edit: (claim: Draft) => void) => void} change */
  #source(claim, change) {
    const ids = [...new Set([...this.#draft.document.sources.map(({ source }) => source), ...(claim.source ? [claim.source] : [])])];
    return selectField(t('desk.claims.source'), claim.source ?? '', [{ value: '', label: t('desk.claims.source.none') }, ...ids.map((id) => ({ value: id, label: this.#library.sourceName(id) }))],
      (source) => change((c) => { c.source = source || undefined; }));
  }

  /** @param {Draft} claim @param {(edit: (claim: Draft) => void) => void} change @param {(edit: (claim: Draft) => void) => void} redraw */
  #objects(claim, change, redraw) {
    const number = (/** @type {string} */ text) => (/^\d+$/.test(text.trim()) ? Number(text) : undefined);
    return h('div', { class: 'objects' }, (claim.objects ?? []).map((object, at) => h('div', { class: 'row' },
      textField(t('desk.objects.item'), object.item, (item) => change(() => { object.item = item; })),
      selectField(t('desk.objects.effect'), object.effect, choicesOf('object', EFFECTS), (effect) => change(() => { object.effect = effect; })),
      textField(t('desk.objects.min'), String(object.min ?? ''), (text) => change(() => { object.min = number(text); }), { inputmode: 'numeric' }),
      textField(t('desk.objects.max'), String(object.max ?? ''), (text) => change(() => { object.max = number(text); }), { inputmode: 'numeric' }),
      removeButton(object.item, () => redraw((c) => { c.objects?.splice(at, 1); })))),
    addButton(t('desk.objects.add'), () => redraw((c) => { (c.objects ??= []).push({ item: '', effect: 'destroyed' }); }), 'object'));
  }

  /** @param {Draft} claim @param {number} at @param {(edit: (claim: Draft) => void) => void} change */
  #more(claim, at, change) {
    const earlier = this.#draft.document.claims.filter((other, index) => index !== at && other.id && other.claimant === claim.claimant);
    const details = h('details', { open: this.#open.has(claim) }, h('summary', {}, t('desk.claims.more')), h('div', { class: 'row' },
      textField(t('desk.claims.words'), claim.words ?? '', (words) => change((c) => { c.words = words; })),
      textField(t('desk.claims.speaker'), claim.speaker ?? '', (speaker) => change((c) => { c.speaker = speaker; })),
      textField(t('desk.claims.groupWords'), claim.group?.words ?? '', (words) => change((c) => { c.group = { category: 'all', ...c.group, words }; })),
      textField(t('desk.claims.saidOn'), claim.said_on ?? '', (day) => change((c) => { c.said_on = day || undefined; }), { type: 'date' }),
      selectField(t('desk.claims.part'), claim.part ?? 'total', choicesOf('desk.part', ['total', 'breakdown']), (part) => change((c) => { c.part = part; })),
      earlier.length > 0 && selectField(t('desk.claims.supersedes'), claim.supersedes ?? '', [{ value: '', label: t('desk.claims.supersedes.none') }, ...earlier.map((other) => ({ value: other.id ?? '', label: claimLabel(other) }))],
        (id) => change((c) => { c.supersedes = id || undefined; })),
      textField(t('desk.quote'), claim.span?.quote ?? '', (quote) => change((c) => { c.span = quote.trim() ? { quote } : undefined; }))));
    details.addEventListener('toggle', () => {
      if (details.open === this.#open.has(claim)) return;
      if (details.open) this.#open.add(claim); else this.#open.delete(claim);
      if ((claim.about ?? 'toll') === 'toll') this.show();
    });
    return details;
  }
}

/** What was read of a figure, where that is more than the number typed. @param {import('./figure-words.js').Figure|import('../words/claims.js').Figure} figure */
function figureSaid({ min, max }) {
  if (min === undefined || min === null) return t('desk.figure.words');
  if (max === undefined || max === null) return t('desk.figure.open', { n: min });
  return min === max ? '' : t('desk.figure.range', { min, max });
}

/** @param {Draft} claim */
function claimLabel(claim) {
  const figures = MEASURES.filter((measure) => claim[measure]).map((measure) => `${figureText(/** @type {any} */ (claim[measure]))} ${t(`incident.${measure}`)}`);
  return figures.join(', ') || claim.words || (claim.about && hasText(`claim.about.${claim.about}`) ? t(`claim.about.${claim.about}`) : claim.id ?? '');
}
