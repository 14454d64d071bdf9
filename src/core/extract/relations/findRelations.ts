import type { EntityType } from '../../model/types.ts';
import type { ExtractedClaim, ExtractedEntity, ExtractedMention, ExtractedRelation } from '../extraction.ts';
import type { SpanIndex } from '../spanIndex.ts';

interface Pattern {
  readonly predicate: string;
  /** Over the words between two mentions. */
  readonly between: RegExp;
  /** True when the first mention is the object. */
  readonly reversed?: boolean;
  readonly subject?: readonly EntityType[];
  readonly object?: readonly EntityType[];
}

const LINK = '(?:\\p{Ll}+[ ,-]+){0,4}?';
const of = (source: string) => new RegExp(`^[\\s,]*${source}[\\s]*$`, 'iu');
const ACTORS: readonly EntityType[] = ['person', 'organization', 'group'];
const BODIES: readonly EntityType[] = ['organization', 'group', 'location'];
const PLACES: readonly EntityType[] = ['location'];

/** The first pattern that fits the words between two mentions of one claim names the relation. */
const PATTERNS: readonly Pattern[] = [
  {
    predicate: 'member of',
    between: of(`${LINK}(?:members?|fighters?|militants?|supporters?) (?:of|from|in) (?:the )?`),
    subject: ['person', 'group', 'organization'],
    object: BODIES,
  },
  {
    predicate: 'leader of',
    between: of(
      `${LINK}(?:leader|head|chief|president|chairman|chairwoman|commander|director|founder|boss|emir|ruler|king|prime minister|chancellor|governor|mayor|CEO|secretary)[\\p{L}\\s-]{0,30} (?:of|for) (?:the )?`,
    ),
    subject: ['person'],
    object: BODIES,
  },
  {
    predicate: 'works for',
    between: of(
      `${LINK}(?:correspondent|analyst|researcher|reporter|journalist|spokes\\p{L}+|professor|editor|employee|expert|scientist|doctor|lawyer|officer)[\\p{L}\\s-]{0,30} (?:of|for|at|with) (?:the )?`,
    ),
    subject: ['person'],
    object: BODIES,
  },
  {
    predicate: 'part of',
    between: of(
      `(?:is|are|was|were|as|,)?\\s*(?:an? )?${LINK}(?:part|branch|offshoot|affiliate|wing|arm|subsidiary|province|region|district|affiliated|division) (?:of|with) (?:an?|the|global|self-styled| )*`,
    ),
    object: BODIES,
  },
  {
    predicate: 'ally of',
    between: of(
      `(?:is|are|was|were|,)?\\s*(?:an? |the |now )?(?:closely )?(?:all(?:y|ies|ied)|linked|associated|partners?|protectors?|allies and protectors)\\s(?:of|to|with) (?:the )?`,
    ),
    subject: ACTORS,
    object: BODIES,
  },
  {
    predicate: 'enemy of',
    between: of(`${LINK}(?:enem(?:y|ies)|opponents?|rivals?|opposed|foes?) (?:of|to|by) (?:the )?`),
    subject: ACTORS,
    object: BODIES,
  },
  {
    predicate: 'at odds with',
    between: of(
      '(?:has|have|had|in) (?:\\p{Ll}+ ){0,3}(?:differences|disputes?|clash(?:es)?|tensions?|conflict) (?:with|against) (?:the )?',
    ),
    subject: ACTORS,
    object: BODIES,
  },
  {
    predicate: 'fought',
    between: of('(?:fought|fights?|battled|clashed with|defeated|opposes?|hunted) (?:against )?(?:the )?'),
    subject: ACTORS,
    object: ACTORS,
  },
  {
    predicate: 'accuses',
    between: of('(?:has |have )?(?:accus(?:es|ed|ing)|blam(?:es|ed|ing)) (?:the )?'),
    subject: ACTORS,
  },
  {
    predicate: 'attacked',
    between: of('(?:has |have )?(?:attacked|bombed|struck|hit|raided|targeted|shelled|invaded) (?:the )?'),
    subject: ACTORS,
  },
  {
    predicate: 'attacked',
    between: of(
      '(?:was|were) (?:\\p{Ll}+ )?(?:attacked|bombed|struck|hit|raided|targeted|invaded|defeated)[\\p{Ll}\\s]{0,30} by (?:the )?',
    ),
    reversed: true,
    object: ACTORS,
  },
  {
    predicate: 'captured',
    between: of(
      '(?:has |have )?(?:captured|seized|conquered|took over|took|controls?|occup(?:y|ies|ied)) (?:the )?(?:\\p{Ll}+ of )?',
    ),
    subject: ACTORS,
    object: PLACES,
  },
  {
    predicate: 'founded',
    between: of('(?:founded|established|created|set up|formed) (?:the )?'),
    subject: ACTORS,
    object: BODIES,
  },
  {
    predicate: 'founded',
    between: of('(?:was|were|is) (?:founded|established|created|set up|formed)[\\p{L}\\d\\s]{0,25} by (?:the )?'),
    reversed: true,
    object: ACTORS,
  },
  {
    predicate: 'located in',
    between: of(
      '(?:is|are|was|were|,)?\\s*(?:located|based|headquartered|situated|active|operating|operates?|present|in charge of \\p{Ll}+) (?:in|near|at) (?:the )?(?:\\p{Ll}+ )?',
    ),
    object: PLACES,
  },
  {
    predicate: 'located in',
    between: of(
      '(?:province|district|region|city|town|village)?\\s*(?:of|in|,) (?:northern |southern |eastern |western )?',
    ),
    subject: PLACES,
    object: PLACES,
  },
  {
    predicate: 'negotiated with',
    between: of('(?:has |have )?(?:negotiated|signed|reached|struck) [\\p{L}\\s]{0,30} with (?:the )?'),
    subject: ACTORS,
  },
  {
    predicate: 'linked to',
    between: of(`${LINK}(?:links? between|linked to|ties to|connected to|link(?:s|ed)? with) (?:the )?`),
  },
];
const LONGEST = 80;

/** Relations that claims state between neighbouring mentions, each once per pair and predicate. */
export function findRelations(
  text: string,
  claims: readonly ExtractedClaim[],
  entities: readonly ExtractedEntity[],
  mentions: SpanIndex<ExtractedMention>,
): ExtractedRelation[] {
  const relations: ExtractedRelation[] = [];
  const seen = new Set<string>();
  claims.forEach((claim, index) => {
    const inside = mentions.within(claim).map(({ item }) => item);
    for (let i = 0; i < inside.length; i++) {
      for (let j = i + 1; j < Math.min(inside.length, i + 4); j++) {
        const one = inside[i] as ExtractedMention;
        const two = inside[j] as ExtractedMention;
        if (one.entity === two.entity || two.start < one.end || two.start - one.end > LONGEST) continue;
        const pattern = match(text.slice(one.end, two.start), entities[one.entity]?.type, entities[two.entity]?.type);
        if (!pattern) continue;
        const [subject, object] = pattern.reversed ? [two.entity, one.entity] : [one.entity, two.entity];
        const key = `${subject} ${pattern.predicate} ${object}`;
        if (seen.has(key)) continue;
        seen.add(key);
        const score = Math.round(claim.score * 0.8 * 100) / 100;
        relations.push({
          subject,
          predicate: pattern.predicate,
          object,
          claim: index,
          origin: 'rule:relations',
          score,
        });
      }
    }
  });
  return relations;
}

function match(words: string, first: EntityType | undefined, second: EntityType | undefined): Pattern | undefined {
  const between = words.replace(/\s+/g, ' ').replace(/^['’]s\b/, '');
  return PATTERNS.find((p) => {
    const [subject, object] = p.reversed ? [second, first] : [first, second];
    if (p.subject && !(subject && p.subject.includes(subject))) return false;
    if (p.object && !(object && p.object.includes(object))) return false;
    return p.between.test(between);
  });
}
