// @ts-check
// Loads what the map draws, with words about how far it is and about what does not fit in.
import { getActors, getColumns, getEpisodes, getJson, getKinds, getPlace } from './data/api.js';
import { columnsOf, name, nameAsRead } from './data/columns.js';
import { Kinds } from './data/kinds.js';
import { t } from './text/t.js';
import { byId } from './ui/dom.js';
import { later } from './ui/later.js';
import { detailOf, notice, progress } from './ui/notices.js';
import { Beat } from './ui/pace.js';

/**
 * @param {string} asOf a public sequence, '' for the present
 * @param {Kinds} kinds as far as they are known
 */
export async function loadIncidents(asOf, kinds) {
  const box = byId('loading');
  progress(box, t('loading'));
  const told = new Beat();
  const [known, file] = await Promise.all([
    kinds.list.length > 0 ? kinds : getKinds().then((list) => new Kinds(list)),
    getColumns(`part=map${asOf && `&asOf=${asOf}`}`, { progress: (share) => told.soon(() => progress(box, t('loading.share', { n: Math.floor(share * 100) }))) }),
  ]);
  told.stop();
  if (file.matched > file.rows) notice(byId('notices'), t('loading.latest', { n: file.rows, all: file.matched }));
  return { kinds: known, columns: columnsOf(file, known), pub: file.pub };
}

/** More titles than these are loaded as they are read. */
const ALL = 50_000;

/**
 * What is read comes behind what is drawn; it is of the same state, whatever has changed since.
 * @param {import('./data/columns.js').Columns} columns
 * @param {number} pub
 * @param {() => void} came
 */
export async function loadTitles(columns, pub, came) {
  const all = async () => name(columns, await getColumns(`part=texts&asOf=${pub}`));
  if (columns.size <= ALL) return all();
  const { file } = columns.ids;
  const { ReadTexts } = await later(() => import('./data/read-texts.js'));
  nameAsRead(columns, new ReadTexts({
    idOf: (row) => file.items?.at(row), came,
    find: async (ids) => (await getJson(`api/incidents?ids=${ids.join()}&asOf=${pub}&limit=${ids.length}`)).features.map((/** @type {import('./data/columns.js').Feature} */ { properties }) => properties),
    failed: (error) => console.warn('titles', detailOf(error)),
    later: (run, wait) => window.setTimeout(run, wait),
  }));
  // An order by title needs them all.
  columns.titles.file.all = async () => {
    columns.titles.file.all = undefined;
    progress(byId('loading'), t('loading.titles'));
    await all().catch((error) => { notice(byId('notices'), t('error.titles'), { detail: detailOf(error) }); });
    progress(byId('loading'), null);
    came();
  };
}

/**
 * Names of episodes, actors and filtered places.
 * @param {Map<string, string>} names is filled
 * @param {readonly string[]} places
 * @returns {Promise<{id: string, title: string, start: string|null, end: string|null}[]>} episodes that have a date, the latest first
 */
export async function loadNames(names, places) {
  try {
    const [episodes, actors] = await Promise.all([getEpisodes(), getActors()]);
    for (const { id, title } of episodes) names.set(id, title);
    for (const { id, name: called } of actors) names.set(id, called);
    await Promise.all(places.map(async (id) => names.set(id, (await getPlace(id)).name)));
    return episodes.filter(({ start }) => start).sort((a, b) => ((a.start ?? '') < (b.start ?? '') ? 1 : -1));
  } catch (error) {
    console.warn('names for presets and chips', detailOf(error));
    return [];
  }
}

/** Follows changes made elsewhere; the page does without it where that cannot be. @param {import('./live.js').Page} page */
export async function loadLive(page) {
  try {
    return (await later(() => import('./live.js'))).followChanges(page);
  } catch (error) {
    console.warn('changes made elsewhere', detailOf(error));
    return null;
  }
}
