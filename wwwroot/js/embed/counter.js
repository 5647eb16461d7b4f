// @ts-check
// The counter: how many killed are reported for the chosen days, as a range, with the rule by which it is made.
import { t, formatNumber } from '../text/t.js';
import { fill, h, say } from '../ui/dom.js';
import { sumWords } from '../words/counts.js';
import { windowWords } from '../words/dates.js';
import { ShownSum } from '../words/shown-sum.js';
import { outLink, pageAddress } from './links.js';

/** @typedef {import('./shell.js').Shown} Shown @typedef {import('./shell.js').Frame} Around */

export class CounterPart {
  #around;
  #sum = new ShownSum();
  #range = h('p', { class: 'counter-range' });
  #what = h('p', { class: 'counter-what' });
  #when = h('p', { class: 'counter-when' });
  #of = h('p', { class: 'muted' });

  /** @param {HTMLElement} stage @param {Around} around */
  constructor(stage, around) {
    this.#around = around;
    fill(stage, h('div', { class: 'counter' }, this.#range, this.#what, this.#when, this.#of,
      h('p', { class: 'muted small' }, t('shown.summed'), ' ', outLink(pageAddress(around.state, 'method', 'ranges'), t('embed.rule')))));
  }

  /** @param {Shown} shown */
  show({ columns, selection, window, state, domain }) {
    const sum = this.#sum.follow(columns, selection);
    const none = selection.count === 0;
    say(this.#range, none ? '–' : sumWords(sum));
    say(this.#what, none ? t('empty.filters') : t('embed.counter'));
    say(this.#when, windowWords(state.datetime ? window : { start: domain.first, end: domain.last }, 'long'));
    say(this.#of, none ? t('empty.record') : [`${formatNumber(selection.count)} ${t('shown.noun', { n: selection.count })}`, sum.unsaid > 0 && t('shown.unsaid', { n: sum.unsaid })].filter(Boolean).join(' · '));
    this.#around.ready();
  }

  setTheme() {}
  stop() {}
}
