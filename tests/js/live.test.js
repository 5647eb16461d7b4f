// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withChanges } from '../../wwwroot/js/data/columns.js';
import { ASK_EVERY, GATHER, Live, MANY } from '../../wwwroot/js/data/live.js';
import { columnsOf, feature, KINDS } from './features.js';

/** A page with a clock of its own and a server that says what the test wants. */
function page() {
  /** @type {{at: number, run: () => void, id: number}[]} */ let timers = [];
  let now = 0;
  let ids = 0;
  const server = {
    /** @type {import('../../wwwroot/js/data/live.js').Listening|null} */ stream: null,
    seen: true,
    /** @type {number[]} */ opened: [],
    /** @type {(string[]|null)[]} */ told: [],
    /** @type {{changes: {pub: number, id: string}[], pub: number, more: boolean}} */ answer: { changes: [], pub: 0, more: false },
    asked: 0,
    brings: true,
    /** @param {number} by */
    async pass(by) {
      now += by;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { run } of due) run();
      await new Promise((done) => setImmediate(done));
    },
  };
  const live = new Live({
    open: (since, listening) => { server.opened.push(since); server.stream = listening; return () => { server.stream = null; }; },
    ask: async () => { server.asked++; return server.answer; },
    seen: () => server.seen,
    tell: async (changed) => { server.told.push(changed && [...changed]); return server.brings; },
    later: (run, wait) => { timers.push({ at: now + wait, run, id: ++ids }); return ids; },
    never: (id) => { timers = timers.filter((timer) => timer.id !== id); },
  });
  return Object.assign(server, { live });
}

test('Changes that come together are told together, each incident once', async () => {
  const at = page();
  at.live.follow(7);
  for (const [pub, id] of /** @type {[number, string][]} */ ([[8, 'a'], [9, 'b'], [10, 'a']])) at.stream?.change({ pub, id });
  assert.deepEqual(at.told, []);
  await at.pass(GATHER);
  assert.deepEqual(at.told, [['a', 'b']]);
  assert.deepEqual(at.opened, [7]);
});

test('Nobody who does not look holds a stream, and who looks again misses nothing', () => {
  const at = page();
  at.live.follow(7);
  at.stream?.change({ pub: 9, id: 'a' });
  at.stream?.reached(11);
  at.seen = false;
  at.live.look();
  assert.equal(at.stream, null);
  at.seen = true;
  at.live.look();
  assert.deepEqual(at.opened, [7, 11]);
});

test('A state of the past follows nothing', () => {
  const at = page();
  at.live.follow(7);
  at.live.follow(null);
  at.live.look();
  assert.equal(at.stream, null);
});

test('Too many changes, or a server that begins anew, mean that all is read anew', async () => {
  for (const happens of [
    (/** @type {ReturnType<typeof page>} */ at) => { for (let i = 0; i <= MANY; i++) at.stream?.change({ pub: 8 + i, id: `i${i}` }); },
    (/** @type {ReturnType<typeof page>} */ at) => at.stream?.reset(),
  ]) {
    const at = page();
    at.live.follow(7);
    happens(at);
    assert.deepEqual(at.told, [null]);
    assert.equal(at.stream, null);
    at.live.follow(1000);
    assert.deepEqual(at.opened, [7, 1000]);
  }
});

test('Where the stream is refused, the page asks from time to time and tries the stream again later', async () => {
  const at = page();
  at.live.follow(7);
  at.stream?.refused();
  at.answer = { changes: [{ pub: 8, id: 'a' }], pub: 8, more: false };
  await at.pass(ASK_EVERY);
  await at.pass(GATHER);
  assert.deepEqual([at.asked, at.told], [1, [['a']]]);
  at.answer = { changes: [], pub: 8, more: false };
  for (let i = 0; i < 10; i++) await at.pass(ASK_EVERY);
  assert.deepEqual(at.opened, [7, 8]);
});

test('What could not be brought in is tried again', async () => {
  const at = page();
  at.live.follow(7);
  at.brings = false;
  at.stream?.change({ pub: 8, id: 'a' });
  await at.pass(GATHER);
  at.brings = true;
  at.stream?.change({ pub: 9, id: 'b' });
  await at.pass(ASK_EVERY);
  assert.deepEqual(at.told, [['a'], ['a', 'b']]);
});

test('Where all could not be read anew, that is tried again', async () => {
  const at = page();
  at.live.follow(7);
  at.brings = false;
  at.stream?.reset();
  await at.pass(0);
  at.brings = true;
  await at.pass(ASK_EVERY);
  assert.deepEqual(at.told, [null, null]);
  await at.pass(ASK_EVERY);
  assert.deepEqual(at.told, [null, null]);
});

/** Columns as lists, whatever holds them. @param {import('../../wwwroot/js/data/columns.js').Columns} columns */
const plain = ({ size, rowOf, ...lists }) => Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, Array.from({ length: size }, (_, row) => list.at(row))]).concat([
  ['rows', Array.from({ length: size }, (_, row) => rowOf.get(lists.ids.at(row) ?? ''))],
]));

test('Columns with changes are those of the features as they are now', () => {
  const before = columnsOf(feature('a'), feature('b', { killed_low: 3 }), feature('c', { side: 'AF' }, null));
  const after = withChanges(before, [feature('d', { kind: 'shelling' }), feature('b', { killed_low: 5, district: 'Kurram' })], new Set(['a', 'b', 'd', 'x']), KINDS);
  assert.deepEqual(plain(after), plain(columnsOf(feature('d', { kind: 'shelling' }), feature('b', { killed_low: 5, district: 'Kurram' }), feature('c', { side: 'AF' }, null))));
});
