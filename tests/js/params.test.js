// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULTS, GRADES, PRECISIONS, SIDES, readState, writeState } from '../../wwwroot/js/state/params.js';
import { Store } from '../../wwwroot/js/state/store.js';

test('The default state has an empty address', () => {
  assert.equal(writeState(DEFAULTS), '');
  assert.deepEqual(readState('').state, DEFAULTS);
});

test('A state is written with the API’s names, readably', () => {
  const state = {
    ...DEFAULTS, datetime: '2025-10-11/..', timeMatch: 'certain', kind: ['air', 'shelling'], killedMin: 10, crossBorder: true, q: 'Spin Boldak',
    view: { zoom: 7.25, lat: 33.5, lon: 70.12344 }, highlight: ['i-abcdefghij'],
  };
  assert.equal(writeState(state),
    'datetime=2025-10-11/..&time-match=certain&kind=air,shelling&killed-min=10&cross-border=true&q=Spin%20Boldak&view=7.25/33.5/70.1234&highlight=i-abcdefghij');
});

test('Only the filter goes to exports', () => {
  assert.equal(writeState({ ...DEFAULTS, grade: ['weak'], view: { zoom: 5, lat: 1, lon: 2 }, highlight: ['i-abcdefghij'] }, { filterOnly: true }), 'grade=weak');
});

test('Five hundred arbitrary states come back as they were', () => {
  const random = numbers(20251012);
  for (let turn = 0; turn < 500; turn++) {
    const state = arbitrary(random);
    const { state: again, refused } = readState(`?${writeState(state)}`);
    assert.deepEqual(again, state);
    assert.deepEqual(refused, []);
  }
});

test('What cannot be read is left out and told', () => {
  for (const query of ['datetime=yesterday', 'side=XX', 'grade=certain', 'killed-min=-1', 'killed-min=1e3', 'cross-border=yes', 'bbox=1,2,3', 'bbox=71,33,70,34', 'within=69,33,70,33', 'within=0,0,2,2,2,0,0,2', 'within=0,0,2,0,1,0', 'within=0,0,1,0,1,91', 'within=0,0,1,0,1,x', 'bbox=-200,0,0,1',
    'view=a/b/c', 'view=7/33', 'asOf=now', 'precision=exactly', 'colour=red']) {
    const { state, refused } = readState(query);
    const [name, value] = query.split('=');
    assert.deepEqual(state, DEFAULTS, query);
    assert.deepEqual(refused, [{ name, value }], query);
  }
});

test('A change enters the history, a move of the map does not', () => {
  /** @type {string[]} */
  const log = [];
  const store = new Store({ pathname: '/', search: '?kind=air' }, { push: (url) => log.push(`push ${url}`), replace: (url) => log.push(`replace ${url}`) });
  /** @type {string[][]} */
  const heard = [];
  store.subscribe((_, changed) => heard.push([...changed]));
  store.set({ grade: ['fair'] });
  store.set({ grade: ['fair'] });
  store.set({ view: { zoom: 6, lat: 33, lon: 70 } }, 'replace');
  store.set({ datetime: '2025-10-11' }, 'silent');
  store.set({ datetime: '2025-10-12' }, 'silent');
  store.set({ datetime: '2025-10-12' });
  assert.deepEqual(log, ['push /?kind=air&grade=fair', 'replace /?kind=air&grade=fair&view=6/33/70', 'push /?datetime=2025-10-12&kind=air&grade=fair&view=6/33/70']);
  store.restore('?kind=air');
  assert.deepEqual(heard, [['grade'], ['view'], ['datetime'], ['datetime'], ['datetime', 'grade', 'view']]);
  assert.equal(store.url('embed'), 'embed?kind=air');
});

test('Clearing drops the filter and keeps the picture', () => {
  const store = new Store({ pathname: '/', search: '?kind=air&q=fence&view=6/33/70&mode=cumulative' }, { push: () => {}, replace: () => {} });
  store.clear();
  assert.equal(store.url(), '/?view=6/33/70&mode=cumulative');
});

/** Reproducible numbers from 0 to 1 (mulberry32). @param {number} seed */
function numbers(seed) {
  return () => {
    seed = seed + 0x6d2b79f5 | 0;
    let mixed = Math.imul(seed ^ seed >>> 15, 1 | seed);
    mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed;
    return ((mixed ^ mixed >>> 14) >>> 0) / 4294967296;
  };
}

/** @param {() => number} random @returns {import('../../wwwroot/js/state/params.js').State} */
function arbitrary(random) {
  const one = (/** @type {readonly any[]} */ list) => list[Math.floor(random() * list.length)];
  const some = (/** @type {readonly string[]} */ list) => list.filter(() => random() < 0.3);
  const places = ['421168799', 'x-torkham-crossing', '1360701001'];
  return {
    datetime: one(['', '2025-10-12', '2025-10-11/2025-10-19', '../2025-10-19', '2025-10-11T18:00:00Z/..']), timeMatch: one(['possible', 'certain']),
    kind: some(['air', 'shelling', 'other']), actor: some(['pak-military', 'iskp']), publisher: some(['Dawn', 'Khaama Press, Kabul']), place: some(places), side: some(SIDES), lineKm: one(['', '300..420', '..1500', '12.5..']), episode: some(['e-abcdefghij']), grade: some(GRADES),
    precision: some(PRECISIONS), ids: some(['i-abcdefghij', 'i-klmnopqrst']), killedMin: one([null, 0, 1, 250]), crossBorder: one([null, true, false]),
    q: one(['', 'تورخم', 'a&b=c', '100% sure?', 'Spin Boldak+Chaman', '“quoted”, etc.']), bbox: one(['', '69.5,33,71,34.5']), within: one(['', '69.5,33,71,33,70.2,34.5']), placeMatch: one(['point', 'possible', 'certain']), asOf: one(['', '12']),
    view: one([null, { zoom: 7.25, lat: 33.5, lon: -0.1234 }]), highlight: some(['i-abcdefghij']), layer: 'incidents', mode: one(['window', 'trail', 'cumulative']), chart: one(['', 'line']), measure: one(['count', 'killed']), worldview: 'neutral', lang: 'en',
  };
}
