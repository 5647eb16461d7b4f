// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CONTROLS, DEFAULT_OPTIONS, THEMES, WIDGETS, queryOfAttributes, readEmbed, writeAttributes, writeEmbed } from '../../wwwroot/js/embed/options.js';
import { DEFAULTS } from '../../wwwroot/js/state/params.js';

const STATE = { ...DEFAULTS, datetime: '2025-10-09/2025-10-19', kind: ['air'], view: { zoom: 7, lat: 33, lon: 70 }, lang: 'ps' };
const OPTIONS = /** @type {import('../../wwwroot/js/embed/options.js').Options} */ ({ widget: 'line', controls: ['title', 'zoom'], theme: 'dark', accent: '0a7f5e', ground: 'transparent', locked: true, title: 'Süd & Ost <b>' });

test('An embed’s address holds the state and the options, and nothing of what stands at its default', () => {
  assert.equal(writeEmbed(DEFAULTS, DEFAULT_OPTIONS), '');
  assert.deepEqual(readEmbed(''), { state: DEFAULTS, options: DEFAULT_OPTIONS, refused: [] });
  assert.equal(writeEmbed(STATE, OPTIONS), 'datetime=2025-10-09/2025-10-19&kind=air&view=7/33/70&lang=ps&widget=line&controls=title,zoom&theme=dark&accent=0a7f5e&ground=transparent&locked=true&title=S%C3%BCd%20%26%20Ost%20%3Cb%3E');
});

test('Every value of every option comes back as it was', () => {
  const some = [...WIDGETS.map((widget) => ({ widget })), ...THEMES.map((theme) => ({ theme })), { controls: [] }, { controls: [...CONTROLS] }, { locked: true }, { title: '؟ ب' }];
  for (const one of some) {
    const options = /** @type {any} */ ({ ...OPTIONS, ...one });
    assert.deepEqual(readEmbed(`?${writeEmbed(STATE, options)}`), { state: STATE, options, refused: [] });
  }
});

test('Controls are read in any order and kept in one', () => assert.deepEqual(readEmbed('controls=zoom, title,zoom').options.controls, ['title', 'zoom']));

test('What is no option is left out and told', () => {
  for (const query of ['widget=javascript:', 'controls=title,script', 'controls=', 'theme=blue', 'accent=red', 'accent=fff;}body{', 'ground=//x', 'locked=yes', `title=${'x'.repeat(121)}`, 'frame=1', 'datetime=soon']) {
    const { state, options, refused } = readEmbed(query);
    const [name, value] = query.split('=');
    assert.deepEqual({ state, options, refused }, { state: DEFAULTS, options: DEFAULT_OPTIONS, refused: [{ name, value }] }, query);
  }
});

test('A title is one line of at most 120 characters, whatever their size', () => {
  assert.equal(readEmbed(`title=${encodeURIComponent(' a\n\tb\u0000 ')}`).options.title, 'a b');
  assert.equal(readEmbed(`title=${encodeURIComponent('𝄞'.repeat(120))}`).refused.length, 0);
});

test('The element’s attributes say the same as the address', () => {
  const attributes = writeAttributes(STATE, OPTIONS);
  const attribute = (/** @type {string} */ name) => attributes[name] ?? null;
  assert.deepEqual(attributes, { state: 'datetime=2025-10-09/2025-10-19&kind=air&view=7/33/70', lang: 'ps', view: 'line', controls: 'title,zoom', theme: 'dark', accent: '0a7f5e', ground: 'transparent', locked: 'true', title: 'Süd & Ost <b>' });
  assert.deepEqual(readEmbed(queryOfAttributes(attribute)), { state: STATE, options: OPTIONS, refused: [] });
});

test('An attribute wins over the state, and the state over what is stored', () => {
  const attributes = /** @type {Record<string, string>} */ ({ state: 'theme=dark&kind=air', theme: 'light', locked: '' });
  const { state, options } = readEmbed(queryOfAttributes((name) => attributes[name] ?? null, 'kind=shelling&grade=weak&theme=dark&accent=ff0000'));
  assert.deepEqual([state.kind, state.grade, options.theme, options.accent, options.locked], [['air'], ['weak'], 'light', 'ff0000', true]);
});
