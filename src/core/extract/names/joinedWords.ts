import { WORD_FLAGS } from '../../lexicon/wordFlags.ts';
import type { WordLexicon } from '../../lexicon/wordLexicon.ts';
import type { Token } from '../../text/tokens.ts';
import type { Found, Taken } from './foundName.ts';
import { isCapitalised } from './wordShape.ts';

const OPENING = /^["“‘'«„]$/;
const CLOSING = /^["”’'»“]$/;
const LONGEST_PART = 3;
/** A single word that the tagger is no surer of may belong to the name before it. */
const UNSURE = 0.7;
const PLACE = WORD_FLAGS.country | WORD_FLAGS.region | WORD_FLAGS.city | WORD_FLAGS.demonym;
const FIELDS_OF =
  /^(?:Ministry|Department|Secretariat|Directorate|Bureau|Committee|Commission|Office|Institute|Faculty|Agency|Board|Council|Cent(?:er|re)|Authority)$/;
const SMALL = /^(?:of|the|for|and|on|in|to|at|de|la|del|des|du|der)$/;
/** More words than lie between a name and its letters in brackets. */
const LONGEST_DEFINED = 14;
const LONGEST_TITLE = 12;
const TITLE_WORD = /^(?:of|the|for|and|on|in|to|at|a|an|by|from|with|de|la|del|der|['’]s?|[-‐‑:&!?]|\d+)$/;
const FARTHEST_NOUN = 5;
const WORK =
  /^(?:novel|book|memoir|film|movie|documentary|painting|canvas|portrait|sculpture|song|single|album|play|musical|opera|ballet|poem|essay|sitcom|drama|podcast|thriller|comedy|photograph|mural|symphony|fresco|watercolou?r|series|biography|anthology|hit)$/;
const PLATFORM =
  /^(?:Facebook|Twitter|Telegram|Instagram|TikTok|YouTube|WhatsApp|LinkedIn|Reddit|Weibo|Bluesky|Threads|Viber|WeChat|VKontakte|Snapchat|Mastodon)$/;
const POSTED =
  /^(?:wrote|written|writes|writing|said|says|posted|posts|posting|post|posts|tweeted|announced|shared|added|published|statement|message|messages|account|thread|video|followers)$/;
const FARTHEST_POST = 6;

/** `Ann "Bee" Lee`: a person's name with what he is called in the middle; `at` is that of the first word. */
export function nicknamed(tokens: readonly Token[], at: number, taken: Taken): Found | undefined {
  const quote = capitalsEnd(tokens, at, LONGEST_PART);
  if (!OPENING.test(textAt(tokens, quote)) || tokens[quote]?.start === tokens[quote - 1]?.end) return undefined;
  const closing = capitalsEnd(tokens, quote + 1, LONGEST_PART);
  const end = capitalsEnd(tokens, closing + 1, LONGEST_PART);
  if (closing === quote + 1 || !CLOSING.test(textAt(tokens, closing)) || end === closing + 1) return undefined;
  const person = [taken[at], taken[end - 1]].some((name) => name?.type === 'person');
  return person ? { first: at, end, type: 'person', score: 0.8 } : undefined;
}

/** "Harbour & Sons": two names that the sign joins, unless both are places; `at` is that of the first word. */
export function partners(tokens: readonly Token[], at: number, taken: Taken, lexicon: WordLexicon): Found | undefined {
  if (/^(?:An?|The)$/.test(textAt(tokens, at))) return undefined;
  const and = capitalsEnd(tokens, at, LONGEST_PART);
  if (textAt(tokens, and) !== '&' || tokens[and]?.start === tokens[and - 1]?.end) return undefined;
  const end = capitalsEnd(tokens, and + 1, LONGEST_PART);
  if (end === and + 1 || (taken[at] !== undefined && taken[at] === taken[end - 1])) return undefined;
  // "Ann Lee & Karl's father"
  if ([taken[at], taken[and + 1]].some((name) => name?.type === 'person' && name.end - name.first > 1))
    return undefined;
  const places = [at, and + 1].every((i) => (lexicon.word(textAt(tokens, i).toLowerCase()).flags & PLACE) !== 0);
  return places ? undefined : { first: at, end, type: 'organization', score: 0.75 };
}

/** "Hall & Sons and Lee & Sons": the "and" at `and` is between two of them. */
export function arePartners(tokens: readonly Token[], first: number, and: number, end: number): boolean {
  const joins = ({ text }: Token) => text === '&';
  return tokens.slice(first, and).some(joins) && tokens.slice(and + 1, end).some(joins);
}

/** "Ministry of Energy and Oil", where the second field was left out; `at` is that of the first word. */
export function fieldsOf(tokens: readonly Token[], at: number, taken: Taken, lexicon: WordLexicon): Found | undefined {
  const name = taken[at];
  if (name?.first !== at || name.type !== 'organization' || !FIELDS_OF.test(textAt(tokens, at))) return undefined;
  if (!/^(?:of|for)$/.test(textAt(tokens, at + 1))) return undefined;
  const end = secondField(tokens, name.end, taken, lexicon);
  return end === name.end ? undefined : { first: at, end, type: 'organization', score: name.score };
}

/** Where the name goes on to when "and" and an ordinary word with a capital stand behind it. */
export function secondField(tokens: readonly Token[], end: number, taken: Taken, lexicon: WordLexicon): number {
  const field = end + 1;
  const own = taken[field];
  const unsure = own?.type === 'organization' && own.end === field + 1 && own.score < UNSURE;
  if (textAt(tokens, end) !== 'and' || (own && !unsure) || !isCapitalised(textAt(tokens, field))) return end;
  const { flags, wordClass } = lexicon.word(textAt(tokens, field).toLowerCase());
  if ((wordClass < 0 && flags === 0) || (flags & (PLACE | WORD_FLAGS.firstName)) !== 0) return end;
  return isCapitalised(textAt(tokens, field + 1)) ? end : field + 1;
}

/** "Northern Ports and Trade Authority (NPTA)": the words whose first letters stand in the brackets that open at `at`. */
export function defined(tokens: readonly Token[], at: number, taken: Taken): Found | undefined {
  const letters = textAt(tokens, at + 1);
  if (!/^\p{Lu}{3,8}$/u.test(letters) || !/^[),;]$/.test(textAt(tokens, at + 2))) return undefined;
  let left = letters.length;
  let end = 0;
  for (let i = at - 1; i >= Math.max(0, at - LONGEST_DEFINED); i--) {
    const text = textAt(tokens, i);
    if (isCapitalised(text) && text.charAt(0) === letters.charAt(left - 1)) {
      left--;
      end = end || i + 1;
      if (left > 0) continue;
      const inside = taken.slice(i, end).filter((name) => name !== undefined);
      const [only] = inside;
      const short = taken[at + 1];
      const body = short?.type === 'organization' && only?.type === 'location' && short.score > only.score;
      if (!only || (only.first === i && only.end === end && !body)) return undefined;
      const type = inside.every((name) => name === only && name.type !== 'location') ? only.type : 'organization';
      return { first: i, end, type, score: 0.9 };
    }
    // a word for what it is may stand between the name and the brackets, small words and hyphens in the name
    if (!SMALL.test(text) && !/^[-‐‑]$/.test(text) && !(end === 0 && i > at - 3 && /^\p{Ll}+$/u.test(text)))
      return undefined;
  }
  return undefined;
}

/** "Harbour Front (HFN)", "known by its Norwegian initials HFN": capitals that stand for a body; `at` is that of the capitals. */
export function letters(tokens: readonly Token[], at: number, taken: Taken): Found | undefined {
  if (taken[at] || !/^\p{Lu}{2,8}$/u.test(textAt(tokens, at))) return undefined;
  const found: Found = { first: at, end: at + 1, type: 'organization', score: 0.9 };
  if (/^(?:initials|acronym|abbreviation)$/.test(textAt(tokens, at - 1))) return found;
  const body = taken[at - 2];
  const bracketed = textAt(tokens, at - 1) === '(' && textAt(tokens, at + 1) === ')';
  return bracketed && body?.type === 'organization' && body.end === at - 1 && body.end - body.first > 1
    ? found
    : undefined;
}

/** "(in Arabic Al-Sahil)", "(German: Seebund)": what stands before the brackets, in another language. */
export function translated(
  tokens: readonly Token[],
  at: number,
  taken: Taken,
  lexicon: WordLexicon,
): Found | undefined {
  const language = textAt(tokens, at + 1) === 'in' ? at + 2 : at + 1;
  if ((lexicon.word(textAt(tokens, language).toLowerCase()).flags & WORD_FLAGS.language) === 0) return undefined;
  const first = textAt(tokens, language + 1) === ':' ? language + 2 : language + 1;
  if (first === language + 1 && language === at + 1) return undefined;
  const name = taken[at - 1] ?? (CLOSING.test(textAt(tokens, at - 1)) ? taken[at - 2] : undefined);
  if (!name || !isCapitalised(textAt(tokens, first))) return undefined;
  let end = first;
  while (end < first + 2 * LONGEST_PART && end < tokens.length && textAt(tokens, end) !== ')') end++;
  if (textAt(tokens, end) !== ')') return undefined;
  return { first, end, type: name.type, score: 0.8 };
}

/** "“The Long Way Home,” a 1961 novel": capitals in quotation marks beside a noun for works; `at` is that of the mark. */
export function quotedWork(tokens: readonly Token[], at: number): Found | undefined {
  if (!OPENING.test(textAt(tokens, at)) || !isCapitalised(textAt(tokens, at + 1))) return undefined;
  let end = at + 1;
  let capitals = 0;
  for (; end <= at + LONGEST_TITLE && !CLOSING.test(textAt(tokens, end)); end++) {
    const text = textAt(tokens, end);
    if (isCapitalised(text)) capitals++;
    else if (!TITLE_WORD.test(text) && !(text === ',' && CLOSING.test(textAt(tokens, end + 1)))) return undefined;
  }
  if (capitals < 2 || !CLOSING.test(textAt(tokens, end))) return undefined;
  const last = textAt(tokens, end - 1) === ',' ? end - 1 : end;
  const found: Found = { first: at + 1, end: last, type: 'work', score: 0.85 };
  if (WORK.test(textAt(tokens, at - 1))) return found;
  const from = last < end ? end + 1 : textAt(tokens, end + 1) === ',' ? end + 2 : 0;
  if (from === 0 || !/^(?:an?|the|his|her|their)$/.test(textAt(tokens, from))) return undefined;
  for (let i = from + 1; i < from + FARTHEST_NOUN && /^[\p{L}\d-]+$/u.test(textAt(tokens, i)); i++)
    if (WORK.test(textAt(tokens, i))) return found;
  return undefined;
}

/** "The Hague": the article has a capital in the middle of a sentence; `at` is that of the article. */
export function withArticle(tokens: readonly Token[], at: number, taken: Taken): Found | undefined {
  const name = taken[at + 1];
  if (textAt(tokens, at) !== 'The' || name?.first !== at + 1 || name.type !== 'location') return undefined;
  return /^\p{Ll}/u.test(textAt(tokens, at - 1))
    ? { first: at, end: name.end, type: 'location', score: name.score }
    : undefined;
}

/** "wrote on X", "messages sent to him on LinkedIn"; `at` is that of the platform. */
export function platform(tokens: readonly Token[], at: number, taken: Taken): Found | undefined {
  const text = textAt(tokens, at);
  if (taken[at] || !/^(?:on|via|to|from)$/.test(textAt(tokens, at - 1))) return undefined;
  const found: Found = { first: at, end: at + 1, type: 'organization', score: 0.8 };
  if (PLATFORM.test(text)) return isCapitalised(textAt(tokens, at + 1)) ? undefined : found;
  if (text !== 'X' || textAt(tokens, at - 1) !== 'on' || /^(?:[-‐‑&]|\p{Lu}.*|\d.*)$/u.test(textAt(tokens, at + 1)))
    return undefined;
  for (let i = at - 2; i >= Math.max(0, at - FARTHEST_POST); i--) if (POSTED.test(textAt(tokens, i))) return found;
  return undefined;
}

/** Where a run of at most `most` words with a capital ends, initials with their full stop and hyphens among them. */
function capitalsEnd(tokens: readonly Token[], from: number, most: number): number {
  let end = from;
  for (let words = 0; words < most && isCapitalised(textAt(tokens, end)); words++) {
    end++;
    if (textAt(tokens, end) === '.' && textAt(tokens, end - 1).length === 1) end++;
    if (/^[-‐‑]$/.test(textAt(tokens, end)) && isCapitalised(textAt(tokens, end + 1))) end += 2;
  }
  return end;
}

function textAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.text ?? '';
}
