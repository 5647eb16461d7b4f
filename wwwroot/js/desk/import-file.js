// @ts-check
// The first step: a file is dropped or chosen, and what is understood.
import { t } from '../text/t.js';
import { h } from '../ui/dom.js';
import { sizeWords } from './import-words.js';

const FORMATS = ['csv', 'geojson', 'ucdp', 'acled', 'bordermap'];

/** @param {number} most bytes @param {(file: File) => void} chosen */
export function fileStep(most, chosen) {
  const input = h('input', { type: 'file', id: 'import-file', hidden: true, accept: '.csv,.tsv,.txt,.json,.geojson', onchange: () => { if (input.files?.[0]) chosen(input.files[0]); } });
  const over = (/** @type {Event} */ event) => { event.preventDefault(); zone.classList.add('over'); };
  const leave = () => zone.classList.remove('over');
  const drop = (/** @type {Event} */ event) => {
    event.preventDefault();
    leave();
    const file = /** @type {DragEvent} */ (event).dataTransfer?.files[0];
    if (file) chosen(file);
  };
  const zone = h('div', { class: 'drop', ondragenter: over, ondragover: over, ondragleave: leave, ondrop: drop },
    h('p', {}, t('import.drop')), input,
    h('button', { type: 'button', class: 'primary', id: 'import-choose', onclick: () => input.click() }, t('import.choose')),
    h('p', { class: 'muted small' }, t('import.limit', { size: sizeWords(most) })));
  return [zone,
    h('h3', {}, t('import.formats')),
    h('ul', { class: 'formats' }, FORMATS.map((format) => h('li', {}, t(`import.formats.${format}`)))),
    h('p', { class: 'links' },
      h('a', { href: 'api/imports/template.csv', download: true }, t('import.template')),
      h('a', { href: 'api/imports/fields.csv', download: true }, t('import.fields')))];
}

/** The first rows as they stand. @param {import('./import-server.js').Held} held */
export function firstRows({ columns, rows }) {
  if (rows.length === 0) return null;
  return h('details', { class: 'first' }, h('summary', {}, t('import.first')),
    h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('import.first') }, h('table', { class: 'sheet' },
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('import.line')), columns.map((column) => h('th', { scope: 'col' }, column)))),
      h('tbody', {}, rows.map(({ line, cells }) => h('tr', {}, h('th', { scope: 'row' }, String(line)), cells.map((cell) => h('td', { dir: 'auto' }, cell))))))));
}
