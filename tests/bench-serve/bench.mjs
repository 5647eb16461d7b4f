// node tests/bench-serve/bench.mjs [--rows 200000] [--seconds 5] [--runs 3] [--homes FOLDER] [--peer NAME=URL ...]
// Pages of features over HTTP on made-up incidents, at 2 and 16 connections: of a box as they come, of a box latest first, counted anew each time; 100 and 1,000 a page.
// A peer on the same machine is driven in turn with the same boxes: {limit} and {bbox} in its URL are filled in. Needs the program and the benchmarks built in Release; installs nothing.
import { Agent, get } from 'node:http';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { openProduct } from '../bench-map/product.mjs';

const { values: options } = parseArgs({ options: {
  rows: { type: 'string', default: '200000' }, seconds: { type: 'string', default: '5' }, runs: { type: 'string', default: '3' }, homes: { type: 'string' }, peer: { type: 'string', multiple: true, default: [] },
} });

/** Along the line, 0.5 to 4 degrees wide, the same in every run. */
function boxes() {
  const line = [[60.9, 29.8], [66.3, 29.9], [69.3, 31.9], [70.1, 33.7], [71.1, 34.3], [71.6, 36.5]];
  let seed = 7;
  const random = () => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed / 2147483648; };
  return Array.from({ length: 100 }, () => {
    const i = Math.floor(random() * (line.length - 1)), part = random(), half = [0.5, 1, 2, 4][Math.floor(random() * 4)] / 2;
    const [x, y] = [0, 1].map((axis) => line[i][axis] + part * (line[i + 1][axis] - line[i][axis]) + (random() - 0.5) * 0.4);
    return [x - half, y - half, x + half, y + half].map((degrees) => degrees.toFixed(4)).join(',');
  });
}

/** @param {string} address @param {Agent} agent @returns {Promise<number>} the bytes of the answer */
const read = (address, agent) => new Promise((resolve, reject) => {
  get(address, { agent }, (answer) => {
    let bytes = 0;
    answer.on('data', (part) => { bytes += part.length; });
    answer.on('end', () => (answer.statusCode === 200 ? resolve(bytes) : reject(new Error(`${address}: ${answer.statusCode}`))));
  }).on('error', reject);
});

/** @param {(box: string, number: number) => string} addressOf @param {number} connections */
async function drive(addressOf, connections) {
  const all = boxes(), agent = new Agent({ keepAlive: true, maxSockets: connections });
  for (const [i, box] of all.entries()) await read(addressOf(box, -1 - i), agent);
  /** @type {number[]} */
  const times = [];
  let next = 0, bytes = 0;
  const begun = performance.now(), end = begun + Number(options.seconds) * 1000;
  await Promise.all(Array.from({ length: connections }, async () => {
    while (performance.now() < end) {
      const at = performance.now(), number = next++;
      bytes += await read(addressOf(all[number % all.length], number), agent);
      times.push(performance.now() - at);
    }
  }));
  const seconds = (performance.now() - begun) / 1000;
  agent.destroy();
  times.sort((one, other) => one - other);
  return { rate: times.length / seconds, p50: times[times.length >> 1], p99: times[Math.floor(times.length * 0.99)], bytes: bytes / times.length };
}

const product = await openProduct(Number(options.rows), options.homes);
try {
  const items = `${product.url}/ogc/collections/incidents/items`;
  /** @type {[string, (limit: number) => (box: string, number: number) => string][]} */
  const asked = [
    ['a box', (limit) => (box) => `${items}?limit=${limit}&bbox=${box}`],
    ['a box, latest first', (limit) => (box) => `${items}?limit=${limit}&bbox=${box}&sortby=-date_start`],
    // Another box each time, so that no count is known.
    ['a box, latest first, counted', (limit) => (box, number) => `${items}?limit=${limit}&sortby=-date_start&bbox=${box.replace(/\d\d$/, '')}${((number + 100) % 1e9).toString().padStart(9, '0')}`],
    ...options.peer.map((peer) => /** @type {[string, (limit: number) => (box: string) => string]} */ ([peer.split('=')[0], (limit) => (box) => peer.slice(peer.indexOf('=') + 1).replace('{limit}', String(limit)).replace('{bbox}', box)])),
  ];
  console.log(`${options.rows} incidents, ${cpus().length} processors, load ${loadavg()[0].toFixed(1)}; medians of ${options.runs} runs of ${options.seconds} s, in turn\n`);
  console.log('| pages of | limit | connections | pages/s | p50 ms | p99 ms | kB |\n|---|---|---|---|---|---|---|');
  for (const limit of [100, 1000]) for (const connections of [2, 16]) {
    /** @type {Map<string, Awaited<ReturnType<typeof drive>>[]>} */
    const results = new Map();
    for (let run = 0; run < Number(options.runs); run++) for (const [name, make] of asked) results.set(name, [...(results.get(name) ?? []), await drive(make(limit), connections)]);
    for (const [name, runs] of results) {
      const middle = runs.sort((one, other) => one.rate - other.rate)[runs.length >> 1];
      console.log(`| ${name} | ${limit} | ${connections} | ${middle.rate.toFixed(0)} | ${middle.p50.toFixed(1)} | ${middle.p99.toFixed(1)} | ${(middle.bytes / 1000).toFixed(0)} |`);
    }
  }
} finally {
  await product.close();
}
