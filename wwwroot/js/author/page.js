// @ts-check
// The builder: choices → preview and codes. The address holds all choices, so that going back undoes one.
import { Form } from './form.js';
import { addressesOf, componentCode, iframeCode, LEAST_HEIGHT, markdownCode, pictureCode } from './codes.js';
import { namesFor } from './names.js';
import { OverviewView } from './overview-view.js';
import { readChoices, usedOptions, writeChoices } from './choices.js';
import { Stored } from './stored.js';
import { getPub, getText, onSite } from '../data/api.js';
import { readEmbed, writeEmbed } from '../embed/options.js';
import { download } from '../picture/download.js';
import { parseInterval } from '../time/interval.js';
import { writeState } from '../state/params.js';
import { t } from '../text/t.js';
import { announce, byId, fill, h } from '../ui/dom.js';
import { copyText } from '../ui/menus.js';
import { detailOf, notice } from '../ui/notices.js';
import { windowWords } from '../words/dates.js';

/** @typedef {import('./choices.js').Choices} Choices */

/** The site's address. */
const SITE = onSite('');

const CODES = /** @type {const} */ (['component', 'iframe', 'link', 'markdown', 'picture']);

export class AuthorPage {
  /** @type {Choices} */ #choices;
  #form;
  #stored;
  #overview = new OverviewView();
  #frame = h('iframe', { title: t('author.preview'), allowfullscreen: true });
  /** @type {Map<string, HTMLTextAreaElement>} */ #codes = new Map();
  /** The address in the preview. */ #shown = '';
  /** Ids whose names are asked for. */ #named = '';

  constructor() {
    const { refused, ...choices } = readChoices(location.search);
    this.#choices = choices;
    if (refused.length > 0) notice(byId('notices'), t('error.refused', { parts: refused.map(({ name, value }) => `${name}=${value}`).join(', ') }));
    this.#form = new Form(byId('form'), {
      state: (patch) => this.#set({ state: { ...this.#choices.state, ...patch } }),
      options: (patch) => this.#set({ options: { ...this.#choices.options, ...patch } }),
      size: (patch) => this.#set({ size: { ...this.#choices.size, ...patch } }),
      pin: (pinned) => void this.#pin(pinned),
      takePreview: () => this.#takePreview(),
    });
    this.#stored = new Stored(byId('stored'), {
      query: () => ({ query: writeEmbed(this.#choices.state, this.#options), title: this.#choices.options.title }),
      stored: () => this.#choices.stored,
      store: (stored) => this.#set({ stored }),
      open: ({ id, query }) => this.#set({ ...readEmbed(query), stored: id }),
    });
    byId('preview').append(this.#frame);
    byId('overview').append(this.#overview.element);
    this.#buildCodes();
    addEventListener('popstate', () => this.#apply(readChoices(location.search)));
  }

  async start() {
    this.#show();
    await this.#stored.start().catch((error) => notice(byId('notices'), t('author.stored.failed'), { detail: detailOf(error) }));
    document.body.dataset.ready = 'true';
  }

  get #options() { return usedOptions(this.#choices.options); }

  /** @param {Partial<Choices>} patch */
  #set(patch) {
    const next = { ...this.#choices, ...patch };
    const query = writeChoices(next);
    if (query !== writeChoices(this.#choices)) history.pushState(null, '', query ? `?${query}` : location.pathname);
    this.#apply(next);
  }

  /** @param {Choices} choices */
  #apply({ state, options, size, stored, pageLang }) {
    this.#choices = { state, options, size, stored, pageLang };
    this.#show();
    this.#stored.show();
  }

  #show() {
    const choices = { ...this.#choices, options: this.#options };
    const addresses = addressesOf(choices, SITE);
    this.#form.show(this.#choices, undefined, addresses.map);
    /** @type {HTMLAnchorElement} */ (byId('to-map')).href = addresses.map;
    this.#showPreview(addresses.direct);
    const said = this.#said();
    const texts = { component: componentCode(choices, SITE, said), iframe: iframeCode(choices, SITE, said), link: addresses.frame, markdown: markdownCode(choices, SITE, said), picture: pictureCode(choices, SITE, said) };
    for (const name of CODES) /** @type {HTMLTextAreaElement} */ (this.#codes.get(name)).value = texts[name];
    void this.#overview.show(writeState(choices.state, { filterOnly: true }));
    void this.#name();
  }

  /** What the embed is called, and what its picture shows. */
  #said() {
    const { state, options } = this.#choices;
    const title = options.title || t('author.said.title');
    const window = parseInterval(state.datetime);
    return { title, open: t('embed.full'), alt: state.datetime && window ? [title, windowWords(window.possible)].join(t('list.comma')) : title };
  }

  /** Its own moves stay out of the way back. @param {string} address */
  #showPreview(address) {
    const { ratio, width, height } = this.#choices.size;
    this.#frame.style.aspectRatio = ratio || 'auto';
    this.#frame.style.inlineSize = ratio ? '100%' : `${width}px`;
    this.#frame.style.blockSize = ratio ? 'auto' : `${height}px`;
    this.#frame.style.minBlockSize = ratio ? `${LEAST_HEIGHT[this.#choices.options.widget]}px` : '0';
    if (address === this.#shown) return;
    if (this.#shown === '') this.#frame.src = address;
    else this.#frame.contentWindow?.location.replace(address);
    this.#shown = address;
  }

  async #name() {
    const { state } = this.#choices;
    const ids = [state.kind, state.place, state.actor, state.episode].flat().join();
    if (ids === this.#named || ids === '') return;
    this.#named = ids;
    try {
      this.#form.show(this.#choices, await namesFor(state));
    } catch (error) {
      console.warn('names for chips', detailOf(error));
    }
  }

  /** @param {boolean} pinned */
  async #pin(pinned) {
    try {
      const asOf = pinned ? String(await getPub()) : '';
      this.#set({ state: { ...this.#choices.state, asOf } });
    } catch (error) {
      notice(byId('notices'), t('author.pinned.failed'), { detail: detailOf(error) });
      this.#show();
    }
  }

  /** The embed begins as its preview stands now. */
  #takePreview() {
    // The way from the embed to the full map carries what the embed shows.
    const link = /** @type {HTMLAnchorElement|null|undefined} */ (this.#frame.contentDocument?.querySelector('border-map')?.shadowRoot?.querySelector('#head > a'));
    if (!link) return this.#show();
    const { state } = readEmbed(new URL(link.href).search);
    const { view, datetime, layer, mode, highlight } = state;
    this.#set({ state: { ...this.#choices.state, view, datetime, layer, mode, highlight } });
    this.#shown = addressesOf({ ...this.#choices, options: this.#options }, SITE).direct;
    announce(t('author.start.taken'));
  }

  #buildCodes() {
    fill(byId('codes'), CODES.map((name) => {
      const text = h('textarea', { id: `code-${name}`, rows: name === 'component' ? 5 : 3, readonly: true, spellcheck: 'false', dir: 'ltr', onfocus: () => text.select() });
      this.#codes.set(name, text);
      return h('div', { class: 'code' }, h('div', { class: 'code-head' }, h('label', { for: text.id }, t(`author.code.${name}`)),
        h('button', { type: 'button', id: `copy-${name}`, 'aria-label': t('author.copy.of', { what: t(`author.code.${name}`) }), onclick: (/** @type {Event} */ event) => copyText(text.value, /** @type {HTMLElement} */ (event.currentTarget)) }, t('author.copy'))),
      h('p', { class: 'muted small' }, t(`author.code.about.${name}`)), text,
      name === 'picture' && h('button', { type: 'button', id: 'save-png', class: 'small-button', onclick: () => void this.#savePng() }, t('author.png')));
    }));
  }

  async #savePng() {
    try {
      const choices = { ...this.#choices, options: this.#options };
      const blob = await pngOf(await getText(addressesOf(choices, SITE).picture));
      download(blob, 'bordermap.png');
    } catch (error) {
      notice(byId('notices'), t('picture.failed'), { detail: detailOf(error) });
    }
  }
}

/** Twice the pixels, for print. @param {string} svg @returns {Promise<Blob>} */
async function pngOf(svg) {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = h('canvas', { width: image.naturalWidth * 2, height: image.naturalHeight * 2 });
  /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')).drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'));
}
