import type { EntityType } from '../../model/types.ts';
import type { ExtractedEntity, ExtractedMention } from '../extraction.ts';

/** A relation that a noun phrase states, wherever it stands. */
export interface PhraseRelation {
  readonly subject: ExtractedMention;
  readonly predicate: string;
  readonly object: ExtractedMention;
}

/** What two mentions near each other say of one another. */
interface Phrase {
  readonly predicate: string;
  readonly first: EntityType;
  readonly second: EntityType;
  /** How the text leads to the first. */
  readonly before?: RegExp;
  /** The words between the two. */
  readonly between: RegExp;
  /** How the text goes on behind the second. */
  readonly behind?: RegExp;
  /** What the first mention is to be called. */
  readonly called?: RegExp;
  /** True where the second mention is the subject. */
  readonly reversed?: true;
}

const LONGEST = 70;
const REACH = 2;
const BODY =
  '(?:think[ -]tank|fund|firm|company|group|bank|agency|newspaper|daily|broadcaster|charity|NGO|club|party|union|institute|university|museum|watchdog|outlet|maker|operator|carrier|airline)';
const WORDS = '(?:\\p{L}[\\p{L}-]* ){0,3}';
const PLACE_WORDS =
  '(?:port|capital|town|city|village|suburb|district|quarter|township|neighbou?rhood|resort|island|harbour|cent(?:re|er)|seat|area|municipality|county|borough|hamlet|settlement|locality)';
const SEATED =
  /\b(?:embassy|consulate|institute|university|college|cent(?:re|er)|office|court|hospital|clinic|school|council|ministry|museum|mission|bureau|station|plant|airport|headquarters|prison|terminal|depot|works|refinery|laborator(?:y|ies)|base)\b/iu;
const of = (source: string) => new RegExp(`^${source}$`, 'iu');

const SEAT = '(?:MP|MEP|senator|councillor|lawmaker|deputy|congress(?:man|woman)|legislator|member of parliament)';
const PART = '(?:office|agency|arm|wing|branch|unit|division|department|programme|program|service|bureau|body|fund)';
const OWNER = "\\p{Lu}[\\p{L}.]*['’]s ";
const SIDE = '(?:(?:far )?(?:north|south|east|west|cent(?:re|er))[- \\p{Ll}]{0,6} of (?:the )?)';

const HEADED =
  /\b(?:President|Prime Minister|Premier|Chancellor|King|Queen|Emir|Sultan|Governor|Mayor|Director|Head|Leader|Chairman|Chairwoman) of (?:the )?$/i;

const PHRASES: readonly Phrase[] = [
  // "President of Norway Ann Lee"
  { predicate: 'leader of', first: 'location', second: 'person', before: HEADED, between: of(',? '), reversed: true },
  {
    predicate: 'leader of',
    first: 'organization',
    second: 'person',
    before: HEADED,
    between: of(',? '),
    reversed: true,
  },
  // "Labour MP Ann Lee", "Ann Lee, an MP for the Harbour Party"
  { predicate: 'member of', first: 'organization', second: 'person', between: of(` ${SEAT} `), reversed: true },
  {
    predicate: 'member of',
    first: 'person',
    second: 'organization',
    between: of(
      `(?: \\([^)]{1,9}\\)|, \\d+)?, (?:an?|the) ${WORDS}(?:${SEAT}|volunteer|activist) (?:for|of|from|in|with) (?:the )?(?:\\p{L}[\\p{L}-]* ){0,5}`,
    ),
  },
  // "the Harbour Front, founded in 2016 by Colonel Lee"
  {
    predicate: 'founded',
    first: 'organization',
    second: 'person',
    between: of(
      ',? (?:which (?:was|is) |was )?(?:co-)?(?:founded|created|established|set up|launched) (?:in (?:\\p{L}+ )?\\d{4} )?by (?:the )?(?:\\p{L}+ ){0,2}',
    ),
    reversed: true,
  },
  // "Ann Lee of the Harbour Institute", "Ann Lee, from the Fund's legal team"
  {
    predicate: 'works for',
    first: 'person',
    second: 'organization',
    between: of(`(?:,? (?:of|from)| at| with) (?:the )?(?:${OWNER})?`),
  },
  // "Ann Lee (Harbour Party)"
  { predicate: 'member of', first: 'person', second: 'organization', between: of(' \\('), behind: /^\)/ },
  // "Ann Lee's own Harbour Party"
  { predicate: 'linked to', first: 'person', second: 'organization', between: of("['’]s (?:own )?") },
  // "Ann Lee, 49, of Oslo", "Ann Lee, a teacher from Oslo"
  {
    predicate: 'located in',
    first: 'person',
    second: 'location',
    between: of(
      `, (?:\\d{1,3}, (?:of|from)|(?:\\d{1,3}, )?an? (?:(?!who\\b|which\\b|\\p{L}+ed\\b)\\p{L}[\\p{L}-]* ){1,3}from) (?:the )?`,
    ),
    behind: /^(?:[,.;)]| (?:who|and|was|were|is|has|had|said|says|told)\b)/,
  },
  // "the Harbour Fund's Ann Lee"
  { predicate: 'works for', first: 'organization', second: 'person', between: of("['’]s? "), reversed: true },
  // "Norway's Halvor Group", "Ukraine's Sumy region"
  { predicate: 'located in', first: 'location', second: 'organization', between: of("['’]s? "), reversed: true },
  { predicate: 'located in', first: 'location', second: 'location', between: of("['’]s? "), reversed: true },
  // "the Oslo-based company Nordvik"
  {
    predicate: 'located in',
    first: 'location',
    second: 'organization',
    between: of(`-based ${WORDS},? ?`),
    reversed: true,
  },
  {
    predicate: 'located in',
    first: 'location',
    second: 'organization',
    between: of(`-based (?:\\p{Ll}+ ){0,3}\\p{Ll}+, `),
    reversed: true,
  },
  // "Nordvik, an Oslo-based agency", "Nordvik, an Oslo think tank"
  {
    predicate: 'located in',
    first: 'organization',
    second: 'location',
    between: of(',? \\(?(?:an?|the) '),
    behind: /^-based /i,
  },
  {
    predicate: 'located in',
    first: 'organization',
    second: 'location',
    between: of(', (?:an?|the) (?:\\p{Ll}+ )?'),
    behind: new RegExp(`^ ${WORDS}${BODY}\\b`, 'iu'),
  },
  // "Nordvik, headquartered in Oslo"
  {
    predicate: 'located in',
    first: 'organization',
    second: 'location',
    between: of(',? (?:which is |is )?(?:based|headquartered|located) (?:in|at) (?:the )?'),
  },
  // "the Oslo fund Nordvik"
  {
    predicate: 'located in',
    first: 'location',
    second: 'organization',
    between: of(` (?:\\p{Ll}+ ){0,2}${BODY},? `),
    reversed: true,
  },
  // "Nordvik, a family-owned printer in Oslo", "Nordvik, a body whose seat is in Oslo"
  {
    predicate: 'located in',
    first: 'organization',
    second: 'location',
    between: of(
      `\\)?, (?:an?|the) (?:(?!\\p{L}+(?:ed|ing) )[\\p{L}\\d-]+ ){0,3}(?!investor|producer|buyer|seller|player|leader|believer|trader|partner|supplier)[\\p{L}\\d-]+ (?:registered |based |headquartered |located |whose (?:seat|headquarters|head office) (?:is|are|was) )?in (?:the )?(?:\\p{Ll}+ of )?`,
    ),
  },
  {
    predicate: 'located in',
    first: 'organization',
    second: 'location',
    between: of(' (?:is|was|are|were) (?:run|operated|published|managed) from (?:the )?'),
  },
  // "Nordvik (NV) of Norway"
  { predicate: 'located in', first: 'organization', second: 'location', between: of('\\) of (?:the )?') },
  // "the Norwegian embassy in Riga"
  {
    predicate: 'located in',
    first: 'organization',
    second: 'location',
    between: of(` (?:in|at) (?:the )?(?:${OWNER})?`),
    called: SEATED,
  },
  {
    predicate: 'located in',
    first: 'location',
    second: 'location',
    between: of(`(?: ${PLACE_WORDS} in (?:the )?(?:${OWNER}|${SIDE})?| in (?:${OWNER}|the ${SIDE}))`),
  },
  {
    predicate: 'located in',
    first: 'location',
    second: 'location',
    between: of(' (?:in|at) (?:the )?'),
    called: SEATED,
  },
  // "Sund (Norway)"; "SUND, Norway -" at the head of a report
  { predicate: 'located in', first: 'location', second: 'location', between: of(' \\('), behind: /^\)/ },
  { predicate: 'located in', first: 'location', second: 'location', between: of(', '), behind: /^\.? ?[—–]/ },
  // "Sund, in Norway", "Sund, the main port of the island of Fro"
  {
    predicate: 'located in',
    first: 'location',
    second: 'location',
    between: of(`, in (?:the )?(?:\\p{Lu}\\p{L}+['’]s |${SIDE})?`),
  },
  {
    predicate: 'located in',
    first: 'location',
    second: 'location',
    between: of(`, (?:an?|the) ${WORDS}${PLACE_WORDS} (?:of|in|on) (?:the )?(?:\\p{Ll}+ (?:of )?)?`),
  },
  // "the Lusaka township of Matero"
  {
    predicate: 'located in',
    first: 'location',
    second: 'location',
    between: of(` ${WORDS}${PLACE_WORDS} of `),
    reversed: true,
  },
  // "the Fund's safety agency, Nordvik", "the Fund's humanitarian office (NHO)", "the Fund's Art Team", "the Lab (HL) of the Fund"
  {
    predicate: 'part of',
    first: 'organization',
    second: 'organization',
    between: of(`(?:['’]s?)? (?:\\p{Ll}+ ){0,3}${PART}(?:, | \\()`),
    reversed: true,
  },
  { predicate: 'part of', first: 'organization', second: 'organization', between: of("['’]s? "), reversed: true },
  { predicate: 'part of', first: 'organization', second: 'organization', between: of('\\)? of (?:the )?') },
  // "Nordvik, a 51:49 joint venture with Halvor Group"
  {
    predicate: 'part of',
    first: 'organization',
    second: 'organization',
    between: of(
      `\\)?,? (?:which is |is )?an? (?:[\\p{L}\\d:-]+ ){0,2}joint venture (?:with|of|between) (?:the )?${WORDS}`,
    ),
  },
  // "Nordvik, owned since 2018 by Norway's Halvor Group"
  {
    predicate: 'part of',
    first: 'organization',
    second: 'organization',
    between: of(
      `,? (?:which is |is )?(?:\\p{L}+[ -])?owned (?:since \\d{4} )?by (?:the |\\p{Lu}\\p{L}+['’]s )?${WORDS}`,
    ),
  },
];

/** The relations that noun phrases state, in the order of the mentions, which come in document order. */
export function phraseRelations(
  text: string,
  mentions: readonly ExtractedMention[],
  entities: readonly ExtractedEntity[],
): PhraseRelation[] {
  const found: PhraseRelation[] = [];
  mentions.forEach((one, i) => {
    for (let j = i + 1; j <= i + REACH && j < mentions.length; j++) {
      const two = mentions[j] as ExtractedMention;
      if (two.start < one.end || two.start - one.end > LONGEST || one.entity === two.entity) continue;
      const between = text.slice(one.end, two.start);
      const phrase = PHRASES.find((p) => fits(p, text, one, two, between, entities));
      if (!phrase) continue;
      const { predicate, reversed } = phrase;
      found.push(reversed ? { subject: two, predicate, object: one } : { subject: one, predicate, object: two });
    }
  });
  return found;
}

function fits(
  { first, second, before, between, behind, called, reversed }: Phrase,
  text: string,
  one: ExtractedMention,
  two: ExtractedMention,
  words: string,
  entities: readonly ExtractedEntity[],
): boolean {
  if (entities[one.entity]?.type !== first || entities[two.entity]?.type !== second || !between.test(words))
    return false;
  if (before && !before.test(text.slice(Math.max(0, one.start - LONGEST), one.start))) return false;
  const next = text.slice(two.end, two.end + LONGEST);
  // "the Harbour Fund's Lee network"
  if (reversed && second === 'person' && !/\s/.test(text.slice(two.start, two.end))) return false;
  if (called && !called.test(text.slice(one.start, one.end))) return false;
  if (behind) return behind.test(next);
  // "of Toronto-listed Norgold", "Norway's Oslo's": the second only qualifies another word
  return !/^(?:-\p{L}|['’]s?\s)/u.test(next);
}
