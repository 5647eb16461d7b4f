// @ts-check
// The builder: what is chosen stands in its address, and the codes say what was chosen, whatever a title holds.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readChoices, writeChoices } from '../../wwwroot/js/author/choices.js';
import { addressesOf, componentCode, iframeCode, markdownCode, pictureCode } from '../../wwwroot/js/author/codes.js';

const SITE = 'https://map.example/';
const SAID = { title: 'Strikes', open: 'Open the full map', alt: 'Strikes, October' };

test('The builder’s address holds all that is chosen, and says what it could not read', () => {
  const query = 'datetime=2025-10-01/2025-10-31&kind=air&asOf=57&view=8/34.1/71&widget=counter&theme=dark&locked=true&title=Strikes%20%26%20more&size=640x480&stored=e-abcdefghij&page-lang=ur';
  const { refused, ...choices } = readChoices(query);
  assert.deepEqual(refused, []);
  assert.deepEqual([choices.size, choices.stored, choices.options.widget, choices.state.asOf], [{ ratio: '', width: 640, height: 480 }, 'e-abcdefghij', 'counter', '57']);
  assert.equal(writeChoices(choices), query);
  assert.equal(writeChoices(readChoices('')), '');
  for (const wrong of ['size=10x10', 'size=9999x400', 'stored=../x', 'widget=clock', 'size=wide']) assert.deepEqual(readChoices(wrong).refused, [{ name: wrong.split('=')[0], value: wrong.split('=')[1] }]);
});

test('Each code leads to the address of what was chosen', () => {
  const choices = readChoices('kind=air&widget=line&theme=dark&size=4/3');
  const { frame, picture, map } = addressesOf(choices, SITE);
  assert.equal(frame, 'https://map.example/embed?kind=air&widget=line&theme=dark');
  assert.equal(map, 'https://map.example/?kind=air');
  assert.equal(picture, 'https://map.example/snapshot.svg?kind=air&widget=line&width=960&height=720');
  assert.equal(iframeCode(choices, SITE, SAID), '<iframe src="https://map.example/embed?kind=air&amp;widget=line&amp;theme=dark" title="Strikes" width="100%" height="720" style="border:0;aspect-ratio:4/3;height:auto;min-height:440px" loading="lazy" allowfullscreen></iframe>');
  assert.match(componentCode(choices, SITE, SAID), /^<script type="module" src="https:\/\/map\.example\/embed\.js"><\/script>\n<border-map state="kind=air" view="line" theme="dark" style="display:block;aspect-ratio:4\/3;height:auto;min-height:440px">\n {2}<a [^>]+><img [^>]+><\/a>\n<\/border-map>$/);
  assert.equal(markdownCode(choices, SITE, SAID), `[![Strikes, October](${picture})](${map})`);
});

test('A stored embed is known by its id, so that the page need not change with it', () => {
  const choices = readChoices('kind=air&stored=e-abcdefghij&size=640x480');
  assert.match(iframeCode(choices, SITE, SAID), /^<iframe src="https:\/\/map\.example\/embed\/e-abcdefghij" title="Strikes" width="640" height="480"/);
  assert.match(componentCode(choices, SITE, SAID), /<border-map embed="e-abcdefghij" style="/);
  assert.equal(addressesOf(choices, SITE).direct, 'https://map.example/embed?kind=air');
});

test('No title leaves its attribute or its brackets', () => {
  const title = '"><script>alert(1)</script> [x](javascript:1) `&amp;';
  const choices = readChoices(`title=${encodeURIComponent(title)}`);
  const said = { title, open: title, alt: title };
  for (const code of [iframeCode(choices, SITE, said), componentCode(choices, SITE, said), pictureCode(choices, SITE, said)]) {
    assert.equal(code.match(/<script/g)?.length ?? 0, code.startsWith('<script type="module" src="https://map.example/embed.js">') ? 1 : 0);
    assert.equal((code.match(/"/g) ?? []).length % 2, 0);
  }
  assert.match(markdownCode(choices, SITE, said), /^\[!\[[^\]]*\\\]\(javascript:1\)[^\]]*\]\(https:/);
});
