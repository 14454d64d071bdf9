import type { ComparisonFilter } from '../../core/present/comparisonFilter.ts';
import { WORST_FIRST } from '../../core/present/worstFirst.ts';

export const TABS = ['table', 'timeline', 'network'] as const;
export type Tab = (typeof TABS)[number];

/** What of the page outlives its hiding and a reload of the window. */
export interface PageState {
  readonly tab: Tab;
  readonly filter: ComparisonFilter;
  readonly sort: { readonly column: string; readonly direction: 'asc' | 'desc' } | null;
  readonly scroll: { readonly left: number; readonly top: number };
  /** Scale and shift of the pictures. */
  readonly zoom: Readonly<Record<'timeline' | 'network', readonly [scale: number, x: number, y: number]>>;
  readonly entities: boolean;
}

const FRESH: PageState = {
  tab: 'table',
  filter: { family: null, relation: null, words: '' },
  sort: null,
  scroll: { left: 0, top: 0 },
  zoom: { timeline: [1, 0, 0], network: [1, 0, 0] },
  entities: false,
};

/** The state that the editor kept; of an older version or none at all, a fresh one. */
export function readState(kept: unknown): PageState {
  const state = { ...FRESH, ...(typeof kept === 'object' ? (kept as Partial<PageState>) : {}) };
  const { tab, filter } = state;
  const known = filter.relation === null || WORST_FIRST.includes(filter.relation);
  return TABS.includes(tab) && known ? state : FRESH;
}
