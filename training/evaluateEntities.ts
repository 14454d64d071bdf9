// Writes what names and entities come to on a dev set, with clusters, for the shared scorer's coreference rows.
// usage: node scripts/runTs.mjs training/evaluateEntities.ts <folder of the corpora> <set> <out file> [model file]
import fs from 'node:fs';
import { joinEntities } from '../src/core/extract/entities/joinEntities.ts';
import { createNameTagger } from '../src/core/extract/names/nameTagger.ts';
import { STANDOFF_TYPES } from '../src/core/interchange/standoff/standoffTypes.ts';
import { readCorpus } from './corpora.ts';
import { asDocument } from './plainDocument.ts';

const [
  folder = 'data/train-ok',
  set = 'redocred',
  out = 'predicted.jsonl',
  model = 'src/core/lexicon/models/names.bin',
] = process.argv.slice(2);
const tagger = createNameTagger(fs.readFileSync(model));
const lines = readCorpus(folder, set, 'dev').map(({ id, text }) => {
  const document = asDocument(text);
  const { entities, mentions } = joinEntities({ document, names: tagger.tag(document), identifiers: [], wanted: [] });
  const rows = mentions.map(({ start, end, entity, form }) => {
    const { type, name } = entities[entity]!;
    return { start, end, type: STANDOFF_TYPES[type], form, cluster: `e${entity}`, name };
  });
  return JSON.stringify({ id, entities: rows });
});
fs.writeFileSync(out, lines.join('\n'));
