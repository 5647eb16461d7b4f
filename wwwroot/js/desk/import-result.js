// @ts-check
// What a dry run or an import told.
import { formatNumber, t } from '../text/t.js';
import { h } from '../ui/dom.js';
import { problemTable } from './import-server.js';

/** @typedef {import('./import-server.js').Held} Held */
/** @typedef {import('./import-server.js').Result} Result */

const COUNTS = /** @type {const} */ (['added', 'updated', 'unchanged', 'waiting', 'rejected', 'elsewhere']);

/** What a dry run found, or what kept an import out. @param {Held} held @param {Result} result */
export function resultOf(held, result) {
  const { counts, problems, waiting, changes } = result;
  return [
    h('ul', { class: 'counts' }, COUNTS.filter((name) => counts[name] > 0 || name === 'added')
      .map((name) => h('li', { class: name, 'data-count': name }, h('b', {}, formatNumber(counts[name])), ' ', t(`import.count.${name}`, { n: counts[name] })))),
    h('p', { class: counts.problems > 0 ? 'wrong' : 'fine', id: 'import-verdict' }, verdict(held, result)),
    problems.length > 0 && problemsOf(held, result),
    waiting.length > 0 && h('details', { open: true }, h('summary', {}, t('import.waiting', { n: counts.waiting })), h('p', { class: 'muted small' }, t('import.waiting.help')),
      h('ul', { class: 'told' }, waiting.map(({ row, title, why }) => h('li', {}, h('b', {}, title), h('small', { class: 'muted' }, row), h('p', { class: 'why', dir: 'auto' }, why))))),
    changes.length > 0 && h('details', { open: counts.problems === 0 }, h('summary', {}, t(result.done ? 'import.changes.done' : 'import.changes')),
      counts.added > changes.filter((change) => change.new).length && h('p', { class: 'muted small' }, t('import.changes.first')),
      h('ul', { class: 'told' }, changes.map(changeOf))),
  ];
}

/** @param {Held} held @param {Result} result */
function verdict(held, { counts, possible, skipping_helps: helps }) {
  if (held.state === 'refused') return t('import.result.refused');
  if (counts.problems === 0) return t('import.result.fine');
  return possible ? '' : t(helps ? 'import.result.badrows' : 'import.result.hopeless');
}

/** @param {Held} held @param {Result} result */
function problemsOf(held, { problems, counts }) {
  return h('details', { open: true }, h('summary', {}, t('import.problems', { n: counts.problems })),
    h('p', { class: 'links' }, counts.problems > problems.length && t('import.problems.first', { n: problems.length, all: counts.problems }),
      h('a', { href: problemTable(held.id), download: true }, t('import.problems.all'))),
    h('table', { class: 'bad' },
      h('thead', {}, h('tr', {}, ['where', 'value', 'reason'].map((name) => h('th', { scope: 'col' }, t(`import.problems.${name}`))))),
      h('tbody', {}, problems.map(({ row, column, value, reason, fix }) => h('tr', {},
        h('th', { scope: 'row' }, row, h('small', {}, column)),
        h('td', { class: 'value', dir: 'auto' }, value ?? ''),
        h('td', {}, reason, h('small', {}, fix)))))));
}

/** @param {import('./import-server.js').Change} change */
function changeOf({ row, id, key, title, new: isNew, fields, kept }) {
  return h('li', {}, id ? h('a', { href: `desk?incident=${encodeURIComponent(id)}` }, title) : h('b', {}, title),
    h('small', { class: 'muted' }, [row, key].filter(Boolean).join(' · ')),
    h('p', { class: 'why' }, isNew ? t('import.change.new') : fields.length > 0 ? t('import.change.updated', { fields: fields.join(', ') }) : '', kept.length > 0 ? ` ${t('import.change.kept', { fields: kept.join(', ') })}` : ''));
}

/** Whither one goes after an import. @param {Result} result @param {string} person @param {() => void} again */
export function onward({ counts, published }, person, again) {
  const n = counts.added + counts.updated;
  const queue = new URLSearchParams({ kind: 'draft', owner: person });
  return h('div', { class: 'done', id: 'import-done' },
    h('p', {}, n > 0 ? t('import.done', { n }) : t('import.done.same')),
    h('div', { class: 'actions' },
      counts.added > published.length && h('a', { class: 'add', href: `desk?${queue}` }, t('import.done.queue')),
      published.length > 0 && h('a', { class: 'add', href: `./?ids=${published.join(',')}` }, t('import.done.map')),
      h('button', { type: 'button', onclick: again }, t('import.other'))));
}
