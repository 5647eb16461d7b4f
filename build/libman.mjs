// node build/libman.mjs
// Does what `libman restore` does with libman.json, for its filesystem provider: copies each library's files to its destination.
// The list of files lives in libman.json only; where LibMan's own tool is installed, it may be used instead.
import { copyFile, mkdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const manifest = JSON.parse(await readFile(join(root, 'libman.json'), 'utf8'));

for (const { library, destination, provider = manifest.defaultProvider, files } of manifest.libraries) {
  if (provider !== 'filesystem') throw new Error(`libman.json: ${library} uses the provider ${provider}; only filesystem is read here, run libman restore`);
  if (!files) throw new Error(`libman.json: ${library} names no files; list those to copy`);
  for (const file of files) {
    const from = join(root, library, file);
    const to = join(root, destination, file);
    await stat(from).catch(() => { throw new Error(`${from} is missing; run npm ci first`); });
    await mkdir(dirname(to), { recursive: true });
    await copyFile(from, to);
  }
  console.error(`${destination}: ${files.length} files`);
}
