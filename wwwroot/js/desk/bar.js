// @ts-check
// The bar of the desk: what this person may open, where one is, and the title of the tab.
import { t } from '../text/t.js';
import { byId } from '../ui/dom.js';

/** @typedef {'queue'|'new'|'report'|'import'|'history'|'incident'} Page */

const RANKS = ['contributor', 'editor', 'admin'];

/** @param {import('./server.js').Person} person @param {Page} page */
export function showBar({ name, display, role }, page) {
  for (const link of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('#bar [data-for]'))) link.hidden = RANKS.indexOf(role) < RANKS.indexOf(link.dataset.for ?? '');
  document.querySelector(`#bar [data-page="${page}"]`)?.setAttribute('aria-current', 'page');
  byId('person').title = t('desk.signedin', { name: display ?? name, role });
  if (role === 'contributor') byId('queue').textContent = t('desk.own');
  titleTab(page === 'queue' && role === 'contributor' ? t('desk.own') : t(`desk.tab.${page}`));
}

/** @param {string} what */
export const titleTab = (what) => { document.title = t('desk.tab', { what }); };
