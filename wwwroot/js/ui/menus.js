// @ts-check
// The menus of the bar: export of exactly what is seen, sharing, the method.
import { announce, fill, h, icon, ICONS } from './dom.js';
import { t } from '../text/t.js';

/**
 * @param {HTMLElement} element
 * @param {{link: () => string, embed: () => string, picture: (button: HTMLElement) => void}} of absolute addresses of this view, and its picture
 * @returns {(query: string, count: number) => void} brings the menus up to what is shown
 */
export function buildMenus(element, of) {
  const what = h('p', { class: 'muted small' });
  const geojson = h('a', { download: '' }, t('menu.export.geojson'));
  const csv = h('a', { download: '' }, t('menu.export.csv'));
  const copy = (/** @type {string} */ label, /** @type {() => string} */ text) => h('button', { type: 'button', onclick: (/** @type {Event} */ event) => copyText(text(), /** @type {HTMLElement} */ (event.currentTarget)) }, label);
  fill(element,
    menu(t('menu.export'), ICONS.down, what, geojson, csv),
    menu(t('menu.share'), ICONS.link, copy(t('menu.share.link'), of.link), copy(t('menu.share.embed'), () => embedCode(of.embed())),
      h('button', { type: 'button', class: 'share-picture', onclick: (/** @type {Event} */ event) => of.picture(/** @type {HTMLElement} */ (event.currentTarget)) }, t('menu.share.picture'))),
    h('a', { class: 'bar-link', href: 'places', title: t('menu.places.long') }, t('menu.places')),
    h('a', { class: 'bar-link', href: 'method', title: t('menu.method.long') }, t('menu.method')));
  return (query, count) => {
    what.textContent = t('menu.export.what', { n: count });
    geojson.href = `export/incidents.geojson${query ? `?${query}` : ''}`;
    csv.href = `export/incidents.csv${query ? `?${query}` : ''}`;
  };
}

/** @param {string} label @param {string} path @param {...Node} items */
function menu(label, path, ...items) {
  const details = h('details', { class: 'menu' }, h('summary', {}, icon(path), h('span', {}, label)), h('div', { class: 'menu-items' }, items));
  details.addEventListener('focusout', (event) => {
    if (!(event.relatedTarget instanceof Node) || !details.contains(event.relatedTarget)) details.open = false;
  });
  details.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    details.open = false;
    details.querySelector('summary')?.focus();
  });
  return details;
}

/** @param {string} address */
const embedCode = (address) => `<iframe src="${address.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}" title="${t('site.name')}" width="100%" height="600" style="border:0" loading="lazy"></iframe>`;

/**
 * Copies, and says on the button whether it could.
 * @param {string} text
 * @param {HTMLElement} button
 */
export async function copyText(text, button) {
  let words = t('incident.linked');
  try {
    await navigator.clipboard.writeText(text);
  } catch (error) {
    console.warn('copying was refused', error);
    words = t('incident.linked.not');
  }
  announce(words);
  button.classList.add('done');
  button.dataset.said = words;
  setTimeout(() => button.classList.remove('done'), 2000);
}
