// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insideOf, isArea, MOST_CORNERS, outlineText, parseOutline } from '../../wwwroot/js/state/outline.js';

/** @typedef {import('../../wwwroot/js/state/outline.js').Corner} Corner */

const SQUARE = /** @type {Corner[]} */ ([[0, 0], [2, 0], [2, 2], [0, 2]]);

test('An area is read as it is written, and may be closed by its first corner', () => {
  assert.deepEqual(parseOutline('0,0,2,0,2,2,0,2'), SQUARE);
  assert.deepEqual(parseOutline('0,0,2,0,2,2,0,2,0,0'), SQUARE);
  assert.equal(outlineText([[69.12345, 33], [70, 33], [70, -0.00001]]), '69.123,33,70,33,70,0');
});

test('What is no area is none', () => {
  for (const text of ['', '0,0,1,1', '0,0,1,1,2', '0,0,1,0,x,1', '0,0,1,0,1,91', '0,0,1,0,2,0', '0,0,2,2,2,0,0,2', '0,0,2,0,2,2,1,0', '0,0,2,0,1,0,1,1', '0,0,1,0,1,0,1,1', '0,0,1e1,0,1,1']) assert.equal(parseOutline(text), null, text);
});

test('An area has a hundred corners at most', () => {
  const ring = (/** @type {number} */ count) => Array.from({ length: count }, (_, at) => /** @type {Corner} */ ([Math.cos(2 * Math.PI * at / count), Math.sin(2 * Math.PI * at / count)]));
  assert.equal(isArea(ring(MOST_CORNERS)), true);
  assert.equal(isArea(ring(MOST_CORNERS + 1)), false);
});

test('Sides and corners belong to an area, a notch does not', () => {
  const inside = insideOf([...SQUARE, [1, 1]]);
  assert.deepEqual([[1.5, 1], [0, 0], [1, 0], [2, 1], [1, 1], [0.5, 1], [0.2, 1], [3, 1], [NaN, NaN]].map(([lon, lat]) => inside(lon, lat)), [true, true, true, true, true, false, false, false, false]);
});
