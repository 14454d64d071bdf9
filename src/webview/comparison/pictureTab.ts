import type { ShownComparison } from '../../core/present/comparisonView.ts';
import { element, moveByArrows } from './dom.ts';
import type { PageState } from './pageState.ts';
import type { Passages } from './passages.ts';

export interface PictureOptions {
  readonly state: () => PageState;
  readonly keep: (change: Partial<PageState>) => void;
  readonly open: (statement: number) => void;
  readonly passages: Passages;
}

/** Selects what can be activated in a picture. */
export const MARKS = '.mark';

/** A picture of the comparison that can be zoomed and is walked by the arrow keys. */
export abstract class PictureTab {
  readonly element: HTMLElement;
  protected readonly options: PictureOptions;
  protected shown: ShownComparison | null = null;
  protected drawn: SVGSVGElement | null = null;
  protected zoom: { by(factor: number): void; reset(): void } | null = null;

  constructor(options: PictureOptions, classes: string) {
    this.element = element('div', { class: classes });
    this.options = options;
    moveByArrows(this.element, MARKS);
  }

  get svg(): SVGSVGElement | null {
    return this.drawn;
  }

  zoomBy(factor: number): void {
    this.zoom?.by(factor);
  }

  resetZoom(): void {
    this.zoom?.reset();
  }

  show(shown: ShownComparison): void {
    this.shown = shown;
    this.draw();
  }

  /** Draws it for the room that there is. */
  abstract draw(): void;
}
