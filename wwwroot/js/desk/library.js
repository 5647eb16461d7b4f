// @ts-check
// What the form chooses from: kinds, groups, actors, sources, episodes. What is made while writing is added here and on the server.

/**
 * @typedef {{id: string, name: string, kind?: string, country?: string|null, aliases?: string[]}} Actor
 * @typedef {{id: string, publisher: string, origin?: string|null, title?: string|null, url?: string|null, published?: string|null, retrieved?: string|null}} Source
 * @typedef {{id: string, title: string, start?: string|null, end?: string|null}} Episode
 * @typedef {{value: string, label: string}} Choice
 */

const MOST = 8;

export class Library {
  /** @type {Map<string, Actor>} */ actors = new Map();
  /** @type {Map<string, Source>} */ sources = new Map();
  /** @type {Map<string, Episode>} */ episodes = new Map();

  /** @param {{actors: Actor[], sources: Source[], episodes: Episode[]}} given */
  constructor({ actors, sources, episodes }) {
    for (const actor of actors) this.actors.set(actor.id, actor);
    for (const source of sources) this.sources.set(source.id, source);
    for (const episode of episodes) this.episodes.set(episode.id, episode);
  }

  /** @param {string|null|undefined} id */
  actorName(id) { return id ? this.actors.get(id)?.name ?? id : ''; }

  /** @param {string|null|undefined} id */
  sourceName(id) {
    const source = id ? this.sources.get(id) : undefined;
    return source ? sourceLabel(source) : id ?? '';
  }

  /** Actors one of whose names has all the words. @param {string} text */
  findActors(text) { return best([...this.actors.values()], text, (actor) => [actor.name, ...actor.aliases ?? []]); }

  /** Sources by publisher, title or address. @param {string} text */
  findSources(text) {
    const url = bareUrl(text);
    const same = url ? [...this.sources.values()].filter((source) => source.url && bareUrl(source.url) === url) : [];
    return same.length > 0 ? same : best([...this.sources.values()], text, (source) => [[source.publisher, source.origin, source.title, source.published].filter(Boolean).join(' ')]);
  }
}

/** @param {Source} source */
export const sourceLabel = (source) => [source.origin && source.origin !== source.publisher ? `${source.origin} / ${source.publisher}` : source.publisher, source.title, source.published].filter(Boolean).join(' · ');

/** An address without what does not change the page; empty for text that is none. @param {string} text */
export function bareUrl(text) {
  const isUrl = /^https?:\/\/[^/]/i.test(text.trim());
  if (!isUrl) return '';
  const [address] = text.trim().split('#');
  return address.replace(/^https?:\/\/(www\.)?/i, '').replace(/[?&](utm_[^&]*|fbclid=[^&]*)/g, '').replace(/\/$/, '').toLowerCase();
}

/** The host of an address, as a first word for its publisher. @param {string} url */
export const hostOf = (url) => bareUrl(url).split(/[/?]/)[0];

/**
 * @template T
 * @param {T[]} items
 * @param {string} text
 * @param {(item: T) => string[]} namesOf
 * @returns {T[]} those that have every word, names that begin with the text first
 */
function best(items, text, namesOf) {
  const words = plain(text).split(' ').filter(Boolean);
  const scored = items.map((item) => ({ item, score: Math.max(...namesOf(item).map((name) => scoreOf(plain(name), words))) }));
  return scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score).slice(0, MOST).map(({ item }) => item);
}

/** @param {string} name @param {string[]} words */
function scoreOf(name, words) {
  if (!words.every((word) => name.includes(word))) return 0;
  return 1 + (name.startsWith(words[0]) ? 2 : 0) + (words.every((word) => ` ${name}`.includes(` ${word}`)) ? 1 : 0) + 1 / (1 + name.length);
}

/** @param {string} text */
const plain = (text) => text.toLowerCase().normalize('NFKD').replace(/[̀-ًͯ-ْ]/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
