// @ts-check
// The pure parts of the layers: where an incident counts, what a crossing's state rests on, what adds up, what a picture holds.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptySelection, select } from '../../wwwroot/js/filter/select.js';
import { countStates, eventsOf, stateAt } from '../../wwwroot/js/layers/crossings.js';
import { densityOf } from '../../wwwroot/js/layers/heat.js';
import { accountOf, NOWHERE, OUTSIDE, TOO_COARSE, unitsAt } from '../../wwwroot/js/layers/account.js';
import { groupsOf, hullOf } from '../../wwwroot/js/layers/hull.js';
import { rangesOf } from '../../wwwroot/js/layers/legend.js';
import { BLANK, lookOf, rangeAt, shadingOf, UNSAID, ZERO } from '../../wwwroot/js/layers/shading.js';
import { unitsOf } from '../../wwwroot/js/layers/units.js';
import { shapeOf } from '../../wwwroot/js/map/geometry.js';
import { mercatorX, mercatorY } from '../../wwwroot/js/map/mercator.js';
import { sitesOf } from '../../wwwroot/js/map/sites.js';
import { layoutPicture, scaleOf, wrap } from '../../wwwroot/js/picture/layout.js';
import { parseDay } from '../../wwwroot/js/time/days.js';
import { Kinds } from '../../wwwroot/js/data/kinds.js';
import { toColumns } from '../../wwwroot/js/data/columns.js';
import { Column } from '../../wwwroot/js/data/texts.js';
import { columnsOf, feature, KINDS, state } from './features.js';

/** @param {number} west @param {number} south @param {number} east @param {number} north @param {string} id */
const square = (west, south, east, north, id) => shapeOf({
  geometry: { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] }, properties: { id, name: id },
});
const DISTRICTS = [square(69, 33, 70, 34, 'd1'), square(70, 33, 71, 34, 'd2'), square(71, 33, 72, 34, 'd3')];

/** @param {import('../../wwwroot/js/data/columns.js').Columns} columns @param {Parameters<typeof state>[0]} [patch] */
function selected(columns, patch = {}) {
  const selection = emptySelection(columns.size);
  select(selection, columns, state(patch), KINDS, null);
  return selection;
}

test('An incident counts once in each district that it names, and what is known to the province is in none', () => {
  const columns = columnsOf(
    feature('a', { killed_low: 5, killed_high: 9 }, [69.5, 33.5]),
    feature('b', { killed_low: 2, killed_high: null }, [69.5, 33.5]),
    feature('c', { precision: 'province', killed_low: 50, killed_high: 50 }, [69.5, 33.5]),
    feature('d', {}, [60, 30]), feature('e', { precision: null }, null), feature('f', { precision: 'district', killed_low: 0, killed_high: 0 }, [70.5, 33.5]),
  );
  columns.placeIds = new Column({ items: ['d1 d3 d3 p1 AF', null, null, null, null, null] });
  const units = unitsOf(columns, DISTRICTS, 'district');
  assert.deepEqual([1, 2, 3, 4].map((row) => units.of[row]), [0, TOO_COARSE, OUTSIDE, NOWHERE]);
  assert.deepEqual([...Array.from(unitsAt(units, 0))], [0, 2]);

  const { fails } = selected(columns);
  const count = shadingOf(units, columns, fails, 'count');
  assert.deepEqual([...count.count], [2, 1, 1]);
  const killed = shadingOf(units, columns, fails, 'killed');
  assert.deepEqual(rangeAt(killed, 0), { low: 7, high: 11, open: true, unsaid: 0, said: 2 });
  assert.equal(lookOf(killed, 1), ZERO);
});

test('Blank, no figure and zero look different, and classes stay as they are while the window moves', () => {
  const columns = columnsOf(
    feature('a', {}, [69.5, 33.5]), feature('b', { killed_low: 90, killed_high: 90, date_start: '2020-01-01', date_end: '2020-01-01' }, [70.5, 33.5]),
    feature('c', { killed_low: 3, killed_high: 3 }, [70.5, 33.5]),
  );
  const units = unitsOf(columns, DISTRICTS, 'district');
  const now = shadingOf(units, columns, selected(columns, { datetime: '2025-01-01/..' }).fails, 'killed');
  const ever = shadingOf(units, columns, selected(columns).fails, 'killed');
  assert.deepEqual([lookOf(now, 0), lookOf(now, 2)], [UNSAID, BLANK]);
  assert.deepEqual(now.bounds, ever.bounds);
  assert.ok(lookOf(now, 1) >= 0 && lookOf(now, 1) < lookOf(ever, 1));
  assert.deepEqual(rangesOf([1, 3, 7], 20), ['1', '2–3', '4–7', '8–20']);
});

const GATES = new Kinds([{ kind: 'crossing_closure', family: 'crossing', label: '' }, { kind: 'crossing_reopening', family: 'crossing', label: '' }, { kind: 'other', family: 'other', label: '' }]);
const TORKHAM = { id: 'x-torkham-crossing', name: 'Torkham crossing', km: 1574, rank: 1, x: 0, y: 0 };
const CHAMAN = { id: 'x-chaman', name: 'Chaman crossing', km: 688, rank: 2, x: 0, y: 0 };
const on = (/** @type {string} */ day) => /** @type {number} */ (parseDay(day));

/** @param {...[string, string, string, string|null, Record<string, any>?]} list kind, start, end, place */
function gateEvents(...list) {
  const columns = toColumns(list.map(([kind, start, end, place, more], at) => feature(String(at), {
    kind: `crossing_${kind}`, family: 'crossing', date_start: start, date_end: end, place, precision: place ? 'near' : null, ...more,
  }, place ? [71, 34] : null)), GATES);
  return eventsOf(columns, { closure: GATES.indexOf('crossing_closure'), reopening: GATES.indexOf('crossing_reopening') });
}

test('A crossing is as the last report before the end of the window has it', () => {
  const events = gateEvents(
    ['closure', '2025-02-21', '2025-03-19', 'Torkham crossing'], ['reopening', '2025-03-19', '2025-03-22', 'Torkham crossing'], ['closure', '2025-10-12', '2025-10-12', 'Torkham crossing'],
  );
  const at = (/** @type {string} */ day) => stateAt(events, TORKHAM, on(day));
  assert.deepEqual(['2025-02-20', '2025-02-21', '2025-03-18', '2025-03-20', '2025-03-22', '2025-10-11', '2026-05-01'].map((day) => at(day).status), ['unknown', 'closed', 'closed', 'partly', 'open', 'open', 'closed']);
  assert.equal(at('2026-05-01').day, on('2025-10-12'));
  assert.equal(at('2026-05-01').row, 2);
  assert.equal(stateAt(events, CHAMAN, on('2026-05-01')).status, 'unknown');
});

test('A closing whose last reported day is over is not known to last, a whole line closes every crossing, a discounted report none', () => {
  const events = gateEvents(['closure', '2024-05-14', '2024-05-15', 'Chaman crossing'], ['closure', '2025-01-01', '2025-01-01', null], ['closure', '2025-02-01', '2025-02-01', 'Chaman crossing', { grade: 'discounted' }], ['reopening', '2025-01-05', '2025-01-05', 'x-chaman d1']);
  assert.deepEqual(stateAt(events, CHAMAN, on('2024-06-01')), { status: 'unknown', why: 'closed.until', row: 0, day: on('2024-05-15') });
  assert.equal(stateAt(events, TORKHAM, on('2025-03-01')).why, 'closed.line');
  assert.equal(stateAt(events, CHAMAN, on('2025-03-01')).status, 'open');
  assert.equal(stateAt(gateEvents(['closure', '2025-01-01', '2025-01-01', 'Torkham crossing'], ['reopening', '2025-01-01', '2025-01-01', 'Torkham crossing']), TORKHAM, on('2025-01-01')).status, 'partly');
  assert.deepEqual(countStates([stateAt(events, TORKHAM, 0), stateAt(events, CHAMAN, on('2025-03-01'))]), { closed: 0, partly: 0, open: 1, unknown: 1 });
});

test('An episode’s outline holds what is known to a district or better', () => {
  assert.deepEqual(hullOf([[0, 0], [2, 0], [1, 1], [2, 2], [0, 2], [0, 0]]).length, 4);
  assert.deepEqual(hullOf([[1, 1], [1, 1]]), [[1, 1]]);
  const columns = columnsOf(feature('a', { episode: 'e-1' }), feature('b', { episode: 'e-1', precision: 'province' }), feature('c', {}), feature('d', { episode: 'e-2' }, [70, 33]));
  assert.deepEqual(groupsOf(columns, selected(columns)).map(({ id, count, rough, hull }) => [id, count, rough, hull.length]), [['e-1', 2, 1, 1], ['e-2', 1, 0, 1]]);
});

test('The density of a lone incident is one at its place, and rough ones are not in it', () => {
  const columns = columnsOf(feature('a', {}, [70, 33]), feature('b', { precision: 'district' }, [70, 33]));
  const scale = 256 * 2 ** 8;
  const frame = { zoom: 8, scale, left: mercatorX(70) * scale - 202, top: mercatorY(33) * scale - 202, width: 400, height: 400, density: 1, box: { x0: 0, y0: 0, x1: 1, y1: 1 } };
  const { values, most } = densityOf(columns, selected(columns), frame, 'count');
  assert.ok(Math.abs(most - 1) < 1e-6, String(most));
  assert.equal(values.indexOf(most), 50 * 100 + 50);
  assert.equal(values[0], 0);
});

test('The account of every layer adds up to all incidents', () => {
  const columns = columnsOf(feature('a', {}, [69.5, 33.5]), feature('b', { precision: 'district' }, [69.5, 33.5]), feature('c', { precision: 'province' }, [69.5, 33.5]),
    feature('d', {}, [71.5, 33.5]), feature('e', { precision: null }, null), feature('f', { kind: 'airstrike', family: 'air' }, [69.5, 33.5]), feature('g', {}, [60, 30]));
  const selection = selected(columns, { kind: ['combat'] });
  const view = { x0: mercatorX(69), y0: mercatorY(34), x1: mercatorX(69.9), y1: mercatorY(33) };
  const sites = sitesOf(columns, { district: DISTRICTS, province: [], country: [] });
  const parts = (/** @type {string} */ layer) => {
    const { all, ...rest } = accountOf(columns, selection, view, { layer, sites, units: layer === 'districts' ? unitsOf(columns, DISTRICTS, 'district') : null });
    assert.equal(Object.values(rest).reduce((sum, n) => sum + n, 0), all, layer);
    return rest;
  };
  assert.deepEqual(parts('incidents'), { drawn: 3, away: 2, coarse: 0, outside: 0, nowhere: 1, filtered: 1 });
  assert.deepEqual(parts('heat'), { drawn: 1, away: 2, coarse: 2, outside: 0, nowhere: 1, filtered: 1 });
  assert.deepEqual(parts('districts'), { drawn: 2, away: 1, coarse: 1, outside: 1, nowhere: 1, filtered: 1 });
});

test('A picture holds all its words within its edges, mirrored where writing runs leftwards', () => {
  const measure = (/** @type {string} */ text, /** @type {number} */ size) => text.length * size * 0.55;
  assert.deepEqual(wrap('one two three', 40, 10, 400, measure), ['one two', 'three']);
  assert.deepEqual(wrap('abcdefghij', 30, 10, 400, measure), ['abcde', 'fghij']);
  const rows = Array.from({ length: 40 }, (_, at) => ({ parts: [], text: `row ${at} with some words that need more than one line of the legend` }));
  const content = { title: 'Title', lines: ['2025 · 3 incidents'], legend: [{ heading: 'Legend', rows }], foot: ['sources', 'https:'.padEnd(300, 'x')], scale: { pixels: 100, text: '50 km' }, colours: { paper: '#fff', ink: '#000', muted: '#555', line: '#999' } };
  for (const size of [{ width: 1280, height: 720 }, { width: 390, height: 844 }]) {
    const layout = layoutPicture(content, size, measure, false);
    assert.equal(layout.width, size.width);
    for (const step of layout.steps) {
      if (step.type === 'text') assert.ok(step.x >= 0 && step.x + measure(step.text, step.size) <= layout.width && step.y > 0 && step.y < layout.height, JSON.stringify(step));
    }
    const mirrored = layoutPicture(content, size, measure, true);
    assert.deepEqual(mirrored.steps.map((step) => step.type), layout.steps.map((step) => step.type));
    const map = (/** @type {typeof layout} */ { steps }) => steps.find((step) => step.type === 'map');
    assert.equal((map(mirrored)?.x ?? 0) + (map(layout)?.x ?? 0) + layout.map.width, layout.width);
  }
  assert.deepEqual([scaleOf(1), scaleOf(0.35)], [{ km: 100, pixels: 100 }, { km: 20, pixels: 57 }]);
});
