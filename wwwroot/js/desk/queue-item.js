// @ts-check
// An item of the queue in words: its kind, since when it waits, what became of it.
import { h } from '../ui/dom.js';
import { locale, t } from '../text/t.js';

/** @typedef {import('./queue-state.js').Item} Item */

/** @type {Intl.DateTimeFormat|null} */
let format = null;

/** An instant in the reader's own time. @param {string} instant */
export const instantWords = (instant) => (format ??= new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' })).format(new Date(instant));

/** @param {string} kind */
export const kindMark = (kind) => h('span', { class: `item-kind item-${kind}` }, t(`queue.kind.${kind}`));

/** @param {Item} item */
export const titleOf = (item) => item.title || item.incident;

/** What the item is about, for screen readers and messages. @param {Item} item */
export const nameOf = (item) => (item.kind === 'duplicate' ? t('queue.pair', { one: titleOf(item), other: item.other_title ?? item.other ?? '' }) : titleOf(item));

/** Who began it and when it came. @param {Item} item */
export const sinceWords = (item) => [t('queue.since', { when: instantWords(item.at) }), item.owner && item.kind !== 'duplicate' && t('queue.by', { who: item.owner })].filter(Boolean).join(' · ');

/** @param {import('./queue-server.js').Outcome} outcome */
export function outcomeWords({ item, act, outcome, version, message, fix }) {
  switch (outcome) {
    case 'done': return act === 'undo' ? t('queue.done.undo') : t(`queue.done.${item.kind}.${act}`);
    case 'stale': return version === null ? t('queue.stale') : t('queue.stale.version', { version });
    case 'missing': return t('queue.missing');
    case 'busy': return t('queue.busy');
    case 'offline': return t('queue.offline');
    case 'signed_out': return t('queue.signedout');
    default: return t('queue.refused', { message: [message, fix].filter(Boolean).join(' ') });
  }
}

/**
 * A link that does its own on a plain click; with a modifier the browser does what it does.
 * @param {() => void} run
 * @returns {(event: Event) => void}
 */
export const onPlainClick = (run) => (event) => {
  if (!(event instanceof MouseEvent) || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  run();
};

/** The form of an incident. @param {string} id */
export const editAddress = (id) => `desk?incident=${encodeURIComponent(id)}`;
