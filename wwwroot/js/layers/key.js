// @ts-check
// The small drawings of the legend, about their middle, 18 wide and 14 high: the same on the page and in a picture.
import { flagParts } from './gates.js';
import { LINE_DASH } from '../map/basemap.js';
import { SHAPES, radiusOf, trace } from '../map/symbols.js';

/**
 * @typedef {import('./gates.js').Part} Part
 * @typedef {{type: 'fill', colour: string}|{type: 'hatched'|'blank'|'zero'|'hull'|'stack'|'group'}|{type: 'flag', status: import('./crossings.js').Status}
 *   |{type: 'line', worldview: string}|{type: 'symbol', family: number}|{type: 'size', killed: number}} Mark
 * @typedef {{mark: Mark|null, text: string}} Row
 */

const BOX = 'M-8 -5.5H8V5.5H-8Z';
const HATCH = 'M-8 0.5L-2 -5.5M-8 5.5L3 -5.5M-3 5.5L8 -5.5M2 5.5L8 -0.5';
const circle = (/** @type {number} */ r) => `M${r} 0A${r} ${r} 0 1 1 ${-r} 0A${r} ${r} 0 1 1 ${r} 0Z`;

/** @param {Mark} mark @param {import('../map/theme.js').Theme} theme @returns {Part[]} */
export function markParts(mark, theme) {
  switch (mark.type) {
    case 'fill': return [{ d: BOX, fill: mark.colour }];
    case 'hatched': return [{ d: BOX, stroke: theme['label-minor'], width: 1 }, { d: HATCH, stroke: theme['label-minor'], width: 1 }];
    case 'blank': return [{ d: BOX, fill: theme.home, stroke: theme['province-line'], width: 1 }];
    case 'zero': return [{ d: BOX, fill: theme.paper, stroke: theme['label-minor'], width: 1 }];
    case 'hull': return [{ d: 'M-3 -6H3A6 6 0 0 1 3 6H-3A6 6 0 0 1 -3 -6Z', stroke: theme.focus, width: 1.6, dash: [4, 3] }];
    case 'flag': return flagParts(mark.status, theme);
    case 'line': return [{ d: 'M-9 0H9', stroke: theme.durand, width: 2.2, dash: LINE_DASH[mark.worldview].map((length) => length * 0.6) }];
    case 'stack': return [{ d: circle(6), fill: theme.paper, stroke: theme.family[0], width: 2.6 }, { d: 'M0 -6A6 6 0 0 1 0 6', stroke: theme.family[1], width: 2.6 }];
    case 'group': return [{ d: circle(8), stroke: theme.mixed, width: 1 }, { d: circle(5), fill: theme.paper, stroke: theme.family[0], width: 2.4 }];
    case 'size': return [{ d: circle(radiusOf(mark.killed)), fill: theme.family.at(-1), stroke: theme.family.at(-1), width: 1, alpha: 0.6 }];
    case 'symbol': {
      const path = new PathWriter();
      trace(/** @type {any} */ (path), SHAPES[mark.family], 0, 0, 5.2);
      const hollow = SHAPES[mark.family] === 'hollow';
      return [{ d: path.data, fill: hollow ? theme.paper : theme.family[mark.family], stroke: hollow ? theme.family[mark.family] : theme.paper, width: hollow ? 2.2 : 0.8 }];
    }
  }
}

/** Takes the calls of a canvas path and keeps them as SVG path data. */
export class PathWriter {
  data = '';
  /** @param {number} x @param {number} y */
  moveTo(x, y) { this.data += `M${x.toFixed(2)} ${y.toFixed(2)}`; }
  /** @param {number} x @param {number} y */
  lineTo(x, y) { this.data += `L${x.toFixed(2)} ${y.toFixed(2)}`; }
  /** A whole circle, which is all that the symbols ask for. @param {number} x @param {number} y @param {number} r */
  arc(x, y, r) { this.data += `M${x + r} ${y}A${r} ${r} 0 1 1 ${x - r} ${y}A${r} ${r} 0 1 1 ${x + r} ${y}Z`; }
  closePath() { this.data += 'Z'; }
}

const SVG = 'http://www.w3.org/2000/svg';

/** @param {readonly Part[]} parts @param {(name: string) => Element} make @returns {Element[]} */
export function partElements(parts, make = (name) => document.createElementNS(SVG, name)) {
  return parts.map(({ d, fill = 'none', stroke, width = 1, dash = [], alpha = 1 }) => {
    const path = make('path');
    path.setAttribute('d', d);
    path.setAttribute('fill', fill);
    if (stroke) {
      path.setAttribute('stroke', stroke);
      path.setAttribute('stroke-width', String(width));
      if (dash.length > 0) path.setAttribute('stroke-dasharray', dash.join(' '));
    }
    if (alpha < 1) path.setAttribute('opacity', String(alpha));
    return path;
  });
}

/** @param {Mark} mark @param {import('../map/theme.js').Theme} theme */
export function markIcon(mark, theme) {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [name, value] of Object.entries({ viewBox: '-10 -8 20 16', width: '20', height: '16', 'aria-hidden': 'true', class: 'key' })) svg.setAttribute(name, value);
  svg.append(...partElements(markParts(mark, theme)));
  return svg;
}
