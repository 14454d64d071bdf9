import { contains, type Span } from '../../text/span.ts';
import type { Attribution } from '../attributions/findAttributions.ts';
import { spanOf } from '../attributions/findAttributions.ts';
import type { TokenRange } from '../attributions/nounPhrase.ts';
import { finiteWithin, type Unit } from '../attributions/unit.ts';
import type { NameSpan } from '../document.ts';
import { isAuxiliary, isGerund } from '../grammar/verbs.ts';
import { type ClauseShape, splitClauses, trim } from './clauses.ts';
import { findRoles } from './roles.ts';

/** A claim before its entities are known. */
export interface ClaimDraft extends Span {
  readonly subject: Span | null;
  /** True when the span begins with the verb, so that the subject stands elsewhere. */
  readonly subjectOutside: boolean;
  /** From the nearest to the article to the origin; empty for the article's own voice. */
  readonly chain: readonly Attribution[];
  readonly shape: ClauseShape | 'role';
  /** For role statements what the subject is said to be. */
  readonly role?: Span;
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
  'rejected',
]);
const COMMITTED = new Set('promise vow pledge threaten claim'.split(' '));

/** True when the content of an attribution is a claim of its source rather than part of what the article tells. */
export function yieldsClaims({ frame, lemma }: Attribution): boolean {
  if (STATEMENTS.has(frame)) return !/^(?:ask|wonder|know|want|wish|see)$/.test(lemma);
  if (frame === 'infinitive') return COMMITTED.has(lemma);
  if (frame === 'as' || frame === 'object') return /^(?:accuse|blame)$/.test(lemma);
  return frame === 'passive' && /^(?:believe|think|report|say|estimate)$/.test(lemma) ? false : frame === 'passive-by';
}

/** The assertions of one unit of prose: of its sources where it reports, else in the article's own voice. */
export function draftClaims(
  unit: Unit,
  attributions: readonly Attribution[],
  names: readonly NameSpan[],
): ClaimDraft[] {
  const rejected = attributions.filter((a) => a.frame === 'rejected');
  const reports = attributions
    .filter((a) => yieldsClaims(a) && !(a.source === null && rejected.some((r) => isWithin(a, r))))
    .sort((a, b) => b.end - b.start - (a.end - a.start));
  const drafts: ClaimDraft[] = [];
  for (const own of ownRegions(unit, reports)) addClauses(unit, own, [], drafts);
  for (const report of reports) {
    const chain = chainOf(report, reports);
    const inner = reports.filter((r) => r !== report && isWithin(r, report));
    for (const piece of governed(unit, report)) {
      const split = piece.start < report.cue.start && piece.end > report.cue.end;
      if (split) {
        addReported(unit, tokenRange(unit, piece), chain, drafts);
        continue;
      }
      for (const region of subtract(unit, piece, inner)) addReported(unit, region, chain, drafts);
    }
  }
  for (const role of findRoles(unit, names)) {
    const span = spanOf(unit, role);
    const within = reports.filter((r) => r.content.some((c) => contains(c, span)));
    const chain = within.length > 0 ? chainOf(within.at(-1) as Attribution, reports) : [];
    drafts.push({
      ...span,
      subject: spanOf(unit, role.holder),
      subjectOutside: false,
      chain,
      role: spanOf(unit, role.role),
      shape: 'role',
      ending: '.',
    });
  }
  return dropRepeats(drafts).filter((d) => asserts(unit, d));
}

/** The pieces of a report's content that its source answers for. */
function governed(unit: Unit, { frame, content }: Attribution): Span[] {
  const [first, second] = content;
  if (frame === 'as') return content.slice(-1);
  if (first && frame === 'rejected') {
    const { from, to } = tokenRange(unit, first);
    return [spanOf(unit, { from: unit.words.indexOf('that', from) + 1, to })];
  }
  if (!first || !second || content.length !== 2) return [...content];
  const one = tokenRange(unit, first);
  const two = tokenRange(unit, second);
  const firstSays = finiteWithin(unit, one.from, one.to);
  const secondSays = finiteWithin(unit, two.from, two.to);
  const unfinished = isAuxiliary(unit.words[one.to - 1] ?? '');
  if (((!firstSays && secondSays) || unfinished) && first.end < second.start)
    return [{ start: first.start, end: second.end }];
  // "A, according to X, by B": the manner alone is X's word
  if (firstSays && !secondSays && /^(?:by|with|after|through)$/.test(unit.words[two.from] ?? '')) return [second];
  return [...content];
}

function isWithin(inner: Attribution, outer: Attribution): boolean {
  return outer.content.some((c) => contains(c, inner.cue)) && inner.end - inner.start < outer.end - outer.start;
}

function chainOf(report: Attribution, all: readonly Attribution[]): Attribution[] {
  return [...all.filter((a) => a !== report && isWithin(report, a)), report];
}

/** Token ranges of the unit outside every report's content, cue and, where it stands next to the cue, source. */
function ownRegions(unit: Unit, reports: readonly Attribution[]): TokenRange[] {
  return freeRanges(
    unit,
    0,
    unit.tokens.length,
    reports.flatMap((r) => takenBy(unit, r)),
  );
}

function takenBy(unit: Unit, report: Attribution): Span[] {
  const { content, cue, source, frame } = report;
  const taken: Span[] = [...governed(unit, report), cue];
  if (!source) return taken;
  const near = source.end <= cue.start ? cue.start - source.end : source.start - cue.end;
  if (near <= 25 && !(frame === 'gerund-clause' && near > 1)) {
    taken.push({ start: Math.min(source.start, cue.start), end: Math.max(source.end, cue.end) });
  }
  const after = content.find((c) => c.start >= cue.end);
  if (after && after.start - cue.end < 60) taken.push({ start: cue.end, end: after.start });
  return taken;
}

function freeRanges(unit: Unit, from: number, to: number, taken: readonly Span[]): TokenRange[] {
  const free: TokenRange[] = [];
  const blocked = new Uint8Array(to + 1);
  for (const t of taken) {
    const range = tokenRange(unit, t);
    blocked.fill(1, Math.min(range.from, to), Math.min(range.to, to));
  }
  blocked[to] = 1;
  let start = -1;
  for (let i = from; i <= to; i++) {
    if (blocked[i] === 0 && start < 0) start = i;
    else if (blocked[i] === 1 && start >= 0) {
      free.push({ from: start, to: i });
      start = -1;
    }
  }
  return free;
}

function tokenRange({ tokens }: Unit, span: Span): TokenRange {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((tokens[mid] as Span).end <= span.start) low = mid + 1;
    else high = mid;
  }
  let to = low;
  while (to < tokens.length && (tokens[to] as Span).start < span.end) to++;
  return { from: low, to };
}

function subtract(unit: Unit, piece: Span, inner: readonly Attribution[]): TokenRange[] {
  const { from, to } = tokenRange(unit, piece);
  return freeRanges(
    unit,
    from,
    to,
    inner.flatMap((r) => takenBy(unit, r)),
  );
}

function addClauses(unit: Unit, region: TokenRange, chain: readonly Attribution[], drafts: ClaimDraft[]): void {
  for (const clause of splitClauses(unit, region.from, region.to)) {
    const span = spanOf(unit, clause);
    const subject = clause.subject && spanOf(unit, clause.subject);
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

/** Reported words: clauses where there are verbs, else the phrase as it stands. */
function addReported(unit: Unit, region: TokenRange, chain: readonly Attribution[], drafts: ClaimDraft[]): void {
  const before = drafts.length;
  if (finiteWithin(unit, region.from, region.to)) addClauses(unit, region, chain, drafts);
  if (drafts.length > before) return;
  const trimmed = trim(unit, region);
  // "As a result of the storm", torn from what it belongs to, says nothing
  if (
    /^(?:as|in|on|at|after|before|during|amid|despite|because|with|without|under|from|since|until)$/.test(
      unit.words[trimmed.from] ?? '',
    )
  )
    return;
  const from = /^(?:by|to|of)$/.test(unit.words[trimmed.from] ?? '') ? trimmed.from + 1 : trimmed.from;
  if (trimmed.to - from < 3) return;
  drafts.push({
    ...spanOf(unit, { from, to: trimmed.to }),
    subject: null,
    subjectOutside: true,
    chain,
    shape: 'main',
    ending: unit.words[trimmed.to] ?? '.',
  });
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
  if (shape === 'role' || shape === 'including') return true;
  const { from, to } = tokenRange(unit, draft);
  const first = unit.words[from] ?? '';
  if (shape === 'relative' && (subject === null || /^(?:where|whose)$/.test(first))) return false;
  const asks = /^(?:whether|if|how|where|why|what|who)$/.test(first) && draft.ending !== '?';
  if (finiteWithin(unit, from, to) && !(shape === 'participle' && isGerund(first)))
    return !asks || shape === 'relative';
  const origin = chain.at(-1);
  if (origin && /^(?:accuse|blame)$/.test(origin.lemma)) return true;
  if (shape === 'participle')
    return !isGerund(first) || (subject !== null && /^(?:after|before)$/.test(unit.words[from - 1] ?? ''));
  return first === 'including' || (origin !== undefined && first !== 'to');
}
