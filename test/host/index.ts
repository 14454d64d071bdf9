import Mocha from 'mocha';

/** Called by VS Code inside its extension host. Rejects when a test failed. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 60_000, reporter: 'spec', failZero: true });
  if (process.env.DOSSIER_GREP) mocha.grep(process.env.DOSSIER_GREP);
  mocha.suite.emit('pre-require', globalThis, 'host', mocha);
  await import('./suites/activation.test.ts');
  await import('./suites/articles.test.ts');
  await import('./suites/decisions.test.ts');
  await import('./suites/editing.test.ts');
  await import('./suites/review.test.ts');
  await import('./suites/evidence.test.ts');
  await import('./suites/lint.test.ts');
  await import('./suites/anchors.test.ts');
  await import('./suites/sidecars.test.ts');
  await import('./suites/undo.test.ts');
  await import('./suites/moves.test.ts');
  await import('./suites/settings.test.ts');
  await import('./suites/sources.test.ts');
  await import('./suites/comparison.test.ts');
  await import('./suites/conflicts.test.ts');
  await import('./suites/secondAnnotator.test.ts');
  await import('./suites/hover.test.ts');
  await import('./suites/language.test.ts');
  await import('./suites/unusualText.test.ts');
  await import('./suites/corpus.test.ts');
  await import('./suites/across.test.ts');
  await import('./suites/textOnDisk.test.ts');
  await import('./suites/registry.test.ts');
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failing`);
}
