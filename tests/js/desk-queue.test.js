// @ts-check
// The review queue without a page: its address, its list and choice.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deedOf } from '../../wwwroot/js/desk/queue-keys.js';
import { decisionsOf, Listed } from '../../wwwroot/js/desk/queue-list-state.js';
import { addressOf, EVERYTHING, filtersSet, idsOf, listsTheSame, queryOf, readState, refOf } from '../../wwwroot/js/desk/queue-state.js';
import { keptFirst } from '../../wwwroot/js/desk/queue-views.js';

/** @param {string} id @param {Partial<import('../../wwwroot/js/desk/queue-state.js').Item>} [more] @returns {import('../../wwwroot/js/desk/queue-state.js').Item} */
const item = (id, more = {}) => ({ kind: 'draft', id, other: null, version: 1, at: '2026-05-01T00:00:00Z', owner: 'cy', incident: id, title: id, other_title: null, about: null, score: null, ...more });

test('The address holds the whole state and gives it back', () => {
  const state = { kind: /** @type {const} */ ('submitted'), place: '1108562519', owner: 'cy', from: '2026-05-01', until: '2026-05-31', q: 'تورخم & more', open: 'i-a~i-b' };
  assert.deepEqual(readState(addressOf(state).slice('desk'.length)), state);
  assert.equal(addressOf(EVERYTHING), 'desk');
});

test('What the address says wrongly is left out', () => assert.deepEqual(readState('?kind=all&from=2026-02-30&until=soon&q=%20'), EVERYTHING));

test('The last day asked for is meant whole', () => assert.equal(queryOf({ ...EVERYTHING, from: '2026-05-01', until: '2026-05-31' }), 'limit=50&from=2026-05-01&until=2026-06-01'));

test('Opening an item lists the same; a filter does not; the kind is no filter of the counter', () => {
  const some = { ...EVERYTHING, kind: /** @type {const} */ ('draft'), q: 'x' };
  assert.ok(listsTheSame(some, { ...some, open: 'i-a' }));
  assert.ok(!listsTheSame(some, { ...some, q: 'y' }));
  assert.equal(filtersSet(some), 1);
});

test('A pair is named by both, whatever is open', () => {
  assert.deepEqual(idsOf(refOf(item('i-a', { other: 'i-b' }))), ['i-a', 'i-b']);
  assert.deepEqual(idsOf(refOf(item('i-a'))), ['i-a', null]);
});

test('What is chosen outlives a page and a reload, and nothing that is gone stays chosen', () => {
  const listed = new Listed();
  listed.replace([item('a'), item('b')], false);
  listed.choose('a');
  listed.append([item('b'), item('c')], true);
  assert.deepEqual(listed.items.map(refOf), ['a', 'b', 'c']);
  listed.choose('c');
  listed.replace([item('d'), item('c')], true);
  assert.deepEqual(listed.chosenItems.map(refOf), ['c']);
  listed.chooseAll(true);
  assert.equal(listed.chosen.size, 2);
  listed.choose('d');
  assert.deepEqual([...listed.chosen], ['c']);
  listed.replace([item('c', { version: 2 })], true);
  assert.equal(listed.chosen.size, 0);
});

test('After decided items are gone the next one takes their place, at the end the last', () => {
  const listed = new Listed();
  listed.replace(['a', 'b', 'c', 'd'].map((id) => item(id)), true);
  listed.chooseAll(true);
  assert.equal(listed.remove(['b', 'c']), 'd');
  assert.deepEqual([...listed.chosen], ['a', 'd']);
  assert.equal(listed.remove(['d']), 'a');
  assert.equal(listed.remove(['elsewhere']), null);
  assert.equal(listed.remove(['a']), null);
});

test('Steps stay within the list; from nowhere they begin at the top', () => {
  const listed = new Listed();
  listed.replace([item('a'), item('b')], true);
  assert.equal(listed.beside('a', 1)?.id, 'b');
  assert.equal(listed.beside('b', 1)?.id, 'b');
  assert.equal(listed.beside('a', -1)?.id, 'a');
  assert.equal(listed.beside('', 1)?.id, 'a');
});

test('A later look tells what came, what changed and what went, and nothing of pages that it did not read', () => {
  const listed = new Listed();
  const at = (/** @type {number} */ day) => ({ at: `2026-05-0${day}T00:00:00Z` });
  listed.replace([item('a', at(5)), item('b', at(4)), item('c', at(3)), item('d', at(1))], false);
  assert.deepEqual(listed.differs([item('a', at(5)), item('b', at(4))], false), { added: 0, changed: 0, gone: 0 });
  assert.deepEqual(listed.differs([item('n', at(6)), item('b', { ...at(4), version: 2 }), item('c', at(3))], false), { added: 1, changed: 1, gone: 1 });
  assert.deepEqual(listed.differs([], true), { added: 0, changed: 0, gone: 4 });
});

test('Decisions name the version that was seen and are sent in requests that the server takes', () => {
  const sent = decisionsOf(Array.from({ length: 150 }, (_, n) => item(`i-${n}`, { version: n })), 'accept', 'checked');
  assert.deepEqual(sent.map((request) => request.length), [100, 50]);
  assert.deepEqual(sent[1][0], { kind: 'draft', id: 'i-100', version: 100, decision: 'accept', reason: 'checked' });
  assert.equal(decisionsOf([item('i-a', { kind: 'duplicate', other: 'i-b' })], 'reject', 'two')[0][0].other, 'i-b');
});

test('Keys', () => assert.deepEqual(['j', 'ArrowUp', 'a', 'r', 'x', '?', 'Escape', 'q'].map(deedOf), ['next', 'before', 'accept', 'reject', 'choose', 'help', 'close', null]));

/** @param {Record<string, unknown>} [more] @returns {any} */
const incident = (more = {}) => ({ id: 'i-a', status: 'published', claims: [{ id: 'c-1' }], sources: [{ source: 's-dawn' }], ...more });

test('What is published is kept of two, else what tells more, else the first', () => {
  const other = incident({ id: 'i-b', status: 'draft', claims: [] });
  assert.equal(keptFirst(other, incident()).id, 'i-a');
  assert.equal(keptFirst(incident({ claims: [] }), incident({ id: 'i-c' })).id, 'i-c');
  assert.equal(keptFirst(incident(), incident({ id: 'i-c' })).id, 'i-a');
});
