// @ts-check
// What the server would not do, in words, with what helps.
import { t } from '../text/t.js';
import { h } from '../ui/dom.js';

/** @typedef {Exclude<import('./server.js').Outcome, {kind: 'saved'}>} Refusal */

/** The address of signing in that leads back here. */
export const signInAddress = () => `sign-in?return=${encodeURIComponent(location.pathname + location.search)}`;

/** @param {Refusal} refusal @returns {(Node|string)[]} */
export function refusalWords(refusal) {
  switch (refusal.kind) {
    case 'stale': return [t('desk.stale', { version: refusal.current?.version ?? '' })];
    case 'invalid': return [refusal.faults.map(({ message, fix }) => [message, fix].filter(Boolean).join(' ')).join(' ')];
    case 'signed-out': return [t('desk.signedout'), ' ', h('a', { href: signInAddress(), target: '_blank' }, t('desk.signin'))];
    case 'busy': return [t('desk.busy', { n: refusal.seconds })];
    case 'offline': return [t('desk.offline')];
    default: return [refusal.message];
  }
}
