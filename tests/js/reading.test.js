// @ts-check
// What is read of one incident: citations, what changed between versions, who disputes whom, completion of names.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf, formatDay } from '../../wwwroot/js/time/days.js';
import { today } from '../../wwwroot/js/time/today.js';
import { cite } from '../../wwwroot/js/words/cite.js';
import { compare } from '../../wwwroot/js/words/claims.js';
import { changeLines } from '../../wwwroot/js/words/history.js';
import { matching } from '../../wwwroot/js/words/matching.js';

const CITED = {
  id: 'i-abcdefghij', title: 'Clash at {Torkham} & 50% of\n“Bab-e-Pakistan”.', version: 2, updated: '2025-10-14T08:30:00Z', url: 'https://map.example/incidents/i-abcdefghij?asOf=17', accessed: dayOf(2026, 11, 26),
};

test('A citation names title, id, version, the day it was retrieved, and the address of that version', () => {
  assert.equal(cite('apa', CITED), 'BorderMap. (2025, October 14). Clash at {Torkham} & 50% of “Bab-e-Pakistan” (Incident i-abcdefghij, version 2) [Data set entry]. Retrieved November 26, 2026, from https://map.example/incidents/i-abcdefghij?asOf=17');
  assert.equal(cite('chicago', CITED), 'BorderMap. “Clash at {Torkham} & 50% of “Bab-e-Pakistan”.” Incident i-abcdefghij, version 2, October 14, 2025. Accessed November 26, 2026. https://map.example/incidents/i-abcdefghij?asOf=17.');
});

test('What TeX would take for a command is escaped in BibTeX', () => {
  assert.equal(cite('bibtex', CITED), [
    '@misc{bordermap-i-abcdefghij-v2,', '  author = {{BorderMap}},', '  title = {{Clash at \\{Torkham\\} \\& 50\\% of “Bab-e-Pakistan”}},', '  year = {2025},', '  month = {10},',
    '  note = {Incident i-abcdefghij, version 2},', '  url = {https://map.example/incidents/i-abcdefghij?asOf=17},', '  urldate = {2026-11-26}', '}',
  ].join('\n'));
});

test('Without a day of access none is made up', () => {
  for (const style of /** @type {const} */ (['apa', 'chicago', 'bibtex'])) assert.doesNotMatch(cite(style, { ...CITED, accessed: null }), /2026|Retrieved|Accessed|urldate/);
});

test('Today is the day of the reader’s own calendar', () => assert.equal(formatDay(today(new Date(2026, 10, 26, 0, 5))), '2026-11-26'));

test('Every claim knows who denies it and whose figure excludes it, and what replaced it', () => {
  const claim = (/** @type {Partial<import('../../wwwroot/js/words/claims.js').Claim>} */ given) => ({ id: 'c-1', about: 'toll', stance: 'asserts', group: { category: 'soldiers', label: 'soldiers' }, ...given });
  const [{ rows }] = compare([
    claim({ id: 'c-1', claimant: 'a', claimant_name: 'A', killed: { min: 58, max: 58 } }),
    claim({ id: 'c-2', claimant: 'b', claimant_name: 'B', killed: { min: 9, max: 9 } }),
    claim({ id: 'c-3', claimant: 'b', claimant_name: 'B', killed: { min: 23, max: 23 }, supersedes: 'c-2' }),
    claim({ id: 'c-4', claimant: 'c', claimant_name: 'C', killed: { min: 20, max: 60 } }),
    claim({ id: 'c-5', claimant: 'd', claimant_name: 'D', stance: 'denies', killed: { min: 58, max: 58 } }),
  ]);
  assert.deepEqual(rows.map(({ against }) => against.map(({ by, how }) => `${by} ${how}`)), [['B figure', 'D denies'], [], ['A figure', 'D denies'], ['D denies'], ['A asserts', 'B asserts', 'C asserts']]);
  assert.deepEqual(rows.map(({ successor }) => successor?.id ?? null), [null, 'c-3', null, null, null]);
});

const NOW = { claims: [{ id: 'c-1', claimant_name: 'Taliban', killed: { min: 9, max: 12 } }], sources: [{ id: 's-1', publisher: 'Dawn', title: 'Report' }], places: [{ place: '42', name: 'Torkham' }] };
const BEFORE = { ...NOW, claims: [{ id: 'c-1', claimant_name: 'Taliban', killed: { min: 9, max: 9 } }] };

for (const [field, before, after, what, how] of /** @type {[string, any, any, string, string][]} */ ([
  ['title', 'A clash', 'A battle', 'Title', 'A clash → A battle'],
  ['claims[c-1].killed.max', 9, 12, 'Claim of Taliban, Killed', '9 → 9 to 12'],
  ['claims[c-2]', null, { id: 'c-2', claimant_name: 'ISPR' }, 'Claim of ISPR', 'added'],
  ['claims[c-9]', { id: 'c-9', claimant_name: 'ISPR' }, null, 'Claim of ISPR', 'removed'],
  ['claims[c-1].words', 'x', 'y', 'Claim of Taliban', 'changed'],
  ['sources[s-1].url', null, 'https://a.example', 'Source Report', 'changed'],
  ['places[42/Torkham/scene].precision', 'district', 'near', 'Place Torkham', 'changed'],
  ['derived.grade', 'weak', 'confirmed', 'How sure', 'Weak → Confirmed'],
  ['derived.killed_range', null, '9', 'Reported killed', 'nothing → 9'],
  ['cross_border', false, true, 'Across the border', 'no → yes'],
])) test(`A change of ${field} is told as “${what}: ${how}”`, () => assert.deepEqual(changeLines([{ field, before, after }], NOW, BEFORE), [{ what, how }]));

test('One thing changed in several ways is one line, with figures where there are some', () => {
  const lines = changeLines([{ field: 'date.start', before: '2025-10-11', after: '2025-10-12' }, { field: 'date.words', before: null, after: 'at dawn' }], NOW, BEFORE);
  assert.deepEqual(lines, [{ what: 'Date', how: '2025-10-11 → 2025-10-12' }]);
});

test('A name is found by the words of any of its spellings, its own beginning first', () => {
  const choices = [{ name: 'Government of Pakistan', also: ['PTV News'] }, { name: 'Pakistan military', also: ['ISPR'] }, { name: 'Jamāʿat', also: ['جماعت'] }];
  assert.deepEqual(matching(choices, 'pakistan').map(({ name }) => name), ['Pakistan military', 'Government of Pakistan']);
  assert.deepEqual(matching(choices, 'ispr').map(({ name }) => name), ['Pakistan military']);
  assert.deepEqual(matching(choices, 'JAMA').map(({ name }) => name), ['Jamāʿat']);
  assert.deepEqual(matching(choices, 'جماعت').map(({ name }) => name), ['Jamāʿat']);
  assert.equal(matching(choices, '').length, 3);
});
