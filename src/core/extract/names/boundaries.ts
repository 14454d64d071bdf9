import { WORD_FLAGS } from '../../lexicon/wordFlags.ts';
import type { WordLexicon } from '../../lexicon/wordLexicon.ts';
import type { Token } from '../../text/tokens.ts';
import { isDesignation } from './designations.ts';
import { arePartners } from './joinedWords.ts';
import type { TaggedName } from './tagSequences.ts';
import { isCapitalised } from './wordShape.ts';

const AFTER_COMMA = /^(?:Inc|Ltd|Limited|LLC|LLP|Corp|Co|plc|Jr|Sr|D\.?C|D|II|III|Esq)\.?$/;
const HYPHENS = new Set(['-', '‐', '‑']);
const FACILITIES = new Set(['airport', 'prison', 'hospital', 'stadium', 'station', 'airbase', 'river']);
const HAPPENINGS = new Set(['election', 'elections', 'referendum', 'war', 'crisis', 'pandemic', 'festival']);
const TITLES =
  /^(?:mr|mrs|ms|miss|dr|prof|professor|president|minister|chancellor|senator|sen|rep|governor|gov|mayor|secretary|ambassador|judge|justice|general|gen|colonel|col|captain|capt|lieutenant|lt|sergeant|sgt|major|maj|admiral|archbishop|bishop|cardinal|monsignor|reverend|rev|rabbi|imam|mullah|sheikh|spokesman|spokeswoman|director|correspondent|analyst)$/i;
const BODIES =
  /^(?:Agency|Association|Board|Bureau|Cent(?:er|re)|Commission|Committee|Council|Department|Federation|Foundation|Fund|Institute|Ministry|Office|School|Society|Study|Studies)$/;
/** Bodies that are named by what they are for. */
const LEAGUES = /^(?:Alliance|Campaign|Coalition|Front|Initiative|League|Movement|Network|Party|Union)$/;
/** Bodies that are named after a person with his title. */
const NAMED_AFTER =
  /^(?:Academy|Cathedral|College|Foundation|Hospital|Institute|Library|Museum|School|Seminary|University)$/;
/** Nations that people of another descent belong to: "Irish-American" is one group, "Irish-Polish" is two. */
const SETTLED = /^(?:American|Australian|Canadian)s?$/;
const HONOURS = /^(?:QC|KC|MP|MEP|MD|PhD|OBE|CBE|MBE|Esq)$/;
const LISTED = WORD_FLAGS.country | WORD_FLAGS.demonym | WORD_FLAGS.city;
const ORDINAL = /^\d+(?:st|nd|rd|th)$/;
const MONTH =
  /^(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)$/;
/** Join the words of names in the languages of southern and western Europe. */
const INNER = /^(?:do|da|dos|das|de|del|della|di|du|des|von|van|der|den)$/;
const PLATFORMS =
  /^(?:Facebook|Twitter|Telegram|Instagram|TikTok|YouTube|WhatsApp|LinkedIn|Reddit|Weibo|Bluesky|Threads|Viber|WeChat|VKontakte)$/;
/** States of the United States as newspapers shorten them. */
const STATES =
  /^(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Vt|Va|Wash|Wis|Wyo)$/;
const POSSESSIVE = /^['’]s$/i;

/** Corrects the edges of names by the words themselves, before the names of the document are made to agree. */
export function correctBoundaries(
  sequences: readonly (readonly Token[])[],
  names: readonly TaggedName[],
  lexicon: WordLexicon,
): TaggedName[] {
  const forms = countForms(sequences, names);
  const split = mergeParts(sequences, names, lexicon).flatMap((name) =>
    splitName(sequences[name.sequence] as readonly Token[], name, forms, lexicon),
  );
  const out: TaggedName[] = [];
  split.forEach((name, i) => {
    const next = split[i + 1];
    const tokens = sequences[name.sequence] as readonly Token[];
    const limit = next && next.sequence === name.sequence ? next.first : tokens.length;
    const last = out[out.length - 1];
    if (last && last.sequence === name.sequence && name.first < last.end) return;
    const from = last && last.sequence === name.sequence ? last.end : 0;
    const whole = withOpening(tokens, extend(tokens, withoutTitle(tokens, name, forms), limit, forms), from);
    out.push(withBody(tokens, whole, from, lexicon));
  });
  return out.filter(({ first, end }) => end > first);
}

/** How often each written form was tagged as a whole name. */
function countForms(sequences: readonly (readonly Token[])[], names: readonly TaggedName[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { sequence, first, end } of names) {
    const form = formOf(sequences[sequence] as readonly Token[], first, end);
    counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  return counts;
}

function formOf(tokens: readonly Token[], first: number, end: number): string {
  let form = textAt(tokens, first).toLowerCase();
  for (let i = first + 1; i < end; i++) form += ` ${textAt(tokens, i).toLowerCase()}`;
  return form;
}

/**
 * Two names are one around "of the" where the text has the acronym of both together or an organisation's noun stands
 * before it, around "and" in a listed country, and around the comma of "Washington, DC".
 */
function mergeParts(
  sequences: readonly (readonly Token[])[],
  names: readonly TaggedName[],
  lexicon: WordLexicon,
): TaggedName[] {
  let acronyms: ReadonlySet<string> | undefined;
  const out: TaggedName[] = [];
  for (const name of names) {
    const last = out[out.length - 1];
    const tokens = sequences[name.sequence] as readonly Token[];
    if (last && last.sequence === name.sequence && isDescent(tokens, last, name)) {
      out[out.length - 1] = { ...last, end: name.end };
      continue;
    }
    const gap = last && last.sequence === name.sequence ? tokens.slice(last.end, name.first) : [];
    if (last && gap.length === 1 && INNER.test(gap[0]?.text ?? '')) {
      out[out.length - 1] = { ...last, end: name.end };
      continue;
    }
    if (last && last.sequence === name.sequence && last.type !== 'person' && name.type !== 'person') {
      const linked = gap.length > 0 && gap.length < 3 && gap.every(({ text }) => /^(?:of|the|for)$/.test(text));
      const country = gap.length === 1 && gap[0]?.text === 'and' && isCountry(tokens, last.first, name.end, lexicon);
      const capital = gap.length === 1 && gap[0]?.text === ',' && isCapital(tokens, last, name);
      const body = isLinked(gap) && isBodyOf(tokens, last, name);
      if (linked) acronyms ??= acronymsIn(sequences);
      if (country || capital || body || (linked && acronyms?.has(initialsOf(tokens, last.first, name.end)))) {
        out[out.length - 1] = { ...last, end: name.end };
        continue;
      }
    }
    out.push(name);
  }
  return out;
}

/** "Irish-American". */
function isDescent(tokens: readonly Token[], last: TaggedName, name: TaggedName): boolean {
  if (last.type !== 'group' || name.type !== 'group' || name.first !== last.end + 1) return false;
  return HYPHENS.has(textAt(tokens, last.end)) && glued(tokens, name.first) && SETTLED.test(textAt(tokens, name.first));
}

/** "for", "of" or "on", perhaps with the article. */
function isLinked(gap: readonly Token[]): boolean {
  if (!/^(?:of|for|on)$/.test(gap[0]?.text ?? '')) return false;
  return gap.length === 1 || (gap.length === 2 && gap[1]?.text === 'the');
}

/** "Center for the Study of X": both are organisations, and the first ends with a noun that asks for what it is of. */
function isBodyOf(tokens: readonly Token[], last: TaggedName, name: TaggedName): boolean {
  if (last.type !== 'organization') return false;
  const noun = textAt(tokens, last.end - 1);
  if (textAt(tokens, last.end) === 'for' && LEAGUES.test(noun)) return name.type !== 'event';
  return name.type === 'organization' && BODIES.test(noun);
}

function isCapital(tokens: readonly Token[], last: TaggedName, name: TaggedName): boolean {
  if (last.type !== 'location' || textAt(tokens, last.end - 1) !== 'Washington') return false;
  return name.end - name.first === 1 && /^D\.?C\.?$/.test(textAt(tokens, name.first));
}

function acronymsIn(sequences: readonly (readonly Token[])[]): ReadonlySet<string> {
  const acronyms = new Set<string>();
  for (const tokens of sequences) {
    for (const { text } of tokens) {
      if (text.length > 2 && isCapitalised(text) && /^\p{Lu}{3,8}$/u.test(text)) acronyms.add(text);
    }
  }
  return acronyms;
}

function initialsOf(tokens: readonly Token[], first: number, end: number): string {
  return tokens
    .slice(first, end)
    .filter(({ text }) => isCapitalised(text))
    .map(({ text }) => text.charAt(0))
    .join('');
}

/** Two names run together: joined by "and", by a possessive, or a person after the outlet. */
function splitName(
  tokens: readonly Token[],
  name: TaggedName,
  forms: ReadonlyMap<string, number>,
  lexicon: WordLexicon,
): TaggedName[] {
  const { first, end } = name;
  if (end - first === 1 || isCountry(tokens, first, end, lexicon)) return [name];
  const list = splitList(tokens, name, lexicon);
  if (list > 0) {
    const rest = { ...name, first: list + 1 };
    return [{ ...name, end: list }, ...splitName(tokens, rest, forms, lexicon)];
  }
  const times = (from: number, to: number): number => (to > from ? (forms.get(formOf(tokens, from, to)) ?? 0) : 0);
  for (let i = first + 1; i < end - 1; i++) {
    const { text } = tokens[i] as Token;
    if (text !== 'and' && !POSSESSIVE.test(text)) continue;
    const own = times(first, end);
    const [left, right] = [times(first, i), times(i + 1, end)];
    const apart =
      left > own ||
      right > own ||
      (left > 0 && right > 0) ||
      (text === 'and' && (areListed(tokens, first, i, end, lexicon) || arePartners(tokens, first, i, end)));
    if (!apart || !isCapitalised((tokens[i + 1] as Token).text)) continue;
    return [{ ...name, end: i }, ...splitName(tokens, { ...name, first: i + 1 }, forms, lexicon)];
  }
  const owner = placeOwner(tokens, name, lexicon);
  if (owner > 0) {
    return [
      { ...name, end: owner, type: 'location' },
      ...splitName(tokens, { ...name, first: owner + 1 }, forms, lexicon),
    ];
  }
  if (PLATFORMS.test(textAt(tokens, first)) && times(first + 1, end) > 0) {
    return [
      { ...name, end: first + 1, type: 'organization' },
      { ...name, first: first + 1 },
    ];
  }
  if (isOutletAndPerson(tokens, name, forms, lexicon)) {
    return [
      { ...name, end: end - 2, type: 'organization' },
      { ...name, first: end - 2, type: 'person' },
    ];
  }
  return [name];
}

/** Position of the possessive in "Norway's Brask Group", where a listed country or region owns the rest; or 0. */
function placeOwner(tokens: readonly Token[], { first, end }: TaggedName, lexicon: WordLexicon): number {
  for (let i = first + 1; i < end - 1; i++) {
    if (!POSSESSIVE.test(textAt(tokens, i)) || !isCapitalised(textAt(tokens, i + 1))) continue;
    const form = formOf(tokens, first, i);
    const flags = i === first + 1 ? lexicon.word(form).flags : lexicon.phraseFlags(form);
    return (flags & WORD_FLAGS.country) !== 0 && lexicon.phraseFlags(formOf(tokens, first, end)) === 0 ? i : 0;
  }
  return 0;
}

/** Position of a comma or spaced stroke that parts two names of a list, or 0. Legal forms and the like go on after a comma. */
function splitList(tokens: readonly Token[], { first, end, type }: TaggedName, lexicon: WordLexicon): number {
  for (let i = first + 1; i < end - 1; i++) {
    const { text } = tokens[i] as Token;
    if (text !== ',' && text !== '/') continue;
    const stroke = text === '/' && !glued(tokens, i) && !glued(tokens, i + 1);
    const comma = text === ',' && type !== 'work' && type !== 'event' && !AFTER_COMMA.test(textAt(tokens, i + 1));
    if (!stroke && !comma) continue;
    if (comma && (lexicon.phraseFlags(formOf(tokens, first, end)) !== 0 || textAt(tokens, i + 1) === 'and')) continue;
    // "Ministry of A, B and C" is one name.
    if (comma && tokens.slice(first, i).some(({ text }) => /^(?:of|for)$/.test(text))) continue;
    if (isCapitalised(textAt(tokens, i + 1))) return i;
  }
  return 0;
}

function isCountry(tokens: readonly Token[], first: number, end: number, lexicon: WordLexicon): boolean {
  return end - first < 8 && (lexicon.phraseFlags(formOf(tokens, first, end)) & WORD_FLAGS.country) !== 0;
}

/** Two listed countries, nations or cities, one word each, that are no listed name together. */
function areListed(tokens: readonly Token[], first: number, and: number, end: number, lexicon: WordLexicon): boolean {
  if (and - first !== 1 || end - and !== 2) return false;
  return [first, and + 1].every((at) => (lexicon.word(textAt(tokens, at).toLowerCase()).flags & LISTED) !== 0);
}

/** "(wrote in) PAPER FIRST LAST"; taken for one person only where "in" stands before, as it hardly does before a person. */
function isOutletAndPerson(
  tokens: readonly Token[],
  { first, end, type }: TaggedName,
  forms: ReadonlyMap<string, number>,
  lexicon: WordLexicon,
): boolean {
  if (end - first < 3 || (type !== 'organization' && type !== 'person')) return false;
  if (type === 'person') {
    if (tokens[first - 1]?.text !== 'in') return false;
    if (isFirstName(textAt(tokens, end - 3), lexicon)) return false;
  }
  return isPersonTail(tokens, first, end, forms, lexicon);
}

function isFirstName(text: string, lexicon: WordLexicon): boolean {
  return (lexicon.word(text.toLowerCase()).flags & WORD_FLAGS.firstName) !== 0;
}

/** A listed first name and a word that stands alone as a name elsewhere, or what is before them does so. */
function isPersonTail(
  tokens: readonly Token[],
  first: number,
  end: number,
  forms: ReadonlyMap<string, number>,
  lexicon: WordLexicon,
): boolean {
  const firstName = (tokens[end - 2] as Token).text;
  const surname = (tokens[end - 1] as Token).text;
  if (!isCapitalised(firstName) || !isCapitalised(surname)) return false;
  const outlet = forms.has(formOf(tokens, first, end - 2)) || /^(?:in|for)$/.test(tokens[first - 1]?.text ?? '');
  const listed = (lexicon.word(surname.toLowerCase()).flags & WORD_FLAGS.lastName) !== 0;
  if (!forms.has(surname.toLowerCase()) && !(outlet && listed)) return false;
  const { flags } = lexicon.word(firstName.toLowerCase());
  return (flags & WORD_FLAGS.firstName) !== 0 && (flags & WORD_FLAGS.dictionary) === 0;
}

/** A branch letter behind a hyphen, hyphenated rest of a word, a facility behind its place, a torn-off last letter. */
function extend(
  tokens: readonly Token[],
  name: TaggedName,
  limit: number,
  forms: ReadonlyMap<string, number>,
): TaggedName {
  const { type } = name;
  let { end } = name;
  while (end + 1 < limit && HYPHENS.has((tokens[end] as Token).text) && glued(tokens, end) && glued(tokens, end + 1)) {
    const part = (tokens[end + 1] as Token).text;
    const middle = HYPHENS.has(tokens[end + 2]?.text ?? '') && part.length <= 3;
    const branch = part.length <= 2 && /^\p{L}/u.test(part);
    const model = isDesignation(tokens, end - 1, end + 2);
    if (!branch && !middle && !model && !(isCapitalised(part) && type !== 'group')) break;
    end += 2;
  }
  const next = tokens[end];
  if (!next || end >= limit) return end === name.end ? name : { ...name, end };
  const team =
    next.text === 'national' && (type === 'location' || type === 'group') ? teamEnd(tokens, end + 1, limit) : 0;
  if (team > 0) return { ...name, end: team, type: 'organization' };
  const shortened = next.text === '.' && glued(tokens, end) && STATES.test(textAt(tokens, end - 1));
  if (type === 'location' && (FACILITIES.has(next.text) || shortened)) end++;
  else if (type === 'event' && HAPPENINGS.has(next.text)) end++;
  else if (/^\p{Ll}{4,}$/u.test(next.text) && forms.has(formOf(tokens, name.first, end + 1))) end++;
  else if (type === 'person' && isTornLetter(tokens, end)) end++;
  return end === name.end ? name : { ...name, end };
}

/** The end of "(Norway) national ice hockey team", or 0. */
function teamEnd(tokens: readonly Token[], from: number, limit: number): number {
  for (let i = from; i < Math.min(limit, from + 4); i++) {
    const { text } = tokens[i] as Token;
    if (/^(?:team|squad)$/.test(text)) return i + 1;
    if (!/^[\p{Ll}-]+$/u.test(text)) return 0;
  }
  return 0;
}

/**
 * "2nd Battle of X", "4th Infantry Division": the ordinal in figures before an event or organisation counts them; "Bishop
 * X High School" bears the title in its name; "P. X": the initial before a person's name.
 */
function withOpening(tokens: readonly Token[], name: TaggedName, from: number): TaggedName {
  const { first, end, type } = name;
  if (first <= from) return name;
  const before = textAt(tokens, first - 1);
  if (type === 'person') {
    const initial = first - 1 > from && before === '.' && glued(tokens, first - 1);
    return initial && /^\p{Lu}$/u.test(textAt(tokens, first - 2)) ? { ...name, first: first - 2 } : name;
  }
  if (type !== 'event' && type !== 'organization') return name;
  const counted = ORDINAL.test(before) && !MONTH.test(tokens[first - 2]?.text ?? '');
  const titled = isCapitalised(before) && TITLES.test(before) && NAMED_AFTER.test(textAt(tokens, end - 1));
  return counted || titled ? { ...name, first: first - 1 } : name;
}

/**
 * "Institute for the Study of X" where "Study of X" alone was tagged, and a listed organisation of which the first word was
 * left out.
 */
function withBody(tokens: readonly Token[], name: TaggedName, from: number, lexicon: WordLexicon): TaggedName {
  const { first, end } = name;
  const the = textAt(tokens, first - 1) === 'the' ? 1 : 0;
  const link = first - 1 - the;
  if (link - 1 >= from && /^(?:of|for|on)$/.test(textAt(tokens, link)) && BODIES.test(textAt(tokens, link - 1))) {
    let begin = link - 1;
    while (
      begin > from &&
      link - begin < 4 &&
      isCapitalised(textAt(tokens, begin - 1)) &&
      !/^The$/.test(textAt(tokens, begin - 1))
    )
      begin--;
    if (name.type !== 'person' && (name.type !== 'location' || begin < link - 1))
      return { ...name, first: begin, type: 'organization' };
  }
  const before = first - 1;
  if (before < from || !isCapitalised(textAt(tokens, before)) || /^(?:The|A|An)$/.test(textAt(tokens, before)))
    return name;
  const listed =
    lexicon.phraseFlags(formOf(tokens, before, first + 1)) | lexicon.phraseFlags(formOf(tokens, before, end));
  return listed & WORD_FLAGS.organization ? { ...name, first: before, type: 'organization' } : name;
}

/** A person's name begins after the title and ends before the honours; an article is never part of a name. */
function withoutTitle(tokens: readonly Token[], name: TaggedName, forms: ReadonlyMap<string, number>): TaggedName {
  let { first, end } = name;
  const skip = name.type === 'person' ? TITLES : /^(?:the)$/i;
  // "A Harbour Board spokesman" at the start of a sentence
  const article = /^An?$/.test(textAt(tokens, first)) && name.type !== 'work' && end - first > 1;
  if (article && forms.has(formOf(tokens, first + 1, end))) first++;
  while (
    end - first > 1 &&
    (skip.test(textAt(tokens, first)) || (first > name.first && textAt(tokens, first) === '.'))
  ) {
    first++;
  }
  while (name.type === 'person' && end - first > 1 && HONOURS.test(textAt(tokens, end - 1))) end--;
  return first === name.first && end === name.end ? name : { ...name, first, end };
}

function textAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.text ?? '';
}

function glued(tokens: readonly Token[], at: number): boolean {
  return (tokens[at - 1] as Token).end === (tokens[at] as Token).start;
}

/** "Rossin i ." : one small letter that is no word, with the sentence or phrase ending behind it. */
function isTornLetter(tokens: readonly Token[], at: number): boolean {
  const { text } = tokens[at] as Token;
  const after = tokens[at + 1]?.text;
  return /^[b-z]$/.test(text) && (after === undefined || /^[.,;:)”"]$/.test(after));
}
