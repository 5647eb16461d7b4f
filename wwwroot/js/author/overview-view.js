// @ts-check
// The words for a report: what a filter shows, as a paragraph and a table, to be read and copied.
import { getOverview } from '../data/api.js';
import { formatDay } from '../time/days.js';
import { today } from '../time/today.js';
import { t } from '../text/t.js';
import { fill, h } from '../ui/dom.js';
import { copyText } from '../ui/menus.js';
import { detailOf } from '../ui/notices.js';

/** @typedef {import('../data/api.js').Run} Run */

/** @param {Run[]} runs */
const words = (runs) => runs.map(({ text, href }) => (href ? h('a', { href, target: '_blank', rel: 'noopener' }, text) : text));

export class OverviewView {
  #copies = ['markdown', 'html'].map((form) => h('button', { type: 'button', disabled: true, onclick: (/** @type {Event} */ event) => copyText(this.#texts[form], /** @type {HTMLElement} */ (event.currentTarget)) }, t(`overview.copy.${form}`)));
  #text = h('div', { class: 'overview-text', lang: 'en', dir: 'ltr', tabindex: 0, role: 'group', 'aria-label': t('overview.title') });
  /** @type {Record<string, string>} */ #texts = {};
  #abort = new AbortController();
  /** What is shown, or asked for. @type {string|null} */ #query = null;

  element = h('div', { class: 'overview' }, h('p', { class: 'muted small' }, t('overview.what')), this.#text, h('div', { class: 'overview-copies' }, this.#copies));

  /** @param {string} query filter parameters without `?` */
  async show(query) {
    if (query === this.#query) return;
    this.#query = query;
    this.#abort.abort();
    const { signal } = this.#abort = new AbortController();
    for (const button of this.#copies) button.disabled = true;
    this.#text.setAttribute('aria-busy', 'true');
    try {
      const overview = await getOverview([query, `accessed=${formatDay(today())}`].filter(Boolean).join('&'), signal);
      this.#texts = { markdown: overview.markdown, html: overview.html };
      this.#fill(overview);
      for (const button of this.#copies) button.disabled = false;
    } catch (error) {
      if (signal.aborted) return;
      this.#query = null;
      fill(this.#text, h('p', {}, t('overview.failed', { why: detailOf(error) })));
    }
    this.#text.removeAttribute('aria-busy');
  }

  /** @param {import('../data/api.js').Overview} overview */
  #fill({ paragraphs, table, notes }) {
    const cells = (/** @type {Run[]} */ row) => h('tr', {}, row.map((cell) => h('td', {}, words([cell]))));
    fill(this.#text,
      paragraphs.map((runs) => h('p', {}, words(runs))),
      table.rows.length > 0 && h('table', {}, h('thead', {}, h('tr', {}, table.head.map((name) => h('th', { scope: 'col' }, name)))), h('tbody', {}, table.rows.map(cells))),
      notes.map((runs) => h('p', { class: 'small' }, words(runs))));
  }
}
