// @ts-check
// Puts the page's fixed sentences into its language: `data-text` names the message of an element's text, `data-label` of its label.
import { inUse, t } from '../text/t.js';
import { h } from './dom.js';
import { pageLink } from './links.js';

/** @param {Document} page */
export function applyTexts(page) {
  const { code, dir } = inUse();
  page.documentElement.lang = code;
  page.documentElement.dir = dir;
  for (const element of page.querySelectorAll('[data-text]')) element.textContent = t(element.getAttribute('data-text') ?? '');
  for (const element of page.querySelectorAll('[data-label]')) element.setAttribute('aria-label', t(element.getAttribute('data-label') ?? ''));
  for (const link of page.querySelectorAll('a[data-page-link]')) link.setAttribute('href', pageLink(link.getAttribute('href') ?? ''));
}

/** Latin letters and none of Arabic script. @param {string} text */
const isLatin = (text) => /\p{Script=Latin}/u.test(text) && !/\p{Script=Arabic}/u.test(text);

/**
 * A text of the data among words of the page: kept apart from them in direction, and in a page of another language said to be English.
 * @template {string|null|undefined} T
 * @param {T} text
 */
export const ofData = (text) => (text ? h('bdi', { lang: inUse().code !== 'en' && isLatin(text) ? 'en' : null }, text) : null);
