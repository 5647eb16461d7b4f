// @ts-check
// The disc that stands for several incidents.
import { formatNumber, formatShort } from '../text/t.js';

/**
 * @typedef {import('./stamps.js').Stamps} Stamps
 * @typedef {import('./theme.js').Theme} Theme
 * @typedef {CanvasRenderingContext2D|OffscreenCanvasRenderingContext2D} Context
 */

const TURN = 2 * Math.PI;
/** Steps of a disc's rim: as fine as the eye tells apart. */
const SHARES = 30;
/** Where the numbers begin that pictures of figures and of rims are kept by, behind those of the spots. */
const NUMBERS = 2e6;
const RIMS = 4e6;

// Several at one spot: a disc whose rim shows the families in proportion, and their number. Many at spots near one another:
// the same within a second rim, so that it is not taken for one spot.
// A rim is laid of arcs that all begin on top, the last family's first: so a few hundred pictures make every disc there can be.
/** @param {CanvasRenderingContext2D} context @param {Stamps} stamps @param {number} x @param {number} y @param {number} r @param {ArrayLike<number>} families counts @param {boolean} group @param {Theme} theme */
export function drawDisc(context, stamps, x, y, r, families, group, theme) {
  let total = 0;
  for (let family = 0; family < families.length; family++) total += families[family];
  const size = Math.round(r);
  const key = RIMS + (size * 2 + Number(group)) * families.length * (SHARES + 1);
  let below = SHARES + 1;
  for (let family = families.length - 1, sum = total; family >= 0; sum -= families[family--]) {
    const end = Math.round(sum / total * SHARES);
    if (families[family] === 0 || end === 0 || end >= below) continue;
    below = end;
    stamps.draw(context, key + family * (SHARES + 1) + end, x, y, size + 6, (on) => drawRim(on, size, end / SHARES, group, theme.family[family], theme));
  }
  stamps.draw(context, NUMBERS + total, x, y, 16, (on) => {
    on.textAlign = 'center';
    on.textBaseline = 'middle';
    on.letterSpacing = '0px';
    on.font = `600 ${total > 99 ? 10 : 11}px ${theme.font}`;
    on.fillStyle = theme.ink;
    on.fillText(total > 9999 ? formatShort(total) : formatNumber(total), 0, 0.5);
  });
}

/** An arc from the top; the whole turn with what lies below it. @param {Context} context @param {number} r @param {number} end share of the turn @param {boolean} group @param {string} colour @param {Theme} theme */
function drawRim(context, r, end, group, colour, theme) {
  if (end === 1) drawGround(context, r, group, theme);
  context.beginPath();
  context.arc(0, 0, r - 1.8, -TURN / 4, (end - 0.25) * TURN);
  context.lineWidth = 3.6;
  context.strokeStyle = colour;
  context.stroke();
}

/** @param {Context} context @param {number} r @param {boolean} group @param {Theme} theme */
function drawGround(context, r, group, theme) {
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
}
