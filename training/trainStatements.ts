// Trains the statement model. usage: node scripts/runTs.mjs training/trainStatements.ts <folder of the corpora> [out file]
import fs from 'node:fs';
import { gzipSync } from 'node:zlib';
import {
  lexiconPrint,
  STATEMENT_MODEL_KIND,
  STATEMENT_MODEL_VERSION,
} from '../src/core/extract/attributions/statementModel.ts';
import { NameModel } from '../src/core/extract/names/nameModel.ts';
import { writeModelFile } from '../src/core/lexicon/modelFile.ts';
import { learnStatements, readStatements } from './learnStatements.ts';

const [folder = 'data/train-ok', out = 'src/core/lexicon/models/statements.bin'] = process.argv.slice(2);
const { lexicon } = new NameModel(fs.readFileSync('src/core/lexicon/models/names.bin'));
const { forms, choices } = learnStatements(
  readStatements(folder, 'news_statements'),
  readStatements(folder, 'gum'),
  lexicon,
);
const scales = Float32Array.of(stepOf(forms), stepOf(choices));
const bytes = writeModelFile(
  { kind: STATEMENT_MODEL_KIND, version: STATEMENT_MODEL_VERSION, labels: [] },
  {
    lexicon: Uint32Array.of(lexiconPrint(lexicon)),
    scales,
    forms: pack(forms, scales[0]!),
    choices: pack(choices, scales[1]!),
  },
);
fs.writeFileSync(out, bytes);
console.log(`${out}: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} as gzip`);

/** The few largest weights are cut, so that the steps of the others are fine. */
function stepOf(weights: Float32Array): number {
  const sizes = Array.from(weights, Math.abs).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length * 0.9999)]! / 127;
}

function pack(weights: Float32Array, step: number): Int8Array {
  return Int8Array.from(weights, (w) => Math.max(-127, Math.min(127, Math.round(w / step))));
}
