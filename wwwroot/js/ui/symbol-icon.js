// @ts-check
// The map's symbols as small SVG images, drawn by the same paths; the style sheet colours them by family.
import { FAMILIES } from '../data/kinds.js';
import { PathWriter } from '../layers/key.js';
import { SHAPES, trace } from '../map/symbols.js';

const SVG = 'http://www.w3.org/2000/svg';

/** @param {number} family index into FAMILIES @param {number} [size] */
export function symbolIcon(family, size = 14) {
  const writer = new PathWriter();
  trace(/** @type {any} */ (writer), SHAPES[family], 8, 8, SHAPES[family] === 'hollow' ? 4.6 : 5.4);
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('width', String(size));
  svg.setAttribute('height', String(size));
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', `symbol family-${FAMILIES[family]}${SHAPES[family] === 'hollow' ? ' hollow' : ''}`);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', writer.data);
  svg.append(path);
  return svg;
}
