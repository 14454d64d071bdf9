import type { EntityType } from '../../model/types.ts';
import { groupBy } from '../../util/groupBy.ts';

/** Words between two mentions that name a relation between them. */
export interface Pattern {
  readonly predicate: string;
  /** How the words begin of which one must stand between the two mentions, in lower case; none where any words may do. */
  readonly stems: string;
  /** Over the words between two mentions. */
  readonly between: RegExp;
  /** True when the first mention is the object. */
  readonly reversed?: boolean;
  readonly subject?: readonly EntityType[];
  readonly object?: readonly EntityType[];
}

const LINK = '(?:\\p{Ll}+[ ,-]+){0,4}?';
/** The same where what stands before is no verb that leads to somebody else ("met the president of"). */
const POSTED =
  '(?:(?!(?:met|meets|meeting|told|tells|with|and|to|from|by|against|saw|called|accused|urged|asked|invited|joined|that|when|thanked|criticised|criticized|succeeded|replaced|beat|defeated)\\b)\\p{Ll}+[ ,-]+){0,4}?';
/** What stands before a name: "the late Colonel"; not "critics of". */
const TITLES = '(?:(?!of\\b|to\\b|from\\b|and\\b|with\\b)[\\p{L}-]+ ){0,3}';
const of = (source: string) => new RegExp(`^[\\s,]*${source}[\\s]*$`, 'iu');
const ACTORS: readonly EntityType[] = ['person', 'organization', 'group'];
const BODIES: readonly EntityType[] = ['organization', 'group', 'location'];
/** Before a title a group is an adjective: "the British minister" leads no Britons. */
const EMPLOYERS: readonly EntityType[] = ['organization', 'location'];
const PLACES: readonly EntityType[] = ['location'];

/** The first pattern that fits the words between two mentions of one claim names the relation. */
const PATTERNS: readonly Pattern[] = [
  {
    predicate: 'member of',
    stems: 'member fighter militant supporter',
    // not "army personnel and one member of the coast guard"
    between: of(`(?!.*\\b(?:and|one)\\b)${LINK}(?:members?|fighters?|militants?|supporters?) (?:of|from|in) (?:the )?`),
    subject: ['person', 'group', 'organization'],
    object: BODIES,
  },
  {
    predicate: 'leader of',
    stems:
      'leader head chief president chairman chairwoman commander director founder boss emir ruler king prime chancellor governor mayor ceo secretary',
    between: of(
      `${POSTED}(?:leader|head|chief|president|chairman|chairwoman|commander|director|founder|boss|emir|ruler|king|prime minister|chancellor|governor|mayor|CEO|secretary)(?!s\\b)[\\p{L}\\s-]{0,30} (?:of|for) (?:the )?`,
    ),
    subject: ['person'],
    object: BODIES,
  },
  {
    predicate: 'leader of',
    stems: 'lead led head chair run command rule govern',
    between: of(
      '(?:(?:who|now|has|have) ){0,2}(?:leads?|led|heads?|headed|chairs?|chaired|runs|commands?|commanded|rules?|ruled|governs?|governed) (?:the )?',
    ),
    subject: ['person'],
    object: BODIES,
  },
  // "the Harbour Column, commanded by Ann Lee"
  {
    predicate: 'leader of',
    stems: 'led headed commanded chaired run directed ruled governed',
    between: of(
      `(?:which |that )?(?:(?:is|was|are|were|been|has|now) ){0,3}(?:led|headed|commanded|chaired|run|directed|ruled|governed) (?:since \\d{4} )?by (?:the |an? )?${TITLES}`,
    ),
    reversed: true,
    subject: ['person'],
    object: ['organization', 'group'],
  },
  {
    predicate: 'controls',
    stems: 'owned controlled',
    between: of(
      `(?:which |that )?(?:(?:is|was|are|were) )?(?:\\p{Ll}+[ -])?(?:owned|controlled) (?:since \\d{4} )?by (?:the |an? )?${TITLES}`,
    ),
    reversed: true,
    subject: ['person'],
    object: ['organization', 'group'],
  },
  {
    predicate: 'controls',
    stems: 'rule govern',
    between: of('(?:(?:which|that|has|have) ){0,2}(?:rules?|ruled|governs?|governed) (?:the )?'),
    subject: ['organization', 'group'],
    object: PLACES,
  },
  {
    predicate: 'worked for',
    stems: 'resigned retired quit fired sacked dismissed',
    between: of('(?:who )?(?:resigned from|retired from|quit|was (?:fired|sacked|dismissed) (?:by|from)) (?:the )?'),
    subject: ['person'],
    object: ['organization'],
  },
  // "Ann Lee, an Oslo lawyer who represents the villagers"
  {
    predicate: 'works for',
    stems: 'represent',
    between: of(
      '(?:(?:an? |the )?(?:[\\p{L}-]+ ){0,3}(?:lawyer|attorney|solicitor|counsel|advocate) )?(?:who )?represent(?:s|ed|ing) (?:the )?',
    ),
    subject: ['person'],
    object: [...ACTORS, 'location'],
  },
  {
    predicate: 'member of',
    stems: 'joined',
    between: of('(?:(?:which|who|has|have|had) ){0,2}joined (?:the )?'),
    subject: ['person', 'group'],
    object: ['organization', 'group'],
  },
  {
    predicate: 'works for',
    stems: 'work teach stud lectur',
    between: of('(?:who )?(?:works|worked|teaches|studies|lectures)(?: \\p{Ll}+){0,4} (?:at|for) (?:the )?'),
    subject: ['person'],
    object: ['organization'],
  },
  {
    predicate: 'works for',
    stems:
      'correspondent analyst researcher reporter journalist spokes professor editor employee expert scientist doctor lawyer officer',
    between: of(
      `${LINK}(?:correspondent|analyst|researcher|reporter|journalist|spokes\\p{L}+|professor|editor|employee|expert|scientist|doctor|lawyer|officer)[\\p{L}\\s-]{0,30} (?:of|for|at|with) (?:the )?`,
    ),
    subject: ['person'],
    object: BODIES,
  },
  {
    predicate: 'part of',
    stems: 'part branch offshoot affiliate wing arm subsidiary province region district division',
    between: of(
      `(?:is|are|was|were|as|,)?\\s*(?:in turn )?(?:an? )?${LINK}(?:part|branch|offshoot|affiliate|wing|arm|subsidiary|province|region|district|affiliated|division) (?:of|with) (?:an?|the|global|self-styled| )*(?:\\p{Lu}\\p{Ll}+ )?`,
    ),
    object: BODIES,
  },
  {
    predicate: 'ally of',
    stems: 'ally allies allied linked associated partner protector',
    between: of(
      `(?:is|are|was|were|,)?\\s*(?:an? |the |now )?(?:closely )?(?:all(?:y|ies|ied)|linked|associated|partners?|protectors?|allies and protectors)\\s(?:of|to|with) (?:the )?`,
    ),
    subject: ACTORS,
    object: BODIES,
  },
  {
    predicate: 'enemy of',
    stems: 'enem opponent rival opposed foe',
    between: of(`${LINK}(?:enem(?:y|ies)|opponents?|rivals?|opposed|foes?) (?:of|to|by) (?:the )?`),
    subject: ACTORS,
    object: BODIES,
  },
  {
    predicate: 'at odds with',
    stems: 'difference dispute clash tension conflict',
    between: of(
      '(?:has|have|had|in) (?:\\p{Ll}+ ){0,3}(?:differences|disputes?|clash(?:es)?|tensions?|conflict) (?:with|against) (?:the )?',
    ),
    subject: ACTORS,
    object: BODIES,
  },
  {
    predicate: 'fought',
    stems: 'fought fight battled clashed defeated oppose hunted',
    between: of('(?:fought|fights?|battled|clashed with|defeated|opposes?|hunted) (?:against )?(?:the )?'),
    subject: ACTORS,
    object: ACTORS,
  },
  {
    predicate: 'accuses',
    stems: 'accus blam',
    between: of('(?:has |have )?(?:accus(?:es|ed|ing)|blam(?:es|ed|ing)) (?:the )?'),
    subject: ACTORS,
  },
  {
    predicate: 'attacked',
    stems: 'attacked bombed struck hit raided targeted shelled invaded',
    between: of('(?:has |have )?(?:attacked|bombed|struck|hit|raided|targeted|shelled|invaded) (?:the )?'),
    subject: ACTORS,
  },
  {
    predicate: 'attacked',
    stems: 'attacked bombed struck hit raided targeted invaded defeated',
    between: of(
      '(?:was|were) (?:\\p{Ll}+ )?(?:attacked|bombed|struck|hit|raided|targeted|invaded|defeated)[\\p{Ll}\\s]{0,30} by (?:the )?',
    ),
    reversed: true,
    object: ACTORS,
  },
  {
    predicate: 'captured',
    stems: 'captured seized conquered took control occup',
    between: of(
      '(?:has |have )?(?:captured|seized|conquered|took over|took|controls?|occup(?:y|ies|ied)) (?:the )?(?:\\p{Ll}+ of )?',
    ),
    subject: ACTORS,
    object: PLACES,
  },
  {
    predicate: 'founded',
    stems: 'founded established created set formed',
    between: of('(?:founded|established|created|set up|formed) (?:the )?'),
    subject: ACTORS,
    object: BODIES,
  },
  {
    predicate: 'founded',
    stems: 'founded established created set formed',
    between: of(
      '(?:was|were|is) (?:founded|established|created|set up|formed)[\\p{L}\\d\\s]{0,25} by (?:the )?(?:late )?(?:(?!of\\b|to\\b|from\\b|and\\b|with\\b)\\p{L}+ ){0,2}',
    ),
    reversed: true,
    object: ACTORS,
  },
  {
    predicate: 'located in',
    stems:
      'located based headquartered situated active operat present charge custody prison jail exile detained jailed held liv',
    between: of(
      '(?:is|are|was|were|,)?\\s*(?:being )?(?:located|based|headquartered|situated|active|operating|operates?|present|in charge of \\p{Ll}+|in custody|in prison|in jail|in exile|detained|jailed|held|lives|living|lived) (?:in|near|at) (?:the )?(?:\\p{Ll}+ )?',
    ),
    object: PLACES,
  },
  {
    predicate: 'located in',
    stems: '',
    between: of(
      '(?:province|district|region|city|town|village)?\\s*(?:of|in|,) (?:the )?(?:northern |southern |eastern |western )?',
    ),
    subject: PLACES,
    object: PLACES,
  },
  {
    predicate: 'negotiated with',
    stems: 'negotiated signed reached struck',
    between: of('(?:has |have )?(?:negotiated|signed|reached|struck) [\\p{L}\\s]{0,30} with (?:the )?'),
    subject: ACTORS,
  },
  {
    predicate: 'linked to',
    stems: 'link ties connected',
    between: of(`${LINK}(?:links? between|linked to|ties to|connected to|link(?:s|ed)? with) (?:the )?`),
  },
  {
    predicate: 'located in',
    stems: 'operat active fighting formed confined founded present',
    between: of(
      '(?:(?:was|were|is|are) (?:\\p{Ll}+ )?)?(?:operat(?:es|ing|ed)|active|fighting|formed|confined|founded|present) (?:in|to|around) (?:the )?(?:\\p{Ll}+ )?',
    ),
    object: PLACES,
  },
  {
    predicate: 'fought',
    stems: 'clash battle fight fought war combat',
    between: of(
      '(?:\\p{Ll}+ ){0,4}(?:clash(?:es|ed)?|battles?|fight(?:s|ing)?|fought|war|combat) (?:with|against) (?:the )?',
    ),
    subject: ACTORS,
    object: BODIES,
  },
  {
    predicate: 'accuses',
    stems: 'denounce criticis criticiz condemn',
    between: of('(?:has |have |had )?(?:denounce[sd]?|criticis\\p{Ll}+|criticiz\\p{Ll}+|condemn(?:s|ed)?) (?:the )?'),
    subject: ACTORS,
  },
  {
    predicate: 'linked to',
    stems: 'linked tied connected',
    between: of('(?:\\p{Ll}+ ){0,3}(?:linked|tied|connected) to (?:the )?'),
  },
  {
    predicate: 'threatens',
    stems: 'threat challenge danger risk',
    between: of('(?:\\p{Ll}+ ){0,3}(?:threat|challenge|danger|risk) (?:to|for) (?:the )?(?:\\p{Ll}+ ){0,2}'),
    subject: ACTORS,
  },
  {
    predicate: 'released',
    stems: 'released freed',
    between: of('(?:has |have )?(?:released|freed) (?:[\\p{L}]+ ){0,5}from (?:the )?'),
    subject: ACTORS,
  },
  {
    predicate: 'in charge of',
    stems: 'charge',
    between: of('(?:is|was|,)? ?(?:now )?in charge of (?:\\p{Ll}+ ){0,2}(?:in )?(?:the )?'),
    subject: ACTORS,
  },
  {
    predicate: 'works for',
    stems:
      'correspondent analyst researcher reporter journalist spokes editor expert scientist lawyer officer official',
    between: of(
      '(?:\\p{L}+ ){0,3}(?:correspondent|analyst|researcher|reporter|journalist|spokes\\p{L}+|editor|expert|scientist|lawyer|officer|official)',
    ),
    reversed: true,
    subject: ['person'],
    object: ['organization'],
  },
  // an Oslo scientist works for somebody there
  {
    predicate: 'works for',
    stems: 'spokes officer official',
    between: of('(?:\\p{L}+ ){0,3}(?:spokes\\p{L}+|officer|official)'),
    reversed: true,
    subject: ['person'],
    object: PLACES,
  },
  {
    predicate: 'leader of',
    stems: 'president prime chancellor king queen premier leader chief commander governor mayor director minister',
    between: of(
      '(?:\\p{L}+ ){0,2}(?:president|prime minister|chancellor|king|queen|premier|leader|chief|commander|governor|mayor|director|minister)\\.?',
    ),
    reversed: true,
    subject: ['person'],
    object: EMPLOYERS,
  },
  {
    predicate: 'controls',
    stems: 'under',
    between: of('(?:is|are|was|were) (?:\\p{Ll}+ )?under (?:the )?'),
    reversed: true,
    object: PLACES,
  },
  {
    predicate: 'claimed responsibility for',
    stems: 'responsibility',
    between: of(
      '(?:has |have )?(?:claimed|claiming|admitted) responsibility for (?:the )?(?:\\p{Ll}+ ){0,2}(?:on |in |at )?(?:the )?',
    ),
    subject: ACTORS,
  },
];

const STEM_KEY = 3;
const ALWAYS = PATTERNS.flatMap(({ stems }, i) => (stems === '' ? [i] : []));
/** Stems by their first letters, each with the place of a pattern that asks for it. */
const STEMS = groupBy(
  PATTERNS.flatMap(({ stems }, at) => (stems === '' ? [] : stems.split(' ').map((stem) => ({ stem, at })))),
  ({ stem }) => stem.slice(0, STEM_KEY),
);

/** Those of {@link PATTERNS} that have a word of their own in `between`, in their order: nearly always only few. */
export function patternsFor(between: string): Pattern[] {
  const found = new Set(ALWAYS);
  for (const word of between.toLowerCase().split(/[\s,-]+/)) {
    for (const { stem, at } of STEMS.get(word.slice(0, STEM_KEY)) ?? []) if (word.startsWith(stem)) found.add(at);
  }
  return [...found].sort((a, b) => a - b).map((at) => PATTERNS[at] as Pattern);
}
