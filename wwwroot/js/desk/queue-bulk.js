// @ts-check
// Decisions about all that are chosen, with one reason.
import { fill, h } from '../ui/dom.js';
import { t } from '../text/t.js';

export class QueueBulk {
  #decide;
  #clear;
  #reason = h('input', { id: 'queue-reason', type: 'text', dir: 'auto', autocomplete: 'off', maxlength: 500 });
  #wrong = h('p', { class: 'wrong small', role: 'alert', id: 'queue-reason-wrong' });
  #count = h('strong', { role: 'status' });
  element = h('form', { class: 'queue-bulk', hidden: true, onsubmit: (/** @type {Event} */ event) => event.preventDefault() });

  /** @param {(act: 'accept'|'reject', reason: string) => void} decide @param {() => void} clear */
  constructor(decide, clear) {
    this.#decide = decide;
    this.#clear = clear;
    const button = (/** @type {'accept'|'reject'} */ act) => h('button', { type: 'button', class: act === 'accept' ? 'primary' : null, 'data-act': `bulk-${act}`, onclick: () => this.#run(act) }, t(`queue.bulk.${act}`));
    fill(this.element, this.#count, h('div', { class: 'field' }, h('label', { for: 'queue-reason' }, t('queue.bulk.reason')), this.#reason), this.#wrong,
      h('div', { class: 'actions' }, button('accept'), button('reject'), h('button', { type: 'button', onclick: () => this.#clear() }, t('queue.bulk.clear'))));
  }

  /** @param {number} count */
  show(count) {
    this.element.hidden = count === 0;
    this.#count.textContent = t('queue.bulk.count', { n: count });
    if (count === 0) this.#reason.value = '';
  }

  focus() { this.#reason.focus(); }

  /** @param {boolean} isBusy */
  busy(isBusy) { for (const button of this.element.querySelectorAll('button')) button.disabled = isBusy; }

  /** @param {'accept'|'reject'} act */
  #run(act) {
    const reason = this.#reason.value.trim();
    this.#wrong.textContent = reason ? '' : t('queue.bulk.reason.missing');
    if (!reason) return this.#reason.focus();
    this.#decide(act, reason);
  }
}
