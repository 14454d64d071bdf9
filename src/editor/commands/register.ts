import * as vscode from 'vscode';
import { tellError } from '../messages.ts';
import { acrossCommands } from './acrossCommands.ts';
import { articleCommands } from './articleCommands.ts';
import { caseCommands } from './caseCommands.ts';
import { claimCommands } from './claimCommands.ts';
import { comparisonCommands } from './comparisonCommands.ts';
import { conflictCommands } from './conflictCommands.ts';
import type { CommandContext } from './context.ts';
import { corpusCommands } from './corpusCommands.ts';
import { entityCommands } from './entityCommands.ts';
import { navigationCommands } from './navigationCommands.ts';
import { placeCommands } from './placeCommands.ts';
import { reviewCommands } from './reviewCommands.ts';
import { reviewModeCommands } from './reviewModeCommands.ts';
import { sourceCommands } from './sourceCommands.ts';
import { spanCommands } from './spanCommands.ts';
import { viewCommands } from './viewCommands.ts';

/** Every command of the extension; a failure is told to the person, not lost. */
export function registerCommands(context: CommandContext): vscode.Disposable[] {
  const all = {
    ...reviewCommands,
    ...reviewModeCommands,
    ...spanCommands,
    ...caseCommands,
    ...entityCommands,
    ...claimCommands,
    ...conflictCommands,
    ...comparisonCommands,
    ...placeCommands,
    ...sourceCommands,
    ...navigationCommands,
    ...viewCommands,
    ...corpusCommands,
    ...acrossCommands,
    ...articleCommands,
  };
  return Object.entries(all).map(([id, run]) =>
    vscode.commands.registerCommand(id, async (...args: unknown[]) => {
      try {
        await run(context, ...args);
      } catch (error) {
        tellError(error);
      }
    }),
  );
}
