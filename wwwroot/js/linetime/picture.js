// @ts-check
// The chart as a PNG for a report: with its title, what its colours mean, where it is from and under which licence.
import { hatch } from '../map/hatch.js';
import { t } from '../text/t.js';

const SCALE = 2;
const MARGIN = 24;
const HEAD = 74;
const FOOT = 66;

/**
 * @param {{draw: (context: CanvasRenderingContext2D) => void, width: number, height: number}} scene
 * @param {import('../map/theme.js').Theme} theme
 */
export function savePicture({ draw, width, height }, theme) {
  const canvas = document.createElement('canvas');
  canvas.width = (width + 2 * MARGIN) * SCALE;
  canvas.height = (height + HEAD + FOOT) * SCALE;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const whole = document.createElement('canvas');
  whole.width = width * SCALE;
  whole.height = height * SCALE;
  const chart = /** @type {CanvasRenderingContext2D} */ (whole.getContext('2d'));
  chart.scale(SCALE, SCALE);
  draw(chart);
  context.scale(SCALE, SCALE);
  context.fillStyle = theme.paper;
  context.fillRect(0, 0, width + 2 * MARGIN, height + HEAD + FOOT);
  context.drawImage(whole, MARGIN, HEAD - 8, width, height);
  writeWords(context, width, height, theme);
  canvas.toBlob((blob) => { if (blob) download(blob); });
}

/** @param {CanvasRenderingContext2D} context @param {number} width @param {number} height @param {import('../map/theme.js').Theme} theme */
function writeWords(context, width, height, theme) {
  const lines = new Set([...document.querySelectorAll('.window-words, #chips .chip, .line-beside')].map((element) => element.textContent ?? '').filter(Boolean));
  context.textBaseline = 'alphabetic';
  context.fillStyle = theme.ink;
  context.font = `600 17px ${theme.font}`;
  context.fillText(t('line.picture.title'), MARGIN, 30);
  context.font = `12px ${theme.font}`;
  context.fillStyle = theme.label;
  context.fillText([...lines].join(' · '), MARGIN, 50, width);
  let x = MARGIN;
  const y = height + HEAD + 16;
  for (const item of document.querySelectorAll('.line-legend li')) {
    const swatch = item.querySelector('.heat');
    if (swatch) {
      const colour = getComputedStyle(swatch).backgroundColor;
      const hatched = swatch.classList.contains('gap') ? theme['province-line'] : swatch.classList.contains('spread') ? colour : null;
      context.fillStyle = hatched ? hatch(context, hatched, 0.62) : colour;
      context.fillRect(x, y - 9, 14, 10);
      x += 19;
    }
    context.fillStyle = theme.label;
    const words = item.textContent ?? '';
    context.fillText(words, x, y);
    x += context.measureText(words).width + 16;
  }
  context.fillStyle = theme['label-minor'];
  context.fillText(t('line.picture.source', { address: document.baseURI.split(/[?#]/)[0] }), MARGIN, y + 26, width);
}

/** @param {Blob} blob */
function download(blob) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = 'bordermap-line-time.png';
  link.click();
  URL.revokeObjectURL(link.href);
}
