import { differences } from '../core/agreement/differences.ts';
import { differenceWords } from '../core/agreement/differenceWords.ts';
import type { CliContext } from './context.ts';
import { readSidecar } from './readSidecar.ts';

/** Says in words what changed from one sidecar to another. @returns 0 where nothing did, else 1. */
export async function diff(
  [first, second]: readonly [string, string],
  json: boolean,
  { files, print }: CliContext,
): Promise<number> {
  const [a, b] = [await readSidecar(files, first), await readSidecar(files, second)];
  const found = differences(a, b);
  if (json) await print(`${JSON.stringify(found, null, 2)}\n`);
  else for (const difference of found) await print(`${differenceWords(difference, a, b)}\n`);
  return found.length > 0 ? 1 : 0;
}
