// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FAMILIES } from '../../wwwroot/js/data/kinds.js';
import { emptySelection, select, selectTime } from '../../wwwroot/js/filter/select.js';
import { Boxes } from '../../wwwroot/js/map/boxes.js';
import { CROWD, familiesOf, groupAt, noGroups } from '../../wwwroot/js/map/groups.js';
import { emptyMarks, placeMarks } from '../../wwwroot/js/map/marks.js';
import { mercatorX, mercatorY } from '../../wwwroot/js/map/mercator.js';
import { RING, SPOT, sitesOf } from '../../wwwroot/js/map/sites.js';
import { Tally } from '../../wwwroot/js/map/tally.js';
import { ordered } from '../../wwwroot/js/panel/order.js';
import { formatDay } from '../../wwwroot/js/time/days.js';
import { columnsOf, feature, KINDS, state } from './features.js';
import { orderOf } from '../../wwwroot/js/time/order.js';

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
  const tally = new Tally(sites, COLUMNS, FAMILIES.length);
  tally.follow(selection);
  const scale = 256 * 2 ** zoom;
  const [left, top, width, height] = [mercatorX(68.5) * scale, mercatorY(35.5) * scale, 4 / 360 * scale, 700 * 2 ** (zoom - 8)];
  const frame = { zoom, scale, left, top, width, height, density: 1, box: { x0: left / scale, y0: top / scale, x1: (left + width) / scale, y1: (top + height) / scale } };
  const marks = emptyMarks();
  placeMarks(marks, frame, { columns: COLUMNS, sites, tally, selected });
  const incidents = Array.from({ length: marks.count }, (_, at) => (marks.group[at] >= 0 ? marks.groups.incidents[marks.group[at]] : tally.count[marks.site[at]]));
  return { sites, selection, tally, marks, frame, shown: incidents.reduce((sum, one) => sum + one, 0) };
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

test('Counts of sites, and the discs of a view, follow the window as if they were counted anew', () => {
  const { sites, selection, tally, marks, frame } = placed({});
  orderOf(COLUMNS);
  let grouped = 0;
  for (let step = 0; step < 60; step++) {
    const from = 20_000 + step * 97 % 290;
    const timeMatch = step % 20 < 15 ? 'possible' : 'certain';
    // Short steps, a jump now and then, and all time.
    const datetime = step % 13 === 0 ? '' : `${formatDay(from)}/${formatDay(from + (step % 7 === 0 ? 300 : 20 + step % 3))}`;
    for (const asked of [state({ datetime, timeMatch }), state({ datetime: datetime && `${formatDay(from + 1)}/${formatDay(from + 21)}`, timeMatch })]) {
      selectTime(selection, COLUMNS, asked);
      tally.follow(selection);
      placeMarks(marks, frame, { columns: COLUMNS, sites, tally, selected: sites.of[7] });
      const anew = emptySelection(COLUMNS.size);
      select(anew, COLUMNS, asked, KINDS, null);
      assert.deepEqual([selection.count, [...selection.rows.subarray(0, selection.count)], selection.fails], [anew.count, [...anew.rows.subarray(0, anew.count)], anew.fails]);
      const counted = new Tally(sites, COLUMNS, FAMILIES.length);
      counted.follow(anew);
      assert.deepEqual([tally.count, tally.size], [counted.count, counted.size]);
      for (const site of counted.active.subarray(0, counted.size)) {
        assert.equal(tally.sole[site], counted.sole[site]);
        if (counted.count[site] > 1) assert.deepEqual(tally.familiesAt(site), counted.familiesAt(site));
        else assert.deepEqual([tally.only[site], sites.of[tally.only[site]]], [counted.only[site], site]);
      }
      const others = { ...emptyMarks(), groups: { ...noGroups(), count: marks.groups.count } };
      placeMarks(others, frame, { columns: COLUMNS, sites, tally: counted, selected: sites.of[7] });
      assert.deepEqual(pictureOf(marks), pictureOf(others));
      grouped += marks.groups.count;
    }
  }
  assert.ok(grouped > 0);
});

/** What is drawn; which of its spots stands for a group is left to it. @param {ReturnType<typeof emptyMarks>} marks */
const pictureOf = ({ count, site, x, y, r, group, groups }) => Array.from({ length: count }, (_, at) => [
  group[at] < 0 ? site[at] : [groups.sites[group[at]], groups.incidents[group[at]], ...familiesOf(groups, group[at])], x[at], y[at], r[at],
]);

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
