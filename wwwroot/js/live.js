// @ts-check
// What is published, changed or withdrawn elsewhere appears in an open page: quietly, without moving what somebody looks at.
import { getChanges, incidentPages, openChanges } from './data/api.js';
import { withChanges } from './data/columns.js';
import { Live } from './data/live.js';
import { t } from './text/t.js';
import { byId } from './ui/dom.js';
import { detailOf, news } from './ui/notices.js';

/**
 * @typedef {import('./data/columns.js').Columns} Columns
 *
 * @typedef {object} Page
 * @property {() => Columns} columns
 * @property {() => import('./data/kinds.js').Kinds} kinds
 * @property {() => string[]} open ids of the incidents that somebody reads
 * @property {(columns: Columns) => Promise<void>} show
 * @property {() => Promise<void>} reload
 * @property {() => void} reread
 */

/** @param {Page} page */
export function followChanges(page) {
  const live = new Live({
    open: openChanges, ask: getChanges,
    seen: () => document.visibilityState === 'visible',
    tell: (ids) => bring(page, ids),
    later: (run, wait) => window.setTimeout(run, wait), never: (timer) => window.clearTimeout(timer),
  });
  document.addEventListener('visibilitychange', () => live.look());
  return live;
}

/** @param {Page} page @param {ReadonlySet<string>|null} ids @returns {Promise<boolean>} false: to be tried again */
async function bring(page, ids) {
  if (!ids) return page.reload().then(() => true);
  try {
    /** @type {import('./data/columns.js').Feature[]} */
    const features = [];
    for await (const found of incidentPages(`ids=${[...ids].join()}`)) features.push(...found.features);
    const before = page.columns();
    await page.show(withChanges(before, features, ids, page.kinds()));
    const words = newsOf(before, features, ids);
    const reread = page.open().some((id) => ids.has(id)) ? { text: t('live.reread'), run: page.reread } : undefined;
    if (words) news(byId('notices'), t('live.news', { news: words }), reread);
    return true;
  } catch (error) {
    console.warn('changes made elsewhere', detailOf(error));
    return false;
  }
}

/** @param {Columns} before @param {readonly {id: string}[]} features @param {ReadonlySet<string>} ids */
function newsOf(before, features, ids) {
  const there = new Set(features.map(({ id }) => id));
  const count = (/** @type {(id: string) => boolean} */ is) => [...ids].filter(is).length;
  const counts = {
    published: count((id) => there.has(id) && !before.rowOf.has(id)),
    updated: count((id) => there.has(id) && before.rowOf.has(id)),
    gone: count((id) => !there.has(id) && before.rowOf.has(id)),
  };
  return Object.entries(counts).filter(([, n]) => n > 0).map(([what, n]) => t(`live.${what}`, { n })).join(', ');
}
