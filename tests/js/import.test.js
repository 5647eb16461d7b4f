// @ts-check
// The import page's choices, as plain data.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foreignWords, guessDates, mappingOf, missing, prefixOf, readMapping, samples, sent, shownFields, suggestedFor, withColumn, withConstant, withWord } from '../../wwwroot/js/desk/import-mapping.js';
import { progressWords, shareOf, sizeWords } from '../../wwwroot/js/desk/import-words.js';
import texts from '../../wwwroot/js/text/desk-import-en.js';
import { addMessages } from '../../wwwroot/js/text/t.js';

addMessages('en', texts);

const field = (/** @type {string} */ name, /** @type {Partial<import('../../wwwroot/js/desk/import-mapping.js').Field>} */ more = {}) => ({ name, of: 'incident', about: '', required: false, allowed: [], ...more });
const FIELDS = [field('source_key', { required: true }), field('title'), field('kind', { required: true, allowed: ['airstrike', 'shelling'] }), field('notes')];
const COLUMNS = ['Ref', 'Headline', 'What'];
const ROWS = [{ line: 2, cells: ['1', 'Raid', 'Air raid'] }, { line: 3, cells: ['2', ' Raid ', 'shelling'] }, { line: 4, cells: ['3'] }];

test('A field comes from a column, or is the same in all rows, or is nothing; never two of these', () => {
  const column = withColumn(mappingOf({ constants: { kind: 'shelling' } }), 'kind', 'What');
  assert.deepEqual([column.columns, column.constants], [{ kind: 'What' }, {}]);
  const same = withConstant(column, 'kind', 'airstrike');
  assert.deepEqual([same.columns, same.constants], [{}, { kind: 'airstrike' }]);
  assert.deepEqual(withColumn(same, 'kind', null), mappingOf());
});

test('What is needed and not given is named; an empty value gives nothing', () => {
  assert.deepEqual(missing(mappingOf({ columns: { kind: 'What' } }), FIELDS), ['source_key']);
  assert.deepEqual(missing(mappingOf({ columns: { source_key: 'Ref' }, constants: { kind: ' ' } }), FIELDS), ['kind']);
});

test('Fields are shown that are needed, chosen or asked for, in their order', () =>
  assert.deepEqual(shownFields(mappingOf({ columns: { title: 'Headline' } }), FIELDS, ['notes']).map(({ name }) => name), ['source_key', 'title', 'kind', 'notes']));

test('Samples are different cells of the column, also where rows are short', () => {
  assert.deepEqual(samples(COLUMNS, ROWS, 'Headline'), ['Raid']);
  assert.deepEqual(samples(COLUMNS, ROWS, 'What'), ['Air raid', 'shelling']);
  assert.deepEqual(samples(COLUMNS, ROWS, undefined), []);
});

test('Refused words of a closed list can be given a meaning, and keep their row when they have one', () => {
  const mapping = mappingOf({ columns: { kind: 'What', title: 'Headline' } });
  const problem = { row: 'line 2', line: 2, column: 'What', value: 'Air raid', code: 'unknown-kind', reason: '', fix: '' };
  assert.deepEqual(foreignWords([problem, problem, { ...problem, column: 'Headline' }], mapping, FIELDS).map(({ field: { name }, word }) => [name, word]), [['kind', 'Air raid']]);
  const told = withWord(mapping, 'kind', 'Air raid', 'airstrike');
  assert.deepEqual(told.values, { kind: { 'Air raid': 'airstrike' } });
  assert.equal(foreignWords([], told, FIELDS).length, 1);
  assert.deepEqual(sent(withWord(told, 'kind', 'Air raid', '')).values, {});
});

test('The way of writing dates is told only by what can be read in one way', () => {
  assert.equal(guessDates(['11/10/2025', '13/10/2025']), 'dd/MM/yyyy');
  assert.equal(guessDates(['1/2/2025', '13/10/2025']), 'd/M/yyyy');
  assert.equal(guessDates(['10/13/2025']), 'MM/dd/yyyy');
  assert.equal(guessDates(['11.10.2025']), 'dd.MM.yyyy');
  assert.equal(guessDates(['11/10/2025']), null);
  assert.equal(guessDates(['13/10/2025', '10/13/2025']), null);
  assert.equal(guessDates(['2025-10-11', '']), null);
  const file = { name: 'My list 3.csv', suggested: { columns: { date_start: 'When' } }, columns: ['When'], rows: [{ line: 2, cells: ['13/10/2025'] }] };
  assert.deepEqual([suggestedFor(file).dates, suggestedFor(file).key_prefix], [['dd/MM/yyyy'], 'my-list:']);
  assert.equal(prefixOf('2025.csv'), 'list:');
});

test('A saved mapping is read again, without the columns that the file lacks', () => {
  const saved = JSON.stringify(sent(mappingOf({ columns: { title: 'Headline', kind: 'Art' }, dates: ['dd/MM/yyyy'], key_prefix: 'a:' })));
  const { mapping, ignored } = readMapping(saved, COLUMNS);
  assert.deepEqual([mapping.columns, mapping.dates, mapping.key_prefix, ignored], [{ title: 'Headline' }, ['dd/MM/yyyy'], 'a:', ['Art']]);
  assert.throws(() => readMapping('[]', COLUMNS), SyntaxError);
  assert.throws(() => readMapping('{', COLUMNS), SyntaxError);
});

test('Progress is a share while the file is read, and words while it is merged', () => {
  const reading = { phase: 'reading', rows: 2000, bytes: 30, of_bytes: 120 };
  assert.equal(shareOf(reading), 0.25);
  assert.equal(progressWords(reading), '2,000 rows, 25 %');
  assert.equal(shareOf({ ...reading, phase: 'merging' }), null);
  assert.match(progressWords({ ...reading, phase: 'merging' }), /merging/);
  assert.deepEqual([sizeWords(512), sizeWords(1536), sizeWords(512 * 1024 * 1024)], ['512 B', '1.5 KB', '512 MB']);
});
