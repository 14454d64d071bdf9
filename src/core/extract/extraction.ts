import type { KnownEntity } from '../corpus/knownEntity.ts';
import type { SourceCard } from '../model/sourceCard.ts';
import type {
  AliasKind,
  ClaimKind,
  EntityType,
  EntityTypeKey,
  FigureOperator,
  MentionForm,
  Modality,
  Polarity,
  Voice,
} from '../model/types.ts';
import type { Span } from '../text/span.ts';

/** What the extractor is given. */
export interface ExtractionRequest {
  /** LF-normalised text without byte order mark. */
  readonly text: string;
  /** The known date of the article, `YYYY-MM-DD`. */
  readonly published?: string;
  /** Entities that people decided on in other articles. */
  readonly known?: readonly KnownEntity[];
}

/** Why a record is there: `rule:<name>` or `model:<name>`, and how sure the maker is, 0 to 1. */
export interface Provenance {
  readonly origin: string;
  readonly score: number;
}

export type ZoneKind = 'headline' | 'heading' | 'body' | 'furniture';

/** A stretch of the text with one role; zones do not overlap and come in document order. */
export interface Zone extends Span, Provenance {
  readonly kind: ZoneKind;
}

/** The day that relative dates count from; `value` is null when neither given nor found in the text. */
export interface ReferenceDate {
  readonly value: string | null;
  readonly basis: string;
  readonly confidence: number;
  /** `MM-DD`, where the dateline names its day without a year and nothing tells more. */
  readonly monthDay?: string;
}

export interface ExtractedAlias {
  readonly name: string;
  readonly kind: AliasKind;
}

/** Mentions, quotations and claims refer to an entity by its index in {@link Extraction.entities}. */
export interface ExtractedEntity extends Provenance {
  readonly type: EntityType;
  /**
   * The name to list it under, without article, title and possessive: of a person the fullest regular form, of others
   * the fuller one too, unless a shorter form (often an acronym) dominates the text.
   */
  readonly name: string;
  /** Other names and nominals, without `name` itself, each once, in order of appearance. */
  readonly aliases: readonly ExtractedAlias[];
  /** For identifiers: the normalised value (an address, a phone number in E.164, coordinates). */
  readonly value?: string;
}

/** An entity that the extraction found, or one that people decided on in another article. */
export interface ListedEntity extends Omit<ExtractedEntity, 'type'> {
  /** Of a known entity: the id that it has in the registry. */
  readonly id?: string;
  readonly type: EntityTypeKey;
}

export interface ExtractedMention extends Span, Provenance {
  readonly entity: number;
  readonly form: MentionForm;
}

/** A number that counts or measures, with its unit and bound word inside the span ("at least 60"). */
export interface ExtractedFigure extends Span, Provenance {
  readonly op: FigureOperator;
  readonly value: number;
  /** The upper end; only where `op` is `range`. */
  readonly max?: number;
  /** `person`, an ISO 4217 code, `percent`, or the unit or noun as a singular word. */
  readonly unit: string | null;
  /** What is counted or measured, in words: "killed", "fighters". */
  readonly what: string | null;
  readonly kind: 'quantity' | 'money' | 'percent';
}

/** One end of a range: its words, and its TIMEX3 value where that is known. */
export interface TimeEnd extends Span {
  readonly timex: string | null;
}

export interface ExtractedTime extends Span, Provenance {
  /** EDTF value, or null when it stays unresolved. */
  readonly edtf: string | null;
  /** TIMEX3 value ("2021-08-26", "P3D", "PRESENT_REF"), or null when it stays unresolved. */
  readonly timex: string | null;
  readonly kind: 'date' | 'time' | 'duration' | 'set';
  /** The two ends where words join them to a range ("from 1967 to 1995"). */
  readonly ends?: readonly [TimeEnd, TimeEnd];
  /** `absolute`, or `relative to ...`. */
  readonly basis: string;
}

/** Words that the text puts into somebody's mouth. `span` is inside the marks for direct speech. */
export interface ExtractedQuotation extends Span, Provenance {
  /** The pieces of an interrupted quotation, in document order; only where there are two or more. */
  readonly parts?: readonly Span[];
  /** The words in marks within reported speech, in document order, without their marks; only where there are any. */
  readonly fragments?: readonly Span[];
  readonly kind: 'direct' | 'indirect' | 'mixed' | 'scare';
  /** The full source phrase, with titles and apposition. */
  readonly speaker: Span | null;
  readonly cue: Span | null;
  readonly entity: number | null;
}

/** One checkable (or, by `kind`, uncheckable) assertion. */
export interface ExtractedClaim extends Span, Provenance {
  readonly parts?: readonly Span[];
  /** A plain restatement that stands alone. */
  readonly text: string;
  readonly voice: Voice;
  /** Who says it; null is the article itself or, with `sourceAt`, somebody who is no listed entity. */
  readonly source: number | null;
  readonly sourceAt: Span | null;
  readonly cue: Span | null;
  /** From the nearest to the article to the origin, the article left out; entity indices or words of the text. */
  readonly chain: readonly (number | string)[];
  readonly hedge: string | null;
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly kind: ClaimKind;
  readonly checkworthy: boolean;
  readonly topic: string | null;
  readonly subject: number | null;
  /** Every entity that the claim mentions, the subject first. */
  readonly entities: readonly number[];
  /** Indices into {@link Extraction.figures} and {@link Extraction.times}. */
  readonly figures: readonly number[];
  readonly times: readonly number[];
}

export interface ExtractedRelation extends Provenance {
  readonly subject: number;
  readonly predicate: string;
  readonly object: number;
  /** Index of the claim that states it. */
  readonly claim: number | null;
}

/** Everything the machine suggests for one text. Plain data: it crosses the worker's boundary as it is. */
export interface Extraction {
  /** ISO 639-1, or `und`. */
  readonly language: string;
  readonly referenceDate: ReferenceDate;
  /** What the text says of its own source. */
  readonly card: SourceCard;
  readonly zones: readonly Zone[];
  readonly entities: readonly ListedEntity[];
  /** In document order. */
  readonly mentions: readonly ExtractedMention[];
  readonly figures: readonly ExtractedFigure[];
  readonly times: readonly ExtractedTime[];
  readonly quotations: readonly ExtractedQuotation[];
  readonly claims: readonly ExtractedClaim[];
  readonly relations: readonly ExtractedRelation[];
  /** Sentences for the status: why a text yields little, what was left out. */
  readonly notices: readonly string[];
}
