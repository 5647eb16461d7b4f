// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cell, toCsv } from '../../wwwroot/js/places/csv.js';
import { alike, choose, countStandings, makeRows, placeOf, standingOf } from '../../wwwroot/js/places/rows.js';
import { PART, resolveAll } from '../../wwwroot/js/places/run.js';
import { guessRoles, readSheet } from '../../wwwroot/js/places/sheet.js';

/** @typedef {import('../../wwwroot/js/places/rows.js').Answer} Answer */

/** @param {string} name @returns {import('../../wwwroot/js/places/rows.js').Candidate} */
const candidate = (name) => ({ id: `x-${name}`, name, kind: 'locality', district: 'D', province: 'P', country: 'AF', lon: 70.5, lat: 33.5, precision: 'locality', radius_m: 1000, score: 0.9, matched: name, why: 'exact' });

/** @param {string} text */
function rowsOf(text) {
  const headings = new Map([['name', 'name'], ['district', 'context'], ['province', 'context'], ['lon', 'lon'], ['lat', 'lat']]);
  const sheet = readSheet(text, headings);
  return { sheet, rows: makeRows(sheet, guessRoles(sheet, headings)) };
}

const forever = new AbortController().signal;
const noWait = async () => {};

test('A row asks with its context and position; an empty name, or one too long, is asked of no one', () => {
  const { rows } = rowsOf(`name\tdistrict\tprovince\tlon\tlat\nGi\u0007wi\tJaji\tPaktia\t69.9\t33.9\n\t\t\t\t\n${'a'.repeat(501)}\t\t\t200\t10`);
  assert.deepEqual(rows[0].query, { name: 'Gi wi', context: 'Jaji, Paktia', near: [69.9, 33.9] });
  assert.deepEqual(rows.map(standingOf), ['waiting', 'unknown', 'unknown']);
  assert.equal(rows[2].query.near, undefined);
});

test('Names written alike are asked once, in parts, and every row has its answer', async () => {
  const { rows } = rowsOf(Array.from({ length: 1000 }, (_, i) => `name ${i % 600}`).join('\n'));
  /** @type {number[]} */ const asked = [];
  let told = 0;
  await resolveAll(alike(rows), {
    ask: async (queries) => { asked.push(queries.length); return queries.map(({ name }) => ({ status: 'resolved', candidates: [candidate(name)] })); },
    done: (done) => { told += done.length; }, wait: noWait, signal: forever,
  });
  assert.deepEqual(asked, [PART, PART, 100]);
  assert.equal(told, 1000);
  assert.ok(rows.every((row) => placeOf(row)?.name === row.query.name));
});

test('A busy server is asked again after the time it names, five times at most; any other fault is told at once', async () => {
  const busy = Object.assign(new Error('busy'), { retryAfter: 3 });
  for (const [faults, isTold] of /** @type {[number, boolean][]} */ ([[2, false], [9, true]])) {
    const { rows } = rowsOf('a');
    /** @type {number[]} */ const waited = [];
    let tries = 0;
    const run = resolveAll(alike(rows), {
      ask: async () => { tries += 1; if (tries <= faults) throw busy; return [{ status: 'unknown', candidates: [] }]; },
      done: () => {}, wait: async (seconds) => { waited.push(seconds); }, signal: forever,
    });
    if (isTold) await assert.rejects(run, /busy/);
    else await run;
    assert.deepEqual(waited, Array(isTold ? 4 : 2).fill(3));
  }
});

test('A stop leaves the rest waiting, and what was answered stays; going on asks only the rest', async () => {
  const { rows } = rowsOf(Array.from({ length: 600 }, (_, i) => `name ${i}`).join('\n'));
  const stop = new AbortController();
  /** @type {(queries: import('../../wwwroot/js/places/rows.js').Query[]) => Promise<Answer[]>} */
  const ask = async (queries) => queries.map(() => ({ status: 'unknown', candidates: [] }));
  await resolveAll(alike(rows), { ask, done: () => stop.abort(), wait: noWait, signal: stop.signal });
  assert.equal(countStandings(rows).waiting, 350);
  let asked = 0;
  await resolveAll(alike(rows), { ask: (queries) => { asked += queries.length; return ask(queries); }, done: () => {}, wait: noWait, signal: forever });
  assert.deepEqual([asked, countStandings(rows).waiting], [350, 0]);
});

test('A choice counts for all rows written alike, and can be taken back', () => {
  const { rows } = rowsOf('Kalay\nZhob\nKalay');
  for (const row of rows) row.answer = { status: 'ambiguous', candidates: [candidate('one'), candidate('two')] };
  assert.equal(placeOf(rows[0]), null);
  assert.equal(choose(rows, rows[0], 1).length, 2);
  assert.deepEqual(rows.map((row) => placeOf(row)?.name ?? null), ['two', null, 'two']);
  choose(rows, rows[2], -1);
  assert.deepEqual(rows.map(standingOf), ['chosen', 'ambiguous', 'chosen']);
  assert.equal(placeOf(rows[0]), null);
  choose(rows, rows[0], null);
  assert.deepEqual(rows.map(standingOf), ['ambiguous', 'ambiguous', 'ambiguous']);
});

test('An approximate answer stands for its district, an ambiguous one for nothing until a person chooses', () => {
  const { rows } = rowsOf('a\nb');
  rows[0].answer = { status: 'approximate', candidates: [candidate('district')] };
  rows[1].answer = { status: 'ambiguous', candidates: [candidate('x'), candidate('y')] };
  assert.deepEqual(rows.map((row) => placeOf(row)?.name ?? null), ['district', null]);
});

test('The file keeps what was given, adds what was found, and starts no formula', () => {
  const { sheet, rows } = rowsOf('name\tdistrict\n=1+2\tPaktia\n"Say ""x"", y"\t-5');
  rows[0].answer = { status: 'resolved', candidates: [{ ...candidate('+found'), why: 'a, b' }] };
  rows[1].answer = { status: 'ambiguous', candidates: [candidate('x')] };
  const lines = toCsv(sheet, rows, 'name').split('\r\n');
  assert.equal(lines[0].startsWith('\uFEFFname,district,match_status,match_id,match_name'), true);
  assert.equal(lines[1], `'=1+2,Paktia,resolved,x-+found,'+found,locality,D,P,AF,70.5,33.5,locality,1000,0.9,'+found,"a, b"`);
  assert.equal(lines[2], `"Say ""x"", y",-5,ambiguous${','.repeat(13)}`);
  assert.deepEqual(['@a', '\ta', '-x', '-5', '-5.5', '+1', null, 0].map(cell), ["'@a", "'\ta", "'-x", '-5', '-5.5', '+1', '', '0']);
});
