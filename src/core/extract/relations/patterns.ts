import type { EntityType } from '../../model/types.ts';

/** Words between two mentions that name a relation between them. */
export interface Pattern {
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
export const PATTERNS: readonly Pattern[] = [
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
      '(?:province|district|region|city|town|village)?\\s*(?:of|in|,) (?:the )?(?:northern |southern |eastern |western )?',
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
  {
    predicate: 'located in',
    between: of(
      '(?:(?:was|were|is|are) (?:\\p{Ll}+ )?)?(?:operat(?:es|ing|ed)|active|fighting|formed|confined|founded|born|present) (?:in|to|around) (?:the )?(?:\\p{Ll}+ )?',
    ),
    object: PLACES,
  },
  {
    predicate: 'fought',
    between: of(
      '(?:\\p{Ll}+ ){0,4}(?:clash(?:es|ed)?|battles?|fight(?:s|ing)?|fought|war|combat) (?:with|against) (?:the )?',
    ),
    subject: ACTORS,
    object: BODIES,
  },
  {
    predicate: 'accuses',
    between: of('(?:has |have |had )?(?:denounce[sd]?|criticis\\p{Ll}+|criticiz\\p{Ll}+|condemn(?:s|ed)?) (?:the )?'),
    subject: ACTORS,
  },
  {
    predicate: 'linked to',
    between: of('(?:\\p{Ll}+ ){0,3}(?:linked|tied|connected) to (?:the )?'),
  },
  {
    predicate: 'threatens',
    between: of('(?:\\p{Ll}+ ){0,3}(?:threat|challenge|danger|risk) (?:to|for) (?:the )?(?:\\p{Ll}+ ){0,2}'),
    subject: ACTORS,
  },
  {
    predicate: 'released',
    between: of('(?:has |have )?(?:released|freed) (?:[\\p{L}]+ ){0,5}from (?:the )?'),
    subject: ACTORS,
  },
  {
    predicate: 'in charge of',
    between: of('(?:is|was|,)? ?(?:now )?in charge of (?:\\p{Ll}+ ){0,2}(?:in )?(?:the )?'),
    subject: ACTORS,
  },
  {
    predicate: 'works for',
    between: of(
      '(?:\\p{L}+ ){0,3}(?:correspondent|analyst|researcher|reporter|journalist|spokes\\p{L}+|editor|expert|scientist|lawyer|officer|official)',
    ),
    reversed: true,
    subject: ['person'],
    object: BODIES,
  },
  {
    predicate: 'leader of',
    between: of(
      '(?:\\p{L}+ ){0,2}(?:president|prime minister|chancellor|king|queen|premier|leader|chief|commander|governor|mayor|director|minister)\\.?',
    ),
    reversed: true,
    subject: ['person'],
    object: BODIES,
  },
  {
    predicate: 'controls',
    between: of('(?:is|are|was|were) (?:\\p{Ll}+ )?under (?:the )?'),
    reversed: true,
    object: PLACES,
  },
  {
    predicate: 'claimed responsibility for',
    between: of(
      '(?:has |have )?(?:claimed|claiming|admitted) responsibility for (?:the )?(?:\\p{Ll}+ ){0,2}(?:on |in |at )?(?:the )?',
    ),
    subject: ACTORS,
  },
];
