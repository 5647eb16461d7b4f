// @ts-check
// The entry of the page for finding places.
import { Finder } from './places/finder.js';
import { SheetPage } from './places/page.js';
import { applyTexts } from './ui/texts.js';
import { byId } from './ui/dom.js';

applyTexts(document);
new Finder(byId('finder'));
await new SheetPage().start();
document.body.dataset.ready = 'true';
