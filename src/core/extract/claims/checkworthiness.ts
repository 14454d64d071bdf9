import type { Modality } from '../../model/types.ts';
import type { ExtractedFigure } from '../extraction.ts';
import { isPastForm } from '../grammar/verbs.ts';

/** What a claim holds besides its words. */
export interface ClaimContents {
  readonly names: number;
  readonly figures: readonly ExtractedFigure[];
  readonly times: number;
}

/** The least `checkworthiness` of a claim that is worth a check. */
export const WORTH_A_CHECK = 0;

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Acts that a register, a record of votes or an archive tells. */
const ACTS = set(`vote votes voted veto vetoed sign signed pass passed repeal repealed enact enacted ban banned ratified
  appoint appointed elected convicted sentenced arrested killed died attacked invaded bombed withdrew withdrawn resigned
  founded built sold spent spend spending paid owe owes owned earned raised raise cut cuts lowered reduced increase increased
  increases decrease decreased decline declined declining rise risen rose rising grew grown growing fell fallen falling doubled tripled halved
  dropped lost gained created eliminated opposed opposes opposing supported supports sponsored proposed proposes proposing
  admitted denied refused refuses failed violated violating import imports imported export exports exported produce produced
  produces consume consumed consuming taxed funded subsidized inherited promised attacking outsourced shipped moved gave sent
  brought led called calls negotiated changed`);
/** Amounts, rates and comparisons, with or without a figure. */
const AMOUNTS =
  set(`percent million billion trillion thousands dozens hundreds half third quarter double twice times rate
  rates average deficit deficits debt budget unemployment inflation tax taxes jobs wages income incomes prices crime troops
  casualties deaths poverty spending surplus exports imports percentage
  more fewer less than highest lowest largest biggest smallest fastest greatest worst longest record most majority every
  first only never`);
/** Who acts, other than the speaker. */
const THEY = set(
  'he she they his her their president senator governor congress administration government mr mrs ms party',
);
/** That somebody said something, which the record shows. */
const SAID = set('said says told claimed claims testified announced wrote');
/** The speaker, who tells what he did or feels. */
const SELF = set('i my me myself');
/** Wishes, duties and plans. */
const WISHES =
  set(`should ought must need needs want wants would could might may hope let please going believe think feel
  guess love respect appreciate understand important better good great strong proud happy glad sure question believes if
  whether unless cannot can`);

/**
 * How much there is to look up in an assertion is the sum of `wordsWorth`, `matterWorth` and `contentsWorth`, from
 * about -4 to 6; from `WORTH_A_CHECK` on it is worth a check. The weights are set by hand: figures, days, amounts, acts on record and named
 * actors weigh for it (the features that Hassan et al. 2017, "Toward Automated Fact-Checking", found to matter), wishes,
 * plans and what the speaker tells of himself against it.
 */
export function contentsWorth({ names, figures, times }: ClaimContents): number {
  return (
    (figures.some(isTelling) ? 1.9 : figures.length > 0 ? 0.9 : 0) + (times > 0 ? 0.6 : 0) + 0.5 * Math.min(names, 2)
  );
}

/** The part that tells what sort of statement it is: on a known matter, not what must be done. */
export function matterWorth({ modality, topic }: { readonly modality: Modality; readonly topic: string }): number {
  return (topic === 'other' || topic === 'role' ? 0 : 0.3) - (modality === 'necessary' ? 0.6 : 0);
}

const SPANS_OF_TIME = set('second minute hour day week month year decade century');

/** Amounts, shares and tallies; not how long something took, nor a handful ("two questions"). */
function isTelling({ kind, unit, value }: ExtractedFigure): boolean {
  return kind !== 'quantity' || unit === 'time' || (Math.abs(value) >= 10 && !SPANS_OF_TIME.has(unit ?? ''));
}

/** How many words of each sort a form holds: nearly always one word of few sorts. */
export interface WorthCounts {
  readonly acts: number;
  readonly amounts: number;
  readonly wishes: number;
  readonly they: number;
  readonly said: number;
  readonly self: number;
  readonly past: number;
}

export function countsOf(form: string): WorthCounts {
  const words =
    form
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}']+/gu) ?? [];
  const count = (isSort: (word: string) => boolean) => words.filter(isSort).length;
  const counts: WorthCounts = {
    acts: count((word) => ACTS.has(word)),
    amounts: count((word) => AMOUNTS.has(word)),
    wishes: count((word) => WISHES.has(word)),
    they: count((word) => THEY.has(word)),
    said: count((word) => SAID.has(word)),
    self: count((word) => SELF.has(word)),
    past: count(isPastForm),
  };
  const { acts, amounts, wishes, they, said, self, past } = counts;
  const isPlain = words.length === 1 && acts + amounts + wishes + they + said + self + past === 0;
  return isPlain ? PLAIN_WORD : counts;
}

/** The counts of nearly all forms. */
const PLAIN_WORD: WorthCounts = {
  acts: 0,
  amounts: 0,
  wishes: 0,
  they: 0,
  said: 0,
  self: 0,
  past: 0,
};

/** The part of the worth that the words alone tell. */
export function wordsWorth(forms: readonly { readonly counts: WorthCounts }[]): number {
  let [acts, amounts, wishes, they, said, self, past] = [0, 0, 0, 0, 0, 0, 0];
  for (const { counts } of forms) {
    if (counts === PLAIN_WORD) continue;
    acts += counts.acts;
    amounts += counts.amounts;
    wishes += counts.wishes;
    they += counts.they;
    said += counts.said;
    self += counts.self;
    past += counts.past;
  }
  let worth = -1.5;
  worth += 0.8 * Math.min(acts, 2) + 0.4 * Math.min(amounts, 3) + 0.3 * Math.min(they, 2) - 0.5 * Math.min(wishes, 3);
  if (past > 0) worth += 0.5;
  if (said > 0) worth += 0.5;
  if (self > 0) worth -= 0.5;
  return worth;
}
