// @ts-check
// What the program is made of, and whether any of it is known to be vulnerable.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readNpm, readNuget } from '../../build/audit.mjs';
import { billOf } from '../../build/sbom.mjs';

const lock = (/** @type {string} */ path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

test('the bill of materials names every package that runs, with its hash', () => {
  const bill = billOf(false);
  const nuget = Object.entries(lock('src/BorderMap.Web/packages.lock.json').dependencies['net10.0']).filter(([, one]) => one.resolved).map(([name, one]) => `pkg:nuget/${name}@${one.resolved}`);
  const refs = bill.components.map((one) => one['bom-ref']);
  for (const ref of [...nuget, `pkg:npm/leaflet@${lock('package-lock.json').packages['node_modules/leaflet'].version}`]) assert.ok(refs.includes(ref), ref);
  for (const { hashes, purl } of bill.components) assert.match(hashes[0]?.content ?? '', /^[0-9a-f]{128}$/, purl);
  assert.ok(!refs.some((ref) => ref.includes('xunit') || ref.includes('typescript')));
  assert.ok(billOf(true).components.length > bill.components.length);
});

test('its references lead somewhere, each once, and it is the same every time', () => {
  const bill = billOf(true);
  const refs = [bill.metadata.component['bom-ref'], ...bill.components.map((one) => one['bom-ref'])];
  assert.equal(new Set(refs).size, refs.length);
  for (const { ref, dependsOn } of bill.dependencies) for (const one of [ref, ...dependsOn]) assert.ok(refs.includes(one), one);
  assert.ok(bill.dependencies.some(({ ref, dependsOn }) => ref.startsWith('pkg:nuget/Npgsql.NetTopologySuite@') && dependsOn.some((one) => one.startsWith('pkg:nuget/Npgsql@'))));
  assert.match(bill.serialNumber, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.deepEqual(billOf(true), bill);
});

test('a registry that could not be asked is told apart from one that knows of nothing', () => {
  assert.deepEqual(readNpm('{"vulnerabilities":{}}'), { vulnerable: [], unknown: [] });
  assert.equal(readNpm('npm warn audit 405\n{"message":"405 Method Not Allowed"}').unknown[0], 'npm: 405 Method Not Allowed');
  assert.equal(readNpm('').unknown.length, 1);
  assert.deepEqual(readNuget('{"version":1,"projects":[{"path":"a.csproj"}]}', 0), { vulnerable: [], unknown: [] });
  assert.equal(readNuget('error: Unable to load the service index', 1).unknown.length, 1);
  assert.equal(readNuget('{"version":1,"problems":[{"level":"warning","text":"no vulnerability data"}],"projects":[]}', 0).unknown.length, 1);
});

test('a vulnerable package is named with its advisory', () => {
  const nuget = readNuget(JSON.stringify({ projects: [{ frameworks: [{ transitivePackages: [{ id: 'A', resolvedVersion: '1.0.0', vulnerabilities: [{ severity: 'High', advisoryurl: 'https://a.example' }] }] }] }] }), 0);
  const npm = readNpm(JSON.stringify({ vulnerabilities: { b: { name: 'b', range: '<2', severity: 'low', via: [{ url: 'https://b.example' }] } } }));
  assert.deepEqual(nuget.vulnerable, [{ name: 'A', version: '1.0.0', severity: 'High', where: 'https://a.example' }]);
  assert.deepEqual(npm.vulnerable, [{ name: 'b', version: '<2', severity: 'low', where: 'https://b.example' }]);
});
