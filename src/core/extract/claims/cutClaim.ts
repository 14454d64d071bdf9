import type { TokenRange } from '../attributions/nounPhrase.ts';
import { finiteAt, finiteWithin, type Unit } from '../attributions/unit.ts';
import { Kind } from '../attributions/wordForms.ts';
import { type CutPoint, cutFeatures, cutPoints, type WholeClaim, wholeFeatures } from './cutFeatures.ts';
import { CUT_WEIGHTS } from './cutWeights.ts';

/** Words between "both" and its "and". */
const NEAR_BOTH = 12;
const LONGEST_APPOSITION = 24;
const NOUN_STARTS: ReadonlySet<number> = new Set([Kind.word, Kind.determiner, Kind.possessive, Kind.name]);
const CLAUSE_STARTS: ReadonlySet<number> = new Set([Kind.subordinator, Kind.relative, Kind.whether, Kind.that]);

/** What is without its complement before a comma. */
const LEADS_ON: ReadonlySet<number> = new Set([
  Kind.be,
  Kind.modal,
  Kind.that,
  Kind.to,
  Kind.possessive,
  Kind.subordinator,
]);

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

/** False where a part asserts nothing, and where the cut parts what belongs together, whatever the weights say. */
function leavesAssertions({ unit, from, to }: WholeClaim, { at, begin }: CutPoint, verb: number): boolean {
  const { forms, words } = unit;
  const kind = forms[at]?.kind;
  const clause = forms[begin]?.kind === Kind.pronoun && finiteAt(unit, begin + 1);
  if (verb >= at && (!clause || opensClause(unit, openingOf(unit, from)))) return false;
  if (kind === Kind.coordinator && joinsParts(unit, from, to, { at, begin })) return false;
  // "is, of course, the book", "because, in their view, nothing worked"
  if (kind === Kind.comma && LEADS_ON.has(forms[at - 1]?.kind ?? Kind.edge)) return false;
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

/** True where a coordinator joins words rather than assertions. */
function joinsParts(unit: Unit, from: number, to: number, { at, begin }: CutPoint): boolean {
  const { forms, words } = unit;
  // "raised or farmed the birds", "to find and arrest them"; "forbids both speaking ill of it and using it"
  if (finiteAt(unit, at - 1) || words.slice(Math.max(0, at - NEAR_BOTH), at).includes('both')) return true;
  if (forms[at - 1]?.kind === Kind.base && forms[begin]?.kind === Kind.base) return true;
  // "the age and structure of the universe"
  const first = forms[begin]?.kind ?? Kind.edge;
  if (NOUN_STARTS.has(first) && !finiteWithin(unit, begin, to)) return true;
  // "flies planes and helicopters, but uses trucks too"
  const comma = words.indexOf(',', begin);
  const sharing = comma > 0 && forms[comma + 1]?.kind === Kind.coordinator && finiteAt(unit, comma + 2);
  if (sharing && comma < to && !finiteWithin(unit, begin, comma)) return true;
  // "because the president and Congress could not agree"
  let opens = at - 1;
  while (opens > from && !opensClause(unit, opens)) opens--;
  return opens > from && !finiteWithin(unit, opens, at) && finiteWithin(unit, begin, to);
}

const opensClause = ({ forms }: Unit, i: number) => CLAUSE_STARTS.has(forms[i]?.kind ?? Kind.edge);

/** Where a claim opens, behind "even", "now", "shortly". */
function openingOf({ forms, words }: Unit, from: number): number {
  let i = from;
  while (forms[i]?.kind === Kind.adverb || /^(?:even|now|only|just|and|but)$/.test(words[i] ?? '')) i++;
  return i;
}

/** The first finite verb outside of an opening clause or phrase, of relatives and of participles; -1 where none is. */
function mainVerb({ unit, from, to }: WholeClaim): number {
  const { forms, words } = unit;
  const opening = openingOf(unit, from);
  const comma = words.indexOf(',', opening);
  let aside = opensClause(unit, opening);
  // "In an advisory issued late on Sunday, ..."
  const phrase = forms[opening]?.kind === Kind.preposition && comma > 0 && comma < to ? comma : 0;
  for (let i = opening; i < to; i++) {
    const kind = forms[i]?.kind;
    const next = forms[i + 1]?.kind;
    if (kind === Kind.comma) aside = next === Kind.relative || next === Kind.past;
    else if (kind === Kind.relative) aside = true;
    else if (i < phrase && kind === Kind.past && forms[i - 1]?.kind !== Kind.pronoun) continue;
    else if (!aside && finiteAt(unit, i)) return i;
  }
  return -1;
}
