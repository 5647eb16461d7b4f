// @ts-check
// The page's entry: the address becomes the state, and the state the page.
import { App } from './app.js';
import { Store } from './state/store.js';
import { languageFor, t, useLanguage } from './text/t.js';
import { notice } from './ui/notices.js';
import { applyTexts } from './ui/texts.js';
import { byId } from './ui/dom.js';
import { keepLanguage } from './ui/links.js';

const store = new Store(location, {
  push: (url) => history.pushState(null, '', url),
  replace: (url) => history.replaceState(null, '', url),
});

await useLanguage(languageFor(store.state.lang, navigator.languages));
keepLanguage(store.state.lang);
applyTexts(document);

if (store.refused.length > 0) {
  notice(byId('notices'), t('error.refused', { parts: store.refused.map(({ name, value }) => `${name}=${value}`).join(', ') }));
}

addEventListener('popstate', () => store.restore(location.search));

await new App(store).start();
