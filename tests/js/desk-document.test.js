// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Autosave, newSlot } from '../../wwwroot/js/desk/autosave.js';
import { emptyDocument, filled, isSame, sectionOf, slugOf, sourcesOf, tidy, titleBy } from '../../wwwroot/js/desk/document.js';

test('What is empty is not sent, what is 0 or false is', () => {
  const document = { ...emptyDocument(), title: '  Clash  ', kind: 'armed_clash', claims: [{ claimant: '', killed: { min: 0, max: 0 }, objects: [] }, {}], sensitivity: {}, derived: { grade: 'weak' }, version: 3 };
  assert.deepEqual(tidy(document), { status: 'draft', title: 'Clash', kind: 'armed_clash', cross_border: false, date: { precision: 'unknown' }, claims: [{ killed: { min: 0, max: 0 } }] });
});

test('A document that was not changed is the same, whatever the order of its names', () => {
  assert.ok(isSame(filled({ title: 'A', kind: 'other' }), filled({ kind: 'other', title: 'A ', claims: [] })));
  assert.ok(!isSame(filled({ title: 'A' }), filled({ title: 'B' })));
});

test('Filling a document leaves the server’s own as it was', () => {
  const given = { title: 'A', places: [{ place: '1' }] };
  filled(given).places.push({ place: '2' });
  assert.equal(given.places.length, 1);
});

test('Sources are listed once', () => {
  assert.deepEqual(sourcesOf({ ...emptyDocument(), sources: [{ source: 's-a' }], claims: [{ source: 's-b' }, { source: 's-a' }, { source: null }], places: [{ source: 's-c' }] }), ['s-a', 's-b', 's-c']);
});

test('A title by rule', () => {
  assert.equal(titleBy({ kind: 'Shelling', place: 'Barmal', date: '11 October 2025' }), 'Shelling, Barmal, 11 October 2025');
  assert.equal(titleBy({ kind: 'Shelling', place: '', date: '' }), 'Shelling');
  assert.equal(titleBy({ kind: '', place: '', date: '' }), '');
});

test('A problem is shown at its section', () => {
  assert.equal(sectionOf('claims[2].killed.max'), 'claims');
  assert.equal(sectionOf('date.end'), 'date');
  assert.equal(sectionOf(''), '');
});

/** @returns {Storage} */
function storage(full = false) {
  const items = new Map();
  return /** @type {any} */ ({ get length() { return items.size; }, key: (/** @type {number} */ at) => [...items.keys()][at], getItem: (/** @type {string} */ key) => items.get(key) ?? null, removeItem: (/** @type {string} */ key) => items.delete(key),
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => { if (full) throw new Error('full'); items.set(key, value); } });
}

test('What was typed is found again by the same person, for the same incident', () => {
  const store = storage();
  const amina = new Autosave(store, 'amina', () => 5);
  assert.equal(amina.keep('i-1', filled({ title: 'A' }), 2), true);
  assert.deepEqual(amina.find('i-1'), { document: filled({ title: 'A' }), version: 2, at: 5 });
  assert.equal(amina.find('i-2'), null);
  assert.equal(new Autosave(store, 'bilal', () => 6).find('i-1'), null);
  amina.forget('i-1');
  assert.equal(amina.find('i-1'), null);
});

test('Each new incident has a slot of its own, and what was begun is found again, the last first, by its person alone', () => {
  const store = storage();
  let now = 0;
  const [amina, bilal] = ['amina', 'amina.new'].map((name) => new Autosave(store, name, () => ++now));
  const slots = [newSlot(), newSlot()];
  slots.forEach((slot, at) => amina.keep(slot, filled({ title: `New ${at}` }), null));
  amina.keep('i-1', filled({ title: 'Not new' }), 2);
  bilal.keep(newSlot(), filled({ title: 'Somebody else’s' }), null);
  assert.deepEqual(amina.begun().map(({ slot, document }) => [slot, document.title]), [[slots[1], 'New 1'], [slots[0], 'New 0']]);
  amina.forget(slots[1]);
  assert.equal(amina.begun().length, 1);
});

test('A full or broken store is said, not thrown', () => {
  assert.equal(new Autosave(storage(true), 'amina', () => 5).keep(newSlot(), emptyDocument(), null), false);
  const store = storage();
  store.setItem('bordermap.desk.amina.i-1', '{');
  assert.equal(new Autosave(store, 'amina', () => 5).find('i-1'), null);
});

test('An actor’s id is a slug of its name, or one of no meaning', () => {
  assert.equal(slugOf('Jamaat-ul-Ahrar (splinter)'), 'jamaat-ul-ahrar-splinter');
  assert.match(slugOf('تحریک'), /^actor-[0-9a-f]{8}$/);
});
