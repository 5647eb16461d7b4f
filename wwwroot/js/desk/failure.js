// @ts-check
// What could not be loaded: said in words, with a way on.
import { h } from '../ui/dom.js';
import { t } from '../text/t.js';
import { signInAddress } from './refusals.js';

/** What is no answer of the server is a fault of the page, and thrown on. @param {unknown} error @param {() => void} retry */
export function failureView(error, retry) {
  if (!(error instanceof Error && 'status' in error)) throw error;
  return h('div', { class: 'empty', role: 'alert' }, h('p', {}, t('desk.failed')), h('p', { class: 'muted small' }, error.status === 0 ? t('error.offline') : error.message),
    error.status === 401 && h('p', {}, h('a', { href: signInAddress() }, t('desk.failed.signin'))),
    h('button', { type: 'button', 'data-act': 'retry', onclick: retry }, t('retry')));
}
