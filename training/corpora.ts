import fs from 'node:fs';
import path from 'node:path';
import { beginLabel, LABEL_COUNT, TAGGED_TYPES, type TaggedType } from '../src/core/extract/names/labels.ts';
import { isCapitalised } from '../src/core/extract/names/wordShape.ts';
import { WORD_FLAGS } from '../src/core/lexicon/wordFlags.ts';
import { type Token, tokenise } from '../src/core/text/tokens.ts';
import type { Gazetteer } from './gazetteers.ts';
import { readOwnArticles } from './ownNames.ts';

export interface CorpusEntity {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly label?: string;
  readonly form?: string;
  /** The types that the name may have, where the reader of the corpus knows; empty: anything goes here. */
  readonly permitted?: readonly TaggedType[];
}

export interface CorpusDocument {
  readonly id: string;
  readonly text: string;
  readonly entities: readonly CorpusEntity[];
  readonly annotated?: readonly (readonly [number, number])[];
}

/** One line of a text; `allowed` holds per token the labels that the annotation permits, as bits. */
export interface TrainingLine {
  readonly tokens: readonly Token[];
  readonly allowed: Int32Array;
}

export interface TrainingDocument {
  readonly corpus: string;
  readonly lines: readonly TrainingLine[];
}

export const OUTSIDE = 1;
export const ANY = (1 << LABEL_COUNT) - 1;

export function readCorpus(folder: string, name: string, part: 'train' | 'dev'): CorpusDocument[] {
  const lines = fs.readFileSync(path.join(folder, name, `${part}.jsonl`), 'utf8').split('\n');
  return lines.filter((line) => line.trim()).map((line) => JSON.parse(line) as CorpusDocument);
}

export const TRAINING_CORPORA = [
  'news_statements',
  'gum',
  'uner_ewt',
  're3d',
  'wikigold',
  'redocred',
  'meantime',
  'crossner_politics',
] as const;

/** The articles of our own, annotated by the guideline of news_statements. */
export const OWN_ARTICLES = 'own_articles';

/** The corpora that are held to be marked by one guideline, so that what is learned from them is learned for good. */
export const GUIDELINE: readonly string[] = ['news_statements', OWN_ARTICLES];

/**
 * All training documents under the guideline of news_statements.
 * @param fold the third of our own articles that is left out, 0 to 2.
 */
export function readTraining(folder: string, { words }: Gazetteer, fold?: number): TrainingDocument[] {
  const isDemonym = (lower: string): boolean => ((words.get(lower) ?? 0) & WORD_FLAGS.demonym) !== 0;
  const published = TRAINING_CORPORA.flatMap((corpus) =>
    readCorpus(folder, corpus, 'train').map((document) => toTraining(corpus, document, isDemonym)),
  );
  const own = readOwnArticles('training/articles').filter((_, i) => i % 3 !== fold);
  return [...published, ...own.map((document) => toTraining(OWN_ARTICLES, document, isDemonym))];
}

/** The lines of a text as token sequences, offsets true to the text. */
export function textLines(text: string): Token[][] {
  const lines: Token[][] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const tokens = tokenise(line, start);
    if (tokens.length > 0) lines.push(tokens);
    start += line.length + 1;
  }
  return lines;
}

/** Turns a document of one corpus into lines with permitted labels, by the guideline of news_statements. */
export function toTraining(
  corpus: string,
  document: CorpusDocument,
  isDemonym: (lower: string) => boolean,
): TrainingDocument {
  const names = document.entities.flatMap((entity) => harmonise(corpus, document.text, entity, isDemonym));
  names.sort((a, b) => a.start - b.start || b.end - a.end);
  const lines = textLines(document.text).map((tokens): TrainingLine => {
    const allowed = Int32Array.from(tokens, ({ text }, i) => outside(corpus, text, tokens[i - 1]?.text, isDemonym));
    if (document.annotated) {
      tokens.forEach(({ start, end }, i) => {
        if (!document.annotated?.some(([a, b]) => start >= a && end <= b)) allowed[i] = ANY;
      });
    }
    const first = tokens[0] as Token;
    const last = tokens[tokens.length - 1] as Token;
    for (const name of names) {
      if (name.end <= first.start || name.start >= last.end) continue;
      mark(tokens, allowed, name);
    }
    return { tokens, allowed: isPossible(allowed) ? allowed : allowed.fill(ANY) };
  });
  return { corpus, lines };
}

/** False where overlapping marks left no path of labels. */
function isPossible(allowed: Int32Array): boolean {
  let reached = OUTSIDE;
  for (const bits of allowed) {
    let now = 0;
    for (let y = 0; y < LABEL_COUNT; y++) {
      const follows = y === 0 || y % 2 === 1 || (reached & ((1 << y) | (1 << (y - 1)))) !== 0;
      if (bits & (1 << y) && follows) now |= 1 << y;
    }
    if (now === 0) return false;
    reached = now;
  }
  return true;
}

interface Marked {
  readonly start: number;
  readonly end: number;
  /** Types that the name may have; empty: anything goes here. */
  readonly types: readonly TaggedType[];
}

function mark(tokens: readonly Token[], allowed: Int32Array, { start, end, types }: Marked): void {
  const touched = (i: number): boolean => (tokens[i] as Token).end > start && (tokens[i] as Token).start < end;
  if (types.length > 0 && tokens.some((_, i) => touched(i) && ((allowed[i] as number) & OUTSIDE) === 0)) return;
  let begun = false;
  tokens.forEach((_, i) => {
    if (!touched(i)) return;
    if (types.length === 0) {
      allowed[i] = ANY;
      return;
    }
    let bits = 0;
    for (const type of types) bits |= 1 << (beginLabel(type) + (begun ? 1 : 0));
    allowed[i] = bits;
    begun = true;
  });
}

/** What an unmarked token may be: sets that leave out some kinds of names leave those open. */
function outside(
  corpus: string,
  text: string,
  before: string | undefined,
  isDemonym: (lower: string) => boolean,
): number {
  if (GUIDELINE.includes(corpus)) return OUTSIDE;
  if (!isCapitalised(text)) return OUTSIDE;
  if (isDemonym(text.toLowerCase())) return OUTSIDE | (1 << beginLabel('group'));
  const inside = before !== undefined && /^[\p{Ll}\d,]/u.test(before);
  return inside && corpus !== 'wikigold' && corpus !== 'crossner_politics' ? ANY : OUTSIDE;
}

const ALL: Readonly<Record<string, readonly TaggedType[]>> = {
  PERSON: ['person'],
  ORG: ['organization'],
  LOCATION: ['location'],
  GROUP: ['group'],
  EVENT: ['event'],
  WORK: ['work'],
  PRODUCT: ['product'],
  WEAPON: ['product'],
};
const MISC: readonly TaggedType[] = ['group', 'event', 'work', 'product'];

function harmonise(
  corpus: string,
  text: string,
  entity: CorpusEntity,
  isDemonym: (lower: string) => boolean,
): Marked[] {
  let { start, end, permitted } = entity;
  if (permitted) return [{ start, end, types: permitted }];
  if (corpus === 'news_statements') {
    const types = ALL[entity.type];
    return types ? [{ start, end, types }] : [];
  }
  const open: Marked = { start, end, types: [] };
  if (/^(DATE|TIME|MONEY|PERCENT|QUANTITY)$/.test(entity.type)) return [];
  if (entity.form && entity.form !== 'name') return [open];
  if (corpus === 'meantime' && !/NAM$/.test(entity.label ?? '')) return [open];
  const article = /^(?:the|The|a|A|an|An)\s+/.exec(text.slice(start, end));
  if (article && corpus !== 'wikigold') start += article[0].length;
  const possessive = /['’]s?$/.exec(text.slice(start, end));
  if (possessive) end -= possessive[0].length;
  const name = text.slice(start, end);
  if (isDemonym(name.toLowerCase())) return [{ start, end, types: ['group'] }];
  if (corpus === 're3d' || corpus === 'meantime') {
    const trimmed = trimLoose(name);
    if (!trimmed || entity.type === 'WEAPON' || entity.type === 'OTHER' || entity.type === 'WORK') return [open];
    if (entity.type === 'PERSON' || entity.type === 'ORG') {
      const types: readonly TaggedType[] =
        corpus === 're3d' && entity.type === 'ORG' ? ['organization', 'location'] : (ALL[entity.type] ?? []);
      if (/^\p{Lu}[^\s]*(?:[\s-](?:of|the|for|and|al|\p{Lu}[^\s]*))*$/u.test(trimmed)) {
        const at = start + name.indexOf(trimmed);
        return [open, { start: at, end: at + trimmed.length, types }];
      }
      return [open];
    }
    if (!/^\p{Lu}/u.test(trimmed)) return [open];
  }
  if (corpus === 'gum' || corpus === 'gum_news') {
    if (entity.type === 'OTHER' || entity.type === 'EVENT' || entity.type === 'GROUP') return [open];
  }
  const types = ALL[entity.type] ?? MISC;
  return [{ start, end, types }];
}

const TITLES =
  /^(?:(?:HE|Mr|Mrs|Ms|Dr|Sir|President|Vice|Prime|Foreign|Defense|Defence|Minister|Secretary|Senator|Spokeswoman|Spokesman|General|Colonel|Lt|Gen|Col|Maj|Capt|King|Prince|Chancellor|Governor|Ambassador|Special|Envoy|State|of|Iraqi|Syrian|US|U\.S\.|Army|Air|Force|Deputy|Chief|CEO)\.?,?\s+)+/;

function trimLoose(name: string): string {
  const bare = name.replace(TITLES, '');
  return isCapitalised(bare) ? bare : '';
}

/** Index of each tagged type, for reports. */
export const TYPE_NAMES = TAGGED_TYPES;
