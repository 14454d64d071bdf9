import * as vscode from 'vscode';
import type { LineIndex } from '../../core/text/lines.ts';
import type { Span } from '../../core/text/span.ts';

/** Offsets of the LF-normalised text as positions of a document, whatever its line ends. */
export function toRange(lines: LineIndex, { start, end }: Span): vscode.Range {
  const from = lines.positionAt(start);
  const to = lines.positionAt(end);
  return new vscode.Range(from.line, from.character, to.line, to.character);
}

export const toOffset = (lines: LineIndex, position: vscode.Position): number => lines.offsetAt(position);

/** The span of a range without the white space at its ends; null when nothing is left. */
export function toSpan(lines: LineIndex, text: string, range: vscode.Range): Span | null {
  let start = toOffset(lines, range.start);
  let end = toOffset(lines, range.end);
  while (start < end && /\s/.test(text[start] as string)) start++;
  while (end > start && /\s/.test(text[end - 1] as string)) end--;
  return start < end ? { start, end } : null;
}
