// @ts-check
// Our own base map: what is loaded, and how its lines and fills are drawn at each zoom.
import { overlaps, shapesOf } from './geometry.js';
import { mercatorX, mercatorY } from './mercator.js';
import { inLocalUnits, pathOf } from './paths.js';

/**
 * @typedef {import('./geometry.js').Shape} Shape
 * @typedef {import('./canvas-layer.js').Frame} Frame
 * @typedef {import('./theme.js').Theme} Theme
 * @typedef {'countries'|'provinces'|'districts'|'line'|'disputed'|'towns'|'water'|'crossings'} Part
 * @typedef {Record<Part, Shape[]>} Basemap
 */

/** In the order in which they are wanted: what is large on the screen comes first. @type {readonly Part[]} */
export const PARTS = ['countries', 'line', 'provinces', 'towns', 'districts', 'crossings', 'disputed', 'water'];

/** @returns {Basemap} */
export const emptyBasemap = () => /** @type {any} */ (Object.fromEntries(PARTS.map((part) => [part, []])));

/**
 * @param {(name: string) => Promise<any>} get
 * @param {(part: Part, shapes: Shape[]) => void} arrived
 * @returns {Promise<Part[]>} the parts that could not be had
 */
export async function loadBasemap(get, arrived) {
  /** @type {Part[]} */
  const failed = [];
  await Promise.all(PARTS.map(async (part) => {
    try {
      arrived(part, shapesOf(await get(part)));
    } catch (error) {
      console.warn(`base map: ${part}`, error);
      failed.push(part);
    }
  }));
  return failed;
}

const HOME = ['AF', 'PK'];
/** Zoom from which districts are outlined. */
export const DISTRICT_ZOOM = 7;

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Frame} frame
 * @param {Basemap} map
 * @param {Theme} theme
 * @param {string} worldview
 */
export function drawBasemap(context, frame, map, theme, worldview) {
  context.fillStyle = theme.land;
  context.fillRect(0, 0, frame.width, frame.height);
  const sheet = sheetOf(frame);
  context.fillStyle = theme.water;
  context.fillRect(sheet.x, sheet.y, sheet.width, sheet.height);
  context.beginPath();
  context.rect(sheet.x + 1, sheet.y + 1, sheet.width - 2, sheet.height - 2);
  context.save();
  context.clip();
  inLocalUnits(context, frame, (pixel) => {
    context.lineJoin = 'round';
    const seen = (/** @type {Part} */ part) => map[part].filter(({ box }) => overlaps(box, frame.box));
    for (const shape of seen('countries')) fill(context, shape, HOME.includes(isoOf(shape)) ? theme.home : theme.land, pixel);
    for (const shape of seen('disputed')) if (shape.closed) fill(context, shape, worldview === 'pk' && claimedBy(shape, 'Pakistan') ? theme.home : theme.disputed, pixel);
    drawWater(context, seen('water'), frame.zoom, pixel, theme);
    if (frame.zoom >= DISTRICT_ZOOM) outline(context, seen('districts'), theme['district-line'], 0.8, pixel);
    outline(context, seen('provinces'), theme['province-line'], frame.zoom < 7 ? 0.8 : 1.3, pixel);
    outline(context, seen('countries'), theme['country-line'], 1.2, pixel);
    drawDisputes(context, seen('disputed'), pixel, theme, worldview);
  });
  context.restore();
}

/** @param {Shape} shape @param {string} country */
const claimedBy = ({ properties }, country) => String(properties.note ?? '').includes(`Claimed by ${country}`);

// Neutral, and as Afghanistan, which the base map's source records no claim of: every claim and the lines of control dashed.
// As Pakistan: its own claim is the border, those of others are not drawn, the line of control stays dashed.
/** @param {CanvasRenderingContext2D} context @param {Shape[]} shapes @param {number} pixel @param {Theme} theme @param {string} worldview */
function drawDisputes(context, shapes, pixel, theme, worldview) {
  const own = worldview === 'pk' ? shapes.filter((shape) => !shape.closed && claimedBy(shape, 'Pakistan')) : [];
  const dashed = worldview === 'pk' ? shapes.filter((shape) => shape.closed && claimedBy(shape, 'Pakistan')) : shapes;
  context.setLineDash([2 * pixel, 3 * pixel]);
  outline(context, dashed, theme['country-line'], 1.2, pixel);
  context.setLineDash([]);
  outline(context, own, theme['country-line'], 1.6, pixel);
}

// The base map is cut at these degrees; its cut edges are no borders and are not drawn.
const SHEET = { west: 59, south: 23, east: 76, north: 39 };

/** @param {Frame} frame */
function sheetOf({ scale, left, top }) {
  const x = mercatorX(SHEET.west) * scale - left;
  const y = mercatorY(SHEET.north) * scale - top;
  return { x, y, width: mercatorX(SHEET.east) * scale - left - x, height: mercatorY(SHEET.south) * scale - top - y };
}

/** How the line is broken, in pixels: by status, as Afghanistan draws what it does not recognise, as Pakistan draws a border. @type {Record<string, number[]>} */
export const LINE_DASH = { neutral: [9, 4], af: [2, 4], pk: [] };

/**
 * The Durand Line, above what is hatched. The country outlines run along it; the casing covers them.
 * @param {CanvasRenderingContext2D} context
 * @param {Frame} frame
 * @param {Shape[]} shapes
 * @param {Theme} theme
 * @param {string} worldview
 */
export function drawDurand(context, frame, shapes, theme, worldview) {
  inLocalUnits(context, frame, (pixel) => {
    context.lineJoin = 'bevel';
    context.lineCap = 'butt';
    context.setLineDash([]);
    outline(context, shapes, theme['durand-casing'], 4.5, pixel);
    context.setLineDash(LINE_DASH[worldview].map((length) => length * pixel));
    outline(context, shapes, theme.durand, 2.2, pixel);
    context.setLineDash([]);
  });
}

/** @param {CanvasRenderingContext2D} context @param {Shape[]} shapes @param {number} zoom @param {number} pixel @param {Theme} theme */
function drawWater(context, shapes, zoom, pixel, theme) {
  for (const shape of shapes) {
    if ((shape.properties.rank ?? 1) > zoom - 1) continue;
    if (shape.closed) fill(context, shape, theme.water, pixel);
    else outline(context, [shape], theme.water, Math.max(0.6, 2.4 - (shape.properties.rank ?? 4) * 0.25), pixel);
  }
}

/** @param {Shape} country */
export const isoOf = ({ properties }) => String(properties.iso ?? '');

/** @param {CanvasRenderingContext2D} context @param {Shape} shape @param {string} colour @param {number} pixel */
function fill(context, shape, colour, pixel) {
  context.fillStyle = colour;
  context.fill(pathOf(shape, pixel), 'evenodd');
}

/** @param {CanvasRenderingContext2D} context @param {Shape[]} shapes @param {string} colour @param {number} width CSS pixels @param {number} pixel */
function outline(context, shapes, colour, width, pixel) {
  context.strokeStyle = colour;
  context.lineWidth = width * pixel;
  for (const shape of shapes) context.stroke(pathOf(shape, pixel));
}
