// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sorted } from '../../wwwroot/js/table/order.js';

const KEYS = [3, -1, 7, 3, 0];
const key = (/** @type {number} */ row) => KEYS[row];

test('Rows are sorted either way, equals as they stood, and what has no value last', () => {
  assert.deepEqual([...sorted(Uint32Array.of(0, 1, 2, 3, 4), key, false)], [4, 0, 3, 2, 1]);
  assert.deepEqual([...sorted(Uint32Array.of(4, 3, 2, 1, 0), key, true)], [2, 3, 0, 4, 1]);
  assert.deepEqual([...sorted(Uint32Array.of(), key, true)], []);
});

test('Two hundred thousand rows are sorted as a comparison sorts them', () => {
  const size = 200_000;
  const values = Int32Array.from({ length: size }, (_, row) => Math.imul(row + 1, 2_654_435_761) >>> 12);
  const rows = Uint32Array.from({ length: size }, (_, row) => row);
  assert.deepEqual(sorted(rows, (row) => values[row], false), rows.slice().sort((a, b) => values[a] - values[b] || a - b));
});
