import type { WordForm } from './wordFeatures.ts';

const LINKS = new Set(['of', 'for', 'the', 'and', '&', 'de', 'al', 'in', 'on', '-', '–', "'s", '’s', 'el', 'du', 'la']);
const OPENING = new Set(['"', '“', '‘', '«', "'"]);
const CLOSING = new Set(['"', '”', '’', '»', "'"]);
/** Between a noun and the names that it stands for ("bands such as A, B and C"). */
const PASSED = new Set(
  ', / & " “ ” ‘ ’ ( ) and or the a an such as like including called named titled entitled dubbed known also e.g'.split(
    ' ',
  ),
);
const COPULAS = new Set(['is', 'was', 'are', 'were', 'became', 'becomes', 'remains', 'being']);
const ARTICLES = new Set(['a', 'an', 'the', 'one', 'another']);
/** Ends the noun phrase behind a copula. */
const ENDS = new Set(
  '. , ; : ( who which that where when in of for at on by with and or from to as but because whose'.split(' '),
);
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
      while (next < words.length && next - end < 2 && LINKS.has((words[next] as WordForm).text)) next++;
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
    else if (!PASSED.has(word.text)) {
      lead = word;
      break;
    }
  }
  const after = words[end]?.text ?? '';
  const closed = CLOSING.has(after) || (/^[,.!?]$/.test(after) && CLOSING.has(words[end + 1]?.text ?? ''));
  return {
    start,
    end,
    lead,
    listed,
    predicate: predicateAfter(words, end),
    quoted: closed && OPENING.has(words[start - 1]?.text ?? ''),
  };
}

function predicateAfter(words: readonly WordForm[], end: number): WordForm | undefined {
  let i = end;
  if (words[i]?.text === '(') {
    while (i < words.length && i < end + LONGEST_PREDICATE && (words[i] as WordForm).text !== ')') i++;
    i++;
  }
  const text = words[i]?.text ?? '';
  if (!COPULAS.has(text) && text !== ',') return undefined;
  if (!ARTICLES.has(words[i + 1]?.text ?? '')) return undefined;
  let noun: WordForm | undefined;
  for (let k = i + 2; k < words.length && k < i + LONGEST_PREDICATE; k++) {
    const word = words[k] as WordForm;
    if (ENDS.has(word.text)) break;
    if (!word.capitalised && word.text.length > 2) noun = word;
  }
  return noun;
}
