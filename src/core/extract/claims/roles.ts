import type { TokenRange } from '../attributions/nounPhrase.ts';
import { isTimeWord } from '../attributions/timeWords.ts';
import { finiteAt, type Unit } from '../attributions/unit.ts';
import type { NameSpan } from '../document.ts';
import { OFFICES, PERSON_NOUNS } from '../entities/nouns.ts';
import { isGerund } from '../grammar/verbs.ts';
import { isCapitalised, POSSESSIVES, PREPOSITIONS, STARTERS, TITLE_NOUNS } from '../grammar/words.ts';
import { rangeOf } from './hands.ts';

/** "Lee, director of the museum", "museum director Ann Lee": a person or body with a role. */
export interface RoleStatement extends TokenRange {
  readonly holder: TokenRange;
  readonly role: TokenRange;
  /** True where the role is the bare name of the body that the holder is of. */
  readonly ofBody?: boolean;
}

/** Nouns in -er, -or, -ant and -ent that are nobody. */
const NOBODY = new Set(
  'murder number order power letter paper chapter matter water weather winter summer offer tower river corner border shelter centre center quarter counter disaster error terror honour honor favour favor labour labor behaviour behavior colour color factor sector door floor other either rather transfer charter theater chamber career dinner encounter character computer event plant grant rent accident incident talent extent percent tent restaurant'.split(
    ' ',
  ),
);
const ROLE_NOUN =
  /^(?:.*(?:er|or|ist|ian|man|woman|person|ant|ent|chief|head|general|king|queen|prince|princess|boss|judge|pope|mayor|aide|envoy|star|wing|branch|group|arm|faction|subsidiary|company|party|organi[sz]ation|offshoot|affiliate|agency|network|coalition|capital|city|town|province|village|region|member|allies|ally|enemy|enemies|rival))s?$/;
/** Who somebody is to another. */
const KIN =
  /^(?:wife|husband|widow|widower|son|daughter|brother|sister|father|mother|uncle|aunt|cousin|nephew|niece|grand(?:son|daughter|father|mother)|partner|aide|deputy|successor|predecessor|delegate|trainer|treasurer|counsel|archaeologist|fighter|farmer|nurse|owner|resident|survivor|fisherman|ombudsman|prefect|coroner|examiner|registrar|rector|dean|magistrate|solicitor|barrister|notary|surveyor|treasurer|trustee|caretaker|inspector|superintendent|commander|brigadier|councillor|councilor|vicar|priest|rabbi|imam|.*(?:ologist|ographer|ician))$/;
const OWNERS = /^(?:the|a|an|its|their|his|her|our|my)$/;
const PHRASE_STOPS =
  /^(?:[.;:!?–—()"“”«»]|that|and|but|or|nor|while|which|who|whom|whose|whether|if|when|where|as|because|than|,)$/;
const LONGEST_ROLE = 16;
const MEASURE =
  /^(?:day|week|month|year|decade|century|few|couple|lot|total|record|third|quarter|half|dozen|number|result|sign|move|step|decision|rise|fall|drop|gain|loss|matter|fact)$/;
/** What follows an "and" inside of a role; "and other groups" ends a list. */
const JOINED_ROLE = /^(?!others?$|several$|many$|some$)(?:an?|\p{Ll}{4,})$/u;
/** "Democrats, such as the mayor", "in Oslo, 36 minutes after the shooting". */
const NO_ROLE =
  /^(?:however|meanwhile|though|too|also|therefore|such|like|or|but|yet|so|not|no|especially|notably|particularly|\d.*)$/;
const ARTICLE = /^(?:the|a|an|its|their|his|her|former|one)$/;

/** Role statements over the names of a unit, which are given in order. */
export function findRoles(unit: Unit, names: readonly NameSpan[]): RoleStatement[] {
  const roles: RoleStatement[] = [];
  for (const name of names) {
    const range = tokensOf(unit, name);
    if (!range) continue;
    const after = apposition(unit, range, name.type === 'person');
    const body = after ? null : affiliation(unit, range, name, names);
    if (after) roles.push({ from: range.from, to: after.to, holder: range, role: after });
    else if (body) roles.push({ from: range.from, to: body.to, holder: range, role: body, ofBody: true });
    else if (name.type === 'person' || name.type === 'organization') {
      const before = name.type === 'person' ? titleBefore(unit, range) : null;
      const role = before ?? rolePhraseBefore(unit, range, name.type === 'person' ? isRole : isPart);
      if (role) roles.push({ from: role.from, to: range.to, holder: range, role });
    }
  }
  return roles;
}

function tokensOf(unit: Unit, name: NameSpan): TokenRange | null {
  const range = rangeOf(unit, name);
  return range.to > range.from ? range : null;
}

/** ", the leader of the network," up to the next comma, with a role noun and no verb in it. */
function apposition(unit: Unit, name: TokenRange, ofPerson: boolean): TokenRange | null {
  const { words, tokens } = unit;
  // "anti-Nordvik, pro-harbour"
  if (words[name.to] !== ',' || words[name.from - 1] === '-') return null;
  const from = name.to + 1;
  const described = words[from] as string;
  const some = /^an?$/.test(described) && !isTimeWord(words[from + 1] ?? '') && !MEASURE.test(words[from + 1] ?? '');
  let role = false;
  let to = from;
  for (; to < Math.min(tokens.length, from + 22); to++) {
    const word = words[to] as string;
    if (/^[,.;:!?–—“”"()]$/.test(word) || /^(?:who|whom|whose|which|that|where|when)$/.test(word)) break;
    // "a volunteer with the search and rescue team", "director of the port and a retired admiral"; not "his brother, and his mother"
    if (word === 'and' && !((role || some) && JOINED_ROLE.test(tokens[to + 1]?.text ?? ''))) break;
    if (finiteAt(unit, to)) break;
    const lower = !isCapitalised(tokens[to]?.text ?? '');
    if (to - from < 7 && lower && (isRole(word) || isRoleNoun(word))) role = true;
  }
  const first = words[from] ?? '';
  if (
    PREPOSITIONS.has(first) ||
    NO_ROLE.test(first) ||
    isGerund(first) ||
    /^(?:other|him|them|us|me)$/.test(words[from + 1] ?? '')
  )
    return null;
  const stop = words[to] ?? '.';
  // "The Star, a car ferry,"; not "In Oslo, a storm ..."
  const fronted = PREPOSITIONS.has(words[name.from - 1] ?? '') && !/^\p{L}/u.test(words[name.from - 2] ?? '');
  if (some && !fronted && to - from > 1) role = true;
  // "In Oslo, the mayor, Ann Lee, said"
  if (fronted && stop === ',' && isCapitalised(tokens[to + 1]?.text ?? '')) return null;
  // "Lee, his brother, and his mother": a list
  if (stop === 'and' || ((ofPerson || to - from < 3) && stop === ',' && /^(?:and|or)$/.test(words[to + 1] ?? '')))
    return null;
  const opensWell =
    ARTICLE.test(words[from] ?? '') ||
    (role && isOwned(unit, from, to)) ||
    (role && !isCapitalised(tokens[from]?.text ?? '') && !/ly$/.test(words[from] ?? ''));
  if (PREPOSITIONS.has(words[to - 1] as string)) return null;
  return role && opensWell && to > from && /^[,.;:)–—]$|^(?:who|which)$/.test(stop) ? { from, to } : null;
}

/** "the Harbour Fund's director": opened by a name with its ending. */
function isOwned({ words, tokens }: Unit, from: number, to: number): boolean {
  let i = from;
  while (i < to && i - from < 4 && isCapitalised(tokens[i]?.text ?? '')) i++;
  return i > from && /^['’]s?$/.test(words[i] ?? '');
}

/** "Ann Lee, the Example Foundation, ...": an organisation right behind a person's name. */
function affiliation(unit: Unit, range: TokenRange, name: NameSpan, names: readonly NameSpan[]): TokenRange | null {
  if (name.type !== 'person' || unit.words[range.to] !== ',') return null;
  const from = range.to + 1;
  const body = names.find((n) => n.type === 'organization' && n.start >= name.end && n.start <= name.end + 7);
  const found = body && tokensOf(unit, body);
  if (!found || found.from - from > 1) return null;
  const next = unit.words[found.to] ?? '.';
  return /^[,.;)]$/.test(next) || finiteAt(unit, found.to) ? { from, to: found.to } : null;
}

/** "the US president Ann Lee", "BBC correspondent Lee": a title noun right before the name. */
function titleBefore(unit: Unit, name: TokenRange): TokenRange | null {
  const { words, tokens } = unit;
  let last = name.from - 1;
  if (words[last] === '.') last--;
  const title = words[last] ?? '';
  if (!TITLE_NOUNS.has(title) && !OFFICES.has(title) && !/^(?:executive|counsel|officer|engineer)$/.test(title))
    return null;
  let from = last;
  while (from > 0 && last - from < 6) {
    const text = tokens[from - 1]?.text ?? '';
    const lower = text.toLowerCase();
    if (STARTERS.has(lower) || isTimeWord(lower) || /^(?:only|even|just)$/.test(lower)) break;
    if (
      !(
        isCapitalised(text) ||
        /^['’]s$|^-$/.test(text) ||
        /^(?:prime|foreign|defen[cs]e|vice|deputy|former|chief|executive|interior|finance|health|security|general|managing|senior|assistant|acting|interim|press|legal|secretary|ministry|police|army|navy|company|union|party|government|opposition)$/.test(
          text,
        )
      )
    )
      break;
    from--;
  }
  if (/^(?:the|a|an)$/i.test(words[from - 1] ?? '')) from--;
  if (/^(?:['’]s|-)$/.test(words[from] ?? '')) from++;
  return last - from >= 1 ? { from, to: last + 1 } : null;
}

/** "its secretary-general, Ann Lee,", "the museum's lawyer Ann Lee": a phrase with an owner or article before the name. */
function rolePhraseBefore(unit: Unit, name: TokenRange, isCalled: (word: string) => boolean): TokenRange | null {
  const { words, tokens } = unit;
  let to = name.from;
  while (to > 0 && name.from - to < 3 && isTitle(tokens[to - 1]?.text ?? '')) to--;
  const comma = words[to - 1] === ',';
  if (comma) to--;
  const next = words[name.to] ?? '.';
  if (comma && !/^[,.;:)–—]$|^(?:who|which)$/.test(next) && !finiteAt(unit, name.to)) return null;
  const called = words[to - 1] ?? '';
  // "Acting through his lawyers, Ann Lee"
  if (/[^s]s$/.test(called)) return null;
  if (isCalled === isPart && !isPart(called)) return null;
  const own = POSSESSIVES.has(words[to - 2] ?? '') && isRoleNoun(called); // "its coordinator Ann Lee"
  if (!comma && !own && !isCalled(called)) return null;
  const least = Math.max(0, to - LONGEST_ROLE);
  let from = -1;
  for (let i = to - 1; i >= least && !PHRASE_STOPS.test(words[i] as string) && !finiteAt(unit, i); i--) {
    // "a statement from her brother, Ann Lee"; "the head of its office, Ann Lee"
    if (from >= 0 && PREPOSITIONS.has(words[i] as string) && words[i] !== 'of') break;
    const owned = /^['’]s?$/.test(words[i - 1] ?? '');
    const isOwn = owned || /^(?:its|their|his|her)$/.test(words[i] as string);
    if ((OWNERS.test(words[i] as string) || owned) && opensRole(unit, i, to, isOwn && (comma || own), isCalled))
      from = i;
  }
  if (from < 0) return null;
  if (/^['’]s?$/.test(words[from - 1] ?? '') && !OWNERS.test(words[from] as string)) {
    from -= 2;
    while (from > least && isCapitalised(tokens[from - 1]?.text ?? '') && !STARTERS.has(words[from - 1] as string))
      from--;
  }
  return from >= least ? { from, to } : null;
}

/** True where a word for a person comes before any preposition. */
function opensRole(
  { words }: Unit,
  from: number,
  to: number,
  own: boolean,
  isCalled: (word: string) => boolean,
): boolean {
  for (let i = from; i < to; i++) {
    const word = words[i] as string;
    if (OWNERS.test(word)) continue;
    if (i > from && PREPOSITIONS.has(word)) return false;
    if (
      (isCalled(word) || (own && isRoleNoun(word))) &&
      (i + 1 === to || PREPOSITIONS.has(words[i + 1] as string) || isCalled(words[i + 1] as string))
    )
      return true;
  }
  return false;
}

function isRoleNoun(word: string): boolean {
  const one = word.replace(/s$/, '');
  return ROLE_NOUN.test(word) && !NOBODY.has(one) && !one.endsWith('ment');
}

function isRole(word: string): boolean {
  const last = word.slice(word.lastIndexOf('-') + 1);
  return OFFICES.has(last) || PERSON_NOUNS.has(last) || TITLE_NOUNS.has(last) || KIN.test(last);
}

/** What a body is of another. */
function isPart(word: string): boolean {
  return /^(?:arm|wing|branch|subsidiary|unit|affiliate|division|offshoot|faction)$/.test(word);
}

/** "Justice", "Gen.": what stands between a role phrase and the name. */
function isTitle(text: string): boolean {
  return (
    text === '.' ||
    (isCapitalised(text) &&
      (isRole(text.toLowerCase()) || /^(?:Mrs?|Ms|Dr|Gen|Col|Capt|Sgt|Lt|Prof|Rev|Sir)$/.test(text)))
  );
}
