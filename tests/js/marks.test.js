// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extentOf } from '../../wwwroot/js/data/columns.js';
import { emptySelection, select } from '../../wwwroot/js/filter/select.js';
import { contains, labelPoint, shapeOf } from '../../wwwroot/js/map/geometry.js';
import { emptyMarks, hit, neighbour, placeMarks } from '../../wwwroot/js/map/marks.js';
import { latOf, lonOf, mercatorX, mercatorY, unitsOf } from '../../wwwroot/js/map/mercator.js';
import { AREA, NOWHERE, RING, SPOT, sitesOf } from '../../wwwroot/js/map/sites.js';
import { Tally } from '../../wwwroot/js/map/tally.js';
import { SHAPES, radiusOf, ringOf, stackRadius } from '../../wwwroot/js/map/symbols.js';
import { FAMILIES } from '../../wwwroot/js/data/kinds.js';
import { nearest } from '../../wwwroot/js/panel/nearest.js';
import { ordered } from '../../wwwroot/js/panel/order.js';
import { columnsOf, feature, KINDS, state } from './features.js';

/** @param {number} west @param {number} south @param {number} east @param {number} north @param {string} name */
const square = (west, south, east, north, name) => shapeOf({
  geometry: { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] }, properties: { name },
});
const POLYGONS = { district: [square(69, 33, 70, 34, 'Jaji Aryub')], province: [square(68, 32, 70, 34, 'Paktia')], country: [square(60, 29, 75, 38, 'Afghanistan')] };

const COLUMNS = columnsOf(
  feature('a', { killed_low: 40, killed_high: 40 }, [71, 34]),
  feature('b', { kind: 'airstrike', killed_low: 3, killed_high: 3 }, [71, 34]),
  feature('c', { precision: 'district', radius_m: 16000 }, [69.5, 33.5]),
  feature('d', { precision: 'district', radius_m: 20000 }, [69.2, 33.1]),
  feature('e', { precision: 'province', radius_m: 60000 }, [69.5, 33.5]),
  feature('f', { precision: 'district', radius_m: 9000 }, [72, 35]),
  feature('g', { precision: null }, null),
  feature('h', { killed_low: 1, killed_high: 1 }, [70.5, 34]),
);

function scene() {
  const sites = sitesOf(COLUMNS, POLYGONS);
  const selection = emptySelection(COLUMNS.size);
  select(selection, COLUMNS, state(), KINDS, null);
  const tally = new Tally(sites, COLUMNS, FAMILIES.length);
  tally.follow(selection);
  const scale = 256 * 2 ** 8;
  const left = mercatorX(68) * scale;
  const top = mercatorY(36) * scale;
  const frame = { zoom: 8, scale, left, top, width: 1000, height: 800, density: 1, box: { x0: 0, y0: 0, x1: 1, y1: 1 } };
  const marks = emptyMarks();
  placeMarks(marks, frame, { columns: COLUMNS, sites, tally, selected: -1 });
  const at = (/** @type {number} */ lon, /** @type {number} */ lat) => hit(marks, sites, frame, mercatorX(lon) * scale - left, mercatorY(lat) * scale - top, 3);
  return { sites, tally, frame, marks, at, site: (/** @type {string} */ id) => sites.of[/** @type {number} */ (COLUMNS.rowOf.get(id))] };
}

test('What is known to the spot is a spot, to the district its area, without a polygon a ring, without a place no mark', () => {
  const { sites, site } = scene();
  assert.deepEqual([...'abcdefgh'].map((id) => sites.type[site(id)]), [SPOT, SPOT, AREA, AREA, AREA, RING, NOWHERE, SPOT]);
  assert.equal(sites.shapes.get(site('e'))?.properties.name, 'Paktia');
});

test('Incidents of one spot or area are counted together, whatever point their record carries', () => {
  const { tally, site } = scene();
  assert.equal(site('a'), site('b'));
  assert.equal(site('c'), site('d'));
  assert.notEqual(site('c'), site('e'));
  assert.equal(tally.count[site('a')], 2);
  assert.equal(tally.only[site('h')], COLUMNS.rowOf.get('h'));
  assert.equal(tally.sole[site('a')], -1);
  assert.equal(tally.sole[site('c')], FAMILIES.indexOf('combat'));
});

test('Areas are drawn below rings, rings below spots', () => {
  const { marks, sites } = scene();
  const types = [...marks.site.subarray(0, marks.count)].map((site) => sites.type[site]);
  assert.deepEqual(types, [AREA, AREA, RING, SPOT, SPOT]);
});

test('Pointing finds the spot before the area, the finer area before the coarser, and bare ground', () => {
  const { at, site } = scene();
  assert.equal(at(71, 34), site('a'));
  assert.equal(at(69.3, 33.2), site('c'));
  assert.equal(at(68.2, 32.2), site('e'));
  assert.equal(at(72.02, 35.02), site('f'));
  assert.equal(at(73.5, 31.5), -1);
});

test('Stepping goes from west to east through what is in view, and round', () => {
  const { marks, site } = scene();
  const all = () => true;
  const seen = [neighbour(marks, -1, 1, all)];
  while (seen.length < marks.count) seen.push(neighbour(marks, seen[seen.length - 1], 1, all));
  assert.deepEqual(seen, [site('e'), site('c'), site('h'), site('a'), site('f')]);
  assert.equal(neighbour(marks, site('f'), 1, all), site('e'));
  assert.equal(neighbour(marks, site('e'), -1, all), site('f'));
  assert.equal(neighbour(marks, -1, 1, () => false), -1);
});

test('A symbol grows with the lowest figure and stops growing', () => {
  assert.equal(radiusOf(-1), radiusOf(0));
  assert.ok(radiusOf(0) < radiusOf(1) && radiusOf(1) < radiusOf(10) && radiusOf(10) < radiusOf(100));
  assert.equal(radiusOf(5000), radiusOf(100000));
  assert.ok(stackRadius(2) < stackRadius(50) && stackRadius(1e6) <= 22);
});

test('The ring shows what the range holds beyond the lowest figure', () => {
  assert.equal(ringOf(-1, -1), null);
  assert.equal(ringOf(7, 7), null);
  assert.deepEqual(ringOf(7, -1)?.open, true);
  assert.deepEqual(ringOf(7, 60), { radius: radiusOf(60), open: false });
  assert.ok((ringOf(7, 8)?.radius ?? 0) > radiusOf(7));
});

test('Every family has a shape of its own', () => assert.equal(new Set(SHAPES).size, FAMILIES.length));

test('Mercator goes there and back, and knows metres', () => {
  for (const [lon, lat] of [[60.9, 29.3], [71.09, 34.12], [0, 0]]) {
    assert.ok(Math.abs(lonOf(mercatorX(lon)) - lon) < 1e-9);
    assert.ok(Math.abs(latOf(mercatorY(lat)) - lat) < 1e-9);
  }
  assert.ok(Math.abs(unitsOf(111_320, 0) - 1 / 360) < 1e-6);
});

test('A shape with a hole holds its ring and not its hole; its label lies inside', () => {
  const ring = shapeOf({ geometry: { type: 'Polygon', coordinates: [[[0, 0], [9, 0], [9, 9], [0, 9], [0, 0]], [[3, 3], [6, 3], [6, 6], [3, 6], [3, 3]]] }, properties: {} });
  assert.ok(contains(ring, mercatorX(1), mercatorY(1)));
  assert.ok(!contains(ring, mercatorX(4.5), mercatorY(4.5)));
  assert.ok(!contains(ring, mercatorX(10), mercatorY(4)));
  const label = labelPoint(ring);
  assert.ok(contains(ring, label.x, label.y));
  assert.throws(() => shapeOf({ geometry: { type: 'GeometryCollection', coordinates: [] }, properties: {} }), /GeometryCollection/);
});

test('An empty window knows where the data is', () => {
  const columns = columnsOf(feature('a', { date_start: '2025-01-01', date_end: '2025-01-02' }), feature('b'), feature('c', { kind: 'airstrike', date_start: '2025-03-03', date_end: '2025-03-03' }));
  const selection = emptySelection(columns.size);
  select(selection, columns, state({ kind: ['combat'], datetime: '2025-04-01/2025-04-30' }), KINDS, null);
  const { before, after } = nearest(columns, selection, { start: 20179, end: 20208 });
  assert.deepEqual([before.n, before.day, after.n, after.day], [1, 20090, 1, 20373]);
  assert.deepEqual(extentOf(columns), { first: 20089, last: 20373 });
});

test('The list is in order, and what has no value stands last either way', () => {
  const columns = columnsOf(feature('a', { killed_low: 3, killed_high: 3 }), feature('b'), feature('c', { killed_low: 9, killed_high: null, date_start: null, date_end: null }), feature('d', { title: 'A', date_start: '2024-01-01', date_end: '2024-01-01' }));
  const rows = Uint32Array.of(0, 1, 2, 3);
  const ids = (/** @type {import('../../wwwroot/js/panel/order.js').Order} */ order) => [...ordered(columns, rows, order)].map((row) => columns.ids.at(row)).join('');
  assert.equal(ids({ by: 'killed', down: true }), 'cabd');
  assert.equal(ids({ by: 'killed', down: false }), 'acbd');
  assert.equal(ids({ by: 'when', down: true }), 'abdc');
  assert.equal(ids({ by: 'when', down: false }), 'dabc');
  assert.equal(ids({ by: 'what', down: false }), 'dabc');
});
