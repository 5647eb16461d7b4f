// @ts-check
// Embeds stored under a short id, for who is signed in: what is chosen can be stored, changed and deleted, and one's own are listed.
import { getOwn, RequestError, send } from '../data/api.js';
import { wordsOf } from '../people/form.js';
import { whoIsSignedIn } from '../people/session.js';
import { t } from '../text/t.js';
import { announce, fill, h } from '../ui/dom.js';

/** @typedef {{id: string, query: string, title: string|null, updated: string, version: number, owner: string}} Embed */
/** @typedef {{query: () => {query: string, title: string}, stored: () => string, store: (id: string) => void, open: (embed: Embed) => void}} Wishes */

export class Stored {
  #wishes;
  #message = h('p', { class: 'message', role: 'status' });
  #list = h('ul', { class: 'stored-list' });
  #actions = h('div', { class: 'stored-actions' });
  /** @type {Embed[]} */ #embeds = [];

  /** @param {HTMLElement} element @param {Wishes} wishes */
  constructor(element, wishes) {
    this.#wishes = wishes;
    fill(element, this.#actions, this.#message, this.#list);
  }

  async start() {
    const session = await whoIsSignedIn();
    if (!session.signed_in || session.must_change) {
      fill(this.#actions, h('p', { class: 'muted' }, t('author.stored.sign'), ' ', h('a', { href: `../sign-in?return=${encodeURIComponent(location.pathname + location.search)}` }, t('author.stored.sign-in'))));
      return;
    }
    await this.#load();
    this.show();
  }

  async #load() { this.#embeds = (await getOwn('api/embeds')).embeds; }

  /** Brings buttons and list up to what is chosen. */
  show() {
    if (this.#actions.querySelector('a')) return;
    const id = this.#wishes.stored();
    const current = this.#embeds.find((embed) => embed.id === id);
    fill(this.#actions,
      current && h('button', { type: 'button', class: 'primary', onclick: () => this.#act(() => this.#change(current)) }, t('author.stored.change', { id })),
      h('button', { type: 'button', onclick: () => this.#act(() => this.#add()) }, current ? t('author.stored.another') : t('author.stored.store')));
    fill(this.#list, this.#embeds.map((embed) => this.#row(embed, embed.id === id)));
  }

  /** @param {Embed} embed @param {boolean} isCurrent */
  #row(embed, isCurrent) {
    const name = embed.title || embed.id;
    return h('li', { 'aria-current': isCurrent ? 'true' : null },
      h('strong', {}, h('bdi', {}, name)), h('code', {}, embed.id), h('span', { class: 'muted' }, embed.updated.slice(0, 10)),
      h('button', { type: 'button', 'aria-label': t('author.stored.open', { name }), onclick: () => this.#wishes.open(embed) }, t('author.stored.edit')),
      h('button', { type: 'button', 'aria-label': t('author.stored.remove', { name }), onclick: () => { if (confirm(t('author.stored.sure', { name }))) void this.#act(() => this.#remove(embed)); } }, t('author.stored.delete')));
  }

  /** @param {() => Promise<string>} act gives what to say when it went well */
  async #act(act) {
    this.#message.textContent = '';
    try {
      const said = await act();
      await this.#load();
      this.#message.textContent = said;
      announce(said);
    } catch (error) {
      this.#message.textContent = wordsOf(error);
    }
    this.show();
  }

  async #add() {
    const { body } = await this.#send('POST', 'api/embeds', this.#wishes.query());
    this.#wishes.store(body.id);
    return t('author.stored.done', { id: body.id });
  }

  /** @param {Embed} embed */
  async #change(embed) {
    await this.#send('PUT', `api/embeds/${embed.id}`, this.#wishes.query(), embed.version);
    return t('author.stored.changed', { id: embed.id });
  }

  /** @param {Embed} embed */
  async #remove(embed) {
    await this.#send('DELETE', `api/embeds/${embed.id}`, undefined, embed.version);
    if (this.#wishes.stored() === embed.id) this.#wishes.store('');
    return t('author.stored.deleted', { id: embed.id });
  }

  /** @param {'POST'|'PUT'|'DELETE'} method @param {string} url @param {object} [body] @param {number} [version] */
  async #send(method, url, body, version) {
    const { antiforgery } = await whoIsSignedIn();
    const answer = await send(method, url, { body, headers: { 'x-antiforgery': antiforgery, ...(version === undefined ? {} : { 'if-match': `"${url.split('/')[2]}.${version}"` }) } });
    if (answer.status >= 400) throw new RequestError(url, answer.status, answer.body?.detail ?? String(answer.status));
    return answer;
  }
}
