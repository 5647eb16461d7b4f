// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare } from '../../wwwroot/js/words/claims.js';

let next = 0;
/** @param {Partial<import('../../wwwroot/js/words/claims.js').Claim>} claim @returns {import('../../wwwroot/js/words/claims.js').Claim} */
const claim = (claim) => ({ id: `c-${next++}`, about: 'toll', stance: 'asserts', claimant: 'taliban', claimant_name: 'Taliban', group: { category: 'soldiers', side: 'PK', label: 'Pakistani soldiers' }, ...claim });
/** @param {number|null} min @param {number|null} [max] */
const figure = (min, max = min) => ({ min, max });

test('The same group and measure stand together, whoever says it', () => {
  const found = compare([
    claim({ killed: figure(58), injured: figure(30) }),
    claim({ claimant: 'ispr', claimant_name: 'ISPR', killed: figure(23), injured: figure(29) }),
    claim({ claimant: 'ispr', claimant_name: 'ISPR', group: { category: 'armed_group', label: 'fighters' }, killed: figure(200, null) }),
  ]);
  assert.deepEqual(found.map(({ measure, group, rows, contradicts, scale }) => [measure, group, rows.length, contradicts, scale]), [
    ['killed', 'Pakistani soldiers', 2, true, 58], ['injured', 'Pakistani soldiers', 2, true, 30], ['killed', 'fighters', 1, false, 200],
  ]);
});

for (const [name, a, b, contradicts] of /** @type {const} */ ([
  ['figures that overlap agree', figure(5, 10), figure(8, 20), false],
  ['figures apart contradict', figure(5, 10), figure(11, 20), true],
  ['an open figure below the other agrees', figure(5, null), figure(40), false],
  ['an open figure above the other contradicts', figure(50, null), figure(40), true],
  ['nought contradicts some', figure(0), figure(3), true],
  ['up to ten agrees with four', figure(null, 10), figure(4), false],
])) test(`Of two claimants, ${name}`, () => assert.equal(compare([claim({ killed: a }), claim({ claimant: 'ispr', killed: b })])[0].contradicts, contradicts));

test('A claimant who corrects itself does not contradict itself', () => {
  const first = claim({ killed: figure(9) });
  const [{ rows, contradicts }] = compare([first, claim({ killed: figure(12), supersedes: first.id })]);
  assert.equal(contradicts, false);
  assert.deepEqual(rows.map(({ superseded }) => superseded), [true, false]);
});

test('A denial contradicts an assertion, and questions of fact come first', () => {
  const found = compare([
    claim({ killed: figure(3) }),
    claim({ about: 'occurrence', stance: 'denies', group: null, claimant: 'ispr', words: 'No strike took place.' }),
    claim({ about: 'occurrence', group: null, words: 'A drone struck the house.' }),
  ]);
  assert.deepEqual(found.map(({ about, contradicts }) => [about, contradicts]), [['occurrence', true], ['toll', false]]);
});

test('Totals of different nights or places do not contradict one another', () => {
  const night = { start: '2025-10-11', end: '2025-10-12' };
  const other = { start: '2025-10-14', end: '2025-10-15' };
  const pair = (/** @type {any} */ a, /** @type {any} */ b) => compare([claim({ killed: figure(58), ...a }), claim({ claimant: 'ispr', killed: figure(23), ...b })])[0].contradicts;
  assert.equal(pair({ period: night }, { period: { ...night } }), true);
  assert.equal(pair({ period: night }, { period: other }), false);
  assert.equal(pair({ places: ['1', '2'] }, { places: ['2', '1'] }), true);
  assert.equal(pair({ places: ['1'] }, { places: ['2'] }), false);
});

test('Part of a total is not set against it', () => {
  assert.equal(compare([claim({ killed: figure(10) }), claim({ claimant: 'ispr', killed: figure(3), part: 'breakdown' })])[0].contradicts, false);
});
