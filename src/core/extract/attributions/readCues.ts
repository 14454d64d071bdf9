import type { Candidate } from './candidate.ts';
import { cueFeatures } from './cueFeatures.ts';
import { likeliest, softmax } from './likelihood.ts';
import type { TokenRange } from './nounPhrase.ts';
import { readContent } from './readContent.ts';
import { How, type SourceChoice, sourceChoices, sourceFeatures } from './sources.ts';
import type { StatementModel } from './statementModel.ts';
import { readSureReport } from './sureReports.ts';
import type { Unit } from './unit.ts';
import { tagAt, type View, verbsWithin } from './view.ts';
import { type Form, Kind, lemmaOf } from './wordForms.ts';

/** What the model reads at one cue. */
export interface Reading {
  readonly cue: number;
  readonly source: SourceChoice;
  readonly content: readonly TokenRange[];
  readonly cueScore: number;
  readonly sourceScore: number;
  readonly contentScore: number;
  /** True where a rule alone decided. */
  readonly byRule?: boolean;
}

/** Words less likely cues by themselves than this are left out of the training of the choices. */
export const LEAST_PRIOR = -3;
/** Words less likely cues by themselves than this are not read. */
const LEAST_READ = -2.5;
/** A cue less likely than this is none. */
export const LEAST_CUE = 0.35;
/** The source of a cue at least as likely as this may be that of the next one. */
const LEAST_OF_SHARED = 0.3;
/** The score of what a rule alone decides. */
const SURE = 0.8;

export function isCueForm(kind: number): boolean {
  return kind === Kind.word || kind >= Kind.gerund || kind === Kind.preposition || kind === Kind.name;
}

/** The words that are likely cues by themselves. */
export function likelyCues({ forms }: Unit, model: StatementModel): number[] {
  const cues: number[] = [];
  for (let i = 0; i < forms.length; i++) {
    const form = forms[i] as Form;
    if (model.prior(form) >= LEAST_READ && isCueForm(form.kind)) cues.push(i);
  }
  return cues;
}

/** The likeliest reading of each of the cues; `least` is the score, by the lemma of the cue, below which one is of no use. */
export function readCues(
  view: View,
  cues: readonly number[],
  model: StatementModel,
  least: (lemma: string) => number,
): Reading[] {
  const found: Reading[] = [];
  let previous: TokenRange | null = null;
  for (const i of cues) {
    const form = view.forms[i] as Form;
    const base = model.cueBase(form);
    cueFeatures(view, i, model.choices);
    const cueScore = sigmoid((base + model.choices.take()) * model.choices.scale);
    const sure = readSure(view, i);
    if (cueScore < LEAST_CUE && !sure?.byRule && view.ruled.get(i)?.candidate.frame !== 'insert') continue;
    const source: LikelySource = sure ? { choice: sure.source, score: 1 } : readSource(view, i, previous, model);
    if (cueScore > LEAST_OF_SHARED && source.choice.range) previous = source.choice.range;
    if (sure) found.push(sure);
    else if (cueScore >= least(lemmaOf(form))) {
      const read = readContent(view, i, source.choice, model);
      if (read)
        found.push({
          cue: i,
          source: source.choice,
          content: read.content,
          cueScore,
          sourceScore: source.score,
          contentScore: read.score,
        });
    }
  }
  return found;
}

/** What the rules know better than any weight: inserts between dashes or commas, reports at the end, and two kinds of "according to". */
function readSure(view: View, i: number): Reading | null {
  const report = readSureReport(view.unit, i);
  if (report) {
    const source = { range: report.source, how: report.source.from > i ? How.after : How.subject };
    return { cue: i, source, content: report.content, cueScore: SURE, sourceScore: 1, contentScore: 1, byRule: true };
  }
  const ruled = view.ruled.get(i)?.candidate;
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

interface LikelySource {
  readonly choice: SourceChoice;
  readonly score: number;
}

/** The likeliest source of the cue at `i`. */
function readSource(view: View, i: number, previous: TokenRange | null, model: StatementModel): LikelySource {
  const choices = sourceChoices(view, i, previous);
  const logits: number[] = [];
  for (const choice of choices) {
    sourceFeatures(view, i, choice, model.choices);
    logits.push(model.choices.take() * model.choices.scale);
  }
  const likely = softmax(logits);
  const best = likeliest(likely);
  return { choice: choices[best] as SourceChoice, score: likely[best] as number };
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
