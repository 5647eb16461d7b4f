// @ts-check
// One incident being written: the sections, the small map, saving, and what comes back when something stands in the way.
import { announce, fill, h } from '../ui/dom.js';
import { t } from '../text/t.js';
import { Check } from './check.js';
import { ClaimsSection } from './claims.js';
import { conflictView } from './conflict.js';
import { emptyDocument, filled, isSame, slugOf, tidy } from './document.js';
import { Draft } from './draft.js';
import { instantWords } from './instants.js';
import { onEnter } from './keys.js';
import { DocumentNames } from './names.js';
import { refusalWords } from './refusals.js';
import { textField } from './fields.js';
import { episodeSection, estimatesSection, notesSection, sensitivitySection } from './rest.js';
import { SourcesSection } from './sources.js';
import { SpotMap } from './spot-map.js';
import { WhatSection } from './what.js';
import { WhenSection } from './when.js';
import { WhereSection } from './where.js';
import { WhoSection } from './who.js';

/**
 * @typedef {import('./document.js').Doc} Doc
 * @typedef {import('./names.js').Choices & Page} Desk what the editor needs
 * @typedef {object} Page
 * @property {import('./server.js').Server} server
 * @property {import('./server.js').Person} person
 * @property {import('./autosave.js').Autosave} autosave
 * @property {string} slot where a new document is kept
 * @property {(id: string, title: string) => void} opened the document has an id now
 */

const KEEP_AFTER = 400;

/** A reason that the server writes by itself where none is given. */
const NO_REASON = '';

export class Editor {
  #desk;
  #draft;
  /** What the server has. @type {Doc} */ #saved;
  /** @type {{id: string, version: number}|null} */ #of;
  #state = h('p', { class: 'state', role: 'status' });
  #why = textField(t('desk.why'), '', () => {}, { placeholder: t('desk.why.example'), maxlength: 500, 'data-why': true });
  /** What is sent again when the connection, the sign-in or the store's turn comes back. @type {string|null} */ #waiting = null;
  #messages = h('div', { class: 'messages', role: 'alert' });
  #actions = h('div', { class: 'actions' });
  #timer = 0;
  #isBusy = false;
  #check;
  #what;
  #claims;

  /** @param {Desk} desk @param {Doc|null} document null: a new incident @param {number|null} version */
  constructor(desk, document, version) {
    this.#desk = desk;
    this.#saved = filled(document ?? emptyDocument());
    this.#of = document?.id && version !== null ? { id: document.id, version } : null;
    this.#draft = new Draft(filled(this.#saved));
    const { element, check, what, claims } = this.#build();
    this.element = element;
    this.#check = check;
    this.#what = what;
    this.#claims = claims;
    this.#draft.subscribe(() => this.#changed());
    this.#offerKept();
    this.#changed();
    addEventListener('online', () => this.#again());
    addEventListener('focus', () => this.#signedInAgain());
  }

  /** To the first field, of a new incident. */
  begin() { if (this.#of === null) /** @type {HTMLElement|null} */ (this.element.querySelector('#desk-kind'))?.focus(); }

  get hasUnsaved() { return !isSame(this.#draft.document, this.#saved); }

  #build() {
    const { library, server, groups } = this.#desk;
    // Actors are the editors' list.
    const makeActor = this.#desk.person.role === 'contributor' ? null : (/** @type {string} */ name) => this.#makeActor(name);
    const where = new WhereSection(this.#draft);
    const what = new WhatSection(this.#draft, this.#desk.kinds, () => where.principal());
    const claims = new ClaimsSection(this.#draft, library, groups, makeActor);
    const map = h('div', { class: 'spot-map', 'aria-label': t('desk.map'), role: 'application' });
    const form = h('form', { class: 'incident-form', autocomplete: 'off', onsubmit: (/** @type {Event} */ event) => event.preventDefault() },
      what.element, new WhenSection(this.#draft).element, where.element, new WhoSection(this.#draft, library, makeActor).element,
      new SourcesSection(this.#draft, library, (source) => server.add('sources', source)).element, claims.element,
      estimatesSection(this.#draft), episodeSection(this.#draft, library), sensitivitySection(this.#draft, library), notesSection(this.#draft));
    const check = new Check(this.#draft, server, form, () => this.#sent(what), () => this.#of?.id ?? null);
    const element = h('div', { class: 'editor' }, form, h('aside', {}, map, h('p', { class: 'muted small' }, t('desk.map.help')), check.element), h('footer', { class: 'bar' }, this.#messages, this.#state, this.#why, this.#actions));
    element.addEventListener('keydown', (event) => this.#key(event));
    onEnter(form);
    this.#drawMap(map, where);
    return { element, check, what, claims };
  }

  /** The document as it is sent. @param {WhatSection} what */
  #sent(what) {
    const sent = tidy(this.#draft.document);
    return { ...sent, title: sent.title || what.titleByRule() };
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
    if (!this.hasUnsaved) return this.#desk.autosave.forget(this.#slot);
    if (!this.#desk.autosave.keep(this.#slot, this.#draft.document, this.#of?.version ?? null)) this.#message(t('desk.keep.not'));
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
    this.#why.hidden = this.#of === null || status === 'draft' || !this.hasUnsaved;
    const actions = status === 'published'
      ? [isEditor && button('correct', () => this.#save('published'), true), isEditor && button('unpublish', () => this.#save('draft'))]
      : [button('save', () => this.#save(status === 'retracted' ? 'draft' : status)), !isEditor && button('submit', () => this.#save('submitted'), true), isEditor && button('publish', () => this.#save('published'), true)];
    fill(this.#actions, actions, this.hasUnsaved && button('discard', () => this.#discard()), this.#of && isEditor && h('a', { href: `desk?history=${encodeURIComponent(this.#of.id)}`, class: 'bar-link' }, t('desk.history')));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (!(event.ctrlKey || event.metaKey)) return;
    const isSave = event.key === 's';
    if (!isSave && event.key !== 'Enter') return;
    event.preventDefault();
    // A published one has no draft to save: what is written there is kept in this browser, and goes out with Ctrl+Enter.
    const button = /** @type {HTMLButtonElement|null} */ (this.#actions.querySelector(isSave ? '[data-act="save"]' : '.primary'));
    button?.click();
  }

  get #slot() { return this.#of?.id ?? this.#desk.slot; }

  get #reason() { return this.#why.querySelector('input')?.value.trim() ?? NO_REASON; }

  /** @param {string} status @param {string} [why] */
  async #save(status, why = this.#reason) {
    if (this.#isBusy) return;
    const loose = this.#claims.findLoose();
    if (loose) return this.#message(t('desk.claims.who.loose', { name: loose }));
    const before = this.#of ? filled(this.#saved) : null;
    this.#isBusy = true;
    this.#waiting = null;
    this.#say();
    fill(this.#messages);
    const outcome = await this.#desk.server.save({ ...this.#sent(this.#what), status }, this.#of, why);
    this.#isBusy = false;
    this.keep();
    if (outcome.kind === 'saved') this.#took(outcome.document, outcome.version, before);
    else await this.#refused(outcome, status);
    this.#say();
  }

  /** @param {Doc} document @param {number} version @param {Doc|null} before what was saved before; null: nothing */
  #took(document, version, before) {
    const isNew = this.#of === null;
    if (isNew) this.#desk.autosave.forget(this.#desk.slot);
    this.#of = { id: String(document.id), version };
    this.#saved = filled(document);
    this.#desk.autosave.forget(this.#of.id);
    this.#draft.replace(filled(document));
    const reason = this.#why.querySelector('input');
    if (reason) reason.value = '';
    if (isNew) this.#desk.opened(this.#of.id, document.title);
    const words = t(`desk.saved.${document.status}`);
    announce(words);
    const isPublic = document.status === 'published';
    this.#message(words, isPublic && h('a', { href: `incidents/${encodeURIComponent(this.#of.id)}` }, t('desk.see')), isPublic && ' · ',
      isPublic && h('button', { type: 'button', class: 'link', 'data-act': 'undo', onclick: () => this.#undo(before) }, t(before?.status === 'published' ? 'desk.undo.correction' : 'desk.undo.publish')),
      h('a', { href: 'desk?new', class: 'another' }, t('desk.another')));
  }

  /** A publish is taken back: what was published before stands again, else it is a draft. @param {Doc|null} before */
  #undo(before) {
    if (before?.status === 'published') this.#draft.replace(filled(before));
    return this.#save(before && before.status !== 'retracted' ? before.status : 'draft', t('desk.undo.why'));
  }

  /** @param {import('./refusals.js').Refusal} outcome @param {string} status */
  async #refused(outcome, status) {
    switch (outcome.kind) {
      case 'stale': return this.#conflict(outcome.current);
      case 'invalid': return this.#message(t('desk.invalid', { n: this.#check.showFaults(outcome.faults) }), h('button', { type: 'button', class: 'link', onclick: () => this.#check.go() }, t('desk.check.go')));
      case 'busy': this.#waiting = status; window.setTimeout(() => this.#again(), outcome.seconds * 1000); break;
      case 'offline': case 'signed-out': this.#waiting = status; break;
      default:
    }
    fill(this.#messages, h('p', { class: outcome.kind }, refusalWords(outcome)));
  }

  /** Sends what waits. */
  #again() {
    const status = this.#waiting;
    if (status !== null) void this.#save(status);
  }

  /** The person comes back to this window, perhaps from signing in again. */
  async #signedInAgain() {
    if (this.#waiting === null || !this.#messages.querySelector('.signed-out')) return;
    const person = await this.#desk.server.person().catch(() => null);
    if (person?.name === this.#desk.person.name) this.#again();
    else if (person) this.#message(t('desk.signedin.other', { name: person.name, own: this.#desk.person.name }));
  }

  /** @param {Doc} current */
  async #conflict(current) {
    const three = { base: filled(this.#saved), mine: filled(this.#draft.document), theirs: filled(current) };
    const names = new DocumentNames(this.#desk.server, this.#desk);
    await names.learn([three.base, three.mine, three.theirs]);
    fill(this.#messages, conflictView(three, names, (document) => {
      this.#of = { id: String(current.id), version: Number(current.version) };
      this.#saved = filled(current);
      this.#draft.replace(filled({ ...document, status: current.status }));
      this.#message(t('conflict.taken'), h('button', { type: 'button', class: 'link', 'data-act': 'back', onclick: () => { this.#draft.replace(three.mine); fill(this.#messages); } }, t('conflict.back')));
    }));
    this.#messages.querySelector('button')?.focus();
  }

  #discard() {
    const mine = filled(this.#draft.document);
    this.#draft.replace(filled(this.#saved));
    this.#message(t('desk.discarded'), h('button', { type: 'button', class: 'link', onclick: () => { fill(this.#messages); this.#draft.replace(mine); } }, t('desk.undo')));
  }

  /** What was typed before the page was left. */
  #offerKept() {
    const kept = this.#desk.autosave.find(this.#slot);
    if (!kept && !this.#of) return this.#offerBegun();
    if (!kept || isSame(filled(kept.document), this.#saved)) return;
    this.#draft.replace(filled(kept.document));
    const isOld = this.#of !== null && kept.version !== this.#of.version;
    this.#message(t(isOld ? 'desk.kept.old' : 'desk.kept'), h('button', { type: 'button', class: 'link', onclick: () => this.#discard() }, t('desk.act.discard')));
  }

  /** New ones that were begun in this browser and never saved. */
  #offerBegun() {
    const begun = this.#desk.autosave.begun();
    if (begun.length === 0) return;
    const draw = () => fill(this.#messages, begun.length > 0 && [h('p', {}, t('desk.begun', { n: begun.length })), h('ul', { class: 'begun' }, begun.map((one) => h('li', {},
      h('a', { href: `desk?new=${one.slot}` }, h('bdi', {}, one.document.title || t('desk.begun.untitled'))), ' ', h('span', { class: 'muted' }, instantWords(new Date(one.at).toISOString())), ' ',
      h('button', { type: 'button', class: 'link', onclick: () => { this.#desk.autosave.forget(one.slot); begun.splice(begun.indexOf(one), 1); draw(); } }, t('desk.begun.away')))))]);
    draw();
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
