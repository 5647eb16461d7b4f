// @ts-check
// What can be decided about the item that is open: buttons, and the line for a reason where one is needed.
import { fill, h } from '../ui/dom.js';
import { t } from '../text/t.js';
import { freshId } from './fields.js';

/** The API keeps no longer ones. */
const LONGEST = 500;

/**
 * @typedef {{label: string, ask: string|null, run: (reason: string) => void}} Choice ask: what the reason is asked with; null: none is needed
 */

export class DecideBar {
  #choices;
  #buttons = h('div', { class: 'actions' });
  #form = h('form', { class: 'reason', hidden: true, onsubmit: (/** @type {Event} */ event) => this.#submit(event) });
  /** @type {HTMLTextAreaElement|null} */ #area = null;
  /** @type {Choice|null} */ #asked = null;

  /** @param {Partial<Record<'accept'|'reject', Choice>>} choices @param {(Node|null|false)[]} more what stands beside the buttons */
  constructor(choices, more) {
    this.#choices = choices;
    const button = (/** @type {'accept'|'reject'} */ name) => {
      const choice = choices[name];
      return choice && h('button', { type: 'button', class: name === 'accept' ? 'primary' : null, 'data-act': name, 'aria-keyshortcuts': name[0], onclick: () => this.press(name) }, choice.label);
    };
    fill(this.#buttons, button('accept'), button('reject'), more);
    this.element = h('footer', { class: 'decide' }, this.#form, this.#buttons);
  }

  /** As the button does: at once, or after a reason. @param {'accept'|'reject'} name */
  press(name) {
    const choice = this.#choices[name];
    if (!choice) return;
    if (choice.ask === null) return choice.run('');
    this.#asked = choice;
    const id = freshId();
    const given = this.#area?.value ?? '';
    this.#area = h('textarea', { id, rows: 2, dir: 'auto', required: true, maxlength: LONGEST, onkeydown: (/** @type {Event} */ event) => this.#key(/** @type {KeyboardEvent} */ (event)) });
    this.#area.value = given;
    fill(this.#form, h('label', { for: id }, choice.ask), this.#area,
      h('div', { class: 'actions' }, h('button', { type: 'submit', class: 'primary', 'data-act': 'confirm' }, choice.label), h('button', { type: 'button', onclick: () => this.#close(name) }, t('desk.cancel'))));
    this.#form.hidden = false;
    this.#buttons.hidden = true;
    this.#area.focus();
  }

  /** While a decision is on its way nothing else is decided. @param {boolean} isBusy */
  busy(isBusy) { for (const button of this.element.querySelectorAll('button')) button.disabled = isBusy; }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); this.#form.requestSubmit(); }
    if (event.key === 'Escape') { event.preventDefault(); event.stopPropagation(); this.#close('reject'); }
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    const reason = this.#area?.value.trim() ?? '';
    if (!reason) return this.#area?.focus();
    this.#asked?.run(reason);
  }

  /** @param {string} name of the button that gets the focus back */
  #close(name) {
    this.#form.hidden = true;
    this.#buttons.hidden = false;
    /** @type {HTMLElement|null} */ (this.#buttons.querySelector(`[data-act="${name}"]`))?.focus();
  }
}
