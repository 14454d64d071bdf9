import type { Candidate } from './candidate.ts';
import { cueFeatures } from './cueFeatures.ts';
import { likeliest, softmax } from './likelihood.ts';
import type { TokenRange } from './nounPhrase.ts';
import { readContent } from './readContent.ts';
import { How, type SourceChoice, sourceChoices, sourceFeatures } from './sources.ts';
import type { StatementModel } from './statementModel.ts';
import type { Unit } from './unit.ts';
import { formAt, tagAt, type View, verbsWithin } from './view.ts';
import { Kind } from './wordForms.ts';

/** What the model reads at one cue. */
export interface Reading {
  readonly cue: number;
  readonly source: SourceChoice;
  readonly content: readonly TokenRange[];
  readonly cueScore: number;
  readonly sourceScore: number;
  readonly contentScore: number;
}

export const LEAST_PRIOR = -3;
/** A cue less likely than this is none. */
export const LEAST_CUE = 0.35;
/** The score of what a rule alone decides. */
const SURE = 0.8;

export function isCueForm(kind: number): boolean {
  return kind === Kind.word || kind >= Kind.gerund || kind === Kind.preposition || kind === Kind.name;
}

/** False where no word is likely a cue by itself; then there is nothing to read. */
export function holdsCue({ forms }: Unit, model: StatementModel): boolean {
  for (const form of forms) if (model.prior(form) >= LEAST_PRIOR && isCueForm(form.kind)) return true;
  return false;
}

/** The likeliest reading of every likely cue. */
export function readCues(view: View, model: StatementModel): Reading[] {
  const found: Reading[] = [];
  const n = view.forms.length;
  for (let i = 0; i < n; i++) model.prior(formAt(view, i));
  let previous: TokenRange | null = null;
  for (let i = 0; i < n; i++) {
    const form = formAt(view, i);
    if (form.prior < LEAST_PRIOR || !isCueForm(form.kind)) continue;
    const base = model.cueBase(form);
    cueFeatures(view, i, model.choices);
    const cueScore = sigmoid((base + model.choices.take()) * model.choices.scale);
    if (cueScore < LEAST_CUE && view.ruled.get(i)?.frame !== 'insert') continue;
    const reading: Reading | null = readSure(view, i) ?? readCue(view, i, cueScore, previous, model);
    if (!reading) continue;
    if (cueScore > 0.3 && reading.source.range) previous = reading.source.range;
    found.push(reading);
  }
  return found;
}

/** What the rules know better than any weight: inserts between dashes, and two kinds of "according to". */
function readSure(view: View, i: number): Reading | null {
  const ruled = view.ruled.get(i);
  if (!ruled?.source || !(ruled.frame === 'insert' || (ruled.frame === 'according' && isWoven(view, ruled))))
    return null;
  const source = { range: ruled.source, how: How.given };
  return { cue: i, source, content: ruled.content, cueScore: SURE, sourceScore: 1, contentScore: 1 };
}

/** "Behind it, according to X, was Y", "they won, according to their own account, by ten points". */
function isWoven(view: View, { cue, source, content: [front, rest] }: Candidate): boolean {
  if (source && source.to <= cue.from) return true;
  if (!front || !rest || front.from > cue.from) return false;
  return verbsWithin(view, front.from, front.to) === 0 && (tagAt(view, rest.from) & 1) === 1;
}

function readCue(
  view: View,
  i: number,
  cueScore: number,
  previous: TokenRange | null,
  model: StatementModel,
): Reading | null {
  const choices = sourceChoices(view, i, previous);
  const scores: number[] = [];
  for (const choice of choices) {
    sourceFeatures(view, i, choice, model.choices);
    scores.push(model.choices.take() * model.choices.scale);
  }
  const likely = softmax(scores);
  const best = likeliest(likely);
  const source = choices[best] as SourceChoice;
  const read = readContent(view, i, source, model);
  if (!read) return null;
  return {
    cue: i,
    source,
    content: read.content,
    cueScore,
    sourceScore: likely[best] as number,
    contentScore: read.score,
  };
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
