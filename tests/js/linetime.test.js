// @ts-check
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { FAILS, emptySelection, select } from '../../wwwroot/js/filter/select.js';
import { between, extentOf, filterOf, fullest, stepped } from '../../wwwroot/js/linetime/area.js';
import { cellsOf, rowsOf } from '../../wwwroot/js/linetime/cells.js';
import { boundsOf, classOf, colourOf } from '../../wwwroot/js/linetime/classes.js';
import { crossingsIn, landmarksOf, provincesIn, spaced } from '../../wwwroot/js/linetime/landmarks.js';
import { kmAt, rowAt, yOf } from '../../wwwroot/js/linetime/scale.js';
import { partOf } from '../../wwwroot/js/linetime/stretch.js';
import { stretchesOf } from '../../wwwroot/js/linetime/words.js';
import { parseStretch } from '../../wwwroot/js/state/params.js';
import { parseDay } from '../../wwwroot/js/time/days.js';
import { edgesOf } from '../../wwwroot/js/time/histogram.js';
import { columnsOf, feature, KINDS, state } from './features.js';

/** @param {string} text */
const day = (text) => /** @type {number} */ (parseDay(text));
const MONTHS = edgesOf(day('2025-01-01'), day('2025-12-31'), 'month');
const ROWS = Float64Array.from([0, 100, 200, 300, 400]);
/** @param {string} date @param {number|null} km @param {Record<string, any>} [more] */
const at = (date, km, more = {}) => feature(`${date}-${km}-${JSON.stringify(more)}`, { date_start: date, date_end: date, line_km: km, radius_m: 2000, ...more });
const landmarks = landmarksOf(JSON.parse(readFileSync(new URL('../../data/basemap/landmarks.json', import.meta.url), 'utf8')));

/** @param {...ReturnType<typeof feature>} features */
function cells(...features) {
  const columns = columnsOf(...features);
  return cellsOf(columns, new Uint16Array(columns.size), MONTHS, ROWS, 'count');
}

test('A spot with a day falls into one cell', () => {
  const found = cells(at('2025-10-12', 150), at('2025-10-31', 199.9), at('2025-11-01', 150), at('2025-10-12', 250));
  assert.deepEqual([found.sure[1 * 12 + 9], found.sure[1 * 12 + 10], found.sure[2 * 12 + 9]], [2, 1, 1]);
  assert.deepEqual([found.most, found.placed, found.spread], [2, 4, 0]);
});

test('What is known to a district only is no cell’s own: it is shared out over its stretch, and possible in each', () => {
  const found = cells(at('2025-10-12', 150, { precision: 'district', radius_m: 100_000 }));
  const column = [0, 1, 2, 3].map((row) => row * 12 + 9);
  assert.deepEqual(column.map((cell) => found.sure[cell]), [0, 0, 0, 0]);
  assert.deepEqual(column.map((cell) => found.possible[cell]), [1, 1, 1, 0]);
  assert.ok(Math.abs(column.reduce((sum, cell) => sum + found.value[cell], 0) - 1) < 1e-6);
  assert.equal(found.spread, 1);
});

test('A span of time is shared out among its months', () => {
  const found = cells(at('2025-03-15', 50, { date_end: '2025-04-15' }));
  assert.deepEqual([found.possible[2], found.possible[3], found.sure[2]], [1, 1, 0]);
  assert.deepEqual([found.value[2], found.value[3]], [0.5, 0.5]);
});

test('What has no position along the line, or no closed date, is counted beside the picture', () => {
  const found = cells(at('2025-10-12', null), at('2025-10-12', 20), at('2025-10-12', 20, { date_end: null }), at('2025-10-12', null, { date_start: null, date_end: null }));
  assert.deepEqual([found.placed, found.away, found.undated], [1, 2, 1]);
});

test('Cells are those of a naive count, for many arbitrary incidents', () => {
  let seed = 1893;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const features = Array.from({ length: 600 }, (_, id) => {
    const start = day('2024-12-01') + Math.floor(random() * 420);
    const iso = (/** @type {number} */ of) => new Date(of * 86_400_000).toISOString().slice(0, 10);
    return feature(String(id), {
      date_start: iso(start), date_end: iso(start + (random() < 0.5 ? 0 : Math.floor(random() * 60))), line_km: random() < 0.1 ? null : random() * 400, radius_m: random() < 0.5 ? 1000 : random() * 150_000,
    });
  });
  const columns = columnsOf(...features);
  const found = cellsOf(columns, new Uint16Array(columns.size), MONTHS, ROWS, 'count');
  const sure = new Uint32Array(48);
  const possible = new Uint32Array(48);
  for (let row = 0; row < columns.size; row++) {
    const km = columns.lineKm[row];
    const reach = columns.radius[row] > 50_000 ? columns.radius[row] / 1000 : 0;
    const hits = [];
    for (let cell = 0; cell < 48; cell++) {
      const [r, c] = [Math.floor(cell / 12), cell % 12];
      const inTime = columns.start[row] < MONTHS[c + 1] && columns.end[row] >= MONTHS[c];
      const inSpace = (r === 0 || km + reach >= ROWS[r]) && (r === 3 || km - reach < ROWS[r + 1]);
      if (inTime && inSpace) hits.push(cell);
    }
    const whole = columns.start[row] >= MONTHS[0] && columns.end[row] < MONTHS[12];
    for (const cell of hits) (hits.length === 1 && whole ? sure : possible)[cell]++;
  }
  assert.deepEqual(found.sure, sure);
  assert.deepEqual(found.possible, possible);
});

test('The chart follows every filter but time and stretch; its stretch is the filter’s', () => {
  const columns = columnsOf(at('2025-10-12', 150), at('2025-10-12', 250), at('2025-10-12', 350, { kind: 'airstrike' }), at('2025-10-12', null));
  const selection = emptySelection(columns.size);
  select(selection, columns, state({ lineKm: '100..200', kind: ['combat'], datetime: '1999-01-01/..' }), KINDS, null);
  assert.deepEqual([...selection.rows.subarray(0, selection.count)], [0]);
  assert.equal(selection.fails[1], FAILS.line);
  const found = cellsOf(columns, selection.fails, MONTHS, ROWS, 'count');
  assert.deepEqual([found.placed, found.away], [2, 1]);
});

test('An end of a stretch is within it; what has no position is in none', () => {
  const columns = columnsOf(at('2025-10-12', 100), at('2025-10-12', 200.1), at('2025-10-12', null));
  for (const [lineKm, count] of /** @type {const} */ ([['100..200.1', 2], ['100.1..200', 0], ['..100', 1], ['0..', 2]])) {
    const selection = emptySelection(columns.size);
    select(selection, columns, state({ lineKm }), KINDS, null);
    assert.equal(selection.count, count, lineKm);
  }
  for (const none of ['', '..', '5', '20..10', '-1..5', '0..9999', '1..2..3', 'a..b']) assert.equal(parseStretch(none), null, none);
});

test('The killed colour by their lowest figures; open ones and missing ones are kept apart', () => {
  const columns = columnsOf(at('2025-10-12', 50, { killed_low: 3, killed_high: 5 }), at('2025-10-13', 50, { killed_low: 10, killed_high: null }), at('2025-10-14', 50));
  const found = cellsOf(columns, new Uint16Array(3), MONTHS, ROWS, 'killed');
  assert.deepEqual([found.value[9], found.low[9], found.high[9], found.open[9], found.unsaid[9]], [13, 13, 15, 1, 1]);
});

test('Rows are round and high enough to be seen', () => {
  for (const pixels of [120, 290, 800]) {
    const rows = rowsOf(2215.2, pixels);
    assert.ok(pixels / (rows.length - 1) >= 6, `${pixels}: ${rows.length}`);
    assert.ok(rows[rows.length - 1] >= 2215.2);
  }
});

test('Classes are round, grow, and hold every value', () => {
  for (const most of [0, 0.4, 1, 2, 7, 50, 1234]) {
    const bounds = boundsOf(most);
    bounds.slice(1).forEach((bound, index) => assert.ok(bound > bounds[index]));
    assert.ok(bounds.every((bound) => bound < Math.max(most, 1)) && bounds.length <= 5, `${most}: ${bounds}`);
  }
  assert.deepEqual(boundsOf(50), [1, 2, 5, 10, 20]);
  assert.deepEqual([0, 0.3, 1, 1.2, 2, 20.5, 50].map((value) => classOf(value, boundsOf(50))), [-1, 0, 0, 1, 1, 5, 5]);
  const ramp = ['a', 'b', 'c', 'd', 'e', 'f'];
  assert.deepEqual([colourOf(0, 6, ramp), colourOf(5, 6, ramp), colourOf(0, 2, ramp), colourOf(1, 2, ramp)], ['a', 'f', 'a', 'f']);
});

test('A brush means days and kilometres; ends of the data and of the line stay open', () => {
  const grid = { days: MONTHS, kms: ROWS };
  const data = { first: MONTHS[0], last: MONTHS[12] - 1 };
  const area = between({ column: 9, row: 2 }, { column: 8, row: 1 });
  assert.deepEqual(filterOf(extentOf(grid, area, 400), data, 400), { datetime: '2025-09-01/2025-10-31', lineKm: '100..300' });
  assert.deepEqual(filterOf(extentOf(grid, between({ column: 9, row: 0 }, { column: 11, row: 1 }), 400), data, 400), { datetime: '2025-10-01/..', lineKm: '..200' });
  assert.deepEqual(filterOf(extentOf(grid, between({ column: 0, row: 0 }, { column: 11, row: 3 }), 400), data, 400), { datetime: '', lineKm: '' });
});

test('Arrows move the cursor and stop at the edges; up is towards China', () => {
  const size = { columns: 12, rows: 4 };
  for (const [from, key, to] of /** @type {const} */ ([[[3, 1], 'ArrowUp', [3, 2]], [[0, 0], 'ArrowLeft', [0, 0]], [[3, 3], 'ArrowUp', [3, 3]], [[3, 1], 'End', [11, 1]], [[3, 1], 'PageDown', [3, 0]]])) {
    assert.deepEqual(stepped({ column: from[0], row: from[1] }, key, size), { column: to[0], row: to[1] }, key);
  }
  assert.equal(stepped({ column: 0, row: 0 }, 'a', size), null);
  assert.deepEqual(fullest({ value: Float32Array.from([0, 1, 5, 2]), columns: 2 }), { column: 0, row: 1 });
});

test('Kilometres and pixels agree; the line runs up', () => {
  const scale = { length: 2000, top: 6, height: 400 };
  assert.deepEqual([yOf(scale, 0), yOf(scale, 2000)], [406, 6]);
  for (const km of [0, 333, 1999]) assert.ok(Math.abs(kmAt(scale, yOf(scale, km)) - km) < 1e-6);
  assert.deepEqual([rowAt(ROWS, 0), rowAt(ROWS, 250), rowAt(ROWS, 400)], [0, 2, 3]);
});

test('A stretch of the line begins and ends where it is asked to, between its points too', () => {
  const ring = Float64Array.from([0, 0, 1, 0, 2, 0, 3, 0]);
  assert.deepEqual(partOf(ring, [0, 10, 20, 30], 10, 20), [1, 0, 2, 0]);
  assert.deepEqual(partOf(ring, [0, 10, 20, 30], 5, 25), [0.5, 0, 1, 0, 2, 0, 2.5, 0]);
  assert.deepEqual(partOf(ring, [0, 10, 20, 30], 12, 14), [1.2, 0, 1.4, 0]);
});

test('The landmarks cover the line from tripoint to tripoint on both sides', () => {
  for (const country of ['AF', 'PK']) {
    const stretches = landmarks.provinces.filter((province) => province.country === country).sort((a, b) => a.from - b.from);
    assert.ok(stretches[0].from < 1 && stretches[stretches.length - 1].to > landmarks.length - 1, country);
    stretches.slice(1).forEach(({ from }, index) => assert.ok(Math.abs(from - stretches[index].to) < 5, `${country} at km ${from}`));
  }
  assert.deepEqual(crossingsIn(landmarks, 1560, 1590).map(({ name }) => name), ['Torkham']);
  assert.deepEqual(provincesIn(landmarks, 1560, 1590, 'AF'), ['Nangarhar']);
  assert.deepEqual(crossingsIn(landmarks, 450, 500), []);
});

test('Labels that would touch give way to those wanted more', () => assert.deepEqual(spaced([{ at: 50 }, { at: 55 }, { at: 70 }], 11), [{ at: 50 }, { at: 70 }]));

test('In the table an incident counts once a stretch, whenever it happened', () => {
  const columns = columnsOf(at('2025-03-15', 50, { date_end: '2025-06-15', killed_low: 2, killed_high: 4 }), at('2025-10-12', 150, { radius_m: 100_000 }), at('2025-10-12', null));
  const rows = stretchesOf(columns, new Uint16Array(3), ROWS);
  assert.deepEqual(rows.map(({ from, sure, possible, low, high }) => [from, sure, possible, low, high]), [[0, 1, 1, 2, 4], [100, 0, 1, 0, 0], [200, 0, 1, 0, 0]]);
});
