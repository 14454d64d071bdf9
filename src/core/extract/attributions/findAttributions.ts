import type { Span } from '../../text/span.ts';
import { hull } from '../../text/span.ts';
import type { QuotedSpan } from '../quotations/marks.ts';
import type { Candidate } from './candidate.ts';
import { CUE_VERBS } from './cueVerbs.ts';
import { judge } from './judge.ts';
import type { TokenRange } from './nounPhrase.ts';
import { otherCandidates } from './otherCandidates.ts';
import type { Unit } from './unit.ts';
import { variantsOf } from './variants.ts';
import { verbCandidates } from './verbCandidates.ts';

/** Who says what, in spans of the article. */
export interface Attribution extends Span {
  /** The pieces of the content in order; one piece covers `start..end`. */
  readonly content: readonly Span[];
  readonly source: Span | null;
  readonly cue: Span;
  readonly kind: 'direct' | 'indirect' | 'mixed';
  readonly lemma: string;
  readonly frame: string;
  readonly score: number;
}

const THRESHOLD = 0.23;
/** More cue verbs than this, and more than this share of the words, make a list of words rather than prose. */
const MOST_CUES = 40;
const CUE_SHARE = 0.15;
const SURE = 0.6;

/** The attributions of one unit, those that are more likely wrong than right left out. */
export function findAttributions(unit: Unit): Attribution[] {
  const found: Attribution[] = [];
  const cues = unit.words.reduce((sum, word) => sum + (CUE_VERBS.has(word) || word === 'according' ? 1 : 0), 0);
  if (cues > MOST_CUES && cues > unit.words.length * CUE_SHARE) return found;
  for (const candidate of [...verbCandidates(unit), ...otherCandidates(unit)]) {
    const judged = judge(unit, variantsOf(unit, candidate));
    if (!judged) continue;
    const score = isAccusation(judged.best) ? Math.max(judged.score, SURE) : judged.score;
    if (score >= THRESHOLD) found.push(toAttribution(unit, judged.best, score));
  }
  return found;
}

/** "accusing them of ...": a construction that means nothing else. */
function isAccusation({ lemma, frame, source, content }: Candidate): boolean {
  return lemma === 'accuse' && frame === 'as' && source !== null && content.length === 2;
}

/** Offsets of a candidate's parts, and whether its content is quoted, reported, or both. */
export function toAttribution(unit: Unit, c: Candidate, score: number): Attribution {
  const content = c.content.map((r) => contentSpan(unit, r));
  const whole = hull(content);
  return {
    start: whole.start,
    end: whole.end,
    content,
    source: c.source && spanOf(unit, c.source),
    cue: spanOf(unit, c.cue),
    kind: kindOf(unit, c.content),
    lemma: c.lemma,
    frame: c.frame,
    score,
  };
}

export function spanOf({ tokens }: Unit, { from, to }: TokenRange): Span {
  return { start: (tokens[from] as Span).start, end: (tokens[to - 1] as Span).end };
}

/** A piece that is one whole quotation goes without its marks. */
function contentSpan(unit: Unit, range: TokenRange): Span {
  const span = spanOf(unit, range);
  const q = unit.quotes[unit.inQuote[range.from] as number] as QuotedSpan | undefined;
  const inside = q && unit.inQuote[range.to - 1] === unit.inQuote[range.from];
  if (!inside) return span;
  const start = Math.max(span.start, q.start);
  const end = Math.min(span.end, q.end);
  return end > start ? { start, end } : span;
}

function kindOf(unit: Unit, content: readonly TokenRange[]): Attribution['kind'] {
  let quoted = 0;
  let all = 0;
  for (const { from, to } of content) {
    for (let i = from; i < to; i++) {
      if ((unit.tokens[i] as Span).end - (unit.tokens[i] as Span).start < 2) continue;
      all++;
      if ((unit.inQuote[i] as number) >= 0) quoted++;
    }
  }
  if (quoted === 0) return 'indirect';
  return quoted >= all * 0.9 ? 'direct' : 'mixed';
}
