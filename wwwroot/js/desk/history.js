// @ts-check
// The history of an incident: every version with who, when, why and what it changed; beside it what can be done with the whole.
import texts from '../text/desk-history-en.js';
import { addMessages, t } from '../text/t.js';
import { fill, h } from '../ui/dom.js';
import { titleTab } from './bar.js';
import { HistoryActs } from './history-acts.js';
import { versionView } from './history-version.js';
import { DocumentNames } from './names.js';

addMessages('en', texts);

/**
 * @typedef {import('./document.js').Doc} Doc
 * @typedef {{version: number, at: string, by: string, why: string, state: string, erased: boolean, public?: {since?: string, now: boolean, withheld: boolean}}} Version
 * @typedef {{id: string, versions: Version[], document: Doc|null}} Incident `versions`: newest first; `document`: the last, where it was not erased
 */

/** Versions whose documents are fetched at once. */
const PAGE = 12;

/**
 * @param {HTMLElement} page
 * @param {import('./server.js').Server} server
 * @param {import('./server.js').Person} person
 * @param {string} id
 */
export async function open(page, server, person, id) {
  if (person.role === 'contributor') return fill(page, h('p', { class: 'notice' }, t('history.editors')));
  await new History(page, server, person, id).load();
}

class History {
  #page;
  #server;
  #id;
  #names;
  #head = h('header', { class: 'history-head' });
  #list = h('ol', { class: 'versions', reversed: true });
  #acts;
  /** Documents by version. @type {Map<number, Doc>} */ #documents = new Map();

  /** @param {HTMLElement} page @param {import('./server.js').Server} server @param {import('./server.js').Person} person @param {string} id */
  constructor(page, server, person, id) {
    this.#page = page;
    this.#server = server;
    this.#id = id;
    this.#names = new DocumentNames(server);
    this.#acts = new HistoryActs(server, person, this.#names, () => this.load());
  }

  async load() {
    let found;
    try {
      found = await this.#server.read(`api/incidents/${encodeURIComponent(this.#id)}/versions`);
    } catch (error) {
      return fill(this.#page, h('p', { class: 'notice' }, error instanceof Error ? error.message : String(error)));
    }
    /** @type {Version[]} */
    const versions = found.versions;
    await this.#get(versions.slice(0, PAGE + 1));
    const incident = { id: this.#id, versions, document: this.#documents.get(versions[0].version) ?? null };
    this.#drawHead(incident);
    this.#acts.show(incident);
    await this.#draw(versions, Math.min(PAGE, versions.length));
    if (!this.#list.isConnected) fill(this.#page, h('div', { class: 'history' }, this.#head, this.#list, this.#acts.element));
  }

  /** @param {Incident} incident */
  #drawHead({ id, versions: [last], document }) {
    titleTab(t('desk.tab.history.of', { title: document?.title || id }));
    const publicNow = last.state === 'published' || last.state === 'retracted';
    fill(this.#head, h('h2', {}, h('bdi', {}, document?.title || id)), h('p', { class: 'muted' }, h('span', { class: `tag state-${last.state}` }, t(`history.state.${last.state}`)), ' ', h('code', {}, id)),
      h('p', { class: 'links' }, document && last.state !== 'merged' && h('a', { href: `desk?incident=${encodeURIComponent(id)}` }, t('history.edit')), publicNow && h('a', { href: `incidents/${encodeURIComponent(id)}` }, t('history.page'))));
  }

  /** @param {Version[]} versions @param {number} count */
  async #draw(versions, count) {
    await this.#get(versions.slice(0, count + 1));
    await this.#names.learn([...this.#documents.values()]);
    fill(this.#list, versions.slice(0, count).map((version, at) => versionView({
      version, names: this.#names, isLast: at === 0, next: versions[at - 1] ?? null,
      document: this.#documents.get(version.version) ?? null, before: this.#documents.get(versions[at + 1]?.version) ?? null,
    }, versions[0].state === 'merged' ? null : (chosen) => this.#acts.restore(chosen))),
    count < versions.length && h('li', { class: 'older' }, h('button', { type: 'button', class: 'add', onclick: () => this.#draw(versions, Math.min(versions.length, count + PAGE)) }, t('history.older', { n: versions.length - count }))));
  }

  /** @param {Version[]} versions */
  async #get(versions) {
    await Promise.all(versions.filter(({ version, erased }) => !erased && !this.#documents.has(version)).map(async ({ version }) => {
      this.#documents.set(version, await this.#server.read(`api/incidents/${encodeURIComponent(this.#id)}/versions/${version}`));
    }));
    for (const { version, erased } of versions) if (erased) this.#documents.delete(version);
  }
}
