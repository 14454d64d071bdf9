import type { Block } from './blocks.ts';
import { isDateLine, looksLikeFurniture } from './furniture.ts';

/** Lines with more words are prose: nobody asks whether they are furniture. */
export const LONGEST_LINE = 60;

const SMALL_WORDS = new Set(
  'the a an of in on at to for from by with and or but that this it its he she they his her their is are was were be been has have had will would not no as after before who which said says'.split(
    ' ',
  ),
);
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’]*/gu;
const MONTH =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b/i;
const SIGNS: readonly (readonly [string, RegExp])[] = [
  ['bar', / [|¦] |[|¦]$/],
  ['dot', /[·•●∙]/],
  ['arrow', /[›»>→←↑↓▾▲▼↗] ?/],
  ['wide', /\S {2,}\S|\t/],
  ['slash', / \/ /],
  ['square', /\[[^\]]{1,30}\]/],
  ['bracketed', /^\(.*\)[.\s]*$/],
  ['at', /(?:^|\s|\()@\w/],
  ['mail', /\S@\S+\.\w/],
  ['address', /https?:|www\.|\w\.(?:com|org|net|example)\b/],
  ['hash', /(?:^|\s)#\p{L}/u],
  ['copyright', /©|\(c\) (?:19|20)/i],
  ['symbol', /[\p{So}★☆]/u],
  ['clock', /\b\d{1,2}[:.]\d{2}\b/],
  ['zone', /\b(?:GMT|UTC|BST|[ECMP][SD]?T|IST|CET|EET)\b/],
  ['year', /\b(?:19|20)\d\d\b/],
  ['month', MONTH],
  ['day-month-year', /\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b/],
  ['phone', /\+\d[\d\s()-]{6,}|\b\d{3}-\d{3,4}\b/],
  ['you', /\b(?:you|your|yours)\b/i],
  ['we', /\b(?:we|our|us)\b/i],
  ['quote', /["“”„«»]/],
  ['credit', /\b(?:photos?|pictures?|photographs?|images?|credit|illustration|graphic|screenshot)\b ?[:/|(]/i],
  ['agency', /\b(?:Reuters|REUTERS|AFP|AP|EPA|Getty|AP Photo|dpa|EFE|Xinhua|TASS)\b/],
  ['label', /^\p{Lu}[\p{L}' ]{1,24}: /u],
  ['count', /^\d[\d.,kKmM]* ?\p{L}/u],
  ['listed', /^(?:\d{1,2}[.)]?|[-–•*■▪])\s+\S/],
  ['verb', /\b(?:said|says|was|were|is|are|has|have|had|will|would|could|can)\b/i],
  ['past', /\b\p{Ll}{3,}ed\b/u],
];

/** What a line looks like in itself and in its place, as names of features. */
export function lineFeatures(blocks: readonly Block[], place: Place, i: number): string[] {
  const block = blocks[i] as Block;
  const { text } = block;
  const features = [`w${size(block.words)}`, `e${ending(text)}`];
  if (/^\p{Ll}/u.test(text)) features.push('lower');
  const words = text.match(WORD) ?? [];
  const letters = words.filter((w) => /^\p{L}/u.test(w));
  const capitals = letters.filter((w) => /^\p{Lu}/u.test(w)).length;
  features.push(`c${letters.length === 0 ? 'none' : Math.round((4 * capitals) / letters.length)}`);
  if (letters.length > 1 && text === text.toUpperCase()) features.push('upper');
  const small = letters.filter((w) => SMALL_WORDS.has(w.toLowerCase())).length;
  features.push(`s${letters.length < 3 ? 'few' : Math.min(4, Math.round((10 * small) / letters.length))}`);
  features.push(`d${Math.min(3, words.filter((w) => /^\p{N}/u.test(w)).length)}`);
  for (const [name, sign] of SIGNS) if (sign.test(text)) features.push(name);
  if (isDateLine(text)) features.push('date-line');
  words.slice(0, 24).forEach((word, k) => {
    const lower = word.toLowerCase();
    features.push(`x=${lower}`);
    if (k < 2) features.push(`${k}=${lower}`);
  });
  features.push(`told${told(toldShare(text, place.told))}`);
  const { first, last } = place;
  features.push(first < 0 ? 'no-prose' : i < first ? 'head' : i > last ? 'tail' : 'middle');
  features.push(`gap${block.afterGap ? 1 : 0}${blocks[i + 1]?.afterGap === false ? 0 : 1}`);
  for (const [side, near] of [
    ['<', blocks[i - 1]],
    ['>', blocks[i + 1]],
  ] as const) {
    features.push(near ? `${side}w${size(near.words)}${ending(near.text)}` : `${side}none`);
    if (near && looksLikeFurniture(near)) features.push(`${side}rule`);
  }
  const before = blocks[i - 1];
  for (const word of before && before.words < 6 ? (before.text.toLowerCase().match(WORD) ?? []) : [])
    features.push(`<=${word}`);
  if (looksLikeFurniture(block)) features.push('rule');
  return features;
}

/** What is known of the page before its lines are looked at. */
export interface Place {
  /** Index of the first and of the last long line that ends a sentence; -1 where there is none. */
  readonly first: number;
  readonly last: number;
  /** The longer words of long lines, in lower case. */
  readonly told: ReadonlySet<string>;
}

/** The long lines that end a sentence are surely prose: where they stand and what they tell of. */
export function placeOf(blocks: readonly Block[]): Place {
  const sure = (b: Block) => b.words >= 18 && /[.!?…]["'”’»)\]\s]*$/.test(b.text.slice(-8));
  const toldWords = new Set<string>();
  for (const b of blocks) {
    if (!sure(b)) continue;
    for (const word of longWords(b.text)) toldWords.add(word);
  }
  return { first: blocks.findIndex(sure), last: blocks.findLastIndex(sure), told: toldWords };
}

/** The share of the longer words of a line that the prose has too, 0 to 1; NaN where the line has none. */
export function toldShare(text: string, known: ReadonlySet<string>): number {
  const long = longWords(text);
  return long.filter((w) => known.has(w)).length / long.length;
}

/** The words of four letters and more, in lower case. */
export function longWords(text: string): string[] {
  return (text.match(/\p{L}{4,}/gu) ?? []).map((w) => w.toLowerCase());
}

/** How much of it the prose tells: none, some, most. */
function told(share: number): string {
  if (Number.isNaN(share)) return '-';
  return share === 0 ? '0' : share < 0.5 ? '1' : '2';
}

function size(words: number): number {
  return [1, 2, 3, 5, 8, 12, 20, 35].findIndex((most) => words <= most);
}

function ending(text: string): string {
  const last = text.trimEnd().at(-1) ?? '';
  if (/[.!?…:,;)]/.test(last)) return last;
  if (/["”’»']/.test(last)) return '"';
  return /\p{L}/u.test(last) ? 'a' : /\p{N}/u.test(last) ? '0' : '-';
}
