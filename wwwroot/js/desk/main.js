// @ts-check
// The desk's entry: who is signed in, what is chosen from, and which page of the desk the address asks for.
import desk from '../text/desk-en.js';
import { addMessages, t } from '../text/t.js';
import { byId, fill, h } from '../ui/dom.js';
import { applyTexts } from '../ui/texts.js';
import { Autosave } from './autosave.js';
import { Editor } from './editor.js';
import { choicesOf } from './names.js';
import { Server } from './server.js';

addMessages('en', desk);
applyTexts(document);

const server = new Server();
const page = byId('desk');

await start();

async function start() {
  const person = await server.person();
  if (!person) return location.replace(`sign-in?return=${encodeURIComponent(location.pathname + location.search)}`);
  byId('person').textContent = person.display ?? person.name;
  const asked = new URLSearchParams(location.search);
  const id = asked.get('history');
  if (id) await (await import('./history.js')).open(page, server, person, id);
  else if (asked.has('import')) await (await import('./import.js')).openImport(page, server, person);
  else if (asked.has('new') || asked.has('incident')) await edit(person, asked.get('incident'));
  else await (await import('./queue-page.js')).showQueue(page, server, person);
  page.dataset.ready = 'true';
}

/** @param {import('./server.js').Person} person @param {string|null} id */
async function edit(person, id) {
  const [choices, found] = await Promise.all([choicesOf(server), id ? server.incident(id) : null]);
  if (id && !found) return fill(page, h('p', { class: 'notice' }, t('desk.missing', { id })));
  const editor = new Editor({
    ...choices, server, person,
    autosave: new Autosave(localStorage, person.name, () => performance.timeOrigin + performance.now()),
    opened: (made) => history.replaceState(null, '', `desk?incident=${encodeURIComponent(made)}`),
  }, found?.document ?? null, found?.version ?? null);
  fill(page, editor.element);
  editor.begin();
  addEventListener('pagehide', () => editor.keep());
  addEventListener('beforeunload', (event) => { if (editor.hasUnsaved) event.preventDefault(); });
}
