// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import en from '../../wwwroot/js/text/en.js';
import { t } from '../../wwwroot/js/text/t.js';
import { chipsOf } from '../../wwwroot/js/words/chips.js';
import { rangeOf, shortRange, sumWords } from '../../wwwroot/js/words/counts.js';
import { ShownSum } from '../../wwwroot/js/words/shown-sum.js';
import { emptySelection, select } from '../../wwwroot/js/filter/select.js';
import { dateOfDocument, dateWords, windowWords } from '../../wwwroot/js/words/dates.js';
import { kilometres, lineWords, placeWithRadius, placeWords } from '../../wwwroot/js/words/places.js';
import { columnsOf, feature, KINDS, state } from './features.js';

for (const [start, end, precision, words] of /** @type {const} */ ([
  ['2025-10-12', '2025-10-12', 'day', '12 October 2025'],
  ['2025-10-11', '2025-10-12', 'range', '11–12 October 2025'],
  ['2025-09-30', '2025-10-02', 'range', '30 September – 2 October 2025'],
  ['2025-10-06', '2025-10-12', 'week', 'some time 6–12 October 2025'],
  ['2025-10-01', '2025-10-31', 'month', 'some day in October 2025'],
  ['2025-10-05', '2025-11-04', 'month', 'some time 5 October – 4 November 2025'],
  ['2024-01-01', '2024-12-31', 'year', 'some time in 2024'],
  ['2025-10-12', '2025-10-12', 'approx', 'about 12 October 2025'],
  ['2025-10-12', null, 'range', 'from 12 October 2025 on'],
  [null, '2025-10-12', 'range', 'until 12 October 2025'],
  [null, null, 'unknown', 'Date not recorded'],
  ['2025-10-01', '2025-10-09', 'unknown', 'on a day 1–9 October 2025'],
])) test(`A date said: ${words}`, () => assert.equal(dateWords(dateOfDocument({ start, end, precision })), words));

test('A window is said with its open ends', () => {
  assert.equal(windowWords({ start: null, end: null }), 'All dates');
  assert.equal(windowWords({ start: 20373, end: null }), 'from 12 Oct 2025 on');
  assert.equal(windowWords({ start: 20300, end: 20373 }), '31 Jul – 12 Oct 2025');
});

const JAJI = { place: 'Spina Shaga', district: 'Jaji Aryub', province: 'Paktia', country: 'AF' };
for (const [facts, words] of /** @type {[import('../../wwwroot/js/words/places.js').PlaceFacts, string][]} */ ([
  [{ ...JAJI, precision: 'exact' }, 'at Spina Shaga, Jaji Aryub, Paktia, Afghanistan'],
  [{ ...JAJI, precision: 'near', radius: 5000 }, 'near Spina Shaga, Jaji Aryub, Paktia, Afghanistan, within 5 km'],
  [{ ...JAJI, precision: 'district', radius: 16000 }, 'somewhere in Jaji Aryub district, Paktia, Afghanistan, within 16 km'],
  [{ ...JAJI, precision: 'district', radius: 16000, words: 'Mani Jabha' }, 'said to be Mani Jabha; somewhere in Jaji Aryub district, Paktia, Afghanistan, within 16 km'],
  [{ ...JAJI, place: 'Paktia', precision: 'province', words: 'Paktia' }, 'somewhere in Paktia province, Afghanistan'],
  [{ place: 'Afghanistan', country: 'AF', precision: 'country' }, 'somewhere in Afghanistan'],
  [{ place: 'Kurram District', district: 'Kurram District', country: 'PK', precision: 'district' }, 'somewhere in Kurram district, Pakistan'],
  [{ precision: null }, 'No single place: the whole line'],
])) test(`A place said: ${words}`, () => assert.equal(placeWithRadius(facts), words));

test('The list says the place without its radius', () => assert.equal(placeWords({ ...JAJI, precision: 'near', radius: 5000 }), 'near Spina Shaga, Jaji Aryub, Paktia, Afghanistan'));

test('Kilometres have as many digits as they are worth', () => {
  for (const [metres, words] of /** @type {const} */ ([[250, '0.3'], [1460, '1.5'], [9900, '9.9'], [16400, '16'], [395000, '395'], [1234567, '1,235']])) assert.equal(kilometres(metres), words);
  assert.equal(lineWords(0.4, 'straddles'), '0.4 km from the line, on either side or both');
});

for (const [low, high, words, short] of /** @type {const} */ ([
  [null, null, 'not said', ''], [0, 0, '0', '0'], [5, 5, '5', '5'], [23, 58, '23 to 58', '23–58'], [200, null, '200 or more', '200+'], [null, 9, 'up to 9', '≤ 9'], [1200, 1500, '1,200 to 1,500', '1,200–1,500'],
])) {
  test(`A range said: ${words}`, () => {
    assert.equal(rangeOf(low, high), words);
    assert.equal(shortRange(low, high), short);
  });
}

test('The range over incidents adds low to low and high to high, is open if one is, and counts those without a figure', () => {
  const columns = columnsOf(
    feature('a', { killed_low: 5, killed_high: 10 }), feature('b', { killed_low: 2, killed_high: null }), feature('c'), feature('d', { killed_low: 0, killed_high: 0 }), feature('e', { killed_low: null, killed_high: 3 }));
  const selection = emptySelection(columns.size);
  const sum = new ShownSum();
  const of = (/** @type {string[]} */ ids) => {
    select(selection, columns, state({ ids }), KINDS, null);
    return sum.follow(columns, selection);
  };
  const { low, high, open, unsaid, said } = of([]);
  assert.deepEqual({ low, high, open, unsaid, said }, { low: 7, high: 15, open: true, unsaid: 1, said: 4 });
  for (const [ids, words] of /** @type {const} */ ([['abcde', '7 to 15 or more'], ['a', '5 to 10'], ['b', '2 or more'], ['c', 'not said']])) assert.equal(sumWords(of([...ids])), words);
});

test('Each filter has a chip that takes it away', () => {
  const names = { kind: (/** @type {string} */ id) => `kind ${id}`, place: () => 'Torkham', actor: (/** @type {string} */ id) => id, publisher: (/** @type {string} */ name) => name, episode: () => 'October 2025' };
  const filtered = state({ datetime: '2025-10-12', timeMatch: 'certain', kind: ['air', 'shelling'], place: ['x-torkham-crossing'], side: ['AF'], killedMin: 10, q: 'drone', crossBorder: false });
  const chips = chipsOf(filtered, names);
  assert.deepEqual(chips.map(({ text }) => text),
    ['12 Oct 2025', 'certainly then', 'kind air', 'kind shelling', 'Torkham', 'Afghan side', '10 or more killed', 'not across the border', '“drone”']);
  assert.deepEqual(chips[2].without, { kind: ['shelling'] });
  const bare = chips.reduce((left, { without }) => ({ ...left, ...('kind' in without ? { kind: [] } : without) }), filtered);
  assert.deepEqual(bare, state());
  assert.deepEqual(chipsOf(state({ view: { zoom: 7, lat: 33, lon: 70 }, highlight: ['i-a'] }), names), []);
});

test('A message has its plural forms and its figures', () => {
  assert.equal(t('shown.unsaid', { n: 1 }), '1 without a figure');
  assert.equal(t('time.bin', { n: 1234, when: 'May' }), 'May: 1,234 incidents');
  assert.throws(() => t('no.such.key'), /no\.such\.key/);
});

test('No message is empty', () => {
  for (const [key, message] of Object.entries(en)) for (const text of typeof message === 'string' ? [message] : Object.values(message)) assert.ok(text.trim().length > 0, key);
});
