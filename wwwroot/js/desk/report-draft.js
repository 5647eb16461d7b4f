// @ts-check
// One draft of a report: what it says line by line, what it may be the same as, and what can be decided.
import { formatNumber, t } from '../text/t.js';
import { h } from '../ui/dom.js';
import { keyOf, lineOf } from './report-marks.js';
import { wholeRows } from './side-by-side.js';

/**
 * @typedef {import('./report-server.js').Draft} Draft
 * @typedef {object} Wishes
 * @property {(key: string|null) => void} point at the words of a field
 * @property {(key: string) => void} reveal the words of a field
 * @property {(draft: Draft) => void} map shows its places
 * @property {(draft: Draft, decision: Omit<import('./report-server.js').Decision, 'draft'>, then?: 'edit') => void} decide
 */

/** Parts of a document that are lists: a line an item. */
const LISTS = ['places', 'actors', 'claims', 'estimates'];

/** @param {Draft} draft @param {import('./names.js').DocumentNames} names @param {import('./server.js').Person} person @param {Wishes} wishes */
export function draftCard(draft, names, person, wishes) {
  const { n, document: doc, decision, scope, vouched, confidence } = draft;
  return h('article', { class: decision ? 'report-draft decided' : 'report-draft', id: `draft-${n}`, tabindex: -1, 'aria-labelledby': `draft-${n}-title`, onfocusin: () => wishes.map(draft), onmouseenter: () => wishes.map(draft) },
    h('p', { class: 'small muted' }, t('report.draft', { n })),
    h('h3', { id: `draft-${n}-title`, dir: 'auto' }, doc.title),
    decision && outcome(draft, wishes),
    lines(draft, names, wishes),
    h('p', { class: 'small muted' }, [t(`report.vouched.${vouched}`), t('report.why', { why: scope }), t('report.confidence', { share: formatNumber(Math.round(confidence * 100)) })].join(' · ')),
    !decision && sameAs(draft, wishes),
    !decision && choices(draft, person, wishes));
}

/** @param {Draft} draft @param {import('./names.js').DocumentNames} names @param {Wishes} wishes */
function lines({ n, document: doc, evidence }, names, wishes) {
  const known = new Set(evidence.map(({ field }) => lineOf(field)));
  const line = (/** @type {string} */ field, /** @type {string} */ words) => {
    if (!known.has(field)) return h('span', { dir: 'auto' }, words);
    const key = keyOf(n, field);
    const point = () => wishes.point(key);
    const leave = () => wishes.point(null);
    return h('button', { type: 'button', class: 'evident', dir: 'auto', 'data-key': key, onmouseenter: point, onfocus: point, onmouseleave: leave, onblur: leave, onclick: () => wishes.reveal(key) }, words);
  };
  return h('dl', { class: 'report-lines' }, wholeRows(doc, names).filter(({ part }) => part !== 'title' && part !== 'sources').flatMap(({ part, label, lines: said }) => [
    h('dt', {}, label),
    ...said.map((words, at) => h('dd', {}, line(LISTS.includes(part) ? `${part}[${at}]` : part, words))),
  ]));
}

/** @param {Draft} draft @param {Wishes} wishes */
function outcome(draft, { decide }) {
  const { decision, incident, reason } = draft;
  return h('p', { class: decision === 'rejected' ? 'note' : 'note fine' }, t(`report.done.${decision}`, { reason: reason ?? '' }), ' ',
    incident && h('a', { href: `desk?incident=${encodeURIComponent(incident)}` }, t('report.done.open')),
    decision === 'rejected' && h('button', { type: 'button', class: 'link', 'data-act': 'reopen', onclick: () => decide(draft, { decision: 'reopen' }) }, t('report.reopen')));
}

/** @param {Draft} draft @param {Wishes} wishes */
function sameAs(draft, { decide }) {
  if (draft.same.length === 0) return null;
  return h('div', { class: 'report-same' }, h('h4', {}, t('report.same')), h('ul', {}, draft.same.map((one) => h('li', { class: one.likely ? 'likely' : null },
    h('a', { href: `desk?incident=${encodeURIComponent(one.id)}`, target: '_blank', dir: 'auto' }, one.title), ' ',
    h('span', { class: 'small muted' }, [t('report.same.score', { score: formatNumber(Math.round(one.score * 100)) }), ...one.reasons, ...one.doubts].join(' · ')),
    h('p', { class: 'small' }, joinWords(one)),
    h('button', { type: 'button', class: 'add', 'data-act': 'join', onclick: () => decide(draft, { decision: 'join', incident: one.id, version: one.version }) }, t('report.join'))))));
}

/** What joining brings. @param {import('./report-server.js').Same} same */
const joinWords = ({ claims_added: added, claims_repeated: repeated, claims_contradicted: contradicted }) => [
  added > 0 ? t('report.join.added', { n: added }) : t('report.join.added.none'),
  repeated > 0 && t('report.join.repeated', { n: repeated }),
  contradicted > 0 && t('report.join.contradicted', { n: contradicted }),
].filter(Boolean).join(', ');

/** @param {Draft} draft @param {import('./server.js').Person} person @param {Wishes} wishes */
function choices(draft, { role }, { decide }) {
  const reason = h('input', { id: `reason-${draft.n}`, maxlength: 500, onkeydown: (event) => { if (/** @type {KeyboardEvent} */ (event).key === 'Enter') send(); } });
  const send = () => { if (reason.value.trim()) decide(draft, { decision: 'reject', reason: reason.value.trim() }); else reason.focus(); };
  const ask = h('div', { class: 'report-ask', hidden: true }, h('label', { for: `reason-${draft.n}` }, t('report.reject.why')), reason,
    h('button', { type: 'button', class: 'add', 'data-act': 'reject-send', onclick: send }, t('report.reject.send')),
    h('button', { type: 'button', class: 'link', onclick: () => { ask.hidden = true; actions.hidden = false; first.focus(); } }, t('report.keep')));
  const first = h('button', { type: 'button', class: 'primary', 'data-act': 'take', onclick: () => decide(draft, { decision: 'accept' }) }, t('report.take'));
  const actions = h('div', { class: 'actions' }, first,
    h('button', { type: 'button', 'data-act': 'edit', onclick: () => decide(draft, { decision: 'accept' }, 'edit') }, t('report.edit')),
    role !== 'contributor' && publishButton(draft, decide),
    h('button', { type: 'button', 'data-act': 'reject', onclick: () => { ask.hidden = false; actions.hidden = true; reason.focus(); } }, t('report.reject')));
  return h('div', { class: 'report-choices' }, actions, ask);
}

/** Asks once more before anything becomes public. @param {Draft} draft @param {Wishes['decide']} decide */
function publishButton(draft, decide) {
  const button = h('button', { type: 'button', 'data-act': 'publish', onclick: () => {
    if (button.dataset.sure) return decide(draft, { decision: 'accept', document: { ...draft.document, status: 'published' } });
    button.dataset.sure = 'true';
    button.textContent = t('report.publish.sure');
  }, onblur: () => { delete button.dataset.sure; button.textContent = t('report.publish'); } }, t('report.publish'));
  return button;
}
