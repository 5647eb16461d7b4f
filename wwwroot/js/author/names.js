// @ts-check
// What the ids in a filter are called, for its chips.
import { getActors, getEpisodes, getKinds, getPlace } from '../data/api.js';
import { Kinds } from '../data/kinds.js';

/** @typedef {import('../words/chips.js').Names} Names */

/**
 * @param {import('../state/params.js').State} state
 * @returns {Promise<Names>}
 */
export async function namesFor(state) {
  const [kinds, actors, episodes, ...places] = await Promise.all([
    state.kind.length ? getKinds() : [], state.actor.length ? getActors() : [], state.episode.length ? getEpisodes() : [],
    // A place that is not there any more is called by its id.
    ...state.place.map((id) => getPlace(id).then(({ name }) => ({ id, name }), () => ({ id, name: id }))),
  ]);
  const known = new Map([...actors, ...places].map(({ id, name }) => [id, name]));
  for (const { id, title } of episodes) known.set(id, title);
  const name = (/** @type {string} */ id) => known.get(id) ?? id;
  const list = new Kinds(kinds);
  return { kind: (kind) => list.nameOf(kind), place: name, actor: name, episode: name, publisher: (publisher) => publisher };
}

/** Before they are known. @type {Names} */
export const BY_ID = Object.freeze({ kind: asIs, place: asIs, actor: asIs, episode: asIs, publisher: asIs });

/** @param {string} id */
function asIs(id) { return id; }
