// @ts-check
// The page's entry: the address becomes the state, and the state the page.
import { App } from './app.js';
import { Store } from './state/store.js';
import { useLanguage } from './text/t.js';
import { applyTexts } from './ui/texts.js';
import { byId } from './ui/dom.js';

const store = new Store(location, {
  push: (url) => history.pushState(null, '', url),
  replace: (url) => history.replaceState(null, '', url),
});

useLanguage(store.state.lang);
applyTexts(document);

if (document.body.dataset.page === 'embed') {
  const full = /** @type {HTMLAnchorElement} */ (byId('full-map'));
  const follow = () => { full.href = store.url('./'); };
  store.subscribe(follow);
  follow();
}

addEventListener('popstate', () => store.restore(location.search));

await new App(store).start();
