import { ATTRIBUTION_WEIGHTS } from '../../lexicon/attributionWeights.ts';
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
  const { frame, lemma, form, sourceKind } = c;
  const last = c.content.at(-1);
  const size = c.content.reduce((sum, r) => sum + r.to - r.from, 0);
  const inQuote = (unit.inQuote[c.cue.from] as number) >= 0;
  const next = unit.words[last?.to ?? 0] ?? '.';
  return [
    'bias',
    `f:${frame}`,
    `l:${lemma}`,
    `lf:${lemma}/${frame}`,
    `m:${frame}/${form}`,
    `s:${frame}/${sourceKind}`,
    `n:${size < 3 ? 'tiny' : size < 7 ? 'short' : size < 30 ? 'middle' : 'long'}/${frame}`,
    `q:${inQuote}/${frame}`,
    `z:${unit.zone}`,
    `c:${c.cut}`,
    `cf:${c.cut}/${frame}`,
    ...c.over.flatMap((o) => [`o:${o}`, `of:${o}/${frame}`]),
    `e:${/^[.,;:!?]$/.test(next) ? next : 'word'}/${frame}`,
  ];
}

/** How likely a candidate is right, 0 to 1: logistic regression over {@link featuresOf}. */
export function judge(unit: Unit, candidate: Variant): number {
  let sum = 0;
  for (const feature of featuresOf(unit, candidate)) sum += WEIGHTS.get(feature) ?? 0;
  return 1 / (1 + Math.exp(-sum));
}
