// @ts-check
// While the database is away the server shows what it keeps; the page says so.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { getJson, onOldAnswer } from '../../wwwroot/js/data/api.js';

const real = globalThis.fetch;
const answer = (/** @type {Record<string, string>} */ headers) => { globalThis.fetch = async () => new Response('{"a":1}', { headers }); };

afterEach(() => { globalThis.fetch = real; onOldAnswer(() => {}); });

test('an answer from before the database went away is told with its age in minutes', async () => {
  /** @type {number[]} */
  const told = [];
  onOldAnswer((minutes) => told.push(minutes));
  answer({ age: '130', 'cache-status': 'BorderMap; hit; ttl=-130; detail=database-away' });
  assert.deepEqual(await getJson('api/incidents/i-aaaaaaaaaa'), { a: 1 });
  answer({});
  await getJson('api/incidents/i-aaaaaaaaaa');
  answer({ age: '10', 'cache-status': 'somebody; hit' });
  await getJson('api/incidents/i-aaaaaaaaaa');
  assert.deepEqual(told, [3]);
});
