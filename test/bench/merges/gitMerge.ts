import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { danglingReferences } from '../../../src/core/sidecar/danglingReferences.ts';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar.ts';
import type { Versions } from './twoPeople.ts';

/** What git's own merge by lines makes of the same three files. */
export function gitMerge(versions: Versions, folder: string): { readonly conflict: boolean; readonly usable: boolean } {
  const files = (['ours', 'base', 'theirs'] as const).map((name) => {
    const file = path.join(folder, `${name}.json`);
    fs.writeFileSync(file, versions[name]);
    return file;
  });
  const { status, stdout, error } = spawnSync('git', ['merge-file', '-p', ...files], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error) throw error;
  const parsed = parseSidecar(stdout);
  return { conflict: status !== 0, usable: parsed.ok && danglingReferences(parsed.value).length === 0 };
}
