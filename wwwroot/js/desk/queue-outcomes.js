// @ts-check
// What became of decisions: in one line, item by item where something went wrong, with the way back where there is one.
import { announce, fill, h, icon, ICONS } from '../ui/dom.js';
import { t } from '../text/t.js';
import { editAddress, nameOf, outcomeWords } from './queue-item.js';
import { canUndo } from './queue-server.js';

/** @typedef {import('./queue-server.js').Outcome} Outcome */

export class QueueOutcomes {
  #undo;
  element = h('div', { class: 'queue-outcomes' });

  /** @param {(done: Outcome[]) => void} undo */
  constructor(undo) { this.#undo = undo; }

  clear() { fill(this.element); }

  /** @param {Outcome[]} outcomes */
  show(outcomes) {
    const done = outcomes.filter(({ outcome }) => outcome === 'done');
    const inTrouble = outcomes.filter(({ outcome }) => outcome !== 'done');
    const undoable = done.filter(canUndo);
    const words = outcomes.length === 1 ? `${nameOf(outcomes[0].item)}: ${outcomeWords(outcomes[0])}` : t('queue.outcomes', { n: outcomes.length, done: done.length });
    announce(words);
    fill(this.element, h('div', { class: 'notice news' },
      h('div', { class: 'outcome-text' }, h('p', {}, outcomes.length === 1 ? this.#line(outcomes[0]) : words),
        outcomes.length > 1 && h('ul', { class: 'plain' }, [...inTrouble, ...done].map((outcome) => h('li', { class: outcome.outcome === 'done' ? null : 'wrong', 'data-outcome': outcome.outcome }, this.#line(outcome))))),
      undoable.length > 0 && h('button', { type: 'button', 'data-act': 'undo', onclick: () => this.#undo(undoable) }, t('queue.undo')),
      h('button', { type: 'button', class: 'quiet', 'aria-label': t('dismiss'), onclick: () => this.clear() }, icon(ICONS.close))));
  }

  /** @param {Outcome} outcome */
  #line(outcome) {
    const { item, act, outcome: kind, into } = outcome;
    const isPublic = kind === 'done' && act === 'accept' && (item.kind === 'draft' || item.kind === 'submitted');
    return [h('bdi', {}, nameOf(item)), `: ${outcomeWords(outcome)} `,
      isPublic && h('a', { href: `incidents/${encodeURIComponent(item.id)}`, target: '_blank' }, t('queue.page')),
      into && h('a', { href: editAddress(into) }, t('queue.merged.see')),
      kind === 'refused' && item.kind !== 'duplicate' && h('a', { href: editAddress(item.incident) }, t('queue.edit'))];
  }
}
