// @ts-check
// The entry of the page for finding places.
import { Finder } from './places/finder.js';
import { SheetPage } from './places/page.js';
import english from './text/places-en.js';
import { LANGUAGES, languageFor, t, useLanguage } from './text/t.js';
import { byId } from './ui/dom.js';
import { languageMenu, useOwnMessages } from './ui/languages.js';
import { keepLanguage } from './ui/links.js';
import { applyTexts } from './ui/texts.js';

/** The page's own sentences in other languages. @type {Record<string, () => Promise<{default: import('./text/t.js').Messages}>>} */
const OTHERS = { prs: () => import('./text/places-prs.js'), ps: () => import('./text/places-ps.js'), ur: () => import('./text/places-ur.js') };

const lang = new URLSearchParams(location.search).get('lang') ?? '';
await useLanguage(languageFor(lang, navigator.languages));
await useOwnMessages(english, OTHERS);
keepLanguage(lang in LANGUAGES ? lang : '');
applyTexts(document);
document.title = `${t('menu.places')} · ${t('site.name')}`;
byId('menus').append(languageMenu((code) => `?lang=${code}`));
new Finder(byId('finder'));
await new SheetPage().start();
document.body.dataset.ready = 'true';
