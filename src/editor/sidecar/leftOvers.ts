import * as vscode from 'vscode';
import { parseSidecar } from '../../core/sidecar/parseSidecar.ts';
import { isTemporaryName } from '../../core/sidecar/temporaryName.ts';
import { fileName } from '../articles/fileName.ts';
import { isMissing, readText, remove } from './sidecarFiles.ts';

/** A younger file may be one that another window is writing just now. */
const LEAST_AGE = 10_000;

/**
 * Looks for what a crash in the middle of a save left beside a sidecar: a whole sidecar that is newer than the present
 * one and differs from it is offered, anything else is removed.
 */
export async function tidyLeftOvers(sidecar: vscode.Uri): Promise<void> {
  const folder = vscode.Uri.joinPath(sidecar, '..');
  const name = fileName(sidecar);
  for (const [file] of await filesIn(folder)) {
    if (!isTemporaryName(file, name)) continue;
    const uri = vscode.Uri.joinPath(folder, file);
    const age = await ageOf(uri);
    if (age === null || age < LEAST_AGE) continue;
    if (!(await isWorthKeeping(uri, age, sidecar))) await remove(uri);
    else await offerLeftOver(uri, name);
  }
}

async function filesIn(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function ageOf(uri: vscode.Uri): Promise<number | null> {
  try {
    return Date.now() - (await vscode.workspace.fs.stat(uri)).mtime;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function isWorthKeeping(uri: vscode.Uri, age: number, sidecar: vscode.Uri): Promise<boolean> {
  let text: string | null;
  try {
    text = await readText(uri);
  } catch (error) {
    // Cut in the middle of a character.
    if (error instanceof TypeError) return false;
    throw error;
  }
  if (text === null || !parseSidecar(text).ok || text === (await readText(sidecar))) return false;
  const present = await ageOf(sidecar);
  return present === null || age < present;
}

async function offerLeftOver(uri: vscode.Uri, name: string): Promise<void> {
  const answer = await vscode.window.showWarningMessage(
    `A save of ${name} was cut off, perhaps by a crash. What it was about to write is still there.`,
    'Open It',
    'Delete It',
  );
  if (answer === 'Open It') await vscode.window.showTextDocument(uri);
  else if (answer) await remove(uri);
}
