// @ts-check
// The menus of the bar: export of exactly what is seen, sharing, the method.
import { announce, fill, h, ICONS } from './dom.js';
import { languageMenu } from './languages.js';
import { pageLink } from './links.js';
import { menu } from './menu.js';
import { t } from '../text/t.js';

/**
 * @param {HTMLElement} element
 * @param {{link: () => string, embed: () => string, author: () => string, overview: (button: HTMLElement) => void, language: (code: string) => string, picture: (button: HTMLElement) => void}} of addresses of this view: absolute ones, and its own in another language; its picture
 * @returns {(query: string, count: number) => void} brings the menus up to what is shown
 */
export function buildMenus(element, of) {
  const what = h('p', { class: 'muted small' });
  const files = ['geojson', 'csv', 'kml', 'fgb'].map((ending) => ({ ending, link: h('a', { download: '' }, t(`menu.export.${ending}`)) }));
  const copy = (/** @type {string} */ label, /** @type {() => string} */ text) => h('button', { type: 'button', onclick: (/** @type {Event} */ event) => copyText(text(), /** @type {HTMLElement} */ (event.currentTarget)) }, label);
  const author = h('a', { class: 'share-author', href: of.author() }, t('menu.share.author'));
  fill(element,
    menu(t('menu.export'), ICONS.down, what, ...files.map((file) => file.link)),
    menu(t('menu.share'), ICONS.link, copy(t('menu.share.link'), of.link), copy(t('menu.share.embed'), () => embedCode(of.embed())), author,
      h('button', { type: 'button', class: 'share-picture', onclick: (/** @type {Event} */ event) => of.picture(/** @type {HTMLElement} */ (event.currentTarget)) }, t('menu.share.picture')),
      h('button', { type: 'button', class: 'share-overview', onclick: (/** @type {Event} */ event) => of.overview(/** @type {HTMLElement} */ (event.currentTarget)) }, t('menu.share.overview'))),
    h('a', { class: 'bar-link', href: pageLink('places'), title: t('menu.places.long') }, t('menu.places')),
    h('a', { class: 'bar-link', href: pageLink('method'), title: t('menu.method.long') }, t('menu.method')),
    languageMenu(of.language));
  return (query, count) => {
    what.textContent = t('menu.export.what', { n: count });
    author.href = of.author();
    for (const { ending, link } of files) link.href = `export/incidents.${ending}${query ? `?${query}` : ''}`;
  };
}

/** @param {string} address */
const embedCode = (address) => `<iframe src="${address.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}" title="${t('site.name')}" width="100%" height="600" style="border:0" loading="lazy"></iframe>`;

/**
 * Copies, and says on the button whether it could.
 * @param {string} text
 * @param {HTMLElement} button
 * @param {string} [said] when it could
 */
export async function copyText(text, button, said = t('incident.linked')) {
  let words = said;
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
