// @ts-check
// The words for a report over the map. Loaded when somebody asks for them.
import { OverviewView } from './overview-view.js';
import { h, icon, ICONS } from '../ui/dom.js';
import { t } from '../text/t.js';

/** @param {string} query filter parameters without `?` @param {HTMLElement} back what gets the focus again */
export function openOverview(query, back) {
  const view = new OverviewView();
  const dialog = h('dialog', { class: 'picture words', 'aria-label': t('overview.title') },
    h('div', { class: 'picture-head' }, h('h2', {}, t('overview.title')), h('button', { type: 'button', class: 'quiet', 'aria-label': t('picture.close'), onclick: () => dialog.close() }, icon(ICONS.close))),
    view.element);
  dialog.addEventListener('close', () => {
    dialog.remove();
    back.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  void view.show(query);
}
