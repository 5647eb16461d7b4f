// @ts-check
// One embed: its state, what is loaded for it, and the widget that shows it. The element around it knows nothing of the data.
import { loadLocalNames } from '../data/local-names.js';
import { extentOf } from '../data/columns.js';
import { getIds } from '../data/api.js';
import { Members, memberQuery } from '../data/members.js';
import { emptySelection, select, selectTime } from '../filter/select.js';
import { readTheme, watchTheme } from '../map/theme.js';
import { LOOK_KEYS, TIME_KEYS } from '../state/changes.js';
import { same, writeState } from '../state/params.js';
import { formatDay } from '../time/days.js';
import { ALL_TIME, formatInterval, parseInterval } from '../time/interval.js';
import { windowIn } from '../time/window.js';
import { languageFor, t, useLanguage } from '../text/t.js';
import { announce } from '../ui/dom.js';
import { detailOf, notice, progress } from '../ui/notices.js';
import { Beat, Pace, whenIdle } from '../ui/pace.js';
import { loadState, loadStored, prepare, renameGround } from './data.js';
import { stillAddress } from './links.js';
import { queryOfAttributes, readEmbed } from './options.js';
import { Following, sayPinned, saySources } from './provenance.js';
import { Shell } from './shell.js';
import { sheetsFor } from './styles.js';
import { loadRarer, Widgets } from './widgets.js';

/**
 * @typedef {import('../state/params.js').State} State
 * @typedef {import('../time/window.js').Window} Window
 * @typedef {import('./shell.js').Shown} Shown @typedef {import('./shell.js').Frame} Frame
 */

export class EmbedView {
  #host;
  #shadow;
  #frame;
  #tell;
  #state;
  #options;
  /** @type {Shell|null} */ #shell = null;
  /** @type {import('./data.js').Loaded|null} */ #loaded = null;
  #selection = emptySelection(0);
  #counted = 0;
  /** @type {import('../time/window.js').Domain} */ #domain = { first: 0, last: 1 };
  #members = new Members(getIds);
  /** @type {Widgets|null} */ #widgets = null;
  #following = new Following();
  #isReady = false;
  #turn = 0;
  #asking = 0;
  #again = () => {};
  #gone = new AbortController();
  #told = new Beat(200);
  #sourced = new Pace(() => void saySources(() => this.#shell, this.#state));

  /** @param {HTMLElement} host @param {ShadowRoot} shadow @param {CSSStyleSheet[]} frame its sheets that stay @param {(type: string, detail: object) => void} tell */
  constructor(host, shadow, frame, tell) {
    this.#host = host;
    this.#shadow = shadow;
    this.#frame = frame;
    this.#tell = tell;
    ({ state: this.#state, options: this.#options } = readEmbed(''));
    watchTheme(() => this.#retheme(), this.#gone.signal);
  }

  /** Shows what the attributes of the element ask for. @param {(name: string) => string|null} attribute @param {string} stored id of a stored embed, '' for none */
  async show(attribute, stored) {
    this.#again = () => void this.show(attribute, stored);
    const turn = ++this.#asking;
    try {
      const kept = stored ? await loadStored(stored) : null;
      if (turn !== this.#asking) return;
      const query = new URLSearchParams(queryOfAttributes(attribute, kept?.query));
      if (kept?.title && !query.has('title')) query.set('title', kept.title);
      await this.#update(query.toString());
    } catch (error) {
      if (turn === this.#asking) await this.#failBare(attribute, error);
    }
  }

  // What is stored could not be had: what the attributes say by themselves is said to have failed.
  /** @param {(name: string) => string|null} attribute @param {unknown} error */
  async #failBare(attribute, error) {
    if (this.#shell && this.#loaded) return this.#notice(t('embed.failed'), detailOf(error));
    const { state, options } = readEmbed(queryOfAttributes(attribute));
    this.#state = state;
    this.#options = options;
    await this.#dress(++this.#turn);
    this.#fail(error);
  }

  /** @param {string} query */
  async #update(query) {
    const before = { state: this.#state, options: this.#options, shell: this.#shell };
    const { state, options, refused } = readEmbed(query);
    if (before.shell && same(options, before.options) && state.lang === before.state.lang && state.asOf === before.state.asOf && this.#loaded) return this.set(state);
    this.#state = state;
    this.#options = options;
    const turn = ++this.#turn;
    this.#loaded = null;
    if (options.widget !== 'latest') prepare(state.asOf, options.widget === 'map');
    if (!await this.#dress(turn)) return;
    if (refused.length > 0) this.#notice(t('error.refused', { parts: refused.map(({ name, value }) => `${name}=${value}`).join(t('list.comma')) }));
    void loadLocalNames(() => { renameGround(); if (turn === this.#turn) this.#show(); });
    await this.#load(turn);
  }

  /** Language, sheets and the shell around the widget. @param {number} turn @returns {Promise<boolean>} whether nothing else was asked for meanwhile */
  async #dress(turn) {
    const wanted = [this.#host.closest('[lang]')?.getAttribute('lang') ?? '', ...navigator.languages].filter(Boolean);
    const { widget, theme } = this.#options;
    const [sheets, rarer] = await Promise.all([sheetsFor(theme), loadRarer(widget), useLanguage(languageFor(this.#state.lang, wanted))]);
    if (turn === this.#turn) this.#build([...sheets, ...this.#frame], rarer);
    return turn === this.#turn;
  }

  /** @param {CSSStyleSheet[]} sheets @param {import('./widgets.js').Rarer} rarer */
  #build(sheets, rarer) {
    const options = this.#options;
    this.#stopParts();
    this.#isReady = false;
    const shell = this.#shell = new Shell(options, this.#state, this.#host);
    this.#shadow.adoptedStyleSheets = sheets;
    this.#shadow.replaceChildren(shell.element);
    shell.follow(this.#state, null);
    const view = this;
    /** @type {Frame} */
    const around = {
      state: this.#state, options, get theme() { return readTheme(shell.element); },
      set: (patch) => view.set(patch), window: (window, done) => view.#setWindow(window, done), go: (day) => view.#goTo(day), tell: this.#tell,
      notice: (text, detail) => view.#notice(text, detail), ready: (pub, count) => view.#ready(pub, count),
    };
    this.#widgets = new Widgets(shell, around, rarer);
    shell.cover();
    progress(shell.loading, t('loading'));
  }

  /** @param {number} turn */
  async #load(turn) {
    const state = this.#state;
    let pub = 0;
    try {
      if (this.#widgets?.latest) pub = await this.#widgets.latest.load(state);
      else {
        const query = memberQuery(state);
        const [loaded] = await Promise.all([loadState(state.asOf), query && this.#members.ask(query)]);
        if (turn !== this.#turn) return;
        pub = loaded.pub;
        this.#take(loaded);
      }
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
      return;
    }
    if (turn !== this.#turn) return;
    if (this.#shell) progress(this.#shell.loading, null);
    whenIdle(() => {
      this.#sourced.soon();
      void sayPinned(() => this.#shell, this.#state, this.#loaded?.withheld ?? 0);
      if (!state.asOf && turn === this.#turn) this.#following.begin(pub, () => void this.#renew(turn));
    });
  }

  /** @param {import('./data.js').Loaded} loaded */
  #take(loaded) {
    this.#loaded = loaded;
    this.#selection = emptySelection(loaded.columns.size);
    this.#domain = extentOf(loaded.columns) ?? this.#domain;
    this.#reselect();
  }

  // What was shown stays until what is newer is there.
  /** @param {number} turn */
  async #renew(turn) {
    try {
      if (this.#widgets?.latest) this.#shell?.showPub(await this.#widgets.latest.load(this.#state));
      else {
        await this.#members.renew(memberQuery(this.#state));
        const loaded = await loadState('');
        if (turn === this.#turn) this.#take(loaded);
      }
      this.#sourced.soon();
    } catch (error) {
      this.#notice(t('error.members'), detailOf(error));
    }
  }

  /** @param {unknown} error */
  #fail(error) {
    const box = this.#host.getBoundingClientRect();
    this.#stopParts();
    this.#shell?.fail(t('embed.failed'), detailOf(error), stillAddress(writeState(this.#state), box), this.#state, () => { this.#shell = null; this.#again(); });
    this.#tell('error', { message: detailOf(error) });
  }

  /** @param {Partial<State>} patch */
  set(patch) {
    const next = { ...this.#state, ...patch };
    const changed = /** @type {(keyof State)[]} */ (Object.keys(next)).filter((key) => !same(next[key], this.#state[key]));
    this.#state = next;
    if (changed.length === 0 || !this.#shell) return;
    const only = (/** @type {(keyof State)[]} */ ...keys) => changed.every((key) => keys.includes(key));
    if (this.#widgets?.latest) return void this.#load(++this.#turn);
    if (!this.#loaded) return;
    if (only(...LOOK_KEYS)) this.#show();
    else if (only(...TIME_KEYS, ...LOOK_KEYS)) {
      selectTime(this.#selection, this.#loaded.columns, next);
      this.#show();
    } else void this.#ask();
    if (changed.includes('datetime')) this.#told.soon(() => this.#tell('timechange', { datetime: this.#state.datetime, start: formatDay(this.#window().start), end: formatDay(this.#window().end) }));
    if (!only(...LOOK_KEYS) && !this.#widgets?.time?.playing) this.#sourced.soon();
  }

  async #ask() {
    try {
      const query = memberQuery(this.#state);
      if (this.#members.at(query) === undefined && !await this.#members.ask(query)) return;
      this.#reselect();
    } catch (error) {
      this.#notice(t('error.members'), detailOf(error));
    }
  }

  #reselect() {
    if (!this.#loaded) return;
    select(this.#selection, this.#loaded.columns, this.#state, this.#loaded.kinds, this.#members.at(memberQuery(this.#state)) ?? null);
    this.#counted++;
    this.#show();
  }

  #show() {
    if (!this.#loaded || !this.#shell) return;
    const { columns, kinds, pub } = this.#loaded;
    const window = this.#window();
    /** @type {Shown} */
    const shown = { state: this.#state, columns, kinds, selection: this.#selection, window, domain: this.#domain, counted: this.#counted };
    this.#widgets?.time?.whenCounted(() => { if (!this.#widgets?.map) this.#ready(); });
    this.#widgets?.show(shown);
    this.#shell.follow(this.#state, window);
    this.#shell.showPub(pub);
    this.#shell.element.dataset.shown = String(this.#selection.count);
  }

  #window() { return windowIn((parseInterval(this.#state.datetime) ?? ALL_TIME).possible, this.#domain); }

  /** @param {Window} window @param {boolean} done */
  #setWindow({ start, end }, done) {
    const { first, last } = this.#domain;
    this.set({ datetime: formatInterval(start <= first ? null : start, end >= last ? null : end) });
    if (done) announce(t('shown.announce', { n: this.#selection.count }));
  }

  /** @param {number} day */
  #goTo(day) {
    const { start, end } = this.#window();
    const first = day - Math.floor((end - start) / 2);
    this.set({ datetime: formatInterval(first, first + end - start) });
  }

  /** @param {string} text @param {string} [detail] */
  #notice(text, detail) { if (this.#shell) notice(this.#shell.notices, text, { detail }); }

  /** @param {number} [pub] @param {number} [count] */
  #ready(pub, count) {
    if (!this.#shell || this.#isReady) return;
    this.#isReady = true;
    this.#shell.uncover();
    if (pub !== undefined) this.#shell.showPub(pub);
    this.#shell.element.dataset.ready = 'true';
    this.#tell('ready', { shown: count ?? this.#selection.count, pub: pub ?? this.#loaded?.pub ?? 0 });
  }

  #retheme() {
    const shell = this.#shell;
    if (shell) this.#widgets?.setTheme(readTheme(shell.element));
  }

  /** @param {string} datetime */
  setTime(datetime) {
    if (!parseInterval(datetime)) throw new RangeError(`${datetime} is no day and no interval of days`);
    this.pause();
    this.set({ datetime });
  }

  play() { this.#widgets?.time?.play(); }
  pause() { this.#widgets?.time?.pause(); }
  fit() { this.#widgets?.map?.fit(); }

  #stopParts() {
    this.#following.stop();
    this.#widgets?.stop();
    this.#widgets = null;
  }

  stop() {
    this.#turn++;
    this.#gone.abort();
    this.#stopParts();
  }
}
