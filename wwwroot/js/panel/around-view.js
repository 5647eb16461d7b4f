// @ts-check
// What stands around an incident: nearby in space and time, what its sources are in full, its versions, how to cite it.
import { cite, STYLES } from '../words/cite.js';
import { changeLines } from '../words/history.js';
import { dateOfDocument, dateWords, dayWords, instantWords } from '../words/dates.js';
import { kilometres } from '../words/places.js';
import { formatDigits, t } from '../text/t.js';
import { parseDay } from '../time/days.js';
import { today } from '../time/today.js';
import { copyText } from '../ui/menus.js';
import { fill, h } from '../ui/dom.js';
import { pageLink } from '../ui/links.js';
import { ofData } from '../ui/texts.js';
import { symbolIcon } from '../ui/symbol-icon.js';
import { sourceLink } from './claims-view.js';

/**
 * @param {HTMLElement} element
 * @param {{features: import('../data/columns.js').Feature[], near: {km: number, days: number}[]}} nearby
 * @param {import('../data/kinds.js').Kinds} kinds
 * @param {(id: string) => void} open
 */
export function showNearby(element, { features, near }, kinds, open) {
  element.hidden = features.length === 0;
  fill(element, h('h3', {}, t('nearby.title')), h('ul', { class: 'plain nearby' }, features.map(({ id, properties: p }, at) => h('li', {}, symbolIcon(kinds.familyOf(p.kind)),
    incidentLink(id, p.title, open),
    h('small', { class: 'muted' }, `${dateWords({ ...dateOfDocument({ start: p.date_start, end: p.date_end }), precision: p.date_precision }, 'short')} · ${nearWords(near[at], p)}`)))),
  h('p', { class: 'muted small' }, t('nearby.how')));
}

/** Incidents of the same episode. @param {readonly {id: string, title: string, date: string, family: number}[]} members @param {(id: string) => void} open */
export const memberList = (members, open) => h('ul', { class: 'plain nearby' }, members.map(({ id, title, date, family }) => h('li', {}, symbolIcon(family), incidentLink(id, title, open), h('small', { class: 'muted' }, date))));

/** @param {string} id @param {string} title @param {(id: string) => void} open */
const incidentLink = (id, title, open) => h('a', { href: pageLink(`incidents/${id}`), onclick: (/** @type {Event} */ event) => {
  const { ctrlKey, metaKey, shiftKey } = /** @type {MouseEvent} */ (event);
  if (ctrlKey || metaKey || shiftKey) return;
  event.preventDefault();
  open(id);
} }, ofData(title));

/** A distance between areas is said as one. @param {{km: number, days: number}} near @param {import('../data/columns.js').FeatureProperties} p */
function nearWords({ km, days }, { precision }) {
  const distance = precision === 'district' ? t('nearby.district') : km < 0.1 ? t('nearby.same') : t('nearby.km', { km: kilometres(km * 1000) });
  return `${distance}, ${days === 0 ? t('nearby.then') : t('nearby.days', { n: days })}`;
}

/** Archive and licence, which the incident itself does not carry. @param {HTMLElement} element @param {readonly any[]} sources */
export function completeSources(element, sources) {
  for (const source of sources) {
    const place = element.querySelector(`[data-source="${CSS.escape(source.id)}"] .more-of-source`);
    if (!place) continue;
    const retrieved = parseDay(source.retrieved);
    /** @type {(Node|string)[]} */
    const parts = [];
    if (source.archive) parts.push(sourceLink({ publisher: t('source.archive'), url: source.archive }));
    if (source.licence) parts.push(t('source.licence', { licence: source.licence }));
    if (retrieved !== null) parts.push(t('source.retrieved', { date: dayWords(retrieved, 'short') }));
    if (source.withdrawn) parts.push(t('source.withdrawn'));
    if (source.discounted) parts.push(t('source.discounted'));
    fill(place, parts.flatMap((part) => [' · ', part]));
  }
}

/**
 * The versions with what changed, and how to cite the one that is read.
 * @param {HTMLElement} element
 * @param {any} document
 * @param {readonly any[]} versions newest first
 */
export function showRecord(element, document, versions) {
  const shown = versions.find(({ version }) => version === document.version);
  const page = new URL(`incidents/${document.id}`, window.document.baseURI);
  page.hash = page.search = '';
  const cited = new URL(page);
  if (shown) cited.searchParams.set('asOf', String(shown.from_pub));
  fill(element, h('h3', {}, t('record.title')),
    h('ol', { class: 'plain versions' }, versions.map((version, at) => versionView(version, versions[at + 1]))),
    shown && citations({ id: document.id, title: document.title, version: shown.version, updated: shown.updated, url: cited.href, accessed: today() }),
    h('p', {}, h('a', { href: pageLink(`${page.pathname}#report`) }, t('record.report'))));
}

/** @param {any} version @param {any} before */
function versionView({ version, updated, changed, document, from_pub: pub, to_pub: until, withheld_since: withheld }, before) {
  const lines = before ? changeLines(changed, document, before.document) : [];
  return h('li', {}, h('a', { href: pageLink(`?asOf=${pub}&highlight=${document.id}`), 'aria-current': until === null ? 'true' : null }, t('record.version', { version: formatDigits(version) })), ` · ${instantWords(updated)}`,
    withheld !== null && h('span', { class: 'muted' }, ` · ${t('record.withheld')}`),
    before && lines.length === 0 && h('p', { class: 'muted small' }, t('record.same')),
    lines.length > 0 && h('ul', { class: 'plain changes' }, lines.map(({ what, how }) => h('li', { class: 'small' }, h('bdi', {}, what), ': ', h('bdi', {}, how)))));
}

/** @param {import('../words/cite.js').Cited} cited */
function citations(cited) {
  return h('details', { class: 'cite' }, h('summary', {}, t('cite.title')), STYLES.map((style) => {
    const text = cite(style, cited);
    return h('div', { class: 'citation' }, h('h4', {}, t(`cite.${style}`)), h(style === 'bibtex' ? 'pre' : 'p', { lang: 'en', dir: 'ltr' }, text),
      h('button', { type: 'button', class: 'link small', 'aria-label': t('cite.copy.as', { style: t(`cite.${style}`) }), onclick: (/** @type {Event} */ event) => void copyText(text, /** @type {HTMLElement} */ (event.currentTarget), t('cite.copied')) }, t('cite.copy')));
  }));
}
