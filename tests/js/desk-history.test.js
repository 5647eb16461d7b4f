// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import desk from '../../wwwroot/js/text/desk-en.js';
import { addMessages } from '../../wwwroot/js/text/t.js';
import { instantWords } from '../../wwwroot/js/desk/instants.js';
import { outcomeOf } from '../../wwwroot/js/desk/server.js';

addMessages('en', desk);

/** @type {[string, string, string][]} */
const INSTANTS = [
  ['2026-11-26T14:45:10Z', 'UTC', '26 Nov 2026, 14:45 UTC'],
  ['2026-11-26T14:45:10Z', 'Asia/Kabul', '26 Nov 2026, 14:45 UTC (19:15 your time, UTC+4:30)'],
  ['2026-11-26T20:45:10Z', 'Asia/Karachi', '26 Nov 2026, 20:45 UTC (27 Nov 2026, 01:45 your time, UTC+5)'],
];

for (const [instant, zone, words] of INSTANTS) test(`An instant is told in UTC and in the reader's time: ${zone}`, () => assert.equal(instantWords(instant, zone), words));

test('What a write came to: what has no body is done, what another saved comes with it, a problem keeps what would be right', () => {
  assert.equal(outcomeOf({ status: 204, body: null, retryAfter: null }).kind, 'saved');
  assert.deepEqual(outcomeOf({ status: 412, body: { current: { id: 'i-1', version: 4 } }, retryAfter: null }), { kind: 'stale', current: { id: 'i-1', version: 4 } });
  assert.deepEqual(outcomeOf({ status: 400, body: { detail: 'why is missing.', field: 'why', fix: 'Say why.' }, retryAfter: null }), { kind: 'invalid', faults: [{ field: 'why', message: 'why is missing.', fix: 'Say why.' }] });
  assert.deepEqual(outcomeOf({ status: 503, body: null, retryAfter: '7' }), { kind: 'busy', seconds: 7 });
});
