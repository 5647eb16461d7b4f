// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFileSync } from 'node:fs';
import { cellsOf, guessRoles, headingsOf, readSheet } from '../../wwwroot/js/places/sheet.js';

const headings = headingsOf(readFileSync(new URL('../../data/vocabulary/csv-columns.tsv', import.meta.url), 'utf8').split('\n').slice(1).map((line) => line.split('\t')));

/** @param {string} text @param {boolean} [isCsv] */
const read = (text, isCsv) => {
  const sheet = readSheet(text, headings, isCsv);
  return { ...sheet, roles: guessRoles(sheet, headings) };
};

test('Lines are names, commas and all, and gaps keep their row', () => {
  const sheet = read('\uFEFFTorkham\r\nGiwi, Jaji Aryub, Paktia\r\n\r\n  Zhob \n\n');
  assert.deepEqual(sheet.rows, [['Torkham'], ['Giwi, Jaji Aryub, Paktia'], [''], ['Zhob']]);
  assert.deepEqual([sheet.table, sheet.roles.name, sheet.roles.context], [false, 0, []]);
});

test('A table from a spreadsheet is read by its tabs, headings or not', () => {
  const headed = read('Date\tVillage\tDistrict\tProvince\n2025-10-11\tGiwi\tJaji Aryub\tPaktia\n');
  assert.deepEqual(headed.columns, ['Date', 'Village', 'District', 'Province']);
  assert.deepEqual(headed.roles, { name: 1, context: [2, 3], lon: -1, lat: -1 });
  assert.deepEqual(read('ADM2_EN\tولایت\tنام محل\tLong\tLAT\na\tb\tc\t1\t2').roles, { name: 2, context: [0, 1], lon: 3, lat: 4 });
  const bare = read('Giwi\tJaji Aryub\t17\nZhob\tBalochistan\t4\n');
  assert.deepEqual([bare.columns, bare.roles.name, bare.roles.context, bare.rows.length], [['', '', ''], 0, [1], 2]);
});

test('Commas and semicolons make a table under headings or in a CSV file', () => {
  assert.deepEqual(read('name,district\nGiwi,Jaji Aryub').rows, [['Giwi', 'Jaji Aryub']]);
  assert.deepEqual(read('place;province;lon;lat\nGiwi;Paktia;69.9;33.9').roles, { name: 0, context: [1], lon: 2, lat: 3 });
  assert.deepEqual(read('a,b\nGiwi,Paktia', true).rows, [['a', 'b'], ['Giwi', 'Paktia']]);
  assert.equal(read('Village of the Khan, Paktia\nZhob').table, false);
});

test('Quoted cells hold separators, breaks and quotation marks; a mark that is never closed is a letter', () => {
  assert.deepEqual(cellsOf('a,"b, ""c""\nd",e\nf', ','), [['a', 'b, "c"\nd', 'e'], ['f']]);
  assert.deepEqual(cellsOf('"a,b\nc,d', ','), [['"a', 'b'], ['c', 'd']]);
  assert.deepEqual(cellsOf('', ','), []);
  assert.deepEqual(cellsOf('"",x', ','), [['', 'x']]);
});

test('Rows of uneven length are filled up', () => {
  assert.deepEqual(read('name\tdistrict\nGiwi\nZhob\tZhob\tmore').rows, [['Giwi', '', ''], ['Zhob', 'Zhob', 'more']]);
});

test('Any text is read without an error', () => {
  const parts = ['"', '\t', ',', ';', '\n', '\r', 'name', 'district', 'ا', '\u0000', ' ', '""'];
  for (let seed = 1; seed < 4000; seed += 1) {
    const text = Array.from({ length: seed % 23 }, (_, i) => parts[(seed * (i + 7) * 31 + i * seed) % parts.length]).join('');
    const sheet = readSheet(text, headings, seed % 2 === 0);
    assert.ok(sheet.rows.every((row) => row.length === sheet.columns.length), JSON.stringify(text));
    assert.ok(guessRoles(sheet, headings).name < sheet.columns.length);
  }
});
