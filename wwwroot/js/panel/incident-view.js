// @ts-check
// One incident: what, when and where with how exactly it is known, who says what, how sure, by which sources.
import { fill, h, icon, ICONS } from '../ui/dom.js';
import { symbolIcon } from '../ui/symbol-icon.js';
import { pageLink } from '../ui/links.js';
import { ofData } from '../ui/texts.js';
import { formatDigits, formatNumber, inDigits, t } from '../text/t.js';
import { parseDay } from '../time/days.js';
import { rangeOf } from '../words/counts.js';
import { dateOfDocument, dateWords, dayWords, solarWords } from '../words/dates.js';
import { lineWords, placeWithRadius } from '../words/places.js';
import { claimsView, sourceLink } from './claims-view.js';

/**
 * @typedef {any} Document the public document of an incident, as the API gives it
 * @typedef {object} Wishes
 * @property {() => void} back
 * @property {(event: Event) => void} copyLink
 * @property {() => void} locate
 * @property {(id: string) => void} episode
 * @property {(() => void)|null} before opens the incident above it in the list
 * @property {(() => void)|null} after
 */

/** @param {HTMLElement} element @param {Document} document @param {import('../data/kinds.js').Kinds} kinds @param {Wishes} wishes */
export function showIncident(element, document, kinds, wishes) {
  const sources = new Map((document.sources ?? []).map((/** @type {any} */ source) => [source.id, source]));
  const heading = h('h2', { tabindex: -1 }, ofData(document.title));
  fill(element, toolbar(document, wishes),
    h('article', {},
      h('p', { class: 'kind' }, symbolIcon(kinds.familyOf(document.kind), 18), kinds.labelOf(document.kind)),
      heading,
      facts(document),
      gradeView(document.derived),
      rangesView(document.derived),
      section(t('incident.claims'), ...claimsView(document.claims ?? [], sources)),
      estimatesView(document.estimates ?? []),
      document.episode && h('section', { class: 'part episode', id: 'episode' }, h('h3', {}, t('incident.episode')),
        h('button', { type: 'button', class: 'link', onclick: () => wishes.episode(document.episode.id) }, ofData(document.episode.title))),
      actorsView(document.actors ?? []),
      sourcesView(document.sources ?? []),
      h('section', { class: 'part', id: 'around', hidden: true }),
      h('section', { class: 'part', id: 'record' }, h('h3', {}, t('record.title')), stamp(document))));
  return heading;
}

/** @param {string} title @param {...(Node|string|null|false|undefined)} children */
const section = (title, ...children) => h('section', { class: 'part' }, h('h3', {}, title), children);

/** @param {Document} document @param {Wishes} wishes */
function toolbar(document, wishes) {
  const tool = (/** @type {string} */ label, /** @type {string} */ path, /** @type {(event: Event) => void} */ onclick) => h('button', { type: 'button', class: 'quiet', title: label, 'aria-label': label, onclick }, icon(path));
  return h('div', { class: 'tools' },
    h('button', { type: 'button', class: 'back', onclick: wishes.back }, icon(ICONS.back), t('back')),
    stepper(t('incident.before'), ICONS.up, wishes.before),
    stepper(t('incident.after'), ICONS.fall, wishes.after),
    (document.places ?? []).length > 0 && tool(t('incident.zoom'), ICONS.locate, wishes.locate),
    tool(t('incident.link'), ICONS.link, wishes.copyLink),
    h('a', { class: 'quiet', href: pageLink(document.url ?? `incidents/${document.id}`), target: '_blank', rel: 'noopener', title: t('incident.page'), 'aria-label': t('incident.page') }, icon(ICONS.out)));
}

/** @param {string} label @param {string} path @param {(() => void)|null} go */
const stepper = (label, path, go) => h('button', { type: 'button', class: 'quiet', title: label, 'aria-label': label, disabled: go === null, onclick: go ?? undefined }, icon(path));

/** @param {Document} document */
function facts({ date = {}, places = [], derived = {} }) {
  const when = dateWords(dateOfDocument(date));
  return h('div', { class: 'facts' },
    h('p', { class: 'when' }, when, date.time && t('list.comma') + inDigits(date.time), solarView(date), date.words && h('span', { class: 'muted' }, ' (“', ofData(date.words), '”)')),
    places.length === 0 ? h('p', { class: 'where' }, t('place.none')) : places.map(placeView),
    derived.line_distance_km != null && h('p', { class: 'muted small' }, lineWords(derived.line_distance_km, derived.side),
      derived.line_km != null && ` · ${t('place.position', { km: Math.round(derived.line_km) })}`));
}

/** The same days by the calendar of the language's readers. @param {any} date */
function solarView({ start, end }) {
  const [from, to] = [parseDay(start), parseDay(end)];
  const words = from === null && to === null ? null : solarWords(from ?? to ?? 0, to ?? from ?? 0);
  return words && h('span', { class: 'muted solar' }, ` · ${words}`);
}

/** @param {any} place */
function placeView({ precision, name, words, district, province, country, radius_m: radius, role }) {
  const prefix = role && role !== 'scene' ? `${t(`place.${role}`)}: ` : '';
  return h('p', { class: 'where' }, prefix, placeWithRadius({ precision, place: name, words, district, province, country, radius }));
}

/** @param {any} derived */
function gradeView(derived) {
  if (!derived?.grade) return null;
  return h('div', { class: 'grading' },
    h('p', {}, h('span', { class: `grade grade-${derived.grade}`, 'aria-hidden': true }), h('strong', {}, t(`grade.${derived.grade}`)), derived.grade_reason && ': ', ofData(derived.grade_reason)),
    h('a', { class: 'small', href: pageLink('method#grades') }, t('grade.how')));
}

/** @param {any} derived */
function rangesView(derived = {}) {
  const measures = ['killed', 'injured'].map((measure) => ({ measure, range: derived[`${measure}_range`] }));
  return h('div', { class: 'ranges', title: t('incident.range.how') }, measures.map(({ measure, range }) => h('div', {},
    h('span', { class: 'label' }, t(`incident.${measure}`)),
    h('strong', { class: range ? '' : 'unsaid' }, range ? inDigits(range) : t('count.none')),
    range && h('span', { class: 'muted small' }, t('incident.range')))));
}

/** @param {any[]} estimates */
function estimatesView(estimates) {
  return estimates.length > 0 && section(t('incident.estimates'),
    h('ul', { class: 'plain' }, estimates.map(({ by, release, low, best, high, reason }) => h('li', {}, h('strong', {}, ofData(by)), release && ` ${release}`, ': ',
      best == null ? rangeOf(low, high) : t('incident.estimate', { best, low: low ?? best, high: high ?? best }), reason && h('p', { class: 'small', dir: 'auto' }, ofData(reason))))),
    h('p', { class: 'muted small' }, t('incident.estimates.how')));
}

/** @param {any[]} actors */
function actorsView(actors) {
  return actors.length > 0 && section(t('incident.actors'), h('ul', { class: 'plain' },
    actors.map(({ name, actor, words, role }) => h('li', {}, ofData(name ?? actor), role && h('span', { class: 'muted' }, ` · ${t(`role.${role}`)}`), words && words !== name && h('span', { class: 'muted' }, ' (“', ofData(words), '”)')))));
}

/** @param {any[]} sources */
export function sourcesView(sources) {
  return section(t('incident.sources'), sources.length === 0 ? h('p', { class: 'muted' }, t('incident.sources.none'))
    : h('ol', { class: 'sources' }, sources.map((source) => {
      const published = parseDay(source.published);
      return h('li', { 'data-source': source.id }, h('bdi', { class: 'publisher' }, ofData(source.publisher), source.origin && source.origin !== source.publisher && ` (${source.origin})`), ' ',
        h('bdi', {}, sourceLink(source, source.title ?? source.url ?? t('source.untitled'))), published !== null && h('span', { class: 'muted' }, ` · ${dayWords(published, 'short')}`),
        h('span', { class: 'muted small more-of-source' }),
        source.quote && h('blockquote', { dir: 'auto' }, ofData(source.quote)));
    })));
}

/** @param {Document} document */
function stamp({ version, updated }) {
  const day = parseDay(String(updated ?? '').slice(0, 10));
  return version && day !== null && h('p', { class: 'muted small stamp' }, t('incident.version', { version: formatDigits(version), date: dayWords(day) }));
}

/**
 * The episode that the incident belongs to, below its link; its totals stand by themselves.
 * @param {HTMLElement} element
 * @param {any} episode
 * @param {(id: string) => void} show
 * @param {HTMLElement|null} members some of its other incidents
 */
export function showEpisode(element, episode, show, members) {
  const sources = new Map((episode.sources ?? []).map((/** @type {any} */ source) => [source.id, source]));
  const incidents = (episode.incidents ?? []).length;
  const dates = dateWords({ ...dateOfDocument({ start: episode.start, end: episode.end }), precision: 'range' });
  fill(element, h('h3', {}, t('incident.episode')),
    h('p', {}, h('strong', {}, ofData(episode.title)), h('span', { class: 'muted' }, ` · ${dates}`)),
    episode.summary && h('p', { dir: 'auto' }, ofData(episode.summary)),
    members,
    incidents > 0 && h('button', { type: 'button', class: 'link', onclick: () => show(episode.id) }, t('incident.episode.more', { n: incidents })),
    (episode.claims ?? []).length > 0 && h('details', { class: 'episode-claims' }, h('summary', {}, `${t('incident.episode.claims')} (${formatNumber(episode.claims.length)})`), claimsView(episode.claims, sources)));
}
