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

  it('is the same where none of them is named', () => {
    const file = checkedFile(TEXT);
    expect(renameInSidecar(file, (name) => name)).toBe(file);
  });
});
