// @ts-check
// The disc that stands for several incidents.
import { formatNumber, formatShort } from '../text/t.js';

/**
 * @typedef {import('./stamps.js').Stamps} Stamps
 * @typedef {import('./theme.js').Theme} Theme
 */

const TURN = 2 * Math.PI;
/** Steps of a disc's rim. */
const SHARES = 60;
/** Where the numbers begin that pictures of figures are kept by, behind those of the spots. */
const NUMBERS = 2e6;

// Several at one spot: a disc whose rim shows the families in proportion, and their number. Many at spots near one another:
// the same within a second rim, so that it is not taken for one spot.
/** @param {CanvasRenderingContext2D} context @param {Stamps} stamps @param {number} x @param {number} y @param {number} r @param {ArrayLike<number>} families counts @param {boolean} group @param {Theme} theme */
export function drawDisc(context, stamps, x, y, r, families, group, theme) {
  let total = 0;
  for (let family = 0; family < families.length; family++) total += families[family];
  // Shares as fine as the eye tells apart, so that a step changes few discs.
  let key = `disc ${group} ${Math.round(r * 2)}`;
  /** @type {number[]} */
  const ends = [];
  for (let family = 0, sum = 0; family < families.length; family++) {
    const end = Math.round((sum += families[family]) / total * SHARES) / SHARES;
    ends.push(end);
    key += ` ${end * SHARES}`;
  }
  stamps.draw(context, key, x, y, Math.ceil(r + 5), (on) => drawRim(on, Math.round(r * 2) / 2, ends, group, theme));
  const words = total > 9999 ? formatShort(total) : formatNumber(total);
  stamps.draw(context, NUMBERS + total, x, y, 16, (on) => {
    on.textAlign = 'center';
    on.textBaseline = 'middle';
    on.letterSpacing = '0px';
    on.font = `600 ${total > 99 ? 10 : 11}px ${theme.font}`;
    on.fillStyle = theme.ink;
    on.fillText(words, 0, 0.5);
  });
}

/** @param {CanvasRenderingContext2D} context @param {number} r @param {readonly number[]} ends share of the turn at which each family ends @param {boolean} group @param {Theme} theme */
function drawRim(context, r, ends, group, theme) {
  if (group) {
    context.beginPath();
    context.arc(0, 0, r + 3.5, 0, TURN);
    context.strokeStyle = theme.mixed;
    context.globalAlpha = 0.6;
    context.lineWidth = 1.2;
    context.stroke();
    context.globalAlpha = 1;
  }
  context.beginPath();
  context.arc(0, 0, r + 1, 0, TURN);
  context.fillStyle = theme.paper;
  context.fill();
  context.lineWidth = 3.6;
  ends.forEach((end, family) => {
    const from = family === 0 ? 0 : ends[family - 1];
    if (end === from) return;
    context.beginPath();
    context.arc(0, 0, r - 1.8, (from - 0.25) * TURN, (end - 0.25) * TURN);
    context.strokeStyle = theme.family[family];
    context.stroke();
  });
}

// The label of an area is a flag with a number, in no way like a spot.
