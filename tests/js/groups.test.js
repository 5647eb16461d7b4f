// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FAMILIES } from '../../wwwroot/js/data/kinds.js';
import { emptySelection, select, selectTime } from '../../wwwroot/js/filter/select.js';
import { Boxes } from '../../wwwroot/js/map/boxes.js';
import { CROWD, familiesOf, groupAt } from '../../wwwroot/js/map/groups.js';
import { emptyMarks, placeMarks } from '../../wwwroot/js/map/marks.js';
import { mercatorX, mercatorY } from '../../wwwroot/js/map/mercator.js';
import { RING, SPOT, emptyTally, sitesOf, tallySites } from '../../wwwroot/js/map/sites.js';
import { ordered } from '../../wwwroot/js/panel/order.js';
import { formatDay } from '../../wwwroot/js/time/days.js';
import { columnsOf, feature, KINDS, state } from './features.js';

const KIND = ['shelling', 'airstrike', 'infiltration', 'other'];
const SPOTS = CROWD + 500;
const COLUMNS = columnsOf(...Array.from({ length: SPOTS + 40 }, (_, at) => feature(`i-${String(at).padStart(10, '0')}`, {
  kind: KIND[at % 4], family: KINDS.list.find(({ kind }) => kind === KIND[at % 4])?.family, killed_low: at % 50, date_start: formatDay(20_000 + at % 300), date_end: formatDay(20_000 + at % 300),
  ...(at >= SPOTS ? { precision: 'district', radius_m: 15000 } : {}),
}, [69 + (at * 7919 % 4001) / 2000, 33 + (at * 104729 % 4001) / 2000])));

/** @param {Partial<ReturnType<typeof state>>} patch @param {{zoom?: number, selected?: number}} [more] */
function placed(patch, { zoom = 8, selected = -1 } = {}) {
  const sites = sitesOf(COLUMNS, { district: [], province: [], country: [] });
  const selection = emptySelection(COLUMNS.size);
  select(selection, COLUMNS, state(patch), KINDS, null);
  const tally = emptyTally(sites, FAMILIES.length);
  tallySites(tally, sites, COLUMNS, selection);
  const scale = 256 * 2 ** zoom;
  const [left, top, width, height] = [mercatorX(68.5) * scale, mercatorY(35.5) * scale, 4 / 360 * scale, 700 * 2 ** (zoom - 8)];
  const frame = { zoom, scale, left, top, width, height, density: 1, box: { x0: left / scale, y0: top / scale, x1: (left + width) / scale, y1: (top + height) / scale } };
  const marks = emptyMarks();
  placeMarks(marks, frame, { columns: COLUMNS, sites, tally, selected });
  const incidents = Array.from({ length: marks.count }, (_, at) => (marks.group[at] >= 0 ? marks.groups.incidents[marks.group[at]] : tally.count[marks.site[at]]));
  return { sites, selection, tally, marks, shown: incidents.reduce((sum, one) => sum + one, 0) };
}

test('A crowded view shows few marks that stand for every incident, and counts their families', () => {
  const { marks, shown, selection } = placed({});
  assert.equal(shown, selection.count);
  assert.ok(marks.count < 400, `${marks.count} marks`);
  for (let group = 0; group < marks.groups.count; group++) {
    assert.ok(marks.groups.sites[group] > 1);
    assert.equal(familiesOf(marks.groups, group).reduce((sum, one) => sum + one, 0), marks.groups.incidents[group]);
  }
});

test('What is known roughly is never part of a group', () => {
  const { marks, sites } = placed({});
  const rings = Array.from({ length: marks.count }, (_, at) => at).filter((at) => sites.type[marks.site[at]] === RING);
  assert.equal(rings.length, 40);
  assert.ok(rings.every((at) => marks.group[at] < 0));
});

test('The incident that is selected stands by itself in a crowd', () => {
  const { sites } = placed({});
  const site = sites.of[7];
  const { marks } = placed({}, { selected: site });
  assert.equal(groupAt(marks, site), -1);
  assert.ok(marks.site.subarray(0, marks.count).includes(site));
});

test('Few incidents of a crowded view are shown one by one', () => {
  const { marks, shown, selection } = placed({ datetime: `${formatDay(20_000)}/${formatDay(20_009)}` });
  assert.ok(selection.count > 50);
  assert.deepEqual([marks.groups.count, shown], [0, selection.count]);
});

test('Counts of sites follow the window as if they were counted anew', () => {
  const { sites, selection, tally } = placed({});
  for (let step = 0; step < 20; step++) {
    selectTime(selection, COLUMNS, state({ datetime: `${formatDay(20_000 + step * 11)}/${formatDay(20_000 + step * 13 + 30)}` }));
    tallySites(tally, sites, COLUMNS, selection);
    const anew = emptyTally(sites, FAMILIES.length);
    tallySites(anew, sites, COLUMNS, selection);
    assert.deepEqual([tally.count, tally.size, tally.families], [anew.count, anew.size, anew.families]);
    for (const site of tally.active.subarray(0, tally.size)) assert.deepEqual([tally.sole[site], tally.first[site]], [anew.sole[site], anew.first[site]]);
  }
});

test('Sites are numbered as they are drawn: rings below spots, large spots below small ones', () => {
  const { sites } = placed({});
  const spots = Array.from(sites.type, (type, at) => (type === SPOT ? COLUMNS.killedLow[sites.row[at]] : Infinity));
  assert.deepEqual(spots, [...spots].sort((a, b) => b - a));
});

test('The first of a long list are those of the whole list in order', () => {
  const rows = Uint32Array.from({ length: COLUMNS.size }, (_, row) => row);
  for (const by of /** @type {const} */ (['when', 'killed', 'what', 'grade'])) {
    for (const down of [true, false]) assert.deepEqual(ordered(COLUMNS, rows, { by, down }, 60), ordered(COLUMNS, rows, { by, down }).subarray(0, 60), `${by} ${down}`);
  }
});

test('Boxes meet what overlaps them and nothing else', () => {
  const boxes = new Boxes(300, 200);
  boxes.add(50, 50, 150, 80);
  boxes.add(-40, 190, 10, 260);
  assert.deepEqual([[60, 60, 70, 70], [149, 79, 200, 200], [150, 50, 200, 80], [50, 81, 60, 90], [-60, 195, -35, 300], [290, 190, 400, 400]].map(([a, b, c, d]) => boxes.meets(a, b, c, d)),
    [true, true, false, false, true, false]);
});
