// @ts-check
// What is around every widget: its title, the way to the full map, its sources and licence, and what has to be said.
import { inUse, t, formatDigits } from '../text/t.js';
import { announceIn, fill, h } from '../ui/dom.js';
import { windowWords } from '../words/dates.js';
import { mapAddress, outLink, pageAddress } from './links.js';

/**
 * @typedef {import('../state/params.js').State} State
 * @typedef {import('./options.js').Options} Options
 *
 * @typedef {object} Shown what a widget shows
 * @property {State} state
 * @property {import('../data/columns.js').Columns} columns
 * @property {import('../data/kinds.js').Kinds} kinds
 * @property {import('../filter/selection.js').Selection} selection
 * @property {import('../time/window.js').Window} window
 * @property {import('../time/window.js').Domain} domain
 * @property {number} counted grows when another filter than that of time has changed
 *
 * @typedef {object} Frame what a widget may ask of what is around it
 * @property {State} state as it began
 * @property {import('./options.js').Options} options
 * @property {import('../map/theme.js').Theme} theme
 * @property {(patch: Partial<State>) => void} set
 * @property {(window: import('../time/window.js').Window, done: boolean) => void} window
 * @property {(day: number) => void} go
 * @property {(type: string, detail: object) => void} tell
 * @property {(text: string, detail: string) => void} notice
 * @property {(pub?: number, count?: number) => void} ready
 */

/** Publishers that are named; the others are counted. */
const NAMED = 3;

/** @param {Options['widget']} widget */
const titleOf = (widget) => ({ map: t('embed.map'), line: t('line.label'), histogram: t('embed.histogram'), counter: t('embed.counter.title'), latest: t('embed.latest') })[widget];

export class Shell {
  #options;
  #title = h('p', { id: 'title', role: 'heading' });
  #full = outLink('', t('embed.full'));
  #sources = h('p', { class: 'sources' });
  #data = h('span', {});
  /** The page's own picture, until there is more. @type {HTMLElement|null} */ #cover;
  bar = h('div', { id: 'embed-bar', hidden: true });
  stage = h('div', { id: 'stage' });
  timeline = h('div', { id: 'timeline', role: 'group', 'aria-label': t('time.label') });
  notices = h('div', { id: 'notices' });
  #pinned = h('div', { id: 'pinned', hidden: true });
  loading = h('div', { id: 'loading', role: 'status', hidden: true });
  element;

  /** @param {Options} options @param {State} state @param {HTMLElement} host the element; a picture inside is shown until there is more */
  constructor(options, state, host) {
    const [hasStill, isPage] = [host.childElementCount > 0, host.hasAttribute('framed')];
    this.#options = options;
    this.#cover = hasStill ? h('div', { id: 'cover' }, h('slot')) : null;
    const { code, dir } = inUse();
    const announcer = h('p', { class: 'hidden', 'aria-live': 'polite' });
    const { controls, widget } = options;
    const isTitled = controls.includes('title');
    // In a frame it is the heading of a page, which may not lack one.
    this.#title.ariaLevel = isPage ? '1' : '2';
    this.#title.classList.toggle('hidden', !isTitled);
    const hasTime = widget === 'line' || widget === 'histogram' || (widget === 'map' && controls.includes('timeline'));
    const classes = ['widget', `widget-${widget}`, ...(options.ground ? ['see-through'] : []), ...(options.locked ? ['locked'] : []), ...(controls.includes('play') && !options.locked ? [] : ['no-play'])];
    this.element = h('div', { id: 'embed', class: classes.join(' '), lang: code, dir },
      h('div', { id: 'head' }, (isTitled || isPage) && this.#title, this.#full),
      this.#pinned, this.bar,
      widget === 'line' || widget === 'histogram' ? h('div', { id: 'over' }, this.loading, this.notices) : this.stage,
      hasTime && this.timeline,
      h('div', { id: 'foot' }, this.#sources, h('p', {}, outLink(pageAddress(state, 'method', 'licence'), t('embed.licence')), outLink(pageAddress(state, 'method', 'sources'), t('map.credit')), this.#data)),
      this.#cover, announcer);
    this.timeline.inert = options.locked;
    if (options.accent) this.element.style.setProperty('--accent', `#${options.accent}`);
    announceIn(announcer);
    this.element.addEventListener('focusin', () => announceIn(announcer));
  }

  /** What stands over the stage comes after what a widget puts there. */
  cover() { if (this.stage.isConnected) this.stage.append(this.loading, this.notices); }

  /** The widget is there. */
  uncover() { this.#cover?.remove(); }

  /** @param {State} state @param {{start: number, end: number}|null} window null: not known yet */
  follow(state, window) {
    const { title, widget } = this.#options;
    const when = state.datetime && window ? windowWords(window) : '';
    this.#title.textContent = title || [titleOf(widget), when].filter(Boolean).join(t('list.comma'));
    this.#full.href = mapAddress(state);
  }

  /** @param {readonly string[]} names */
  showSources(names) {
    const rest = names.length - NAMED;
    const said = names.slice(0, NAMED).join(t('list.comma'));
    this.#sources.title = names.join(t('list.comma'));
    this.#sources.textContent = names.length === 0 ? '' : [t('embed.sources', { names: said }), rest > 0 && t('embed.sources.more', { n: rest })].filter(Boolean).join(' ');
  }

  /** @param {number} pub */
  showPub(pub) { this.#data.textContent = t('embed.pub', { pub: formatDigits(pub) }); }

  /** That a newer version exists, and what is withheld since. @param {State} state @param {number} newest @param {number} withheld */
  showPinned(state, newest, withheld) {
    const isOld = newest > Number(state.asOf);
    this.#pinned.hidden = !isOld && withheld === 0;
    fill(this.#pinned, h('span', {}, [isOld && t('embed.pinned', { pub: formatDigits(state.asOf) }), withheld > 0 && t('embed.withheld', { n: withheld })].filter(Boolean).join(' ')),
      isOld && outLink(mapAddress(state, { asOf: '' }), t('embed.newest')));
  }

  /** Nothing could be loaded: the still picture and the way to the map. @param {string} words @param {string} detail @param {string} still its address @param {State} state @param {() => void} retry */
  fail(words, detail, still, state, retry) {
    this.element.dataset.failed = 'true';
    this.loading.hidden = true;
    // No address is better than that of a picture which the page itself has.
    const picture = this.#cover ? h('slot') : h('img', { src: still, alt: titleOf(this.#options.widget), crossorigin: 'anonymous' });
    picture.addEventListener('error', () => picture.remove());
    this.#cover?.remove();
    const box = h('div', { id: 'failed', role: 'alert' }, this.#cover ? picture : outLink(mapAddress(state), picture),
      h('p', {}, words), h('p', { class: 'muted small' }, detail), h('p', {}, h('button', { type: 'button', onclick: retry }, t('retry')), ' ', outLink(mapAddress(state), t('embed.full'))));
    fill(this.stage.isConnected ? this.stage : this.timeline, box);
  }
}
