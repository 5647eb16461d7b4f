// @ts-check
// A contributor's own drafts: what state they are in, why one came back, and the way to go on writing.
import { fill, h } from '../ui/dom.js';
import { t } from '../text/t.js';
import { failureView } from './failure.js';
import { editAddress, instantWords, onPlainClick } from './queue-item.js';

/** @typedef {import('./queue-server.js').OwnDraft} OwnDraft */

const STATES = ['', 'draft', 'submitted', 'retracted'];

export class OwnWork {
  #server;
  #status = '';
  #words = '';
  /** @type {OwnDraft[]} */ #drafts = [];
  /** @type {string|null} */ #next = null;
  #turn = 0;
  #timer = 0;
  #tabs = h('nav', { class: 'queue-tabs', 'aria-label': t('queue.own.states') });
  #search = h('input', { type: 'search', id: 'own-words', dir: 'auto', autocomplete: 'off', oninput: () => this.#typed() });
  #list = h('ul', { class: 'queue-rows own', 'aria-label': t('queue.own') });
  #foot = h('div', { class: 'queue-foot', role: 'status' });

  /** @param {import('./queue-server.js').QueueServer} server */
  constructor(server) {
    this.#server = server;
    this.element = h('div', { class: 'queue-own' },
      h('div', { class: 'queue-title' }, h('h2', {}, t('queue.own')), h('a', { href: 'desk?new', class: 'button primary' }, t('desk.new'))),
      this.#tabs, h('div', { class: 'field' }, h('label', { for: 'own-words' }, t('queue.filter.q')), this.#search), this.#list, this.#foot);
    addEventListener('popstate', () => this.start());
  }

  /** Reads and shows what the address asks for. */
  async start() {
    const asked = new URLSearchParams(location.search);
    this.#status = STATES.includes(asked.get('status') ?? '') ? asked.get('status') ?? '' : '';
    this.#words = asked.get('q') ?? '';
    if (document.activeElement !== this.#search) this.#search.value = this.#words;
    fill(this.#tabs, STATES.map((status) => this.#tab(status)));
    await this.#load(null);
  }

  /** @param {string} status @param {string} words */
  #address(status, words) {
    const query = new URLSearchParams([['status', status], ['q', words]].filter(([, value]) => value));
    return query.size > 0 ? `desk?${query}` : 'desk';
  }

  /** @param {string} status */
  #tab(status) {
    return h('a', { class: 'queue-tab', href: this.#address(status, this.#words), 'aria-current': status === this.#status ? 'page' : null, 'data-tab': status, onclick: onPlainClick(() => this.#go(status, this.#words)) },
    t(`queue.own.${status || 'all'}`));
  }

  /** @param {string} status @param {string} words */
  #go(status, words) {
    history.pushState(null, '', this.#address(status, words));
    this.start().then(() => { if (document.activeElement === document.body) /** @type {HTMLElement|null} */ (this.#tabs.querySelector('[aria-current]'))?.focus(); });
  }

  #typed() {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#go(this.#status, this.#search.value.trim()), 350);
  }

  /** @param {string|null} next the page after those shown; null: the first */
  async #load(next) {
    const turn = ++this.#turn;
    fill(this.#foot, h('p', { class: 'muted' }, t('queue.loading')));
    try {
      const query = new URLSearchParams([['status', this.#status], ['q', this.#words], ['limit', '50']].filter(([, value]) => value));
      const page = next ? await this.#server.more(next) : await this.#server.drafts(query.toString());
      if (turn !== this.#turn) return;
      this.#drafts = next ? [...this.#drafts, ...page.drafts] : page.drafts;
      this.#next = page.next;
      this.#draw();
    } catch (error) {
      if (turn === this.#turn) fill(this.#foot, failureView(error, () => this.#load(next)));
    }
  }

  #draw() {
    fill(this.#list, this.#drafts.map((draft) => this.#row(draft)));
    const isFiltered = this.#status !== '' || this.#words !== '';
    fill(this.#foot, this.#drafts.length === 0 && h('p', { class: 'empty' }, t(isFiltered ? 'queue.empty.filtered' : 'queue.own.empty')),
      this.#next && h('button', { type: 'button', class: 'add', onclick: () => this.#load(this.#next) }, t('queue.more')));
  }

  /** @param {OwnDraft} draft */
  #row({ id, title, status, updated, given_back: back }) {
    const isOpen = status !== 'retracted';
    return h('li', { class: 'queue-row', 'data-ref': id }, h('div', { class: 'queue-text' },
      h('p', {}, h('span', { class: `item-kind item-${back ? 'back' : status}` }, t(back && isOpen ? 'queue.own.back' : `queue.own.is.${status}`)), ' ', isOpen ? h('a', { href: editAddress(id) }, h('bdi', {}, title || id)) : h('bdi', {}, title || id)),
      back && h('p', { class: 'note', dir: 'auto' }, t('queue.own.why', { who: back.by, when: instantWords(back.at) }), ' ', h('q', {}, back.reason)),
      h('p', { class: 'muted small' }, t('queue.own.saved', { when: instantWords(updated) }))),
    isOpen && h('a', { href: editAddress(id), class: 'button', 'aria-label': t('queue.own.go.named', { title: title || id }) }, t(status === 'submitted' ? 'queue.own.see' : 'queue.own.go')));
  }
}
