import type { Span } from '../text/span.ts';
import type { StoredAnchors } from './selectors.ts';
import type {
  AliasKind,
  ClaimKind,
  EntityType,
  FigureOperator,
  MentionForm,
  Modality,
  Polarity,
  RecordState,
  Verdict,
  Voice,
} from './types.ts';

/** Unknown JSON fields of an object (`own`) and of the objects below it (`below`, by key or index). */
export interface Extra {
  readonly own?: Readonly<Record<string, unknown>>;
  readonly below?: ReadonlyMap<string, Extra>;
}

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
}

export interface Alias {
  readonly name: string;
  readonly kind: AliasKind;
}

export interface EntityRecord extends Authored {
  readonly type: EntityType;
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
  readonly verdict?: Verdict;
  /** True when the words under a verdict changed. */
  readonly recheck?: boolean;
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
