// @ts-check
// The dialog that makes a picture of the view: title, size, a preview, and the two files. Loaded when somebody asks for it.
import { composed } from './content.js';
import { download } from './download.js';
import { SIZES } from './layout.js';
import { asSvg, measureWith, onCanvas } from './render.js';
import { announce, fill, h, icon, ICONS } from '../ui/dom.js';
import { t } from '../text/t.js';

/** @param {import('./content.js').Seen} seen @param {HTMLElement|null} back what gets the focus again */
export function openPicture(seen, back) {
  const title = h('input', { type: 'text', name: 'title', value: t('picture.name.default'), maxlength: 160, autocomplete: 'off' });
  const size = h('select', { name: 'size' }, ['screen', ...Object.keys(SIZES)].map((value) => h('option', { value }, t(`picture.size.${value}`))));
  const preview = h('div', { class: 'picture-preview', role: 'img', 'aria-label': t('picture.preview') });
  const { font } = seen.theme;
  const measure = measureWith(font);
  const make = () => composed(seen, title.value.trim() || t('picture.name.default'), SIZES[size.value] ?? { width: innerWidth, height: innerHeight }, measure);
  const show = () => {
    const { layout, painted } = make();
    preview.dataset.size = `${layout.width}x${layout.height}`;
    fill(preview, onCanvas(layout, painted, font));
  };
  const savePng = () => {
    const { layout, painted } = make();
    onCanvas(layout, painted, font).toBlob((blob) => (blob ? download(blob, 'bordermap.png') : announce(t('picture.failed'))), 'image/png');
  };
  const saveSvg = () => {
    const { layout, painted, content } = make();
    const text = asSvg(layout, painted, font, { title: content.title, description: [...content.lines, ...content.foot].join(' '), lang: document.documentElement.lang });
    download(new Blob([text], { type: 'image/svg+xml' }), 'bordermap.svg');
  };
  const close = () => dialog.close();
  const dialog = h('dialog', { class: 'picture', 'aria-label': t('picture.title') }, h('form', { method: 'dialog', onsubmit: (/** @type {Event} */ event) => event.preventDefault() },
    h('div', { class: 'picture-head' }, h('h2', {}, t('picture.title')), h('button', { type: 'button', class: 'quiet', 'aria-label': t('picture.close'), onclick: close }, icon(ICONS.close))),
    h('div', { class: 'picture-row' }, h('label', {}, t('picture.name'), title), h('label', {}, t('picture.size'), size)),
    preview,
    h('div', { class: 'picture-actions' }, h('button', { type: 'button', onclick: saveSvg }, t('picture.svg')), h('button', { type: 'button', class: 'primary', onclick: savePng }, t('picture.png')))));
  title.addEventListener('change', show);
  size.addEventListener('change', show);
  dialog.addEventListener('close', () => {
    dialog.remove();
    back?.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  show();
}
