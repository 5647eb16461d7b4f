// @ts-check
// How new the record is: the newest incident, the last public change, and both for each publisher. Every time is one at which something happened.
import { getCounts } from '../data/api.js';
import { dayWords, instantWords } from '../words/dates.js';
import { formatNumber, t } from '../text/t.js';
import { parseDay } from '../time/days.js';
import { fill, h } from '../ui/dom.js';
import { detailOf } from '../ui/notices.js';
import { ofData } from '../ui/texts.js';

/** Changes that come one behind the other are asked for once. */
const DELAY = 600;

export class Freshness {
  #element;
  #timer = 0;
  #open = false;

  /** @param {HTMLElement} element */
  constructor(element) { this.#element = element; }

  /** @param {string} asOf */
  renew(asOf) {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#ask(asOf), DELAY);
  }

  /** @param {string} asOf */
  async #ask(asOf) {
    try {
      this.#show(await getCounts('publisher', asOf ? `asOf=${asOf}` : ''));
    } catch (error) {
      console.warn('how new the record is', detailOf(error));
    }
  }

  /** @param {import('../data/api.js').Counts} counts */
  #show({ latest, updated, values }) {
    const day = (/** @type {string|null} */ text) => { const found = parseDay(text); return found === null ? t('date.unknown') : dayWords(found, 'short'); };
    const change = (/** @type {string|null} */ instant) => (instant ? instantWords(instant) : t('count.none'));
    if (!updated) return fill(this.#element);
    const head = (/** @type {string} */ text) => h('th', { scope: 'col' }, text);
    fill(this.#element, h('details', { open: this.#open, ontoggle: (/** @type {Event} */ event) => { this.#open = /** @type {HTMLDetailsElement} */ (event.currentTarget).open; } },
      h('summary', {}, t('fresh.summary', { latest: day(latest), updated: change(updated) })),
      h('div', { class: 'fresh-list', tabindex: 0, role: 'region', 'aria-label': t('fresh.label') }, h('table', {},
        h('thead', {}, h('tr', {}, head(t('fresh.publisher')), head(t('fresh.incidents')), head(t('fresh.latest')), head(t('fresh.updated')))),
        h('tbody', {}, values.map((value) => h('tr', {}, h('td', {}, ofData(value.name)), h('td', {}, formatNumber(value.incidents)), h('td', {}, day(value.latest)), h('td', {}, change(value.updated)))))))));
  }
}
