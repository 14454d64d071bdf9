import type { Token } from '../../text/tokens.ts';
import type { Cue } from './cuePoints.ts';
import { isDesignation } from './designations.ts';
import {
  ARTICLES,
  BEFORE,
  BEFORE_PREPOSITION,
  BEHIND,
  BODY_ENDS,
  HYPHENED,
  kindOf,
  OWNED,
  PASSIVE,
  PLANNED,
} from './typeWords.ts';
import { isCapitalised } from './wordShape.ts';

/** More words than a role phrase has. */
const LONGEST_ROLE = 12;
const LONGEST_PREDICATE = 8;
const PREPOSITION = /^(?:of|for|at|in)$/;
const ENDS_PHRASE = /^(?:of|in|for|at|by|who|which|that|where|and|with|from|to|on|said|near|based)$/;
/** Before a name that is then not the subject of what follows. */
const GOVERNS = /^(?:of|for|at|in|from|with|by|to|on|near)$/;
/** Behind the noun of an apposition without an article. */
const GOES_ON = /^(?:[,.;)]|of|at|for|from|in|with|and|to)?$/;
/** What may stand behind a whole noun phrase. */
const PHRASE_OVER =
  /^(?:[.,;:!?)(–—]|['’]s?|of|in|at|on|to|for|by|from|with|near|and|or|but|that|which|who|is|was|are|were|has|had|have|will|would|could|can|may|said|says)?$/;
const PLACE_LETTERS = /^(?:U\..*|E\.U\.|L\.A\.|D\.C\.|B\.C\.|[NS]\.[A-Z]\.|R\.I\.|P\.R\.|W\.V\.)$/;
const BODY_STARTS =
  /^(?:Academy|Agency|Association|Board|Bureau|Chamber|Commission|Committee|Confederation|Council|Department|Directorate|Federation|Foundation|Institute|Ministry|Office|Society|Union)$/;
/** Bodies that a text calls by their noun alone: "the Observatory". */
const BODY_NOUN =
  /^(?:Agency|Association|Authority|Bureau|Commission|Committee|Congress|Council|Directorate|Federation|Foundation|Institute|Ministry|Observatory|Parliament|Secretariat|Senate|Tribunal|Union)$/;
const NAME_PREFIX = /^(?:Mc|Mac|De|Di|Du|La|Le|Van|Fitz|Al)\p{Lu}/u;

/** The word of a token in lower case, or nothing beyond the edges. */
type LowerAt = (at: number) => string;

/** What stands around a name, and its own words, that tells what it is; bounded work per name. */
export function typeCues(tokens: readonly Token[], first: number, end: number): ReadonlySet<Cue> {
  const low: LowerAt = (at) => (tokens[at]?.text ?? '').toLowerCase();
  const cues = new Set<Cue>();
  const add = (more: readonly Cue[] = []): void => {
    for (const cue of more) cues.add(cue);
  };
  add(ownCues(tokens, first, end));
  add(cuesBefore(tokens, first, end, low));
  const [next, after] = [low(end), low(end + 1)];
  const governed = GOVERNS.test(low(first - (low(first - 1) === 'the' ? 2 : 1)));
  if (/^['’]s?$/.test(next)) add(OWNED.get(headAfter(tokens, end + 1)));
  else add(BEHIND.get(next)?.filter((cue) => !(governed && cue.startsWith('person'))));
  if (next === '-') add(HYPHENED.get(after));
  if (next === ',') {
    const closing = low(end + 2);
    if (/^\d{1,2}$/.test(after) && (closing === ',' || (closing === '.' && end + 3 >= tokens.length)))
      add(['person:age']);
    if (after === 'who' && !governed) add(['person:who']);
    if (after === 'which') add(['organization:which']);
    if (/^(?:is|was)$/.test(after) && isOwned(low, end + 2)) add(['organization:owned']);
    if (ARTICLES.has(after)) add(predicate(low, end + 2, 'apposition'));
    else if (kindOf(after) === 'person' && GOES_ON.test(closing)) add(['person:apposition-bare']);
  }
  if (/^(?:is|was|are|were|became)$/.test(next)) {
    if (ARTICLES.has(after)) add(predicate(low, end + 2, 'predicate'));
    else if (!governed && PASSIVE.has(after)) add(['person:passive']);
    if (isOwned(low, end + 1)) add(['organization:owned']);
  }
  if (isPeople(tokens, first, end, low)) add(['group:people']);
  if (isPlural(tokens, first, end, low)) add(['group:plural']);
  if (next === 'to' && PLANNED.has(after)) add(['organization:plans']);
  if (cues.has('person:says')) {
    const subject = low(after === 'that' ? end + 2 : end + 1);
    if (/^(?:he|she|his|her)$/.test(subject)) add(['person:he']);
    if (/^(?:it|its)$/.test(subject)) add(['organization:it']);
  }
  return cues;
}

/** "is owned by", "is part-owned by", "is a wholly owned subsidiary". */
function isOwned(low: LowerAt, from: number): boolean {
  for (let i = from; i < from + 6; i++) {
    if (low(i) === 'owned') return /^(?:by|subsidiary)$/.test(low(i + 1));
    if (
      !/^(?:an?|in|now|turn|also|[-‐]|part|wholly|partly|jointly|majority|state|privately|half|\p{Ll}+ly)$/u.test(
        low(i),
      )
    )
      return false;
  }
  return false;
}

/** "an Enno village", "the Enno people": one word without an article of its own before what people form. */
function isPeople(tokens: readonly Token[], first: number, end: number, low: LowerAt): boolean {
  if (end - first > 1 || !isCapitalised((tokens[first] as Token).text)) return false;
  return (
    /^(?:people|peoples|tribe|tribes|tribesmen|clan|clans|villagers|elders|herders|tribal|ethnic)$/.test(low(end)) ||
    (/^(?:an?|indigenous)$/.test(low(first - 1)) &&
      /^(?:community|settlement|village|family|woman|man|boy|girl)$/.test(low(end)))
  );
}

/** "The Enno were there": one word that is no plural, before a verb that is one. */
function isPlural(tokens: readonly Token[], first: number, end: number, low: LowerAt): boolean {
  const { text } = tokens[first] as Token;
  if (end - first > 1 || low(first - 1) !== 'the' || !/^\p{Lu}\p{Ll}{3,}$/u.test(text) || text.endsWith('s'))
    return false;
  return /^(?:were|are|have)$/.test(low(end));
}

function ownCues(tokens: readonly Token[], first: number, end: number): Cue[] {
  const { text } = tokens[first] as Token;
  if (end - first > 1) {
    if (isDesignation(tokens, first, end)) return ['product:designation'];
    if (BODY_STARTS.test(text) && /^(?:of|for|on)$/.test((tokens[first + 1] as Token).text))
      return ['organization:start'];
    return BODY_ENDS.has((tokens[end - 1] as Token).text.toLowerCase()) ? ['organization:end'] : [];
  }
  if (BODY_NOUN.test(text)) return ['organization:end'];
  if (/^\p{Lu}\p{Ll}+\p{Lu}\p{Ll}/u.test(text)) return NAME_PREFIX.test(text) ? [] : ['organization:camel'];
  return /^(?:\p{Lu}\.){2}$/u.test(text) && !PLACE_LETTERS.test(text) ? ['person:initials'] : [];
}

function cuesBefore(tokens: readonly Token[], first: number, end: number, low: LowerAt): Cue[] {
  const several = end - first > 1;
  const the = low(first - 1) === 'the';
  const cues: Cue[] = [];
  if (the && PHRASE_OVER.test(low(end))) cues.push('organization:the');
  if (the && !several && !isCapitalised(tokens[end]?.text ?? '')) cues.push('organization:the-one');
  let at = first - (the ? 2 : 1);
  if (low(at) === '.' && BEFORE.get(low(at - 1))?.includes('person:honorific')) at--;
  const before = low(at);
  const asked = BEFORE_PREPOSITION.get(before)?.get(low(at - 1));
  if (asked) cues.push(...asked);
  else if (!the || !/^(?:in|near|at)$/.test(before)) cues.push(...(BEFORE.get(before) ?? []));
  if (the) return cues;
  const kind = before === 'tank' && low(at - 1) === 'think' ? 'organization' : kindOf(before);
  const ofBody = low(first - 2) === 'of' || (low(first - 2) === 'the' && low(first - 3) === 'of');
  if (kind === 'person') cues.push(isCapitalised((tokens[at] as Token).text) ? 'person:title' : 'person:role');
  else if (kind && !ofBody) cues.push(`${kind}:role`);
  if (before === ',' && several && kindOf(roleBeforeComma(tokens, at)) === 'person') cues.push('person:role-comma');
  return cues;
}

/** The noun of the role phrase before a comma: "director of the company Acme, X" has the director. */
function roleBeforeComma(tokens: readonly Token[], comma: number): string {
  let noun = '';
  for (let i = comma - 1; i >= 0 && i > comma - LONGEST_ROLE; i--) {
    const text = (tokens[i] as Token).text.toLowerCase();
    if (PREPOSITION.test(text)) noun = '';
    else if (ARTICLES.has(text)) {
      if (!PREPOSITION.test(tokens[i - 1]?.text ?? '')) break;
    } else if (!/^[\p{L}’'&-]+$/u.test(text)) break;
    else if (noun === '') noun = text;
  }
  return noun;
}

/** The noun behind a possessive: adjectives are passed. */
function headAfter(tokens: readonly Token[], from: number): string {
  for (let i = from; i < Math.min(tokens.length, from + 3); i++) {
    const { text } = tokens[i] as Token;
    if (OWNED.has(text)) return text;
    if (!/^\p{Ll}[\p{L}-]+$/u.test(text)) break;
  }
  return '';
}

/** "(is / ,) an English band that ...": the last noun before the phrase goes on. */
function predicate(low: LowerAt, from: number, place: 'apposition' | 'predicate'): Cue[] {
  let noun = '';
  for (let i = from; i < from + LONGEST_PREDICATE; i++) {
    const word = low(i);
    if (BEHIND.get(word)?.includes('person:says')) return []; // "X, the ministry said"
    if (!/^[\p{L}\d’'-]+$/u.test(word) || ENDS_PHRASE.test(word)) break;
    noun = noun === 'think' ? `think-${word}` : word;
  }
  const kind = kindOf(noun);
  return kind ? [`${kind}:${place}`] : [];
}
