// @ts-check
// What a picture says beside the map: period, filters in words, legend, date of the data (never now), sources, address.
import { layoutPicture, scaleOf } from './layout.js';
import { FAMILIES } from '../data/kinds.js';
import { OPEN_START } from '../data/columns.js';
import { markParts } from '../layers/key.js';
import { kilometresOf } from '../layers/legend.js';
import { formatNumber, t } from '../text/t.js';
import { dayWords } from '../words/dates.js';

/**
 * @typedef {object} Seen what the page shows
 * @property {import('../map/map-view.js').MapView} map
 * @property {import('../map/theme.js').Theme} theme
 * @property {import('../data/columns.js').Columns} columns
 * @property {import('../filter/selection.js').Selection} selection
 * @property {NonNullable<ReturnType<import('../layers/room.js').LayerRoom['key']>>} key
 * @property {string} period
 * @property {string[]} filters
 * @property {number} pub
 * @property {string} address
 */

/** The day of the newest incident; null without one. @param {import('../data/columns.js').Columns} columns */
export function newestDay({ start, size }) {
  let newest = OPEN_START;
  for (let row = 0; row < size; row++) newest = Math.max(newest, start[row]);
  return newest === OPEN_START ? null : newest;
}

/** @param {Seen} seen @returns {import('./layout.js').Content['legend']} */
function legendOf({ key, theme, selection: { rows, count }, columns }) {
  const drawn = (/** @type {readonly import('../layers/key.js').Row[]} */ list) => list.map(({ mark, text }) => ({ parts: mark && markParts(mark, theme), text }));
  const marks = () => {
    const families = new Set(Array.from(rows.subarray(0, count), (row) => columns.family[row]));
    /** @type {import('../layers/key.js').Row[]} */
    const symbols = [...families].sort((a, b) => a - b).map((family) => ({ mark: { type: 'symbol', family }, text: t(`family.${FAMILIES[family]}`) }));
    return [...symbols, /** @type {const} */ ({ mark: { type: 'stack' }, text: t('legend.spots') }), /** @type {const} */ ({ mark: { type: 'hatched' }, text: t('legend.area') }),
      { mark: null, text: `${t('legend.size')}: ${t('legend.size.low')}; ${t('legend.size.ring')}` }];
  };
  const { title, rows: own, notes } = key.layer;
  return [
    { heading: title || t('legend.title'), rows: drawn([...(title ? own : marks()), ...notes.map((text) => ({ mark: null, text })), ...key.rows]) },
    { heading: t('account.title', { n: columns.size }), rows: key.account.map(({ n, text }) => ({ parts: null, text: `${formatNumber(n)} ${text}` })) },
  ];
}

/**
 * @param {Seen} seen
 * @param {string} title
 * @param {{width: number, height: number}} size
 * @param {import('./layout.js').Measure} measure
 */
export function composed(seen, title, size, measure) {
  const { theme, columns, selection, period, filters, pub, address } = seen;
  const newest = newestDay(columns);
  /** @type {import('./layout.js').Content} */
  const content = {
    title,
    lines: [`${period} · ${t('picture.shown', { n: selection.count })} · ${filters.length > 0 ? filters.join(' · ') : t('picture.nofilter')}`],
    legend: legendOf(seen),
    foot: [newest === null ? t('picture.date.none', { pub }) : t('picture.date', { pub, date: dayWords(newest) }), `${t('picture.sources')} ${t('picture.record')}`, address],
    scale: { pixels: 100, text: '' },
    colours: { paper: theme.paper, ink: theme.ink, muted: theme.label, line: theme['province-line'] },
  };
  const rtl = document.documentElement.dir === 'rtl';
  // How large the map is follows from the words; the scale bar then from the map.
  const { map } = layoutPicture(content, size, measure, rtl);
  const painted = seen.map.paint(map.width, map.height, 2, theme);
  const { km, pixels } = scaleOf(kilometresOf(1, painted.scale, painted.lat));
  content.scale = { pixels, text: `${formatNumber(km)} km` };
  return { content, painted: painted.canvas, layout: layoutPicture(content, size, measure, rtl) };
}
