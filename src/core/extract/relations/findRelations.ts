import type { EntityType } from '../../model/types.ts';
import type { Span } from '../../text/span.ts';
import { addTo } from '../../util/groupBy.ts';
import type { ExtractedClaim, ExtractedEntity, ExtractedMention, ExtractedRelation } from '../extraction.ts';
import type { SpanList } from '../spanList.ts';
import { type Pattern, patternsFor } from './patterns.ts';
import { phraseRelations } from './phraseRelations.ts';
import { formerly, isFormer, qualifies, RIVAL, roleRelation } from './roleRelations.ts';

const LONGEST = 80;
const REACH = 4;
/** How sure a relation is that a noun phrase states. */
const PHRASE_SCORE = 0.6;

/** Relations that claims state between mentions near each other, or between their subject and a mention, each once. */
export function findRelations(
  text: string,
  claims: readonly ExtractedClaim[],
  entities: readonly ExtractedEntity[],
  mentions: SpanList<ExtractedMention>,
  all: readonly ExtractedMention[],
): ExtractedRelation[] {
  const relations: ExtractedRelation[] = [];
  const seen = new Set<string>();
  const add = (subject: number, predicate: string, object: number, index: number, trust: number) => {
    const key = `${subject} ${predicate} ${object}`;
    if (subject === object || seen.has(key)) return;
    seen.add(key);
    const score = Math.round((claims[index] as ExtractedClaim).score * trust * 100) / 100;
    relations.push({ subject, predicate, object, claim: index, origin: 'rule:relations', score });
  };
  /** For each mention the claims that hold it, in order. */
  const holders = new Map<ExtractedMention, number[]>();
  claims.forEach((claim, index) => {
    const inside = mentions.within(claim).map(({ item }) => item);
    for (const mention of inside) addTo(holders, mention, index);
    inside.forEach((one, i) => {
      for (let j = i + 1; j < Math.min(inside.length, i + REACH); j++) {
        const two = inside[j] as ExtractedMention;
        if (/^-\p{L}/u.test(text.slice(two.end, two.end + 2))) continue; // "a subsidiary of Toronto-listed Norgold"
        if (two.start < one.end || two.start - one.end > LONGEST || inList(text, inside, i, j)) continue;
        const next = inside[j + 1];
        // "a member of the United States House Committee"
        if (next && next.start === two.end + 1 && entities[next.entity]?.type === 'organization') continue;
        // "the mayor of the Polish city of Gdańsk" leads no Poles
        if (entities[two.entity]?.type === 'group' && MODIFIES.test(text.slice(two.end, two.end + 24))) continue;
        if (qualifies(text, two, next)) continue;
        const found = read(text, one, two, entities);
        if (!found) continue;
        const objects = found.reversed ? [one.entity] : [two.entity, ...joinedTo(text, inside, j, entities)];
        for (const object of objects)
          add(found.reversed ? two.entity : one.entity, found.predicate, object, index, 0.8);
      }
    });
    const { subject } = claim;
    if (claim.origin.startsWith('rule:claims/role') && subject !== null) {
      const found = roleRelation(
        text,
        claim,
        inside.filter(({ entity }) => entity !== subject),
        entities,
      );
      if (found) add(subject, found.predicate, found.object, index, found.trust);
    }
    if (subject === null || inside.some((m) => m.entity === subject)) return;
    // the subject is a pronoun, or stands before the claim: its verb opens the claim or follows the pronoun
    for (let j = 0; j < Math.min(inside.length, REACH); j++) {
      const two = inside[j] as ExtractedMention;
      const words = text.slice(claim.start, two.start).replace(/^(?:he|she|it|they|who|which)\s/i, '');
      if (words.length > LONGEST) break;
      const pattern = match(words, entities[subject]?.type, entities[two.entity]?.type);
      if (!pattern) continue;
      if (pattern.reversed) add(two.entity, pattern.predicate, subject, index, 0.6);
      else
        for (const object of [two.entity, ...joinedTo(text, inside, j, entities)])
          add(subject, pattern.predicate, object, index, 0.6);
    }
  });
  for (const { subject, predicate, object } of phraseRelations(text, all, entities)) {
    const key = `${subject.entity} ${predicate} ${object.entity}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const others = holders.get(object) ?? [];
    const claim = holders.get(subject)?.find((index) => others.includes(index)) ?? null;
    const record = { subject: subject.entity, predicate, object: object.entity, claim };
    relations.push({ ...record, origin: 'rule:relations/phrase', score: PHRASE_SCORE });
  }
  const accused = claims.flatMap((claim, index) => (isAccusation(text, claim) ? [{ claim, index }] : []));
  for (const { claim, index } of accused) {
    const target = mentions.within({ start: (claim.cue as Span).end, end: claim.end })[0]?.item.entity;
    const object = claim.subject ?? target;
    if (claim.source !== null && object !== undefined) add(claim.source, 'accuses', object, index, 0.7);
  }
  return relations;
}

function isAccusation(text: string, { cue, source }: ExtractedClaim): boolean {
  return cue !== null && source !== null && /\b(?:accus|blam)/i.test(text.slice(cue.start, cue.end));
}

/** Two places of three or more in a row, "Lyon, Nice and Lille", lie beside each other, not in each other. */
function inList(text: string, inside: readonly ExtractedMention[], i: number, j: number): boolean {
  const [one, two] = [inside[i] as ExtractedMention, inside[j] as ExtractedMention];
  if (!/^,\s*(?:the\s)?(?:\p{Ll}+\s)?$/u.test(text.slice(one.end, two.start))) return false;
  return [inside[j + 1], inside[i - 1]].some((other) => {
    if (!other) return false;
    const gap = other.start > two.start ? text.slice(two.end, other.start) : text.slice(other.end, one.start);
    return /^(?:,|,?\s(?:and|or))\s*(?:the\s)?(?:\p{Ll}+\s)?$/u.test(gap);
  });
}

/** The mentions that "and" joins to the one at `j`: what is said of it is said of them. */
function joinedTo(
  text: string,
  inside: readonly ExtractedMention[],
  j: number,
  entities: readonly ExtractedEntity[],
): number[] {
  const joined: number[] = [];
  for (let k = j + 1; k < Math.min(inside.length, j + REACH); k++) {
    const gap = text.slice((inside[k - 1] as Span).end, (inside[k] as Span).start);
    if (!/^(?:\s\p{Ll}+){0,2},?\s(?:and|or)\s(?:the\s)?$/u.test(gap)) break;
    const { entity } = inside[k] as ExtractedMention;
    if (entities[entity]?.type !== entities[(inside[j] as ExtractedMention).entity]?.type) break;
    joined.push(entity);
  }
  return joined;
}

const LINKS_BEFORE =
  /\b(?:links?|ties|connections?|relations?|ceasefire|deal|clashes|war) between (?:the )?(?:\S+ )?$/i;

/** What the words between two mentions say, an apposition right behind the first left out. */
function read(text: string, one: ExtractedMention, two: ExtractedMention, entities: readonly ExtractedEntity[]) {
  const words = text
    .slice(one.end, two.start)
    .replace(/^\)(?!,?\s*$)/, '')
    .replace(/\S{1,40}-(?:listed|based|owned|backed|run) /g, '');
  if (/^,\s*in\s/.test(words)) return undefined;
  const [first, second] = [entities[one.entity]?.type, entities[two.entity]?.type];
  // "the United States in Iraq", "the US in Kuwait" lie nowhere there
  const state =
    /\bthe\s$/i.test(text.slice(one.start - 4, one.start)) || /^[A-Z.]{2,5}$/.test(text.slice(one.start, one.end));
  if (first === 'location' && second === 'location' && state && /^\s+in\s/.test(words)) return undefined;
  if (
    /^\s+and (?:the )?(?:so-called )?$/.test(words) &&
    LINKS_BEFORE.test(text.slice(Math.max(0, one.start - 50), one.start))
  )
    return { predicate: 'linked to', reversed: false };
  const bare = words.startsWith(',') ? words.replace(/^,[^,.;]{3,60},(?=\s)/, '') : words;
  return match(words, first, second) ?? (bare === words ? undefined : match(bare, first, second));
}

const MODIFIES = /^ (?!(?:and|or|of|in|at|who|that|which|from|for|with|were|was|are|is|have|has|had)\b)\p{Ll}{3,}/u;

function match(words: string, first: EntityType | undefined, second: EntityType | undefined): Pattern | undefined {
  const between = words.replace(/\s+/g, ' ').replace(/^['’]s\b/, '');
  const past = isFormer(between);
  const rival = RIVAL.test(between);
  const found = patternsFor(between).find((p) => {
    if (rival && p.predicate === 'leader of') return false;
    const [subject, object] = p.reversed ? [second, first] : [first, second];
    if (p.subject && !(subject && p.subject.includes(subject))) return false;
    if (p.object && !(object && p.object.includes(object))) return false;
    return p.between.test(between);
  });
  return found && past ? { ...found, predicate: formerly(found.predicate) } : found;
}
