// @ts-check
// Claims side by side: a table a question, a row a claimant, a bar on a common scale, contradictions marked.
import { h } from '../ui/dom.js';
import { ofData } from '../ui/texts.js';
import { isolated, t } from '../text/t.js';
import { parseDay } from '../time/days.js';
import { compare } from '../words/claims.js';
import { rangeOf } from '../words/counts.js';
import { dayWords, windowWords } from '../words/dates.js';

/**
 * @typedef {import('../words/claims.js').Claim} Claim
 * @typedef {import('../words/claims.js').Comparison} Comparison
 * @typedef {Map<string, {publisher: string, url?: string|null}>} Publishers sources by id
 * @typedef {{bare: boolean, alone: boolean}} Said what the whole table says already: that no source is recorded; that one claimant speaks
 */

/** @param {readonly Claim[]} claims @param {Publishers} sources */
export function claimsView(claims, sources) {
  if (claims.length === 0) return [h('p', { class: 'muted' }, t('incident.claims.none'))];
  // Said once for all where it is true of all; else at each claim.
  const bare = claims.every(({ source, span }) => !source && !span?.quote);
  return [
    ...compare(claims).map((comparison) => comparisonView(comparison, sources, bare)),
    bare && h('p', { class: 'muted small' }, t('claims.bare')),
  ];
}

/** @param {Comparison} comparison @param {Publishers} sources @param {boolean} bare */
function comparisonView({ about, measure, group, rows, contradicts, scale }, sources, bare) {
  const what = measure ? t(`incident.${measure}`) : t(`claim.about.${about}`);
  const who = about === 'toll' || measure ? group ?? t('claim.everyone') : null;
  return h('section', { class: 'comparison' },
    h('h4', {}, what, who && h('span', { class: 'who' }, ` · ${who}`)),
    contradicts && h('p', { class: 'contradicts' }, t('claim.contradicts')),
    h('ul', { class: 'claims' }, rows.map((row) => claimView(row, scale, sources, { bare, alone: new Set(rows.map(({ claim }) => claim.claimant_name)).size === 1 }))));
}

/** @param {import('../words/claims.js').Row} row @param {number} scale @param {Publishers} sources @param {Said} said */
function claimView({ claim, figure, superseded, successor, against }, scale, sources, said) {
  const denies = claim.stance === 'denies';
  return h('li', { class: `claim ${claim.stance}${superseded ? ' superseded' : ''}` },
    h('div', { class: 'claim-head' },
      h('span', { class: 'claimant' }, ofData(claim.claimant_name) ?? t('claim.nobody')),
      denies && h('span', { class: 'tag denies' }, t('claim.denies')),
      h('span', { class: 'figure' }, figure ? figure.words && figure.min == null && figure.max == null ? figure.words : rangeOf(figure.min, figure.max) : null)),
    figure && scale > 0 && bar(figure, scale),
    objectsView(claim),
    claim.words && h('p', { class: 'words', dir: 'auto' }, ofData(claim.words)),
    figure?.words && (figure.min != null || figure.max != null) && h('p', { class: 'words', dir: 'auto' }, ofData(figure.words)),
    against.length > 0 && h('p', { class: 'against small' }, againstWords(against)),
    h('p', { class: 'muted small' }, parts(claim, superseded, successor, sources, said)));
}

/** Denied by X; against the figure of Y. @param {readonly import('../words/claims.js').Opponent[]} against */
function againstWords(against) {
  const ways = /** @type {const} */ (['denies', 'asserts', 'figure']);
  return ways.flatMap((way) => {
    const names = against.filter(({ how }) => how === way).map(({ by }) => by ?? t('claim.nobody'));
    return names.length > 0 ? [t(`claim.against.${way}`, { names: names.map(isolated).join(t('list.comma')) })] : [];
  }).join(' · ');
}

/** @param {import('../words/claims.js').Figure} figure @param {number} scale */
function bar({ min, max }, scale) {
  const from = (min ?? 0) / scale * 100;
  const to = (max ?? scale) / scale * 100;
  const solid = h('span', { class: 'bar-low' });
  const range = h('span', { class: max == null ? 'bar-range open' : 'bar-range' });
  solid.style.width = `${from}%`;
  range.style.insetInlineStart = `${from}%`;
  range.style.width = `${max == null ? Math.min(100 - from, 12) : to - from}%`;
  return h('div', { class: 'bar', 'aria-hidden': true }, solid, range);
}

/** @param {Claim} claim */
function objectsView({ objects = [] }) {
  return objects.length > 0 && h('p', { class: 'words' }, objects.map(({ item, effect, min, max }) => `${rangeOf(min, max)} ${item} ${t(`object.${effect}`)}`).join('; '));
}

/** @param {Claim} claim @param {boolean} superseded @param {Claim|null} successor @param {Publishers} sources @param {Said} said */
function parts(claim, superseded, successor, sources, { bare, alone }) {
  const source = claim.source ? sources.get(claim.source) : null;
  const day = parseDay(claim.said_on);
  const replaced = parseDay(successor?.said_on);
  const period = claim.period ? windowWords({ start: parseDay(claim.period.start), end: parseDay(claim.period.end) }) : null;
  /** @type {(Node|string|null|false|undefined)[]} */
  const all = [
    superseded && (replaced === null ? t('claim.superseded') : t('claim.superseded.by', { date: dayWords(replaced, 'short') })),
    claim.part === 'breakdown' && t('claim.breakdown'),
    claim.standing && (claim.standing !== 'single' || alone) && t(`claim.${claim.standing}`),
    claim.speaker && t('claim.speaker', { speaker: claim.speaker }),
    day !== null && t('claim.said', { date: dayWords(day, 'short') }),
    period && t('claim.covers', { period }),
    source ? sourceLink(source) : !bare && t('claim.nosource'),
    claim.span?.quote ? h('q', { dir: 'auto' }, ofData(claim.span.quote)) : !bare && t('claim.nowords'),
  ];
  return all.filter(Boolean).flatMap((part, at) => (at === 0 ? [part] : [' · ', part]));
}

/** Only the web's own schemes become a link. @param {{publisher: string, url?: string|null}} source @param {string} [text] */
export function sourceLink({ publisher, url }, text = publisher) {
  if (!url || !URL.canParse(url) || !['http:', 'https:'].includes(new URL(url).protocol)) return h('span', {}, ofData(text));
  return h('a', { href: url, target: '_blank', rel: 'noopener noreferrer external', title: t('incident.opens', { publisher }) }, ofData(text));
}
