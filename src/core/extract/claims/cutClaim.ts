import type { TokenRange } from '../attributions/nounPhrase.ts';
import { finiteAt, finiteWithin } from '../attributions/unit.ts';
import { Kind } from '../attributions/wordForms.ts';
import { type CutPoint, cutFeatures, cutPoints, type WholeClaim, wholeFeatures } from './cutFeatures.ts';
import { CUT_WEIGHTS } from './cutWeights.ts';

/** Words between "both" and its "and". */
const NEAR_BOTH = 12;
const LONGEST_APPOSITION = 24;

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
  const verb = mainVerb(claim);
  let most = sum;
  let best: TokenRange[] = [{ from, to }];
  for (const point of cutPoints(claim)) {
    if (!leavesAssertions(claim, point, verb)) continue;
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

/** False where the part before the cut asserts nothing, and where it cuts what belongs together, whatever the weights say. */
function leavesAssertions({ unit }: WholeClaim, { at, begin }: CutPoint, verb: number): boolean {
  const { forms, words } = unit;
  const kind = forms[at]?.kind;
  const clause = forms[begin]?.kind === Kind.pronoun && finiteAt(unit, begin + 1);
  if (verb >= at && !clause) return false;
  if (kind === Kind.coordinator) {
    // "raised or farmed the birds" has one object; "forbids both speaking ill of it and using it"
    if (finiteAt(unit, at - 1) || words.slice(Math.max(0, at - NEAR_BOTH), at).includes('both')) return false;
  }
  if (kind === Kind.comma) {
    // "after the mayor, a critic of the plan, was stabbed"
    if (finiteAt(unit, begin)) return false;
    const next = words.indexOf(',', begin);
    if (next > 0 && next < begin + LONGEST_APPOSITION && finiteAt(unit, next + 1) && !finiteWithin(unit, begin, next))
      return false;
  }
  // "including, but not limited to, ..."
  return words[words[at - 1] === ',' ? at - 2 : at - 1] !== 'including';
}

/** The first finite verb outside of an opening clause, of relatives and of participles; -1 where none is. */
function mainVerb({ unit, from, to }: WholeClaim): number {
  const { forms, words } = unit;
  const opening = words[from] === 'even' ? from + 1 : from;
  let aside = forms[opening]?.kind === Kind.subordinator;
  for (let i = from; i < to; i++) {
    const kind = forms[i]?.kind;
    const next = forms[i + 1]?.kind;
    if (kind === Kind.comma) aside = next === Kind.relative || next === Kind.past;
    else if (kind === Kind.relative) aside = true;
    else if (!aside && finiteAt(unit, i)) return i;
  }
  return -1;
}
