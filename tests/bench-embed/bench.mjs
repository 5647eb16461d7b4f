// node tests/bench-embed/bench.mjs [--rows 10000] [--runs 5] [--homes FOLDER]
// A report of somebody else with BorderMap in it (the element; the frame) beside the same report with the same points on a plain Leaflet map, in turn in one run.
// Needs src/BorderMap.Web and tests/BorderMap.Benchmarks built in Release and `npm ci` here. Bytes are told by kind: the base map is data, and Leaflet has none here.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { openProduct } from '../bench-map/product.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const { values: options } = parseArgs({ options: { rows: { type: 'string', default: '10000' }, runs: { type: 'string', default: '5' }, homes: { type: 'string' } } });
const KINDS = ['none', 'element', 'frame', 'leaflet'];
/** Milliseconds after all is shown in which what comes behind is counted too. */
const AFTER = 1500;

const median = (/** @type {number[]} */ list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** Runs in the page before its own scripts. */
const WATCH = () => {
  const bench = window.bench = { shift: 0, long: 0, blocked: 0, longest: 0 };
  const watch = (type, add) => new PerformanceObserver((list) => list.getEntries().forEach(add)).observe({ type, buffered: true });
  watch('layout-shift', ({ value }) => { bench.shift += value; });
  watch('longtask', ({ duration }) => { bench.long++; bench.blocked += duration - 50; bench.longest = Math.max(bench.longest, duration); });
};

const LEAFLET = `
  const map = L.map('map', { preferCanvas: true }).setView([33, 69], 6.25);
  const { features } = await (await fetch('data.json')).json();
  for (const { geometry, properties } of features) if (geometry) L.circleMarker(geometry.coordinates.toReversed(), { radius: 4, weight: 1 }).bindPopup(properties.title).addTo(map);
  document.getElementById('map').dataset.ready = 'true';`;

/** @param {string} kind @param {string} site */
function report(kind, site) {
  const words = '<p>What was reported, where and when, and who says so.</p>'.repeat(6);
  const map = {
    none: '<div id="map" data-ready="true"></div>',
    element: `<border-map id="map"></border-map><script type="module">import '${site}/embed.js'; document.getElementById('map').addEventListener('ready', ({ target }) => { target.dataset.ready = 'true'; });</script>`,
    frame: `<iframe id="map" src="${site}/embed"></iframe><script type="module">import { frame } from '${site}/js/embed/frame.js'; const map = document.getElementById('map'); frame(map).addEventListener('ready', () => { map.dataset.ready = 'true'; });</script>`,
    leaflet: `<div id="map"></div><link rel="stylesheet" href="/leaflet.css"><script src="/leaflet.js"></script><script type="module">${LEAFLET}</script>`,
  }[kind];
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>A report</title><style>#map{display:block;height:480px;width:100%;border:0}</style><h1>A report</h1>${words}${map}${words}`;
}

/** The host of the reports. @param {string} site @param {string} data */
function serveReports(site, data) {
  const file = (/** @type {string} */ name) => gzipSync(readFileSync(join(HERE, 'node_modules/leaflet/dist', name)));
  const files = { '/leaflet.js': ['text/javascript', file('leaflet.js')], '/leaflet.css': ['text/css', file('leaflet.css')], '/data.json': ['application/json', gzipSync(readFileSync(data))] };
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const [type, body] = files[/** @type {keyof typeof files} */ (path)] ?? ['text/html', gzipSync(report(path.slice(1), site))];
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' }).end(body);
  });
  return new Promise((resolve) => { server.listen(0, () => resolve({ url: `http://localhost:${/** @type {any} */ (server.address()).port}`, close: () => server.close() })); });
}

/** What crosses the wire: code, and data with the base map. @param {import('playwright-core').CDPSession} client */
async function countBytes(client) {
  const urls = new Map();
  const bytes = { code: 0, data: 0 };
  await client.send('Network.enable');
  client.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, request.url));
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const { pathname } = new URL(urls.get(requestId) ?? 'http://none/');
    if (KINDS.includes(pathname.slice(1))) return;
    bytes[/^\/(basemap|api|vocabulary)\/|^\/data\.json/.test(pathname) ? 'data' : 'code'] += encodedDataLength;
  });
  return bytes;
}

/** @param {string} kind @param {string} host */
async function measure(kind, host) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run', '--site-per-process'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1100, height: 900 } });
    await page.addInitScript(WATCH);
    const client = await page.context().newCDPSession(page);
    const bytes = await countBytes(client);
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    const began = performance.now();
    await page.goto(`${host}/${kind}`);
    await page.waitForFunction(() => document.getElementById('map')?.dataset.ready);
    const ready = performance.now() - began;
    await page.waitForTimeout(AFTER);
    const { metrics } = await client.send('Performance.getMetrics');
    const of = (/** @type {string} */ wanted) => (metrics.find(({ name }) => name === wanted)?.value ?? 0) * 1000;
    if (kind === 'frame') {
      // A frame of another site is a process of its own, which the session of the page does not see.
      const inside = await page.frames()[1].evaluate(() => [...performance.getEntriesByType('resource'), ...performance.getEntriesByType('navigation')].map(({ name, transferSize }) => [new URL(name).pathname, transferSize]));
      for (const [path, size] of inside) bytes[/^\/(basemap|api|vocabulary)\//.test(path) ? 'data' : 'code'] += size;
    }
    return { code: bytes.code / 1e3, data: bytes.data / 1e3, ready, main: of('TaskDuration'), script: of('ScriptDuration'), ...await page.evaluate(() => window.bench) };
  } finally {
    await browser.close();
  }
}

const product = await openProduct(Number(options.rows), options.homes);
const reports = await serveReports(product.url, product.data);
/** @type {Record<string, Record<string, number>[]>} */
const found = Object.fromEntries(KINDS.map((kind) => [kind, []]));
try {
  await measure('element', reports.url); // The server compresses its files once.
  for (let run = 0; run < Number(options.runs); run++) for (const kind of KINDS) found[kind].push(await measure(kind, reports.url));
} finally {
  reports.close();
  await product.close();
}
const COLUMNS = ['code', 'data', 'ready', 'main', 'script', 'long', 'longest', 'blocked', 'shift'];
const of = (/** @type {string} */ kind, /** @type {string} */ name) => median(found[kind].map((one) => one[name]));
console.log(`${cpus().length} cores, load ${loadavg()[0].toFixed(1)}, ${options.rows} incidents, medians of ${options.runs} runs`);
console.log('code and data (with the base map) kB over the wire; ready, main (worked by the page\'s main thread), script, longest task, blocked (beyond 50 ms a task) in ms; layout shift');
console.log(`| | ${COLUMNS.join(' | ')} |\n|${'---|'.repeat(COLUMNS.length + 1)}`);
for (const kind of KINDS) console.log(`| ${kind} | ${COLUMNS.map((name) => (name === 'shift' ? of(kind, name).toFixed(4) : of(kind, name).toFixed(name === 'long' ? 0 : 1))).join(' | ')} |`);
for (const kind of ['element', 'frame']) console.log(`${kind} : leaflet  ${['code', 'data', 'ready', 'main', 'script'].map((name) => `${name} ${(of(kind, name) / Math.max(of('leaflet', name), 1e-9)).toFixed(2)}`).join(', ')}`);
