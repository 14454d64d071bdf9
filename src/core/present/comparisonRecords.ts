import type { SourceLabel } from './comparedSource.ts';
import type { ComparisonCell, ComparisonRow } from './comparisonTable.ts';
import type { ShownComparison } from './comparisonView.ts';

/** The table of a comparison as lines for a spreadsheet, its head first; @param chosen numbers of rows, in the order wanted. */
export function comparisonRecords({ sources, rows }: ShownComparison, chosen: readonly number[]): string[][] {
  const head = [
    'Question',
    'Subject',
    'Relation',
    'Agree',
    'Origins',
    'Differ',
    ...sources.map(sourceWords),
    'Reasons',
  ];
  const lines = chosen.flatMap((at) => {
    const row = rows[at];
    return row ? [lineOf(row)] : [];
  });
  return [head, ...lines];
}

function lineOf({ question, about, relation, agree, origins, differ, cells, reasons }: ComparisonRow): string[] {
  return [
    question,
    about.join(', '),
    relation,
    ...[agree, origins, differ].map(String),
    ...cells.map((values) =>
      values.map((cell) => [cell.words, cellRemarks(cell)].filter(Boolean).join(' ')).join('; '),
    ),
    reasons.join(' '),
  ];
}

/** "Il Post, 2021-08-30: The title". */
export function sourceWords({ title, publisher, published }: SourceLabel): string {
  const facts = [publisher, published].filter(Boolean).join(', ');
  return facts ? `${facts}: ${title}` : title;
}

/** "(as of 2021-08-26, says ISPI via UN, a part)", or nothing. */
export function cellRemarks({ asOf, saidBy, scope }: ComparisonCell): string {
  const facts = [asOf && `as of ${asOf}`, saidBy.length > 0 && `says ${[...saidBy].reverse().join(' via ')}`, ...scope];
  const words = facts.filter(Boolean).join(', ');
  return words && `(${words})`;
}
