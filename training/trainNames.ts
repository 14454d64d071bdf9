// Trains the name tagger. usage: node scripts/runTs.mjs training/trainNames.ts <folder of the corpora> [out file]
import fs from 'node:fs';
import { gzipSync } from 'node:zlib';
import { lineSurroundings, writeContextFeatures } from '../src/core/extract/names/contextFeatures.ts';
import { gatherFacts } from '../src/core/extract/names/documentFacts.ts';
import { featureBuffer } from '../src/core/extract/names/featureBuffer.ts';
import { LABEL_COUNT } from '../src/core/extract/names/labels.ts';
import { NAME_MODEL_KIND, NAME_MODEL_VERSION, rowScale } from '../src/core/extract/names/nameModel.ts';
import { featureCountAt, OFFSETS, shifted } from '../src/core/extract/names/sequenceFeatures.ts';
import { describeWord, type WordForm, writeFormFeatures } from '../src/core/extract/names/wordFeatures.ts';
import { hashText, mix } from '../src/core/lexicon/hash.ts';
import { writeModelFile } from '../src/core/lexicon/modelFile.ts';
import { WordLexicon } from '../src/core/lexicon/wordLexicon.ts';
import { augment } from './augment.ts';
import { GUIDELINE, OWN_ARTICLES, readTraining, type TrainingDocument } from './corpora.ts';
import { type CrfWeights, type Sequence, trainCrf } from './crf.ts';
import { buildGazetteer } from './gazetteers.ts';
import { mulberry32 } from './kMeans.ts';
import { learnLeanings } from './leanings.ts';
import { buildLexiconTables } from './lexiconTables.ts';

const [folder = 'data/train-ok', out = 'src/core/lexicon/models/names.bin'] = process.argv.slice(2);
const settings = {
  epochs: Number(process.env.EPOCHS ?? 9),
  rate: Number(process.env.RATE ?? 0.3),
  shrinkage: Number(process.env.SHRINK ?? 0.0005),
  unknown: Number(process.env.UNKNOWN ?? 0.12),
  caution: Number(process.env.CAUTION ?? 10),
  dropout: Number(process.env.DROP ?? 0.35),
  minCount: Number(process.env.MIN ?? 6),
  runs: Number(process.env.RUNS ?? 5),
  fold: process.env.FOLD ? Number(process.env.FOLD) : undefined,
};
const WEIGHTS: Readonly<Record<string, number>> = JSON.parse(
  process.env.CORPORA ??
    '{"news_statements":1.5,"gum":1,"uner_ewt":1,"re3d":0.7,"wikigold":1.9,"redocred":0.9,"meantime":0.7,"crossner_politics":1,"own_articles":1.5}',
) as Record<string, number>;

const gazetteer = buildGazetteer();
const annotated = readTraining(folder, gazetteer, settings.fold);
// Our own articles teach no leanings, so that the other models, which learn with them, need not be trained again.
const published = annotated.filter(({ corpus }) => corpus !== OWN_ARTICLES);
const tables = buildLexiconTables(gazetteer, learnLeanings(published, gazetteer));
const lexicon = new WordLexicon(tables);
console.log(`${tables.wordKeys.length} words, ${tables.phraseKeys.length} phrases`);

const random = mulberry32(5);
const documents: TrainingDocument[] = annotated.flatMap((plain) => {
  if (!GUIDELINE.includes(plain.corpus))
    return [augment(plain, { unknown: settings.unknown, strayCapitals: 0.002, random })];
  return [plain, augment(plain, { unknown: settings.unknown * 2, strayCapitals: 0.01, random })];
});
/** Copies of features that hold for one corpus alone: they soak up its own habits of marking and are not shipped (Daumé 2007). */
const copies = new Set<number>();
const { sequences, keys } = numberFeatures(documents);
console.log(`${documents.length} documents, ${sequences.length} sequences, ${keys.length} features`);
const { weights, transitions } = average(
  Array.from({ length: settings.runs }, (_, run) =>
    trainCrf(sequences, {
      ...settings,
      featureCount: keys.length,
      averageFrom: Math.ceil(settings.epochs / 2),
      random: mulberry32(3 + run),
      report: (epoch, loss) =>
        console.log(`run ${run + 1}, epoch ${epoch}: loss ${loss.toFixed(0)}, ${process.uptime().toFixed(0)} s`),
    }),
  ),
);
fs.writeFileSync(out, pack());
const bytes = fs.readFileSync(out);
console.log(`${out}: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} as gzip`);

/** The mean of several trainings that differ in the order of the texts and in what was left out. */
function average(runs: readonly CrfWeights[]): CrfWeights {
  const mean = (of: (run: CrfWeights) => Float32Array): Float32Array =>
    of(runs[0]!).map((_, i) => runs.reduce((sum, run) => sum + of(run)[i]!, 0) / runs.length);
  return { weights: mean((run) => run.weights), transitions: mean((run) => run.transitions) };
}

function numberFeatures(all: readonly TrainingDocument[]): { sequences: Sequence[]; keys: Uint32Array } {
  const counts = new Map<number, number>();
  const forms = new Map<string, WordForm>();
  const featuresOf = new Map<WordForm, { features: Uint32Array; core: number }>();
  const buffer = featureBuffer();
  const form = (text: string): WordForm => {
    const known = forms.get(text);
    if (known) return known;
    const described = describeWord(text, lexicon);
    forms.set(text, described);
    const core = writeFormFeatures(described, buffer);
    featuresOf.set(described, { features: buffer.features.slice(0, buffer.count), core });
    return described;
  };
  const raw = all.flatMap((document) => {
    const facts = gatherFacts(
      document.lines.map(({ tokens }) => tokens),
      form,
    );
    return document.lines.map((line, l) => {
      const described = facts.lineAt(l);
      const { words } = described;
      const around = lineSurroundings(described, lexicon);
      const lists = words.map((_, t) => {
        writeContextFeatures(described, t, around, facts, buffer);
        const context = buffer.features.subarray(0, buffer.count);
        const list = [...context];
        const own = GUIDELINE.includes(document.corpus) ? 0 : hashText(document.corpus);
        if (own) {
          const { features, core } = featuresOf.get(words[t]!)!;
          for (const feature of [own, ...features.subarray(0, core)]) {
            const copy = mix(feature, own);
            copies.add(copy);
            list.push(copy);
          }
        }
        for (const offset of OFFSETS) {
          const form = words[t + offset];
          if (!form) continue;
          const { features, core } = featuresOf.get(form)!;
          const count = featureCountAt(features.length, core, offset);
          for (let f = 0; f < count; f++) list.push(shifted(features[f]!, offset));
        }
        for (const feature of list) counts.set(feature, (counts.get(feature) ?? 0) + 1);
        return new Uint32Array(list);
      });
      return { lists, allowed: line.allowed, weight: WEIGHTS[document.corpus] ?? 1 };
    });
  });
  const kept = [...counts].filter(([, n]) => n >= settings.minCount).map(([key]) => key);
  const sorted = Uint32Array.from(kept).sort();
  const numbers = new Map<number, number>();
  for (const [i, key] of sorted.entries()) numbers.set(key, i);
  const done = raw.map(({ lists, allowed, weight }): Sequence => {
    const features: number[] = [];
    const offsets = [0];
    for (const list of lists) {
      for (const feature of list) {
        const number = numbers.get(feature);
        if (number !== undefined) features.push(number);
      }
      offsets.push(features.length);
    }
    return { features: Int32Array.from(features), offsets: Int32Array.from(offsets), allowed, weight };
  });
  return { sequences: done, keys: sorted };
}

function pack(): Uint8Array {
  const rows: number[] = [];
  for (let f = 0; f < keys.length; f++) {
    let top = 0;
    for (let y = 0; y < LABEL_COUNT; y++) top = Math.max(top, Math.abs(weights[f * LABEL_COUNT + y]!));
    if (top > 0.02 && !copies.has(keys[f]!)) rows.push(f);
  }
  const packed = new Int8Array(rows.length * LABEL_COUNT);
  const scales = new Uint8Array(rows.length);
  rows.forEach((f, r) => {
    const row = weights.subarray(f * LABEL_COUNT, (f + 1) * LABEL_COUNT);
    const top = row.reduce((most, w) => Math.max(most, Math.abs(w)), 0);
    const step = Math.max(0, Math.min(255, Math.ceil(128 + 8 * Math.log2(top / 127))));
    scales[r] = step;
    for (let y = 0; y < LABEL_COUNT; y++) {
      packed[r * LABEL_COUNT + y] = Math.max(-127, Math.min(127, Math.round(row[y]! / rowScale(step))));
    }
  });
  const { wordKeys, wordClasses, wordFlags, wordLeanings, families, groups, phraseKeys, phraseFlags } = tables;
  return writeModelFile(
    { kind: NAME_MODEL_KIND, version: NAME_MODEL_VERSION, labels: [] },
    {
      wordKeys,
      wordClasses,
      wordFlags,
      wordLeanings,
      families,
      groups,
      phraseKeys,
      phraseFlags,
      transitions,
      featureKeys: Uint32Array.from(rows, (f) => keys[f]!),
      weights: packed,
      scales,
    },
  );
}
