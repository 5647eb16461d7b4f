// @ts-check
// What is filtered by, as chips: each names itself and knows the state without it.
import { parseInterval } from '../time/interval.js';
import { parseStretch } from '../state/params.js';
import { hasText, t } from '../text/t.js';
import { windowWords } from './dates.js';
import { stretchWords } from './line.js';

/**
 * @typedef {import('../state/params.js').State} State
 * @typedef {{kind: (name: string) => string, place: (id: string) => string, actor: (id: string) => string, publisher: (name: string) => string, episode: (id: string) => string}} Names
 * @typedef {{text: string, without: Partial<State>}} Chip
 */

/**
 * @param {State} state
 * @param {Names} names
 * @returns {Chip[]}
 */
export function chipsOf(state, names) {
  /** @type {Chip[]} */
  const chips = [];
  const interval = parseInterval(state.datetime);
  if (state.datetime && interval) chips.push({ text: t('chip.time', { window: windowWords(interval.possible) }), without: { datetime: '' } });
  const stretch = parseStretch(state.lineKm);
  if (stretch) chips.push({ text: t('chip.line', { stretch: stretchWords(stretch) }), without: { lineKm: '' } });
  if (state.timeMatch === 'certain') chips.push({ text: t('chip.certain'), without: { timeMatch: 'possible' } });
  /** @type {[('kind'|'place'|'actor'|'publisher'|'episode'|'side'|'grade'|'precision'), (item: string) => string][]} */
  const lists = [
    ['kind', (item) => names.kind(item)],
    ['place', names.place], ['actor', names.actor], ['publisher', names.publisher], ['episode', names.episode],
    ['side', worded('side')], ['grade', worded('grade')], ['precision', worded('precision')],
  ];
  for (const [key, name] of lists) {
    for (const item of state[key]) chips.push({ text: name(item), without: { [key]: state[key].filter((other) => other !== item) } });
  }
  if (state.killedMin !== null) chips.push({ text: t('chip.killed', { n: state.killedMin }), without: { killedMin: null } });
  if (state.crossBorder !== null) chips.push({ text: t(`chip.border.${state.crossBorder}`), without: { crossBorder: null } });
  if (state.q) chips.push({ text: t('chip.words', { words: state.q }), without: { q: '' } });
  if (state.bbox) chips.push({ text: t('chip.box'), without: { bbox: '', placeMatch: state.within ? state.placeMatch : 'point' } });
  if (state.within) chips.push({ text: t('chip.area'), without: { within: '', placeMatch: state.bbox ? state.placeMatch : 'point' } });
  if (state.ids.length > 0) chips.push({ text: t('chip.ids', { n: state.ids.length }), without: { ids: [] } });
  if (state.asOf) chips.push({ text: t('chip.asOf', { n: state.asOf }), without: { asOf: '' } });
  return chips;
}

/** @param {string} prefix */
const worded = (prefix) => (/** @type {string} */ item) => (hasText(`${prefix}.${item}`) ? t(`${prefix}.${item}`) : item);
