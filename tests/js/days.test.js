// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addUnits, dayOf, formatDay, parseDay, startOf } from '../../wwwroot/js/time/days.js';

/** @param {string} text */
const day = (text) => /** @type {number} */ (parseDay(text));

test('A date is a number of days and comes back as it was', () => {
  assert.equal(day('1970-01-01'), 0);
  for (const text of ['1989-01-01', '2000-02-29', '2025-10-12', '2026-12-31']) assert.equal(formatDay(day(text)), text);
});

test('What is no date is refused', () => {
  for (const text of ['', '2025-13-01', '2025-02-29', '2025-10-1', '12 October 2025', null, undefined]) assert.equal(parseDay(text), null, String(text));
});

test('Units begin where people say they do', () => {
  for (const [text, unit, start] of /** @type {const} */ ([
    ['2025-10-12', 'week', '2025-10-06'], ['2025-10-06', 'week', '2025-10-06'], ['1969-12-31', 'week', '1969-12-29'],
    ['2025-10-12', 'month', '2025-10-01'], ['2025-12-31', 'quarter', '2025-10-01'], ['2025-10-12', 'year', '2025-01-01'], ['2025-10-12', 'day', '2025-10-12'],
  ])) assert.equal(formatDay(startOf(day(text), unit)), start, `${unit} of ${text}`);
});

test('Adding months keeps to the month', () => {
  for (const [text, unit, count, then] of /** @type {const} */ ([
    ['2025-01-31', 'month', 1, '2025-02-28'], ['2024-01-31', 'month', 1, '2024-02-29'], ['2025-10-12', 'month', -10, '2024-12-12'],
    ['2025-10-12', 'quarter', 1, '2026-01-12'], ['2024-02-29', 'year', 1, '2025-02-28'], ['2025-10-12', 'week', -1, '2025-10-05'], ['2025-10-12', 'day', 20, '2025-11-01'],
  ])) assert.equal(formatDay(addUnits(day(text), unit, count)), then, `${text} ${count} ${unit}`);
  assert.equal(dayOf(2025, 13, 1), day('2026-01-01'));
});
