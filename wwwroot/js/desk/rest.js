// @ts-check
// What else belongs to an incident: episode, estimates apart from the claims, what the public may see, notes.
import { fill, h } from '../ui/dom.js';
import { t } from '../text/t.js';
import { sourcesOf } from './document.js';
import { addButton, areaField, checkField, choicesOf, removeButton, section, selectField, textField } from './fields.js';

const SHOW_AS = ['full', 'district', 'province', 'withheld'];

/** @typedef {import('./document.js').Estimate} Estimate */
/** @typedef {import('./draft.js').Draft} Draft */

/** @param {Draft} draft @param {import('./library.js').Library} library */
export function episodeSection(draft, library) {
  const place = h('div', {});
  const show = () => fill(place, selectField(t('desk.episode'), draft.document.episode ?? '', [{ value: '', label: t('desk.episode.none') },
    ...[...library.episodes.values()].sort((a, b) => (a.start ?? '') < (b.start ?? '') ? 1 : -1).map(({ id, title }) => ({ value: id, label: title }))],
  (id) => draft.change((document) => { document.episode = id || undefined; }, place), { hideLabel: true }));
  draft.subscribe((_, by) => { if (by === null) show(); });
  show();
  return section('episode', t('desk.episode'), place);
}

/** @param {Draft} draft */
export function estimatesSection(draft) {
  const list = h('ul', { class: 'rows' });
  const change = (/** @type {() => void} */ edit) => draft.change(edit, list);
  const number = (/** @type {string} */ text) => (/^\d+$/.test(text.trim()) ? Number(text) : undefined);
  const figure = (/** @type {Estimate} */ estimate, /** @type {'low'|'best'|'high'} */ name) =>
    textField(t(`desk.estimate.${name}`), String(estimate[name] ?? ''), (text) => change(() => { estimate[name] = number(text); }), { inputmode: 'numeric', class: 'figure' });
  const row = (/** @type {Estimate} */ estimate, /** @type {number} */ at) => h('li', { class: 'row', 'data-field': `estimates[${at}]` },
    estimate.by === 'editors' ? h('strong', {}, t('desk.estimate.editors')) : textField(t('desk.estimate.by'), estimate.by, (by) => change(() => { estimate.by = by; })),
    figure(estimate, 'low'), figure(estimate, 'best'), figure(estimate, 'high'),
    estimate.by === 'editors' ? textField(t('desk.estimate.reason'), estimate.reason ?? '', (reason) => change(() => { estimate.reason = reason; }), { class: 'wide', required: true, 'data-field': `estimates[${at}].reason`, placeholder: t('desk.estimate.reason.example') }) : textField(t('desk.estimate.release'), estimate.release ?? '', (release) => change(() => { estimate.release = release; })),
    removeButton(estimate.by, () => { change(() => { draft.document.estimates.splice(at, 1); }); show(); }));
  const add = (/** @type {string} */ by) => { change(() => { draft.document.estimates.push({ by }); }); show(); list.lastElementChild?.querySelector('input')?.focus(); };
  const show = () => fill(list, draft.document.estimates.map(row));
  draft.subscribe((_, by) => { if (by === null) show(); });
  show();
  return section('estimates', t('desk.estimates'), h('p', { class: 'muted small' }, t('desk.estimates.help')), list,
    h('div', { class: 'actions' }, addButton(t('desk.estimates.add.own'), () => add('editors'), 'own-estimate'), addButton(t('desk.estimates.add'), () => add(''), 'estimate')));
}

/** @param {Draft} draft @param {import('./library.js').Library} library */
export function sensitivitySection(draft, library) {
  const place = h('div', {});
  const change = (/** @type {() => void} */ edit) => draft.change(edit, place);
  const show = () => {
    const { sensitivity } = draft.document;
    const isGeneral = sensitivity.show_as === 'district' || sensitivity.show_as === 'province';
    fill(place, h('div', { class: 'row' },
      selectField(t('desk.showas'), sensitivity.show_as ?? 'full', choicesOf('diff.show_as', SHOW_AS), (value) => { change(() => { sensitivity.show_as = value; }); show(); }),
      textField(t('desk.publicfrom'), localOf(sensitivity.public_from), (value) => change(() => { sensitivity.public_from = value ? `${value}:00Z` : undefined; }), { type: 'datetime-local', dir: 'ltr', 'data-field': 'sensitivity.public_from' })),
    isGeneral && clearances(draft, library, change));
  };
  draft.subscribe((_, by) => { if (by !== place) show(); });
  show();
  return section('sensitivity', t('desk.sensitivity'), h('p', { class: 'muted small' }, t('desk.sensitivity.help')), place);
}

/** What stays to be seen although the place is generalised, each by the editor's own decision. @param {Draft} draft @param {import('./library.js').Library} library @param {(edit: () => void) => void} change */
function clearances({ document }, library, change) {
  const { sensitivity } = document;
  const set = (/** @type {string} */ name, /** @type {boolean} */ isCleared) => change(() => {
    sensitivity.cleared = [...(sensitivity.cleared ?? []).filter((other) => other !== name), ...(isCleared ? [name] : [])];
  });
  const box = (/** @type {string} */ name, /** @type {string} */ label) => checkField(label, sensitivity.cleared?.includes(name) ?? false, (isCleared) => set(name, isCleared));
  return h('fieldset', { class: 'clearances' }, h('legend', {}, t('desk.cleared')), document.title && box('title', t('desk.cleared.title', { title: document.title })),
    document.episode && box('episode', t('desk.cleared.episode', { title: library.episodes.get(document.episode)?.title ?? document.episode })),
    sourcesOf(document).map((id) => box(`source:${id}`, t('desk.cleared.source', { name: library.sourceName(id) }))),
    document.claims.flatMap((claim) => (claim.id ? [box(`claim:${claim.id}`, t('desk.cleared.claim', { name: library.actorName(claim.claimant) || t('claim.nobody') }))] : [])),
    document.claims.some(({ id }) => !id) && h('p', { class: 'muted small' }, t('desk.cleared.later')));
}

/** The instant, in UTC, as the browser's field takes it. @param {string|undefined} instant */
const localOf = (instant) => (instant ? new Date(instant).toISOString().slice(0, 16) : '');

/** @param {Draft} draft */
export function notesSection(draft) {
  const place = h('div', {});
  const show = () => fill(place, areaField(t('desk.notes.help'), draft.document.notes ?? '', (notes) => draft.change((document) => { document.notes = notes; }, place)));
  draft.subscribe((_, by) => { if (by === null) show(); });
  show();
  return section('notes', t('desk.notes'), place);
}
