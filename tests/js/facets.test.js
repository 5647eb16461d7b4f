// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { facets } from '../../wwwroot/js/filter/facets.js';
import { emptySelection, select } from '../../wwwroot/js/filter/select.js';
import { GRADES, PRECISIONS, SIDES } from '../../wwwroot/js/state/params.js';
import { columnsOf, feature, KINDS, state } from './features.js';

const LEAST = [1, 5, 10];

/** @param {number} seed */
function random(seed) {
  let now = seed;
  return (/** @type {number} */ below) => { now = (now * 1103515245 + 12345) % 2147483648; return Math.floor(now / 65536) % below; };
}

/** @param {number} seed */
function incidents(seed) {
  const next = random(seed);
  const of = (/** @type {readonly any[]} */ list) => list[next(list.length)];
  return Array.from({ length: 300 }, (_, at) => {
    const { kind, family } = of(KINDS.list);
    return feature(`i-${at}`, { kind, family, side: of([...SIDES, null]), grade: of(GRADES), precision: of([...PRECISIONS, null]), killed_low: of([null, 0, 1, 4, 5, 40]), cross_border: next(2) === 1, date_start: `2025-0${1 + next(9)}-11`, date_end: '2025-10-01' });
  });
}

/** @param {ReturnType<typeof columnsOf>} columns @param {Parameters<typeof state>[0]} patch */
function shown(columns, patch) {
  const selection = emptySelection(columns.size);
  select(selection, columns, state(patch), KINDS, null);
  return selection;
}

for (const [seed, patch] of /** @type {[number, Parameters<typeof state>[0]][]} */ ([
  [1, {}], [2, { grade: ['weak'], crossBorder: true }], [3, { kind: ['combat'], side: ['AF'], killedMin: 1 }], [4, { precision: ['near', 'district'], datetime: '2025-01-01/2025-05-01', timeMatch: 'certain' }],
])) {
  test(`The number beside a choice is what choosing it alone would show, within all other filters (${JSON.stringify(patch)})`, () => {
    const columns = columnsOf(...incidents(seed));
    const counts = facets(shown(columns, patch), columns, KINDS.list.length, LEAST);
    const naive = (/** @type {Parameters<typeof state>[0]} */ choice) => shown(columns, { ...patch, ...choice }).count;
    assert.deepEqual([...counts.kind], KINDS.list.map(({ kind }) => naive({ kind: [kind] })));
    assert.deepEqual([...counts.side], SIDES.map((side) => naive({ side: [side] })));
    assert.deepEqual([...counts.grade], GRADES.map((grade) => naive({ grade: [grade] })));
    assert.deepEqual([...counts.precision], PRECISIONS.map((precision) => naive({ precision: [precision] })));
    assert.deepEqual([...counts.killed], LEAST.map((killedMin) => naive({ killedMin })));
    assert.deepEqual([...counts.border], [false, true].map((crossBorder) => naive({ crossBorder })));
  });
}
