// @ts-check
// One version: who, when, why, what the public has of it, and what changed, before and after side by side.
import { t } from '../text/t.js';
import { h } from '../ui/dom.js';
import { changesView, wholeView } from './difference-view.js';
import { differenceWords } from './difference-words.js';
import { instantWords } from './instants.js';
import { wholeRows } from './side-by-side.js';

/**
 * @typedef {import('./history.js').Version} Version
 * @typedef {import('./document.js').Doc} Doc
 * @typedef {{version: Version, next: Version|null, isLast: boolean, document: Doc|null, before: Doc|null, names: import('./difference-words.js').Names}} Of `next`: the version after it; `before`: the document before it
 */

/** @param {Of} of @param {((version: number) => void)|null} restore null: nothing can be brought back */
export function versionView({ version, next, isLast, document, before, names }, restore) {
  const isFirst = version.version === 1;
  const changes = document && before && !isFirst ? differenceWords(before, document, names) : [];
  return h('li', { class: 'version part', 'data-version': version.version, value: version.version },
    h('div', { class: 'row-head' },
      h('h3', {}, t('history.version', { n: version.version })), h('span', { class: `tag state-${version.state}` }, t(`history.state.${version.state}`)),
      isLast && h('span', { class: 'tag' }, t('history.last')),
      !isLast && document && restore && h('button', { type: 'button', class: 'link', 'data-act': 'restore', onclick: () => restore(version.version) }, t('history.restore'))),
    h('p', {}, t('history.by', { when: instantWords(version.at) }), ' ', h('bdi', {}, version.by), version.why && [': ', h('q', {}, h('bdi', {}, version.why))]),
    h('p', { class: `public ${version.public?.now ? 'now' : ''}` }, publicWords(version, next)),
    version.erased ? h('p', { class: 'muted' }, t('history.erased')) : isFirst ? document && h('details', {}, h('summary', {}, t('history.first')), wholeView(wholeRows(document, names))) : changes.length > 0 ? changesView(changes) : h('p', { class: 'muted' }, t('history.same')));
}

/** What the public has of it. @param {Version} version @param {Version|null} next */
function publicWords({ public: shown, state }, next) {
  if (['retracted', 'merged', 'redacted'].includes(state)) return t('history.public.gone');
  if (!shown) return t(state === 'published' ? 'history.public.notyet' : 'history.public.never');
  const since = shown.since ? instantWords(shown.since) : null;
  if (shown.now) return since ? t('history.public.now', { since }) : t('history.public.now.bare');
  if (shown.withheld) return since ? t('history.public.less', { since }) : t('history.public.withheld');
  return t('history.public.was', { since: since ?? '', until: next ? instantWords(next.at) : '' });
}
