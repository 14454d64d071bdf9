import type { Span } from '../../text/span.ts';

export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year' | 'decade' | 'century';
export type Season = 'spring' | 'summer' | 'autumn' | 'winter';

/** What a time expression says by itself, before anything is known of the article's date. */
export type Moment =
  | {
      readonly type: 'date';
      readonly year?: number;
      readonly month?: number;
      readonly day?: number;
      readonly weekday?: number;
      /** last (-1), this (0), next (1). */
      readonly shift?: number;
      /** The year of the article (0), the one before it (-1) or after it (1): "in May last year". */
      readonly inYear?: number;
      readonly clock?: string;
      readonly part?: string;
      readonly approximate?: boolean;
    }
  /** `ago`: counted back from the day, as in "a decade ago" beside "last decade". */
  | {
      readonly type: 'offset';
      readonly unit: Unit;
      readonly count: number;
      readonly part?: string;
      readonly ago?: true;
    }
  /** "two days later", "the same day": counted from something that the text tells elsewhere; `ofDay`: in hours or minutes. */
  | { readonly type: 'anchored'; readonly timex: string | null; readonly ofDay?: boolean }
  /** "the last three years" (-1), "the next two weeks" (1). */
  | { readonly type: 'window'; readonly unit: Unit; readonly count: number; readonly side: number }
  | {
      readonly type: 'section';
      readonly unit: Unit;
      readonly count: number;
      readonly last: boolean;
      readonly of: Moment;
    }
  /** `nearest`: no year is said. */
  | {
      readonly type: 'quarter';
      readonly index: number;
      readonly size: number;
      readonly of: Moment;
      readonly nearest?: boolean;
    }
  /** `nearest`: no year is said. */
  | {
      readonly type: 'season';
      readonly season: Season;
      readonly year?: number;
      readonly shift?: number;
      readonly nearest?: boolean;
    }
  | { readonly type: 'decade'; readonly year: number }
  /** `first`: its first two digits. */
  | { readonly type: 'century'; readonly first: number }
  | { readonly type: 'range'; readonly from: Moment; readonly to: Moment }
  | { readonly type: 'since'; readonly from: Moment }
  | { readonly type: 'until'; readonly to: Moment }
  | { readonly type: 'set'; readonly timex: string }
  | { readonly type: 'duration'; readonly timex: string }
  | { readonly type: 'reference'; readonly timex: 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF' };

/** A time expression with its place; offsets count from the start of the text that was searched. */
export interface TimeExpression extends Span {
  readonly moment: Moment;
  /** The words of the two ends of a range that words join ("from 1967 to 1995"). */
  readonly ends?: readonly [Span, Span];
}
