// @ts-check
// What went wrong or needs to be known, above the map; each can be dismissed, some can be tried again.
import { ColumnError } from '../data/column-file.js';
import { t } from '../text/t.js';
import { fill, h, icon, ICONS } from './dom.js';

/**
 * @param {HTMLElement} element
 * @param {string} text
 * @param {{retry?: () => void, detail?: string}} [more]
 */
export function notice(element, text, { retry, detail } = {}) {
  const remove = () => item.remove();
  const item = h('div', { class: 'notice', role: 'alert' },
    h('p', {}, text, detail ? h('small', {}, detail) : null),
    retry && h('button', { type: 'button', onclick: () => { remove(); retry(); } }, t('retry')),
    h('button', { type: 'button', class: 'quiet', 'aria-label': t('dismiss'), onclick: remove }, icon(ICONS.close)));
  element.append(item);
  return remove;
}

/** How long news stays, in milliseconds. */
const NEWS = 12_000;

/**
 * Something happened that nobody has to do anything about: said once, gone by itself.
 * @param {HTMLElement} element
 * @param {string} text
 * @param {{text: string, run: () => void}} [action]
 */
export function news(element, text, action) {
  element.querySelector('.news')?.remove();
  const item = h('div', { class: 'notice news', role: 'status' },
    h('p', {}, text),
    action && h('button', { type: 'button', onclick: () => { item.remove(); action.run(); } }, action.text),
    h('button', { type: 'button', class: 'quiet', 'aria-label': t('dismiss'), onclick: () => item.remove() }, icon(ICONS.close)));
  element.append(item);
  setTimeout(() => item.remove(), NEWS);
}

/** @param {unknown} error what the server said of it, in words */
export function detailOf(error) {
  if (error instanceof ColumnError) return t('error.detail', { detail: error.message });
  if (error instanceof Error && 'status' in error) return error.status === 0 ? t('error.offline') : t('error.detail', { detail: error.message });
  throw error;
}

/** Shows or hides the bar of progress. @param {HTMLElement} element @param {string|null} text */
export function progress(element, text) {
  element.hidden = text === null;
  fill(element, text === null ? null : h('span', { class: 'spinner', 'aria-hidden': true }), text);
}
