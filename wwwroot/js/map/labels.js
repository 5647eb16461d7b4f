// @ts-check
// Names on the map: which at which zoom, and which gives way where two would touch.
import { isoOf } from './basemap.js';
import { labelPoint } from './geometry.js';
import { inUse } from '../text/t.js';
import { localName } from '../words/names.js';
import { countryName } from '../words/places.js';

/**
 * @typedef {import('./geometry.js').Shape} Shape
 * @typedef {{text: string, x: number, y: number, style: LabelStyle, room: number, dot: boolean, from: number, to: number, rank: number}} Label
 * @typedef {'country'|'neighbour'|'province'|'district'|'town'|'city'|'crossing'} LabelStyle
 */

/** Size in pixels, weight, spacing, capitals, slant. @type {Record<LabelStyle, {size: number, weight: number, spacing: number, upper: boolean, minor: boolean}>} */
const STYLES = {
  country: { size: 15, weight: 600, spacing: 5, upper: true, minor: false },
  neighbour: { size: 11, weight: 500, spacing: 3, upper: true, minor: true },
  province: { size: 10.5, weight: 600, spacing: 1.4, upper: true, minor: true },
  district: { size: 10.5, weight: 400, spacing: 0.2, upper: false, minor: true },
  city: { size: 12.5, weight: 600, spacing: 0, upper: false, minor: false },
  town: { size: 11.5, weight: 400, spacing: 0, upper: false, minor: false },
  crossing: { size: 11, weight: 500, spacing: 0, upper: false, minor: false },
};

/** Zoom from which a town of a rank is named. */
const TOWN_ZOOM = [0, 4.5, 6, 7.25, 8.5];

/**
 * All names, the more important first.
 * @param {import('./basemap.js').Basemap} map
 * @returns {Label[]}
 */
export function labelsOf(map) {
  const home = (/** @type {Shape} */ shape) => ['AF', 'PK'].includes(isoOf(shape));
  return [
    ...map.countries.map((shape) => inside(shape, home(shape) ? 'country' : 'neighbour', countryName(isoOf(shape)) === isoOf(shape) ? localName('place', shape.properties.name) : countryName(isoOf(shape)), 3, home(shape) ? 7.5 : 9, 0)),
    ...map.towns.map((shape) => at(shape, shape.properties.rank <= 1 ? 'city' : 'town', TOWN_ZOOM[shape.properties.rank] ?? 8.5, shape.properties.rank)),
    ...map.crossings.map((shape) => at(shape, 'crossing', 7.5, 2.5)),
    ...map.provinces.map((shape) => inside(shape, 'province', localName('province', shape.properties.name), 5.75, 9.5, 2.2)),
    ...map.districts.map((shape) => inside(shape, 'district', localName('district', shape.properties.name), 8, 14, 5)),
  ].sort((a, b) => a.rank - b.rank);
}

/** @param {Shape} shape @param {LabelStyle} style @param {string} text @param {number} from @param {number} to @param {number} rank @returns {Label} */
function inside(shape, style, text, from, to, rank) {
  const { x, y, width } = labelPoint(shape);
  return { text, x, y, style, room: width, dot: false, from, to, rank };
}

/** @param {Shape} shape @param {LabelStyle} style @param {number} from @param {number} rank @returns {Label} */
const at = ({ rings, properties }, style, from, rank) => ({ text: localName('place', properties.name), x: rings[0][0], y: rings[0][1], style, room: Infinity, dot: true, from, to: 30, rank });

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import('./canvas-layer.js').Frame} frame
 * @param {readonly Label[]} labels
 * @param {number[][]} taken boxes where no label may stand; grows
 * @param {import('./theme.js').Theme} theme
 */
export function drawLabels(context, frame, labels, taken, theme) {
  context.lineJoin = 'round';
  context.textBaseline = 'middle';
  for (const label of labels) {
    if (frame.zoom < label.from || frame.zoom >= label.to) continue;
    const x = label.x * frame.scale - frame.left;
    const y = label.y * frame.scale - frame.top;
    if (x < -80 || y < -20 || x > frame.width + 80 || y > frame.height + 20) continue;
    place(context, frame, label, x, y, taken, theme);
  }
}

/** @param {CanvasRenderingContext2D} context @param {import('./canvas-layer.js').Frame} frame @param {Label} label @param {number} x @param {number} y @param {number[][]} taken @param {import('./theme.js').Theme} theme */
function place(context, frame, label, x, y, taken, theme) {
  const style = STYLES[label.style];
  const text = style.upper ? label.text.toLocaleUpperCase() : label.text;
  context.font = `${style.weight} ${style.size}px ${theme.font}`;
  // Letters that join are not to be drawn apart.
  context.letterSpacing = inUse().dir === 'rtl' ? '0px' : `${style.spacing}px`;
  const width = context.measureText(text).width;
  if (!label.dot && width > label.room * frame.scale * 1.15) return;
  const half = style.size * 0.65;
  const sides = label.dot ? [x + 7, x - 7 - width] : [x - width / 2];
  const left = sides.find((side) => isFree(taken, side - 3, y - half, side + width + 3, y + half));
  if (left === undefined) return;
  taken.push([left - 3, y - half, left + width + 3, y + half]);
  if (label.dot) dot(context, label.style, x, y, theme);
  context.strokeStyle = theme.halo;
  context.lineWidth = 3;
  context.strokeText(text, left, y);
  context.fillStyle = style.minor ? theme['label-minor'] : theme.label;
  context.fillText(text, left, y);
}

/** @param {CanvasRenderingContext2D} context @param {LabelStyle} style @param {number} x @param {number} y @param {import('./theme.js').Theme} theme */
function dot(context, style, x, y, theme) {
  context.beginPath();
  if (style === 'crossing') context.rect(x - 3, y - 3, 6, 6);
  else context.arc(x, y, style === 'city' ? 2.6 : 2, 0, 2 * Math.PI);
  context.fillStyle = style === 'crossing' ? theme.paper : theme['label-minor'];
  context.fill();
  context.strokeStyle = style === 'crossing' ? theme.durand : theme.halo;
  context.lineWidth = style === 'crossing' ? 1.4 : 1;
  context.stroke();
}

/** @param {number[][]} taken @param {number} x0 @param {number} y0 @param {number} x1 @param {number} y1 */
const isFree = (taken, x0, y0, x1, y1) => taken.every(([a, b, c, d]) => x1 < a || x0 > c || y1 < b || y0 > d);
