// @ts-check
// The list: a row an item, each with its box and its link. Drawn anew with the focus where it was.
import { fill, h } from '../ui/dom.js';
import { t } from '../text/t.js';
import { kindMark, nameOf, onPlainClick, outcomeWords, sinceWords, titleOf } from './queue-item.js';
import { refOf } from './queue-state.js';

/**
 * @typedef {import('./queue-state.js').Item} Item
 * @typedef {import('./queue-server.js').Outcome} Outcome
 * @typedef {object} Wishes
 * @property {(ref: string) => string} address of an opened item
 * @property {(ref: string) => void} open
 * @property {() => void} chosen the choice has changed
 * @property {() => void} more
 * @property {() => void} reload
 */

export class QueueList {
  #listed;
  #wishes;
  #head = h('div', { class: 'queue-head' });
  #rows = h('ul', { class: 'queue-rows', 'aria-label': t('queue.list') });
  #foot = h('div', { class: 'queue-foot' });
  /** What stood in the way of the last decision about an item. @type {Map<string, Outcome>} */ troubles = new Map();
  /** The row that the keys are at. */ current = '';

  /** @param {import('./queue-list-state.js').Listed} listed @param {Wishes} wishes */
  constructor(listed, wishes) {
    this.#listed = listed;
    this.#wishes = wishes;
    this.element = h('div', { class: 'queue-list' }, this.#head, this.#rows, this.#foot);
    this.#rows.addEventListener('focusin', (event) => {
      const row = /** @type {HTMLElement} */ (event.target).closest('[data-ref]');
      if (row) this.#mark(row.getAttribute('data-ref') ?? '');
    });
  }

  /** @param {string} opened */
  show(opened) {
    const { items, chosen } = this.#listed;
    const focused = this.#focused();
    fill(this.#head, items.length > 0 && this.#all());
    fill(this.#rows, items.map((item) => this.#row(item, chosen.has(refOf(item)), refOf(item) === opened)));
    fill(this.#foot, !this.#listed.isWhole && items.length > 0 && h('button', { type: 'button', class: 'add', 'data-act': 'more', onclick: this.#wishes.more }, t('queue.more')));
    this.#mark(this.#listed.find(this.current) ? this.current : items[0] ? refOf(items[0]) : '');
    if (focused) /** @type {HTMLElement|null} */ (this.#find(focused.ref)?.querySelector(focused.part))?.focus();
  }

  get hasFocus() { return this.#rows.contains(document.activeElement); }

  /** Puts the focus on the link of a row. @param {string} ref */
  focus(ref) {
    const link = this.#find(ref)?.querySelector('a');
    link?.focus();
    link?.scrollIntoView({ block: 'nearest' });
    return Boolean(link);
  }

  /** The box over all. */
  #all() {
    const { items, chosen } = this.#listed;
    const box = h('input', { type: 'checkbox', id: 'queue-all', checked: items.length > 0 && chosen.size === items.length, onchange: () => { this.#listed.chooseAll(box.checked); this.#chose(); } });
    box.indeterminate = chosen.size > 0 && chosen.size < items.length;
    return h('label', { class: 'check' }, box, t('queue.all', { n: items.length }));
  }

  /** @param {Item} item @param {boolean} isChosen @param {boolean} isOpen */
  #row(item, isChosen, isOpen) {
    const ref = refOf(item);
    const trouble = this.troubles.get(ref);
    const box = h('input', { type: 'checkbox', checked: isChosen, 'aria-label': t('queue.choose', { title: nameOf(item) }), onchange: () => { this.#listed.choose(ref, box.checked); this.#chose(); } });
    return h('li', { class: isOpen ? 'queue-row open' : 'queue-row', 'data-ref': ref, 'data-kind': item.kind },
      h('label', { class: 'queue-box' }, box),
      h('div', { class: 'queue-text' },
        kindMark(item.kind), ' ',
        h('a', { href: this.#wishes.address(ref), 'aria-current': isOpen ? 'true' : null, onclick: onPlainClick(() => this.#wishes.open(ref)) },
          h('bdi', {}, titleOf(item)), item.other && [h('span', { class: 'muted' }, ` ${t('queue.and')} `), h('bdi', {}, item.other_title ?? item.other)]),
        item.about && h('p', { class: 'queue-about', dir: 'auto' }, item.about),
        h('p', { class: 'muted small' }, sinceWords(item)),
        trouble && h('p', { class: 'wrong small' }, outcomeWords(trouble), ' ', trouble.outcome === 'stale' && h('button', { type: 'button', class: 'link', onclick: this.#wishes.reload }, t('queue.reload')))));
  }

  #chose() {
    for (const row of this.#rows.children) {
      const box = row.querySelector('input');
      if (box) box.checked = this.#listed.chosen.has(row.getAttribute('data-ref') ?? '');
    }
    const hadFocus = this.#head.contains(document.activeElement);
    fill(this.#head, this.#listed.items.length > 0 && this.#all());
    if (hadFocus) this.#head.querySelector('input')?.focus();
    this.#wishes.chosen();
  }

  /** Chooses the current row, or no longer. @param {string} ref */
  toggle(ref) {
    this.#listed.choose(ref);
    this.#chose();
  }

  /** Shows which row the keys are at. @param {string} ref */
  #mark(ref) {
    this.current = ref;
    for (const row of this.#rows.children) row.classList.toggle('current', row.getAttribute('data-ref') === ref);
  }

  /** @returns {{ref: string, part: string}|null} */
  #focused() {
    const active = document.activeElement;
    const row = active instanceof HTMLElement && this.#rows.contains(active) ? active.closest('[data-ref]') : null;
    return row && active ? { ref: row.getAttribute('data-ref') ?? '', part: active.tagName.toLowerCase() } : null;
  }

  /** @param {string} ref @returns {HTMLElement|null} */
  #find(ref) { return this.#rows.querySelector(`[data-ref="${CSS.escape(ref)}"]`); }
}
