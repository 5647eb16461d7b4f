// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptySelection, select, selectTime } from '../../wwwroot/js/filter/select.js';
import { familyState, toggleFamily, toggleKind } from '../../wwwroot/js/filter/kinds.js';
import { memberQuery, Members } from '../../wwwroot/js/data/members.js';
import { formatDay } from '../../wwwroot/js/time/days.js';
import { ShownSum } from '../../wwwroot/js/words/shown-sum.js';
import { columnsOf, feature, KINDS, state } from './features.js';
import { orderOf } from '../../wwwroot/js/time/order.js';

/** @param {ReturnType<typeof columnsOf>} columns @param {Parameters<typeof state>[0]} patch @param {ReadonlySet<string>|null} [members] */
function shown(columns, patch, members = null) {
  const selection = emptySelection(columns.size);
  select(selection, columns, state(patch), KINDS, members);
  return [...selection.rows.subarray(0, selection.count)].map((row) => columns.ids.at(row)).join('');
}

const DATES = columnsOf(
  feature('a', { date_start: '2025-10-11', date_end: '2025-10-12', date_precision: 'range' }),
  feature('b', { date_start: '2025-10-01', date_end: '2025-10-31', date_precision: 'month' }),
  feature('c', { date_start: '2025-10-12', date_end: null }),
  feature('d', { date_start: null, date_end: '2025-10-10' }),
  feature('e', { date_start: null, date_end: null, date_precision: 'unknown' }),
);

for (const [datetime, possible, certain] of [
  ['', 'abcde', 'abcde'],
  ['2025-10-12', 'abce', ''],
  ['2025-10-11/2025-10-12', 'abce', 'a'],
  ['2025-10-01/2025-10-31', 'abcde', 'ab'],
  ['../2025-10-10', 'bde', 'd'],
  ['2025-10-12/..', 'abce', 'c'],
  ['2025-11-01/2025-11-30', 'ce', ''],
  ['2025-09-01/2025-09-30', 'de', ''],
]) {
  test(`Dates within ${datetime || 'all time'}: possibly ${possible || 'none'}, certainly ${certain || 'none'}`, () => {
    assert.equal(shown(DATES, { datetime }), possible);
    assert.equal(shown(DATES, { datetime, timeMatch: 'certain' }), certain);
  });
}

const MIXED = columnsOf(
  feature('a', { kind: 'shelling', killed_low: 5, killed_high: null, side: 'AF', grade: 'weak' }),
  feature('b', { kind: 'airstrike', killed_low: 0, killed_high: 12, side: 'PK', grade: 'confirmed', precision: 'district', episode: 'e-1' }, [69.2, 33]),
  feature('c', { kind: 'other', side: null, grade: 'contested', precision: null, cross_border: false }, null),
  feature('d', { kind: 'violence_unspecified', killed_low: 1, killed_high: 1 }),
);

for (const [name, patch, ids] of /** @type {[string, Parameters<typeof state>[0], string][]} */ ([
  ['a kind', { kind: ['shelling'] }, 'a'],
  ['a family', { kind: ['combat'] }, 'a'],
  ['a family and a kind', { kind: ['combat', 'airstrike'] }, 'ab'],
  ['a word that is kind and family means the kind', { kind: ['other'] }, 'c'],
  ['the lowest figure counts, and no figure is no nought', { killedMin: 0 }, 'abd'],
  ['the lowest figure, not the highest', { killedMin: 1 }, 'ad'],
  ['a side', { side: ['AF', 'PK'] }, 'ab'],
  ['a grade', { grade: ['contested'] }, 'c'],
  ['a precision', { precision: ['near'] }, 'ad'],
  ['not across the border', { crossBorder: false }, 'c'],
  ['an episode', { episode: ['e-1'] }, 'b'],
  ['a box, which holds nothing without a point', { bbox: '69,32,70,34' }, 'b'],
  ['an area by its corners', { within: '69,32,70,32,70,34,69,34' }, 'b'],
  ['an area with a notch, in which it lies not', { within: '69,32,70,32,70,34,69.1,32.1,69,34' }, ''],
  ['ids', { ids: ['d', 'x'] }, 'd'],
  ['several together', { kind: ['combat', 'air'], killedMin: 1 }, 'a'],
])) test(`Filtered by ${name}`, () => assert.equal(shown(MIXED, patch), ids));

test('What the server found limits what is shown', () => {
  assert.equal(shown(MIXED, {}, new Set(['b', 'd'])), 'bd');
  assert.equal(shown(MIXED, {}, new Set()), '');
});

test('A step of time keeps the other filters', () => {
  const columns = columnsOf(feature('a', { kind: 'airstrike' }), feature('b'), feature('c', { kind: 'airstrike', date_start: '2024-01-01', date_end: '2024-01-01' }));
  const selection = emptySelection(columns.size);
  select(selection, columns, state({ kind: ['air'] }), KINDS, null);
  selectTime(selection, columns, state({ kind: ['air'], datetime: '2025-01-01/..' }));
  assert.deepEqual([...selection.rows.subarray(0, selection.count)], [0]);
  selectTime(selection, columns, state({ kind: ['air'] }));
  assert.deepEqual([...selection.rows.subarray(0, selection.count)], [0, 2]);
});

test('Steps of time of every length show what a look at each incident shows, with the same sum', () => {
  let seed = 7;
  const random = (/** @type {number} */ below) => (seed = (seed * 48271) % 0x7fffffff) % below;
  const dayOrOpen = (/** @type {number} */ day) => (random(9) === 0 ? null : formatDay(20_000 + day));
  const columns = columnsOf(...Array.from({ length: 700 }, (_, at) => {
    const start = random(900);
    const figures = [[null, null], [0, 4], [3, null], [7, 7]][random(4)];
    return feature(`i-${at}`, { date_start: dayOrOpen(start), date_end: dayOrOpen(start + random(4) * random(40)), killed_low: figures[0], killed_high: figures[1], kind: random(3) ? 'airstrike' : 'shelling' });
  }));
  const stepped = emptySelection(columns.size);
  const sum = new ShownSum();
  let passed = 0;
  select(stepped, columns, state({ kind: ['air'] }), KINDS, null);
  let [from, to] = [0, 900];
  for (let step = 0; step < 400; step++) {
    if (random(10) === 0) [from, to] = [random(900) - 20, 0];
    else from += random(31) - 15;
    to = Math.max(from, to === 0 ? from + random(60) : to + random(31) - 15);
    const datetime = `${random(20) === 0 ? '..' : formatDay(20_000 + from)}/${random(20) === 0 ? '..' : formatDay(20_000 + to)}`;
    const asked = state({ kind: ['air'], datetime: datetime === '../..' ? '' : datetime, timeMatch: step % 90 < 45 ? 'possible' : 'certain' });
    // The first steps are made before the order is there.
    if (step === 20) orderOf(columns);
    selectTime(stepped, columns, asked);
    if (step < 20) assert.equal(stepped.movedSince(stepped.version - 1), null);
    else if (stepped.movedSince(stepped.version - 1)) passed++;
    const { low, high, open, unsaid, said } = sum.follow(columns, stepped);
    const anew = emptySelection(columns.size);
    select(anew, columns, asked, KINDS, null);
    const whole = new ShownSum().follow(columns, anew);
    assert.deepEqual([stepped.count, [...stepped.rows.subarray(0, stepped.count)], stepped.fails], [anew.count, [...anew.rows.subarray(0, anew.count)], anew.fails], `step ${step}: ${asked.datetime}`);
    assert.deepEqual([low, high, open, unsaid, said], [whole.low, whole.high, whole.open, whole.unsaid, whole.said], `step ${step}: ${asked.datetime}`);
  }
  assert.ok(passed > 200, `${passed} steps looked only at what they passed`);
});

test('Clicking kinds makes and breaks families', () => {
  assert.deepEqual(toggleFamily([], 'combat', KINDS), ['combat']);
  assert.deepEqual(toggleKind(['combat'], 'shelling', KINDS), ['armed_clash']);
  assert.deepEqual(toggleKind(['armed_clash'], 'shelling', KINDS), ['combat']);
  assert.deepEqual(toggleKind(['armed_clash'], 'armed_clash', KINDS), []);
  assert.deepEqual(toggleFamily([], 'other', KINDS).sort(), ['other', 'violence_unspecified']);
  assert.deepEqual(toggleFamily(['armed_clash'], 'combat', KINDS), ['combat']);
  assert.equal(familyState(['armed_clash'], 'combat', KINDS), 'some');
  assert.equal(familyState(['infiltration'], 'infiltration', KINDS), 'all');
});

test('The server is asked only for what the page cannot know', () => {
  assert.equal(memberQuery(state({ kind: ['air'], bbox: '69,32,70,34' })), '');
  assert.equal(memberQuery(state({ place: ['x-torkham-crossing'], kind: ['air'], asOf: '7' })), 'place=x-torkham-crossing&asOf=7');
  assert.equal(memberQuery(state({ publisher: ['Dawn', 'Khaama Press, Kabul'] })), 'publisher=Dawn%7CKhaama%20Press,%20Kabul');
  assert.equal(memberQuery(state({ bbox: '69,32,70,34', placeMatch: 'certain' })), 'bbox=69,32,70,34&place-match=certain');
  assert.equal(memberQuery(state({ within: '69,32,70,32,70,34' })), '');
  assert.equal(memberQuery(state({ within: '69,32,70,32,70,34', placeMatch: 'possible' })), 'within=69,32,70,32,70,34&place-match=possible');
});

test('Ids that the server found are kept; a later question ends an earlier one', async () => {
  const asked = [];
  const members = new Members(async (query, signal) => {
    asked.push(query);
    await Promise.resolve();
    if (signal.aborted) throw signal.reason;
    return [`${query}-1`, `${query}-2`];
  });
  const first = members.ask('q=a');
  const second = members.ask('q=b');
  assert.equal(await first, false);
  assert.equal(await second, true);
  assert.equal(members.at('q=a'), undefined);
  assert.deepEqual(members.at('q=b'), ['q=b-1', 'q=b-2']);
  assert.equal(members.at(''), null);
});
