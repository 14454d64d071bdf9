import type { Span } from '../text/span.ts';
import type { StoredAnchors, StoredSelector } from './selectors.ts';
import type {
  AliasKind,
  ClaimKind,
  EntityTypeKey,
  EvidenceKind,
  FigureOperator,
  MentionForm,
  Modality,
  Polarity,
  RecordState,
  Stance,
  VerdictKey,
  Voice,
} from './types.ts';

/** Unknown JSON fields of an object (`own`) and of the objects below it (`below`, by key or index). */
export interface Extra {
  readonly own?: Readonly<Record<string, unknown>>;
  readonly below?: ReadonlyMap<string, Extra>;
}

/** What somebody remarked on a record. */
export interface Comment {
  readonly text: string;
  /** Author and time (ISO 8601, UTC), where the settings let them be written. */
  readonly by?: string;
  readonly on?: string;
}

/** One side of a conflict: the JSON value of the field (absent where the side had none), who wrote it and when. */
export interface ConflictSide {
  readonly value?: unknown;
  readonly by?: string;
  readonly on?: string;
}

/** A field of a record to which two people gave different values; kept until a person chooses. */
export interface FieldConflict {
  /** The key of the sidecar's record, with dots for fields inside a field: `verdict`, `attribution.source`. */
  readonly field: string;
  readonly ours: ConflictSide;
  readonly theirs: ConflictSide;
  /** On what an entity was merged into: the fields that referred to it before, and the other names that the target had. */
  readonly moved?: MovedFields;
}

/** Fields of records, by the key of the sidecar's record with dots for fields inside a field. */
export type MovedFields = Partial<
  Readonly<Record<RecordKind, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>
>;

/** Who made a record and who decided on it. */
interface Authored {
  readonly id: string;
  readonly state: RecordState;
  /** `rule:<name>`, `model:<name>`, or `person`. */
  readonly origin: string;
  /** How sure the rule or model is, 0 to 1; absent on what a person made. */
  readonly score?: number;
  /** Author and time (ISO 8601, UTC) of the decision, where the settings let them be written. */
  readonly by?: string;
  readonly on?: string;
  readonly note?: string;
  readonly tags?: readonly string[];
  readonly comments?: readonly Comment[];
  /** What a merge could not settle. */
  readonly conflict?: readonly FieldConflict[];
  /** What a newer version or another tool wrote into this record, kept for the next save; opaque. */
  readonly extra?: Extra;
}

/**
 * Where a record stands in the text.
 * `anchored`: on its own words; `changed`: found, but the words differ from `exact`; `orphan`: not found, `spans` is empty.
 */
export interface Place {
  readonly spans: readonly Span[];
  /** The words as last anchored; pieces joined by " … ". */
  readonly exact: string;
  readonly anchor: 'anchored' | 'changed' | 'orphan';
  /** The anchors as they were last good; present where `anchor` is not `anchored`, so that a later text can heal it. */
  readonly stored?: StoredAnchors;
  /** True when a person knows that the words are gone and keeps the record without a place. */
  readonly kept?: boolean;
}

export interface Alias {
  readonly name: string;
  readonly kind: AliasKind;
}

export interface EntityRecord extends Authored {
  readonly type: EntityTypeKey;
  readonly name: string;
  readonly aliases: readonly Alias[];
  readonly value?: string;
  /** Set when a person merged this entity into another; it then has no mentions of its own. */
  readonly mergedInto?: string;
  /** Entities that a person said are not this one; stronger than any similarity. */
  readonly notSameAs?: readonly string[];
}

export interface MentionRecord extends Authored {
  readonly place: Place;
  readonly entity: string;
  readonly form: MentionForm;
}

export interface Attribution {
  readonly voice: Voice;
  /** Entity id, or null: the article itself or, with `sourceAt`, somebody who is no listed entity. */
  readonly source: string | null;
  readonly sourceAt: readonly Span[];
  readonly cueAt: readonly Span[];
  /** From the nearest to the article to the origin; entity ids or words. */
  readonly chain: readonly string[];
}

export interface ClaimFigure {
  readonly at: readonly Span[];
  readonly op: FigureOperator;
  readonly value: number;
  readonly max?: number;
  readonly unit: string | null;
  readonly what: string | null;
}

export interface ClaimTime {
  readonly at: readonly Span[];
  readonly edtf: string | null;
  readonly basis: string;
  readonly confidence: number;
}

export interface ClaimRecord extends Authored {
  readonly place: Place;
  readonly text: string;
  readonly attribution: Attribution;
  readonly kind: ClaimKind;
  readonly modality: Modality;
  readonly polarity: Polarity;
  readonly hedge: string | null;
  readonly topic: string | null;
  readonly entities: readonly string[];
  readonly figures: readonly ClaimFigure[];
  readonly times: readonly ClaimTime[];
  readonly verdict?: VerdictKey;
  /** True when the words under a verdict changed. */
  readonly recheck?: boolean;
  readonly evidence?: readonly Evidence[];
}

/** Something that speaks for or against a claim. */
export interface Evidence {
  readonly kind: EvidenceKind;
  /** An address; or the path of a file or an article from the folder of this one, with slashes. */
  readonly ref: string;
  readonly stance: Stance;
  /** Of a passage: where it stands in the article that `ref` names. */
  readonly selector?: StoredSelector;
  /** Of an address: where a copy is kept, and the day (`YYYY-MM-DD`) on which it was read. */
  readonly archive?: string;
  readonly retrieved?: string;
  readonly note?: string;
}

export interface QuotationRecord extends Authored {
  readonly place: Place;
  readonly kind: 'direct' | 'indirect' | 'mixed' | 'scare';
  readonly speaker: string | null;
  readonly speakerAt: readonly Span[];
  readonly cueAt: readonly Span[];
}

export interface RelationRecord extends Authored {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
  readonly claim: string | null;
}

/** A person's free note on the article or on a passage. */
export interface NoteRecord extends Authored {
  readonly place: Place | null;
  readonly text: string;
}

/** The kinds of record by the key under which the sidecar keeps them. */
export interface RecordOf {
  readonly entities: EntityRecord;
  readonly mentions: MentionRecord;
  readonly claims: ClaimRecord;
  readonly quotations: QuotationRecord;
  readonly relations: RelationRecord;
  readonly notes: NoteRecord;
}

export const RECORD_KINDS = ['entities', 'mentions', 'claims', 'quotations', 'relations', 'notes'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** All records of one article, each kind by id. */
export type Annotations = { readonly [K in RecordKind]: ReadonlyMap<string, RecordOf[K]> };

/** Names one record of an article. */
export interface RecordRef {
  readonly kind: RecordKind;
  readonly id: string;
}

export type AnyRecord = RecordOf[RecordKind];
