import type { EntityType } from '../../model/types.ts';
import type { Span } from '../../text/span.ts';
import type { ExtractedClaim, ExtractedEntity, ExtractedMention } from '../extraction.ts';

export interface RoleRelation {
  readonly predicate: string;
  readonly object: number;
  /** How much of the score of the claim the relation keeps. */
  readonly trust: number;
}

const EMPLOYERS: ReadonlySet<EntityType> = new Set<EntityType>(['organization', 'location']);
const BODIES: ReadonlySet<EntityType> = new Set<EntityType>(['organization', 'group']);
const LEADS =
  /\b(?:leader|head|chief|president|chair\w*|commander|director|founder|minister|king|queen|emir|governor|mayor|chancellor|premier|secretary|boss|owner)\b/i;
const UNDER = /\b(?:at|vice|deputy|assistant)\b/i;
const WORKS =
  /\b(?:correspondent|analyst|researcher|reporter|journalist|spokes\p{L}+|professor|lecturer|editor|employee|expert|scientist|doctor|lawyer|officer|official|fellow|advis[eo]r|ambassador|envoy|manager|coach|teacher|executive|engineer|economist|historian|agent|deputy|vice.president|representative|columnist|writer|producer|delegate|attorney|counsel|solicitor|specialist|consultant|negotiator|investigator|inspector|coordinator|campaigner|co-ordinator|hydrologist|physician|nurse|pilot|prosecutor|judge|guard|clerk)\b/iu;
const BELONGS =
  /\b(?:member|senator|lawmaker|legislator|councillor|council(?:man|woman)|MP|MEP|candidate|volunteer|activist|fighter|militant|supporter|player|captain|striker|lieutenant)\b/iu;
const PART = /\b(?:arm|wing|branch|subsidiary|unit|affiliate|division|offshoot|faction|part|province)\b/i;
const FORMER = /\b(?:former(?:ly)?\b|ex-|the late\b|onetime\b|then(?=[ -]))/i;
/** Whoever leads an opposition leads no country. */
export const RIVAL = /\b(?:opposition|resistance|rebel)\b/i;
/** What somebody is for the team of a place. */
const PLAYS = /\b(?:captain|player|striker|goalkeeper|midfielder|defender|coach)\b/i;
/** Offices that one holds for a place. */
const GOVERNS =
  /\b(?:mayor|president|premier|minister|king|queen|chancellor|emir|sultan|ruler|governor|head|leader|spokes\p{L}+|ambassador|envoy)\b/iu;
const SERVES =
  /\b(?:lawyer|attorney|solicitor|counsel|spokes\p{L}+|aide|advis[eo]r|assistant|agent|driver|bodyguard)\b/iu;

/** True for words that tell of an office of the past. */
export function isFormer(words: string): boolean {
  return FORMER.test(words);
}

const PAST: ReadonlyMap<string, string> = new Map([
  ['leader of', 'former leader of'],
  ['member of', 'former member of'],
  ['works for', 'worked for'],
]);

/** What a relation is called that holds no longer; the same where it is no office. */
export function formerly(predicate: string): string {
  return PAST.get(predicate) ?? predicate;
}

/**
 * What a role statement says of its holder and of somebody named in it.
 * @param others mentions within the claim that are not of its holder, in order.
 */
export function roleRelation(
  text: string,
  claim: ExtractedClaim,
  others: readonly ExtractedMention[],
  entities: readonly ExtractedEntity[],
): RoleRelation | null {
  const typeOf = (m: ExtractedMention) => entities[m.entity]?.type ?? 'other';
  const free = others.filter((m) => !/^-\p{L}/u.test(text.slice(m.end, m.end + 2)));
  const holder = entities[claim.subject as number]?.type ?? 'other';
  if (BODIES.has(holder)) {
    const whole = PART.test(claim.text) ? free.find((m) => typeOf(m) === 'organization') : undefined;
    return whole ? { predicate: 'part of', object: whole.entity, trust: 0.8 } : null;
  }
  if (holder !== 'person') return null;
  const body = free.find((m, i) => EMPLOYERS.has(typeOf(m)) && !qualifies(text, m, free[i + 1]));
  const office = body && (namesOnly(text, claim, body) ? 'works for' : officeOf(text, claim, body));
  if (body && office) {
    const governs = (GOVERNS.test(claim.text) && !RIVAL.test(claim.text)) || PLAYS.test(claim.text);
    if (typeOf(body) !== 'location' || governs) return { predicate: office, object: body.entity, trust: 0.8 };
  }
  // "his lawyer Ann Lee"
  const employer = free.find((m) => typeOf(m) === 'person');
  if (employer && SERVES.test(claim.text)) return { predicate: 'works for', object: employer.entity, trust: 0.6 };
  return null;
}

/** "a lawyer at Oslo firm Lund Berg": the place is but the home of the body. */
export function qualifies(text: string, place: Span, next: Span | undefined): boolean {
  if (!next || next.start < place.end) return false;
  return /^ (?:(?!(?:and|at|for|from|in|of|or|to|with)\b)\p{Ll}+ ){1,3}$/u.test(text.slice(place.end, next.start));
}

/** "Ann Lee, the Harbour Fund": the role is the name of the body alone. */
function namesOnly(text: string, claim: Span, body: Span): boolean {
  return (
    body.end === claim.end && /,\s(?:the\s)?$/i.test(text.slice(Math.max(claim.start, body.start - 8), body.start))
  );
}

/** What a role statement says of its holder and the body it names; null for what is no office. */
function officeOf(article: string, claim: ExtractedClaim, body: Span): string | null {
  const near = wordsAround(article, claim, body);
  const office = presentOffice(article, near, body) ?? presentOffice(article, claim.text, body);
  return office && isFormer(near) ? formerly(office) : office;
}

/** What stands around a body up to the next comma or "and" on both sides: another office is of another body. */
function wordsAround(article: string, claim: Span, body: Span): string {
  const before =
    article
      .slice(claim.start, body.start)
      .split(/,|\band\b/)
      .at(-1) ?? '';
  const behind = article.slice(body.end, Math.max(body.end, claim.end)).split(/,|\band\b/)[0] ?? '';
  return `${before}${behind}`;
}

function presentOffice(article: string, text: string, body: Span): string | null {
  if (/\b(?:co-)?founder\b/i.test(text) && !/\b(?:head|chief|director|president)\b/i.test(text)) return 'founded';
  // "a hydrologist at the institute"
  if (/\p{Ll} (?:at|with) (?:the )?$/u.test(article.slice(Math.max(0, body.start - 20), body.start)))
    return BELONGS.test(text) ? 'member of' : 'works for';
  if (LEADS.test(text) && !UNDER.test(text)) return 'leader of';
  if (BELONGS.test(text)) return 'member of';
  return LEADS.test(text) || WORKS.test(text) ? 'works for' : null;
}
