// @ts-check
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { BELT, cameraOf, covers, fitted, frameOf, panned, placed, viewOf, zoomedAbout } from '../../wwwroot/js/embed/camera.js';
import { ATTRIBUTE_NAMES } from '../../wwwroot/js/embed/options.js';
import { mercatorX, mercatorY } from '../../wwwroot/js/map/mercator.js';

const SIZE = { width: 800, height: 500 };
const near = (/** @type {number} */ a, /** @type {number} */ b, apart = 1e-6) => assert.ok(Math.abs(a - b) < apart, `${a} is not ${b}`);

/** Where a place stands in the view. @param {import('../../wwwroot/js/embed/camera.js').Camera} camera @param {number} lon @param {number} lat */
function pixelOf(camera, lon, lat) {
  const { scale, left, top } = frameOf(camera, SIZE, { x: 0, y: 0 }, 1);
  return { x: mercatorX(lon) * scale - left, y: mercatorY(lat) * scale - top };
}

test('A view of the address is the camera’s, and comes back', () => {
  const view = viewOf(cameraOf({ zoom: 7.25, lat: 33.5, lon: 70.1 }));
  near(view.zoom, 7.25);
  near(view.lat, 33.5);
  near(view.lon, 70.1);
});

test('What is fitted is whole in view, and no larger than it may be', () => {
  const camera = fitted(BELT, SIZE);
  for (const [lon, lat] of [[BELT.west, BELT.south], [BELT.east, BELT.north]]) {
    const { x, y } = pixelOf(camera, lon, lat);
    assert.ok(x >= 11 && x <= SIZE.width - 11 && y >= 11 && y <= SIZE.height - 11, `${x}, ${y}`);
  }
  near(fitted({ west: 70, east: 70, south: 33, north: 33 }, SIZE, 9).zoom, 9);
});

test('What lies under the pointer stays there when the map is zoomed, and goes along when it is dragged', () => {
  const camera = cameraOf({ zoom: 7, lat: 33, lon: 70 });
  const before = pixelOf(camera, 71, 33.5);
  const zoomed = pixelOf(zoomedAbout(camera, 1.5, SIZE, before), 71, 33.5);
  near(zoomed.x, before.x, 1e-3);
  near(zoomed.y, before.y, 1e-3);
  const dragged = pixelOf(panned(camera, 30, -20), 71, 33.5);
  near(dragged.x - before.x, 30, 1e-3);
  near(dragged.y - before.y, -20, 1e-3);
});

test('The map ends where the base map does', () => {
  const { lon, lat } = viewOf(panned(cameraOf({ zoom: 6, lat: 33, lon: 70 }), 1e6, 1e6));
  assert.ok(lon >= 55.9 && lat <= 40.1, `${lon}, ${lat}`);
});

test('What was drawn covers the view until it is moved beyond its margin', () => {
  const camera = cameraOf({ zoom: 7, lat: 33, lon: 70 });
  const frame = frameOf(camera, SIZE, { x: 96, y: 60 }, 2);
  const still = placed(frame, camera, SIZE);
  assert.deepEqual([Math.round(still.x), Math.round(still.y), still.stretch], [-96, -60, 1]);
  assert.ok(covers(placed(frame, panned(camera, 90, 0), SIZE), frame, SIZE));
  assert.ok(!covers(placed(frame, panned(camera, 110, 0), SIZE), frame, SIZE));
  assert.ok(!covers(placed(frame, zoomedAbout(camera, -1, SIZE, { x: 400, y: 250 }), SIZE), frame, SIZE));
});

test('The element observes every attribute that says what it shows', () => {
  const shown = /const SHOWN = \[([^\]]+)\]/.exec(readFileSync(new URL('../../wwwroot/embed.js', import.meta.url), 'utf8'))?.[1] ?? '';
  assert.deepEqual(shown.split(',').map((name) => name.trim().replaceAll("'", '')).sort(), [...ATTRIBUTE_NAMES].sort());
});
