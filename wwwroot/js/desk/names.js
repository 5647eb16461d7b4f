// @ts-check
// What the ids of documents are called, for sentences about them.
import { getPlace } from '../data/api.js';

/**
 * @typedef {import('./document.js').Doc} Doc
 * @typedef {{sides: {side: string, label: string}[], categories: {category: string, label: string}[]}} Groups
 */

/**
 * @param {{library: import('./library.js').Library, kinds: import('../data/kinds.js').Kinds, groups: Groups}} chosenFrom
 * @param {Map<string, string>} places names by id
 * @returns {import('./difference-words.js').Names}
 */
export const namesOf = ({ library, kinds, groups }, places) => ({
  kind: (id) => kinds.labelOf(id),
  place: (id) => places.get(id) ?? id,
  actor: (id) => library.actorName(id),
  source: (id) => library.sourceName(id),
  episode: (id) => library.episodes.get(id)?.title ?? id,
  group: ({ side, category }) => [groups.sides.find((one) => one.side === side)?.label, groups.categories.find((one) => one.category === category)?.label].filter(Boolean).join(', '),
});

/** Adds the names of the places that documents speak of; a place that is not there any more keeps its id. @param {(Partial<Doc>|null)[]} documents @param {Map<string, string>} places */
export async function lookUpPlaces(documents, places) {
  const ids = new Set(documents.flatMap((document) => [...(document?.places ?? []).map(({ place }) => place), ...(document?.claims ?? []).flatMap((claim) => claim.places ?? [])]));
  await Promise.all([...ids].map(async (id) => {
    if (!id || places.has(id)) return;
    try {
      places.set(id, (await getPlace(id)).name);
    } catch (error) {
      console.warn(`the place ${id} could not be looked up`, error);
    }
  }));
}
