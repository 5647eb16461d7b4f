// @ts-check
// Puts the page's fixed sentences into its language: `data-text` names the message of an element's text, `data-label` of its label.
import { LANGUAGES, t, locale } from '../text/t.js';

/** @param {Document} page */
export function applyTexts(page) {
  page.documentElement.lang = Object.values(LANGUAGES).find((language) => language.locale === locale())?.code ?? 'en';
  for (const element of page.querySelectorAll('[data-text]')) element.textContent = t(element.getAttribute('data-text') ?? '');
  for (const element of page.querySelectorAll('[data-label]')) element.setAttribute('aria-label', t(element.getAttribute('data-label') ?? ''));
}
