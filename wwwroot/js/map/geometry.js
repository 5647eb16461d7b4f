// @ts-check
// GeoJSON geometry as flat rings in Web Mercator: for drawing, for pointing at, for labels.
import { mercatorX, mercatorY } from './mercator.js';

/**
 * @typedef {{x0: number, y0: number, x1: number, y1: number}} Box in Web Mercator, 0 to 1
 * @typedef {object} Shape
 * @property {Float64Array[]} rings x, y, x, y ... ; of a line its parts
 * @property {Box} box
 * @property {boolean} closed
 * @property {Record<string, any>} properties
 *
 * @typedef {{type: string, coordinates: any}} Geometry
 * @typedef {{geometry: Geometry, properties: Record<string, any>, id?: string|number}} MapFeature
 */

/** @param {{features: MapFeature[]}} collection @returns {Shape[]} */
export const shapesOf = (collection) => collection.features.map(shapeOf);

/** @param {MapFeature} feature @returns {Shape} */
export function shapeOf({ geometry, properties }) {
  const rings = ringsOf(geometry).map(flatten);
  return { rings, box: boxOf(rings), closed: geometry.type.endsWith('Polygon'), properties: properties ?? {} };
}

/** @param {Geometry} geometry @returns {number[][][]} */
function ringsOf({ type, coordinates }) {
  switch (type) {
    case 'Point': return [[coordinates]];
    case 'LineString': return [coordinates];
    case 'MultiLineString': case 'Polygon': return coordinates;
    case 'MultiPolygon': return coordinates.flat();
    default: throw new Error(`The base map holds a geometry of type ${type}, which it may not`);
  }
}

/** @param {number[][]} points */
function flatten(points) {
  const ring = new Float64Array(points.length * 2);
  points.forEach(([lon, lat], at) => {
    ring[at * 2] = mercatorX(lon);
    ring[at * 2 + 1] = mercatorY(lat);
  });
  return ring;
}

/** @param {readonly Float64Array[]} rings @returns {Box} */
export function boxOf(rings) {
  const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (const ring of rings) {
    for (let at = 0; at < ring.length; at += 2) {
      box.x0 = Math.min(box.x0, ring[at]); box.x1 = Math.max(box.x1, ring[at]);
      box.y0 = Math.min(box.y0, ring[at + 1]); box.y1 = Math.max(box.y1, ring[at + 1]);
    }
  }
  return box;
}

/** @param {Box} a @param {Box} b */
export const overlaps = (a, b) => a.x0 <= b.x1 && a.x1 >= b.x0 && a.y0 <= b.y1 && a.y1 >= b.y0;

/**
 * Whether a point lies in a closed shape (even-odd, so holes and several parts need no order).
 * @param {Shape} shape
 * @param {number} x
 * @param {number} y
 */
export function contains({ rings, box }, x, y) {
  if (x < box.x0 || x > box.x1 || y < box.y0 || y > box.y1) return false;
  let inside = false;
  for (const ring of rings) {
    for (let at = 0, before = ring.length - 2; at < ring.length; before = at, at += 2) {
      const yi = ring[at + 1];
      const yj = ring[before + 1];
      if (yi > y !== yj > y && x < (ring[before] - ring[at]) * (y - yi) / (yj - yi) + ring[at]) inside = !inside;
    }
  }
  return inside;
}

/**
 * A point well inside: on the scan line of the centroid, the middle of its longest stretch within the shape.
 * @param {Shape} shape
 * @returns {{x: number, y: number, width: number}}
 */
export function labelPoint(shape) {
  const { y } = centroid(largest(shape.rings));
  const cuts = [];
  for (const ring of shape.rings) {
    for (let at = 0, before = ring.length - 2; at < ring.length; before = at, at += 2) {
      const yi = ring[at + 1];
      const yj = ring[before + 1];
      if (yi > y !== yj > y) cuts.push((ring[before] - ring[at]) * (y - yi) / (yj - yi) + ring[at]);
    }
  }
  cuts.sort((a, b) => a - b);
  let best = { x: (shape.box.x0 + shape.box.x1) / 2, y, width: 0 };
  for (let at = 0; at + 1 < cuts.length; at += 2) {
    const width = cuts[at + 1] - cuts[at];
    if (width > best.width) best = { x: (cuts[at] + cuts[at + 1]) / 2, y, width };
  }
  return best;
}

/** @param {readonly Float64Array[]} rings */
const largest = (rings) => rings.reduce((best, ring) => (Math.abs(area(ring)) > Math.abs(area(best)) ? ring : best));

/** @param {Float64Array} ring */
function area(ring) {
  let sum = 0;
  for (let at = 0, before = ring.length - 2; at < ring.length; before = at, at += 2) sum += ring[before] * ring[at + 1] - ring[at] * ring[before + 1];
  return sum / 2;
}

/** @param {Float64Array} ring */
function centroid(ring) {
  let x = 0;
  let y = 0;
  const total = area(ring);
  if (total === 0) return { x: ring[0], y: ring[1] };
  for (let at = 0, before = ring.length - 2; at < ring.length; before = at, at += 2) {
    const cross = ring[before] * ring[at + 1] - ring[at] * ring[before + 1];
    x += (ring[before] + ring[at]) * cross;
    y += (ring[before + 1] + ring[at + 1]) * cross;
  }
  return { x: x / (6 * total), y: y / (6 * total) };
}
