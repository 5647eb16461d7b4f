// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyOf, lineOf, marksOf, stretches } from '../../wwwroot/js/desk/report-marks.js';

test('evidence that overlaps cuts the text into stretches that know all it belongs to', () => {
  const marks = [{ start: 2, end: 8, key: '1 kind' }, { start: 5, end: 12, key: '1 places[0]' }];
  assert.deepEqual(stretches(15, marks), [
    { start: 0, end: 2, keys: [] },
    { start: 2, end: 5, keys: ['1 kind'] },
    { start: 5, end: 8, keys: ['1 kind', '1 places[0]'] },
    { start: 8, end: 12, keys: ['1 places[0]'] },
    { start: 12, end: 15, keys: [] },
  ]);
});

test('the stretches are the whole text, one after the other, whatever the marks', () => {
  let seed = 7;
  const random = (/** @type {number} */ below) => { seed = (seed * 48271) % 2147483647; return seed % below; };
  for (let run = 0; run < 200; run++) {
    const length = random(60);
    const marks = Array.from({ length: random(12) }, (_, at) => ({ start: random(70) - 5, end: random(70) - 5, key: String(at) }));
    const cut = stretches(length, marks);
    assert.equal(cut.map(({ start, end }) => end - start).reduce((sum, one) => sum + one, 0), length);
    cut.forEach(({ start, end, keys }, at) => {
      assert.ok(start < end && start === (cut[at - 1]?.end ?? 0));
      const meant = marks.filter((mark) => mark.start >= 0 && mark.start < mark.end && mark.end <= length && mark.start <= start && mark.end >= end).map(({ key }) => key);
      assert.deepEqual([...keys].sort(), meant.sort());
    });
  }
});

test('a field lights the line of the card that it stands in', () => {
  assert.equal(lineOf('claims[12].killed'), 'claims[12]');
  assert.equal(lineOf('date.start'), 'date');
  assert.equal(lineOf('cross_border'), 'cross_border');
  assert.equal(keyOf(3, 'places[0].place'), '3 places[0]');
});

test('drafts, place names and what was left out are marked apart', () => {
  const report = /** @type {any} */ ({
    drafts: [{ n: 1, evidence: [{ field: 'kind', start: 0, end: 4 }] }],
    reading: { toponyms: [{ start: 1, end: 2 }], left_out: [{ start: 5, end: 9 }] },
  });
  assert.deepEqual(marksOf(report).map(({ key }) => key), ['1 kind', 'toponym 0', 'left 0']);
});
