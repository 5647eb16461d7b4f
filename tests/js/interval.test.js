// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDay, parseDay } from '../../wwwroot/js/time/days.js';
import { formatInterval, parseInterval } from '../../wwwroot/js/time/interval.js';

/** @param {string} text */
function read(text) {
  const interval = parseInterval(text);
  if (!interval) return null;
  const show = (/** @type {number|null} */ day) => (day === null ? '..' : formatDay(day));
  return [interval.possible.start, interval.possible.end, interval.certain.start, interval.certain.end].map(show).join(' ');
}

test('Dates and intervals of dates are read, open ends too', () => {
  assert.equal(read('2025-10-12'), '2025-10-12 2025-10-12 2025-10-12 2025-10-12');
  assert.equal(read('2025-10-11/2025-10-19'), '2025-10-11 2025-10-19 2025-10-11 2025-10-19');
  assert.equal(read('../2025-10-19'), '.. 2025-10-19 .. 2025-10-19');
  assert.equal(read('2025-10-11/..'), '2025-10-11 .. 2025-10-11 ..');
  assert.equal(read('2025-10-11/'), '2025-10-11 .. 2025-10-11 ..');
  assert.equal(read(''), '.. .. .. ..');
});

test('What is no interval is refused', () => {
  for (const text of ['..', '../..', '/', '2025-10-19/2025-10-11', '2025-10-11/2025-10-12/2025-10-13', 'October', '2025-10-11T10:00:00', '2025-02-30']) assert.equal(parseInterval(text), null, text);
});

// Day D of the region covers D 00:00+05:00 to D+1 00:00+04:30.
test('Instants become the days they may touch, and those they hold whole', () => {
  assert.equal(read('2025-10-11T19:00:00Z/2025-10-12T19:30:00Z'), '2025-10-11 2025-10-13 2025-10-12 2025-10-12');
  assert.equal(read('2025-10-11T19:00:01Z/2025-10-12T19:29:59Z'), '2025-10-11 2025-10-13 2025-10-13 2025-10-11');
  assert.equal(read('2025-10-12T00:00:00+05:00/..'), '2025-10-11 .. 2025-10-12 ..');
  assert.equal(read('2025-10-11T19:30:00Z/..'), '2025-10-12 .. 2025-10-13 ..');
});

test('A window is written as the API reads it', () => {
  const start = parseDay('2025-10-11');
  assert.equal(formatInterval(start, null), '2025-10-11/..');
  assert.equal(formatInterval(null, start), '../2025-10-11');
  assert.equal(formatInterval(null, null), '');
});
