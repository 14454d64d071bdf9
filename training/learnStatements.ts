import fs from 'node:fs';
import path from 'node:path';
import { LEAST_PRIOR } from '../src/core/extract/attributions/readCues.ts';
import { StatementModel } from '../src/core/extract/attributions/statementModel.ts';
import { formsWith } from '../src/core/extract/attributions/wordForms.ts';
import type { WordLexicon } from '../src/core/lexicon/wordLexicon.ts';
import { type Choice, trainChoices, type Weighted } from './logLinear.ts';
import {
  cueCounts,
  priorExamples,
  type ReadUnit,
  readUnits,
  type StatementDocument,
  stepExamples,
} from './statementExamples.ts';

const number = (name: string, usual: number): number => Number(process.env[name] ?? usual);
export const settings = {
  bits: number('BITS', 19),
  epochs: number('EPOCHS', 10),
  rate: number('RATE', 0.2),
  shrinkage: number('SHRINK', 0.01),
  caution: number('CAUTION', 1),
  dropout: number('DROP', 0.25),
  minCount: number('MIN', 2),
  gum: number('GUM', 0.4),
  seed: number('SEED', 1),
};
const FORM_BITS = 15;
/** Number of the copy of features that holds for GUM alone. */
const GUM = 77;

/** The training documents of a corpus; a complementiser at the head of a content is cut off, as the guideline has it. */
export function readStatements(folder: string, corpus: string): StatementDocument[] {
  const lines = fs
    .readFileSync(path.join(folder, corpus, 'train.jsonl'), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => {
    const document = JSON.parse(line) as StatementDocument;
    const quotes = document.quotes.map((q) => ({
      ...q,
      start: !q.parts && /^that\s/i.test(document.text.slice(q.start, q.end)) ? q.start + 5 : q.start,
    }));
    return { ...document, quotes };
  });
}

/** Weights in full precision. */
export interface Learned {
  readonly forms: Float32Array;
  readonly choices: Float32Array;
}

export const UNSCALED = { forms: 1, choices: 1 };

/** Learns the weights of the statement model: first how cue-like each word is, then every choice at its place. */
export function learnStatements(
  guided: readonly StatementDocument[],
  gum: readonly StatementDocument[],
  lexicon: WordLexicon,
): Learned {
  const weights = { forms: new Float32Array(1 << FORM_BITS), choices: new Float32Array(1 << settings.bits) };
  const model = new StatementModel(weights, UNSCALED);
  const formOf = formsWith(lexicon);
  const counts = cueCounts(guided);
  const own = guided.flatMap((d) => readUnits(d, formOf, counts));
  const other = settings.gum > 0 ? gum.flatMap((d) => readUnits(d, formOf, counts)) : [];
  const weighted = (make: (units: readonly ReadUnit[]) => Choice[]): Weighted[] => [
    ...make(own).map((e) => ({ ...e, weight: 1, copy: 0 })),
    ...make(other).map((e) => ({ ...e, weight: settings.gum, copy: GUM })),
  ];
  trainChoices(weighted(priorExamples), { ...settings, epochs: 4 }, weights.forms);
  for (const { view } of [...own, ...other]) for (const form of view.forms) model.prior(form);
  trainChoices(
    weighted((units) => stepExamples(units, LEAST_PRIOR)),
    settings,
    weights.choices,
  );
  return weights;
}
