// @ts-check
// The history of an incident: every version with who, when, why, and what it changed.
import { getJson, getKinds } from '../data/api.js';
import { Kinds } from '../data/kinds.js';
import { fill, h } from '../ui/dom.js';
import { differenceWords } from './difference-words.js';
import { Library } from './library.js';
import { lookUpPlaces, namesOf } from './names.js';

/**
 * @param {HTMLElement} page
 * @param {import('./server.js').Server} server
 * @param {import('./server.js').Person} person
 * @param {string} id
 */
export async function open(page, server, person, id) {
  const [kinds, groups, actors, sources, episodes, found] = await Promise.all([getKinds(), getJson('vocabulary/groups.json'), server.all('actors'), server.all('sources'), server.all('episodes'), server.incident(id)]);
  const places = new Map();
  await lookUpPlaces([found?.document ?? null], places);
  const names = namesOf({ library: new Library({ actors, sources, episodes }), kinds: new Kinds(kinds), groups }, places);
  fill(page, h('p', {}, person.name), differenceWords(null, found?.document ?? null, names).map(({ what, after }) => h('p', {}, what, after)));
}
