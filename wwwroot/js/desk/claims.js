// @ts-check
// Claims as a compact table: who says what of whom. Figures are typed as the source words them.
import { fill, h, icon, ICONS } from '../ui/dom.js';
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
/** Those with a column of their own. @type {readonly Measure[]} */
const ALWAYS = ['killed', 'injured'];
const HEADS = ['desk.claims.who', 'desk.claims.stance', 'desk.claims.about', 'desk.claims.side', 'desk.claims.group', 'incident.killed', 'incident.injured', 'desk.claims.source'];
const EFFECTS = ['destroyed', 'damaged', 'captured', 'lost'];

export class ClaimsSection {
  #draft;
  #library;
  #groups;
  #make;
  #rows = h('ol', { class: 'rows claims' });
  #head = h('div', { class: 'cells head', 'aria-hidden': true });
  /** Claims whose further fields are open. @type {WeakSet<Draft>} */ #open = new WeakSet();
  /** What was typed for a claimant and is nobody yet. @type {WeakMap<Draft, string>} */ #loose = new WeakMap();

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
    this.element = section('claims', t('desk.claims'), h('p', { class: 'muted small' }, t('desk.claims.help')), h('div', { class: 'claim-table' }, this.#head, this.#rows),
      addButton(t('desk.claims.add'), () => this.#add(), 'claim'));
    draft.subscribe((_, by) => { if (by === null) this.show(); });
    this.show();
  }

  show() {
    const { claims } = this.#draft.document;
    fill(this.#head, claims.length > 0 && HEADS.map((name) => h('span', {}, t(name))));
    fill(this.#rows, claims.map((claim, at) => this.#row(claim, at)));
  }

  /** A name that was typed for a claimant and is nobody of the list, brought to the eye; null: there is none. */
  findLoose() {
    if (document.activeElement instanceof HTMLElement && this.#rows.contains(document.activeElement)) document.activeElement.blur();
    const input = /** @type {HTMLInputElement|null} */ (this.#rows.querySelector('input[role="combobox"][aria-invalid="true"]'));
    input?.focus();
    return input?.value ?? null;
  }

  /** A new claim takes over who spoke last and where it stood: figures of one speaker usually come together. */
  #add() {
    const { claims, sources } = this.#draft.document;
    const last = claims.at(-1);
    const claim = { about: 'toll', stance: 'asserts', ...(last?.claimant ? { claimant: last.claimant } : {}), source: last?.source ?? sources.at(-1)?.source };
    this.#draft.change((document) => { document.claims.push(claim); }, this);
    this.show();
    this.#focus(claims.length - 1, 'input');
  }

  /** @param {number} at @param {string} selector */
  #focus(at, selector) { /** @type {HTMLElement|null} */ (this.#rows.children[at]?.querySelector(selector))?.focus(); }

  /** @param {Draft} claim @param {number} at */
  #row(claim, at) {
    const change = (/** @type {(claim: Draft) => void} */ edit) => this.#draft.change(() => edit(claim), this);
    const redraw = (/** @type {(claim: Draft) => void} */ edit) => { change(edit); this.show(); };
    const name = t('desk.claims.one', { n: at + 1 });
    const about = claim.about ?? 'toll';
    const field = `claims[${at}]`;
    return h('li', { class: 'claim-row', 'aria-label': name, 'data-claim': at, 'data-field': field, onkeydown: (/** @type {Event} */ event) => this.#key(/** @type {KeyboardEvent} */ (event)) },
      h('div', { class: 'cells', role: 'group', 'aria-label': name },
        this.#claimant(claim, at, change),
        selectField(t('desk.claims.stance'), claim.stance ?? 'asserts', choicesOf('claim', ['asserts', 'denies']), (stance) => change((c) => { c.stance = stance; })),
        selectField(t('desk.claims.about'), about, choicesOf('claim.about', ABOUT), (chosen) => { redraw((c) => { c.about = chosen; }); this.#focus(at, '.cells > :nth-child(3) select'); }),
        about === 'toll' ? [...this.#group(claim, change), ...ALWAYS.map((measure) => this.#figure(claim, measure, change, field))]
          : h('div', { class: 'wide-cell' }, textField(t('desk.claims.words'), claim.words ?? '', (words) => change((c) => { c.words = words; }), { placeholder: t('desk.claims.words'), 'data-field': `${field}.words` })),
        this.#source(claim, change, field),
        this.#moreButton(claim, name),
        removeButton(name, () => { redraw(() => { this.#draft.document.claims.splice(at, 1); }); this.#focus(Math.min(at, this.#draft.document.claims.length - 1), 'input'); })),
      about === 'objects' && this.#objects(claim, change, redraw),
      this.#open.has(claim) ? this.#more(claim, at, change) : this.#besides(claim));
  }

  /** Enter in a line of text adds the next claim. @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.defaultPrevented || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    event.stopPropagation();
    this.#add();
  }

  /** The claimant's name, looked up while it is typed. @param {Draft} claim @param {number} at @param {(edit: (claim: Draft) => void) => void} change */
  #claimant(claim, at, change) {
    const search = actorSearch(this.#library, { id: freshId(), label: t('desk.claims.who') }, (actor) => {
      change((c) => { c.claimant = actor.id; });
      this.#loose.delete(claim);
      show();
      this.#focus(at, '.group-side select, .wide-cell input');
    }, this.#make);
    const input = /** @type {HTMLInputElement} */ (search.element.querySelector('input'));
    const show = () => {
      const loose = this.#loose.get(claim);
      search.text = loose ?? this.#library.actorName(claim.claimant);
      if (loose) input.setAttribute('aria-invalid', 'true'); else input.removeAttribute('aria-invalid');
    };
    input.placeholder = t('desk.claims.who.none');
    input.type = 'text';
    input.addEventListener('focus', () => input.select());
    input.addEventListener('blur', () => {
      if (search.text === '' && claim.claimant) change((c) => { delete c.claimant; });
      if (search.text !== '' && search.text !== this.#library.actorName(claim.claimant)) this.#loose.set(claim, search.text); else this.#loose.delete(claim);
      show();
    });
    show();
    return search.element;
  }

  /** @param {Draft} claim @param {(edit: (claim: Draft) => void) => void} change */
  #group(claim, change) {
    const set = (/** @type {Partial<{side: string, category: string}>} */ part) => change((c) => {
      const group = { category: 'all', ...c.group, ...part };
      if (!group.side) delete group.side;
      c.group = group.category === 'all' && !group.side && !group.words ? undefined : group;
    });
    return [
      h('div', { class: 'group-side' }, selectField(t('desk.claims.side'), claim.group?.side ?? '', [{ value: '', label: t('desk.claims.side.none') }, ...this.#groups.sides.map(({ side, label }) => ({ value: side, label }))], (side) => set({ side }))),
      selectField(t('desk.claims.group'), claim.group?.category ?? 'all', this.#groups.categories.map(({ category, label }) => ({ value: category, label })), (category) => set({ category })),
    ];
  }

  /** @param {Draft} claim @param {Measure} measure @param {(edit: (claim: Draft) => void) => void} change @param {string} field */
  #figure(claim, measure, change, field) {
    const element = textField(t(`incident.${measure}`), figureText(claim[measure]), (text) => {
      const figure = readFigure(text);
      change((c) => { c[measure] = figure ?? undefined; });
      said.textContent = figure ? figureSaid(figure) : '';
    }, { class: 'figure', 'data-measure': measure, 'data-field': `${field}.${measure}` });
    const said = h('small', { class: 'muted', role: 'status' }, claim[measure] ? figureSaid(claim[measure]) : '');
    element.append(said);
    return element;
  }

  /** @param {Draft} claim @param {(edit: (claim: Draft) => void) => void} change @param {string} field */
  #source(claim, change, field) {
    const ids = [...new Set([...this.#draft.document.sources.map(({ source }) => source), ...(claim.source ? [claim.source] : [])])];
    return selectField(t('desk.claims.source'), claim.source ?? '', [{ value: '', label: t('desk.claims.source.none') }, ...ids.map((id) => ({ value: id, label: this.#library.sourceName(id) }))],
      (source) => change((c) => { c.source = source || undefined; }), { field: `${field}.source` });
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

  /** @param {Draft} claim @param {string} name */
  #moreButton(claim, name) {
    const isOpen = this.#open.has(claim);
    return h('button', { type: 'button', class: 'quiet', 'data-more': true, 'aria-expanded': String(isOpen), 'aria-label': t('desk.claims.more.of', { name }), title: t('desk.claims.more'), onclick: () => {
      if (isOpen) this.#open.delete(claim); else this.#open.add(claim);
      this.show();
      this.#focus(this.#draft.document.claims.indexOf(claim), isOpen ? '[data-more]' : '.more input');
    } }, icon(isOpen ? ICONS.up : ICONS.more));
  }

  /** What a closed row holds besides its cells. @param {Draft} claim */
  #besides(claim) {
    const figures = MEASURES.filter((measure) => claim[measure] && !ALWAYS.includes(measure)).map((measure) => `${t(`incident.${measure}`)}: ${figureText(claim[measure])}`);
    const about = claim.about ?? 'toll';
    const parts = [...figures, about === 'toll' && claim.words, claim.group?.words, claim.speaker && t('claim.speaker', { speaker: claim.speaker }), claim.said_on && t('claim.said', { date: claim.said_on }),
      claim.part === 'breakdown' && t('claim.breakdown'), claim.supersedes && t('desk.claims.supersedes'), claim.span?.quote && `“${claim.span.quote}”`].filter(Boolean);
    return parts.length > 0 && h('p', { class: 'besides small muted', dir: 'auto' }, parts.join(' · '));
  }

  /** @param {Draft} claim @param {number} at @param {(edit: (claim: Draft) => void) => void} change */
  #more(claim, at, change) {
    const field = `claims[${at}]`;
    const isToll = (claim.about ?? 'toll') === 'toll';
    const earlier = this.#draft.document.claims.filter((other, index) => index !== at && other.id && other.claimant === claim.claimant);
    return h('div', { class: 'row more' },
      isToll && textField(t('desk.claims.words'), claim.words ?? '', (words) => change((c) => { c.words = words; }), { 'data-field': `${field}.words` }),
      isToll && MEASURES.filter((measure) => !ALWAYS.includes(measure)).map((measure) => this.#figure(claim, measure, change, field)),
      textField(t('desk.claims.speaker'), claim.speaker ?? '', (speaker) => change((c) => { c.speaker = speaker; }), { 'data-field': `${field}.speaker` }),
      isToll && textField(t('desk.claims.groupWords'), claim.group?.words ?? '', (words) => change((c) => { c.group = { category: 'all', ...c.group, words }; })),
      textField(t('desk.claims.saidOn'), claim.said_on ?? '', (day) => change((c) => { c.said_on = day || undefined; }), { type: 'date', 'data-field': `${field}.said_on` }),
      isToll && selectField(t('desk.claims.part'), claim.part ?? 'total', choicesOf('diff.part', ['total', 'breakdown']), (part) => change((c) => { c.part = part; })),
      earlier.length > 0 && selectField(t('desk.claims.supersedes'), claim.supersedes ?? '', [{ value: '', label: t('desk.claims.supersedes.none') }, ...earlier.map((other) => ({ value: other.id ?? '', label: claimLabel(other) }))],
        (id) => change((c) => { c.supersedes = id || undefined; })),
      textField(t('desk.quote'), claim.span?.quote ?? '', (quote) => change((c) => { c.span = quote.trim() ? { quote } : undefined; }), { class: 'wide', 'data-field': `${field}.span` }));
  }
}

/** What was read of a figure in words. @param {import('./figure-words.js').Figure|import('../words/claims.js').Figure} figure */
function figureSaid({ min, max, words }) {
  if (!words) return '';
  if (min === undefined || min === null) return t('desk.figure.words');
  if (max === undefined || max === null) return t('desk.figure.open', { n: min });
  return min === max ? String(min) : t('desk.figure.range', { min, max });
}

/** @param {Draft} claim */
function claimLabel(claim) {
  const figures = MEASURES.filter((measure) => claim[measure]).map((measure) => `${figureText(/** @type {any} */ (claim[measure]))} ${t(`incident.${measure}`)}`);
  return figures.join(', ') || claim.words || (claim.about && hasText(`claim.about.${claim.about}`) ? t(`claim.about.${claim.about}`) : claim.id ?? '');
}
