// @ts-check
// The entry of the page on which authors make embeds.
import { PAGE_LANG } from './author/choices.js';
import { AuthorPage } from './author/page.js';
import english from './text/embed-new-en.js';
import { LANGUAGES, languageFor, t, useLanguage } from './text/t.js';
import { byId } from './ui/dom.js';
import { languageMenu, useOwnMessages } from './ui/languages.js';
import { keepLanguage } from './ui/links.js';
import { applyTexts } from './ui/texts.js';

/** The page's own sentences in other languages. @type {Record<string, () => Promise<{default: import('./text/t.js').Messages}>>} */
const OTHERS = { prs: () => import('./text/embed-new-prs.js'), ps: () => import('./text/embed-new-ps.js'), ur: () => import('./text/embed-new-ur.js') };

const lang = new URLSearchParams(location.search).get(PAGE_LANG) ?? '';
await useLanguage(languageFor(lang, navigator.languages));
await useOwnMessages(english, OTHERS);
keepLanguage(lang in LANGUAGES ? lang : '');
applyTexts(document);
document.title = `${t('author.page')} · ${t('site.name')}`;
byId('menus').append(languageMenu((next) => {
  const query = new URLSearchParams(location.search);
  query.set(PAGE_LANG, next);
  return `?${query}`;
}));
await new AuthorPage().start();
