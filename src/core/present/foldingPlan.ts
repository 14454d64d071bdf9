import type { Zone } from '../extract/extraction.ts';
import type { LineIndex } from '../text/lines.ts';

/** Lines that fold into the first of them, zero-based, the last included. */
export interface Fold {
  readonly kind: 'furniture' | 'section';
  readonly first: number;
  readonly last: number;
}

/** Sections with fewer lines below their heading stay open. */
const LONG_SECTION = 3;

/** What folds in an article: page furniture that stands together, and long sections under their headings. */
export function foldingPlan(zones: readonly Zone[], text: string, lines: LineIndex): Fold[] {
  const folds: Fold[] = [];
  const add = (kind: Fold['kind'], start: number, end: number, least: number) => {
    const shown = start + text.slice(start, end).trimEnd().length;
    const fold = { kind, first: lines.lineAt(start), last: lines.lineAt(shown) };
    if (fold.last - fold.first >= least) folds.push(fold);
  };
  for (let i = 0; i < zones.length; i++) {
    const zone = zones[i] as Zone;
    let next = i + 1;
    if (zone.kind === 'furniture') {
      while (zones[next]?.kind === 'furniture') next++;
      add('furniture', zone.start, (zones[next - 1] as Zone).end, 1);
      i = next - 1;
    } else if (zone.kind === 'heading') {
      while (zones[next]?.kind === 'body') next++;
      if (next > i + 1) add('section', zone.start, (zones[next - 1] as Zone).end, LONG_SECTION);
    }
  }
  return folds;
}
