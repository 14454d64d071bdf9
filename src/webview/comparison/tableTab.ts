import {
  type CellComponent,
  type ColumnDefinition,
  FilterModule,
  FormatModule,
  FrozenColumnsModule,
  InteractionModule,
  ResizeColumnsModule,
  ResizeTableModule,
  type RowComponent,
  SortModule,
  Tabulator,
} from 'tabulator-tables';
import { passesComparison } from '../../core/present/comparisonFilter.ts';
import { cellRemarks, sourceWords } from '../../core/present/comparisonRecords.ts';
import type { ComparisonCell, ComparisonRow } from '../../core/present/comparisonTable.ts';
import type { ShownComparison } from '../../core/present/comparisonView.ts';
import { element } from './dom.ts';
import { GridKeys } from './gridKeys.ts';
import type { PageState } from './pageState.ts';
import type { Passages } from './passages.ts';
import { RELATION_SIGNS } from './relationSigns.ts';

Tabulator.registerModule([
  FilterModule,
  FormatModule,
  FrozenColumnsModule,
  InteractionModule,
  ResizeColumnsModule,
  ResizeTableModule,
  SortModule,
]);

interface GridRow {
  /** Number of the row in the comparison: the order from the worst to the best. */
  readonly id: number;
  readonly row: ComparisonRow;
}

export interface TableTabOptions {
  readonly state: () => PageState;
  readonly keep: (change: Partial<PageState>) => void;
  readonly open: (statement: number) => void;
  readonly passages: Passages;
  /** Says how many rows are shown. */
  readonly count: (shown: number, all: number) => void;
}

/** The questions by sources, as a grid. */
export class TableTab {
  readonly element = element('div', { class: 'grid' });
  readonly #options: TableTabOptions;
  #table: Tabulator | null = null;
  #columns = '';
  #rows: readonly GridRow[] = [];

  constructor(options: TableTabOptions) {
    this.#options = options;
  }

  /** Shows a comparison; where the sources are the same, the place in the grid is kept. */
  show({ sources, rows }: ShownComparison): void {
    this.#rows = rows.map((row, id) => ({ id, row }));
    const columns = JSON.stringify(sources);
    if (this.#table && columns === this.#columns) {
      void this.#table.replaceData([...this.#rows]).then(() => this.filter());
      return;
    }
    this.#columns = columns;
    this.#build(sources.map(sourceWords));
  }

  filter(): void {
    const { filter } = this.#options.state();
    this.#table?.setFilter((data: GridRow) => passesComparison(data.row, filter));
    this.#options.count(this.shownRows().length, this.#rows.length);
  }

  /** Numbers of the rows that are shown, in their order. */
  shownRows(): number[] {
    const all = (this.#table?.getRows('active') ?? []) as RowComponent[];
    return all.map((row) => (row.getData() as GridRow).id);
  }

  #build(sources: readonly string[]): void {
    const { state, keep } = this.#options;
    const { sort, scroll } = state();
    this.#table?.destroy();
    const inner = element('div', {});
    this.element.replaceChildren(inner);
    const table = new Tabulator(inner, {
      data: [...this.#rows],
      columns: columnsOf(sources, (cell) => this.#cell(cell)),
      height: '100%',
      layout: 'fitColumns',
      columnDefaults: { vertAlign: 'top', variableHeight: true, resizable: 'header', headerSort: false },
      ...(sort ? { initialSort: [{ column: sort.column, dir: sort.direction }] } : {}),
      headerSortElement: '<span class="arrow" aria-hidden="true"></span>',
    });
    this.#table = table;
    const keys = new GridKeys(table, (cell) => this.#enter(cell));
    table.on('tableBuilt', () => {
      inner.setAttribute('aria-label', 'Questions by sources');
      keys.start();
      this.filter();
      const holder = inner.querySelector('.tabulator-tableholder');
      if (holder) {
        holder.scrollTop = scroll.top;
        holder.scrollLeft = scroll.left;
        holder.addEventListener('scrollend', () =>
          keep({ scroll: { left: holder.scrollLeft, top: holder.scrollTop } }),
        );
      }
    });
    table.on('dataSorted', (sorters) => {
      const [first] = sorters;
      keep({ sort: first ? { column: first.field, direction: first.dir } : null });
    });
    table.on('cellClick', (_, cell) => this.#explain(cell));
  }

  /** What stands in a cell of a source: its values as buttons. */
  #cell(values: readonly ComparisonCell[]): HTMLElement {
    return element(
      'div',
      { class: 'values' },
      ...values.map((value) => {
        const { words, relation, aside, statement } = value;
        const sign = relation && RELATION_SIGNS[relation];
        const remarks = [aside ? 'of another scope' : '', cellRemarks(value)].filter(Boolean).join(' ');
        const label = [relation, words, remarks].filter(Boolean).join(', ');
        return element(
          'button',
          {
            class: `value ${relation?.replace(' ', '-') ?? 'alone'}${aside ? ' aside' : ''}`,
            tabindex: -1,
            title: `${label}. Opens the passage beside.`,
            'aria-label': label,
            onclick: () => this.#options.open(statement),
          },
          element('span', { class: 'sign', 'aria-hidden': 'true' }, sign ?? ' '),
          element('span', { class: 'words' }, words),
          remarks ? element('span', { class: 'remarks' }, ` ${remarks}`) : null,
        );
      }),
    );
  }

  /** Enter on a cell: its only passage opens; of several one is chosen; elsewhere the reasons are shown. */
  #enter(cell: CellComponent): void {
    const buttons = cell.getElement().querySelectorAll<HTMLElement>('button.value');
    if (buttons.length > 1) buttons[0]?.focus();
    else if (buttons.length === 1) buttons[0]?.click();
    this.#explain(cell);
  }

  #explain(cell: CellComponent): void {
    const { row } = cell.getData() as GridRow;
    const title = [row.question, ...row.about].join(' · ');
    this.#options.passages.show(title, [standingWords(row), ...row.reasons], []);
  }
}

function columnsOf(
  sources: readonly string[],
  show: (values: readonly ComparisonCell[]) => HTMLElement,
): ColumnDefinition[] {
  const rowOf = (cell: CellComponent) => (cell.getData() as GridRow).row;
  const byQuestion = (_a: unknown, _b: unknown, a: RowComponent, b: RowComponent) =>
    (a.getData() as GridRow).row.question.localeCompare((b.getData() as GridRow).row.question);
  const byRank = (_a: unknown, _b: unknown, a: RowComponent, b: RowComponent) =>
    (a.getData() as GridRow).id - (b.getData() as GridRow).id;
  return [
    {
      title: 'Question',
      field: 'question',
      frozen: true,
      width: 110,
      headerSort: true,
      sorter: byQuestion,
      formatter: (cell) => {
        const { question, about } = rowOf(cell);
        return element(
          'div',
          {},
          element('strong', {}, question),
          element('div', { class: 'remarks' }, about.join(', ')),
        );
      },
    },
    {
      title: 'How they stand',
      field: 'standing',
      width: 118,
      headerSort: true,
      sorter: byRank,
      formatter: (cell) => {
        const row = rowOf(cell);
        return element(
          'div',
          {},
          element(
            'span',
            { class: `relation ${row.relation.replace(' ', '-')}` },
            `${RELATION_SIGNS[row.relation]} ${row.relation}`,
          ),
          element('div', { class: 'remarks' }, standingWords(row)),
        );
      },
    },
    ...sources.map(
      (title, at): ColumnDefinition => ({
        // A title is markup to the library; the formatter sets text.
        title: `Source ${at + 1}`,
        field: `source${at}`,
        minWidth: 120,
        titleFormatter: () => element('span', { title }, title),
        formatter: (cell) => show(rowOf(cell).cells[at] ?? []),
      }),
    ),
  ];
}

/** "2 sources agree (1 origin), 1 differs". */
function standingWords({ agree, origins, differ }: ComparisonRow): string {
  const sources = (count: number, verb: string) =>
    `${count} ${count === 1 ? 'source' : 'sources'} ${verb}${count === 1 ? 's' : ''}`;
  const differing = differ > 0 ? `, ${differ} ${differ === 1 ? 'differs' : 'differ'}` : '';
  if (agree > 1) return `${sources(agree, 'agree')} (${origins} ${origins === 1 ? 'origin' : 'origins'})${differing}`;
  if (agree === 0) return 'not of one scope';
  return differ > 0 ? 'no two sources agree' : 'one source only';
}
