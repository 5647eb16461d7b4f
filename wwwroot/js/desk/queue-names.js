// @ts-check
// What ids are called: kinds, actors, sources, episodes, groups, places. Asked for when the first item is opened.
import { getJson, getKinds } from '../data/api.js';
import { Kinds } from '../data/kinds.js';
import { Library } from './library.js';

/** @typedef {import('./side-by-side.js').PlaceName} PlaceName */

export class QueueNames {
  #server;
  /** @type {Promise<void>|null} */ #loading = null;
  #kinds = new Kinds([]);
  #library = new Library({ actors: [], sources: [], episodes: [] });
  /** @type {{sides: {side: string, label: string}[], categories: {category: string, label: string}[]}} */ #groups = { sides: [], categories: [] };
  /** @type {Map<string, PlaceName>} */ #places = new Map();

  /** @param {import('./queue-server.js').QueueServer} server */
  constructor(server) { this.#server = server; }

  /** Everything that documents name. @param {(Partial<import('./document.js').Doc>|null)[]} documents */
  async learn(documents) {
    this.#loading ??= this.#load();
    try {
      await this.#loading;
    } catch (error) {
      this.#loading = null;
      throw error;
    }
    const found = documents.flatMap((document) => document ?? []);
    const isUnknown = (/** @type {string|undefined} */ id) => typeof id === 'string' && !this.#places.has(id);
    const ids = new Set(found.flatMap(({ places = [] }) => places.map(({ place }) => place)).filter(isUnknown));
    // Actors and sources that somebody added while this page was open.
    const isNew = found.some(({ actors = [], sources = [], claims = [] }) => actors.some(({ actor }) => !this.#library.actors.has(actor)) || sources.some(({ source }) => !this.#library.sources.has(source))
      || claims.some(({ claimant, source }) => (claimant && !this.#library.actors.has(claimant)) || (source && !this.#library.sources.has(source))));
    await Promise.all([isNew && this.#loadLibrary(), ...[...ids].map((id) => this.#learnPlace(/** @type {string} */ (id)))]);
  }

  async #load() {
    const [kinds, groups] = await Promise.all([getKinds(), getJson('vocabulary/groups.json'), this.#loadLibrary()]);
    this.#kinds = new Kinds(kinds);
    this.#groups = groups;
  }

  async #loadLibrary() {
    const [actors, sources, episodes] = await Promise.all(['actors', 'sources', 'episodes'].map((kind) => this.#server.library(kind)));
    this.#library = new Library({ actors, sources, episodes });
  }

  /** @param {string} id */
  async #learnPlace(id) {
    try {
      this.#places.set(id, await this.#server.placeName(id));
    } catch (error) {
      console.warn('a place of the document is not in the gazetteer', id, error);
      this.#places.set(id, { name: id });
    }
  }

  /** @param {string} id */
  kind(id) { return this.#kinds.labelOf(id); }

  /** @param {string} id */
  actor(id) { return this.#library.actorName(id); }

  /** @param {string} id */
  source(id) { return this.#library.sourceName(id); }

  /** @param {string} id */
  sourceOf(id) { return this.#library.sources.get(id); }

  /** @param {string} id */
  episode(id) { return this.#library.episodes.get(id)?.title ?? id; }

  /** @param {string} id */
  place(id) { return this.#places.get(id); }

  /** @param {{side?: string|null, category: string, words?: string|null}} group */
  group({ side, category, words }) {
    const whose = this.#groups.sides.find((one) => one.side === side)?.label ?? side ?? '';
    const who = category === 'all' ? '' : this.#groups.categories.find((one) => one.category === category)?.label ?? category;
    return [[who, whose].filter(Boolean).join(', '), words].filter(Boolean).join('; ');
  }
}
