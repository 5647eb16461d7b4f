// @ts-check
// The chart in words: of a cell or an area, of the whole, and as a table.
import { t } from '../text/t.js';
import { FAILS } from '../filter/select.js';
import { sumWords } from '../words/counts.js';
import { rangeWords } from '../words/dates.js';
import { stretchWords } from '../words/line.js';
import { crossingName, localName } from '../words/names.js';
import { crossingsIn, provincesIn } from './landmarks.js';

/**
 * @typedef {import('./cells.js').Cells} Cells
 * @typedef {import('./area.js').Area} Area
 * @typedef {import('./landmarks.js').Landmarks} Landmarks
 */

/** What is known of the place: crossings, and the provinces on either side. @param {Landmarks} landmarks @param {number} from @param {number} to */
export function whereWords(landmarks, from, to) {
  const crossings = crossingsIn(landmarks, from, to).map(({ name }) => crossingName(name));
  const sides = ['AF', 'PK'].map((country) => provincesIn(landmarks, from, to, country).map((name) => localName('province', name)).join(t('list.comma'))).filter(Boolean);
  return [...(crossings.length > 0 ? [t('line.near', { names: crossings.join(t('list.comma')) })] : []), sides.join(' / ')].filter(Boolean);
}

/** The lines of the tip. @param {Cells} cells @param {Area} area @param {Landmarks} landmarks @param {{start: number, end: number, from: number, to: number}} extent @returns {string[]} */
export function areaLines(cells, area, landmarks, { start, end, from, to }) {
  const sum = sumOver(cells, area);
  const one = area.c0 === area.c1 && area.r0 === area.r1;
  const count = t('line.cell', { n: sum.sure });
  // Beyond one cell what may fall into several would be counted in each.
  const more = one && sum.possible > 0 ? t('line.cell.part', { n: sum.possible }) : !one && sum.possible > 0 ? t('line.cell.more') : '';
  return [
    `${rangeWords(start, end, 'short')} · ${stretchWords({ from, to })}`,
    ...whereWords(landmarks, from, to),
    more ? `${count}; ${more}` : count,
    ...(sum.sure > sum.unsaid ? [t('line.cell.killed', { range: sumWords({ ...sum, said: 1 }) })] : []),
  ];
}

/** @param {Cells} cells @param {Area} area */
function sumOver({ columns, sure, possible, low, high, open, unsaid }, { c0, c1, r0, r1 }) {
  const sum = { sure: 0, possible: 0, low: 0, high: 0, open: false, unsaid: 0 };
  for (let row = r0; row <= r1; row++) {
    for (let at = row * columns + c0; at <= row * columns + c1; at++) {
      sum.sure += sure[at];
      sum.possible += possible[at];
      sum.low += low[at];
      sum.high += high[at];
      sum.open ||= open[at] === 1;
      sum.unsaid += unsaid[at];
    }
  }
  return sum;
}

/** What stands beside the picture: what is on it, and what cannot be. @param {Cells} cells @returns {string[]} */
export function besideWords({ placed, away, undated, spread }) {
  return [
    t('line.placed', { n: placed }),
    ...(away > 0 ? [t('line.away', { n: away })] : []),
    ...(undated > 0 ? [t('line.undated', { n: undated })] : []),
    ...(spread > 0 ? [t('line.spread', { n: spread })] : []),
  ];
}

/** One sentence for those who do not see the picture. @param {Cells} cells @param {Landmarks} landmarks @param {import('./area.js').Cell} peak */
export function summaryWords(cells, landmarks, { column, row }) {
  const { days, kms, measure, most } = cells;
  if (most === 0) return t('line.summary.none');
  const where = whereWords(landmarks, kms[row], kms[row + 1])[0] ?? '';
  return t(`line.summary.${measure}`, {
    n: Math.round(most), when: rangeWords(days[column], days[column + 1] - 1), stretch: stretchWords({ from: kms[row], to: Math.min(kms[row + 1], landmarks.length) }), where,
  });
}

/**
 * @typedef {{from: number, to: number, sure: number, possible: number, low: number, high: number, open: boolean, unsaid: number}} Stretch
 */

/**
 * The rows of the table: each incident counts once a stretch that it certainly or possibly lies in, whenever it happened.
 * @param {import('../data/columns.js').Columns} columns
 * @param {Uint16Array} fails
 * @param {Float64Array} kms
 * @returns {Stretch[]} from the tripoint with Iran on, the empty ones left out
 */
export function stretchesOf({ size, lineKm, radius, killedLow, killedHigh }, fails, kms) {
  const step = kms[1] - kms[0];
  /** @type {Stretch[]} */
  const found = Array.from({ length: kms.length - 1 }, (_, at) => ({ from: kms[at], to: kms[at + 1], sure: 0, possible: 0, low: 0, high: 0, open: false, unsaid: 0 }));
  for (let row = 0; row < size; row++) {
    if ((fails[row] & ~FAILS.line) !== 0 || Number.isNaN(lineKm[row])) continue;
    const reach = radius[row] / 1000 > step / 2 ? radius[row] / 1000 : 0;
    const r0 = Math.max(0, Math.floor((lineKm[row] - reach) / step));
    const r1 = Math.min(found.length - 1, Math.floor((lineKm[row] + reach) / step));
    if (r1 > r0) for (let at = r0; at <= r1; at++) found[at].possible++;
    else addTo(found[r0], killedLow[row], killedHigh[row]);
  }
  return found.filter(({ sure, possible }) => sure + possible > 0);
}

/** @param {Stretch} stretch @param {number} low @param {number} high */
function addTo(stretch, low, high) {
  stretch.sure++;
  if (low < 0 && high < 0) {
    stretch.unsaid++;
    return;
  }
  stretch.low += Math.max(0, low);
  stretch.high += Math.max(low, high);
  stretch.open ||= high < 0;
}
