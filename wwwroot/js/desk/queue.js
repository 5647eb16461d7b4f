// @ts-check
// The review queue: its list and filters, what is open, decisions and what became of them.
import { announce, fill, h } from '../ui/dom.js';
import { t } from '../text/t.js';
import { failureView } from './failure.js';
import { QueueBulk } from './queue-bulk.js';
import { QueueDetail } from './queue-detail.js';
import { QueueFilters } from './queue-filters.js';
import { editAddress } from './queue-item.js';
import { listenToKeys } from './queue-keys.js';
import { QueueList } from './queue-list.js';
import { Listed } from './queue-list-state.js';
import { QueueOutcomes } from './queue-outcomes.js';
import { settled } from './queue-server.js';
import { addressOf, filtersSet, listsTheSame, PAGE, readState, refOf } from './queue-state.js';
import { watch } from './queue-watch.js';

/**
 * @typedef {import('./queue-state.js').Item} Item
 * @typedef {import('./queue-state.js').State} State
 * @typedef {import('./queue-server.js').Outcome} Outcome
 */

/** The most that is read again at once. */
const MOST = 500;

export class Queue {
  #server;
  #state = readState(location.search);
  #listed = new Listed();
  /** @type {import('./queue-server.js').Counts|null} */ #counts = null;
  /** @type {string|null} */ #next = null;
  #turn = 0;
  #isBusy = false;
  #list;
  #detail;
  #filters;
  #bulk;
  #outcomes;
  #notice = h('div', { class: 'queue-notice', role: 'status' });
  #message = h('div', { class: 'queue-message' });

  /** @param {import('./queue-server.js').QueueServer} server @param {import('./names.js').DocumentNames} names */
  constructor(server, names) {
    this.#server = server;
    this.#list = new QueueList(this.#listed, { address: (ref) => addressOf({ ...this.#state, open: ref }), open: (ref) => this.#open(ref), chosen: () => this.#bulk.show(this.#listed.chosen.size), more: () => this.#more(), reload: () => this.#again() });
    this.#detail = new QueueDetail(server, names, { close: () => this.#close(), reload: () => this.#again(), decide: (item, act, reason) => this.#decide([item], act, reason), merge: (item, kept, from) => this.#merge(item, kept, from) });
    this.#filters = new QueueFilters((patch) => this.#go({ ...this.#state, ...patch, open: '' }), (id) => server.placeName(id));
    this.#bulk = new QueueBulk((act, reason) => this.#decide(this.#listed.chosenItems, act, reason), () => { this.#listed.chooseAll(false); this.#draw(); });
    this.#outcomes = new QueueOutcomes((done) => this.#undo(done));
    const keys = h('button', { type: 'button', class: 'link small queue-help' }, t('queue.keys'));
    this.element = h('div', { class: 'queue' },
      h('div', { class: 'queue-side' }, h('div', { class: 'queue-title' }, h('h2', {}, t('queue.title')), keys), this.#filters.element, this.#notice, this.#outcomes.element, this.#message, this.#list.element, this.#bulk.element),
      this.#detail.element);
    const showKeys = listenToKeys({
      next: () => this.#step(1), before: () => this.#step(-1), accept: () => this.#act('accept'), reject: () => this.#act('reject'), edit: () => this.#edit(),
      choose: () => { const ref = this.#at(); return ref ? this.#list.toggle(ref) : false; }, words: () => this.#filters.focusWords(), close: () => (this.#state.open ? this.#close() : false),
    }, this.#detail.element);
    keys.addEventListener('click', showKeys);
    addEventListener('popstate', () => this.#went(readState(location.search)));
    watch(() => this.#look());
  }

  /** Reads and shows what the address asks for. */
  async start() {
    this.#detail.clear();
    await this.#load();
    await this.#showOpen(null, false);
  }

  /** Another state by the reader's own act: a step back leads here again. @param {State} state */
  #go(state) {
    history.pushState(null, '', addressOf(state));
    return this.#went(state);
  }

  /** @param {State} state @param {'accept'|'reject'|null} [press] */
  async #went(state, press = null) {
    const isSame = listsTheSame(state, this.#state);
    const closed = this.#state.open !== '' && state.open === '' ? this.#state.open : null;
    this.#state = state;
    if (!isSame) {
      this.#outcomes.clear();
      await this.#load();
    }
    await this.#showOpen(press, true);
    if (closed && isSame && !this.#list.focus(closed)) this.#focusList();
  }

  /** @param {string} ref @param {'accept'|'reject'|null} [press] */
  #open(ref, press = null) {
    const state = { ...this.#state, open: ref };
    if (this.#state.open) history.replaceState(history.state, '', addressOf(state)); else history.pushState({ isOpenedHere: true }, '', addressOf(state));
    return this.#went(state, press);
  }

  /** A step back where the item was opened from the list, so that the list is not twice in the history. */
  #close() {
    if (history.state?.isOpenedHere) return history.back();
    const state = { ...this.#state, open: '' };
    history.replaceState(null, '', addressOf(state));
    this.#went(state);
  }

  /** @param {'accept'|'reject'|null} press @param {boolean} takesFocus */
  async #showOpen(press, takesFocus) {
    const { open } = this.#state;
    this.element.classList.toggle('has-open', open !== '');
    this.#list.show(open);
    if (!open) return this.#detail.clear();
    this.#list.current = open;
    await this.#detail.show(open, this.#listed.find(open), press, takesFocus);
  }

  /** The list from its beginning. @param {number} [limit] */
  async #load(limit = PAGE) {
    const turn = ++this.#turn;
    fill(this.#notice);
    fill(this.#message, h('p', { class: 'muted', role: 'status' }, h('span', { class: 'spinner', 'aria-hidden': true }), t('queue.loading')));
    this.#filters.show(this.#state, this.#counts, []);
    try {
      const page = await this.#server.list(this.#state, limit);
      if (turn !== this.#turn) return;
      this.#listed.replace(page.items, page.next === null);
      this.#counts = page.counts;
      this.#next = page.next;
      this.#list.troubles.clear();
      this.#draw();
    } catch (error) {
      if (turn === this.#turn) this.#failed(error, () => this.#load(limit));
    }
  }

  async #more() {
    if (!this.#next) return;
    const turn = this.#turn;
    const first = this.#listed.items.length;
    try {
      const page = await this.#server.more(this.#next);
      if (turn !== this.#turn) return;
      this.#listed.append(page.items, page.next === null);
      this.#counts = page.counts;
      this.#next = page.next;
      this.#draw();
      const item = this.#listed.items[first];
      if (item) this.#list.focus(refOf(item));
    } catch (error) {
      this.#failed(error, () => this.#more());
    }
  }

  /** Everything as it is now; the choice, and what is open, stay. */
  async #again() {
    await this.#load(Math.min(Math.max(PAGE, this.#listed.items.length), MOST));
    if (this.#state.open) await this.#showOpen(null, true);
    else this.#focusList();
  }

  /** Whether something came, changed or went elsewhere: said, not shown, so that nothing jumps. */
  async #look() {
    if (this.#isBusy) return;
    const turn = this.#turn;
    try {
      const page = await this.#server.list(this.#state);
      if (turn !== this.#turn || this.#isBusy) return;
      this.#counts = page.counts;
      this.#filters.show(this.#state, this.#counts, this.#owners());
      const { added, changed, gone } = this.#listed.differs(page.items, page.next === null);
      if (added + changed + gone === 0) return fill(this.#notice);
      const words = [added > 0 && t('queue.new', { n: added }), changed > 0 && t('queue.changed', { n: changed }), gone > 0 && t('queue.gone', { n: gone })].filter(Boolean).join(', ');
      fill(this.#notice, h('p', {}, words, ' ', h('button', { type: 'button', class: 'link', 'data-act': 'refresh', onclick: () => this.#again() }, t('queue.show'))));
    } catch (error) {
      console.warn('the queue could not be looked at', error);
    }
  }

  #draw() {
    const { items, chosen } = this.#listed;
    this.#filters.show(this.#state, this.#counts, this.#owners());
    this.#list.show(this.#state.open);
    this.#bulk.show(chosen.size);
    const isFiltered = filtersSet(this.#state) > 0 || this.#state.kind !== '';
    fill(this.#message, items.length === 0 && h('div', { class: 'empty' }, h('p', { tabindex: -1 }, t(isFiltered ? 'queue.empty.filtered' : 'queue.empty'))));
  }

  #owners() { return this.#listed.items.map(({ owner }) => owner ?? '').filter(Boolean); }

  /** @param {unknown} error @param {() => void} retry */
  #failed(error, retry) { fill(this.#message, failureView(error, retry)); }

  /** The item that keys are about: the row that has the focus, else what is open. */
  #at() { return this.#list.hasFocus || !this.#state.open ? this.#list.current : this.#state.open; }

  /** @param {number} by */
  #step(by) {
    const isInside = this.element.contains(document.activeElement) || this.#state.open !== '';
    const item = isInside ? this.#listed.beside(this.#at(), by) : this.#listed.find(this.#at());
    if (!item) return false;
    if (this.#state.open && refOf(item) !== this.#state.open) this.#open(refOf(item));
    else if (!this.#state.open) this.#list.focus(refOf(item));
    return true;
  }

  /** @param {'accept'|'reject'} act */
  #act(act) {
    const ref = this.#at();
    const item = this.#listed.find(ref);
    if (ref === this.#state.open) this.#detail.press(act);
    else if (!item) return false;
    else if (act === 'accept' && (item.kind === 'draft' || item.kind === 'submitted')) this.#decide([item], 'accept', '');
    else this.#open(ref, item.kind === 'duplicate' && act === 'accept' ? null : act);
    return true;
  }

  #edit() {
    const ref = this.#at();
    const item = this.#listed.find(ref);
    const address = ref === this.#state.open ? this.#detail.editAddress : item && item.kind !== 'duplicate' ? editAddress(item.incident) : null;
    if (!address) return false;
    location.assign(address);
    return true;
  }

  /** @param {Item[]} items @param {'accept'|'reject'} act @param {string} reason */
  #decide(items, act, reason) { return this.#carryOut(() => this.#server.decide(items, act, reason || t('queue.accept.why'))); }

  /** @param {Item} item @param {{id: string, version: number}} kept @param {string} from */
  #merge(item, kept, from) { return this.#carryOut(async () => [await this.#server.merge(item, kept, from, t('queue.merge.why'))]); }

  /** @param {() => Promise<Outcome[]>} deed */
  async #carryOut(deed) {
    if (this.#isBusy) return;
    this.#busy(true);
    let outcomes;
    try {
      outcomes = await deed();
    } finally {
      this.#busy(false);
    }
    this.#outcomes.show(outcomes);
    for (const outcome of outcomes) if (outcome.outcome !== 'done') this.#list.troubles.set(refOf(outcome.item), outcome);
    const trouble = outcomes.find(({ item, outcome }) => refOf(item) === this.#state.open && outcome !== 'done');
    const refs = settled(outcomes);
    const wasOpen = refs.includes(this.#state.open);
    this.#count(outcomes);
    const next = this.#listed.remove(refs);
    this.#draw();
    if (trouble) this.#detail.refused(trouble);
    if (wasOpen && next) return this.#open(next);
    if (wasOpen) this.#close();
    if (this.#listed.items.length === 0 && this.#next) await this.#load();
    if (refs.length > 0 && !(next && this.#list.focus(next))) this.#focusList();
  }

  /** What was decided no longer counts. @param {Outcome[]} outcomes */
  #count(outcomes) {
    if (!this.#counts) return;
    const counts = { ...this.#counts };
    for (const { item, outcome } of outcomes) if (outcome === 'done' || outcome === 'missing') counts[item.kind] = Math.max(0, counts[item.kind] - 1);
    this.#counts = counts;
  }

  /** The latest first, so that each names the version that it left. @param {Outcome[]} done */
  async #undo(done) {
    if (this.#isBusy) return;
    this.#busy(true);
    /** @type {Outcome[]} */
    const outcomes = [];
    try {
      for (const outcome of done.toReversed()) outcomes.push(await this.#server.undo(outcome, t('queue.undo.why')));
    } finally {
      this.#busy(false);
    }
    await this.#load(Math.min(Math.max(PAGE, this.#listed.items.length + done.length), MOST));
    this.#outcomes.show(outcomes.reverse());
    const ref = refOf(done[0].item);
    if (this.#state.open && done.length === 1) this.#open(ref);
    else if (!this.#list.focus(ref)) this.#focusList();
  }

  /** @param {boolean} isBusy */
  #busy(isBusy) {
    this.#isBusy = isBusy;
    this.#bulk.busy(isBusy);
    this.#detail.busy(isBusy);
    if (isBusy) announce(t('queue.working'));
  }

  #focusList() {
    const [first] = this.#listed.items;
    if (!this.#list.focus(this.#list.current) && !(first && this.#list.focus(refOf(first)))) /** @type {HTMLElement|null} */ (this.#message.querySelector('[tabindex]'))?.focus();
  }
}
