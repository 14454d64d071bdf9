import type { Sentence } from '../../extract/document.ts';
import type { ExtractedMention, ListedEntity } from '../../extract/extraction.ts';
import { isCapitalised } from '../../extract/grammar/words.ts';
import type { Span } from '../../text/span.ts';
import { stemOf } from './stems.ts';

/** A person named as the holder of a post of which there is one at a time. */
export interface PostHolder {
  readonly holder: Span;
  readonly entity: number;
  readonly post: string;
  /** The very word of the post, as a stem: "director" and "commander" are both heads. */
  readonly word: string;
  /** Stems that tell which post: of the body, the place, the field. */
  readonly of: readonly string[];
  readonly former: boolean;
}

/** Posts with one holder; the words on the right are the same post. */
const POSTS: Record<string, string> = {};
for (const [post, words] of [
  ['head', 'president chairman chairwoman chairperson chair head chief director leader boss manager commander'],
  ['chief executive', 'ceo executive'],
  ['minister', 'minister'],
  ['mayor', 'mayor'],
  ['governor', 'governor'],
  ['captain', 'captain skipper'],
  ['spokesperson', 'spokesman spokeswoman spokesperson'],
  ['judge', 'judge'],
  ['prosecutor', 'prosecutor'],
  ['clerk', 'clerk'],
  ['commissioner', 'commissioner'],
  ['administrator', 'administrator'],
  ['trustee', 'trustee'],
  ['founder', 'founder'],
  ['coach', 'coach'],
  ['principal', 'headmaster headmistress principal rector'],
  ['king', 'king queen emir sultan pope'],
] as const) {
  for (const word of words.split(' ')) POSTS[word] = post;
}
const FORMER = /^(?:former|ex|late|previous|outgoing|deputy|vice|acting|assistant|then)$/;
const REACH = 9;

/** The posts that a sentence gives to persons: before the name, behind it after a comma, or by "is", "led by", "headed by". */
export function postHolders(
  { tokens }: Sentence,
  mentions: readonly ExtractedMention[],
  entities: readonly ListedEntity[],
): PostHolder[] {
  const found: PostHolder[] = [];
  for (const mention of mentions) {
    if (
      mention.form !== 'name' ||
      entities[mention.entity]?.type !== 'person' ||
      isPostName(entities[mention.entity]?.name ?? '')
    )
      continue;
    const first = tokens.findIndex((token) => token.end > mention.start);
    let end = first;
    while (end < tokens.length && (tokens[end]?.start as number) < mention.end) end++;
    const word = (i: number) => tokens[i]?.text.toLowerCase() ?? '';
    const post = before(word, first) ?? behind(word, end) ?? ledBy(word, first);
    if (!post) continue;
    const of = new Set<string>();
    for (let i = Math.max(0, post.from - 4); i < Math.min(tokens.length, post.to + 6); i++) {
      if (i >= first && i < end) continue;
      if (i > post.at && /^[,.;:]$/.test(word(i)) && i >= post.to) break;
      const stem = POSTS[word(i)] && POSTS[word(i)] === post.post ? null : stemOf(word(i));
      if (stem && (isCapitalised(tokens[i]?.text ?? '') || Math.abs(i - post.at) <= 3)) of.add(stem);
    }
    const former = [-1, -2, -3].some((k) => FORMER.test(word(post.at + k)));
    found.push({
      holder: { start: mention.start, end: mention.end },
      entity: mention.entity,
      post: post.post,
      word: stemOf(word(post.at)) ?? post.post,
      of: [...of].slice(0, 6),
      former,
    });
  }
  return found;
}

interface FoundPost {
  readonly post: string;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** "Governor Ann Lee", "the director, Ann Lee", "the president of the union, Ann Lee". */
function before(word: (i: number) => string, first: number): FoundPost | null {
  let commas = 0;
  for (let i = first - 1; i >= Math.max(0, first - REACH); i--) {
    const text = word(i);
    if (text === ',' && ++commas > 1) return null;
    if (/^[.;:!?"“”]$/.test(text) || /^(?:said|says|told|that|who|by|with|and|but)$/.test(text)) return null;
    const post = Object.hasOwn(POSTS, text) ? POSTS[text] : undefined;
    if (!post) continue;
    // "the director of the museum Ann Lee": only titles stand right before without a comma
    if (first - i > 3 && commas === 0) return null;
    return { post: isExecutive(word, i) ? 'chief executive' : post, at: i, from: i, to: first };
  }
  return null;
}

/** "Ann Lee, director of the museum,", "Ann Lee is the director". */
function behind(word: (i: number) => string, end: number): FoundPost | null {
  if (word(end) !== ',' && !/^(?:is|was|as|\()$/.test(word(end))) return null;
  for (let i = end + 1; i < end + REACH; i++) {
    const text = word(i);
    if (/^[,.;:!?"“”)]$/.test(text) || /^(?:said|says|told|who|which)$/.test(text)) return null;
    const post = Object.hasOwn(POSTS, text) ? POSTS[text] : undefined;
    if (post) return { post: isExecutive(word, i) ? 'chief executive' : post, at: i, from: end, to: i + 1 };
  }
  return null;
}

/** "led by Ann Lee", "headed by the general Ann Lee". */
function ledBy(word: (i: number) => string, first: number): FoundPost | null {
  for (let i = first - 1; i >= Math.max(1, first - 4); i--) {
    if (word(i) !== 'by') continue;
    return /^(?:led|headed|commanded|chaired|run)$/.test(word(i - 1))
      ? { post: 'head', at: i - 1, from: i - 1, to: first }
      : null;
  }
  return null;
}

function isExecutive(word: (i: number) => string, i: number): boolean {
  return word(i) === 'executive' || (word(i) === 'chief' && word(i + 1) === 'executive');
}

/** "Executive Officer" taken for a name. */
function isPostName(name: string): boolean {
  return name
    .split(' ')
    .every((word) => Object.hasOwn(POSTS, word.toLowerCase()) || /^(?:officer|chief|general|deputy|vice)$/i.test(word));
}
