import type { Token } from '../../text/tokens.ts';
import { lineSurroundings, writeContextFeatures } from './contextFeatures.ts';
import { Decoder } from './decode.ts';
import { type DocumentFacts, gatherFacts, startsAt, type WordLine } from './documentFacts.ts';
import { featureBuffer } from './featureBuffer.ts';
import type { FormTable } from './formTable.ts';
import { beginLabel, LABEL_COUNT, TAGGED_TYPES, type TaggedType } from './labels.ts';
import type { NameModel } from './nameModel.ts';
import type { WordForm } from './wordFeatures.ts';

/** Taken off the score of "no name" for proper words; chosen on the development sets. */
const PROPER = 1;
/** Taken off the scores of events, works and products: they are named only where sure. Chosen on the development sets. */
const SHY = 0.3;
const SHY_FROM = beginLabel('event');
/** A longer run of name labels is a list or debris. */
const LONGEST = 20;
const FIRST_LENGTH = 64;

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
 * and distance, and only words in capitals and those beside them are labelled at all: linear in the tokens.
 */
export function tagSequences(
  sequences: readonly (readonly Token[])[],
  model: NameModel,
  table: FormTable,
): TaggedName[] {
  table.refresh();
  const facts = gatherFacts(sequences, table.form);
  const names: TaggedName[] = [];
  const buffer = featureBuffer();
  const decoder = new Decoder(model.transitions);
  let scores = new Float32Array(FIRST_LENGTH * LABEL_COUNT);
  for (let sequence = 0; sequence < sequences.length; sequence++) {
    const line = facts.lineAt(sequence);
    const stretches = namedStretches(line.words);
    if (stretches.length === 0) continue;
    const surroundings = lineSurroundings(line, model.lexicon);
    for (const { start, end } of stretches) {
      const size = (end - start) * LABEL_COUNT;
      if (size > scores.length) scores = new Float32Array(size);
      for (let t = start; t < end; t++) {
        const at = (t - start) * LABEL_COUNT;
        table.writeScores(line.words, t, scores, at);
        for (let y = SHY_FROM; y < LABEL_COUNT; y++) scores[at + y] = (scores[at + y] as number) - SHY;
        if (isProperInside(line, t, facts)) scores[at] = (scores[at] as number) - PROPER;
        writeContextFeatures(line, t, surroundings, facts, buffer);
        model.addScores(buffer, scores, at);
      }
      decoder.run(scores, end - start);
      collect(decoder, end - start, sequence, start, names);
    }
  }
  return names;
}

/** Seen in capitals within sentences more than once and never small: a name of some kind, even if unknown. */
function isProperInside({ words, titled }: WordLine, t: number, facts: DocumentFacts): boolean {
  const word = words[t] as WordForm;
  if (!word.capitalised || titled || startsAt(words, t)) return false;
  return facts.of(word).inside > 1 && !facts.seenLower(word);
}

/** Stretches around words with a capital, one word wider on both sides; near ones are one. */
function namedStretches(words: readonly WordForm[]): { start: number; end: number }[] {
  const stretches: { start: number; end: number }[] = [];
  let last: { start: number; end: number } | undefined;
  for (let i = 0; i < words.length; i++) {
    if (!(words[i] as WordForm).hasCapital) continue;
    if (last && i - 2 <= last.end) last.end = Math.min(words.length, i + 2);
    else {
      last = { start: Math.max(0, i - 1), end: Math.min(words.length, i + 2) };
      stretches.push(last);
    }
  }
  return stretches;
}

function collect(
  { labels, margins }: Decoder,
  length: number,
  sequence: number,
  base: number,
  names: TaggedName[],
): void {
  for (let t = 0; t < length; ) {
    const label = labels[t] as number;
    if (label === 0) {
      t++;
      continue;
    }
    const first = t;
    let margin = margins[t] as number;
    for (t++; t < length && labels[t] === label + 1; t++) margin = Math.min(margin, margins[t] as number);
    if (t - first > LONGEST) continue;
    const score = 0.5 + 0.5 / (1 + Math.exp(-margin));
    names.push({
      sequence,
      first: base + first,
      end: base + t,
      type: TAGGED_TYPES[(label - 1) >> 1] as TaggedType,
      score: Math.round(score * 100) / 100,
    });
  }
}
