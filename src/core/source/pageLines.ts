/** A piece of text on a page; points, counted from the lower left corner. */
export interface PageItem {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly fontSize: number;
}

/** A line of a page. */
export interface PageLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

type Open = { -readonly [K in keyof PageLine]: PageLine[K] };

/** Gaps in sizes of the letters: from the first on a space, from the second on another cell of a table. */
const SPACE = 0.15;
const CELL = 2;

/** The lines of one page in the order in which the page draws them; cells of a table row have a bar between. */
export function pageLines(items: readonly PageItem[]): PageLine[] {
  const lines: PageLine[] = [];
  let line: Open | null = null;
  const close = () => {
    if (line?.text.trim()) lines.push({ ...line, text: line.text.replace(/\s+/g, ' ').trim() });
    line = null;
  };
  for (const { str, x, y, width, fontSize } of items) {
    const size: number = fontSize || line?.size || 10;
    const same: boolean = line !== null && Math.abs(y - line.y) < size * 0.5 && x > line.right - size * 2;
    if (!same) close();
    if (str === '') continue;
    if (!line) {
      if (str.trim()) line = { text: str, left: x, right: x + width, y, size };
      continue;
    }
    if (!str.trim()) {
      if (x + width - line.right < size * CELL) line.text += ' ';
      continue;
    }
    const gap = x - line.right;
    line.text += `${gap > size * CELL ? ' | ' : gap > size * SPACE ? ' ' : ''}${str}`;
    line.right = Math.max(line.right, x + width);
    line.size = Math.max(line.size, size);
  }
  close();
  return lines;
}
