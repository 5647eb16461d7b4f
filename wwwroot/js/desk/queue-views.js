// @ts-check
// What an opened item shows: a draft beside what was published, a reader's words, or two incidents that may be one.
import { h } from '../ui/dom.js';
import { formatNumber, t } from '../text/t.js';
import { sourceLink } from '../panel/claims-view.js';
import { differenceWords } from './difference-words.js';
import { changesView, pairView, wholeView } from './difference-view.js';
import { pairRows, wholeRows } from './side-by-side.js';
import { editAddress, instantWords } from './queue-item.js';
import { idsOf } from './queue-state.js';

/**
 * @typedef {import('./queue-state.js').Item} Item
 * @typedef {import('./queue-server.js').QueueServer} QueueServer
 * @typedef {import('./names.js').DocumentNames} DocumentNames
 * @typedef {import('./document.js').Doc} Doc
 * @typedef {object} View
 * @property {Item} item as it is now
 * @property {string} title
 * @property {(Node|string|null|false)[]} content
 * @property {string|null} edit where it is corrected
 * @property {{kept: () => {id: string, version: number}, from: () => string}|null} merge of a pair: what is kept, and what goes into it
 */

/**
 * The opened item; null: it waits no more.
 * @param {string} ref
 * @param {Item|undefined} item as it is listed; undefined: it is not on this list
 * @param {QueueServer} server
 * @param {DocumentNames} names
 * @returns {Promise<View|null>}
 */
export async function viewOf(ref, item, server, names) {
  const [id, other] = idsOf(ref);
  if (other) return pairOf(item ?? bareItem('duplicate', id, other), server, names);
  if (item?.kind === 'error_report') return reportOf(item, server, names);
  return draftOf(id, item, server, names);
}

/** @param {Item['kind']} kind @param {string} id @param {string|null} other @returns {Item} */
const bareItem = (kind, id, other) => ({ kind, id, other, version: 0, at: '', owner: null, incident: id, title: null, other_title: null, about: null, score: null });

/** @param {string} id @param {Item|undefined} listed @param {QueueServer} server @param {DocumentNames} names @returns {Promise<View|null>} */
async function draftOf(id, listed, server, names) {
  const { before, after, beforeVersion } = await server.versions(id);
  if (!after || (after.status !== 'draft' && after.status !== 'submitted')) return null;
  await names.learn([before, after]);
  const version = Number(after.version);
  const item = { ...(listed ?? bareItem('draft', id, null)), kind: /** @type {Item['kind']} */ (after.status), version, title: after.title };
  const isNewer = listed !== undefined && listed.version !== version;
  return {
    item, title: after.title, edit: editAddress(id), merge: null,
    content: [
      isNewer && h('p', { class: 'note' }, t('queue.newer', { version })),
      !before && h('p', { class: 'muted' }, t('queue.never')),
      ...(before ? changesOf(before, after, names, { before: t('queue.before', { version: Number(beforeVersion) }), after: headOf(after) }) : [wholeView(wholeRows(after, names), headOf(after))]),
    ],
  };
}

/** Its state and version, at the head of a column. @param {Doc} document */
const headOf = (document) => t('queue.after', { version: Number(document.version), status: t(`desk.status.${document.status}`) });

/** What is proposed against what stands, and the whole of it to unfold. @param {Doc} before @param {Doc} after @param {DocumentNames} names @param {{before: string, after: string}} heads */
function changesOf(before, after, names, heads) {
  // The states stand at the heads of the columns.
  const changes = differenceWords(before, after, names).filter(({ part }) => part !== 'status');
  return [
    changes.length > 0 ? changesView(changes, heads) : h('p', { class: 'muted' }, t('queue.same')),
    h('details', { class: 'whole', open: changes.length === 0 }, h('summary', {}, t('queue.whole')), wholeView(wholeRows(after, names), heads.after)),
  ];
}

/** @param {Item} item @param {QueueServer} server @param {DocumentNames} names @returns {Promise<View|null>} */
async function reportOf(item, server, names) {
  const [report, incident] = await Promise.all([server.report(item), server.incident(item.incident)]);
  if (!report) return null;
  await names.learn([incident]);
  return {
    item: { ...item, version: report.revision }, title: incident?.title ?? item.title ?? item.incident, edit: incident && editAddress(item.incident), merge: null,
    content: [
      h('blockquote', { class: 'reader', dir: 'auto' }, report.words),
      h('dl', { class: 'facts' },
        fact(t('queue.report.at'), instantWords(report.at)),
        fact(t('queue.report.source'), report.source_url && sourceLink({ publisher: report.source_url, url: report.source_url })),
        fact(t('queue.report.contact'), report.contact && h('bdi', {}, report.contact)),
        fact(t('queue.report.version'), report.version !== null && (incident && incident.version !== report.version ? t('queue.report.version.older', { version: report.version, now: Number(incident.version) }) : formatNumber(report.version)))),
      incident ? h('p', {}, h('a', { href: `incidents/${encodeURIComponent(item.incident)}`, target: '_blank' }, t('queue.page'))) : h('p', { class: 'muted' }, t('queue.report.gone')),
      incident && h('h3', {}, t('queue.report.about')),
      incident && wholeView(wholeRows(incident, names), headOf(incident)),
    ],
  };
}

/** @param {string} label @param {Node|string|null|false|undefined} value */
const fact = (label, value) => (value ? [h('dt', {}, label), h('dd', {}, value)] : []);

/** @param {Item} item @param {QueueServer} server @param {DocumentNames} names @returns {Promise<View|null>} */
async function pairOf(item, server, names) {
  const [one, other, likeness] = await Promise.all([server.incident(item.id), server.incident(String(item.other)), server.likeness(item.id, String(item.other))]);
  if (!one || !other || !likeness) return null;
  await names.learn([one, other]);
  const both = [one, other];
  const kept = keptFirst(one, other);
  const boxes = both.map((document) => h('input', { type: 'radio', name: 'survivor', value: String(document.id), checked: document === kept }));
  const survivor = () => (boxes[1].checked ? other : one);
  const heads = /** @type {[Node, Node]} */ (/** @type {Node[]} */ (both.map((document, at) => h('div', {}, h('label', { class: 'check' }, boxes[at], t('queue.pair.keep')), h('a', { href: editAddress(String(document.id)), target: '_blank' }, h('bdi', {}, document.title)),
    h('span', { class: 'muted small' }, ` ${t(`desk.status.${document.status}`)}`)))));
  return {
    item, title: t('queue.pair.title'), edit: null,
    merge: { kept: () => ({ id: String(survivor().id), version: Number(survivor().version) }), from: () => String((survivor() === one ? other : one).id) },
    content: [
      h('p', {}, h('strong', {}, t('queue.pair.score', { n: Math.round(likeness.score * 100) })), ' ', likeness.reasons.join('; ')),
      likeness.doubts.length > 0 && h('p', { class: 'muted' }, t('queue.pair.doubts', { doubts: likeness.doubts.join('; ') })),
      h('fieldset', { class: 'survivor' }, h('legend', { class: 'hidden' }, t('queue.pair.which')), pairView(pairRows(one, other, names), heads)),
      h('p', { class: 'muted small' }, t('queue.pair.how')),
    ],
  };
}

/** What is kept unless somebody chooses otherwise: what is published, else what tells more. @param {Doc} one @param {Doc} other */
export function keptFirst(one, other) {
  const rank = (/** @type {Doc} */ document) => [document.status === 'published' ? 1 : 0, (document.claims ?? []).length, (document.sources ?? []).length];
  const [a, b] = [rank(one), rank(other)];
  const at = a.findIndex((value, index) => value !== b[index]);
  return at >= 0 && b[at] > a[at] ? other : one;
}
