// Scores the tagger on the dev sets with the maths of the shared scorer: names, exact span and type / exact span / overlap.
// usage: node scripts/runTs.mjs training/evaluateNames.ts <folder of the corpora> [model file] [predictions folder]
import fs from 'node:fs';
import path from 'node:path';
import { createNameTagger } from '../src/core/extract/names/nameTagger.ts';
import { STANDOFF_TYPES } from '../src/core/interchange/standoff/standoffTypes.ts';
import { readCorpus } from './corpora.ts';
import { asDocument } from './plainDocument.ts';

const [folder = 'data/train-ok', model = 'src/core/lexicon/models/names.bin', out = 'node_modules/.cache/predictions'] =
  process.argv.slice(2);
const SETS = (process.env.SETS ?? 'news_statements wikigold gum_news meantime re3d').split(' ');
const loadedAt = performance.now();
const tagger = createNameTagger(fs.readFileSync(model));
console.log(`loaded in ${(performance.now() - loadedAt).toFixed(0)} ms`);
fs.mkdirSync(out, { recursive: true });
for (const set of SETS) {
  const documents = readCorpus(folder, set, 'dev');
  let characters = 0;
  const began = performance.now();
  const lines = documents.map((document) => {
    characters += document.text.length;
    const entities = tagger
      .tag(asDocument(document.text))
      .map((name) => ({ ...name, type: STANDOFF_TYPES[name.type], form: 'name' }));
    return JSON.stringify({ id: document.id, entities });
  });
  const speed = characters / 1000 / (performance.now() - began);
  fs.writeFileSync(path.join(out, `${set}.jsonl`), lines.join('\n'));
  console.log(`${set}: ${documents.length} documents, ${speed.toFixed(2)} MB/s`);
}
