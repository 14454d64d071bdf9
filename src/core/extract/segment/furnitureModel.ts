import { type Block, endsSentence } from './blocks.ts';
import { FURNITURE_WEIGHTS } from './furnitureWeights.ts';
import { isInQuestion, lineFeatures, type Place } from './lineFeatures.ts';

const BY_KIND = new Map(FURNITURE_WEIGHTS.map(([kind, values]) => [kind, new Map(values)]));
/** From here on a line is furniture; one that ends a sentence must be surer, for a paragraph lost is the worse error. */
const SURE = 0.5;
const SURE_OF_SENTENCE = 0.8;
const SURE_OF_PARAGRAPH = 0.95;
const SURE_OF_HEADING = 0.75;
const HEADING = 6;
const LISTED = /^[-–•*■▪]\s/;
/** So many lines of a box may stand between a paragraph and the heading of the next. */
const FURTHEST = 4;
/** Words from which on a line that ends a sentence is likely a paragraph. */
const PARAGRAPH = 15;
/** The sentence before a bracket that ends a line: "... next year. (Agency)". */
const BRACKET_AFTER = /[.!?…]["”’]?\s*\([^()]*\)\.?$/;

/** How likely each block is furniture, 0 to 1. Without a long sentence there is no telling, and none is. */
export function furnitureScores(blocks: readonly Block[], place: Place): number[] {
  const bias = BY_KIND.get('bias')?.get('') ?? 0;
  return blocks.map((block, i) => {
    if (place.first < 0 || !isInQuestion(block)) return 0;
    let sum = bias;
    lineFeatures(blocks, place, i, (kind, value = '') => {
      sum += BY_KIND.get(kind)?.get(value) ?? 0;
    });
    return 1 / (1 + Math.exp(-sum));
  });
}

/** True where a block with this score is taken for furniture. */
export function isSurelyFurniture(blocks: readonly Block[], { ruled }: Place, i: number, score: number): boolean {
  const { text, words } = blocks[i] as Block;
  if (headsList(blocks, i)) return false;
  if (endsSentence(text) || BRACKET_AFTER.test(text.slice(-200)))
    return score >= (words < PARAGRAPH ? SURE_OF_SENTENCE : SURE_OF_PARAGRAPH);
  return score >= (standsAsHeading(blocks, ruled, i) ? SURE_OF_HEADING : SURE);
}

/** A few words above a list of sentences. */
function headsList(blocks: readonly Block[], i: number): boolean {
  if ((blocks[i] as Block).words > HEADING) return false;
  return [blocks[i + 1], blocks[i + 2]].every((line) => line && LISTED.test(line.text) && endsSentence(line.text));
}

/** A few words between two sentences: where section headings stand. */
function standsAsHeading(blocks: readonly Block[], ruled: readonly boolean[], i: number): boolean {
  const [{ words }, after] = [blocks[i] as Block, blocks[i + 1]];
  if (words > HEADING || !after || !endsSentence(after.text)) return false;
  let last = i - 1;
  while (ruled[last] && last > i - FURTHEST) last--;
  const before = blocks[last];
  return !!before && endsSentence(before.text);
}
