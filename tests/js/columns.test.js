// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ColumnError, ColumnFile, lengthOf } from '../../wwwroot/js/data/column-file.js';
import { columnsOf as columnsOfFile, isNamed, name, nameAsRead, toColumns, withChanges } from '../../wwwroot/js/data/columns.js';
import { emptySelection, select, selectTime } from '../../wwwroot/js/filter/select.js';
import { GRADES, PRECISIONS, SIDES } from '../../wwwroot/js/state/params.js';
import { parseInterval } from '../../wwwroot/js/time/interval.js';
import { parseDay, formatDay } from '../../wwwroot/js/time/days.js';
import { ReadTexts } from '../../wwwroot/js/data/read-texts.js';
import { columnBytes, partsOf } from './column-bytes.js';
import { feature, KINDS, state } from './features.js';
import { orderOf } from '../../wwwroot/js/time/order.js';

/** Columns as lists, whatever holds them. @param {import('../../wwwroot/js/data/columns.js').Columns} columns */
const plain = ({ size, rowOf, ...lists }) => Object.fromEntries(Object.entries(lists).map(([key, list]) => [key, Array.from({ length: size }, (_, row) => list.at(row))])
  .concat([['rows', Array.from({ length: size }, (_, row) => rowOf.get(lists.ids.at(row) ?? ''))]]));

/** Numbers that look random and are the same in every run. @param {number} seed */
function random(seed) {
  let at = seed;
  return (/** @type {number} */ below) => {
    at = Math.imul(at ^ (at >>> 15), 0x2c1b3c6d) + 0x9e3779b9 | 0;
    return ((at ^ (at >>> 13)) >>> 0) % below;
  };
}

/** @param {number} count @param {number} seed */
function someFeatures(count, seed) {
  const below = random(seed);
  const pick = (/** @type {readonly any[]} */ list) => list[below(list.length)];
  const day = () => (below(12) === 0 ? null : formatDay(20_000 + below(60)));
  return Array.from({ length: count }, (_, at) => {
    const days = [day(), day()].sort();
    const kind = pick(KINDS.list);
    const low = pick([null, 0, 1, 5, 40]);
    return feature(`i-${String(at).padStart(10, 'a')}`, {
      title: pick(['Clash', 'Ḥamla ḥawāʾī', 'گولہ باری', '']) + at, kind: kind.kind, family: kind.family, date_start: days[0], date_end: days[1], date_precision: pick(['day', 'range', 'month']),
      place: pick(['Torkham', 'Angūr Aḍḍa', null]), district: pick(['Khyber', null]), precision: pick([...PRECISIONS, null]), radius_m: pick([500, 2000, null]), side: pick([...SIDES, null]),
      line_km: pick([1500.25, 0.1, null]), killed_low: low, killed_high: pick([low, null]), grade: pick(GRADES), episode: pick(['e-1', 'e-2', null]), cross_border: below(2) === 0,
    }, below(9) === 0 ? null : [(60_000_000 + below(15_000_000)) / 1e6, (29_000_000 + below(8_000_000)) / 1e6]);
  });
}

test('A file gives the columns that its features give, and its texts when they come', () => {
  const features = someFeatures(500, 7);
  const { map, texts } = partsOf(features);
  const columns = columnsOfFile(new ColumnFile(map), KINDS);
  assert.equal(isNamed(columns), false);
  assert.equal(columns.titles.at(3), undefined);
  name(columns, new ColumnFile(texts));
  assert.equal(isNamed(columns), true);
  assert.deepEqual(plain(columns), plain(toColumns(features, KINDS)));
  assert.equal(columns.rowOf.get('i-zzzzzzzzzz'), undefined);
  assert.equal(columns.rowOf.get('short'), undefined);
});

test('An empty file is no incident', () => {
  const columns = columnsOfFile(new ColumnFile(columnBytes(0, [
    { name: 'id', type: 'ascii', width: 12 }, ...['start', 'end', 'killed_low', 'killed_high', 'lon', 'lat', 'radius_m'].map((key) => ({ name: key, type: 'i32' })),
    ...['date_precision', 'kind', 'side', 'precision', 'grade'].map((key) => ({ name: key, type: 'u8', words: [] })), { name: 'cross_border', type: 'u8' },
    { name: 'line_km', type: 'f64' }, { name: 'episode', type: 'u16', shared: [] },
  ])), KINDS);
  assert.equal(columns.size, 0);
  assert.equal(columns.rowOf.has('i-aaaaaaaaaa'), false);
});

test('Changes over a file, one after the other and before its titles are there, are the features as they are then', () => {
  const before = someFeatures(40, 3);
  const { map, texts } = partsOf(before);
  let columns = columnsOfFile(new ColumnFile(map), KINDS);
  let now = before;
  const first = columns;
  for (let step = 0; step < 12; step++) {
    const below = random(step + 1);
    const changed = [...now.filter(() => below(5) === 0).map(({ id }) => feature(id, { title: `step ${step}`, killed_low: step })), feature(`i-step${String(step).padStart(6, '0')}`, { title: `new ${step}` })];
    const gone = now.filter(() => below(11) === 0).map(({ id }) => id);
    const ids = new Set([...changed.map(({ id }) => id), ...gone]);
    const fresh = changed.filter(({ id }) => !gone.includes(id));
    columns = withChanges(columns, fresh, ids, KINDS);
    now = [...fresh, ...now.filter(({ id }) => !ids.has(id))];
    if (step === 5) name(first, new ColumnFile(texts));
  }
  assert.deepEqual(plain(columns), plain(toColumns(now, KINDS)));
  assert.ok(columns.titles.over.length <= now.length, 'what stands no more is not kept');
});

test('A file that ends too soon or is something else is an error in words, at whatever byte', () => {
  const { map } = partsOf(someFeatures(20, 1));
  const read = (/** @type {Uint8Array} */ bytes) => columnsOfFile(new ColumnFile(bytes), KINDS);
  for (let length = 0; length < map.length; length += length < 64 ? 1 : 37) assert.throws(() => read(map.slice(0, length)), ColumnError, `${length} bytes`);
  assert.throws(() => read(new TextEncoder().encode('<!doctype html><title>Proxy</title>')), /another format/);
  assert.throws(() => read(Uint8Array.from([...map, 0])), /bytes instead of/);
  const newer = map.slice();
  newer[7] += 1;
  assert.throws(() => read(newer), /newer/);
});

test('Garbage is an error in words or other numbers, never anything else', () => {
  const { map, texts } = partsOf(someFeatures(20, 1));
  const below = random(11);
  for (let round = 0; round < 400; round++) {
    for (const [part, read] of /** @type {const} */ ([[map, (/** @type {ColumnFile} */ file) => columnsOfFile(file, KINDS)], [texts, (/** @type {ColumnFile} */ file) => file.texts('title')]])) {
      const broken = part.slice();
      for (let at = 0; at < 1 + round % 6; at++) broken[below(round % 2 ? 400 : broken.length)] = below(256);
      try {
        read(new ColumnFile(broken));
      } catch (error) {
        assert.ok(error instanceof ColumnError, String(error));
      }
    }
  }
});

for (const [what, column, words] of /** @type {[string, any, RegExp][]} */ ([
  ['of a type unknown', { name: 'title', type: 'i64', values: [] }, /unknown type/],
  ['with lengths that do not add up', { name: 'title', type: 'text', texts: ['a', 'b'], count: 1 }, /lengths|outside/],
  ['that is not there', { name: 'other', type: 'u8', values: [1, 2] }, /has no title/],
])) {
  test(`A column ${what} is named`, () => {
    const made = column.type === 'i64' ? columnBytes(2, [{ name: 'title', type: 'u8', values: [1, 2] }]) : columnBytes(2, [column]);
    const text = new TextDecoder('latin1').decode(made);
    const bytes = column.type === 'i64' ? Uint8Array.from(text.replace('"type":"u8"', '"type":"i9"'), (letter) => letter.charCodeAt(0))
      : column.count ? Uint8Array.from(text.replace('"count":2', '"count":1'), (letter) => letter.charCodeAt(0)) : made;
    assert.throws(() => new ColumnFile(bytes).texts('title'), (error) => error instanceof ColumnError && words.test(error.message));
  });
}

test('The length of a file is known by its directory, whatever part of it has come', () => {
  const { map } = partsOf(someFeatures(20, 1));
  let known = 0;
  for (let length = 0; length <= map.length; length += 5) {
    const told = lengthOf(map.subarray(0, length));
    if (told !== null) assert.equal(told, map.length);
    known += told === null ? 0 : 1;
  }
  assert.ok(known > 10);
});

test('Where there are very many, titles are asked for as they are read: together, the last read, and not again', async () => {
  /** @type {string[][]} */
  const asked = [];
  /** @type {(() => void)[]} */
  const waiting = [];
  let came = 0;
  const features = someFeatures(500, 9);
  const columns = columnsOfFile(new ColumnFile(partsOf(features).map), KINDS);
  nameAsRead(columns, new ReadTexts({
    idOf: (row) => columns.ids.at(row), came: () => { came++; }, failed: (error) => { throw error; }, later: (run) => waiting.push(run),
    find: async (ids) => { asked.push(ids); return features.filter(({ id }) => ids.includes(id)).map(({ properties }) => properties); },
  }));
  for (let row = 0; row < 300; row++) assert.equal(columns.titles.at(row), undefined);
  assert.equal(waiting.length, 1);
  waiting[0]();
  await new Promise(setImmediate);
  assert.deepEqual([asked.length, asked[0].length, came], [1, 200, 1]);
  assert.deepEqual([columns.titles.at(299), columns.places.at(299)], [features[299].properties.title, features[299].properties.place]);
  assert.equal(waiting.length, 1);
  assert.equal(columns.titles.at(0), undefined);
  assert.equal(waiting.length, 2);
});

/**
 * The filter as the API documents it, a feature at a time and without haste.
 * @param {ReturnType<typeof feature>} one
 * @param {ReturnType<typeof state>} asked
 */
function meets({ id, geometry, properties: p }, asked) {
  const interval = asked.datetime ? parseInterval(asked.datetime) : null;
  const certain = asked.timeMatch === 'certain';
  const { start: from = null, end: to = null } = (certain ? interval?.certain : interval?.possible) ?? {};
  const [start, end] = [parseDay(p.date_start), parseDay(p.date_end)];
  const [west, south, east, north] = asked.bbox.split(',').map(Number);
  return (from === null || (certain ? start !== null && start >= from : end === null || end >= from))
    && (to === null || (certain ? end !== null && end <= to : start === null || start <= to))
    && (asked.kind.length === 0 || KINDS.expand(asked.kind).has(p.kind))
    && (asked.side.length === 0 || asked.side.includes(p.side ?? ''))
    && (asked.grade.length === 0 || asked.grade.includes(p.grade))
    && (asked.precision.length === 0 || asked.precision.includes(p.precision ?? ''))
    && (asked.episode.length === 0 || asked.episode.includes(p.episode ?? ''))
    && (asked.killedMin === null || (p.killed_low !== null && p.killed_low >= asked.killedMin))
    && (asked.crossBorder === null || p.cross_border === asked.crossBorder)
    && (asked.ids.length === 0 || asked.ids.includes(id))
    && (!asked.bbox || (geometry !== null && geometry.coordinates[0] >= west && geometry.coordinates[0] <= east && geometry.coordinates[1] >= south && geometry.coordinates[1] <= north));
}

test('What is selected of columns is what a filter of each feature gives, for a thousand filters', () => {
  const features = someFeatures(300, 5);
  const columns = columnsOfFile(new ColumnFile(partsOf(features).map), KINDS);
  const below = random(23);
  const some = (/** @type {readonly string[]} */ list) => (below(3) === 0 ? list.filter(() => below(2) === 0) : []);
  orderOf(columns);
  let found = 0;
  for (let round = 0; round < 1000; round++) {
    const [a, b] = [20_000 + below(60), 20_000 + below(60)].sort();
    const members = below(4) === 0 ? features.filter(() => below(2) === 0).map(({ id }) => id) : null;
    const asked = state({
      datetime: ['', `${formatDay(a)}/${formatDay(b)}`, `../${formatDay(a)}`, `${formatDay(a)}/..`, formatDay(a)][below(5)], timeMatch: below(2) === 0 ? 'certain' : 'possible',
      kind: some(['combat', 'air', 'shelling', 'other']), side: some(SIDES), grade: some(GRADES), precision: some(PRECISIONS), episode: some(['e-1', 'e-9']),
      killedMin: below(4) === 0 ? below(6) : null, crossBorder: [null, null, true, false][below(4)], bbox: below(4) === 0 ? '62,30,70,35' : '',
      ids: below(8) === 0 ? features.filter(() => below(3) === 0).map(({ id }) => id) : [],
    });
    const selection = emptySelection(columns.size);
    select(selection, columns, state({ ...asked, datetime: '' }), KINDS, members);
    selectTime(selection, columns, asked);
    const wanted = features.flatMap((one, row) => (meets(one, asked) && (!members || members.includes(one.id)) ? [row] : []));
    assert.deepEqual([...selection.rows.subarray(0, selection.count)], wanted, JSON.stringify(asked));
    found += wanted.length;
  }
  assert.ok(found > 1000, `${found} found in all`);
});
