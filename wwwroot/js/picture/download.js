// @ts-check
// Gives the reader a file that the page has made.
import { announce } from '../ui/dom.js';
import { t } from '../text/t.js';

/** @param {Blob} blob @param {string} name */
export function download(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
  announce(t('picture.made'));
}
