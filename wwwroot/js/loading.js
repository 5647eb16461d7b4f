// @ts-check
// Loads what the map draws, with words about how far it is and about what does not fit in.
import { getColumns, getKinds } from './data/api.js';
import { columnsOf, name } from './data/columns.js';
import { Kinds } from './data/kinds.js';
import { t } from './text/t.js';
import { byId } from './ui/dom.js';
import { notice, progress } from './ui/notices.js';

/**
 * @param {string} asOf a public sequence, '' for the present
 * @param {Kinds} kinds as far as they are known
 */
export async function loadIncidents(asOf, kinds) {
  const box = byId('loading');
  progress(box, t('loading'));
  const [known, file] = await Promise.all([
    kinds.list.length > 0 ? kinds : getKinds().then((list) => new Kinds(list)),
    getColumns(`part=map${asOf && `&asOf=${asOf}`}`, { progress: (share) => progress(box, t('loading.share', { n: Math.floor(share * 100) })) }),
  ]);
  if (file.matched > file.rows) notice(byId('notices'), t('loading.latest', { n: file.rows, all: file.matched }));
  return { kinds: known, columns: columnsOf(file, known), pub: file.pub };
}

/**
 * What is read comes behind what is drawn; it is of the same state, whatever has changed since.
 * @param {import('./data/columns.js').Columns} columns
 * @param {number} pub
 */
export const loadTitles = async (columns, pub) => name(columns, await getColumns(`part=texts&asOf=${pub}`));
