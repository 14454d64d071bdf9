import { mix } from '../../lexicon/hash.ts';
import type { WordLexicon } from '../../lexicon/wordLexicon.ts';
import { CONTEXT_COUNT, type DocumentFacts, type WordLine } from './documentFacts.ts';
import type { WordForm } from './wordFeatures.ts';

const LONGEST_PHRASE = 5;
/** Stands for the word before the first and after the last. */
const EDGE = 7;
const LINKS = new Set(['of', 'for', 'the', 'and', '&', 'de', 'al', 'in', 'on', '-', '–', "'s", '’s', 'el', 'du', 'la']);
const Tag = {
  start: 21,
  pair: 22,
  pairAfter: 23,
  groups: 24,
  shapes: 25,
  groupPair: 26,
  groupPairAfter: 27,
  near: 28,
  nearAfter: 29,
  inside: 30,
  seen: 31,
  phrase: 32,
  runFirst: 33,
  runLast: 34,
  runPlace: 35,
  classPair: 36,
  classPairAfter: 37,
  titled: 38,
  outside: 39,
  skip: 40,
};

/** A run of capitalised words, linking words between them included; `end` is exclusive. */
interface Run {
  readonly start: number;
  readonly end: number;
}

/** What is worked out once for a whole line. */
export interface LineSurroundings {
  readonly phrases: readonly number[];
  readonly runs: readonly (Run | undefined)[];
}

export function lineSurroundings({ words }: WordLine, lexicon: WordLexicon): LineSurroundings {
  return { phrases: phraseHits(words, lexicon), runs: capitalRuns(words) };
}

/**
 * Features of token `i` that depend on more than one word: neighbours, the run of capitals, phrase lists, facts of
 * the document.
 * @returns 32-bit hashes.
 */
export function contextFeatures(line: WordLine, i: number, around: LineSurroundings, facts: DocumentFacts): number[] {
  const { words, starts, titled } = line;
  const word = words[i] as WordForm;
  const before = words[i - 1];
  const after = words[i + 1];
  const beforeHash = before?.lowerHash ?? EDGE;
  const afterHash = after?.lowerHash ?? EDGE;
  const shape = mix(word.shapeHash, (starts[i] ? 1 : 0) + (titled ? 2 : 0));
  const upper = word.capitalised ? 1 : 0;
  const group = word.group + 1;
  const beforeGroup = before ? before.group + 1 : 200;
  const afterGroup = after ? after.group + 1 : 200;
  const list = [
    mix(shape, Tag.start),
    mix(mix(beforeHash, word.lowerHash), Tag.pair),
    mix(mix(word.lowerHash, afterHash), Tag.pairAfter),
    mix(mix(mix(beforeGroup, group), afterGroup), mix(upper, Tag.groups)),
    mix(mix(mix(before?.shapeHash ?? EDGE, word.shapeHash), after?.shapeHash ?? EDGE), Tag.shapes),
    mix(mix(beforeGroup, group), mix(word.shapeHash, Tag.groupPair)),
    mix(mix(group, afterGroup), mix(word.shapeHash, Tag.groupPairAfter)),
    mix(mix(beforeHash, word.shapeHash), Tag.near),
    mix(mix(afterHash, word.shapeHash), Tag.nearAfter),
    mix(mix(words[i - 2]?.lowerHash ?? EDGE, beforeHash), mix(upper, Tag.skip)),
    mix(mix(afterHash, words[i + 2]?.lowerHash ?? EDGE), mix(2 + upper, Tag.skip)),
  ];
  const phrase = around.phrases[i] as number;
  if (phrase) list.push(mix(phrase, Tag.phrase));
  const run = around.runs[i];
  if (run) addRun(list, words, run, i);
  if (word.capitalised) addFacts(list, word, facts, starts[i] === true, titled);
  return list;
}

function addRun(list: number[], words: readonly WordForm[], run: Run, i: number): void {
  const first = words[run.start] as WordForm;
  const last = words[run.end - 1] as WordForm;
  const length = Math.min(run.end - run.start, 6);
  const place = Math.min(i - run.start, 3);
  list.push(mix(mix(length, place), Tag.runPlace));
  if (length === 1) return;
  list.push(mix(mix(last.lowerHash, place === 0 ? 0 : 1), Tag.runLast));
  list.push(mix(mix(last.group + 1, i === run.end - 1 ? 0 : 1), Tag.runLast));
  list.push(mix(mix(first.lowerHash, place === 0 ? 0 : 1), Tag.runFirst));
  list.push(mix(mix(words[run.end]?.lowerHash ?? 7, length), Tag.outside));
  list.push(mix(mix(words[run.start - 1]?.lowerHash ?? 7, length), mix(1, Tag.outside)));
}

function addFacts(list: number[], word: WordForm, facts: DocumentFacts, start: boolean, titled: boolean): void {
  const seen = facts.capitalisedInside(word) - (start || titled ? 0 : 1);
  const inside = seen <= 0 ? 0 : seen === 1 ? 1 : 2;
  const place = titled ? 2 : start ? 1 : 0;
  list.push(mix(mix(inside * 2 + (facts.seenLower(word) ? 1 : 0), place), mix(word.shapeHash, Tag.inside)));
  const contexts = facts.contexts(word);
  for (let bit = 0; bit < CONTEXT_COUNT; bit++) {
    if (contexts & (1 << bit)) list.push(mix(mix(bit, place), Tag.seen));
  }
}

/** Per token 0, or flags and place of the longest listed phrase of two or more tokens that covers it. */
function phraseHits(words: readonly WordForm[], lexicon: WordLexicon): number[] {
  const hits = new Array<number>(words.length).fill(0);
  for (let i = 0; i < words.length; i++) {
    if (hits[i] || !(words[i] as WordForm).capitalised) continue;
    let phrase = (words[i] as WordForm).lower;
    for (let n = 2; n <= LONGEST_PHRASE && i + n <= words.length; n++) {
      phrase += ` ${(words[i + n - 1] as WordForm).lower}`;
      const flags = lexicon.phraseFlags(phrase);
      if (flags) for (let k = 0; k < n; k++) hits[i + k] = flags * 4 + (k === 0 ? 1 : k === n - 1 ? 2 : 3);
    }
  }
  return hits;
}

function capitalRuns(words: readonly WordForm[]): (Run | undefined)[] {
  const runs = new Array<Run | undefined>(words.length).fill(undefined);
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
    const run = { start: i, end };
    for (; i < end; i++) runs[i] = run;
  }
  return runs;
}
