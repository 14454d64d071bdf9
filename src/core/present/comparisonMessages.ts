import type { ShownComparison } from './comparisonView.ts';

/** Pictures that the page draws and the host saves. */
export const PICTURES = ['timeline', 'network'] as const;
export type Picture = (typeof PICTURES)[number];

/** From the page of a comparison to the host. Statements and rows are named by number; no address comes from a page. */
export type PageMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'open'; readonly revision: number; readonly statement: number }
  | { readonly type: 'choose' }
  | { readonly type: 'again' }
  | { readonly type: 'cancel' }
  /** `rows` in the order in which they are shown. */
  | { readonly type: 'saveTable'; readonly revision: number; readonly rows: readonly number[] }
  /** `content` is the text of the SVG, or the PNG in base64. */
  | {
      readonly type: 'savePicture';
      readonly picture: Picture;
      readonly format: 'svg' | 'png';
      readonly content: string;
    };

/** From the host to the page. */
export type HostMessage =
  | { readonly type: 'progress'; readonly words: string; readonly done: number; readonly total: number }
  | {
      readonly type: 'comparison';
      /** Goes up with each comparison; statements are named by it and their number. */
      readonly revision: number;
      readonly shown: ShownComparison;
      /** What a reader should know of the choice of articles, in sentences. */
      readonly notices: readonly string[];
    }
  /** There is nothing to show; `words` say why, and what to do about it. */
  | { readonly type: 'nothing'; readonly words: string };
