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
  /** `earlier` of a former holder; {@link WHOLE}. */
  readonly scope: readonly string[];
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
  ['coach', 'coach trainer'],
  ['principal', 'headmaster headmistress principal rector'],
  ['king', 'king queen emir sultan pope'],
] as const) {
  for (const word of words.split(' ')) POSTS[word] = post;
}
const FORMER = /^(?:former|ex|late|previous|outgoing|deputy|vice|acting|assistant|then|interim|incoming|new|newly)$/;
const REACH = 9;

/** The posts that a sentence gives to persons: before the name, behind it after a comma, or by "is", "led by", "headed by". */
export function postHolders(
  { tokens }: Sentence,
  mentions: readonly ExtractedMention[],
  entities: readonly ListedEntity[],
): PostHolder[] {
  const found: PostHolder[] = [];
  for (const mention of mentions) {
    const { name = '', type } = entities[mention.entity] ?? {};
    if (
      mention.form !== 'name' ||
      !(type === 'person' || (type === 'location' && name.includes(' '))) ||
      isPostName(name)
    )
      continue;
    const first = tokens.findIndex((token) => token.end > mention.start);
    let end = first;
    while (end < tokens.length && (tokens[end]?.start as number) < mention.end) end++;
    const word = (i: number) => tokens[i]?.text.toLowerCase() ?? '';
    const post = before(word, first) ?? behind(word, end) ?? led(word, first);
    // "the mayor of the town, Ann Lee": a name that the tagger took for a place
    const isPlaced =
      type !== 'person' && !(post?.to === first && word(first - 1) === ',' && word(post.at + 1) === 'of');
    if (!post || isPlaced) continue;
    const of = new Set<string>();
    for (let i = Math.max(0, post.from - 4); i < Math.min(tokens.length, post.to + 6); i++) {
      if (i >= first && i < end) continue;
      if (i > post.at && /^[,.;:]$/.test(word(i)) && i >= post.to) break;
      const isPost = i === post.at || postOf(word(i)) === post.post || post.post.split(' ').includes(word(i));
      const stem = isPost ? null : stemOf(word(i));
      if (stem && (isCapitalised(tokens[i]?.text ?? '') || Math.abs(i - post.at) <= 3)) of.add(stem);
    }
    const former = [-1, -2, -3].some((k) => FORMER.test(word(post.at + k)));
    found.push({
      holder: { start: mention.start, end: mention.end },
      entity: mention.entity,
      post: post.post,
      word:
        stemOf(post.post.includes(' ') ? (post.post.split(' ').at(-1) as string) : commonForm(word(post.at))) ??
        post.post,
      of: [...of].slice(0, 6),
      scope: [...(former ? ['earlier'] : []), ...(isOfWhole(word, post, first) ? [WHOLE] : [])],
    });
  }
  return found;
}

/** The mark of scope of a post over the whole of what the article is about. */
export const WHOLE = 'whole';

const GROUP =
  /^(?:group|movement|front|rebellion|militia|party|company|firm|organi[sz]ation|union|club|gang|network|its|his|her|their)$/;

/** "It is led by Ann Lee", "the movement's leader is Ann Lee", "its chief, Ann Lee"; not the title before a name. */
function isOfWhole(word: (i: number) => string, { post, at, to }: FoundPost, first: number): boolean {
  if (post !== 'head') return false;
  if (/^(?:led|headed|commanded|run)$/.test(word(at))) return /^(?:it|he|she|they|which|who)$/.test(word(at - 2));
  return at < first - 1 && to === first && [1, 2].some((k) => GROUP.test(word(at - k)));
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
    const post = postOf(text);
    // "Commander Ann Lee": a rank
    if (!post || (text === 'commander' && i === first - 1 && !/^\p{L}{4,}$/u.test(word(i - 1)))) continue;
    // "the director of the museum Ann Lee": only titles stand right before without a comma
    if (first - i > 3 && commas === 0) return null;
    return { post: exactPost(word, i, post), at: i, from: i, to: first };
  }
  return null;
}

/** "Ann Lee, director of the museum,", "Ann Lee is the director". */
function behind(word: (i: number) => string, end: number): FoundPost | null {
  if (word(end) !== ',' && !/^(?:is|was|as|\()$/.test(word(end))) return null;
  for (let i = end + 1; i < end + REACH; i++) {
    const text = word(i);
    if (/^[,.;:!?"“”)]$/.test(text) || /^(?:said|says|told|who|which|him|her|them|had|has|was|is)$/.test(text))
      return null;
    const post = postOf(text);
    if (post) return { post: exactPost(word, i, post), at: i, from: end, to: i + 1 };
  }
  return null;
}

/** "led by Ann Lee", "headed by the general Ann Lee", "a bench under Ann Lee". */
function led(word: (i: number) => string, first: number): FoundPost | null {
  for (let i = first - 1; i >= Math.max(1, first - 4); i--) {
    const verb = word(i - 1);
    const post = { at: i - 1, from: i - 1, to: first };
    if (word(i) === 'under' && COURT.test(verb)) return { ...post, post: PRESIDING };
    if (word(i) !== 'by') continue;
    return /^(?:led|headed|commanded|chaired|run)$/.test(verb) ? { ...post, post: 'head' } : null;
  }
  return null;
}

const COURT = /^(?:bench|court|tribunal|chamber)$/;
/** The post of the judge who sits over a trial. */
export const PRESIDING = 'presiding judge';

function exactPost(word: (i: number) => string, i: number, post: string): string {
  if (word(i) === 'executive' || (word(i) === 'chief' && word(i + 1) === 'executive')) return 'chief executive';
  const near = [-3, -2, -1, 1, 2, 3].map((k) => word(i + k));
  if (post === 'judge' && near.includes('presiding')) return PRESIDING;
  return word(i) === 'president' && near.some((other) => COURT.test(other)) ? PRESIDING : post;
}

/** A word for a woman as the one for all: "administratress". */
function commonForm(word: string): string {
  return word.replace(/tress$/, 'tor');
}

function postOf(word: string): string | undefined {
  const common = commonForm(word);
  return Object.hasOwn(POSTS, common) ? POSTS[common] : undefined;
}

/** "Executive Officer" taken for a name. */
function isPostName(name: string): boolean {
  return name
    .split(' ')
    .every((word) => postOf(word.toLowerCase()) !== undefined || /^(?:officer|chief|general|deputy|vice)$/i.test(word));
}
