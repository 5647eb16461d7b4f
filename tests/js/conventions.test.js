// @ts-check
// What holds for all of wwwroot.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../../wwwroot/', import.meta.url));

/** The messages of all pages. @type {import('../../wwwroot/js/text/t.js').Messages} */
const en = Object.assign({}, ...await Promise.all(readdirSync(join(ROOT, 'js/text')).filter((name) => /(^|-)en\.js$/.test(name)).map(async (name) => (await import(join(ROOT, 'js/text', name))).default)));

const FILES = readdirSync(ROOT, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  .filter((name) => !name.startsWith('lib/'));
const read = (/** @type {string} */ name) => readFileSync(join(ROOT, name), 'utf8');
/** What the server leaves out of scripts, by its own rule. */
const COMMENT = new RegExp(/GeneratedRegex\(@"(.+)", RegexOptions\.Multiline\)/.exec(readFileSync(join(ROOT, '../src/BorderMap.Web/Http/ScriptComments.cs'), 'utf8'))?.[1] ?? '', 'gm');
const sent = (/** @type {string} */ name) => (name.endsWith('.js') ? read(name).replace(COMMENT, (comment) => comment.replace(/[^\n]/g, '')) : read(name));
const MODULES = FILES.filter((name) => name.endsWith('.js'));
const PAGES = FILES.filter((name) => name.endsWith('.html'));

/** The entries of pages that the server makes. */
const OF_SERVER_MADE_PAGES = ['js/people/account.js', 'js/people/people.js', 'js/people/sign-in.js'];

/** What pages of others load. */
const OF_FOREIGN_PAGES = ['embed.js', 'js/embed/frame.js'];

/** The script that stands before Leaflet, and is no module. */
const BEFORE_LEAFLET = 'js/map/markup.js';

/** Lines that match, as `file:line text`. @param {string[]} files @param {RegExp} pattern @param {(name: string) => boolean} [allowed] */
const found = (files, pattern, allowed = () => false) => files.filter((name) => !allowed(name))
  .flatMap((name) => read(name).split('\n').flatMap((line, at) => (pattern.test(line) ? [`${name}:${at + 1} ${line.trim()}`] : [])));

test('The checks see the files', () => {
  assert.ok(MODULES.length > 30, `${MODULES.length} modules`);
  assert.deepEqual(PAGES.sort(), ['desk.html', 'embed.html', 'embed/new.html', 'index.html', 'places.html']);
});

test('No HTML is made from text', () => {
  assert.deepEqual(found([...MODULES, ...PAGES], /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|\beval\b|new Function/), []);
});

test('No address of a foreign host', () => {
  // The name of the SVG namespace is no address.
  assert.deepEqual(found(FILES.filter((name) => !name.endsWith('.png')), /(?:https?:)?\/\/[\w-]+\.[a-z]{2,}/i).filter((line) => !/http:\/\/www\.w3\.org\/2000\/svg/.test(line)), []);
});

test('Pages hold neither script nor style of their own, so that the content security policy needs no exception', () => {
  assert.deepEqual(found(PAGES, /<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)|javascript:/i), []);
  assert.deepEqual(found(MODULES, /setAttribute\('style'|style: ['"`]/), []);
});

test('What Leaflet may make markup of stands before it, wherever it is', () => {
  const withLeaflet = PAGES.filter((name) => read(name).includes('lib/leaflet/leaflet.js'));
  assert.deepEqual(withLeaflet.filter((name) => !read(name).includes(`  <script src="${BEFORE_LEAFLET}" defer></script>\n  <script src="lib/leaflet/leaflet.js" defer></script>\n`)), []);
  /** @type {((text: string) => string|null)[]} */
  const rules = [];
  runInNewContext(read(BEFORE_LEAFLET), { self: { trustedTypes: { createPolicy: (/** @type {string} */ name, /** @type {{createHTML(text: string): string|null}} */ policy) => { assert.equal(name, 'default'); rules.push(policy.createHTML); } } } });
  runInNewContext(read(BEFORE_LEAFLET), { self: {} });
  assert.deepEqual(['<svg/>', '', '50 km', '300 m', '<span aria-hidden="true">+</span>'].map(rules[0]), ['<svg/>', '', '50 km', '300 m', '<span aria-hidden="true">+</span>']);
  assert.deepEqual(['<svg onload=x>', '<b>', 'text', ' ', '50 km<b>', '<span aria-hidden="true">+</span><script>', '50 km\n'].filter((text) => rules[0](text) !== null), []);
});

test('Every module is checked by the type checker', () => assert.deepEqual(MODULES.filter((name) => !read(name).startsWith('// @ts-check\n')), []));

test('One module knows Leaflet’s global, one calls fetch', () => {
  assert.deepEqual(MODULES.filter((name) => /globalThis|window\.L\b/.test(read(name))), ['js/map/leaflet.js']);
  assert.deepEqual(MODULES.filter((name) => /\bfetch\(|XMLHttpRequest|EventSource|sendBeacon/.test(read(name))), ['js/data/api.js']);
});

test('Nothing reads the clock but what says on which day a reader retrieved what is cited', () => assert.deepEqual(found(MODULES, /Date\.now|new Date\(\)/, (name) => name === 'js/time/today.js'), []));

test('Files stay small', () => assert.deepEqual(MODULES.filter((name) => !name.startsWith('js/text/') && read(name).split('\n').length > 310), []));

test('Every message that is asked for exists, and every message is asked for', () => {
  const code = [...MODULES, ...PAGES].filter((name) => !(name.startsWith('js/text/') && name !== 'js/text/t.js')).map(read).join('\n');
  const asked = [...code.matchAll(/\bt\('([\w.]+)'|data-(?:text|label)="([\w.]+)"/g)].map((match) => match[1] ?? match[2]);
  assert.deepEqual(asked.filter((key) => !(key in en)), []);
  const prefixes = [...code.matchAll(/`([\w.]+)\.\$\{|(?:worded|choicesOf)\('([\w.]+)'/g)].map((match) => `${match[1] ?? match[2]}.`);
  const unused = Object.keys(en).filter((key) => !code.includes(`'${key}'`) && !code.includes(`"${key}"`) && !prefixes.some((prefix) => key.startsWith(prefix)));
  assert.deepEqual(unused, []);
});

test('Style sheets follow the direction of writing', () => {
  const sheets = FILES.filter((name) => name.endsWith('.css'));
  assert.deepEqual(found(sheets, /(^|[{;\s])((margin|padding|border)-(left|right)|left|right|text-align:\s*(left|right)|float)\s*:/), []);
});

/** Every module that one needs, itself included. @param {string} entry @param {boolean} [later] with those that it asks for when they are needed */
function closure(entry, later = false) {
  /** @type {Set<string>} */
  const needed = new Set();
  const imports = later ? /^import (?:[^'\n]*? from )?'(\.[^']+)'|\bimport\('(\.[^']+)'\)/gm : /^import (?:[^'\n]*? from )?'(\.[^']+)'/gm;
  const follow = (/** @type {string} */ name) => {
    if (needed.has(name)) return;
    needed.add(name);
    for (const [, now, then] of read(name).matchAll(imports)) follow(new URL(now ?? then, `file:///${name}`).pathname.slice(1));
  };
  follow(entry);
  return needed;
}

/** @param {string} page */
const entryOf = (page) => beside(page, read(page).match(/<script type="module" src="([^"]+)"/)?.[1] ?? '');

/** A relative address of a page, as the name of a file. @param {string} page @param {string} href */
const beside = (page, href) => new URL(href, `file:///${page}`).pathname.slice(1);

test('Pages name every module they need, so that the browser need not find them one behind the other', () => {
  const all = new Set([...PAGES.map(entryOf), ...OF_SERVER_MADE_PAGES, ...OF_FOREIGN_PAGES].flatMap((entry) => [...closure(entry, true)]));
  assert.deepEqual(MODULES.filter((name) => !all.has(name)), [BEFORE_LEAFLET]);
  for (const page of PAGES) {
    const needed = closure(entryOf(page));
    needed.delete(entryOf(page));
    assert.deepEqual([...read(page).matchAll(/rel="modulepreload" href="([^"]+)"/g)].map((match) => beside(page, match[1])).sort(), [...needed].sort(), page);
  }
});

test('Scripts without the comments that the server leaves out are the same scripts', () => {
  const printer = ts.createPrinter({ removeComments: true });
  const code = (/** @type {string} */ text) => printer.printFile(ts.createSourceFile('a.js', text, ts.ScriptTarget.ES2022));
  assert.deepEqual(MODULES.filter((name) => code(sent(name)) !== code(read(name))), []);
  const [all, left] = [read, sent].map((text) => MODULES.reduce((sum, name) => sum + text(name).length, 0));
  assert.ok(left < 0.9 * all, `${left} of ${all} letters`);
});

test('What the element loads names every module it needs', () => {
  const named = [...read('js/embed/parts.js').matchAll(/'(\.[^']+)'/g)].map(([, name]) => new URL(name, 'file:///js/embed/parts.js').pathname.slice(1));
  assert.deepEqual(named.sort(), [...closure('js/embed/view.js')].sort());
});

test('The element with all that its first view needs stays below 105 KB, which leaves 15 KB for headers', () => {
  const sheets = [...read('js/embed/styles.js').matchAll(/'([a-z]+)'/g)].map(([, name]) => `css/${name}.css`).filter((name) => FILES.includes(name));
  const bytes = ['embed.js', ...closure('js/embed/parts.js'), ...sheets].reduce((sum, name) => sum + brotliCompressSync(sent(name)).length, 0);
  assert.ok(sheets.length === 6 && bytes > 20 * 1024 && bytes < 105 * 1024, `${sheets.length} sheets, ${bytes} bytes`);
});

test('Every page stays below 300 KB over the wire, the map with Leaflet', () => {
  for (const page of PAGES) {
    const linked = [...read(page).matchAll(/(?:href|src)="((?:\.\.\/)?(?:css|js|lib|img)\/[^"]+)"/g)].map((match) => beside(page, match[1]));
    const bytes = [page, ...new Set(linked)].reduce((sum, name) => sum + gzipSync(readFileSync(join(ROOT, name))).length, 0);
    assert.ok(bytes > 5 * 1024 && bytes < 300 * 1024, `${page}: ${bytes} bytes`);
  }
});

test('A page names no sentence that it does not load', async () => {
  for (const page of PAGES) {
    const texts = [...closure(entryOf(page), true)].filter((name) => /^js\/text\/(.*-)?en\.js$/.test(name));
    const loaded = Object.assign({}, ...await Promise.all(texts.map(async (name) => (await import(join(ROOT, name))).default)));
    assert.deepEqual([...read(page).matchAll(/data-(?:text|label)="([^"]+)"/g)].map((match) => match[1]).filter((key) => !(key in loaded)), [], page);
  }
});
