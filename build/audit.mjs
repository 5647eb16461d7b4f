// @ts-check
// node build/audit.mjs
// Asks the registries whether packages that are used are known to be vulnerable. Exits with 0 when none is, 1 when one is, and 3 when
// a registry could not be asked: then nothing is known, which is not the same as none.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {{name: string, version: string, severity: string, where: string}} Vulnerable
 * @typedef {{vulnerable: Vulnerable[], unknown: string[]}} Audit
 */

/** What `dotnet list package --vulnerable --format json` says. @param {string} text @param {number|null} exit @returns {Audit} */
export function readNuget(text, exit) {
  const at = text.indexOf('{');
  const report = exit === 0 && at >= 0 ? parse(text.slice(at)) : null;
  if (!report) return { vulnerable: [], unknown: [`NuGet: ${firstLine(text) || `dotnet ended with ${exit}`}`] };
  const vulnerable = (report.projects ?? []).flatMap((/** @type {any} */ project) => (project.frameworks ?? []).flatMap((/** @type {any} */ framework) =>
    [...(framework.topLevelPackages ?? []), ...(framework.transitivePackages ?? [])].flatMap((one) => (one.vulnerabilities ?? []).map((/** @type {any} */ found) =>
      ({ name: one.id, version: one.resolvedVersion, severity: found.severity, where: found.advisoryurl })))));
  return { vulnerable, unknown: (report.problems ?? []).map((/** @type {any} */ problem) => `NuGet: ${problem.text}`) };
}

/** What `npm audit --json` says. @param {string} text @returns {Audit} */
export function readNpm(text) {
  const report = parse(text.slice(Math.max(0, text.indexOf('{'))));
  if (!report?.vulnerabilities) return { vulnerable: [], unknown: [`npm: ${report?.message ?? (firstLine(text) || 'no answer')}`] };
  return { vulnerable: Object.values(report.vulnerabilities).map((one) => ({ name: one.name, version: one.range, severity: one.severity, where: one.via?.find((/** @type {any} */ via) => via.url)?.url ?? '' })), unknown: [] };
}

/** @param {string} text @returns {any} */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** @param {string} text */
const firstLine = (text) => text.split('\n').map((line) => line.trim()).find(Boolean) ?? '';

/** @param {string} program @param {string[]} args */
const run = (program, args) => spawnSync(program, args, { encoding: 'utf8', cwd: fileURLToPath(new URL('..', import.meta.url)), maxBuffer: 1 << 26 });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const nuget = run('dotnet', ['list', 'BorderMap.sln', 'package', '--vulnerable', '--include-transitive', '--format', 'json']);
  const npm = run('npm', ['audit', '--json', '--package-lock-only']);
  const [a, b] = [readNuget(nuget.stdout || nuget.stderr || '', nuget.status), readNpm(npm.stdout || npm.stderr || '')];
  for (const { name, version, severity, where } of [...a.vulnerable, ...b.vulnerable]) console.log(`${severity}: ${name} ${version} ${where}`);
  for (const line of [...new Set([...a.unknown, ...b.unknown])]) console.error(`not known: ${line}`);
  console.error(a.vulnerable.length + b.vulnerable.length > 0 ? 'vulnerable packages are used' : a.unknown.length + b.unknown.length > 0 ? 'not everything could be asked' : 'no package is known to be vulnerable');
  process.exitCode = a.vulnerable.length + b.vulnerable.length > 0 ? 1 : a.unknown.length + b.unknown.length > 0 ? 3 : 0;
}
