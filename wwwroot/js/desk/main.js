// @ts-check
// The desk's entry: who is signed in, what is chosen from, and which page of the desk the address asks for.
import desk from '../text/desk-en.js';
import { addMessages, t } from '../text/t.js';
import { byId, fill, h } from '../ui/dom.js';
import { applyTexts } from '../ui/texts.js';
import { Autosave, isNewSlot, newSlot } from './autosave.js';
import { showBar, titleTab } from './bar.js';
import { Editor } from './editor.js';
import { failureView } from './failure.js';
import { instantWords } from './instants.js';
import { loadChoices } from './names.js';
import { signInAddress } from './refusals.js';
import { Server } from './server.js';

addMessages('en', desk);
applyTexts(document);

const server = new Server();
const page = byId('desk');

/** @type {Record<import('./bar.js').Page, (person: import('./server.js').Person, value: string) => Promise<void>>} */
const PAGES = {
  queue: async (person) => (await import('./queue-page.js')).showQueue(page, server, person),
  history: async (person, id) => (await import('./history.js')).open(page, server, person, id),
  report: async (person, id) => (await import('./report.js')).openReport(page, server, person, id),
  import: async (person) => (await import('./import.js')).openImport(page, server, person),
  incident: (person, id) => edit(person, id, ''),
  new: (person, asked) => edit(person, '', slotOf(asked)),
};

await start();

async function start() {
  const person = await server.person();
  if (!person) return location.replace(signInAddress());
  const asked = new URLSearchParams(location.search);
  const name = /** @type {const} */ (['history', 'report', 'import', 'new', 'incident']).find((one) => asked.has(one)) ?? 'queue';
  showBar(person, name);
  try {
    await PAGES[name](person, asked.get(name) ?? '');
  } catch (error) {
    fill(page, failureView(error, () => location.reload()));
  }
  page.dataset.ready = 'true';
}

/** A reload of the page finds again what was typed in it. @param {string} asked */
function slotOf(asked) {
  const slot = isNewSlot(asked) ? asked : newSlot();
  history.replaceState(null, '', `desk?new=${slot}`);
  return slot;
}

/** @param {import('./server.js').Person} person @param {string} id empty: a new one @param {string} slot where a new one is kept */
async function edit(person, id, slot) {
  const [choices, found] = await Promise.all([loadChoices(server), id ? server.incident(id) : null]);
  if (id && !found) return fill(page, h('p', { class: 'notice' }, t('desk.missing', { id })));
  const editor = new Editor({
    ...choices, server, person, slot,
    autosave: new Autosave(localStorage, person.name, () => performance.timeOrigin + performance.now()),
    opened: (made, title) => {
      history.replaceState(null, '', `desk?incident=${encodeURIComponent(made)}`);
      titleTab(t('desk.tab.incident.of', { title }));
    },
  }, found?.document ?? null, found?.version ?? null);
  if (found) titleTab(t('desk.tab.incident.of', { title: found.document.title || id }));
  const back = found?.document.status === 'draft' && person.role === 'contributor' ? await server.givenBack(id, found.document.title) : null;
  fill(page, back && h('p', { class: 'note given-back' }, t('desk.back', { who: back.by, when: instantWords(back.at) }), ' ', h('q', { dir: 'auto' }, back.reason)), editor.element);
  editor.begin();
  addEventListener('pagehide', () => editor.keep());
  addEventListener('beforeunload', (event) => { if (editor.hasUnsaved) event.preventDefault(); });
}
