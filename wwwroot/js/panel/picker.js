// @ts-check
// Choosing actors, publishers, provinces: what the columns do not hold the server counts, within all other filters, when the
// reader turns to it.
import { getActors, getCounts } from '../data/api.js';
import { writeState } from '../state/params.js';
import { formatNumber, t } from '../text/t.js';
import { Combobox } from '../ui/combobox.js';
import { h } from '../ui/dom.js';
import { ofData } from '../ui/texts.js';
import { localName } from '../words/names.js';
import { matching } from '../words/matching.js';

/**
 * @typedef {import('../state/params.js').State} State
 * @typedef {{value: string, name: string, count: number, also: readonly string[]}} Choice
 */

/** Choices listed at once. */
const MOST = 60;
/** Answers kept; the filter moves on. */
const KEPT = 12;

/** @type {Map<string, Promise<import('../data/api.js').Counts>>} */
const asked = new Map();

/**
 * @param {object} about
 * @param {'actor'|'publisher'|'province'|'district'} about.by
 * @param {'actor'|'publisher'|'place'} about.key of the state
 * @param {() => State} about.state
 * @param {(value: string, name: string) => void} about.chosen
 */
export function picker({ by, key, state, chosen }) {
  /** @type {Combobox<Choice>} */
  const box = new Combobox({
    id: `pick-${by}`, label: t(`filter.${by}`), placeholder: t('filter.any'), least: 0, opens: true, none: t('filter.pick.none'),
    search: async (text, signal) => matching(await choicesOf(by, key, state(), signal), text).slice(0, MOST),
    option: ({ name, count }) => [h('span', { class: count === 0 ? 'pick none' : 'pick' }, h('span', { class: 'name' }, ofData(name)), h('span', { class: 'number' }, formatNumber(count)))],
    chosen: ({ value, name }) => chosen(value, name),
  });
  return box.element;
}

/**
 * All values that any incident has, with how many there would be.
 * @param {'actor'|'publisher'|'province'|'district'} by
 * @param {'actor'|'publisher'|'place'} key
 * @param {State} state
 * @param {AbortSignal} signal
 * @returns {Promise<Choice[]>}
 */
async function choicesOf(by, key, state, signal) {
  const others = writeState({ ...state, [key]: [] }, { filterOnly: true });
  const [all, now, aliases] = await Promise.all([counts(by, state.asOf ? `asOf=${state.asOf}` : ''), counts(by, others), by === 'actor' ? actorAliases() : null]);
  signal.throwIfAborted();
  const found = new Map(now.values.map(({ value, incidents }) => [value, incidents]));
  const named = (/** @type {string} */ name) => (by === 'province' || by === 'district' ? localName(by, name) : name);
  const list = all.values.filter(({ value }) => !state[key].includes(value)).map(({ value, name }) => ({ value, name: named(name), count: found.get(value) ?? 0, also: [...aliases?.get(value) ?? [], ...named(name) === name ? [] : [name]] }));
  return list.sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
}

/** @param {'actor'|'publisher'|'province'|'district'} by @param {string} query */
function counts(by, query) {
  const key = `${by}?${query}`;
  let answer = asked.get(key);
  if (!answer) {
    answer = getCounts(by, query);
    answer.catch(() => asked.delete(key));
    asked.set(key, answer);
    if (asked.size > KEPT) asked.delete(/** @type {string} */ (asked.keys().next().value));
  }
  return answer;
}

/** New incidents make other numbers. */
export const forgetCounts = () => asked.clear();

/** @type {Promise<Map<string, string[]>>|null} */
let actors = null;
const actorAliases = () => actors ??= getActors().then((list) => new Map(list.map(({ id, aliases }) => [id, aliases])));
