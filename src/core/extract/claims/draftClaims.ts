import { contains, type Span } from '../../text/span.ts';
import type { Attribution } from '../attributions/findAttributions.ts';
import { spanOf } from '../attributions/findAttributions.ts';
import type { TokenRange } from '../attributions/nounPhrase.ts';
import { finiteWithin, type Unit } from '../attributions/unit.ts';
import { Kind } from '../attributions/wordForms.ts';
import type { NameSpan } from '../document.ts';
import { isGerund } from '../grammar/verbs.ts';
import { isCapitalised, isDigit, PREPOSITIONS } from '../grammar/words.ts';
import { type ClauseShape, splitClauses, trim } from './clauses.ts';
import { cutClaim } from './cutClaim.ts';
import { handsOf, rangeOf } from './hands.ts';
import { governed, ownRegions, subtract } from './ownRegions.ts';
import { ownerOf } from './roleOwner.ts';
import { findRoles } from './roles.ts';
import { antecedentAt } from './subjects.ts';

/** A phrase that says whose role it is; `bare` as in {@link ownerOf}. */
export interface OwnerSpan extends Span {
  readonly bare?: true;
}

/** A claim before its entities are known. */
export interface ClaimDraft extends Span {
  readonly subject: Span | null;
  /** True when the span begins with the verb, so that the subject stands elsewhere. */
  readonly subjectOutside: boolean;
  /** From the nearest to the article to the origin; empty for the article's own voice. */
  readonly chain: readonly Attribution[];
  readonly shape: ClauseShape | 'role';
  /** The claim that it was cut from; where it is an apposition, that one says what it is about. */
  readonly whole?: Span;
  /** For role statements what the subject is said to be. */
  readonly role?: Span;
  /** True where that is the body that the subject is of. */
  readonly ofBody?: boolean;
  /** Whose role it is where no name says so: "its leader". */
  readonly owner?: OwnerSpan;
  /** The punctuation mark after it. */
  readonly ending: string;
}

const STATEMENTS = new Set([
  'that',
  'quote',
  'clause',
  'before',
  'around',
  'insert',
  'inverted',
  'gerund-clause',
  'according',
  'comma-clause',
  'verbless',
  'figure',
  'rejected',
]);
const EXPECTS = /^(?:expect|predict|forecast)$/;
const STANDS_FOR = /^(?:it|that|this|so|them|these|those|him|her|us|me|you|same|nothing|anything|everything)$/;
/** Tokens of reported words that are a claim of their own. */
const FEWEST = 3;
const COMMITTED = new Set('promise vow pledge threaten claim'.split(' '));

/** True when the content of an attribution is a claim of its source rather than part of what the article tells. */
export function yieldsClaims({ frame, lemma }: Attribution): boolean {
  if (STATEMENTS.has(frame)) return !/^(?:ask|wonder|know|want|wish|see)$/.test(lemma);
  if (/^(?:infinitive|object|attitude)$/.test(frame) && EXPECTS.test(lemma)) return true;
  if (frame === 'infinitive') return COMMITTED.has(lemma);
  if (frame === 'as' || frame === 'object') return /^(?:accuse|blame|attribute)$/.test(lemma);
  return frame === 'passive' && /^(?:believe|think|report|say|estimate)$/.test(lemma) ? false : frame === 'passive-by';
}

/** The assertions of one unit of prose: of its sources where it reports, else in the article's own voice. */
export function draftClaims(
  unit: Unit,
  attributions: readonly Attribution[],
  names: readonly NameSpan[],
): ClaimDraft[] {
  return dropRepeats(draftWholeClaims(unit, attributions, names).flatMap((draft) => partsOf(unit, draft)));
}

/** The same as the rules alone cut them. */
export function draftWholeClaims(
  tagged: Unit,
  attributions: readonly Attribution[],
  names: readonly NameSpan[],
): ClaimDraft[] {
  const unit = withCueVerbs(tagged, attributions);
  const rejected = attributions.filter((a) => a.frame === 'rejected');
  const reports = attributions
    .filter((a) => yieldsClaims(a) && tellsMore(unit, a))
    .filter((a) => !(a.source === null && rejected.some((r) => isWithin(a, r))))
    .sort((a, b) => b.end - b.start - (a.end - a.start));
  const drafts: ClaimDraft[] = [];
  for (const own of ownRegions(unit, reports)) addClauses(unit, own, [], drafts);
  for (const report of reports) {
    const chain = chainOf(unit, report, reports, names);
    if (report.frame === 'figure') {
      for (const figure of statedFigures(unit, rangeOf(unit, report))) addReported(unit, figure, chain, drafts);
      continue;
    }
    const inner = reports.filter((r) => r !== report && isWithin(r, report));
    for (const piece of governed(unit, report)) {
      const split = piece.start < report.cue.start && piece.end > report.cue.end;
      if (split) {
        addReported(unit, rangeOf(unit, piece), chain, drafts);
        continue;
      }
      for (const region of subtract(unit, piece, inner)) addReported(unit, region, chain, drafts);
    }
  }
  for (const role of findRoles(unit, names)) {
    const span = spanOf(unit, role);
    const owner = ownerOf(unit, role.role);
    // who somebody is the article tells itself, but in direct speech
    const within = reports.filter((r) => r.kind === 'direct' && r.content.some((c) => contains(c, span)));
    const chain = within.length > 0 ? chainOf(unit, within.at(-1) as Attribution, reports, names) : [];
    drafts.push({
      ...span,
      subject: spanOf(unit, role.holder),
      subjectOutside: false,
      chain,
      role: spanOf(unit, role.role),
      ...(role.ofBody ? { ofBody: true } : {}),
      ...(owner ? { owner: { ...spanOf(unit, owner), ...(owner.bare ? { bare: true } : {}) } } : {}),
      shape: 'role',
      ending: '.',
    });
  }
  return dropRepeats(drafts).filter((d) => asserts(unit, d) && !(d.chain.length === 0 && isReportOnly(d, reports)));
}

/** A draft cut in two where that is likelier; what has no subject in it is said of the same as the whole. */
function partsOf(unit: Unit, draft: ClaimDraft): ClaimDraft[] {
  if (draft.shape === 'role') return [draft];
  const [first, second] = cutClaim({ unit, ...rangeOf(unit, draft), attributed: draft.chain.length > 0 });
  if (!first || !second) return [draft];
  const { start, end } = draft;
  const whole = { start, end };
  const before = { ...draft, ...spanOf(unit, trim(unit, first)), start, whole, ending: unit.words[first.to] ?? '.' };
  const behind = { ...draft, ...spanOf(unit, second), end, whole };
  if (!finiteWithin(unit, second.from, second.to)) return [before, { ...behind, shape: 'apposition' }];
  const [clause] = splitClauses(unit, second.from, second.to);
  const subject = clause?.subject ? spanOf(unit, clause.subject) : draft.subject;
  const subjectOutside = subject !== null && !contains(behind, subject);
  return [before, { ...behind, shape: clause?.shape ?? 'main', subject, subjectOutside }];
}

/** Not so "he denied that", "they said the same": the words stand for what was said elsewhere. */
function tellsMore(unit: Unit, { content, frame }: Attribution): boolean {
  return content.some((piece) => {
    const { from, to } = rangeOf(unit, piece);
    if (frame === 'figure' || finiteWithin(unit, from, to)) return true;
    const at = unit.words[from] === 'the' ? from + 1 : from;
    // "these photographs" stand for nothing else
    const ofNoun = to - at > 1 && /^(?:this|that|these|those|her)$/.test(unit.words[at] as string);
    return to - from >= FEWEST && (ofNoun || !STANDS_FOR.test(unit.words[at] as string));
  });
}

function isWithin(inner: Attribution, outer: Attribution): boolean {
  return outer.content.some((c) => contains(c, inner.cue)) && inner.end - inner.start < outer.end - outer.start;
}

/** Through whose hands a report came, from the nearest to the article to the origin. */
function chainOf(
  unit: Unit,
  report: Attribution,
  all: readonly Attribution[],
  names: readonly NameSpan[],
): Attribution[] {
  const outer = all.filter((a) => a !== report && isWithin(report, a));
  const speaker = outer.at(-1)?.source;
  // "I said we had found nothing" in direct speech: whoever speaks
  if (speaker && report.source && /^(?:i|we)$/.test(unit.words[rangeOf(unit, report.source).from] as string))
    return [
      ...outer.slice(0, -1).flatMap((a) => handsOf(unit, a, names)),
      ...handsOf(unit, { ...(outer.at(-1) as Attribution), lemma: report.lemma }, names),
    ];
  return [...outer, report].flatMap((a) => handsOf(unit, a, names));
}

function addClauses(unit: Unit, region: TokenRange, chain: readonly Attribution[], drafts: ClaimDraft[]): void {
  for (const clause of splitClauses(unit, region.from, region.to)) {
    const span = spanOf(unit, clause);
    // "a step that the union said would cost lives"
    const said = clause.from === region.from && !clause.subject ? relativeSubject(unit, chain.at(-1)) : null;
    const about = clause.subject ?? said;
    const subject = about && spanOf(unit, about);
    drafts.push({
      start: span.start,
      end: span.end,
      subject,
      subjectOutside: subject !== null && !contains(span, subject),
      chain,
      shape: clause.shape,
      ending: unit.words[clause.to] ?? '.',
    });
  }
}

/** What a relative pronoun before the source of a report stands for. */
function relativeSubject(unit: Unit, report: Attribution | undefined): TokenRange | null {
  const at = report?.source && report.source.end <= report.cue.start ? rangeOf(unit, report.source).from - 1 : 0;
  if (at < 1 || !/^(?:which|who|that)$/.test(unit.words[at] as string)) return null;
  return antecedentAt(unit, unit.words[at - 1] === ',' ? at - 1 : at, 0);
}

/** Reported words: clauses where there are verbs, else the phrase as it stands. */
function addReported(unit: Unit, region: TokenRange, chain: readonly Attribution[], drafts: ClaimDraft[]): void {
  const before = drafts.length;
  const figure = chain.at(-1)?.frame === 'figure';
  if (!figure && finiteWithin(unit, region.from, region.to)) addClauses(unit, region, chain, drafts);
  if (drafts.length > before) return;
  const trimmed = trim(unit, region);
  // "As a result of the storm", torn from what it belongs to, says nothing; "at least 70 attacks" does
  if (
    !/^(?:least|most)$/.test(unit.words[trimmed.from + 1] ?? '') &&
    /^(?:as|in|on|at|after|before|during|amid|despite|because|with|without|under|from|since|until)$/.test(
      unit.words[trimmed.from] ?? '',
    )
  )
    return;
  const from = /^(?:by|to|of)$/.test(unit.words[trimmed.from] ?? '') ? trimmed.from + 1 : trimmed.from;
  const counts = isDigit(unit.words[from] ?? '');
  if (trimmed.to - from < (counts ? 2 : 3)) return;
  drafts.push({
    ...spanOf(unit, { from, to: trimmed.to }),
    subject: null,
    subjectOutside: true,
    chain,
    shape: 'main',
    ending: unit.words[trimmed.to] ?? '.',
  });
}

/** Forms that are plurals as often as verbs ("demands") are verbs where they report. */
function withCueVerbs(unit: Unit, attributions: readonly Attribution[]): Unit {
  const heads = attributions
    .map(({ cue }) => rangeOf(unit, cue).to - 1)
    .filter((head) => unit.forms[head]?.verb?.form === 'third' && unit.finite[head] !== 1)
    // "amid reports of violence"
    .filter((head) => unit.words[head + 1] !== 'of' && !PREPOSITIONS.has(unit.words[head - 1] ?? ''));
  // "The firm denies this."
  if (heads.length === 0 && !unit.finite.includes(1)) {
    const third = unit.forms.findIndex(
      ({ verb }, i) =>
        i > 0 && verb?.form === 'third' && /^(?:this|that|it|them|the|any)$/.test(unit.words[i + 1] ?? ''),
    );
    if (third > 0) heads.push(third);
  }
  if (heads.length === 0) return unit;
  const finite = unit.finite.slice();
  for (const head of heads) finite[head] = 1;
  return { ...unit, finite };
}

/** "which according to the paper had failed": a relative clause that holds another's report and no more. */
function isReportOnly(draft: ClaimDraft, reports: readonly Attribution[]): boolean {
  if (draft.shape !== 'relative') return false;
  return reports.some((r) => contains(draft, r.cue) && r.content.every((c) => contains(draft, c)));
}

/** "83 wounded, 11 of them by stones, and 127 detained": a piece for every figure that a verb of counting governs. */
function statedFigures({ words }: Unit, { from, to }: TokenRange): TokenRange[] {
  const pieces: TokenRange[] = [];
  let start = from;
  for (let k = from + 1; k < to - 1; k++) {
    if (words[k] !== ',' && words[k] !== 'and') continue;
    const next = words[k] === ',' && words[k + 1] === 'and' ? k + 2 : k + 1;
    if (!isDigit(words[from] as string) || !isDigit(words[next] ?? '') || words[start] === 'between') continue;
    pieces.push({ from: start, to: k });
    start = next;
    k = next;
  }
  return [...pieces, { from: start, to }];
}

function dropRepeats(drafts: readonly ClaimDraft[]): ClaimDraft[] {
  const seen = new Set<string>();
  return drafts
    .filter((d) => {
      const key = `${d.start}:${d.end}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** A claim has a finite verb, says what somebody is, or is what a named source answers for. */
function asserts(unit: Unit, draft: ClaimDraft): boolean {
  const { shape, chain, subject } = draft;
  if (shape === 'role') return true;
  const { from, to } = rangeOf(unit, draft);
  // "including volunteers" tells nothing of its own
  if (shape === 'including' && !/(?:[^s]s|people|men|women|children)$/.test(unit.words[from - 2] ?? '')) return false;
  if (shape === 'including')
    return unit.tokens.slice(from + 1, to).some(({ text }) => isCapitalised(text) || isDigit(text));
  const first = unit.words[from] ?? '';
  if (isTorn(unit, from, to)) return false;
  // "until the road is clear", "before they could leave": no word of whether it came to that
  const before = unit.words[from - 1] ?? '';
  if (shape === 'subordinate' && (before === 'until' || (before === 'before' && isOpen(unit, from, to)))) return false;
  if (shape === 'relative' && (subject === null || first === 'where')) return false;
  const condition = first === 'if' && unit.words.slice(from, to).includes(',');
  const asks = !condition && /^(?:whether|if|how|where|why|what|who)$/.test(first) && draft.ending !== '?';
  if (finiteWithin(unit, from, to) && !(shape === 'participle' && isGerund(first)))
    return !asks || shape === 'relative';
  const origin = chain.at(-1);
  if (origin && /^(?:accuse|blame|attribute)$/.test(origin.lemma)) return true;
  if (shape === 'participle')
    return !(isGerund(first) || first === 'being') || (subject !== null && /^(?:after|before)$/.test(before));
  return first === 'including' || (origin !== undefined && first !== 'to');
}

const isOpen = ({ words }: Unit, from: number, to: number) =>
  words.slice(from, to).some((word) => /^(?:can|could|will|would|may|might|anyone|anybody|anything|any)$/.test(word));

/** Words that end in what something else must follow: "The boat sailed in what", "The clinic is". */
function isTorn({ words, inQuote, forms, finite }: Unit, from: number, to: number): boolean {
  if (words[to - 1] === 'that' && finite[to - 2] === 1) return false; // "the register disputes that"
  const last = words[to - 1] as string;
  if ((inQuote[to - 1] as number) >= 0 && (inQuote[to] as number) < 0) return false;
  if (/^(?:the|an?|my|your|his|its|our|their|every|no|whose)$/.test(last)) return true;
  if (/^(?:that|which|who|whom|whose|what|and|or|but|as|than|because|if|whether)$/.test(last)) return true;
  const kind = forms[to - 1]?.kind;
  if (kind === Kind.be) return to - from < 6;
  return /^(?:of|at|by|with|within|from|into|onto|to|upon|among|between)$/.test(last);
}
