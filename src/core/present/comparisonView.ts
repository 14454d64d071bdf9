import { compareArticles } from '../corpus/compare/compareArticles.ts';
import type { StandingJudgement } from '../corpus/judgements/overrule.ts';
import { overruleComparison } from '../corpus/judgements/overruleComparison.ts';
import type { Span } from '../text/span.ts';
import { type ComparedSource, type SourceLabel, sourceLabel } from './comparedSource.ts';
import { type ComparisonNetwork, comparisonNetwork } from './comparisonNetwork.ts';
import { type ComparisonRow, comparisonTable } from './comparisonTable.ts';
import { type ComparisonTimeline, comparisonTimeline } from './comparisonTimeline.ts';
import { questionGroups } from './questionGroups.ts';

/** What a page shows of a comparison: plain data without a file name; statements are named by number. */
export interface ShownComparison {
  /** The columns, the source published first before the others. */
  readonly sources: readonly SourceLabel[];
  readonly rows: readonly ComparisonRow[];
  readonly timeline: ComparisonTimeline;
  readonly network: ComparisonNetwork;
}

export interface ComparisonView {
  readonly shown: ShownComparison;
  /** Where each statement stands, by its number. */
  readonly places: readonly ComparedPlace[];
}

/** A passage of an article, with the words that stood there when it was compared. */
export interface ComparedPlace extends Span {
  readonly file: string;
  /** Cut after some 200 UTF-16 units. */
  readonly words: string;
}

/**
 * Compares sources, lets what people judged count, and arranges what comes of it for the views; work as of
 * {@link compareArticles}.
 */
export function comparisonView(
  sources: readonly ComparedSource[],
  judgements: readonly StandingJudgement[] = [],
): ComparisonView {
  const day = ({ article }: ComparedSource) => article.published ?? '9999';
  const ordered = [...sources].sort((a, b) => day(a).localeCompare(day(b)));
  const found = compareArticles(ordered.map(({ article }) => article));
  const comparison = overruleComparison(found, judgements);
  const files = ordered.map(({ article }) => article.file);
  const labels = ordered.map(sourceLabel);
  const rows = comparisonTable(comparison, questionGroups(comparison), files);
  return {
    shown: {
      sources: labels,
      rows,
      timeline: comparisonTimeline(comparison, rows, files),
      network: comparisonNetwork(comparison, files, labels),
    },
    places: comparison.told.map(({ article: { file }, statement: { start, end, words } }) => ({
      file,
      start,
      end,
      words,
    })),
  };
}
