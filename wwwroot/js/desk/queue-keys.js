// @ts-check
// The keys of the queue, and the sheet that tells them. Never while somebody types, nor with a modifier.
import { fill, h } from '../ui/dom.js';
import { t } from '../text/t.js';

/** Where somebody types or chooses, letters are letters. */
const TYPING = 'input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable], dialog';

/** Keys by what they do, as the sheet lists them. */
const KEYS = /** @type {const} */ ({ next: ['j', 'ArrowDown'], before: ['k', 'ArrowUp'], open: ['Enter'], accept: ['a'], edit: ['e'], reject: ['r'], choose: ['x'], words: ['/'], close: ['Escape'], help: ['?'] });

/** @typedef {keyof typeof KEYS} Deed */

/** What a key means; null: nothing. @param {string} key @returns {Deed|null} */
export function deedOf(key) {
  const found = Object.entries(KEYS).find(([, keys]) => /** @type {readonly string[]} */ (keys).includes(key));
  return found ? /** @type {Deed} */ (found[0]) : null;
}

/**
 * @param {Record<Exclude<Deed, 'open'|'help'>, () => boolean|void>} deeds false: the key keeps its own meaning
 * @param {HTMLElement} detail where arrows scroll
 */
export function listenToKeys(deeds, detail) {
  const help = helpSheet();
  document.body.append(help);
  const show = () => { if (!help.open) help.showModal(); };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !(event.target instanceof Element) || event.target.closest(TYPING)) return;
    const deed = deedOf(event.key);
    if (!deed || deed === 'open') return;
    if (event.key.startsWith('Arrow') && (detail.contains(event.target) || event.target.matches('[type="radio"]'))) return;
    if (deed === 'help') show();
    else if (deeds[deed]() === false) return;
    event.preventDefault();
  });
  return show;
}

function helpSheet() {
  const sheet = h('dialog', { class: 'queue-keys', 'aria-labelledby': 'queue-keys-title' });
  const name = (/** @type {string} */ key) => ({ ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc' }[key] ?? key);
  fill(sheet, h('h2', { id: 'queue-keys-title' }, t('queue.keys')),
    h('dl', {}, Object.entries(KEYS).flatMap(([deed, keys]) => [h('dt', {}, keys.map((key) => h('kbd', {}, name(key)))), h('dd', {}, t(`queue.key.${deed}`))])),
    h('p', { class: 'muted small' }, t('queue.keys.reason')),
    h('form', { method: 'dialog' }, h('button', { class: 'add' }, t('queue.keys.close'))));
  return sheet;
}
