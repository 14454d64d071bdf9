import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sidecarText } from '../../../src/core/sidecar/merge/sidecarText.ts';
import { checkedFile } from '../../../src/core/sidecar/rawFile.ts';
import { renameInSidecar } from '../../../src/core/sidecar/renameInSidecar.ts';

const GOLDEN = path.join(import.meta.dirname, '../../fixtures/sidecars/disputed.dossier.json');

/** A sidecar with evidence, linked articles and what another tool wrote. */
const TEXT = fs
  .readFileSync(GOLDEN, 'utf8')
  .replace('"kind": "passage",\n', '"kind": "passage",\n          "x-lab": "../other.txt",\n')
  .replace(
    '"offsets": "utf-16; LF"',
    '"offsets": "utf-16; LF",\n    "translationOf": "../other.txt",\n    "translations": [\n      "a.txt",\n      "../other.txt"\n    ],\n    "original": "../other.txt"',
  );

/** The same with both sides of conflicts on such references, the values of other fields and of no shape among them. */
function disputed() {
  const file = JSON.parse(TEXT);
  const [claim] = Object.values<Record<string, unknown>>(file.claims);
  const proof = { kind: 'file', ref: '../other.txt', stance: 'for' };
  const conflict = (field: string, ours: unknown, theirs: unknown) => ({
    field,
    ours: { value: ours, by: 'Ada' },
    theirs: theirs === undefined ? {} : { value: theirs },
  });
  file.conflict = [
    conflict('source.original', '../other.txt', 'a.txt'),
    conflict('source.translations', ['../other.txt'], undefined),
    conflict('source.title', '../other.txt', 12),
    conflict('source.translationOf', { not: 'a name' }, null),
  ];
  Object.assign(claim ?? {}, {
    conflict: [conflict('evidence', [proof, { ...proof, kind: 'url' }, 'no evidence'], undefined)],
  });
  return file;
}

describe('a sidecar when files get other names', () => {
  it('changes in the references to them alone, and keeps what another tool wrote', () => {
    const renamed = renameInSidecar(checkedFile(TEXT), (name) => name.replace('../other.txt', '../sub/new name.txt'));
    const wanted = TEXT.replaceAll('"../other.txt"', '"../sub/new name.txt"').replace(
      '"x-lab": "../sub/new name.txt"',
      '"x-lab": "../other.txt"',
    );
    expect(wanted).not.toBe(TEXT);
    expect(JSON.parse(sidecarText(renamed))).toEqual(JSON.parse(wanted));
    expect(sidecarText(renamed).split('\n').sort()).toEqual(wanted.split('\n').sort());
  });

  it('changes in both sides of kept conflicts', () => {
    const before = disputed();
    const renamed = renameInSidecar(checkedFile(JSON.stringify(before)), (name) =>
      name.replace('../other.txt', '../new.txt'),
    );
    expect(renamed.conflict?.map(({ ours, theirs }) => [ours.value, theirs.value])).toEqual([
      ['../new.txt', 'a.txt'],
      [['../new.txt'], undefined],
      ['../other.txt', 12],
      [{ not: 'a name' }, null],
    ]);
    expect(renamed.conflict?.[0]?.ours.by).toBe('Ada');
    const [claim] = Object.values(renamed.claims ?? {});
    const proof = { kind: 'file', ref: '../new.txt', stance: 'for' };
    expect(claim?.conflict?.[0]?.ours.value).toEqual([
      proof,
      { ...proof, kind: 'url', ref: '../other.txt' },
      'no evidence',
    ]);
  });

  it('is the same where none of them is named', () => {
    const file = checkedFile(TEXT);
    expect(renameInSidecar(file, (name) => name)).toBe(file);
  });
});
