// @ts-check
// How many are shown, of how many, and what range of killed is reported for them; the chips of the filter; an empty window's way out.
import { fill, h, icon, ICONS, say } from '../ui/dom.js';
import { formatNumber, t } from '../text/t.js';
import { sumWords } from '../words/counts.js';
import { dayWords } from '../words/dates.js';
import { Beat } from '../ui/pace.js';
import { ShownSum } from '../words/shown-sum.js';

/**
 * @typedef {import('../data/columns.js').Columns} Columns
 * @typedef {import('../filter/selection.js').Selection} Selection
 */

/** The numbers: they are reckoned with every step and said a few times a second, only words that differ. */
export class Summary {
  #sum = new ShownSum();
  #words = new Beat();
  #count = h('strong');
  #noun = h('span');
  #of = h('span', { class: 'muted' });
  #killed = h('span');
  #unsaid = h('span', { class: 'muted' });
  #figures = h('p', { class: 'sum', title: t('shown.summed') }, this.#killed, this.#unsaid);

  /** @param {HTMLElement} element */
  constructor(element) { fill(element, h('p', { class: 'count' }, this.#count, ' ', this.#noun, this.#of), this.#figures); }

  /** @param {Columns} columns @param {Selection} selection */
  show(columns, selection) {
    this.#sum.follow(columns, selection);
    this.#words.soon(() => this.#say(columns, selection));
  }

  /** @param {Columns} columns @param {Selection} selection */
  #say(columns, { count }) {
    const sum = this.#sum;
    say(this.#count, formatNumber(count));
    say(this.#noun, t('shown.noun', { n: count }));
    say(this.#of, count < columns.size ? ` ${t('shown.of', { n: columns.size })}` : '');
    if (this.#figures.hidden !== (count === 0)) this.#figures.hidden = count === 0;
    say(this.#killed, t('shown.killed', { range: sumWords(sum) }));
    say(this.#unsaid, sum.unsaid > 0 ? ` · ${t('shown.unsaid', { n: sum.unsaid })}` : '');
  }
}

/**
 * @param {HTMLElement} element
 * @param {readonly import('../words/chips.js').Chip[]} chips
 * @param {(without: Partial<import('../state/params.js').State>) => void} remove
 * @param {() => void} clear
 */
export function showChips(element, chips, remove, clear) {
  element.hidden = chips.length === 0;
  fill(element,
    chips.map(({ text, without }) => h('button', { type: 'button', class: 'chip', 'aria-label': t('filter.remove', { name: text }), onclick: () => remove(without) }, text, icon(ICONS.close, 10))),
    h('button', { type: 'button', class: 'link', onclick: clear }, t('filter.clear')));
}

/**
 * @param {ReturnType<typeof import('./nearest.js').nearest>} near
 * @param {boolean} none there is no incident at all
 * @param {(day: number) => void} go
 * @param {() => void} clear
 */
export function emptyState({ before, after }, none, go, clear) {
  const jump = (/** @type {'before'|'after'} */ side, /** @type {{n: number, day: number}} */ { n, day }) => n > 0
    && h('button', { type: 'button', onclick: () => go(day) }, t(`empty.${side}`, { n, date: dayWords(day) }));
  const elsewhere = before.n + after.n > 0;
  return h('div', { class: 'empty' },
    h('p', {}, h('strong', {}, t(none ? 'empty.none' : elsewhere ? 'empty.window' : 'empty.filters'))),
    elsewhere && h('div', { class: 'actions' }, jump('before', before), jump('after', after)),
    !none && h('button', { type: 'button', class: 'link', onclick: clear }, t('empty.clear')),
    h('p', { class: 'muted' }, t('empty.record')));
}
