import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar.ts';
import type { Versions } from './twoPeople.ts';

const NAME = 'article.txt.dossier.json';

/**
 * Merges two branches of a real repository with the command line as its driver.
 * @returns what is wrong, in words; empty when git shows the file as unmerged exactly while a conflict is kept.
 */
export function mergeInRepository({ base, ours, theirs }: Versions, folder: string, conflicts: boolean): string[] {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder);
  const environment = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  const options = { cwd: folder, encoding: 'utf8' as const, env: environment };
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@x', ...args], options);
  const commit = (text: string) => {
    fs.writeFileSync(path.join(folder, NAME), text);
    git('commit', '--allow-empty', '-aqm', 'work');
  };
  git('init', '-q', '-b', 'main');
  git('config', 'merge.dossier.driver', `"${process.execPath}" "${path.resolve('dist/cli.js')}" merge %O %A %B`);
  fs.writeFileSync(path.join(folder, '.gitattributes'), '*.dossier.json merge=dossier\n');
  fs.writeFileSync(path.join(folder, NAME), base);
  git('add', '.');
  git('commit', '-qm', 'base');
  git('checkout', '-qb', 'theirs');
  commit(theirs);
  git('checkout', '-q', 'main');
  commit(ours);
  const { status } = spawnSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@x', 'merge', '-q', 'theirs'], options);
  const breaches: string[] = [];
  const unmerged = git('status', '--porcelain').startsWith('UU');
  if ((status !== 0) !== conflicts) breaches.push(`git merge exits ${status}`);
  if (unmerged !== conflicts) breaches.push(`git status shows ${unmerged ? 'a conflict' : 'no conflict'}`);
  const written = fs.readFileSync(path.join(folder, NAME), 'utf8');
  if (!parseSidecar(written).ok) breaches.push('the driver left a file that cannot be read');
  return breaches;
}
