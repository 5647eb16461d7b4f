// @ts-check
// What the layer draws, in words: rows of a small drawing and what it means, and where every incident is. The page and the picture both say it.
import { countStates } from './crossings.js';
import { markIcon } from './key.js';
import { colourOf } from '../linetime/classes.js';
import { fill, h } from '../ui/dom.js';
import { formatNumber, t } from '../text/t.js';
import { dayWords } from '../words/dates.js';

/**
 * @typedef {import('./key.js').Row} Row
 * @typedef {import('../map/theme.js').Theme} Theme
 *
 * @typedef {object} Drawn what the map shows now
 * @property {import('../state/params.js').State} state
 * @property {import('./shading.js').Shading|null} shading
 * @property {number} heatMost the highest density; 0 for none
 * @property {number} blurKm what the density reaches on the ground; 0 outside of it
 * @property {readonly import('./crossings.js').State[]} states
 * @property {number} day of the crossings' states
 * @property {readonly import('./hull.js').Group[]} groups
 * @property {import('./account.js').Account|null} account
 */

/** Outlines of episodes at a time; more would be a tangle. */
export const MOST = 4;

/** What each class holds, in words. @param {readonly number[]} bounds @param {number} most */
export function rangesOf(bounds, most) {
  return Array.from({ length: bounds.length + 1 }, (_, at) => {
    const low = (bounds[at - 1] ?? 0) + 1;
    const high = at < bounds.length ? bounds[at] : Math.max(low, Math.round(most));
    return low === high ? formatNumber(low) : `${formatNumber(low)}–${formatNumber(high)}`;
  });
}

/** @param {Drawn} drawn @param {Theme} theme @returns {{title: string, rows: Row[], notes: string[]}} title '' for the layer of incidents, whose marks explain themselves */
export function layerKey({ state, shading, heatMost, blurKm }, theme) {
  const { layer, measure } = state;
  if (shading) {
    /** @type {Row[]} */
    const classes = shading.most === 0 ? [] : rangesOf(shading.bounds, shading.most)
      .map((text, at) => ({ mark: { type: 'fill', colour: colourOf(at, shading.bounds.length + 1, theme.heat) }, text }));
    /** @type {Row[]} */
    const others = measure === 'killed' ? [{ mark: { type: 'zero' }, text: t('shade.zero') }, { mark: { type: 'hatched' }, text: t('shade.unsaid') }] : [];
    return { title: t(`shade.title.${layer}.${measure}`), rows: [...classes, ...others, { mark: { type: 'blank' }, text: t('shade.blank') }], notes: [t(`shade.how.${measure}`)] };
  }
  if (layer === 'heat') {
    const ends = [['fewest', theme.heat[0]], ['most', theme.heat.at(-1)]].map(([end, colour]) => (
      /** @type {Row} */ ({ mark: { type: 'fill', colour: String(colour) }, text: end === 'fewest' ? t('heat.fewest') : t('heat.most', { n: Math.round(heatMost) }) })));
    return { title: t(`heat.title.${measure}`), rows: heatMost > 0 ? ends : [], notes: [t('heat.how', { km: Math.round(blurKm) })] };
  }
  return { title: '', rows: [], notes: [] };
}

/** Crossings, outlines, the line and disputed areas: what every layer has. @param {Drawn} drawn @returns {Row[]} */
export function commonRows({ state, states, day, groups }) {
  const counts = countStates(states);
  /** @type {Row[]} */
  const flags = /** @type {const} */ (['closed', 'partly', 'open']).filter((status) => counts[status] > 0)
    .map((status) => ({ mark: { type: 'flag', status }, text: t(`crossing.key.${status}`, { n: counts[status], date: dayWords(day, 'short') }) }));
  if (counts.unknown > 0) flags.push({ mark: { type: 'flag', status: 'unknown' }, text: t('crossing.key.unknown', { n: counts.unknown }) });
  /** @type {Row[]} */
  const outlines = groups.length === 0 ? [] : [{ mark: { type: 'hull' }, text: groups.length > MOST ? t('episodes.key.most', { n: groups.length, most: MOST }) : t('episodes.key', { n: groups.length }) }];
  const rough = groups.slice(0, MOST).reduce((sum, group) => sum + group.rough, 0);
  if (rough > 0) outlines.push({ mark: null, text: t('episodes.rough', { n: rough }) });
  return [...flags, ...outlines, { mark: { type: 'line', worldview: state.worldview }, text: `${t('legend.line')}: ${t(`line.status.${state.worldview}`)}` }, { mark: null, text: t(`worldview.areas.${state.worldview}`) }];
}

/** @param {Drawn} drawn @returns {{part: string, n: number, text: string}[]} */
export function accountRows({ state, account }) {
  if (!account) return [];
  const coarse = state.layer === 'districts' ? 'districts' : state.layer === 'provinces' ? 'provinces' : 'heat';
  const words = { drawn: 'account.drawn', away: 'account.away', coarse: `account.coarse.${coarse}`, outside: `account.outside.${coarse}`, nowhere: 'account.nowhere', filtered: 'account.filtered' };
  return /** @type {(keyof typeof words)[]} */ (Object.keys(words)).filter((part) => part === 'drawn' || account[part] > 0)
    .map((part) => ({ part, n: account[part], text: t(words[part], { n: account[part] }) }));
}

/** Fills the places that the legend of the page keeps for it. @param {HTMLElement} legend @param {Drawn} drawn @param {Theme} theme */
export function showLayerLegend(legend, drawn, theme) {
  const top = legend.querySelector('.legend-layer');
  const rest = legend.querySelector('.legend-rest');
  if (!top || !rest) return;
  const list = (/** @type {readonly Row[]} */ rows) => h('ul', {}, rows.map(({ mark, text }) => h('li', {}, mark && markIcon(mark, theme), h('span', { class: mark ? null : 'muted' }, text))));
  const { title, rows, notes } = layerKey(drawn, theme);
  legend.querySelector('.legend-marks')?.toggleAttribute('hidden', title !== '');
  fill(top, title && [h('h2', {}, title), list(rows), ...notes.map((note) => h('p', { class: 'muted small' }, note))]);
  const account = accountRows(drawn);
  fill(rest, list(commonRows(drawn)), account.length > 0 && [
    h('h2', {}, t('account.title', { n: drawn.account?.all ?? 0 })),
    h('ul', { class: 'account' }, account.map(({ part, n, text }) => h('li', { 'data-part': part, 'data-n': n }, h('b', {}, formatNumber(n)), h('span', {}, text)))),
  ]);
}

/** Kilometres that some pixels measure at a latitude. @param {number} pixels @param {number} scale @param {number} lat */
export const kilometresOf = (pixels, scale, lat) => pixels / scale * 40075 * Math.cos(lat * Math.PI / 180);
