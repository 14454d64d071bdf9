import { isCapitalised, isWord } from '../grammar/words.ts';
import { type Block, endsSentence, startsLower } from './blocks.ts';
import { isDateLine, looksLikeFurniture } from './furniture.ts';

/** Lines with more words, or characters, are prose. */
const LONGEST_LINE = 60;
const MOST_CHARACTERS = 1000;
/** A longer line that ends a sentence is prose unless it speaks to the reader or of the page. */
const LONGEST_SENTENCE = 12;
const OF_THE_PAGE =
  /\b(?:you|your|we|our|cookies?|newsletters?|e-?mail|subscri\w+|sign|click|rights?|copyright|updated|published|amended|article|story|photo\w*|comments?|facebook|whatsapp|telegram|site|page)\b|[©@|]/i;

const LONG_WORD = 4;

const SMALL_WORDS = new Set(
  'the a an of in on at to for from by with and or but that this it its he she they his her their is are was were be been has have had will would not no as after before who which said says'.split(
    ' ',
  ),
);
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’]*/gu;
const MONTH =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b/i;
const SIGNS: readonly (readonly [string, RegExp])[] = [
  ['wide', /\S {2,}\S|\t/],
  ['address', /https?:|www\.|\w\.(?:com|org|net|example)\b/],
  ['zone', /\b(?:GMT|UTC|BST|[ECMP][SD]?T|IST|CET|EET)\b/],
  ['month', MONTH],
  ['you', /\b(?:you|your|yours)\b/i],
  ['we', /\b(?:we|our|us)\b/i],
  ['agency', /\b(?:Reuters|REUTERS|AFP|AP|EPA|Getty|AP Photo|dpa|EFE|Xinhua|TASS)\b/],
  ['listed', /^(?:\d{1,2}[.)]?|[-–•*■▪])\s+\S/],
  ['verb', /\b(?:said|says|was|were|is|are|has|have|had|will|would|could|can)\b/i],
  ['past', /\b\p{Ll}{3,}ed\b/u],
];
const SIGNS_OF_DIGITS: readonly (readonly [string, RegExp])[] = [
  ['clock', /\b\d{1,2}[:.]\d{2}\b/],
  ['year', /\b(?:19|20)\d\d\b/],
  ['day-month-year', /\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b/],
  ['phone', /\+\d[\d\s()-]{6,}|\b\d{3}-\d{3,4}\b/],
  ['count', /^\d[\d.,kKmM]* ?\p{L}/u],
];
const SIGNS_OF_MARKS: readonly (readonly [string, RegExp])[] = [
  ['bar', / [|¦] |[|¦]$/],
  ['dot', /[·•●∙]/],
  ['arrow', /[›»>→←↑↓▾▲▼↗] ?/],
  ['slash', / \/ /],
  ['square', /\[[^\]]{1,30}\]/],
  ['bracketed', /^\(.*\)[.\s]*$/],
  ['at', /(?:^|\s|\()@\w/],
  ['mail', /\S@\S+\.\w/],
  ['hash', /(?:^|\s)#\p{L}/u],
  ['copyright', /©|\(c\) (?:19|20)/i],
  ['symbol', /[\p{So}★☆]/u],
  ['quote', /["“”„«»]/],
  ['credit', /\b(?:photos?|pictures?|photographs?|images?|credit|illustration|graphic|screenshot)\b ?[:/|(]/i],
  ['label', /^\p{Lu}[\p{L}' ]{1,24}: /u],
];
const DIGIT = /\d/;
/** Any mark but those of plain sentences. */
const MARK = /[^\p{L}\p{N}\s.,;’'!?-]/u;

/** True for a line that may be furniture by its length: for the others nobody asks. */
export function isInQuestion({ words, text }: Block): boolean {
  if (text.length > MOST_CHARACTERS) return false;
  if (words <= LONGEST_SENTENCE) return true;
  return words <= LONGEST_LINE && (!endsSentence(text) || OF_THE_PAGE.test(text));
}

/** Takes a feature: its kind, and its value where the kind alone does not tell. */
export type TakeFeature = (kind: string, value?: string) => void;

/** Tells what a line looks like in itself and in its place. */
export function lineFeatures(blocks: readonly Block[], place: Place, i: number, take: TakeFeature): void {
  const block = blocks[i] as Block;
  const { text } = block;
  take('words', size(block.words));
  take('end', ending(text));
  if (startsLower(text)) take('lower');
  const words = text.match(WORD) ?? [];
  let letters = 0;
  let capitals = 0;
  let small = 0;
  words.forEach((word, k) => {
    const lower = word.toLowerCase();
    if (k < 24) take('word', lower);
    if (k < 2) take(k === 0 ? 'first' : 'second', lower);
    if (!isWord(word)) return;
    letters++;
    if (isCapitalised(word)) capitals++;
    if (SMALL_WORDS.has(lower)) small++;
  });
  take('capitals', letters === 0 ? 'none' : `${Math.round((4 * capitals) / letters)}`);
  if (letters > 1 && text === text.toUpperCase()) take('upper');
  take('small', letters < 3 ? 'few' : `${Math.min(4, Math.round((10 * small) / letters))}`);
  take('numbers', `${Math.min(3, words.length - letters)}`);
  const lists = [SIGNS, DIGIT.test(text) ? SIGNS_OF_DIGITS : [], MARK.test(text) ? SIGNS_OF_MARKS : []];
  for (const list of lists) for (const [name, sign] of list) if (sign.test(text)) take(name);
  if (isDateLine(text)) take('date-line');
  take('told', told(toldShare(text, place.told)));
  const { first, last } = place;
  take('place', first < 0 ? 'no prose' : i < first ? 'head' : i > last ? 'tail' : 'middle');
  const [before, after] = [blocks[i - 1], blocks[i + 1]];
  take('gap', `${block.afterGap ? 1 : 0}${after?.afterGap === false ? 0 : 1}`);
  take('before', before ? size(before.words) + ending(before.text) : 'none');
  take('after', after ? size(after.words) + ending(after.text) : 'none');
  if (before && before.words < 6)
    for (const word of before.text.toLowerCase().match(WORD) ?? []) take('word before', word);
  if (place.ruled[i]) take('ruled');
  if (place.ruled[i - 1]) take('ruled before');
  if (place.ruled[i + 1]) take('ruled after');
}

/** What is known of the page before its lines are looked at. */
export interface Place {
  /** Index of the first and of the last long line that ends a sentence; -1 where there is none, or none in English. */
  readonly first: number;
  readonly last: number;
  /** The longer words of long lines, in lower case. */
  readonly told: ReadonlySet<string>;
  /** Which lines are furniture by a rule of their own. */
  readonly ruled: readonly boolean[];
}

/** What so many words tell is enough to know a headline by. */
const MOST_TOLD = 20_000;
/** In English prose every third word is one of the small ones. */
const LEAST_SMALL = 0.18;

/** The long lines that end a sentence are surely prose: where they stand and what they tell of. */
export function placeOf(blocks: readonly Block[]): Place {
  const sure = (b: Block) => b.words >= 18 && /[.!?…]["'”’»)\]\s]*$/.test(b.text.slice(-8));
  const told = new Set<string>();
  let words = 0;
  let small = 0;
  for (const b of blocks) {
    if (words > MOST_TOLD) break;
    if (!sure(b)) continue;
    for (const word of b.text.match(/\p{L}+/gu) ?? []) {
      const lower = word.toLowerCase();
      words++;
      if (SMALL_WORDS.has(lower)) small++;
      if (word.length >= LONG_WORD) told.add(lower);
    }
  }
  const english = small >= LEAST_SMALL * words;
  const ruled = blocks.map(looksLikeFurniture);
  return { first: english ? blocks.findIndex(sure) : -1, last: english ? blocks.findLastIndex(sure) : -1, told, ruled };
}

/** The share of the longer words of a line that the prose has too, 0 to 1; NaN where the line has none. */
export function toldShare(text: string, known: ReadonlySet<string>): number {
  const long = longWords(text);
  return long.filter((w) => known.has(w)).length / long.length;
}

/** The words of four letters and more, in lower case. */
export function longWords(text: string): string[] {
  return (text.match(/\p{L}+/gu) ?? []).filter((w) => w.length >= LONG_WORD).map((w) => w.toLowerCase());
}

/** How much of it the prose tells: none, some, most. */
function told(share: number): string {
  if (Number.isNaN(share)) return '-';
  return share === 0 ? '0' : share < 0.5 ? '1' : '2';
}

const SIZES = [1, 2, 3, 5, 8, 12, 20, 35];

function size(words: number): string {
  return `${SIZES.findIndex((most) => words <= most)}`;
}

function ending(text: string): string {
  const last = text.at(-1) as string;
  if (/[.!?…:,;)]/.test(last)) return last;
  if (/["”’»']/.test(last)) return '"';
  return /\p{L}/u.test(last) ? 'a' : /\p{N}/u.test(last) ? '0' : '-';
}
