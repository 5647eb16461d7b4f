// @ts-check
// The text of a report with the words marked that drafts rest on; field and words light one another.
import { t } from '../text/t.js';
import { h } from '../ui/dom.js';
import { marksOf, stretches } from './report-marks.js';

export class ReportText {
  /** @type {Map<string, HTMLElement[]>} */ #parts = new Map();
  element;

  /** @param {string} text @param {import('./report-server.js').Report} report @param {(keys: string[]) => void} pointed fields that the words under the pointer belong to @param {(key: string) => void} chosen */
  constructor(text, report, pointed, chosen) {
    const pieces = stretches(text.length, marksOf(report)).map(({ start, end, keys }) => this.#piece(text.slice(start, end), keys, report.reading));
    const keysAt = (/** @type {Event} */ event) => (event.target instanceof HTMLElement ? event.target.dataset.keys?.split('|').filter((key) => /^\d/.test(key)) ?? [] : []);
    this.element = h('div', {
      class: 'report-text', dir: 'auto', tabindex: 0, role: 'region', 'aria-label': t('report.words'),
      onmouseover: (event) => pointed(keysAt(event)), onmouseleave: () => pointed([]),
      onclick: (event) => { const [key] = keysAt(event); if (key) chosen(key); },
    }, pieces);
  }

  /** @param {string} words @param {string[]} keys @param {import('./report-server.js').Reading} reading */
  #piece(words, keys, reading) {
    if (keys.length === 0) return words;
    const left = keys.find((key) => key.startsWith('left '));
    const toponym = keys.find((key) => key.startsWith('toponym '));
    const isEvidence = keys.some((key) => /^\d/.test(key));
    const title = isEvidence ? null : toponym ? toponymWords(reading.toponyms[Number(toponym.slice(8))], words) : left ? t('report.leftout', { why: reading.left_out[Number(left.slice(5))].why }) : null;
    const piece = h(isEvidence ? 'mark' : 'span', { class: [toponym && 'toponym', left && 'left-out'].filter(Boolean).join(' ') || null, 'data-keys': keys.join('|'), title }, words);
    for (const key of keys) this.#parts.set(key, [...this.#parts.get(key) ?? [], piece]);
    return piece;
  }

  /** @param {readonly string[]} keys */
  light(keys) {
    for (const lit of this.element.querySelectorAll('.lit')) lit.classList.remove('lit');
    for (const key of keys) for (const piece of this.#parts.get(key) ?? []) piece.classList.add('lit');
  }

  /** Brings the words of a field into view. @param {string} key */
  reveal(key) { this.#parts.get(key)?.[0]?.scrollIntoView({ block: 'nearest' }); }
}

/** @param {import('./report-server.js').Toponym} toponym @param {string} words */
const toponymWords = ({ name, status }, words) => t('report.toponym', { name: name ?? words, status: t(`report.toponym.${status}`) });
