import type { Candidate, Frame } from './candidate.ts';
import { cueFeatures } from './cueFeatures.ts';
import { headlineMark, readHeadline } from './headlineReports.ts';
import { likeliest, softmax } from './likelihood.ts';
import type { TokenRange } from './nounPhrase.ts';
import { readContent } from './readContent.ts';
import { How, type SourceChoice, sourceChoices, sourceFeatures } from './sources.ts';
import type { StatementModel } from './statementModel.ts';
import { isPartOfReport, isSureCue } from './sureCues.ts';
import { readSureReport } from './sureReports.ts';
import type { Unit } from './unit.ts';
import { tagAt, type View, verbsWithin } from './view.ts';
import { type Form, isPause, Kind, lemmaOf } from './wordForms.ts';

/** What the model reads at one cue. */
export interface Reading {
  readonly cue: number;
  /** Where the cue is more than the verb with its auxiliaries. */
  readonly cueRange?: TokenRange;
  /** Where the rule that read it knows the construction. */
  readonly frame?: Frame;
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
/** How likely a cue is that its surroundings alone tell. */
const SURE_CUE = 0.9;

export function isCueForm(kind: number): boolean {
  return kind === Kind.word || kind >= Kind.gerund || kind === Kind.preposition || kind === Kind.name;
}

/** The words that are likely cues by themselves, or that rules read as such where they stand. */
export function likelyCues(unit: Unit, model: StatementModel): number[] {
  const { forms } = unit;
  const cues: number[] = [];
  for (let i = 0; i < forms.length; i++) {
    const form = forms[i] as Form;
    const likely =
      form.ruleCue || (form.kind === Kind.past && forms[i + 1]?.kind === Kind.that) || model.prior(form) >= LEAST_READ;
    if (likely && isCueForm(form.kind)) cues.push(i);
  }
  const mark = headlineMark(unit);
  if (mark >= 0) cues.push(mark);
  return cues;
}

/** The likeliest reading of each of the cues; `least` is the score, by the lemma of the cue, below which one is of no use. */
export function readCues(
  view: View,
  cues: readonly number[],
  model: StatementModel,
  least: (lemma: string) => number,
): readonly Reading[] {
  const found: Reading[] = [];
  let previous: TokenRange | null = null;
  for (const i of cues) {
    const form = view.forms[i] as Form;
    if (isPartOfReport(view.unit, i)) continue;
    const sure = readSure(view, i);
    if (sure?.byRule) {
      found.push(sure);
      previous = sure.source.range ?? previous;
      continue;
    }
    const base = model.cueBase(form);
    cueFeatures(view, i, model.choices);
    const weighed = sigmoid((base + model.choices.take()) * model.choices.scale);
    const cueScore = weighed < SURE_CUE && isSureCue(view.unit, i) ? SURE_CUE : weighed;
    if (cueScore < LEAST_CUE && view.ruled.get(i)?.candidate.frame !== 'insert') continue;
    const source: LikelySource = sure ? { choice: sure.source, score: 1 } : readSource(view, i, previous, model);
    if (cueScore > LEAST_OF_SHARED && source.choice.range) previous = source.choice.range;
    if (sure) found.push(sure);
    else if (cueScore >= least(lemmaOf(form))) {
      const read = readContent(view, i, source.choice, model);
      if (read)
        found.push({
          cue: i,
          source: source.choice,
          content: withoutOrigin(view.unit, read.content),
          cueScore,
          sourceScore: source.score,
          contentScore: read.score,
        });
    }
  }
  return withoutTails(found);
}

/** "Demand is expected to double, analysts believe": what a report at the end is said of does not run into it. */
function withoutTails(found: readonly Reading[]): readonly Reading[] {
  const tails = found.filter((r) => r.byRule && r.source.range && (r.content.at(-1) as TokenRange).to <= r.cue);
  if (tails.length === 0) return found;
  return found.map((reading) => {
    const last = reading.content.at(-1) as TokenRange;
    const tail = tails.find((t) => t !== reading && last.from < (t.content.at(-1) as TokenRange).to && t.cue < last.to);
    const to = tail ? (tail.content.at(-1) as TokenRange).to : last.to;
    return to === last.to
      ? reading
      : { ...reading, content: [...reading.content.slice(0, -1), { from: last.from, to }] };
  });
}

/** "The plane was old, the paper reported, citing logs": what a report rests on is not what it says. */
function withoutOrigin({ words }: Unit, content: readonly TokenRange[]): readonly TokenRange[] {
  const last = content.at(-1) as TokenRange;
  const citing = words[last.from] === 'citing' || words[last.from - 1] === 'citing';
  return content.length > 1 && citing ? content.slice(0, -1) : content;
}

/** What the rules know better than any weight: inserts between dashes or commas, reports at the end, and two kinds of "according to". */
function readSure(view: View, i: number): Reading | null {
  const { zone } = view.unit;
  const mark = (view.forms[i] as Form).kind;
  const report = isPause(mark) ? zone === 'headline' && readHeadline(view.unit, i) : readSureReport(view.unit, i);
  if (report) {
    const { source: range, content } = report;
    const source = { range, how: range === null ? How.none : range.from > i ? How.after : How.subject };
    const { cue: cueRange, frame } = report;
    const more = { ...(cueRange ? { cueRange } : {}), ...(frame ? { frame } : {}) };
    return { cue: i, ...more, source, content, cueScore: SURE, sourceScore: 1, contentScore: 1, byRule: true };
  }
  const ruled = view.ruled.get(i)?.candidate;
  if (!ruled?.source) return null;
  const { frame } = ruled;
  const inner = frame === 'according' && isReportedOn(view.unit, ruled);
  if (!inner && frame !== 'insert' && !(frame === 'according' && isWoven(view, ruled))) return null;
  const source = { range: ruled.source, how: How.given };
  const content = inner ? ruled.content.slice(0, 1) : ruled.content;
  return { cue: i, source, content, cueScore: SURE, sourceScore: 1, contentScore: 1 };
}

/** "A, according to X, claims Y": what follows is the report of somebody else. */
function isReportedOn(unit: Unit, { content: [, rest] }: Candidate): boolean {
  return rest !== undefined && unit.words[rest.from - 1] === ',' && readSureReport(unit, rest.from) !== null;
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
