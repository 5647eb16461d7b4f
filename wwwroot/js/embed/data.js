// @ts-check
// What all embeds of a page share: the incidents of a state, the base map, single incidents by their id. Each is asked for once.
import { getBasemap, getChanges, getColumns, getJson, getKinds } from '../data/api.js';
import { columnsOf } from '../data/columns.js';
import { Kinds } from '../data/kinds.js';
import { emptyBasemap, loadBasemap, PARTS } from '../map/basemap.js';
import { labelsOf } from '../map/labels.js';
import { whenIdle } from '../ui/pace.js';

/**
 * @typedef {import('../data/columns.js').Feature} Feature
 * @typedef {{kinds: Kinds, columns: import('../data/columns.js').Columns, pub: number, withheld: number}} Loaded
 * @typedef {import('../map/basemap.js').Basemap} Basemap
 */

/** @type {Map<string, Promise<any>>} */
const asked = new Map();

/** What failed may be asked for again. @template T @param {string} key @param {() => Promise<T>} ask @returns {Promise<T>} */
function once(key, ask) {
  let answer = asked.get(key);
  if (!answer) {
    asked.set(key, answer = ask());
    answer.catch(() => asked.delete(key));
  }
  return answer;
}

const kinds = () => once('kinds', async () => new Kinds(await getKinds()));

/** @param {string} asOf */
const file = (asOf) => once(`file ${asOf}`, () => getColumns(`part=map${asOf && `&asOf=${asOf}`}`));

/** @param {string} part */
const shape = (part) => once(`shape ${part}`, () => getBasemap(part));

/** Asks for what will be needed, ahead of the language and the styles. @param {string} asOf @param {boolean} withMap */
export function prepare(asOf, withMap) {
  void file(asOf);
  if (withMap) for (const part of PARTS) void shape(part);
}

/** @param {string} asOf a public sequence, '' for the present @returns {Promise<Loaded>} */
export const loadState = (asOf) => once(`columns ${asOf}`, async () => {
  const [known, read] = await Promise.all([kinds(), file(asOf)]);
  return { kinds: known, columns: columnsOf(read, known), pub: read.pub, withheld: read.withheld };
});

/** What is known of the present, if anything is shown of it. @returns {Promise<Loaded>|null} */
export const present = () => asked.get('columns ') ?? null;

/** What stays as it is when something is published. */
const LASTING = /^(kinds|shape|basemap|embed|columns \d|file \d)/;

/** The present has changed: what is known of it is forgotten. @param {Loaded|null} loaded what it is now; null: it is asked for again */
export function renew(loaded) {
  for (const key of [...asked.keys()]) if (!LASTING.test(key)) asked.delete(key);
  if (loaded) asked.set('columns ', Promise.resolve(loaded));
}

/** The public sequence that is newest now, for who shows an older one. @param {string} asOf */
export const loadNewest = (asOf) => once(`newest ${asOf}`, async () => (await getChanges(Number(asOf))).pub);

/** @typedef {{basemap: Basemap, labels: import('../map/labels.js').Label[], isMapped: boolean}} Ground isMapped: all polygons are there */

/** @type {Set<(ground: Ground) => void>} */
const followers = new Set();
/** @type {Ground} */
let ground = { basemap: emptyBasemap(), labels: [], isMapped: false };

/** @param {(ground: Ground) => void} follower is told of what is there, and again as more of it comes @returns {() => void} ends that */
export function followGround(follower) {
  followers.add(follower);
  if (ground.basemap.countries.length > 0) follower(ground);
  void once('basemap', loadGround);
  return () => followers.delete(follower);
}

/** Milliseconds that the ground waits for a moment in which the page around it rests. */
const SOON = 200;

// Part by part, each in a task of its own: the page around the embed goes on meanwhile.
async function loadGround() {
  const { basemap } = ground;
  let isTold = false;
  const tell = () => {
    isTold = false;
    ground = { basemap, labels: labelsOf(basemap), isMapped: ground.isMapped };
    for (const follower of followers) follower(ground);
  };
  const soon = () => {
    if (!isTold) whenIdle(tell, SOON);
    isTold = true;
  };
  const failed = await loadBasemap(shape, (part, shapes) => {
    basemap[part] = shapes;
    soon();
  });
  ground.isMapped = true;
  soon();
  if (failed.length > 0) asked.delete('basemap');
}

/** Names in the language of the page came: labels are made anew. */
export function renameGround() {
  ground = { ...ground, labels: labelsOf(ground.basemap) };
  for (const follower of followers) follower(ground);
}

/** Some incidents with all that is said of them in a row. @param {readonly string[]} ids @param {string} asOf @returns {Promise<Feature[]>} */
export const loadIncidents = async (ids, asOf) => (await once(`ids ${ids.join()} ${asOf}`, () => getJson(`api/incidents?ids=${ids.join()}&limit=${ids.length}${asOf && `&asOf=${asOf}`}`))).features;

/** The latest incidents of a filter. @param {string} filter query @param {number} most @returns {Promise<{features: Feature[], numberMatched?: number, pub: number}>} */
export const loadLatest = (filter, most) => once(`latest ${most} ${filter}`, () => getJson(`api/incidents?${filter ? `${filter}&` : ''}limit=${most}`));

/** Who published what a filter shows, those of most incidents first. @param {string} filter @returns {Promise<string[]>} */
export const loadPublishers = (filter) => once(`publishers ${filter}`, async () => {
  const { values } = /** @type {import('../data/api.js').Counts} */ (await getJson(`api/counts/publisher${filter ? `?${filter}` : ''}`));
  return values.sort((a, b) => b.incidents - a.incidents || (a.name < b.name ? -1 : 1)).map(({ name }) => name);
});

/** The query that is kept under a short name. @param {string} id @returns {Promise<{query: string, title: string}>} */
export const loadStored = (id) => once(`embed ${id}`, () => getJson(`api/embeds/${encodeURIComponent(id)}`));

