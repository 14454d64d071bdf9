import type { CellComponent, ColumnComponent, RowComponent, Tabulator } from 'tabulator-tables';

/** Rows that a page key passes. */
const PAGE = 8;

/** The keys of a grid, by the pattern of the ARIA guide: one tab stop, arrows from cell to cell, Enter acts. */
export class GridKeys {
  readonly #table: Tabulator;
  readonly #enter: (cell: CellComponent) => void;
  #at: { row: number; column: number } = { row: 0, column: 0 };

  constructor(table: Tabulator, enter: (cell: CellComponent) => void) {
    this.#table = table;
    this.#enter = enter;
  }

  start(): void {
    const { element } = this.#table as unknown as { element: HTMLElement };
    element.setAttribute('role', 'grid');
    element.setAttribute('aria-rowcount', String(this.#rows().length));
    element.addEventListener('keydown', (event) => this.#press(event));
    element.addEventListener('focusin', ({ target }) => this.#follow(target as HTMLElement));
    // The library makes its scrolled part a tab stop of its own.
    element.querySelector('.tabulator-tableholder')?.setAttribute('tabindex', '-1');
    for (const column of this.#columns()) this.#startHeader(column);
    this.#table.on('renderComplete', () => this.#mark());
    this.#mark();
  }

  #startHeader(column: ColumnComponent): void {
    if (!column.getDefinition().headerSort) return;
    const head = column.getElement();
    head.tabIndex = 0;
    head.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      event.stopPropagation();
      const [now] = this.#table.getSorters();
      const same = now?.field === column.getField();
      this.#table.setSort(column.getField(), same && now?.dir === 'asc' ? 'desc' : 'asc');
    });
  }

  #rows = (): RowComponent[] => this.#table.getRows('active') as RowComponent[];
  #columns = (): ColumnComponent[] => this.#table.getColumns() as ColumnComponent[];

  /** The one cell that Tab reaches. */
  #mark(): void {
    const element = (this.#table as unknown as { element: HTMLElement }).element;
    for (const cell of element.querySelectorAll('.tabulator-cell')) cell.setAttribute('tabindex', '-1');
    this.#cell()?.getElement().setAttribute('tabindex', '0');
  }

  #cell(): CellComponent | undefined {
    const rows = this.#rows();
    const row = rows[Math.min(this.#at.row, rows.length - 1)];
    const column = this.#columns()[this.#at.column];
    return row && column ? row.getCell(column) : undefined;
  }

  #follow(target: HTMLElement): void {
    const element = target.closest('.tabulator-cell');
    const row = element?.closest('.tabulator-row');
    if (!element || !row) return;
    const at = this.#rows().findIndex((one) => one.getElement() === row);
    const column = this.#columns().findIndex((one) => one.getField() === element.getAttribute('tabulator-field'));
    if (at < 0 || column < 0) return;
    this.#at = { row: at, column };
    this.#mark();
  }

  #press(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    const value = target.closest<HTMLElement>('button.value');
    if (value && this.#pressValue(event, value)) return;
    if (!target.closest('.tabulator-cell')) return;
    const { row, column } = this.#at;
    const [lastRow, lastColumn] = [this.#rows().length - 1, this.#columns().length - 1];
    const far = event.ctrlKey || event.metaKey;
    const steps: Readonly<Record<string, readonly [row: number, column: number]>> = {
      ArrowDown: [row + 1, column],
      ArrowUp: [row - 1, column],
      ArrowRight: [row, column + 1],
      ArrowLeft: [row, column - 1],
      PageDown: [row + PAGE, column],
      PageUp: [row - PAGE, column],
      Home: [far ? 0 : row, 0],
      End: [far ? lastRow : row, lastColumn],
    };
    const step = steps[event.key];
    if (step) {
      event.preventDefault();
      const clamp = (value: number, last: number) => Math.max(0, Math.min(value, last));
      this.#at = { row: clamp(step[0], lastRow), column: clamp(step[1], lastColumn) };
      void this.#focus();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const cell = this.#cell();
      if (cell) this.#enter(cell);
    }
  }

  /** Among the values of one cell: up and down, back to the cell by Escape. @returns whether the key was for them. */
  #pressValue(event: KeyboardEvent, value: HTMLElement): boolean {
    const all = [...(value.parentElement?.querySelectorAll<HTMLElement>('button.value') ?? [])];
    const at = all.indexOf(value);
    if (event.key === 'Enter' || event.key === ' ') return true;
    const next = event.key === 'ArrowDown' ? all[at + 1] : event.key === 'ArrowUp' ? all[at - 1] : undefined;
    if (!next && event.key !== 'Escape') return false;
    event.preventDefault();
    (next ?? value.closest<HTMLElement>('.tabulator-cell'))?.focus();
    return true;
  }

  async #focus(): Promise<void> {
    const row = this.#rows()[this.#at.row];
    const column = this.#columns()[this.#at.column];
    if (!row || !column) return;
    // Rows out of sight are not in the page: they are brought there first.
    await Promise.all([
      this.#table.scrollToRow(row, 'nearest', false),
      this.#table.scrollToColumn(column, 'middle', false),
    ]);
    this.#mark();
    row.getCell(column).getElement().focus();
  }
}
