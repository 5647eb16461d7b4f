// @ts-check
// The row above the plot: play, what the window says, periods by name; what bars show, how dates are matched, speed and mode; the chart.
import { fill, h, icon, ICONS, put, say } from '../ui/dom.js';
import { formatDigits, formatNumber, t } from '../text/t.js';
import { formatInterval } from '../time/interval.js';
import { presets } from '../time/window.js';

/**
 * @typedef {import('../time/window.js').Window} Window
 * @typedef {{window?: Window, episode?: string, about?: Window|null}} Choice about: when an episode was, for the axis to show
 * @typedef {{mode: string, datetime: string, episode: string[], measure: string, timeMatch: string, chart: string}} Chosen
 * @typedef {object} Wishes
 * @property {() => void} play
 * @property {(patch: Partial<Chosen>) => void} set
 * @property {(choice: Choice) => void} preset
 * @property {() => void} zoomIn
 * @property {() => void} zoomOut
 */

const SPEEDS = [0.5, 1, 2, 4];
const LINE_ICON = 'M2 2v12h12M4.5 11h2M8 8.5h2M5.5 6h2M11 4.5h2';

export class Controls {
  #play;
  #words = h('output', { class: 'window-words', 'aria-live': 'off' });
  #period = h('select', { 'aria-label': t('time.presets'), class: 'period' });
  #selects;
  #speed;
  #zoomOut;
  #chart;
  #options;
  /** @type {Map<string, Choice>} */ #choices = new Map();
  /** Periods by name of an interval. @type {Map<string, string>} */ #windows = new Map();

  /** @param {Wishes} wishes */
  constructor(wishes) {
    const choose = (/** @type {'mode'|'measure'|'timeMatch'} */ key, /** @type {string} */ text, /** @type {string[]} */ values) => {
      const select = h('select', { 'aria-label': t(`time.${text}`), class: text, onchange: () => wishes.set({ [key]: select.value }) }, values.map((value) => h('option', { value }, t(`time.${text}.${value}`))));
      return select;
    };
    this.#selects = {
      measure: choose('measure', 'measure', ['count', 'killed']),
      timeMatch: choose('timeMatch', 'match', ['possible', 'certain']),
      mode: choose('mode', 'mode', ['window', 'trail', 'cumulative']),
    };
    this.#play = h('button', { type: 'button', class: 'play', 'aria-label': t('time.play'), onclick: wishes.play }, icon(ICONS.play));
    this.#speed = h('select', { 'aria-label': t('time.speed'), class: 'speed' }, SPEEDS.map((speed) => h('option', { value: speed, selected: speed === 1 }, `${formatNumber(speed)}×`)));
    this.#period.addEventListener('change', () => {
      const choice = this.#choices.get(this.#period.value);
      if (choice) wishes.preset(choice);
    });
    this.#zoomOut = h('button', { type: 'button', class: 'quiet', title: t('time.zoomout'), 'aria-label': t('time.zoomout'), onclick: wishes.zoomOut }, icon(ICONS.zoomout));
    this.#chart = h('button', { type: 'button', class: 'chart-toggle', 'aria-pressed': 'false', title: t('line.open.long'), onclick: () => wishes.set({ chart: this.#chart.getAttribute('aria-pressed') === 'true' ? '' : 'line' }) },
      icon(LINE_ICON), h('span', {}, t('line.open')));
    this.#options = this.#foldable(this.#selects.measure, this.#selects.timeMatch, this.#selects.mode, this.#speed);
    this.element = h('div', { class: 'time-controls' }, this.#play, this.#words, this.#period,
      h('span', { class: 'time-right' }, this.#options,
        h('button', { type: 'button', class: 'quiet', title: t('time.zoomin'), 'aria-label': t('time.zoomin'), onclick: wishes.zoomIn }, icon(ICONS.zoomin)), this.#zoomOut, this.#chart));
  }

  get speed() { return Number(this.#speed.value); }

  // Where the row is narrow the choices fold behind a button.
  /** @param {...HTMLElement} choices */
  #foldable(...choices) {
    const box = h('span', { class: 'time-options', id: 'time-options' }, choices);
    const button = h('button', { type: 'button', class: 'quiet time-more', 'aria-label': t('time.options'), title: t('time.options'), 'aria-expanded': 'false', 'aria-controls': 'time-options' }, icon(ICONS.filter));
    const open = (/** @type {boolean} */ is) => {
      box.classList.toggle('open', is);
      button.setAttribute('aria-expanded', String(is));
    };
    const around = h('span', { class: 'time-fold' }, button, box);
    button.addEventListener('click', () => open(button.getAttribute('aria-expanded') !== 'true'));
    around.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      open(false);
      button.focus();
    });
    around.addEventListener('focusout', (event) => { if (event.relatedTarget instanceof Node && !around.contains(event.relatedTarget)) open(false); });
    return around;
  }

  /** @param {import('../time/window.js').Domain} data @param {readonly {id: string, title: string, start: string|null, end: string|null}[]} episodes */
  setPeriods(data, episodes) {
    const { last, years, episodes: joined } = presets(data, episodes);
    this.#choices = new Map();
    this.#windows = new Map();
    const option = (/** @type {string} */ key, /** @type {string} */ text, /** @type {Choice} */ choice) => {
      this.#choices.set(key, choice);
      const datetime = choice.window ? formatInterval(choice.window.start, choice.window.end) : '';
      if (!this.#windows.has(datetime)) this.#windows.set(datetime, key);
      return h('option', { value: key }, text);
    };
    const group = (/** @type {string} */ label, /** @type {HTMLOptionElement[]} */ options) => options.length > 0 && h('optgroup', { label }, options);
    fill(this.#period,
      h('option', { value: 'custom', hidden: true }, t('time.custom')),
      option('all', t('time.all'), {}),
      group(t('time.last.group'), last.map(({ key, days, window }) => option(key, t('time.last', { n: days }), { window }))),
      group(t('time.years'), years.map(({ key, year, window }) => option(key, formatDigits(year), { window }))),
      group(t('time.episodes'), joined.map(({ key, id, title, about }) => option(key, title, { episode: id, about }))));
  }

  /** The window in words. @param {string} words */
  say(words) { say(this.#words, words); }

  /** @param {Chosen & {playing: boolean, zoomed: boolean}} now */
  show({ mode, datetime, episode, measure, timeMatch, chart, playing, zoomed }) {
    for (const [key, value] of /** @type {const} */ ([['mode', mode], ['measure', measure], ['timeMatch', timeMatch]])) choose(this.#selects[key], value);
    put(this.#chart, 'aria-pressed', String(chart === 'line'));
    const period = this.#periodOf(datetime, episode);
    choose(this.#period, this.#choices.has(period) ? period : 'custom');
    put(this.#zoomOut, 'disabled', zoomed ? null : '');
    if (this.#play.classList.contains('playing') === playing) return;
    this.#play.classList.toggle('playing', playing);
    this.#play.setAttribute('aria-label', t(playing ? 'time.pause' : 'time.play'));
    fill(this.#play, icon(playing ? ICONS.pause : ICONS.play));
  }

  /** Which period by name the state is; `custom` for none. @param {string} datetime @param {readonly string[]} episode */
  #periodOf(datetime, episode) {
    if (datetime === '') return episode.length === 1 ? `episode-${episode[0]}` : 'all';
    return this.#windows.get(datetime) ?? 'custom';
  }
}

// The browser looks at every option of a select that is given a value.
/** @param {HTMLSelectElement} select @param {string} value */
function choose(select, value) { if (select.value !== value) select.value = value; }
