import type { Token } from '../../text/tokens.ts';
import { contextFeatures } from './contextFeatures.ts';
import { decode } from './decode.ts';
import { gatherFacts, type WordLine } from './documentFacts.ts';
import { LABEL_COUNT, TAGGED_TYPES, type TaggedType } from './labels.ts';
import type { NameModel } from './nameModel.ts';
import { featureCountAt, OFFSETS, shifted } from './sequenceFeatures.ts';
import type { WordForm } from './wordFeatures.ts';

/** A name as token positions within one sequence; `end` is exclusive. */
export interface TaggedName {
  readonly sequence: number;
  readonly first: number;
  readonly end: number;
  readonly type: TaggedType;
  /** 0.5 to 1: grows with the smallest margin of its tokens. */
  readonly score: number;
}

/**
 * Labels every sequence of one document. The scores that depend on a word form alone are added up once per form
 * and distance, so the cost per token is small and the whole is linear in the tokens.
 */
export function tagSequences(sequences: readonly (readonly Token[])[], model: NameModel): TaggedName[] {
  const facts = gatherFacts(sequences, model.lexicon);
  const cache = new Map<WordForm, Float32Array>();
  const formScores = (form: WordForm): Float32Array => {
    let sums = cache.get(form);
    if (!sums) {
      sums = new Float32Array(OFFSETS.length * LABEL_COUNT);
      for (let o = 0; o < OFFSETS.length; o++) {
        const offset = OFFSETS[o] as number;
        const count = featureCountAt(form, offset);
        for (let f = 0; f < count; f++) {
          model.addScores(shifted(form.features[f] as number, offset), sums, o * LABEL_COUNT);
        }
      }
      cache.set(form, sums);
    }
    return sums;
  };
  const names: TaggedName[] = [];
  facts.lines.forEach((line, sequence) => {
    const length = line.words.length;
    if (length === 0) return;
    const scores = new Float32Array(length * LABEL_COUNT);
    addFormScores(line, scores, formScores);
    contextFeatures(line, facts, model.lexicon).forEach((features, t) => {
      for (const feature of features) model.addScores(feature, scores, t * LABEL_COUNT);
    });
    const { labels, margins } = decode(scores, length, model.transitions);
    collect(labels, margins, sequence, names);
  });
  return names;
}

function addFormScores(line: WordLine, scores: Float32Array, formScores: (form: WordForm) => Float32Array): void {
  const { words } = line;
  words.forEach((form, position) => {
    const sums = formScores(form);
    for (let o = 0; o < OFFSETS.length; o++) {
      const t = position - (OFFSETS[o] as number);
      if (t < 0 || t >= words.length) continue;
      for (let y = 0; y < LABEL_COUNT; y++) scores[t * LABEL_COUNT + y]! += sums[o * LABEL_COUNT + y] as number;
    }
  });
}

function collect(labels: Uint8Array, margins: Float64Array, sequence: number, names: TaggedName[]): void {
  for (let t = 0; t < labels.length; ) {
    const label = labels[t] as number;
    if (label === 0) {
      t++;
      continue;
    }
    const first = t;
    let margin = margins[t] as number;
    for (t++; t < labels.length && labels[t] === label + 1; t++) margin = Math.min(margin, margins[t] as number);
    const score = 0.5 + 0.5 / (1 + Math.exp(-margin));
    names.push({
      sequence,
      first,
      end: t,
      type: TAGGED_TYPES[(label - 1) >> 1] as TaggedType,
      score: Math.round(score * 100) / 100,
    });
  }
}
