// npm test: types, lint, unit, the suite inside a real VS Code, end to end. Ends with one line over all suites.
//   npm test -- --only types,unit     runs some of the suites
// What needs no VS Code runs beside what waits for one; each suite's output comes in one piece when it ends.
import { spawn } from 'node:child_process';
import { ensureInstalled, root, run } from './ensureInstalled.mjs';

ensureInstalled();

const MOCHA = /(?<passed>\d+) passing[\s\S]*?(?:(?<failed>\d+) failing|$)/;

/** Each suite: its command, and how many tests its output says passed and failed; a suite that has no counts to show is one test. */
const SUITES = {
  types: ['npm', ['run', '--silent', 'check:types']],
  lint: ['npm', ['run', '--silent', 'check:lint']],
  unit: [
    'npm',
    ['run', '--silent', 'test:unit'],
    /Tests\s+(?=\d)(?:(?<failed>\d+) failed(?: \| )?)?(?:(?<passed>\d+) passed)?/,
  ],
  host: ['npm', ['run', '--silent', 'test:host'], MOCHA],
  package: ['npm', ['run', '--silent', 'test:package']],
  e2e: ['npm', ['run', '--silent', 'test:e2e'], MOCHA],
};

const at = process.argv.indexOf('--only');
const only = at < 0 ? Object.keys(SUITES) : (process.argv[at + 1] ?? '').split(',');
const unknown = only.filter((name) => !Object.hasOwn(SUITES, name));
if (unknown.length > 0) {
  console.error(`There is no suite "${unknown[0]}": choose from ${Object.keys(SUITES).join(', ')}.`);
  process.exit(2);
}
const names = Object.keys(SUITES).filter((name) => only.includes(name));
// The suite before has built the package.
if (names.includes('package')) SUITES.e2e[1].push('--', '--packaged');

// biome-ignore lint/suspicious/noControlCharactersInRegex: strips the colour codes of the runners' output
const COLOURS = /\x1b\[[0-9;]*m/g;

function runSuite(name) {
  const [command, args, counts] = SUITES[name];
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    const read = (data) => {
      output += data;
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.once('error', (error) => resolve({ passed: 0, failed: 1, output: `${name}: ${error.message}\n` }));
    child.once('close', (code) => {
      const found = counts?.exec(output.replace(COLOURS, ''))?.groups;
      // A suite that should count and did not has died, whatever its exit code.
      const died = code !== 0 || (counts && !found);
      const passed = found ? Number(found.passed ?? 0) : died ? 0 : 1;
      const failed = Number(found?.failed ?? 0);
      resolve({ passed, failed: died ? Math.max(1, failed) : failed, output });
    });
  });
}

console.log('\n== build');
const rows = [];
try {
  run('node', ['esbuild.mjs', '--tests']);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  rows.push({ name: 'build', passed: 0, failed: 1, seconds: 0 });
  names.length = 0;
}
const LANES = [
  ['types', 'lint', 'unit'],
  ['host', 'package', 'e2e'],
];
await Promise.all(
  LANES.map(async (lane) => {
    for (const name of lane.filter((suite) => names.includes(suite))) {
      console.log(`${name} begins`);
      const started = Date.now();
      const { output, ...counts } = await runSuite(name);
      console.log(`\n== ${name}\n${output}`);
      rows.push({ name, ...counts, seconds: Math.round((Date.now() - started) / 1000) });
    }
  }),
);
console.log('suite      passed  failed  seconds');
for (const { name, passed, failed, seconds } of rows) {
  console.log(
    `${name.padEnd(10)} ${String(passed).padStart(6)}  ${String(failed).padStart(6)}  ${String(seconds).padStart(7)}`,
  );
}
const passed = rows.reduce((sum, row) => sum + row.passed, 0);
const failed = rows.reduce((sum, row) => sum + row.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
