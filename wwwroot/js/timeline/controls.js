// @ts-check
// The row above the plot: play, what the window says, periods by name, speed and mode.
import { fill, h, icon, ICONS } from '../ui/dom.js';
import { formatDigits, formatNumber, t } from '../text/t.js';
import { formatInterval } from '../time/interval.js';
import { presets } from '../time/window.js';

/**
 * @typedef {object} Wishes
 * @property {() => void} play
 * @property {(mode: string) => void} mode
 * @property {(choice: {window?: import('../time/window.js').Window, episode?: string, all?: boolean}) => void} preset
 * @property {() => void} zoomIn
 * @property {() => void} zoomOut
 */

const SPEEDS = [0.5, 1, 2, 4];

export class Controls {
  #play;
  #words = h('output', { class: 'window-words', 'aria-live': 'off' });
  #period = h('select', { 'aria-label': t('time.presets'), class: 'period' });
  #mode;
  #speed;
  #unit = h('span', { class: 'unit' });
  #zoomOut;
  /** @type {Map<string, {window?: import('../time/window.js').Window, episode?: string, all?: boolean}>} */ #choices = new Map();

  /** @param {Wishes} wishes */
  constructor(wishes) {
    this.#play = h('button', { type: 'button', class: 'play', 'aria-label': t('time.play'), onclick: wishes.play }, icon(ICONS.play));
    this.#speed = h('select', { 'aria-label': t('time.speed'), class: 'speed' }, SPEEDS.map((speed) => h('option', { value: speed, selected: speed === 1 }, `${formatNumber(speed)}×`)));
    this.#mode = h('select', { 'aria-label': t('time.mode'), class: 'mode', onchange: () => wishes.mode(this.#mode.value) },
      ['window', 'cumulative'].map((mode) => h('option', { value: mode }, t(`time.mode.${mode}`))));
    this.#period.addEventListener('change', () => {
      const choice = this.#choices.get(this.#period.value);
      if (choice) wishes.preset(choice);
    });
    this.#zoomOut = h('button', { type: 'button', class: 'quiet', title: t('time.zoomout'), 'aria-label': t('time.zoomout'), onclick: wishes.zoomOut }, icon(ICONS.zoomout));
    this.element = h('div', { class: 'time-controls' }, this.#play, this.#words, this.#period,
      h('span', { class: 'time-right' }, this.#unit, this.#mode, this.#speed,
        h('button', { type: 'button', class: 'quiet', title: t('time.zoomin'), 'aria-label': t('time.zoomin'), onclick: wishes.zoomIn }, icon(ICONS.zoomin)), this.#zoomOut));
  }

  get speed() { return Number(this.#speed.value); }

  /** @param {import('../time/window.js').Domain} data @param {readonly {id: string, title: string, start: string|null, end: string|null}[]} episodes */
  setPeriods(data, episodes) {
    const { last, years, episodes: joined } = presets(data, episodes);
    this.#choices = new Map();
    const option = (/** @type {string} */ key, /** @type {string} */ text, /** @type {any} */ choice) => {
      this.#choices.set(key, choice);
      return h('option', { value: key }, text);
    };
    const group = (/** @type {string} */ label, /** @type {HTMLOptionElement[]} */ options) => options.length > 0 && h('optgroup', { label }, options);
    fill(this.#period,
      h('option', { value: 'custom', hidden: true }, t('time.custom')),
      option('all', t('time.all'), { all: true }),
      group(t('time.last.group'), last.map(({ key, days, window }) => option(key, t('time.last', { n: days }), { window }))),
      group(t('time.years'), years.map(({ key, year, window }) => option(key, formatDigits(year), { window }))),
      group(t('time.episodes'), joined.map(({ key, id, title }) => option(key, title, { episode: id }))));
  }

  /** @param {import('../time/days.js').Unit} unit */
  setUnit(unit) { this.#unit.textContent = `${t(`time.unit.${unit}`)}; ${t('time.pale')}`; }

  /** @param {{words: string, mode: string, datetime: string, episode: readonly string[], playing: boolean, zoomed: boolean}} now */
  show({ words, mode, datetime, episode, playing, zoomed }) {
    this.#words.textContent = words;
    this.#mode.value = mode;
    const period = this.#periodOf(datetime, episode);
    this.#period.value = this.#choices.has(period) ? period : 'custom';
    this.#zoomOut.disabled = !zoomed;
    if (this.#play.classList.contains('playing') === playing) return;
    this.#play.classList.toggle('playing', playing);
    this.#play.setAttribute('aria-label', t(playing ? 'time.pause' : 'time.play'));
    fill(this.#play, icon(playing ? ICONS.pause : ICONS.play));
  }

  /** Which period by name the state is; `custom` for none. @param {string} datetime @param {readonly string[]} episode */
  #periodOf(datetime, episode) {
    if (datetime === '') return episode.length === 1 ? `episode-${episode[0]}` : 'all';
    for (const [key, { window }] of this.#choices) if (window && formatInterval(window.start, window.end) === datetime) return key;
    return 'custom';
  }
}
