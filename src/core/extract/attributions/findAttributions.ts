import type { Span } from '../../text/span.ts';
import { hull } from '../../text/span.ts';
import type { QuotedSpan } from '../quotations/marks.ts';
import type { Candidate } from './candidate.ts';
import { judge } from './judge.ts';
import type { TokenRange } from './nounPhrase.ts';
import { otherCandidates } from './otherCandidates.ts';
import type { Unit } from './unit.ts';
import { type Variant, variantsOf } from './variants.ts';
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

/** The attributions of one unit, those that are more likely wrong than right left out. */
export function findAttributions(unit: Unit): Attribution[] {
  const found: Attribution[] = [];
  for (const candidate of [...verbCandidates(unit), ...otherCandidates(unit)]) {
    let best: Variant | null = null;
    let most = THRESHOLD;
    for (const variant of variantsOf(unit, candidate)) {
      const score = judge(unit, variant);
      if (score >= most) {
        most = score;
        best = variant;
      }
    }
    if (best) found.push(toAttribution(unit, best, most));
  }
  return found;
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
