// @ts-check
// The entry of the page for finding places.
import { Finder } from './places/finder.js';
import { SheetPage } from './places/page.js';
import { LANGUAGES, languageFor, t, useLanguage } from './text/t.js';
import { byId } from './ui/dom.js';
import { languageMenu } from './ui/languages.js';
import { keepLanguage } from './ui/links.js';
import { applyTexts } from './ui/texts.js';

const lang = new URLSearchParams(location.search).get('lang') ?? '';
await useLanguage(languageFor(lang, navigator.languages));
keepLanguage(lang in LANGUAGES ? lang : '');
applyTexts(document);
document.title = `${t('menu.places')} · ${t('site.name')}`;
byId('menus').append(languageMenu((code) => `?lang=${code}`));
new Finder(byId('finder'));
await new SheetPage().start();
document.body.dataset.ready = 'true';
