// @ts-check
// One incident being written: the sections, the small map, saving, and what comes back when something stands in the way.
import { FAMILIES } from '../data/kinds.js';
import { announce, fill, h } from '../ui/dom.js';
import { t } from '../text/t.js';
import { dateOfDocument, dateWords } from '../words/dates.js';
import { Check } from './check.js';
import { ClaimsSection } from './claims.js';
import { emptyDocument, filled, isSame, slugOf, tidy, titleBy } from './document.js';
import { Draft } from './draft.js';
import { checkField, section, selectField, textField } from './fields.js';
import { episodeSection, estimatesSection, notesSection, sensitivitySection } from './rest.js';
import { SourcesSection } from './sources.js';
import { SpotMap } from './spot-map.js';
import { WhenSection } from './when.js';
import { WhereSection } from './where.js';
import { WhoSection } from './who.js';

/**
 * @typedef {import('./document.js').Doc} Doc
 * @typedef {object} Desk what the editor needs of the page
 * @property {import('./server.js').Server} server
 * @property {import('./server.js').Person} person
 * @property {import('./library.js').Library} library
 * @property {import('../data/kinds.js').Kinds} kinds
 * @property {{sides: {side: string, label: string}[], categories: {category: string, label: string}[]}} groups
 * @property {import('./autosave.js').Autosave} autosave
 * @property {(id: string) => void} opened the document has an id now
 */

const KEEP_AFTER = 400;

export class Editor {
  #desk;
  #draft;
  /** What the server has. @type {Doc} */ #saved;
  /** @type {{id: string, version: number}|null} */ #of;
  #state = h('p', { class: 'state', role: 'status' });
  #messages = h('div', { class: 'messages', role: 'alert' });
  #actions = h('div', { class: 'actions' });
  #timer = 0;
  #isBusy = false;
  #check;

  /** @param {Desk} desk @param {Doc|null} document null: a new incident @param {number|null} version */
  constructor(desk, document, version) {
    this.#desk = desk;
    this.#saved = filled(document ?? emptyDocument());
    this.#of = document?.id && version !== null ? { id: document.id, version } : null;
    this.#draft = new Draft(filled(this.#saved));
    const { element, check } = this.#build();
    this.element = element;
    this.#check = check;
    this.#draft.subscribe(() => this.#changed());
    this.#offerKept();
    this.#changed();
  }

  get hasUnsaved() { return !isSame(this.#draft.document, this.#saved); }

  #build() {
    const { library, server, groups } = this.#desk;
    // Actors are the editors' list.
    const makeActor = this.#desk.person.role === 'contributor' ? null : (/** @type {string} */ name) => this.#makeActor(name);
    const where = new WhereSection(this.#draft);
    const map = h('div', { class: 'spot-map', 'aria-label': t('desk.map'), role: 'application' });
    const form = h('form', { class: 'incident-form', autocomplete: 'off', onsubmit: (/** @type {Event} */ event) => event.preventDefault() },
      this.#what(where), new WhenSection(this.#draft).element, where.element, new WhoSection(this.#draft, library, makeActor).element,
      new SourcesSection(this.#draft, library, (source) => server.add('sources', source)).element, new ClaimsSection(this.#draft, library, groups, makeActor).element,
      estimatesSection(this.#draft), episodeSection(this.#draft, library), sensitivitySection(this.#draft), notesSection(this.#draft));
    const check = new Check(this.#draft, server, form);
    const element = h('div', { class: 'editor' }, form, h('aside', {}, map, h('p', { class: 'muted small' }, t('desk.map.help')), check.element), h('footer', { class: 'bar' }, this.#state, this.#messages, this.#actions));
    element.addEventListener('keydown', (event) => this.#key(event));
    this.#drawMap(map, where);
    return { element, check };
  }

  /** Kind, title, whether it crossed the border. @param {WhereSection} where */
  #what(where) {
    const place = h('div', { class: 'row' });
    const byRule = () => titleBy({ kind: this.#draft.document.kind ? this.#desk.kinds.labelOf(this.#draft.document.kind) : '', place: where.principal(), date: this.#draft.document.date.start ? dateWords(dateOfDocument(this.#draft.document.date), 'long') : '' });
    const show = () => {
      const { document } = this.#draft;
      fill(place,
        selectField(t('desk.kind'), document.kind, [{ value: '', label: t('desk.kind.none') }, ...FAMILIES.map((family) => ({ label: t(`family.${family}`), choices: this.#desk.kinds.of(family).map(({ kind, label }) => ({ value: kind, label })) }))],
          (kind) => this.#draft.change((d) => { d.kind = kind; }, place), { id: 'desk-kind' }),
        textField(t('desk.title'), document.title, (title) => this.#draft.change((d) => { d.title = title; }, place), { id: 'desk-title', class: 'wide', maxlength: 300 }),
        h('button', { type: 'button', class: 'link', onclick: () => { this.#draft.change((d) => { d.title = byRule(); }, null); } }, t('desk.title.byrule')),
        checkField(t('desk.crossborder'), document.cross_border, (crosses) => this.#draft.change((d) => { d.cross_border = crosses; }, place)));
    };
    this.#draft.subscribe((_, by) => { if (by !== place && by === null) show(); });
    show();
    const what = section('title', t('desk.what'), place);
    what.append(h('ul', { class: 'problems', 'data-problems': 'kind', hidden: true }));
    return what;
  }

  /** @param {HTMLElement} element @param {WhereSection} where */
  #drawMap(element, where) {
    // Leaflet measures its element, which must stand in the page.
    requestAnimationFrame(() => {
      const map = new SpotMap(element, (at, lon, lat) => where.put(at, lon, lat));
      const show = () => map.show(this.#draft.document.places.flatMap((place) => {
        const spot = where.spot(place);
        return spot ? [{ ...spot, name: where.known.get(place.place ?? '')?.name ?? place.words ?? '' }] : [];
      }));
      this.#draft.subscribe(show);
      show();
    });
  }

  #changed() {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.keep(), KEEP_AFTER);
    this.#say();
  }

  /** Keeps what was typed in this browser; nothing, when the server has it. */
  keep() {
    clearTimeout(this.#timer);
    const id = this.#of?.id ?? null;
    if (!this.hasUnsaved) return this.#desk.autosave.forget(id);
    if (!this.#desk.autosave.keep(id, this.#draft.document, this.#of?.version ?? null)) this.#message(t('desk.keep.not'));
  }

  #say() {
    const { status } = this.#saved;
    this.#state.textContent = [this.#of ? t('desk.state', { status: t(`desk.status.${status}`), version: this.#of.version }) : t('desk.state.new'), this.hasUnsaved ? t('desk.state.unsaved') : ''].filter(Boolean).join(' · ');
    this.#drawActions();
  }

  #drawActions() {
    const { role } = this.#desk.person;
    const { status } = this.#saved;
    const isEditor = role !== 'contributor';
    const button = (/** @type {string} */ name, /** @type {() => void} */ act, /** @type {boolean} */ isMain = false) =>
      h('button', { type: 'button', class: isMain ? 'primary' : null, 'data-act': name, disabled: this.#isBusy, onclick: act }, t(`desk.act.${name}`));
    const actions = status === 'published'
      ? [isEditor && button('correct', () => this.#save('published'), true), isEditor && button('unpublish', () => this.#save('draft'))]
      : [button('save', () => this.#save(status === 'retracted' ? 'draft' : status)), !isEditor && button('submit', () => this.#save('submitted'), true), isEditor && button('publish', () => this.#save('published'), true)];
    fill(this.#actions, actions, this.hasUnsaved && button('discard', () => this.#discard()), this.#of && h('a', { href: `desk?history=${encodeURIComponent(this.#of.id)}`, class: 'bar-link' }, t('desk.history')));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (!(event.ctrlKey || event.metaKey)) return;
    const act = { s: 'save', Enter: 'publish' }[event.key];
    if (!act) return;
    event.preventDefault();
    const button = /** @type {HTMLButtonElement|null} */ (this.#actions.querySelector(`[data-act="${act}"]`) ?? this.#actions.querySelector('.primary'));
    button?.click();
  }

  /** @param {string} status */
  async #save(status) {
    const before = this.#of && this.#saved.status !== status ? filled(this.#saved) : null;
    this.#isBusy = true;
    this.#say();
    fill(this.#messages);
    const outcome = await this.#desk.server.save({ ...tidy(this.#draft.document), status }, this.#of, '');
    this.#isBusy = false;
    this.keep();
    if (outcome.kind === 'saved') this.#took(outcome.document, outcome.version, before);
    else this.#refused(outcome);
    this.#say();
  }

  /** @param {Doc} document @param {number} version @param {Doc|null} before what can be brought back */
  #took(document, version, before) {
    const isNew = this.#of === null;
    if (isNew) this.#desk.autosave.forget(null);
    this.#of = { id: String(document.id), version };
    this.#saved = filled(document);
    this.#desk.autosave.forget(this.#of.id);
    this.#draft.replace(filled(document));
    if (isNew) this.#desk.opened(this.#of.id);
    const words = t(`desk.saved.${document.status}`);
    announce(words);
    const page = document.status === 'published' && h('a', { href: `incidents/${encodeURIComponent(this.#of.id)}` }, t('desk.see'));
    this.#message(words, page, before && document.status === 'published' && h('button', { type: 'button', class: 'link', 'data-act': 'undo', onclick: () => this.#save(before.status) }, t('desk.undo')));
  }

  /** @param {Exclude<import('./server.js').Outcome, {kind: 'saved'}>} outcome */
  #refused(outcome) {
    switch (outcome.kind) {
      case 'stale': return this.#message(t('desk.stale', { version: outcome.current?.version ?? '' }),
        h('button', { type: 'button', onclick: () => this.#rebase(outcome.current) }, t('desk.stale.mine')), h('button', { type: 'button', onclick: () => this.#take(outcome.current) }, t('desk.stale.theirs')));
      case 'invalid': this.#check.showFaults(outcome.faults); return this.#message(t('desk.invalid', { n: outcome.faults.length }));
      case 'signed-out': return this.#message(t('desk.signedout'), h('a', { href: `sign-in?return=${encodeURIComponent(location.pathname + location.search)}`, target: '_blank' }, t('desk.signin')));
      case 'busy': return this.#message(t('desk.busy', { n: outcome.seconds }));
      case 'offline': return this.#message(t('desk.offline'));
      default: return this.#message(outcome.message);
    }
  }

  /** Mine goes on, on top of what somebody else saved; the next save says so by its version. @param {Doc} current */
  #rebase(current) {
    this.#of = { id: String(current.id), version: Number(current.version) };
    this.#saved = filled(current);
    fill(this.#messages);
    this.#changed();
  }

  /** @param {Doc} current */
  #take(current) {
    this.#rebase(current);
    this.#draft.replace(filled(current));
  }

  #discard() {
    const mine = filled(this.#draft.document);
    this.#draft.replace(filled(this.#saved));
    this.#message(t('desk.discarded'), h('button', { type: 'button', class: 'link', onclick: () => { fill(this.#messages); this.#draft.replace(mine); } }, t('desk.undo')));
  }

  /** What was typed before the page was left. */
  #offerKept() {
    const kept = this.#desk.autosave.find(this.#of?.id ?? null);
    if (!kept || isSame(filled(kept.document), this.#saved)) return;
    this.#draft.replace(filled(kept.document));
    const isOld = this.#of !== null && kept.version !== this.#of.version;
    this.#message(t(isOld ? 'desk.kept.old' : 'desk.kept'), h('button', { type: 'button', class: 'link', onclick: () => this.#discard() }, t('desk.act.discard')));
  }

  /** @param {string} name */
  async #makeActor(name) {
    try {
      const actor = /** @type {import('./library.js').Actor} */ (await this.#desk.server.add('actors', { id: slugOf(name), name, kind: 'unknown' }));
      this.#desk.library.actors.set(actor.id, actor);
      return actor;
    } catch (error) {
      this.#message(error instanceof Error ? error.message : String(error));
      return null;
    }
  }

  /** @param {string} words @param {...(Node|string|null|false)} more */
  #message(words, ...more) { fill(this.#messages, h('p', {}, words, ' ', more)); }
}
