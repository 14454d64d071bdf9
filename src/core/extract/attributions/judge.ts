import { ATTRIBUTION_WEIGHTS } from '../../lexicon/attributionWeights.ts';
import type { Candidate } from './candidate.ts';
import type { Unit } from './unit.ts';
import type { Variant } from './variants.ts';

const WEIGHTS: ReadonlyMap<string, number> = new Map(
  ATTRIBUTION_WEIGHTS.split(' ').map((pair) => {
    const at = pair.lastIndexOf('=');
    return [pair.slice(0, at), Number(pair.slice(at + 1))];
  }),
);

/** What the judgement rests on: construction, lemma, kind of source, length and place of the content. */
export function featuresOf(unit: Unit, c: Variant): string[] {
  return [...candidateFeatures(unit, c), ...endFeatures(unit, c), ...c.over.flatMap((o) => jointFeatures(o, c))];
}

/** Those that all readings of a candidate share. */
function candidateFeatures(unit: Unit, { frame, lemma, form, sourceKind, cue }: Candidate): string[] {
  const inQuote = (unit.inQuote[cue.from] as number) >= 0;
  return [
    'bias',
    `f:${frame}`,
    `l:${lemma}`,
    `lf:${lemma}/${frame}`,
    `m:${frame}/${form}`,
    `s:${frame}/${sourceKind}`,
    `q:${inQuote}/${frame}`,
    `z:${unit.zone}`,
  ];
}

function endFeatures(unit: Unit, { frame, content, cut }: Variant): string[] {
  const size = content.reduce((sum, r) => sum + r.to - r.from, 0);
  const next = unit.words[content.at(-1)?.to ?? 0] ?? '.';
  return [
    `n:${size < 3 ? 'tiny' : size < 7 ? 'short' : size < 30 ? 'middle' : 'long'}/${frame}`,
    `c:${cut}`,
    `cf:${cut}/${frame}`,
    `e:${/^[.,;:!?]$/.test(next) ? next : 'word'}/${frame}`,
  ];
}

function jointFeatures(joint: string, { frame }: Candidate): string[] {
  return [`o:${joint}`, `of:${joint}/${frame}`];
}

function sum(features: readonly string[]): number {
  let total = 0;
  for (const feature of features) total += WEIGHTS.get(feature) ?? 0;
  return total;
}

/** The likeliest reading of a candidate and how likely it is right, 0 to 1: logistic regression over {@link featuresOf}. */
export function judge(unit: Unit, variants: readonly Variant[]): { best: Variant; score: number } | null {
  const first = variants[0];
  if (!first) return null;
  const shared = sum(candidateFeatures(unit, first));
  let best = first;
  let most = Number.NEGATIVE_INFINITY;
  let passed = 0;
  let joints = 0;
  for (const variant of variants) {
    // each reading runs over the joints of the one before, and more
    for (; passed < variant.over.length; passed++)
      joints += sum(jointFeatures(variant.over[passed] as string, variant));
    const logit = shared + joints + sum(endFeatures(unit, variant));
    if (logit >= most) {
      most = logit;
      best = variant;
    }
  }
  return { best, score: 1 / (1 + Math.exp(-most)) };
}
