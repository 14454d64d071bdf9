import { agreementOf } from '../core/agreement/agreement.ts';
import { agreementLines } from '../core/agreement/agreementWords.ts';
import type { CliContext } from './context.ts';
import { readSidecar } from './readSidecar.ts';

/** Prints how far two people agree on one text. @returns the exit code. */
export async function agree(
  [first, second]: readonly [string, string],
  json: boolean,
  { files, print }: CliContext,
): Promise<number> {
  const agreement = agreementOf(await readSidecar(files, first), await readSidecar(files, second));
  await print(json ? `${JSON.stringify(agreement, null, 2)}\n` : `${agreementLines(agreement).join('\n')}\n`);
  return 0;
}
