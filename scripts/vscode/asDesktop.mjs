#!/usr/bin/env node
// Takes the command line that test-electron gives a desktop VS Code, and runs it on the server build with a headless Chromium.
import { provideServerBuild } from './builds.mjs';
import { launchChromium, startServer, workbenchAddress } from './server.mjs';

const options = new Map();
const positional = [];
for (const argument of process.argv.slice(2)) {
  const match = /^--([^=]+)(?:=(.*))?$/.exec(argument);
  if (match) options.set(match[1], match[2] ?? true);
  else positional.push(argument);
}
if (!options.has('extensionTestsPath')) {
  console.error('usage: asDesktop.mjs --extensionTestsPath=... --extensionDevelopmentPath=... [folder]');
  process.exit(2);
}

// The workbench's own log arrives mixed with the output of the tests; its noise is known by its openings.
const NOISE =
  /^(Resolv(ing|ed) connection token|Creating a socket|Ignoring fetching additional|Updating additional builtin|Canceled|\[(AgentHost|AccountPolicyGate|Service Worker|reconnection-grace-time))/;
const limit = Number(process.env.DOSSIER_HOST_LIMIT ?? 1_200_000);

const build = provideServerBuild(process.env.DOSSIER_VSCODE === 'oldest' ? 'oldest' : 'current');
const server = await startServer({
  build,
  args: ['--enable-smoke-test-driver'],
  settings: JSON.parse(process.env.DOSSIER_SETTINGS ?? '{}'),
});
const browser = await launchChromium();
let code = 1;
try {
  const page = await (
    await browser.newContext({ viewport: { width: 1400, height: 900 }, reducedMotion: 'reduce' })
  ).newPage();
  const ended = new Promise((resolve) => page.exposeFunction('codeAutomationExit', resolve));
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    if (process.env.DOSSIER_VERBOSE || !NOISE.test(String(args[0]))) (console[type] ?? console.log)(...args);
  });
  await page.goto(
    workbenchAddress(server, {
      extension: options.get('extensionDevelopmentPath'),
      tests: options.get('extensionTestsPath'),
      folder: positional[0],
    }),
  );
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the tests did not end within ${limit} ms`)), limit);
  });
  code = await Promise.race([ended, late]);
  clearTimeout(timer);
} catch (error) {
  console.error(error, `\n${server.log()}`);
} finally {
  await browser.close();
  await server.stop();
}
console.log(`VS Code ${build.version} (server build): exit ${code}`);
process.exit(code);
