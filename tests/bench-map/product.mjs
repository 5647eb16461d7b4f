// BorderMap with made-up incidents in a home of its own, and its data for the peers.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PROGRAM = join(ROOT, 'src/BorderMap.Web/bin/Release/net10.0/BorderMap.Web.dll');
const SYNTHETIC = join(ROOT, 'tests/BorderMap.Benchmarks/bin/Release/net10.0/BorderMap.Benchmarks.dll');

/** @param {string[]} words @param {Record<string, string>} more */
const start = (words, more) => spawn('dotnet', words, { cwd: ROOT, env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1', ...more }, stdio: ['ignore', 'ignore', 'pipe'] });

/** @param {string[]} words @param {Record<string, string>} [more] */
const run = (words, more = {}) => new Promise((resolve, reject) => {
  const program = start(words, more);
  let said = '';
  program.stderr.on('data', (text) => { said += text; });
  program.on('exit', (code) => (code === 0 ? resolve(undefined) : reject(new Error(`${words.join(' ')}: ${said}`))));
});

/**
 * Fills a home and serves it.
 * @param {number} rows
 * @param {string} [homes] a folder that keeps a home for each number of rows, for the next run
 */
export async function openProduct(rows, homes) {
  const home = homes ? join(homes, `home-${rows}`) : mkdtempSync(join(tmpdir(), 'bordermap-bench-map-'));
  const filled = join(home, '.filled');
  const files = mkdtempSync(join(tmpdir(), 'bordermap-bench-data-'));
  const environment = { BORDERMAP_HOME: home, BORDERMAP_STARTER: 'off', BORDERMAP_REQUEST_RATE: 'off' };
  if (!existsSync(filled)) {
    mkdirSync(home, { recursive: true });
    const file = join(files, 'incidents.json');
    await run([SYNTHETIC, 'synthetic', file, '--rows', String(rows)]);
    await run([PROGRAM, 'import', file], environment);
    writeFileSync(filled, '');
  }
  const server = start([PROGRAM, 'serve', '--urls', 'http://127.0.0.1:0'], environment);
  const url = await new Promise((resolve, reject) => {
    let said = '';
    server.on('exit', () => reject(new Error(`the server has ended: ${said}`)));
    server.stderr.on('data', (text) => {
      said += text;
      const found = said.match(/BorderMap is at (http:\S+)/);
      if (found) resolve(found[1]);
    });
  });
  writeFileSync(join(files, 'data.json'), Buffer.from(await (await fetch(`${url}/export/incidents.geojson`)).arrayBuffer()));
  return {
    url, data: join(files, 'data.json'),
    async close() {
      const ended = new Promise((resolve) => server.on('exit', resolve));
      server.kill('SIGTERM');
      await ended;
      rmSync(files, { recursive: true });
      if (!homes) rmSync(home, { recursive: true });
    },
  };
}
