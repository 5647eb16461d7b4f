// @ts-check
// What the desk chooses from, and what the ids of documents are called in sentences about them.
import { getJson, getKinds, getPlace } from '../data/api.js';
import { Kinds } from '../data/kinds.js';
import { Library } from './library.js';

/**
 * @typedef {import('./document.js').Doc} Doc
 * @typedef {import('./difference-words.js').Names} Names
 * @typedef {{sides: {side: string, label: string}[], categories: {category: string, label: string}[]}} Groups
 * @typedef {{library: Library, kinds: Kinds, groups: Groups}} Choices
 * @typedef {Pick<import('./server.js').Server, 'all'>} Lists
 */

/** @param {Lists} server @returns {Promise<Choices>} */
export async function loadChoices(server) {
  const [kinds, groups, library] = await Promise.all([getKinds(), getJson('vocabulary/groups.json'), libraryOf(server)]);
  return { kinds: new Kinds(kinds), groups, library };
}

/** @param {Lists} server */
async function libraryOf(server) {
  const [actors, sources, episodes] = await Promise.all([server.all('actors'), server.all('sources'), server.all('episodes')]);
  return new Library({ actors, sources, episodes });
}

/** Before anything is learnt, ids are called by themselves. @implements {Names} */
export class DocumentNames {
  #server;
  /** @type {Choices|null} */ #choices;
  /** @type {Promise<Choices>|null} */ #loading = null;
  /** @type {Map<string, {name: string, district?: string|null, province?: string|null, lon?: number, lat?: number, radius_m?: number}>} */ #places = new Map();

  /** @param {Lists} server @param {Choices|null} [choices] what the page has already; else it is asked for when something is to be learnt */
  constructor(server, choices = null) {
    this.#server = server;
    this.#choices = choices;
  }

  /** Everything that these documents name. @param {(Partial<Doc>|null|undefined)[]} documents */
  async learn(documents) {
    this.#choices ??= await this.#load();
    const found = documents.flatMap((document) => document ?? []);
    await Promise.all([
      found.some((document) => this.#isNew(document)) && this.#learnLibrary(),
      ...[...new Set(found.flatMap(placesOf))].map((id) => this.#learnPlace(id)),
    ]);
  }

  async #load() {
    this.#loading ??= loadChoices(this.#server);
    try {
      return await this.#loading;
    } finally {
      this.#loading = null;
    }
  }

  /** Whether it names somebody, or a source, that was added after the library was read. @param {Partial<Doc>} document */
  #isNew({ actors = [], sources = [], claims = [], episode }) {
    const library = /** @type {Choices} */ (this.#choices).library;
    const knows = (/** @type {Map<string, unknown>} */ known, /** @type {(string|null|undefined)[]} */ ids) => ids.every((id) => !id || known.has(id));
    return !knows(library.actors, [...actors.map(({ actor }) => actor), ...claims.map(({ claimant }) => claimant)])
      || !knows(library.sources, [...sources, ...claims].map(({ source }) => source)) || !knows(library.episodes, [episode]);
  }

  async #learnLibrary() { this.#choices = { .../** @type {Choices} */ (this.#choices), library: await libraryOf(this.#server) }; }

  /** A place that is not there any more keeps its id. @param {string} id */
  async #learnPlace(id) {
    if (this.#places.has(id)) return;
    try {
      this.#places.set(id, await getPlace(id));
    } catch (error) {
      console.warn(`the place ${id} could not be looked up`, error);
    }
  }

  /** @param {string} id */
  kind(id) { return this.#choices?.kinds.labelOf(id) ?? id; }

  /** @param {string} id */
  actor(id) { return this.#choices?.library.actorName(id) ?? id; }

  /** @param {string} id */
  source(id) { return this.#choices?.library.sourceName(id) ?? id; }

  /** @param {string} id */
  episode(id) { return this.#choices?.library.episodes.get(id)?.title ?? id; }

  /** @param {string} id */
  place(id) { return this.#places.get(id)?.name ?? id; }

  /** Where a place lies, where that is learnt. @param {string} id */
  spot(id) {
    const { lon, lat, radius_m: radius = 0 } = this.#places.get(id) ?? {};
    return lon === undefined || lat === undefined ? null : { lon, lat, radius };
  }

  /** @param {string} id */
  around(id) {
    const { name, district, province } = this.#places.get(id) ?? {};
    return [district, province].filter((wider) => wider && wider !== name).join(', ');
  }

  /** @param {{side?: string|null, category?: string}} group */
  group({ side, category }) {
    const { sides = [], categories = [] } = this.#choices?.groups ?? {};
    return [sides.find((one) => one.side === side)?.label ?? side, categories.find((one) => one.category === category)?.label ?? category].filter(Boolean).join(', ');
  }
}

/** @param {Partial<Doc>} document @returns {string[]} */
const placesOf = ({ places = [], claims = [] }) => [...places.map(({ place }) => place ?? ''), ...claims.flatMap((claim) => claim.places ?? [])].filter(Boolean);
