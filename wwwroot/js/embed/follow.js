// @ts-check
// Embeds of the present follow what is published: once a minute, and only while the page is looked at. A stream for each of many pages would
// take the few connections that a browser has to one host.
import { getChanges, getPub, incidentPages } from '../data/api.js';
import { withChanges } from '../data/columns.js';
import { Live } from '../data/live.js';
import { detailOf } from '../ui/notices.js';
import { present, renew } from './data.js';

/** @type {Set<() => void>} */
const followers = new Set();

const live = new Live({
  open: (_, { refused }) => { queueMicrotask(refused); return () => {}; },
  ask: (since) => getChanges(since).catch(() => ({ changes: [], pub: since, more: false })),
  seen: () => document.visibilityState === 'visible',
  tell: bring,
  later: (run, wait) => window.setTimeout(run, wait), never: (timer) => window.clearTimeout(timer),
});
document.addEventListener('visibilitychange', () => live.look());

/** @param {number} pub what is shown @param {() => void} changed what is known of the present is newer now @returns {() => void} ends that */
export function followChanges(pub, changed) {
  followers.add(changed);
  if (live.pub === null || pub < live.pub) live.follow(pub);
  return () => {
    followers.delete(changed);
    if (followers.size === 0) live.follow(null);
  };
}

/** @param {ReadonlySet<string>|null} ids null: too much to name @returns {Promise<boolean>} false: to be tried again */
async function bring(ids) {
  try {
    const before = ids && await present();
    if (ids && before) {
      /** @type {import('../data/columns.js').Feature[]} */
      const features = [];
      for await (const page of incidentPages(`ids=${[...ids].join()}`)) features.push(...page.features);
      renew({ ...before, columns: withChanges(before.columns, features, ids, before.kinds), pub: live.pub ?? before.pub });
    } else renew(null);
    if (!ids) live.follow(await getPub());
    for (const tell of [...followers]) tell();
    return true;
  } catch (error) {
    console.warn('changes made elsewhere', detailOf(error));
    return false;
  }
}
