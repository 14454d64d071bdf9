import type { Comparison } from '../corpus/compare/compareArticles.ts';
import type { Told } from '../corpus/compare/compared.ts';
import { daysOf } from '../corpus/compare/interval.ts';
import { familyOf } from '../corpus/statements/questions.ts';
import { addTo, groupBy } from '../util/groupBy.ts';
import { bounded } from './comparedSource.ts';
import type { ComparisonRow } from './comparisonTable.ts';

/** Something that the sources date. */
export interface TimelineEvent {
  /** Who or what, and what happened, as far as it is known. */
  readonly label: string;
  readonly edtf: string;
  /** Days since 1970-01-01 (UTC), both within. */
  readonly from: number;
  readonly to: number;
  /** Columns of the sources that say so, each once. */
  readonly sources: readonly number[];
  /** Places of the passages. */
  readonly statements: readonly number[];
}

/** What one source said on a question, on the day that it was published. */
export interface TimelinePoint {
  readonly source: number;
  /** Days since 1970-01-01 (UTC); null where the day of the source is not known. */
  readonly day: number | null;
  readonly words: string;
  readonly statement: number;
}

export interface TimelineQuestion {
  readonly question: string;
  readonly about: readonly string[];
  readonly relation: ComparisonRow['relation'];
  /** By day, those of unknown day last. */
  readonly points: readonly TimelinePoint[];
}

export interface ComparisonTimeline {
  /** By their first days. */
  readonly happened: readonly TimelineEvent[];
  /** What was said when: the questions in the order of the table. */
  readonly said: readonly TimelineQuestion[];
  /** How much is left out so that the picture can be read. */
  readonly leftOut: { readonly events: number; readonly questions: number };
}

const MOST_EVENTS = 60;
const MOST_QUESTIONS = 24;
const MOST_POINTS = 40;
const LONGEST = 60;
/** Days beyond these (year 1 to 9999) are misread. */
const [FIRST_DAY, LAST_DAY] = [-719_162, 2_932_896];

/** @param files the sources, in the order of the columns. @param rows the table of the same comparison. */
export function comparisonTimeline(
  { told }: Comparison,
  rows: readonly ComparisonRow[],
  files: readonly string[],
): ComparisonTimeline {
  const columnOf = new Map(files.map((file, column) => [file, column]));
  const column = ({ article }: Told) => columnOf.get(article.file) as number;
  const dayOf = files.map((): number | null => null);
  for (const one of told) dayOf[column(one)] = daysOf(one.article.published ?? '')?.[0] ?? null;
  const events = eventsOf(told, column);
  const questions = rows
    .map(({ question, about, relation, cells }): TimelineQuestion => {
      const points = cells.flatMap((values, source) => {
        const day = dayOf[source] ?? null;
        return values.map(({ words, statement }) => ({ source, day, words: bounded(words, LONGEST), statement }));
      });
      return {
        question,
        about,
        relation,
        points: points.sort((a, b) => late(a.day) - late(b.day)).slice(0, MOST_POINTS),
      };
    })
    .filter(({ points }) => points.length > 1);
  return {
    happened: strongest(events),
    said: questions.slice(0, MOST_QUESTIONS),
    leftOut: {
      events: Math.max(0, events.length - MOST_EVENTS),
      questions: Math.max(0, questions.length - MOST_QUESTIONS),
    },
  };
}

const late = (day: number | null) => day ?? Number.MAX_SAFE_INTEGER;

/** One event for all that date the same thing to the same time. */
function eventsOf(told: readonly Told[], column: (told: Told) => number): TimelineEvent[] {
  const byEvent = new Map<string, { readonly at: number; readonly label: string }[]>();
  told.forEach(({ article, statement }, at) => {
    if (statement.kind !== 'date' || statement.edtf === null) return;
    // A question that is not of the table is the stem of a word: it does not say what happened.
    if (familyOf(statement.question) === statement.question) return;
    const subject = article.entities[statement.entities[0] ?? -1];
    const label = [subject && bounded(subject, LONGEST), statement.question].filter(Boolean).join(': ');
    // Two subjects of one question on one day are one event told in two ways as often as not.
    addTo(byEvent, `${statement.question}\n${statement.edtf}`, { at, label });
  });
  return [...byEvent.values()].flatMap((ones) => {
    const at = (ones[0] as { at: number }).at;
    const edtf = told[at]?.statement.edtf ?? '';
    const days = daysOf(edtf);
    if (!days) return [];
    const [from, to] = [Math.max(days[0], FIRST_DAY), Math.min(days[1], LAST_DAY)];
    const [open, closed] = [days[0] === -Infinity ? to : from, days[1] === Infinity ? from : to];
    const [label] = [...groupBy(ones, (one) => one.label)].sort(([, a], [, b]) => b.length - a.length)[0] as [
      string,
      unknown,
    ];
    const sources = [...new Set(ones.map((one) => column(told[one.at] as Told)))];
    return [
      {
        label: label || bounded(told[at]?.statement.words ?? '', LONGEST),
        edtf,
        from: open,
        to: closed,
        sources,
        statements: ones.map((one) => one.at),
      },
    ];
  });
}

/** Those that most sources tell, by their first days. */
function strongest(events: readonly TimelineEvent[]): TimelineEvent[] {
  return [...events]
    .sort((a, b) => b.sources.length - a.sources.length || b.statements.length - a.statements.length)
    .slice(0, MOST_EVENTS)
    .sort((a, b) => a.from - b.from || a.to - b.to);
}
