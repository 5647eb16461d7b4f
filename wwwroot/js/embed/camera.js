// @ts-check
// Where a map without Leaflet looks: its middle in Web Mercator (0 to 1) and its zoom. Pure, so that it can be told without a screen.
import { latOf, lonOf, mercatorX, mercatorY } from '../map/mercator.js';

/**
 * @typedef {{zoom: number, x: number, y: number}} Camera
 * @typedef {{width: number, height: number}} Size CSS pixels
 * @typedef {{west: number, south: number, east: number, north: number}} Bounds degrees
 */

/** Where nearly all that is reported happened: the belt from Spin Boldak to Chitral. @type {Readonly<Bounds>} */
export const BELT = { west: 65.6, south: 30.7, east: 73.4, north: 36 };
/** The whole line. @type {Readonly<Bounds>} */
export const WHOLE = { west: 60.6, south: 29.2, east: 75, north: 37.3 };
const LIMITS = { x0: mercatorX(56), x1: mercatorX(79), y0: mercatorY(40), y1: mercatorY(22) };
const LEAST = 3;
const MOST = 14;
const TILE = 256;

/** @param {number} value @param {number} low @param {number} high */
const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

/** Keeps the middle on the sheet. @param {Camera} camera @returns {Camera} */
const kept = ({ zoom, x, y }) => ({ zoom: clamp(zoom, LEAST, MOST), x: clamp(x, LIMITS.x0, LIMITS.x1), y: clamp(y, LIMITS.y0, LIMITS.y1) });

/** Pixels of the whole world. @param {number} zoom */
export const scaleOf = (zoom) => TILE * 2 ** zoom;

/** @param {{zoom: number, lat: number, lon: number}} view */
export const cameraOf = ({ zoom, lat, lon }) => kept({ zoom, x: mercatorX(lon), y: mercatorY(lat) });

/** @param {Camera} camera */
export const viewOf = ({ zoom, x, y }) => ({ zoom, lat: latOf(y), lon: lonOf(x) });

/**
 * Shows all of some bounds, no nearer than asked.
 * @param {Bounds} bounds
 * @param {Size} size
 * @param {number} [most] zoom
 * @param {number} [padding] pixels
 */
export function fitted({ west, south, east, north }, { width, height }, most = MOST, padding = 12) {
  const [x0, x1, y0, y1] = [mercatorX(west), mercatorX(east), mercatorY(north), mercatorY(south)];
  const room = (/** @type {number} */ length) => Math.max(40, length - 2 * padding) / TILE;
  const zoom = Math.log2(Math.min(room(width) / Math.max(x1 - x0, 1e-9), room(height) / Math.max(y1 - y0, 1e-9)));
  return kept({ zoom: Math.min(zoom, most), x: (x0 + x1) / 2, y: (y0 + y1) / 2 });
}

/** What lies under the pointer goes along with it. @param {Camera} camera @param {number} across pixels @param {number} down */
export function panned({ zoom, x, y }, across, down) {
  const scale = scaleOf(zoom);
  return kept({ zoom, x: x - across / scale, y: y - down / scale });
}

/** What lies at a pixel stays there. @param {Camera} camera @param {number} steps of zoom @param {Size} size @param {{x: number, y: number}} at pixels of the view */
export function zoomedAbout(camera, steps, { width, height }, at) {
  const zoom = clamp(camera.zoom + steps, LEAST, MOST);
  const from = scaleOf(camera.zoom);
  const to = scaleOf(zoom);
  const [dx, dy] = [at.x - width / 2, at.y - height / 2];
  return kept({ zoom, x: camera.x + dx / from - dx / to, y: camera.y + dy / from - dy / to });
}

/**
 * What canvases show that reach some pixels beyond the view.
 * @param {Camera} camera
 * @param {Size} size of the view
 * @param {{x: number, y: number}} margin
 * @param {number} density device pixels a CSS pixel
 * @returns {import('../map/canvas-layer.js').Frame}
 */
export function frameOf({ zoom, x, y }, size, margin, density) {
  const scale = scaleOf(zoom);
  const width = Math.round(size.width + 2 * margin.x);
  const height = Math.round(size.height + 2 * margin.y);
  const left = x * scale - width / 2;
  const top = y * scale - height / 2;
  return { zoom, scale, left, top, width, height, density, box: { x0: left / scale, y0: top / scale, x1: (left + width) / scale, y1: (top + height) / scale } };
}

/** How a drawn frame is moved and stretched to stand where another camera looks: its corner in the view, and its scale. @param {import('../map/canvas-layer.js').Frame} frame @param {Camera} camera @param {Size} size */
export function placed(frame, { zoom, x, y }, { width, height }) {
  const scale = scaleOf(zoom);
  const stretch = scale / frame.scale;
  return { x: frame.left * stretch - (x * scale - width / 2), y: frame.top * stretch - (y * scale - height / 2), stretch };
}

/** Whether a drawn frame still covers the view. @param {ReturnType<typeof placed>} at @param {import('../map/canvas-layer.js').Frame} frame @param {Size} size */
export const covers = (at, frame, { width, height }) => at.x <= 0 && at.y <= 0 && at.x + frame.width * at.stretch >= width && at.y + frame.height * at.stretch >= height;
