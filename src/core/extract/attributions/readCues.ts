import { isFiniteAuxiliary, isPastForm } from '../grammar/verbs.ts';
import { DETERMINERS, isCapitalised, PREPOSITIONS } from '../grammar/words.ts';
import type { Candidate, Frame } from './candidate.ts';
import { readColon, speechColon } from './colonSpeech.ts';
import { afterCue, opensQuote, unitEnd } from './contentPhrase.ts';
import { withOpening, withSequel } from './contentSequels.ts';
import { cueFeatures } from './cueFeatures.ts';
import { endsSpeech } from './fixedReports.ts';
import { headlineMark, readHeadline } from './headlineReports.ts';
import { likeliest, softmax } from './likelihood.ts';
import type { TokenRange } from './nounPhrase.ts';
import { readContent } from './readContent.ts';
import { How, type SourceChoice, sourceChoices, sourceFeatures } from './sources.ts';
import type { StatementModel } from './statementModel.ts';
import { isPartOfReport, isSureCue, isSureThat, thatBehind } from './sureCues.ts';
import { readSureReport } from './sureReports.ts';
import { finiteAt, finiteWithin, type Unit } from './unit.ts';
import { tagAt, type View, verbsWithin } from './view.ts';
import { type Form, isPause, isThirdOrPast, Kind, lemmaOf } from './wordForms.ts';

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
const LONGEST_SETTING = 14;
/** Words between "with" and its gerund. */
const LONGEST_OWN = 7;
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
    const next = forms[i + 1]?.kind;
    const likely =
      form.ruleCue ||
      model.prior(form) >= LEAST_READ ||
      (isThirdOrPast(form) && /^(?:he|she|they)$/.test(unit.words[i - 1] ?? '') && endsSpeech(unit, i - 2)) ||
      ((next === Kind.that || next === Kind.by || endsSpeech(unit, i - 1)) && isThirdOrPast(form)) ||
      (form.verb && (opensQuote(unit, i + 1) || (unit.inQuote[i] as number) >= 0) && isThirdOrPast(form)) ||
      (form.kind === Kind.past && !form.verb && thatBehind(unit, i) > 0) ||
      (form.verb && isThirdOrPast(form) && !isCapitalised(unit.tokens[i]?.text ?? '') && isSureCue(unit, i));
    if (likely && isCueForm(form.kind)) cues.push(i);
  }
  const mark = unit.zone === 'headline' ? headlineMark(unit) : speechColon(unit);
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
    if (isPause(form.kind) && found.some((r) => r.content.some((c) => c.from <= i + 1 && i + 1 < c.to))) continue;
    if (sure?.byRule) {
      // "quoted a doctor as saying" is one report
      const { cueRange } = sure;
      while (cueRange && (found.at(-1)?.cue ?? -1) >= cueRange.from && (found.at(-1)?.cue ?? -1) < cueRange.to)
        found.pop();
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
          content: tidyContent(
            view.unit,
            i,
            source.choice.range,
            notItsTail(view, i, source.choice.range, read.content),
          ),
          cueScore,
          sourceScore: source.score,
          contentScore: isSureThat(view.unit, i, read.content) ? Math.max(read.score, SURE) : read.score,
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

/** "Six people died, the fire service said, revising its count": what it said stands before, not in what hangs on it. */
function notItsTail(
  { unit, ruled }: View,
  cue: number,
  source: TokenRange | null,
  content: readonly TokenRange[],
): readonly TokenRange[] {
  const [tail, more] = content;
  const before = ruled.get(cue)?.candidate.content[0];
  if (!tail || more || !source || source.to > cue || tail.from <= cue || !before || before.to > source.from)
    return content;
  const verb = /ly$/.test(unit.words[tail.from] ?? '') ? tail.from + 1 : tail.from;
  const hangs = unit.words[tail.from - 1] === ',' && unit.forms[verb]?.kind === Kind.gerund;
  const tells = finiteWithin(unit, before.from, before.to) && !unit.words.slice(before.from, before.to).includes('.');
  // "replacing her would be hard"
  const rest = unit.words.slice(tail.from, tail.to);
  const end = rest.findIndex((word) => /^(?:,|that|which|who|after|when|if)$/.test(word));
  const asserts = rest.slice(0, end < 0 ? rest.length : end).some(isFiniteAuxiliary);
  return hangs && tells && !asserts ? [before] : content;
}

function tidyContent(
  unit: Unit,
  cue: number,
  source: TokenRange | null,
  read: readonly TokenRange[],
): readonly TokenRange[] {
  const content = withoutDescription(
    unit,
    source,
    withoutSetting(unit, cue, withoutThat(unit, cue, withoutOrigin(unit, withinSentence(unit, cue, read)))),
  );
  return withSequel(unit, withOpening(unit, cue, withSubject(unit, cue, source, content)));
}

/** "According to the police, more than 300 people were hurt": from the comma on. */
function withSubject(
  unit: Unit,
  cue: number,
  source: TokenRange | null,
  content: readonly TokenRange[],
): readonly TokenRange[] {
  const [first, ...more] = content;
  if (!first || !source || cue > 0 || unit.words[0] !== 'according' || unit.words[source.to] !== ',') return content;
  const from = source.to + 1;
  const torn = first.from > from && !finiteWithin(unit, from, first.from);
  return torn && !unit.words.slice(from, first.from).includes(',') ? [{ from, to: first.to }, ...more] : content;
}

/** "I do not say that lightly. My wife ...": what is reported inside of quoted words ends with its sentence. */
function withinSentence({ words, inQuote }: Unit, cue: number, content: readonly TokenRange[]): readonly TokenRange[] {
  const last = content.at(-1) as TokenRange;
  if ((inQuote[cue] as number) < 0 || last.from < cue) return content;
  const stop = words.findIndex((word, k) => k > last.from && k < last.to - 1 && /^[.!?]$/.test(word));
  return stop > 0 ? [...content.slice(0, -1), { from: last.from, to: stop }] : content;
}

/** "..., said Ann Lee, a nurse who was on board": what is said of the speaker is no part of what was said. */
function withoutDescription(
  { words }: Unit,
  source: TokenRange | null,
  content: readonly TokenRange[],
): readonly TokenRange[] {
  const last = content.at(-1) as TokenRange;
  if (content.length < 2 || !source || last.from !== source.to + 1 || words[source.to] !== ',') return content;
  const first = words[last.from] as string;
  const relative = words.slice(last.from, last.to).findIndex((word) => /^(?:who|which|whose)$/.test(word));
  return relative === 0 || (relative > 0 && DETERMINERS.has(first)) ? content.slice(0, -1) : content;
}

/** "The plane was old, the paper reported, citing logs": what a report rests on is not what it says. */
function withoutOrigin({ words }: Unit, content: readonly TokenRange[]): readonly TokenRange[] {
  const last = content.at(-1) as TokenRange;
  const cites = (i: number) => words[i] === 'citing' || (words[i] === 'reference' && words[i - 1] === 'with');
  if (!cites(last.from) && !cites(last.from - 1)) return content;
  const that = words.indexOf('that', last.from);
  if (that > 0 && that < last.to - 1) return [...content.slice(0, -1), { from: that + 1, to: last.to }];
  return content.length > 1 ? content.slice(0, -1) : content;
}

/** "noticed that on the roof is a leak": the conjunction is no part of what was said. */
function withoutThat(unit: Unit, cue: number, content: readonly TokenRange[]): readonly TokenRange[] {
  const last = content.at(-1) as TokenRange;
  const joins = last.from > cue && unit.words[last.from] === 'that' && !finiteAt(unit, last.from + 1);
  if (!joins || !finiteWithin(unit, last.from + 2, last.to)) return content;
  return [...content.slice(0, -1), { from: last.from + 1, to: last.to }];
}

/** "assured him there was nothing", "said in a filing it had not been told": to whom and where it was said is no part of it. */
function withoutSetting(unit: Unit, cue: number, content: readonly TokenRange[]): readonly TokenRange[] {
  const last = content.at(-1) as TokenRange;
  if (last.from <= cue) return content;
  const listener = /^(?:him|them|us|me|you)$/.test(unit.words[last.from] as string);
  const setting = last.from > cue + 1 ? -1 : listener ? last.from + 1 : afterSetting(unit, last);
  const from = Math.max(afterAddressee(unit, cue), setting);
  const clause = from > last.from && finiteWithin(unit, from + 1, last.to);
  return clause ? [...content.slice(0, -1), { from, to: last.to }] : content;
}

/** Where the clause begins behind a phrase that opens a content with a preposition: behind its "that", or at its pronoun. */
function afterSetting(unit: Unit, { from, to }: TokenRange): number {
  const { words } = unit;
  if (!/^(?:in|on|at|during|through|via|after|before|late|early)$/.test(words[from] as string)) return -1;
  for (let k = from + 2; k < Math.min(to - 2, from + LONGEST_SETTING); k++) {
    if (words[k] === 'that') return finiteAt(unit, k + 1) ? -1 : k + 1;
    if (/^(?:it|he|she|they|we|there)$/.test(words[k] as string) && finiteAt(unit, k + 1)) return k;
    // "said in their filing the matter had been settled"
    const before = words[k - 1] as string;
    if (/^(?:the|this|these)$/.test(words[k] as string) && !PREPOSITIONS.has(before) && !DETERMINERS.has(before))
      return k;
    if ((finiteAt(unit, k) && !isPastForm(words[k] as string)) || /^[,;:]$/.test(words[k] as string)) return -1;
  }
  return -1;
}

/** Where the content begins behind a named medium that was told it: "told the news agency Interfax the road was open". */
function afterAddressee(unit: Unit, cue: number): number {
  if (unit.forms[cue]?.verb?.lemma !== 'tell') return -1;
  const from = afterCue(unit, cue, true);
  return from > cue + 2 && isCapitalised(unit.tokens[from - 1]?.text ?? '') ? from : -1;
}

/** What the rules know better than any weight: inserts between dashes or commas, reports at the end, and two kinds of "according to". */
function readSure(view: View, i: number): Reading | null {
  const { zone } = view.unit;
  const mark = (view.forms[i] as Form).kind;
  const reported = isPause(mark)
    ? zone === 'headline'
      ? readHeadline(view.unit, i)
      : readColon(view.unit, i)
    : readSureReport(view.unit, i);
  const report = reported && {
    ...reported,
    content: withSequel(view.unit, withOpening(view.unit, i, reported.content)),
  };
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
  const tight = frame === 'according' ? tightContent(view.unit, ruled) : null;
  if (tight) {
    const given = { range: ruled.source, how: How.given };
    return { cue: i, source: given, content: [tight], cueScore: SURE, sourceScore: 1, contentScore: 1, byRule: true };
  }
  const inner = frame === 'according' && isReportedOn(view.unit, ruled);
  if (!inner && frame !== 'insert' && !(frame === 'according' && isWoven(view, ruled))) return null;
  const source = { range: ruled.source, how: How.given };
  const content = inner ? ruled.content.slice(0, 1) : ruled.content;
  return { cue: i, source, content, cueScore: SURE, sourceScore: 1, contentScore: 1 };
}

/** "the hospital, where he arrived dead according to the police, but “awake” according to his aunt": the piece right before. */
function tightContent(unit: Unit, { cue, source }: Candidate): TokenRange | null {
  const { words } = unit;
  // "Lee, which according to the paper had resigned"
  if (/^(?:which|who|that)$/.test(words[cue.from - 1] ?? '') && source && finiteAt(unit, source.to)) {
    const comma = words.indexOf(',', source.to);
    return { from: source.to, to: comma > 0 ? comma : unitEnd(unit) };
  }
  const comma = words.lastIndexOf(',', cue.from - 1);
  if (comma < 1 || comma === cue.from - 1 || !/^(?:where|which|who|but|while)$/.test(words[comma + 1] ?? ''))
    return null;
  const piece = { from: comma + 2, to: cue.from };
  const quoted = opensQuote(unit, piece.from) && unit.inQuote[piece.from] === unit.inQuote[piece.to - 1];
  return quoted || finiteWithin(unit, piece.from, piece.to) ? piece : null;
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
  const own = ownOfGerund(view.unit, i);
  if (own) return { choice: { range: own, how: How.subject }, score: 1 };
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

/** "with local media reporting nobody was hurt": the subject of a gerund stands between it and its "with". */
function ownOfGerund({ forms, words }: Unit, i: number): TokenRange | null {
  if (forms[i]?.kind !== Kind.gerund) return null;
  for (let k = i - 1; k > Math.max(0, i - LONGEST_OWN) && /^[\p{L}’'-]+$/u.test(words[k] as string); k--)
    if (words[k] === 'with') return k + 1 < i ? { from: k + 1, to: i } : null;
  return null;
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
