// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { both, fought } from '../../wwwroot/js/desk/conflict.js';
import { differences, meet, withChanges } from '../../wwwroot/js/desk/difference.js';
import { differenceWords } from '../../wwwroot/js/desk/difference-words.js';
import { pairRows, wholeRows } from '../../wwwroot/js/desk/side-by-side.js';
import { wordDifference } from '../../wwwroot/js/desk/word-difference.js';

/** @type {Record<string, string>} */
const CALLED = { armed_clash: 'Armed clash', shelling: 'Shelling', 'taliban': 'Taliban government', 'pak-military': 'Pakistan’s military', 's-1': 'Dawn · Clashes', '421': 'Spin Boldak', '422': 'Chaman', 'e-1': 'October 2025' };
const called = (/** @type {string} */ id) => CALLED[id] ?? id;
const NAMES = { kind: called, place: called, around: (/** @type {string} */ id) => (id === '421' ? 'Kandahar' : ''), actor: called, source: called, episode: called, group: (/** @type {{side?: string|null, category?: string}} */ { side, category }) => [side === 'PK' ? 'Pakistani side' : side, category].filter(Boolean).join(', ') };

/** @type {any} */
const BASE = {
  id: 'i-1', version: 3, status: 'published', title: 'Clash', kind: 'armed_clash', cross_border: true, date: { start: '2025-10-11', end: '2025-10-12', precision: 'range', words: 'overnight' },
  places: [{ place: '421', role: 'scene', precision: 'district' }, { place: '422', role: 'scene', precision: 'district' }], actors: [{ actor: 'taliban', role: 'party' }],
  claims: [{ id: 'c-1', about: 'toll', claimant: 'taliban', stance: 'asserts', group: { side: 'PK', category: 'soldiers' }, killed: { min: 58, max: 58 } }], sources: [{ source: 's-1' }], sensitivity: {}, derived: { grade: 'weak' },
};

/** @param {(document: any) => void} edit */
function edited(edit) {
  const copy = structuredClone(BASE);
  edit(copy);
  return copy;
}

/** @param {any} before @param {any} after */
const said = (before, after) => differenceWords(before, after, NAMES).map(({ what, before: was, after: is }) => `${what}: ${was} → ${is}`);

/** @type {[string, (document: any) => void, string[]][]} */
const CHANGES = [
  ['the store’s own', (d) => { d.version = 4; d.derived = {}; d.id = 'i-2'; }, []],
  ['what holds by default', (d) => { d.claims[0].part = 'total'; d.claims[0].objects = []; d.sensitivity.show_as = 'full'; d.estimates = []; d.notes = ''; }, []],
  ['a kind and a title', (d) => { d.kind = 'shelling'; d.title = 'Shelling at night'; }, ['Title: Clash → Shelling at night', 'Kind: Armed clash → Shelling']],
  ['a date', (d) => { d.date = { start: '2025-10-12', end: '2025-10-12', precision: 'day' }; }, ['Date: 11–12 October 2025 (“overnight”) → 12 October 2025']],
  ['a figure, as a whole', (d) => { d.claims[0].killed = { min: 58, words: 'at least 58' }; }, ['Claim of Taliban government: killed: 58 → 58 or more (“at least 58”)']],
  ['zero for nothing', (d) => { d.claims[0].injured = { min: 0, max: 0 }; }, ['Claim of Taliban government: injured:  → 0']],
  ['a new claim', (d) => { d.claims.push({ about: 'toll', claimant: 'pak-military', stance: 'denies', source: 's-1', killed: { min: 23, max: 23 } }); },
    ['Claim:  → Pakistan’s military denies: 23 killed, Dawn · Clashes']],
  ['a claim gone', (d) => { d.claims = []; }, ['Claim: Taliban government says: 58 killed (Pakistani side, soldiers) → ']],
  ['the principal place', (d) => { d.places.reverse(); }, ['Order of the places (the first is the principal one): Spin Boldak · Chaman → Chaman · Spin Boldak']],
  ['a moved place, once', (d) => { Object.assign(d.places[0], { lon: 66.4, lat: 31, radius_m: 3000, precision: 'near' }); },
    ['Place Spin Boldak: precision: district → neighbourhood', 'Place Spin Boldak: position: the place’s own → 31.0000, 66.4000 within 3 km']],
  ['what the public may see', (d) => { d.sensitivity = { show_as: 'province', public_from: '2026-01-02T03:04:00Z' }; }, ['Shown as: it is → its province only', 'Not public before:  → 2 Jan 2026, 03:04 UTC']],
  ['the state', (d) => { d.status = 'retracted'; }, ['State: published → retracted']],
  ['all that a claim can say', (d) => { d.claims = [{ ...d.claims[0], id: 'c-2', speaker: 'a spokesman', said_on: '2025-10-13', period: { start: '2025-10-11', end: '2025-10-12' }, part: 'breakdown', supersedes: 'c-1' }]; }, [
    'Claim: Taliban government says: 58 killed (Pakistani side, soldiers) → ',
    'Claim:  → Taliban government says: 58 killed (Pakistani side, soldiers), through a spokesman, said 13 October 2025, for 11–12 October 2025, part of a total, replaces an earlier claim']],
  ['where a place was read', (d) => { d.places.push({ words: 'تورخم', precision: 'near', source: 's-1', span: { quote: 'near Torkham' } }); }, ['Place:  → تورخم, scene, neighbourhood, Dawn · Clashes, “near Torkham”']],
  ['an estimate by side', (d) => { d.estimates = [{ by: 'UCDP', release: '25.1', low: 3, high: 9, by_side: { AF: 2, PK: 1 } }]; }, ['Estimate:  → UCDP 25.1: low 3, high 9, AF 2, PK 1']],
  ['a field that nobody has named yet', (d) => { d.best_guess = { a: 1 }; d.notes = 'call again'; }, ['Notes for editors:  → call again', 'best guess:  → a 1']],
  ['an estimate of the editors', (d) => { d.estimates = [{ by: 'editors', best: 40, reason: 'hospital lists' }]; }, ['Estimate:  → the editors: best 40, because hospital lists']],
];

for (const [what, edit, expected] of CHANGES) test(`A difference in words: ${what}`, () => assert.deepEqual(said(BASE, edited(edit)), expected));

test('A first version is told whole', () => {
  const words = said(null, BASE);
  assert.ok(words.includes('Place:  → Spin Boldak, Kandahar, scene, district'), words.join('\n'));
  assert.equal(words[0], 'State:  → published');
});

test('Two changes meet where they are about the same field, or one took away what the other changed', () => {
  const ours = differences(BASE, edited((d) => { d.title = 'A'; d.claims[0].killed = { min: 60, max: 60 }; }));
  const others = differences(BASE, edited((d) => { d.title = 'B'; d.claims = []; }));
  const apart = differences(BASE, edited((d) => { d.kind = 'shelling'; d.claims[0].injured = { min: 1, max: 1 }; }));
  assert.equal(ours.filter((one) => others.some((other) => meet(one, other))).length, 2);
  assert.ok(!ours.some((one) => apart.some((other) => meet(one, other))));
});

test('The changes of one version done to another give what both wanted, and lose nothing', () => {
  const mine = edited((d) => { d.title = 'Mine'; d.places.reverse(); Object.assign(d.places[0], { lon: 66.4, lat: 31 }); d.claims.push({ claimant: 'pak-military', killed: { min: 23, max: 23 } }); d.sensitivity.show_as = 'province'; });
  const theirs = { ...edited((d) => { d.claims[0].killed = { min: 60 }; d.actors = []; d.notes = 'theirs'; }), version: 4 };
  const made = both({ base: BASE, mine, theirs });
  assert.deepEqual([made.title, made.notes, made.actors, made.claims.map(({ killed }) => killed?.min), made.places.map(({ place }) => place), made.places[0].lon, made.sensitivity.show_as, made.version],
    ['Mine', 'theirs', [], [60, 23], ['422', '421'], 66.4, 'province', 4]);
  assert.deepEqual(fought({ base: BASE, mine, theirs }), []);
  assert.equal(theirs.title, 'Clash', 'what they saved is not touched');
});

test('Where both changed a field mine stands, and it is said', () => {
  const mine = edited((d) => { d.title = 'Mine'; d.claims[0].killed = { min: 60, max: 60 }; });
  const theirs = edited((d) => { d.title = 'Theirs'; d.claims = []; });
  assert.deepEqual(fought({ base: BASE, mine, theirs }).map(({ part }) => part), ['title', 'claims']);
  assert.equal(both({ base: BASE, mine, theirs }).title, 'Mine');
  assert.deepEqual(withChanges(BASE, differences(BASE, theirs)).claims, []);
});

test('A document of its own is told field by field, without its state', () => {
  const rows = new Map(wholeRows({ ...BASE, sensitivity: { show_as: 'district' } }, NAMES).map(({ label, lines }) => [label, lines]));
  assert.deepEqual([...rows.keys()], ['Title', 'Kind', 'Across the border', 'Date', 'Places', 'Actors', 'Claims', 'Sources', 'What the public may see']);
  assert.deepEqual(rows.get('Places'), ['Spin Boldak, Kandahar, scene, district', 'Chaman, scene, district']);
  assert.deepEqual(rows.get('What the public may see'), ['Shown as: its district only']);
});

test('Two incidents stand side by side by the same fields, without the keys of their rows', () => {
  const other = edited((d) => { d.title = 'Fire at Spin Boldak'; d.claims = []; d.notes = 'call again'; d.source_keys = ['ucdp:1']; });
  const rows = new Map(pairRows(BASE, other, NAMES).map(({ part, sides }) => [part, sides]));
  assert.deepEqual(rows.get('title'), [['Clash'], ['Fire at Spin Boldak']]);
  assert.deepEqual(rows.get('claims'), [['Taliban government says: 58 killed (Pakistani side, soldiers)'], []]);
  assert.deepEqual(rows.get('notes'), [[], ['call again']]);
  assert.ok(!rows.has('source_keys'));
});

test('Texts are compared word by word', () => {
  const pieces = wordDifference('Shelling of Torkham crossing', 'Heavy shelling of Torkham');
  assert.equal(pieces.filter(({ is }) => is !== 'new').map(({ text }) => text).join(''), 'Shelling of Torkham crossing');
  assert.deepEqual(pieces.map(({ text, is }) => `${is} ${text.trim()}`), ['gone Shelling', 'new Heavy shelling', 'kept of Torkham', 'gone crossing']);
  assert.deepEqual(wordDifference('Fire across the line', 'Fire across the line at Kitkot'), [{ text: 'Fire across the line ', is: 'kept' }, { text: 'at Kitkot', is: 'new' }]);
});
