import type { TokenRange } from '../attributions/nounPhrase.ts';
import { cutFeatures, cutPoints, type WholeClaim, wholeFeatures } from './cutFeatures.ts';
import { CUT_WEIGHTS } from './cutWeights.ts';

/** For each kind of feature the weight of each value. */
export type CutWeights = Readonly<Record<string, readonly number[]>>;

/** The parts of a claim, in order, where it is likelier cut than left whole, by a log-linear model (training/trainCuts.ts). */
export function cutClaim(claim: WholeClaim, weights: CutWeights = CUT_WEIGHTS): TokenRange[] {
  let sum = 0;
  const add = (kind: string, value: number) => {
    sum += weights[kind]?.[value] ?? 0;
  };
  const { from, to } = claim;
  wholeFeatures(claim, add);
  let most = sum;
  let best: TokenRange[] = [{ from, to }];
  for (const point of cutPoints(claim)) {
    sum = 0;
    cutFeatures(claim, point, add);
    if (sum <= most) continue;
    most = sum;
    best = [
      { from, to: point.at },
      { from: point.begin, to },
    ];
  }
  return best;
}
