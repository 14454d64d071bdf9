import Papa from 'papaparse';
import type { NameList } from '../../core/corpus/nameList/nameList.ts';
import { readFollowTheMoney } from '../../core/corpus/nameList/readFollowTheMoney.ts';
import { readRows } from '../../core/corpus/nameList/readRows.ts';

/** Reads a name list: FollowTheMoney entities by the end of the name or a first line that is JSON, else a table. */
export function readNameList(name: string, text: string, ownTypes: readonly string[]): NameList {
  if (/\.(?:ndjson|jsonl?|ftm)$/i.test(name) || /^\uFEFF?\s*\{/.test(text)) return readFollowTheMoney(text);
  // Empty lines count, so that the numbers of rows are right; at the end they would mislead the guess of the separator.
  // A quotation mark that is never closed ends with the file: the rows before it stand.
  return readRows(Papa.parse<string[]>(text.trimEnd(), { skipEmptyLines: false }).data, ownTypes);
}
