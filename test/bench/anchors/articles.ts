import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { normaliseText } from '../../../src/core/text/normalise.ts';

const CORPUS = '../shared/corpus/corpus.tar.xz';
const CACHE = 'node_modules/.cache/dossier-corpus';
const NAME = /^(wikinews-\d|state-|fed-speech-|hhs-)/;

/** Articles of the corpus of 2 to 16 thousand characters, in an order that is always the same; null where there is no corpus. */
export function* corpusArticles(): Generator<{ readonly name: string; readonly text: string }> {
  if (!fs.existsSync(path.join(CACHE, 'corpus'))) {
    fs.mkdirSync(CACHE, { recursive: true });
    execFileSync('tar', ['xJf', CORPUS, '-C', CACHE]);
  }
  const folder = path.join(CACHE, 'corpus');
  const names = fs.readdirSync(folder).filter((name) => NAME.test(name));
  // By the end of the name: all kinds of source and all years mixed.
  const key = (name: string) => [...name].reverse().join('');
  for (const name of names.sort((a, b) => (key(a) < key(b) ? -1 : 1))) {
    const text = normaliseText(fs.readFileSync(path.join(folder, name), 'utf8'));
    if (text.length >= 2000 && text.length <= 16_000) yield { name, text };
  }
}

export const hasCorpus = (): boolean => fs.existsSync(CORPUS) || fs.existsSync(path.join(CACHE, 'corpus'));
