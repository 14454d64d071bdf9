/** What an entity is. Weapons and vehicles are products unless they are surely weapons. */
export const ENTITY_TYPES = [
  'person',
  'organization',
  'location',
  'group',
  'event',
  'work',
  'product',
  'weapon',
  'identifier',
  'other',
] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** A type of a record: one of the above, or a person's own, by the key that the codebook gives it. */
export type EntityTypeKey = EntityType | (string & {});

export const isKnownType = (type: EntityTypeKey): type is EntityType => ENTITY_TYPES.some((known) => known === type);

/** How a mention refers: by name, by a noun phrase ("the group") or by a pronoun. */
export const MENTION_FORMS = ['name', 'nominal', 'pronoun'] as const;
export type MentionForm = (typeof MENTION_FORMS)[number];

export const ALIAS_KINDS = ['name', 'acronym', 'variant', 'translation', 'nominal'] as const;
export type AliasKind = (typeof ALIAS_KINDS)[number];

/** Whose words a claim is in: the article's own, a quotation, reported speech, or reported with quoted pieces. */
export const VOICES = ['outlet', 'direct', 'indirect', 'mixed'] as const;
export type Voice = (typeof VOICES)[number];

export const CLAIM_KINDS = [
  'fact',
  'evaluation',
  'prediction',
  'opinion',
  'promise',
  'threat',
  'demand',
  'intention',
  'attitude',
  'question',
] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

export const MODALITIES = ['asserted', 'possible', 'probable', 'necessary', 'conditional', 'reported'] as const;
export type Modality = (typeof MODALITIES)[number];

export const POLARITIES = ['affirmed', 'negated'] as const;
export type Polarity = (typeof POLARITIES)[number];

export const FIGURE_OPERATORS = ['=', '>=', '>', '<=', '<', '~', 'range'] as const;
export type FigureOperator = (typeof FIGURE_OPERATORS)[number];

export const VERDICTS = ['supported', 'refuted', 'disputed', 'outdated', 'misleading', 'unverifiable'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A verdict of a record: one of the above, or a person's own, by the key that the codebook gives it. */
export type VerdictKey = Verdict | (string & {});

export const EVIDENCE_KINDS = ['passage', 'url', 'file'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Whether evidence speaks for the claim or against it. */
export const STANCES = ['for', 'against'] as const;
export type Stance = (typeof STANCES)[number];

/** A suggestion is the machine's; every other state is a person's decision. */
export const RECORD_STATES = ['suggested', 'accepted', 'rejected', 'edited', 'added'] as const;
export type RecordState = (typeof RECORD_STATES)[number];
