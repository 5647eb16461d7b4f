// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FAILS, emptySelection, select } from '../../wwwroot/js/filter/select.js';
import { parseDay } from '../../wwwroot/js/time/days.js';
import { gapsOf, leastGap } from '../../wwwroot/js/time/gaps.js';
import { binOf, binTable, edgesOf, histogram, unitFor } from '../../wwwroot/js/time/histogram.js';
import { trailOf } from '../../wwwroot/js/time/trail.js';
import { brushed, keyed, moved, panned, played, presets, readyToPlay, resized, showing, windowIn, zoomed } from '../../wwwroot/js/time/window.js';
import { nearestDay } from '../../wwwroot/js/timeline/bar-words.js';
import { dayAt, ticksOf, xOf } from '../../wwwroot/js/timeline/scale.js';
import { columnsOf, feature, KINDS, state } from './features.js';

/** @param {string} text */
const day = (text) => /** @type {number} */ (parseDay(text));
const DOMAIN = { first: day('2025-01-01'), last: day('2025-12-31') };
/** @param {string} start @param {string} end */
const span = (start, end) => ({ start: day(start), end: day(end) });

test('Each bin holds whole what certainly falls into it, and in part what may', () => {
  const columns = columnsOf(
    feature('a', { date_start: '2025-10-12', date_end: '2025-10-12' }),
    feature('b', { kind: 'airstrike', date_start: '2025-10-31', date_end: '2025-11-01' }),
    feature('c', { date_start: '2025-11-01', date_end: '2025-11-30', date_precision: 'month' }),
    feature('d', { date_start: null, date_end: null, date_precision: 'unknown' }),
    feature('e', { date_start: '2025-12-01', date_end: null }),
  );
  const { fails } = (() => { const selection = emptySelection(columns.size); select(selection, columns, state({ datetime: '2020-01-01' }), KINDS, null); return selection; })();
  const edges = edgesOf(day('2025-10-05'), day('2025-12-31'), 'month');
  const bins = histogram(columns, fails, edges, 'month', 2);
  assert.deepEqual([...bins.whole], [1, 0, 1, 0, 0, 0]);
  assert.deepEqual([...bins.part], [0, 1, 0, 1, 1, 0]);
  assert.equal(bins.highest, 2);
});

test('A histogram follows every filter but time', () => {
  const columns = columnsOf(feature('a'), feature('b', { kind: 'airstrike' }));
  const selection = emptySelection(columns.size);
  select(selection, columns, state({ kind: ['air'], datetime: '1999-01-01' }), KINDS, null);
  const bins = histogram(columns, selection.fails, edgesOf(DOMAIN.first, DOMAIN.last, 'year'), 'year', 2);
  assert.deepEqual([...bins.whole], [0, 1]);
});

test('The unit is the finest whose bars can be seen', () => {
  assert.equal(unitFor(30, 900), 'day');
  assert.equal(unitFor(365, 900), 'week');
  assert.equal(unitFor(5 * 365, 900), 'month');
  assert.equal(unitFor(20 * 365, 600), 'quarter');
  assert.equal(unitFor(100 * 365, 300), 'year');
});

test('Every day falls into its own bin', () => {
  const edges = edgesOf(day('2025-01-15'), day('2025-04-02'), 'month');
  assert.equal(edges.length, 5);
  for (const [text, bin] of /** @type {const} */ ([['2024-01-01', 0], ['2025-01-31', 0], ['2025-02-01', 1], ['2025-04-30', 3], ['2026-01-01', 3]])) assert.equal(binOf(edges, day(text)), bin, text);
});

test('A window moves as a whole and stops at the ends of the data', () => {
  assert.deepEqual(moved(span('2025-03-01', '2025-03-10'), 5, DOMAIN), span('2025-03-06', '2025-03-15'));
  assert.deepEqual(moved(span('2025-12-20', '2025-12-29'), 99, DOMAIN), span('2025-12-22', '2025-12-31'));
  assert.deepEqual(moved(span('2025-01-05', '2025-01-10'), -99, DOMAIN), span('2025-01-01', '2025-01-06'));
});

test('A handle stops at the other; a brush goes either way', () => {
  assert.deepEqual(resized(span('2025-03-01', '2025-03-10'), 'start', day('2025-04-01'), DOMAIN), span('2025-03-10', '2025-03-10'));
  assert.deepEqual(resized(span('2025-03-01', '2025-03-10'), 'end', day('2027-01-01'), DOMAIN), span('2025-03-01', '2025-12-31'));
  assert.deepEqual(brushed(day('2025-05-05'), day('2025-02-02'), DOMAIN), span('2025-02-02', '2025-05-05'));
});

test('Open ends reach to the ends of the data, or to the other end where that lies outside', () => {
  assert.deepEqual(windowIn({ start: null, end: null }, DOMAIN), { start: DOMAIN.first, end: DOMAIN.last });
  assert.deepEqual(windowIn({ start: null, end: day('2020-01-01') }, DOMAIN), span('2020-01-01', '2020-01-01'));
});

test('Keys move the window by a unit, or with shift by its own length', () => {
  const window = span('2025-03-01', '2025-03-10');
  for (const [key, shift, part, expected] of /** @type {const} */ ([
    ['ArrowRight', false, 'both', ['2025-04-01', '2025-04-10']], ['ArrowRight', true, 'both', ['2025-03-11', '2025-03-20']], ['Home', false, 'both', ['2025-01-01', '2025-01-10']],
    ['End', false, 'both', ['2025-12-22', '2025-12-31']], ['ArrowLeft', false, 'start', ['2025-02-28', '2025-03-10']], ['ArrowLeft', true, 'start', ['2025-02-01', '2025-03-10']],
    ['ArrowRight', true, 'end', ['2025-03-01', '2025-04-10']], ['Home', false, 'start', ['2025-01-01', '2025-03-10']], ['End', false, 'end', ['2025-03-01', '2025-12-31']],
  ])) assert.deepEqual(keyed(window, key, shift, DOMAIN, part, 'month'), span(expected[0], expected[1]), `${key} ${shift} ${part}`);
  assert.equal(keyed(window, 'a', false, DOMAIN, 'both', 'month'), null);
});

test('Playing begins with a short window, goes to the end and stops there', () => {
  const begin = readyToPlay({ start: DOMAIN.first, end: DOMAIN.last }, DOMAIN, 'window');
  assert.deepEqual(begin, span('2025-01-01', '2025-01-10'));
  assert.deepEqual(played(begin, 3, DOMAIN, 'window'), { window: span('2025-01-04', '2025-01-13'), ended: false });
  assert.deepEqual(played(span('2025-12-01', '2025-12-30'), 3, DOMAIN, 'window'), { window: span('2025-12-02', '2025-12-31'), ended: true });
  assert.deepEqual(readyToPlay(span('2025-12-02', '2025-12-31'), DOMAIN, 'window'), span('2025-01-01', '2025-01-30'));
  assert.deepEqual(played(span('2025-01-01', '2025-02-01'), 5, DOMAIN, 'cumulative').window, span('2025-01-01', '2025-02-06'));
  assert.deepEqual(readyToPlay({ start: DOMAIN.first, end: DOMAIN.last }, DOMAIN, 'cumulative'), span('2025-01-01', '2025-01-01'));
});

test('Latest periods count from the last day of the data', () => {
  const { last, years } = presets({ first: day('2023-05-01'), last: day('2025-10-12') });
  assert.deepEqual(last.find(({ days }) => days === 30)?.window, span('2025-09-13', '2025-10-12'));
  assert.deepEqual(years.map(({ year }) => year), [2025, 2024, 2023]);
});

test('Zooming keeps the day under the pointer and stays within the data', () => {
  const shown = zoomed(DOMAIN, 0.5, day('2025-07-02'), DOMAIN);
  assert.ok(shown.first < day('2025-07-02') && shown.last > day('2025-07-02'));
  assert.equal(shown.last - shown.first, 182);
  assert.deepEqual(zoomed(shown, 10, day('2025-07-02'), DOMAIN), DOMAIN);
});

test('Days and pixels agree', () => {
  const scale = { domain: DOMAIN, width: 1000 };
  for (const text of ['2025-01-01', '2025-02-14', '2025-12-31']) assert.equal(dayAt(scale, xOf(scale, day(text)) + 0.5), day(text));
  assert.equal(dayAt(scale, -50), DOMAIN.first);
  assert.equal(dayAt(scale, 5000), DOMAIN.last);
});

test('Ticks stand at round dates, never closer than a label needs', () => {
  for (const [width, kind] of /** @type {const} */ ([[1000, 'month'], [60, 'year'], [30000, 'day']])) {
    const scale = { domain: DOMAIN, width };
    const ticks = ticksOf(scale);
    assert.ok(ticks.length > 0);
    assert.ok(ticks.every((tick) => tick.kind === kind), `${width}: ${ticks[0].kind}`);
    ticks.slice(1).forEach((tick, at) => assert.ok(xOf(scale, tick.day) - xOf(scale, ticks[at].day) >= 40));
  }
});

test('Of the killed, bars are solid to the lowest figures and pale to the highest; open and missing ones are told', () => {
  const columns = columnsOf(
    feature('a', { killed_low: 12, killed_high: 30 }),
    feature('b', { killed_low: 200, killed_high: null }),
    feature('c'),
    feature('d', { killed_low: 5, killed_high: 5, date_start: '2025-10-31', date_end: '2025-11-01' }),
  );
  const bins = histogram(columns, new Uint16Array(4), edgesOf(day('2025-10-01'), day('2025-11-30'), 'month'), 'month', 2, 'killed');
  assert.deepEqual([...bins.whole], [212, 0, 0, 0]);
  assert.deepEqual([...bins.part], [23, 0, 5, 0]);
  assert.deepEqual([[...bins.open], [...bins.unsaid], bins.highest], [[1, 0], [1, 0], 235]);
});

test('The table of bins says of every day what the search says', () => {
  const edges = edgesOf(day('2024-01-15'), day('2025-04-02'), 'week');
  binTable(edges).forEach((bin, at) => assert.equal(bin, binOf(edges, edges[0] + at)));
});

/** @param {...[string, string]} spans */
const dated = (...spans) => columnsOf(...spans.map(([start, end], at) => feature(String(at), { date_start: start || null, date_end: end || null })));

test('A gap is where nothing can have happened for long; open dates cover nothing', () => {
  const domain = { first: day('2020-01-01'), last: day('2024-12-31') };
  const columns = dated(['2020-01-01', '2020-01-01'], ['2020-02-01', '2020-12-31'], ['2023-06-01', '2023-06-30'], ['2024-12-31', '2024-12-31'], ['2020-05-05', '']);
  assert.deepEqual(gapsOf(columns, domain), [{ first: day('2021-01-01'), last: day('2023-05-31') }, { first: day('2023-07-01'), last: day('2024-12-30') }]);
  assert.deepEqual(gapsOf(columnsOf(), domain).length, 0);
});

test('How long silence must be for a gap depends on how dense the record is', () => {
  assert.equal(leastGap(10_000, 10_000), 90);
  assert.equal(leastGap(100, 3000), 180);
  assert.equal(leastGap(3, 10_000), 365);
});

test('Panning stops at the ends of the data', () => {
  const shown = { first: day('2025-03-01'), last: day('2025-03-31') };
  assert.deepEqual(panned(shown, 10, DOMAIN), { first: day('2025-03-11'), last: day('2025-04-10') });
  assert.deepEqual(panned(shown, -500, DOMAIN), { first: day('2025-01-01'), last: day('2025-01-31') });
});

test('What is shown follows a window that left it, and comes near to one too small to be held', () => {
  const decades = { first: day('1990-01-01'), last: day('2025-12-31') };
  const week = showing(decades, span('2025-10-11', '2025-10-17'), decades);
  assert.ok(week.last - week.first < 60 && week.first <= day('2025-10-11') && week.last >= day('2025-10-17'));
  const month = { first: day('2025-03-01'), last: day('2025-03-31') };
  assert.deepEqual(showing(month, span('2025-04-03', '2025-04-09'), DOMAIN), { first: day('2025-03-10'), last: day('2025-04-09') });
  assert.equal(showing(month, span('2025-03-10', '2025-03-16'), DOMAIN), month);
});

test('Zooming ends at a week', () => {
  const shown = zoomed({ first: DOMAIN.first, last: DOMAIN.first + 10 }, 0.001, DOMAIN.first + 5, DOMAIN);
  assert.equal(shown.last - shown.first + 1, 7);
});

test('An empty window is told the nearest day, before or after it', () => {
  const window = span('2025-06-01', '2025-06-30');
  const side = (/** @type {number} */ n, /** @type {string} */ text) => ({ n, day: day(text) });
  assert.equal(nearestDay({ before: side(1, '2025-05-01'), after: side(3, '2025-07-10') }, window), day('2025-07-10'));
  assert.equal(nearestDay({ before: side(1, '2025-05-25'), after: side(3, '2025-07-10') }, window), day('2025-05-25'));
  assert.equal(nearestDay({ before: side(0, '2025-05-25'), after: side(0, '2025-07-10') }, window), null);
});

test('A trail holds spots that the window has just left, the freshest first; areas leave none', () => {
  const columns = dated(['2025-05-31', '2025-05-31'], ['2025-05-01', '2025-05-01'], ['2025-06-10', '2025-06-10'], ['2024-01-01', '2024-01-01']);
  const fails = Uint16Array.from([FAILS.time, FAILS.time, 0, FAILS.time]);
  const steps = trailOf(columns, fails, span('2025-06-01', '2025-06-30'));
  assert.deepEqual(steps, [[0], [], [1], [], []]);
  columns.precision.fill(3);
  assert.deepEqual(trailOf(columns, fails, span('2025-06-01', '2025-06-30')).flat(), []);
});
