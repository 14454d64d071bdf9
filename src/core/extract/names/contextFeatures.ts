import { FOLD_START, foldText, mix } from '../../lexicon/hash.ts';
import type { WordLexicon } from '../../lexicon/wordLexicon.ts';
import type { CapitalRun } from './capitalRuns.ts';
import { CONTEXT_COUNT, type DocumentFacts, startsAt, type WordLine } from './documentFacts.ts';
import { add, type FeatureBuffer } from './featureBuffer.ts';
import type { WordForm } from './wordFeatures.ts';

const LONGEST_PHRASE = 5;
/** Stands for the word before the first and after the last. */
const EDGE = 7;
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
  lead: 41,
  leadClass: 42,
  predicate: 43,
  predicateClass: 44,
  quoted: 45,
  seenLead: 46,
  seenPredicate: 47,
};

/** What is worked out once for a whole line. */
export interface LineSurroundings {
  readonly phrases: readonly number[];
  /** The run that holds each token. */
  readonly runs: readonly (CapitalRun | undefined)[];
}

export function lineSurroundings({ words, runs }: WordLine, lexicon: WordLexicon): LineSurroundings {
  const runOf = new Array<CapitalRun | undefined>(words.length).fill(undefined);
  for (const run of runs) runOf.fill(run, run.start, run.end);
  return { phrases: phraseHits(words, lexicon), runs: runOf };
}

/**
 * Writes the features of token `i` that depend on more than one word over the buffer: neighbours, the run of capitals,
 * phrase lists, facts of the document.
 */
export function writeContextFeatures(
  line: WordLine,
  i: number,
  around: LineSurroundings,
  facts: DocumentFacts,
  out: FeatureBuffer,
): void {
  const { words, titled } = line;
  const start = startsAt(words, i);
  const word = words[i] as WordForm;
  const before = words[i - 1];
  const after = words[i + 1];
  const beforeHash = before?.lowerHash ?? EDGE;
  const afterHash = after?.lowerHash ?? EDGE;
  const shape = mix(word.shapeHash, (start ? 1 : 0) + (titled ? 2 : 0));
  const upper = word.capitalised ? 1 : 0;
  const group = word.group + 1;
  const beforeGroup = before ? before.group + 1 : 200;
  const afterGroup = after ? after.group + 1 : 200;
  out.count = 0;
  add(out, mix(shape, Tag.start));
  add(out, mix(mix(beforeHash, word.lowerHash), Tag.pair));
  add(out, mix(mix(word.lowerHash, afterHash), Tag.pairAfter));
  add(out, mix(mix(mix(beforeGroup, group), afterGroup), mix(upper, Tag.groups)));
  add(out, mix(mix(mix(before?.shapeHash ?? EDGE, word.shapeHash), after?.shapeHash ?? EDGE), Tag.shapes));
  add(out, mix(mix(beforeGroup, group), mix(word.shapeHash, Tag.groupPair)));
  add(out, mix(mix(group, afterGroup), mix(word.shapeHash, Tag.groupPairAfter)));
  add(out, mix(mix(beforeHash, word.shapeHash), Tag.near));
  add(out, mix(mix(afterHash, word.shapeHash), Tag.nearAfter));
  add(out, mix(mix(words[i - 2]?.lowerHash ?? EDGE, beforeHash), mix(upper, Tag.skip)));
  add(out, mix(mix(afterHash, words[i + 2]?.lowerHash ?? EDGE), mix(2 + upper, Tag.skip)));
  const phrase = around.phrases[i] as number;
  if (phrase) add(out, mix(phrase, Tag.phrase));
  const run = around.runs[i];
  if (run) addRun(out, words, run, i);
  if (word.capitalised) addFacts(out, word, facts, start, titled);
}

function addRun(out: FeatureBuffer, words: readonly WordForm[], run: CapitalRun, i: number): void {
  const first = words[run.start] as WordForm;
  const last = words[run.end - 1] as WordForm;
  const length = Math.min(run.end - run.start, 6);
  const place = Math.min(i - run.start, 3);
  add(out, mix(mix(length, place), Tag.runPlace));
  const inner = place === 0 ? 0 : 1;
  const { lead, predicate } = run;
  if (lead) {
    const kind = (run.listed ? 2 : 0) + inner;
    add(out, mix(mix(lead.lowerHash, kind), Tag.lead));
    add(out, mix(mix(lead.wordClass + 1, kind), Tag.leadClass));
    add(out, mix(mix(lead.family + 1, inner + 4), Tag.leadClass));
  }
  if (predicate) {
    add(out, mix(mix(predicate.lowerHash, inner), Tag.predicate));
    add(out, mix(mix(predicate.wordClass + 1, inner), Tag.predicateClass));
    add(out, mix(mix(predicate.family + 1, inner + 4), Tag.predicateClass));
  }
  if (run.quoted) add(out, mix(mix(length, inner), Tag.quoted));
  if (length === 1) return;
  add(out, mix(mix(last.lowerHash, place === 0 ? 0 : 1), Tag.runLast));
  add(out, mix(mix(last.group + 1, i === run.end - 1 ? 0 : 1), Tag.runLast));
  add(out, mix(mix(first.lowerHash, place === 0 ? 0 : 1), Tag.runFirst));
  add(out, mix(mix(words[run.end]?.lowerHash ?? 7, length), Tag.outside));
  add(out, mix(mix(words[run.start - 1]?.lowerHash ?? 7, length), mix(1, Tag.outside)));
}

function addFacts(out: FeatureBuffer, word: WordForm, facts: DocumentFacts, start: boolean, titled: boolean): void {
  const known = facts.of(word);
  const seen = known.inside - (start || titled ? 0 : 1);
  const inside = seen <= 0 ? 0 : seen === 1 ? 1 : 2;
  const place = titled ? 2 : start ? 1 : 0;
  add(out, mix(mix(inside * 2 + (facts.seenLower(word) ? 1 : 0), place), mix(word.shapeHash, Tag.inside)));
  const { contexts, leads, predicates } = known;
  for (let bit = 0; bit < CONTEXT_COUNT; bit++) {
    if (contexts & (1 << bit)) add(out, mix(mix(bit, place), Tag.seen));
  }
  for (const family of leads) add(out, mix(family, Tag.seenLead));
  for (const family of predicates) add(out, mix(family, Tag.seenPredicate));
}

/** Per token 0, or flags and place of the longest listed phrase of two or more tokens that covers it. */
function phraseHits(words: readonly WordForm[], lexicon: WordLexicon): number[] {
  const hits = new Array<number>(words.length).fill(0);
  for (let i = 0; i < words.length; i++) {
    const first = words[i] as WordForm;
    if (hits[i] || !first.capitalised) continue;
    let state = foldText(first.lower, FOLD_START);
    for (let n = 2; n <= LONGEST_PHRASE && i + n <= words.length; n++) {
      state = foldText((words[i + n - 1] as WordForm).lower, foldText(' ', state));
      const flags = lexicon.flagsOfPhrase(mix(state, 0));
      if (flags) for (let k = 0; k < n; k++) hits[i + k] = flags * 4 + (k === 0 ? 1 : k === n - 1 ? 2 : 3);
    }
  }
  return hits;
}
