import { ROLES } from './smallWords.ts';
import type { WordForm } from './wordFeatures.ts';

const FARTHEST_NOUN = 16;
const LONGEST_PREDICATE = 9;

/** A run of capitalised words, linking words between them included; `end` is exclusive. */
export interface CapitalRun {
  readonly start: number;
  readonly end: number;
  /** The small word that leads to the run, over lists and quotation marks: "bands" in "bands like A and B". */
  readonly lead: WordForm | undefined;
  /** True where other names stand between the leading word and the run. */
  readonly listed: boolean;
  /** What the run is said to be: "band" in "A was an English band". */
  readonly predicate: WordForm | undefined;
  /** True where quotation marks hold the run and nothing else. */
  readonly quoted: boolean;
}

/** The runs of a line in order; linear in its words. */
export function capitalRuns(words: readonly WordForm[]): CapitalRun[] {
  const runs: CapitalRun[] = [];
  for (let i = 0; i < words.length; ) {
    if (!(words[i] as WordForm).capitalised) {
      i++;
      continue;
    }
    let end = i + 1;
    for (;;) {
      let next = end;
      while (next < words.length && next - end < 2 && plays(words[next], ROLES.link)) next++;
      if (!words[next]?.capitalised) break;
      end = next + 1;
    }
    runs.push(describeRun(words, i, end));
    i = end;
  }
  return runs;
}

function describeRun(words: readonly WordForm[], start: number, end: number): CapitalRun {
  let listed = false;
  let lead: WordForm | undefined;
  for (let i = start - 1; i >= 0 && i >= start - FARTHEST_NOUN; i--) {
    const word = words[i] as WordForm;
    if (word.capitalised) listed = true;
    else if (!plays(word, ROLES.passed)) {
      lead = word;
      break;
    }
  }
  const after = words[end];
  const stopped = plays(after, ROLES.stop) && plays(words[end + 1], ROLES.closingQuote);
  return {
    start,
    end,
    lead,
    listed,
    predicate: predicateAfter(words, end),
    quoted: (stopped || plays(after, ROLES.closingQuote)) && plays(words[start - 1], ROLES.openingQuote),
  };
}

function predicateAfter(words: readonly WordForm[], end: number): WordForm | undefined {
  let i = end;
  if (plays(words[i], ROLES.openingBracket)) {
    while (i < words.length && i < end + LONGEST_PREDICATE && !plays(words[i], ROLES.closingBracket)) i++;
    i++;
  }
  if (!plays(words[i], ROLES.copula | ROLES.comma) || !plays(words[i + 1], ROLES.article)) return undefined;
  let noun: WordForm | undefined;
  for (let k = i + 2; k < words.length && k < i + LONGEST_PREDICATE; k++) {
    const word = words[k] as WordForm;
    if (plays(word, ROLES.endsPhrase)) break;
    if (!word.capitalised && word.text.length > 2) noun = word;
  }
  return noun;
}

function plays(word: WordForm | undefined, roles: number): boolean {
  return word !== undefined && (word.roles & roles) !== 0;
}
