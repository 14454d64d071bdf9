import type { Span } from '../../text/span.ts';
import type { ZoneKind } from '../extraction.ts';
import { type Block, countWords, endsSentence, startsLower } from './blocks.ts';
import { isCorrection, isDateLine, isEndMarker, isNamesAndPlaces, labelOf } from './furniture.ts';
import { furnitureScores, isSurelyFurniture } from './furnitureModel.ts';
import { cutHeadline } from './headline.ts';
import { longWords, type Place, placeOf, toldShare } from './lineFeatures.ts';

/** A block, or a piece of one, with its role. */
export interface BlockRole extends Span {
  readonly kind: ZoneKind;
  readonly why: string;
  readonly score: number;
  /** True for the last prose of the text, where no heading can stand. */
  readonly last: boolean;
}

const LONGEST_HEADING = 16;
const PREAMBLE = 14;
const LEAST_STANDFIRST = 6;

/** The pieces of every block with their roles, one list a block. */
export function assignRoles(blocks: readonly Block[]): BlockRole[][] {
  const place = placeOf(blocks);
  const scores = furnitureScores(blocks, place);
  const furniture = findFurniture(blocks, place, scores);
  const bodyStart = blocks.findIndex((b, i) => !furniture[i] && looksLikeProse(b));
  const page = { blocks, furniture, scores, place };
  const headline = findHeadline(page, bodyStart < 0 ? Math.min(blocks.length, 3) : bodyStart);
  if (headline >= 0) furniture[headline] = null;
  for (let i = headline + 1; headline >= 0 && i < bodyStart; i++)
    if (furniture[i] !== 'date-line' && (isNamesAndPlaces(blocks[i] as Block) || place.ruled[i]))
      furniture[i] = 'byline';
  const standfirst = standfirstLines(page, headline, bodyStart);
  for (const i of standfirst) furniture[i] = null;
  const lastProse = blocks.findLastIndex((_, i) => !furniture[i]);
  const roles: BlockRole[][] = [];
  let carried: Span | null = null;
  blocks.forEach((block, i) => {
    const start: number = carried?.start ?? block.start;
    carried = null;
    const piece = (kind: ZoneKind, why: string, score = 0.9): BlockRole[] => [
      { start, end: block.end, kind, why, score, last: i >= lastProse },
    ];
    if (furniture[i]) roles.push(piece('furniture', furniture[i] as string));
    else if (i === headline) {
      const cut = cutHeadline(block, blocks[i + 1]);
      const parts: BlockRole[] = [
        { start, end: block.start + cut.title, kind: 'headline', why: 'headline', score: 0.9, last: false },
      ];
      if (cut.crumbs) {
        const crumbs = { start: block.start + cut.crumbs, end: block.end };
        parts.push({ ...crumbs, kind: 'furniture', why: 'breadcrumb', score: 0.9, last: false });
      }
      if (cut.carried) carried = { start: block.start + cut.carried, end: block.end };
      roles.push(parts);
    } else if (i < headline) roles.push(piece('furniture', 'site-head', 0.8));
    else if (standfirst.has(i)) roles.push(piece('heading', 'standfirst', 0.8));
    else if (isHeading(blocks, furniture, i, lastProse)) roles.push(piece('heading', 'short-line', 0.8));
    else roles.push(piece('body', 'prose'));
  });
  return roles;
}

/** Prose: a sentence with an end, or long. */
function looksLikeProse(block: Block): boolean {
  return block.words >= 25 || (block.words >= 4 && /[.…]["'”’»“)\]\s]*$/.test(block.text.slice(-8)));
}

interface PageLines {
  readonly blocks: readonly Block[];
  readonly furniture: readonly (string | null)[];
  readonly scores: readonly number[];
  readonly place: Place;
}

/** Lines that are furniture whatever they tell. */
const NEVER_A_TITLE = /^(?:date-line|repeated-line|menu|furniture-line)$/;

/** Titles stand above what goes with them: a line must be worth so much more than an earlier one to be taken instead. */
const BETTER = 0.2;
/** A line that tells so much of the prose, with so many words, is the title unless another stands above it. */
const TELLING = 0.6;
const TELLING_WORDS = 4;
const TITLE_WORDS = 6;
const LISTED = /^[-–•*■▪]\s/;
const BYLINE = /^(?:by|text|words)\b:? \p{Lu}/iu;
/** What the line of the authors adds to the lines right above it, and takes from those below. */
const BY_BYLINE = 0.3;
const ABOVE_BYLINE = 3;
/** A clock beside a date, or how long ago: no title. */
const STAMP =
  /\b(?:19|20)\d\d\b.*\b\d{1,2}[:.]\d\d\b|\b\d{1,2}[:.]\d\d\b.*\b(?:19|20)\d\d\b|\b\d+ (?:hours?|minutes?|min)\.? (?:ago|read)\b/;
/** Three or more short items in one line, parted by wide gaps or bars. */
const MENU = /^[^\s|·•/]\S*(?: [^\s|·•/]\S*){0,2}(?:(?: {2,}|\t+| [|·•/] )[^\s|·•/]\S*(?: [^\s|·•/]\S*){0,2}){2,}$/u;
const SENTENCES = /\p{Ll}[.!?]\s+\p{Lu}.*\p{Ll}[.!?]\s+\p{Lu}/u;

/** The first of the lines above the prose that tell most of what the prose tells and look least like furniture. */
function findHeadline({ blocks, furniture, scores, place }: PageLines, bodyStart: number): number {
  const byline = blocks.slice(0, PREAMBLE).findIndex(({ text }) => BYLINE.test(text));
  const candidates = blocks.slice(0, Math.min(bodyStart, PREAMBLE)).map(({ text }, i) => {
    const bar = text.indexOf(' | ');
    const title = bar > 0 ? text.slice(0, bar) : text;
    const long = longWords(title).length;
    const told = toldShare(title, place.told) || 0;
    const never = NEVER_A_TITLE.test(furniture[i] ?? '') || STAMP.test(text);
    const signed = byline > i && byline - i <= ABOVE_BYLINE ? BY_BYLINE : byline >= 0 && i > byline ? -BY_BYLINE : 0;
    const other = SENTENCES.test(title) || LISTED.test(title);
    const worth = signed + told * Math.min(1, long / 5) - (other ? 0.5 : 0) + Math.min(countWords(title), 8) / 10;
    return {
      tells: !never && !other && told >= TELLING && long >= TELLING_WORDS && (scores[i] as number) < 0.6,
      worth: never ? Number.NEGATIVE_INFINITY : worth - (scores[i] as number) * (bar > 0 ? 0.4 : 0.8),
    };
  });
  const telling = candidates.findIndex(({ tells }) => tells);
  if (telling >= 0) {
    // a slogan stands above the menu, the title below it
    const menu = candidates.findIndex((_, i) => i > telling && MENU.test((blocks[i] as Block).text));
    const below = menu < 0 ? -1 : candidates.findIndex(({ tells }, i) => i > menu && tells);
    return aboveDeck(below >= 0 ? below : telling);
  }
  const least = Math.max(...candidates.map(({ worth }) => worth)) - BETTER;
  return aboveDeck(candidates.findIndex(({ worth }) => worth >= least && worth > Number.NEGATIVE_INFINITY));

  /** A line of a title's length right above a title is the title, and that its standfirst. */
  function aboveDeck(title: number): number {
    const above = blocks[title - 1];
    const isOne =
      above &&
      !furniture[title - 1] &&
      !(blocks[title] as Block).afterGap &&
      above.words >= TITLE_WORDS &&
      !/[|·›•]| {2}/.test(above.text);
    return isOne ? title - 1 : title;
  }
}

/**
 * The lines right below the headline that tell what the prose tells, however much they look like links, and those that
 * are too long for a heading and no sentence.
 */
function standfirstLines({ blocks, furniture, place }: PageLines, headline: number, bodyStart: number): Set<number> {
  const lines = new Set<number>();
  if (headline < 0) return lines;
  for (let i = headline + 1; i < Math.min(bodyStart, headline + 5); i++) {
    const { text, words } = blocks[i] as Block;
    const free = furniture[i] === null || furniture[i] === 'furniture-model';
    const long = furniture[i] === null && words > LONGEST_HEADING && !endsSentence(text);
    if (!free || words < LEAST_STANDFIRST || !(long || toldShare(text, place.told) >= 0.4)) break;
    lines.add(i);
  }
  return lines;
}

function isHeading(
  blocks: readonly Block[],
  furniture: readonly (string | null)[],
  i: number,
  lastProse: number,
): boolean {
  const block = blocks[i] as Block;
  if (i >= lastProse || block.words > LONGEST_HEADING || startsLower(block.text)) return false;
  if (/[.,;:…]["'”’»)\]\s]*$/.test(block.text) || /^[-*•–—"“]/.test(block.text)) return false;
  if (block.words > 10 && endsSentence(block.text)) return false;
  if (/\p{Ll}{2}[.!?]["”’»]? \p{Lu}/u.test(block.text)) return false;
  let next = i + 1;
  while (next < blocks.length && furniture[next]) next++;
  const after = blocks[next];
  return after !== undefined && (looksLikeProse(after) || after.words > block.words);
}

/** Why each block is furniture, or null. */
function findFurniture(blocks: readonly Block[], place: Place, scores: readonly number[]): (string | null)[] {
  const seen = new Map<string, number>();
  const labels = new Map<string, number>();
  const plain = blocks.map((b) => b.text.replace(/\s+/g, ' ').toLowerCase());
  for (const key of plain) seen.set(key, (seen.get(key) ?? 0) + 1);
  for (const b of blocks) {
    const label = b.words <= 30 && !endsSentence(b.text) ? labelOf(b.text) : null;
    if (label) labels.set(label, (labels.get(label) ?? 0) + 1);
  }
  const why: (string | null)[] = blocks.map((block, i) => {
    if (isDateLine(block.text)) return 'date-line';
    const barred = block.text.includes(' | ') && i < PREAMBLE && block.words > 6 && !seenProse(blocks, i);
    if (!barred && place.ruled[i]) return 'furniture-line';
    if (isCorrection(block)) return null;
    if (block.words >= 2 && block.words <= 60 && (seen.get(plain[i] as string) ?? 0) > 1 && i > 0) {
      return 'repeated-line';
    }
    if (isSurelyFurniture(blocks, place, i, scores[i] as number)) return 'furniture-model';
    const label = block.words <= 30 && !endsSentence(block.text) ? labelOf(block.text) : null;
    if (label && seenProse(blocks, i) && isCrossLink(block, label, labels)) return 'cross-link';
    return null;
  });
  markMenus(blocks, why);
  markBoxes(blocks, why);
  markEnd(blocks, why);
  return why;
}

/** A titled link between paragraphs: its label comes again, or it is a single word before a long title. */
function isCrossLink(block: Block, label: string, labels: ReadonlyMap<string, number>): boolean {
  return (labels.get(label) ?? 0) > 1 || (block.words >= 12 && !label.includes(' '));
}

function seenProse(blocks: readonly Block[], until: number): boolean {
  for (let i = 0; i < Math.min(until, PREAMBLE); i++) if (looksLikeProse(blocks[i] as Block)) return true;
  return until >= PREAMBLE;
}

/** Four or more tiny lines in a row are a menu. */
function markMenus(blocks: readonly Block[], why: (string | null)[]): void {
  for (let i = 0; i < blocks.length; ) {
    let j = i;
    while (j < blocks.length && (blocks[j] as Block).words <= 3 && !endsSentence((blocks[j] as Block).text)) j++;
    if (j - i >= 4) for (let k = i; k < j; k++) why[k] ??= 'menu';
    i = Math.max(j, i + 1);
  }
}

const LONGEST_LINK = 20;

/** The titles right below the head of a box are its links. */
function markBoxes(blocks: readonly Block[], why: (string | null)[]): void {
  let inBox = false;
  blocks.forEach(({ text, words, afterGap }, i) => {
    if (afterGap || words > LONGEST_LINK || (endsSentence(text) && !text.endsWith('?'))) inBox = false;
    if (inBox) why[i] ??= 'box';
    if (why[i] && isEndMarker(text)) inBox = true;
  });
}

/** A box head near the end takes everything after it along, unless prose of the article's kind follows. */
function markEnd(blocks: readonly Block[], why: (string | null)[]): void {
  const total = blocks.reduce((sum, b) => sum + b.words, 0);
  let after = 0;
  let first = blocks.length;
  for (let i = blocks.length - 1; i > 0; i--) {
    const block = blocks[i] as Block;
    if (after > Math.max(60, total * 0.25)) break;
    if (isEndMarker(block.text)) first = i;
    after += block.words;
  }
  for (let k = first; k < blocks.length; k++) why[k] ??= 'end-box';
}
