// node tests/bench-map/bench.mjs [--rows 10000,200000] [--runs 3] [--only bordermap,markercluster,canvas,supercluster] [--homes FOLDER]
// The map in a browser beside its peers, on the same made-up incidents, in turn in one run. Needs both projects built in Release and `npm ci` here.
// Homes that are filled once can be kept in a folder. Wall time says little on a loaded machine: `cpu` is what the page's main thread worked.
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { cpus, loadavg } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { openProduct } from './product.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const STEPS = 200;
/** Steps of which the work is measured one by one. */
const WORKED = 100;
const DAYS = 30;
const { values: options } = parseArgs({ options: {
  rows: { type: 'string', default: '10000,200000' }, runs: { type: 'string', default: '3' }, only: { type: 'string', default: 'bordermap,markercluster,canvas,supercluster' }, homes: { type: 'string' },
} });

const quantile = (/** @type {number[]} */ list, /** @type {number} */ share) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))];
const median = (/** @type {number[]} */ list) => quantile(list, 0.5);

/** Runs a task in a browser of its own with an empty cache. @param {(page: import('playwright-core').Page, client: import('playwright-core').CDPSession) => Promise<any>} task */
async function inBrowser(task) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run', '--js-flags=--expose-gc', '--enable-precise-memory-info'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(180_000);
    page.on('pageerror', (error) => { console.error(`in the page: ${error.message}`); void browser.close(); });
    await page.addInitScript({ path: join(HERE, 'in-page.js') });
    return await task(page, await page.context().newCDPSession(page));
  } finally {
    await browser.close();
  }
}

/** What crosses the wire, by kind. @param {import('playwright-core').CDPSession} client */
async function countBytes(client) {
  /** @type {Map<string, string>} */
  const urls = new Map();
  const bytes = { page: 0, basemap: 0, data: 0 };
  await client.send('Network.enable');
  client.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, request.url));
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const { pathname } = new URL(urls.get(requestId) ?? 'http://none/');
    bytes[pathname.startsWith('/basemap/') ? 'basemap' : pathname.startsWith('/api/') ? 'data' : 'page'] += encodedDataLength;
  });
  return bytes;
}

const heapOf = (/** @type {import('playwright-core').Page} */ page) => page.evaluate(() => { gc(); gc(); return performance.memory.usedJSHeapSize / 1e6; });

/** @param {{ms: number, script: number}[]} steps */
const summary = (steps) => ({ step: median(steps.map(({ ms }) => ms)), step95: quantile(steps.map(({ ms }) => ms), 0.95), script: median(steps.map(({ script }) => script)), script95: quantile(steps.map(({ script }) => script), 0.95) });

/**
 * What the page's main thread works in each of some steps: all of it, and scripts. On a loaded machine it says more than the time that passes.
 * @param {import('playwright-core').Page} page
 * @param {import('playwright-core').CDPSession} client
 * @param {string} step body of a function of the step's number
 * @param {number} [count]
 */
async function workOf(page, client, step, count = WORKED) {
  const now = async () => Object.fromEntries((await client.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value * 1000]));
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const all = [];
  const scripts = [];
  for (let at = 0; at < count; at++) {
    const before = await now();
    await page.evaluate(`bench.step(() => { const at = ${at}; ${step} })`);
    const after = await now();
    all.push(after.TaskDuration - before.TaskDuration);
    scripts.push(after.ScriptDuration - before.ScriptDuration);
  }
  return { cpu: median(all), cpu95: quantile(all, 0.95), cpuScript: median(scripts), cpuScript95: quantile(scripts, 0.95) };
}

const pressed = (/** @type {string} */ slider) => `document.querySelector('${slider}').dispatchEvent(new KeyboardEvent('keydown', { key: Math.floor(at / 40) % 2 ? 'ArrowLeft' : 'ArrowRight', bubbles: true }));`;

/** @param {string} url @param {number} rows */
const measureMap = (url, rows) => inBrowser(async (page, client) => {
  const bytes = await countBytes(client);
  await page.goto(`${url}/`);
  await page.waitForFunction((all) => bench.shown === all && bench.readyAt > 0 && bench.shownAt > 0, rows);
  const { shownAt, readyAt } = await page.evaluate(() => ({ shownAt: bench.shownAt, readyAt: bench.readyAt }));
  const loaded = { ...bytes };
  await page.waitForTimeout(500);
  const heap = await heapOf(page);
  // From everything to a window of thirty days, as the back button would.
  const first = await page.evaluate(() => { history.replaceState(null, '', '?datetime=2012-03-01/2012-03-30'); return bench.step(() => dispatchEvent(new PopStateEvent('popstate'))); });
  const press = (/** @type {string} */ slider, /** @type {number} */ steps) => page.evaluate(async ([selector, count]) => {
    const handle = document.querySelector(selector);
    const done = [];
    bench.timers = 0;
    for (let at = 0; at < count; at++) done.push(await bench.step(() => handle.dispatchEvent(new KeyboardEvent('keydown', { key: Math.floor(at / 40) % 2 ? 'ArrowLeft' : 'ArrowRight', bubbles: true }))));
    return { done, timers: bench.timers / count };
  }, /** @type {const} */ ([slider, steps]));
  const { done, timers } = await press('.brush-both', STEPS);
  const work = await workOf(page, client, pressed('.brush-both'));
  await page.evaluate(() => { history.replaceState(null, '', '?datetime=2007-02-01/..'); return bench.step(() => dispatchEvent(new PopStateEvent('popstate'))); });
  const whole = await press('.brush-start', 80);
  const { cpu: wholeCpu, cpuScript: wholeCpuScript } = await workOf(page, client, pressed('.brush-start'), 40);
  return { shown: shownAt, ready: readyAt, page: loaded.page / 1e3, basemap: loaded.basemap / 1e3, data: loaded.data / 1e3, heap, first: first.ms, firstScript: first.script, ...summary(done), ...work, timers, wholeCpu, wholeCpuScript, whole: median(whole.done.map(({ ms }) => ms)), wholeScript: median(whole.done.map(({ script }) => script)) };
});

/** A line of 1.5 Mbit/s with 150 ms. @param {string} url @param {number} rows */
const measureSlowLine = (url, rows) => inBrowser(async (page, client) => {
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 1.5e6 / 8, uploadThroughput: 1.5e6 / 8 });
  await page.goto(`${url}/`);
  await page.waitForFunction((all) => bench.shown === all && bench.readyAt > 0, rows);
  return page.evaluate(() => {
    const at = (name) => performance.getEntriesByType('resource').find((entry) => entry.name.includes(name))?.responseEnd ?? Infinity;
    return { slowUseful: Math.max(bench.shownAt, at('basemap/countries'), at('basemap/line')), slowReady: bench.readyAt };
  });
});

/** @param {string} peer @param {string} url */
const measurePeer = (peer, url) => inBrowser(async (page, client) => {
  await page.goto(`${url}/peers.html?peer=${peer}`);
  await page.waitForFunction(() => bench.shownAt > 0);
  const shown = await page.evaluate(() => bench.shownAt);
  const heap = await heapOf(page);
  const steps = await page.evaluate(async ([count, days]) => {
    const done = [];
    for (let at = 0; at <= count; at++) done.push(await bench.step(() => window.show(15_400 + (at % 40) * 91, 15_400 + (at % 40) * 91 + days - 1)));
    return done;
  }, /** @type {const} */ ([STEPS, DAYS]));
  const work = await workOf(page, client, `const from = 15_400 + (at % 40) * 91; window.show(from, from + ${DAYS - 1});`);
  return { shown, heap, first: steps[0].ms, firstScript: steps[0].script, ...summary(steps.slice(1)), ...work };
});

/** @param {string} data */
function servePeers(data) {
  const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.png': 'image/png' };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://local');
    const file = pathname === '/data.json' ? data : join(HERE, pathname);
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': types[/** @type {keyof typeof types} */ (extname(file))] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve) => { server.listen(0, '127.0.0.1', () => resolve({ url: `http://127.0.0.1:${/** @type {any} */ (server.address()).port}`, close: () => server.close() })); });
}

const COLUMNS = ['shown', 'first', 'firstScript', 'step', 'step95', 'script', 'script95', 'cpu', 'cpu95', 'cpuScript', 'cpuScript95', 'timers', 'whole', 'wholeScript', 'wholeCpu', 'wholeCpuScript', 'heap', 'ready', 'page', 'basemap', 'data', 'slowUseful', 'slowReady'];
console.log(`${cpus().length} cores, load ${loadavg()[0].toFixed(1)}, medians of ${options.runs} runs; ms (cpu: worked by the page's main thread a step), heap MB, page/basemap/data kB over the wire`);
for (const rows of options.rows.split(',').map(Number)) {
  const product = await openProduct(rows, options.homes);
  const peers = await servePeers(product.data);
  const located = JSON.parse(readFileSync(product.data, 'utf8')).features.length;
  /** @type {Record<string, Record<string, number>[]>} */
  const found = {};
  try {
    for (let run = 0; run < Number(options.runs); run++) {
      for (const who of options.only.split(',')) {
        const measured = who === 'bordermap' ? { ...await measureMap(product.url, located), ...(rows <= 20_000 ? await measureSlowLine(product.url, located) : {}) } : await measurePeer(who, peers.url);
        (found[who] ??= []).push({ ...measured, load: loadavg()[0] });
      }
    }
  } finally {
    peers.close();
    await product.close();
  }
  console.log(`\n${rows} incidents\n| | ${COLUMNS.join(' | ')} | load |\n|${'---|'.repeat(COLUMNS.length + 2)}`);
  for (const [who, runs] of Object.entries(found)) {
    const cell = (/** @type {string} */ name) => (runs[0][name] === undefined ? '' : median(runs.map((one) => one[name])).toFixed(median(runs.map((one) => one[name])) < 20 ? 1 : 0));
    console.log(`| ${who} | ${COLUMNS.map(cell).join(' | ')} | ${median(runs.map(({ load }) => load)).toFixed(1)} |`);
  }
}
