// @ts-check
// node build/count-tests.mjs RESULTS_DIR FLOOR
// Adds up what really ran: TRX reports of the C# projects, the TAP report of node, the shell checks.
// The last line it prints is "N passed, N failed, N skipped"; it fails when a test failed, when fewer ran than FLOOR,
// when a project left no report, or when CI skipped one.
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';

const [dir = '', floorText = '1'] = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };
const problems = [];

const reports = readdirSync(dir, { recursive: true }).map(String).filter(name => name.endsWith('.trx'));
for (const name of reports) {
  const xml = readFileSync(join(dir, name), 'utf8');
  for (const [, attributes] of xml.matchAll(/<UnitTestResult\b([^>]*)>/g)) {
    const outcome = /\boutcome="([^"]*)"/.exec(attributes)?.[1];
    const test = /\btestName="([^"]*)"/.exec(attributes)?.[1];
    if (outcome === 'Passed') total.passed++;
    else if (outcome === 'NotExecuted') { total.skipped++; problems.push(`skipped: ${test}${reasonOf(xml, attributes)}`); }
    else { total.failed++; problems.push(`failed: ${test}`); }
  }
}
// Those that measure or learn run no tests.
const projects = readdirSync('tests').map(name => join('tests', name, `${name}.csproj`)).filter(path => existsSync(path) && readFileSync(path, 'utf8').includes('Include="xunit'));
if (reports.length < projects.length) { total.failed++; problems.push(`failed: ${projects.length} test projects, but ${reports.length} reports`); }

const tapFile = join(dir, 'node.tap');
if (existsSync(tapFile)) {
  const tap = readFileSync(tapFile, 'utf8');
  total.passed += count(tap, 'pass');
  total.failed += count(tap, 'fail') + count(tap, 'cancelled');
  total.skipped += count(tap, 'skipped') + count(tap, 'todo');
} else { total.failed++; problems.push('failed: node left no report'); }

for (const line of readFileSync(join(dir, 'checks'), 'utf8').trim().split('\n')) {
  if (line === 'pass') total.passed++; else total.failed++;
}

for (const problem of problems) console.log(problem);
const ran = total.passed + total.failed;
if (ran < Number(floorText)) { console.log(`failed: only ${ran} tests ran, expected at least ${floorText}`); total.failed++; }
if (process.env.CI && total.skipped > 0) console.log('failed: nothing may be skipped in CI');
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 || (process.env.CI && total.skipped > 0) ? 1 : 0);

/** @param {string} tap @param {string} word */
function count(tap, word) { return Number(new RegExp(`^# ${word} (\\d+)`, 'm').exec(tap)?.[1] ?? 0); }

/** The reason that stands with a skipped test. @param {string} xml @param {string} attributes */
function reasonOf(xml, attributes) {
  const after = xml.slice(xml.indexOf(attributes) + attributes.length, xml.indexOf(attributes) + attributes.length + 2000);
  const message = /<Message>([^<]*)<\/Message>/.exec(after.split('<UnitTestResult')[0] ?? '')?.[1];
  return message ? ` (${message})` : '';
}
