// @ts-check
// node build/sbom.mjs [--with-tools] > bordermap.cdx.json
// A software bill of materials (CycloneDX 1.6, JSON) made from the lock files alone: the same lock files give the same bytes.
// Without --with-tools it holds what runs: the packages of src/ and the libraries that the pages load; with it also what builds and tests.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * @typedef {{type: string, 'bom-ref': string, name: string, version: string, purl: string, scope: string, hashes: {alg: string, content: string}[], licenses?: object[]}} Component
 * @typedef {{ref: string, dependsOn: string[]}} Dependency
 */

/** @param {boolean} withTools @param {string} [root] */
export function billOf(withTools, root = ROOT) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const about = { type: 'application', 'bom-ref': 'bordermap', name: 'BorderMap', ...(version ? { version } : {}) };
  const parts = [...nugetParts(root, withTools), ...npmParts(root, withTools)];
  const components = [...new Map(parts.map(({ component }) => [component['bom-ref'], component])).values()].sort(byRef);
  const known = new Set(components.map((one) => one['bom-ref']));
  const direct = new Set(parts.filter((part) => part.isDirect).map(({ component }) => component['bom-ref']));
  /** @type {Map<string, Set<string>>} */
  const needs = new Map([['bordermap', direct]]);
  for (const { component, needs: names } of parts) for (const ref of names) if (known.has(ref)) needs.set(component['bom-ref'], (needs.get(component['bom-ref']) ?? new Set()).add(ref));
  const dependencies = [...needs].map(([ref, on]) => ({ ref, dependsOn: [...on].sort() })).sort((a, b) => (a.ref < b.ref ? -1 : 1));
  const serial = uuidOf(JSON.stringify([components, dependencies]));
  return { bomFormat: 'CycloneDX', specVersion: '1.6', serialNumber: `urn:uuid:${serial}`, version: 1, metadata: { component: about }, components, dependencies };
}

/** @param {string} root @param {boolean} withTools */
function nugetParts(root, withTools) {
  const folders = ['src', ...(withTools ? ['tests'] : [])].flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(root, folder, name, 'packages.lock.json')));
  return folders.filter(existsSync).flatMap((file) => {
    const frameworks = JSON.parse(readFileSync(file, 'utf8')).dependencies;
    return Object.values(frameworks).flatMap((packages) => {
      const resolved = new Map(Object.entries(packages).filter(([, one]) => one.resolved).map(([name, one]) => [name.toLowerCase(), nugetRef(name, one.resolved)]));
      return Object.entries(packages).filter(([, one]) => one.resolved).map(([name, one]) => ({
        component: componentOf(nugetRef(name, one.resolved), name, one.resolved, file.includes(join(root, 'src')), one.contentHash && Buffer.from(one.contentHash, 'base64').toString('hex')),
        isDirect: one.type === 'Direct',
        needs: Object.keys(one.dependencies ?? {}).flatMap((needed) => resolved.get(needed.toLowerCase()) ?? []),
      }));
    });
  });
}

/** @param {string} root @param {boolean} withTools */
function npmParts(root, withTools) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const direct = Object.keys({ ...packages[''].dependencies, ...packages[''].devDependencies });
  return Object.entries(packages).filter(([path, one]) => path && (withTools || !one.dev)).map(([path, one]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const hash = /^sha512-(.+)$/.exec(one.integrity ?? '')?.[1];
    return {
      component: componentOf(npmRef(name, one.version), name, one.version, !one.dev, hash && Buffer.from(hash, 'base64').toString('hex'), one.license),
      isDirect: direct.includes(name),
      needs: Object.keys(one.dependencies ?? {}).flatMap((needed) => (packages[`node_modules/${needed}`] ? npmRef(needed, packages[`node_modules/${needed}`].version) : [])),
    };
  });
}

/**
 * @param {string} purl
 * @param {string} name
 * @param {string} version
 * @param {boolean} runs
 * @param {string|undefined} sha512
 * @param {string} [licence] SPDX
 * @returns {Component}
 */
const componentOf = (purl, name, version, runs, sha512, licence) => ({
  type: 'library', 'bom-ref': purl, name, version, purl, scope: runs ? 'required' : 'excluded',
  hashes: sha512 ? [{ alg: 'SHA-512', content: sha512 }] : [],
  ...(licence ? { licenses: [{ expression: licence }] } : {}),
});

/** @param {string} name @param {string} version */
const nugetRef = (name, version) => `pkg:nuget/${name}@${version}`;

/** @param {string} name @param {string} version */
const npmRef = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** @param {Component} a @param {Component} b */
const byRef = (a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1);

/** A name-based UUID (RFC 9562, version 8). @param {string} text */
function uuidOf(text) {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(`${JSON.stringify(billOf(process.argv.includes('--with-tools')), null, 2)}\n`);
