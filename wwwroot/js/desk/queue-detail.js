// @ts-check
// The item that is open, beside the list or in its place: loading, what it says, what can be decided.
import { fill, h, icon, ICONS } from '../ui/dom.js';
import { t } from '../text/t.js';
import { failureView } from './failure.js';
import { DecideBar } from './queue-decide.js';
import { kindMark, outcomeWords, sinceWords } from './queue-item.js';
import { viewOf } from './queue-views.js';
import { signInAddress } from './refusals.js';

/**
 * @typedef {import('./queue-state.js').Item} Item
 * @typedef {import('./queue-views.js').View} View
 * @typedef {object} Wishes
 * @property {() => void} close
 * @property {() => void} reload the list and the item
 * @property {(item: Item, act: 'accept'|'reject', reason: string) => void} decide
 * @property {(item: Item, kept: {id: string, version: number}, from: string) => void} merge
 */

export class QueueDetail {
  #server;
  #names;
  #wishes;
  #ref = '';
  #turn = 0;
  /** @type {DecideBar|null} */ #bar = null;
  /** @type {View|null} */ #view = null;
  #trouble = h('div', { role: 'alert' });
  element = h('section', { class: 'queue-detail', 'aria-label': t('queue.detail') });

  /** @param {import('./queue-server.js').QueueServer} server @param {import('./names.js').DocumentNames} names @param {Wishes} wishes */
  constructor(server, names, wishes) {
    this.#server = server;
    this.#names = names;
    this.#wishes = wishes;
  }

  get ref() { return this.#ref; }

  get editAddress() { return this.#view?.edit ?? null; }

  clear() {
    this.#turn++;
    this.#ref = '';
    this.#bar = this.#view = null;
    fill(this.element, h('p', { class: 'muted queue-hint' }, t('queue.hint')));
  }

  /**
   * @param {string} ref
   * @param {Item|undefined} item
   * @param {'accept'|'reject'|null} press what to press once it is there
   * @param {boolean} takesFocus
   */
  async show(ref, item, press, takesFocus) {
    const turn = ++this.#turn;
    this.#ref = ref;
    this.#bar = this.#view = null;
    fill(this.element, this.#top(h('p', { class: 'muted', role: 'status' }, t('queue.loading'))));
    /** @type {View|null} */
    let view;
    try {
      view = await viewOf(ref, item, this.#server, this.#names);
    } catch (error) {
      if (turn === this.#turn) this.#failed(error, () => this.show(ref, item, press, takesFocus));
      return;
    }
    if (turn !== this.#turn) return;
    this.#view = view;
    const heading = h('h2', { tabindex: -1, dir: 'auto' }, view ? view.title : t('queue.decided'));
    if (view) this.#draw(view, heading);
    else fill(this.element, this.#top(heading), h('p', {}, t('queue.decided.long')), h('button', { type: 'button', class: 'add', onclick: this.#wishes.reload }, t('queue.reload')));
    this.element.scrollTop = 0;
    if (takesFocus) this.#begin(heading);
    if (press) this.press(press);
  }

  /** Reading begins here; where the item takes the place of the list, at the top of the page. @param {HTMLElement} heading */
  #begin(heading) {
    if (!matchMedia('(min-width: 1101px)').matches) scrollTo(0, 0);
    heading.focus({ preventScroll: true });
  }

  /** @param {View} view @param {HTMLElement} heading */
  #draw(view, heading) {
    const { item, content, edit, merge } = view;
    fill(this.#trouble);
    this.#bar = new DecideBar({ accept: this.#accept(view), reject: { label: t(`queue.reject.${item.kind}`), ask: t(`queue.reject.${item.kind}.why`), run: (reason) => this.#wishes.decide(item, 'reject', reason) } },
      [edit !== null && h('a', { href: edit, class: 'button', 'data-act': 'edit', 'aria-keyshortcuts': 'e' }, t(item.kind === 'error_report' ? 'queue.edit.incident' : 'queue.edit'))]);
    fill(this.element,
      this.#top(h('p', { class: 'small' }, kindMark(item.kind), ' ', item.at && h('span', { class: 'muted' }, sinceWords(item)))),
      heading, h('div', { class: 'queue-content' }, content), this.#trouble, this.#bar.element);
    if (merge) heading.setAttribute('data-pair', '');
  }

  /** @param {View} view @returns {import('./queue-decide.js').Choice} */
  #accept({ item, merge }) {
    if (merge) return { label: t('queue.merge'), ask: null, run: () => this.#wishes.merge(item, merge.kept(), merge.from()) };
    return { label: t(`queue.accept.${item.kind}`), ask: item.kind === 'error_report' ? t('queue.accept.error_report.why') : null, run: (reason) => this.#wishes.decide(item, 'accept', reason) };
  }

  /** @param {'accept'|'reject'} name */
  press(name) { this.#bar?.press(name); }

  /** @param {boolean} isBusy */
  busy(isBusy) { this.#bar?.busy(isBusy); }

  /** Says what stands in the way of a decision; what was typed stays. @param {import('./queue-server.js').Outcome} outcome */
  refused(outcome) {
    const { item, outcome: kind } = outcome;
    fill(this.#trouble, h('p', { class: 'note wrong' }, outcomeWords(outcome), ' ',
      kind === 'stale' && h('button', { type: 'button', class: 'link', 'data-act': 'reload', onclick: this.#wishes.reload }, t('queue.reload')),
      kind === 'refused' && this.#view?.edit && h('a', { href: this.#view.edit }, t('queue.edit')),
      kind === 'signed_out' && h('a', { href: signInAddress(), target: '_blank' }, t('queue.signin'))));
    console.warn('a decision was not taken', item.id, kind);
  }

  /** @param {unknown} error @param {() => void} retry */
  #failed(error, retry) { fill(this.element, this.#top(), failureView(error, retry)); }

  /** @param {...Node} children */
  #top(...children) {
    return h('div', { class: 'queue-top' }, h('button', { type: 'button', class: 'back', 'data-act': 'close', onclick: this.#wishes.close }, icon(ICONS.back), t('queue.back')), ...children);
  }
}
