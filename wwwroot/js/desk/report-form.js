// @ts-check
// What is to be read: the text, and where it comes from.
import { t } from '../text/t.js';
import { h } from '../ui/dom.js';
import { hostOf } from './library.js';

/** @typedef {{text: string, published: string|null} & import('./report-server.js').Origin} Given */

/** @param {Partial<Given>} kept what was typed before @param {(given: Given) => void} read */
export function reportForm(kept, read) {
  const text = h('textarea', { id: 'report-text', rows: 12, required: true, dir: 'auto', 'aria-describedby': 'report-text-help', onkeydown: (event) => {
    const key = /** @type {KeyboardEvent} */ (event);
    if (key.key === 'Enter' && (key.ctrlKey || key.metaKey)) form.requestSubmit();
  } });
  text.value = kept.text ?? '';
  const file = h('input', { type: 'file', id: 'report-file', accept: '.txt,.html,.htm,.md', onchange: async () => { if (file.files?.[0]) text.value = await file.files[0].text(); } });
  const input = (/** @type {'published'|'publisher'|'origin'|'title'|'url'} */ name, /** @type {string} */ label, /** @type {string} */ type, /** @type {string} */ help = '') => {
    const field = h('input', { id: `report-${name}`, type, maxlength: 500, dir: 'auto', 'aria-describedby': help ? `report-${name}-help` : null });
    field.value = kept[name] ?? '';
    return { field, part: h('div', { class: 'field' }, h('label', { for: `report-${name}` }, label), field, help && h('small', { class: 'muted', id: `report-${name}-help` }, help)) };
  };
  const published = input('published', t('report.published'), 'date', t('report.published.help'));
  const publisher = input('publisher', t('report.publisher'), 'text', t('report.publisher.help'));
  const origin = input('origin', t('report.origin'), 'text');
  const title = input('title', t('report.headline'), 'text');
  const url = input('url', t('report.url'), 'url');
  url.field.addEventListener('change', () => { publisher.field.value ||= hostOf(url.field.value); });
  const or = (/** @type {HTMLInputElement} */ { value }) => value.trim() || null;
  const form = h('form', { class: 'report-form', onsubmit: (event) => {
    event.preventDefault();
    read({ text: text.value, published: or(published.field), publisher: or(publisher.field), origin: or(origin.field), title: or(title.field), url: or(url.field) });
  } },
  h('p', {}, t('report.lead')),
  h('div', { class: 'field' }, h('label', { for: 'report-text' }, t('report.text')), text, h('small', { class: 'muted', id: 'report-text-help' }, t('report.text.help'))),
  h('div', { class: 'field' }, h('label', { for: 'report-file' }, t('report.file')), file),
  h('div', { class: 'row' }, published.part, publisher.part, origin.part),
  h('div', { class: 'row' }, title.part, url.part),
  h('div', { class: 'actions' }, h('button', { class: 'primary', id: 'report-read', 'aria-keyshortcuts': 'Control+Enter' }, t('report.read'))));
  return form;
}
