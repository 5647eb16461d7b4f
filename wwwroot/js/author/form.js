// @ts-check
// The form of the builder: each field sets one choice; what is chosen is always what the address says.
import { CONTROLS, WIDGETS } from '../embed/options.js';
import { LAYERS, WORLDVIEWS } from '../state/params.js';
import { formatInterval, parseInterval } from '../time/interval.js';
import { formatDay, parseDay } from '../time/days.js';
import { chipsOf } from '../words/chips.js';
import { LANGUAGES, t } from '../text/t.js';
import { fill, h } from '../ui/dom.js';
import { BY_ID } from './names.js';
import { RATIOS, SIDE } from './choices.js';

/**
 * @typedef {import('./choices.js').Choices} Choices
 * @typedef {import('../embed/options.js').Options} Options
 * @typedef {import('../state/params.js').State} State
 * @typedef {{state: (patch: Partial<State>) => void, options: (patch: Partial<Options>) => void, size: (patch: Partial<Choices['size']>) => void, pin: (pinned: boolean) => void, takePreview: () => void}} Wishes
 */

export class Form {
  #wishes;
  /** @type {((choices: Choices) => void)[]} */ #followers = [];
  #chips = h('div', { class: 'chips', role: 'group', 'aria-label': t('author.filters') });
  #onMap = h('a', { class: 'on-map' }, t('author.filters.map'));
  #names = BY_ID;

  /** @param {HTMLElement} element @param {Wishes} wishes */
  constructor(element, wishes) {
    this.#wishes = wishes;
    const { state, options } = wishes;
    fill(element,
      group(t('author.what'),
        this.#select('widget', t('author.widget'), WIDGETS.map((value) => [value, t(`author.widget.${value}`)]), ({ options: { widget } }) => widget, (value) => options({ widget: /** @type {any} */ (value) })),
        this.#text('title', t('author.title'), ({ options: { title } }) => title, (title) => options({ title })),
        h('div', { class: 'pair' }, this.#day('from', t('author.from'), 0), this.#day('to', t('author.to'), 1)),
        h('div', { class: 'field' }, h('span', { class: 'label' }, t('author.filters')), this.#chips, this.#onMap),
        this.#mapOnly(this.#select('layer', t('author.layer'), LAYERS.map((value) => [value, t(`layer.${value}`)]), (choices) => choices.state.layer, (layer) => state({ layer }))),
        this.#mapOnly(this.#select('worldview', t('worldview'), WORLDVIEWS.map((value) => [value, t(`worldview.${value}`)]), (choices) => choices.state.worldview, (worldview) => state({ worldview })))),
      this.#mapOnly(group(t('author.start'),
        this.#radios('start', [['fit', t('author.start.fit')], ['view', t('author.start.view')]], (choices) => (choices.state.view ? 'view' : 'fit'), (value) => (value === 'fit' ? state({ view: null }) : wishes.takePreview())),
        h('button', { type: 'button', class: 'small-button', id: 'take-preview', onclick: () => wishes.takePreview() }, t('author.start.take')))),
      group(t('author.controls'), h('div', { class: 'checks' }, CONTROLS.map((name) => this.#control(name)))),
      group(t('author.look'),
        this.#select('lang', t('menu.language'), [['', t('author.reader')], ...Object.values(LANGUAGES).map(({ code, name }) => /** @type {[string, string]} */ ([code, name]))], (choices) => choices.state.lang, (lang) => state({ lang })),
        this.#radios('theme', [['', t('author.reader')], ['light', t('author.theme.light')], ['dark', t('author.theme.dark')]], (choices) => choices.options.theme, (theme) => options({ theme: /** @type {any} */ (theme) })),
        this.#accent(),
        this.#check('ground', t('author.ground'), (choices) => choices.options.ground === 'transparent', (is) => options({ ground: is ? 'transparent' : '' }))),
      group(t('author.behaviour'),
        this.#radios('locked', [['', t('author.explorable')], ['locked', t('author.locked')]], (choices) => (choices.options.locked ? 'locked' : ''), (value) => options({ locked: value === 'locked' })),
        this.#radios('pinned', [['', t('author.live')], ['pinned', t('author.pinned')]], (choices) => (choices.state.asOf ? 'pinned' : ''), (value) => wishes.pin(value === 'pinned')),
        this.#pinned()),
      group(t('author.size'), ...this.#size()));
  }

  /** @param {Choices} choices @param {import('../words/chips.js').Names} [names] @param {string} [map] the map's address with this filter */
  show(choices, names, map) {
    this.#names = names ?? this.#names;
    for (const follow of this.#followers) follow(choices);
    const chips = chipsOf({ ...choices.state, datetime: '', asOf: '' }, this.#names);
    fill(this.#chips, chips.length === 0 ? h('span', { class: 'muted' }, t('author.filters.none')) : chips.map(({ text, without }) =>
      h('button', { type: 'button', class: 'chip', 'aria-label': t('author.filters.without', { filter: text }), onclick: () => { this.#wishes.state(without); this.#onMap.focus(); } }, `${text} ✕`)));
    if (map) this.#onMap.href = map;
  }

  /** @param {string} id @param {string} label @param {[string, string][]} values @param {(choices: Choices) => string} of @param {(value: string) => void} set */
  #select(id, label, values, of, set) {
    const select = h('select', { id, onchange: () => set(select.value) }, values.map(([value, words]) => h('option', { value }, words)));
    this.#followers.push((choices) => { select.value = of(choices); });
    return field(id, label, select);
  }

  /** @param {string} id @param {string} label @param {(choices: Choices) => string} of @param {(value: string) => void} set */
  #text(id, label, of, set) {
    const input = h('input', { id, type: 'text', maxlength: 120, dir: 'auto', autocomplete: 'off', onchange: () => set(input.value.trim()) });
    this.#followers.push((choices) => { input.value = of(choices); });
    return field(id, label, input);
  }

  /** @param {string} id @param {string} label @param {0|1} end */
  #day(id, label, end) {
    const input = h('input', { id, type: 'date', onchange: () => {
      const day = parseDay(input.value);
      const [start, last] = this.#window;
      const next = end === 0 ? [day, last] : [start, day];
      // An end that has overtaken the other takes it along.
      if (next[0] !== null && next[1] !== null && next[0] > next[1]) next[1 - end] = day;
      this.#wishes.state({ datetime: formatInterval(next[0], next[1]) });
    } });
    this.#followers.push(({ state }) => {
      const asked = parseInterval(state.datetime)?.possible;
      this.#window = [finite(asked?.start), finite(asked?.end)];
      const shown = this.#window[end];
      input.value = shown === null ? '' : formatDay(shown);
    });
    return field(id, label, input);
  }

  /** @type {[number|null, number|null]} */ #window = [null, null];

  /** @param {string} name @param {[string, string][]} values @param {(choices: Choices) => string} of @param {(value: string) => void} set */
  #radios(name, values, of, set) {
    const inputs = values.map(([value]) => h('input', { type: 'radio', name, value, onchange: () => set(value) }));
    this.#followers.push((choices) => { for (const input of inputs) input.checked = input.value === of(choices); });
    return h('div', { class: 'radios', role: 'radiogroup', 'aria-label': t(`author.label.${name}`) }, values.map(([, words], at) => h('label', {}, inputs[at], h('span', {}, words))));
  }

  /** @param {string} id @param {string} label @param {(choices: Choices) => boolean} of @param {(value: boolean) => void} set */
  #check(id, label, of, set) {
    const input = h('input', { id, type: 'checkbox', onchange: () => set(input.checked) });
    this.#followers.push((choices) => { input.checked = of(choices); });
    return h('label', { class: 'check' }, input, h('span', {}, label));
  }

  /** @param {string} name */
  #control(name) {
    /** @type {string[]} */ let now = [];
    this.#followers.push(({ options }) => { now = options.controls; });
    return this.#check(`control-${name}`, t(`author.control.${name}`), ({ options }) => options.controls.includes(name),
      (is) => this.#wishes.options({ controls: CONTROLS.filter((one) => (one === name ? is : now.includes(one))) }));
  }

  #accent() {
    const colour = h('input', { type: 'color', id: 'accent-colour', 'aria-label': t('author.accent.colour'), onchange: () => this.#wishes.options({ accent: colour.value.slice(1) }) });
    this.#followers.push(({ options }) => { colour.value = `#${options.accent || '1f5f7a'}`; colour.disabled = options.accent === ''; });
    return h('div', { class: 'with-colour' }, this.#check('accent', t('author.accent'), ({ options }) => options.accent !== '', (is) => this.#wishes.options({ accent: is ? colour.value.slice(1) : '' })), colour);
  }

  #pinned() {
    const words = h('p', { class: 'muted small' });
    this.#followers.push(({ state }) => { words.textContent = state.asOf ? t('author.pinned.means', { n: state.asOf }) : t('author.live.means'); });
    return words;
  }

  #size() {
    const side = (/** @type {'width'|'height'} */ key) => {
      const input = h('input', { type: 'number', id: key, min: SIDE.least, max: SIDE.most, step: 10, onchange: () => { if (input.checkValidity() && input.value) this.#wishes.size({ ratio: '', [key]: Number(input.value) }); else input.reportValidity(); } });
      this.#followers.push(({ size }) => { input.value = String(size[key]); input.disabled = size.ratio !== ''; });
      return field(key, t(`author.side.${key}`), input);
    };
    return [
      this.#select('ratio', t('author.ratio'), [...RATIOS.map((ratio) => /** @type {[string, string]} */ ([ratio, t('author.ratio.of', { ratio: ratio.replace('/', ':') })])), ['', t('author.ratio.fixed')]], ({ size }) => size.ratio, (ratio) => this.#wishes.size({ ratio })),
      h('div', { class: 'pair' }, side('width'), side('height')),
    ];
  }

  /** @template {HTMLElement} T @param {T} element */
  #mapOnly(element) {
    this.#followers.push(({ options }) => { element.hidden = options.widget !== 'map'; });
    return element;
  }
}

/** @param {number|null|undefined} day */
const finite = (day) => (typeof day === 'number' && Number.isFinite(day) ? day : null);

/** @param {string} id @param {string} label @param {HTMLElement} input */
const field = (id, label, input) => h('div', { class: 'field' }, h('label', { for: id }, label), input);

/** @param {string} legend @param {...HTMLElement} children */
const group = (legend, ...children) => h('fieldset', {}, h('legend', {}, legend), children);
