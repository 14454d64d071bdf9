import { axisTop, type ScaleTime, type Selection, scaleUtc, select, type ZoomTransform, zoom, zoomIdentity } from 'd3';
import { sourceWords } from '../../core/present/comparisonRecords.ts';
import type { TimelineEvent, TimelineQuestion } from '../../core/present/comparisonTimeline.ts';
import type { ShownComparison } from '../../core/present/comparisonView.ts';
import { element, moveByArrows } from './dom.ts';
import { lanesOf } from './lanes.ts';
import type { PageState } from './pageState.ts';
import type { Passages } from './passages.ts';
import { RELATION_SIGNS } from './relationSigns.ts';

export interface PictureOptions {
  readonly state: () => PageState;
  readonly keep: (change: Partial<PageState>) => void;
  readonly open: (statement: number) => void;
  readonly passages: Passages;
}

const DAY = 86_400_000;
const LEFT = 190;
const RIGHT = 130;
const LANE = 22;
const HEAD = 48;
/** The width of a character of a label, at most. */
const CHARACTER = 7;
const MOST_SCALE = 400;

type Svg = Selection<SVGSVGElement, unknown, null, undefined>;

/** What happened, and what was said when: two bands, each with a scale of its own. */
export class TimelineTab {
  readonly element = element('div', { class: 'picture' });
  readonly #options: PictureOptions;
  #shown: ShownComparison | null = null;
  #svg: SVGSVGElement | null = null;
  #zoom: { by(factor: number): void; reset(): void } | null = null;

  constructor(options: PictureOptions) {
    this.#options = options;
  }

  get svg(): SVGSVGElement | null {
    return this.#svg;
  }

  zoomBy(factor: number): void {
    this.#zoom?.by(factor);
  }

  resetZoom(): void {
    this.#zoom?.reset();
  }

  show(shown: ShownComparison): void {
    this.#shown = shown;
    this.draw();
  }

  /** Draws it for the width that there is. */
  draw(): void {
    const width = this.element.clientWidth;
    if (!this.#shown || width === 0) return;
    this.element.replaceChildren();
    const svg = select(this.element)
      .append('svg')
      .attr('width', Math.max(width, LEFT + RIGHT + 200))
      .attr('role', 'group')
      .attr('aria-label', 'Timeline: what happened, and what was said when');
    this.#svg = svg.node();
    const behavior = zoom<SVGSVGElement, unknown>()
      .scaleExtent([1, MOST_SCALE])
      // The wheel alone scrolls the page.
      .filter((event: MouseEvent) => !event.button && (event.type !== 'wheel' || event.ctrlKey))
      .translateExtent([
        [LEFT, 0],
        [Math.max(width, LEFT + RIGHT + 200) - RIGHT, 1],
      ])
      .on('zoom', ({ transform }) => this.#bands(svg, transform))
      .on('end', ({ transform: { k, x } }) =>
        this.#options.keep({ zoom: { ...this.#options.state().zoom, timeline: [k, x, 0] } }),
      );
    const [k, x] = this.#options.state().zoom.timeline;
    svg.call(behavior).call(behavior.transform, zoomIdentity.translate(x, 0).scale(k));
    this.#zoom = {
      by: (factor) => svg.call(behavior.scaleBy, factor),
      reset: () => svg.call(behavior.transform, zoomIdentity),
    };
    moveByArrows(this.element, '.mark');
  }

  #bands(svg: Svg, transform: ZoomTransform): void {
    const { timeline } = this.#shown as ShownComparison;
    const focused = [...this.element.querySelectorAll('.mark')].indexOf(document.activeElement as Element);
    svg.selectAll('*').remove();
    const end = Number(svg.attr('width')) - RIGHT;
    let top = this.#happened(svg, { top: 0, end, transform });
    top = this.#said(svg, { top: top + 24, end, transform });
    const left = [
      timeline.leftOut.events > 0 ? `${timeline.leftOut.events} events that fewer sources date` : '',
      timeline.leftOut.questions > 0 ? `${timeline.leftOut.questions} questions that stand in the table` : '',
    ].filter(Boolean);
    if (left.length > 0) {
      svg
        .append('text')
        .attr('class', 'note')
        .attr('x', 8)
        .attr('y', top + 16)
        .text(`Left out: ${left.join(', ')}.`);
      top += 24;
    }
    svg.attr('height', top + 12);
    const mark = this.element.querySelectorAll<SVGElement>('.mark')[focused];
    if (focused >= 0) mark?.focus();
  }

  #happened(svg: Svg, { top, end, transform }: Band): number {
    const { happened } = (this.#shown as ShownComparison).timeline;
    heading(svg, 'What happened', top);
    if (happened.length === 0) return nothing(svg, top, 'No source dates what happened.');
    const days = happened.flatMap(({ from, to }) => [from, to + 1]);
    const scale = transform.rescaleX(timeScale(days, end));
    axis(svg, scale, top);
    const stretches = happened.map(({ from, to, label }) => {
      const x = [scale(from * DAY), Math.max(scale(from * DAY) + 8, scale((to + 1) * DAY))] as const;
      const shown = x[1] > LEFT && x[0] < end;
      const clipped = [Math.max(LEFT, x[0]), Math.min(end, x[1])] as const;
      return {
        from: clipped[0],
        to: clipped[0] + Math.max(clipped[1] - clipped[0], 10) + 8 + label.length * CHARACTER,
        x: clipped,
        shown,
      };
    });
    const seen = happened.filter((_, at) => stretches[at]?.shown);
    const placed = stretches.filter(({ shown }) => shown);
    const lanes = lanesOf(placed);
    seen.forEach((event, at) => {
      const place = placed[at] as (typeof placed)[number];
      const y = top + HEAD + (lanes[at] as number) * LANE;
      const mark = this.#mark(
        svg,
        eventWords(event, (source) => this.#source(source)),
        () => this.#tellEvent(event),
      );
      const wide = place.x[1] - place.x[0];
      mark
        .append('rect')
        .attr('x', place.x[0])
        .attr('y', y)
        .attr('width', Math.max(wide, 8))
        .attr('height', 8)
        .attr('rx', wide > 10 ? 2 : 4);
      mark
        .append('text')
        .attr('x', place.x[0] + Math.max(wide, 8) + 4)
        .attr('y', y + 8)
        .text(event.label);
    });
    return top + HEAD + (Math.max(0, ...lanes) + 1) * LANE;
  }

  #said(svg: Svg, { top, end, transform }: Band): number {
    const { said } = (this.#shown as ShownComparison).timeline;
    heading(svg, 'What was said when', top);
    if (said.length === 0) return nothing(svg, top, 'No question is answered twice.');
    const days = said.flatMap(({ points }) => points.flatMap(({ day }) => (day === null ? [] : [day])));
    const scale = days.length > 0 ? transform.rescaleX(timeScale(days, end)) : null;
    if (scale) axis(svg, scale, top);
    else
      svg
        .append('text')
        .attr('class', 'note')
        .attr('x', LEFT)
        .attr('y', top + 32)
        .text('The day of no source is known: set it on the source cards.');
    svg
      .append('text')
      .attr('class', 'note')
      .attr('x', end + 12)
      .attr('y', top + 32)
      .text('day unknown');
    svg
      .append('line')
      .attr('class', 'rule')
      .attr('x1', end + 6)
      .attr('x2', end + 6)
      .attr('y1', top + 20)
      .attr('y2', top + HEAD);
    let y = top + HEAD;
    for (const question of said) y = this.#question(svg, question, { y, end, scale });
    return y;
  }

  #question(
    svg: Svg,
    question: TimelineQuestion,
    { y, end, scale }: { y: number; end: number; scale: ScaleTime<number, number> | null },
  ): number {
    const placed = question.points.flatMap((point) => {
      const x = point.day === null || !scale ? end + 14 : scale(point.day * DAY);
      const seen = point.day === null || !scale || (x >= LEFT && x <= end);
      return seen ? [{ point, from: x - 6, to: x + 14 + Math.min(point.words.length, 26) * CHARACTER }] : [];
    });
    const lanes = lanesOf(placed);
    const height = (Math.max(0, ...lanes) + 1) * LANE;
    svg
      .append('line')
      .attr('class', 'rule')
      .attr('x1', 0)
      .attr('x2', Number(svg.attr('width')))
      .attr('y1', y - 4)
      .attr('y2', y - 4);
    svg
      .append('text')
      .attr('class', 'question')
      .attr('x', 8)
      .attr('y', y + 11)
      .text(short(`${RELATION_SIGNS[question.relation]} ${question.question}`, 26))
      .append('title')
      .text([question.question, ...question.about, question.relation].join(', '));
    placed.forEach(({ point, from }, at) => {
      const middle = y + 7 + (lanes[at] as number) * LANE;
      const label = `${question.question}: ${point.words}, ${this.#source(point.source)}`;
      const mark = this.#mark(svg, label, () => {
        this.#options.open(point.statement);
        this.#options.passages.show(question.question, [`${point.words} (${this.#source(point.source)})`], []);
      });
      mark
        .append('circle')
        .attr('cx', from + 6)
        .attr('cy', middle)
        .attr('r', 4.5);
      mark
        .append('text')
        .attr('x', from + 14)
        .attr('y', middle + 4)
        .text(short(point.words, 26));
    });
    return y + height + 6;
  }

  #mark(svg: Svg, label: string, act: () => void) {
    const mark = svg
      .append('g')
      .attr('class', 'mark')
      .attr('role', 'button')
      .attr('tabindex', -1)
      .attr('aria-label', label)
      .on('click', act);
    mark.append('title').text(label);
    return mark;
  }

  #tellEvent(event: TimelineEvent): void {
    const { open, passages } = this.#options;
    const [first] = event.statements;
    if (first !== undefined) open(first);
    passages.show(
      `${event.label} (${event.edtf})`,
      [event.sources.map((source) => this.#source(source)).join('; ')],
      event.statements.map((statement, at) => ({ statement, words: `Passage ${at + 1}` })),
    );
  }

  #source(column: number): string {
    const label = this.#shown?.sources[column];
    return label ? sourceWords(label) : '';
  }
}

interface Band {
  readonly top: number;
  readonly end: number;
  readonly transform: ZoomTransform;
}

function timeScale(days: readonly number[], end: number): ScaleTime<number, number> {
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const air = Math.max(1, (last - first) * 0.03);
  return scaleUtc([(first - air) * DAY, (last + air) * DAY], [LEFT, end]);
}

function axis(svg: Svg, scale: ScaleTime<number, number>, top: number): void {
  const [from = 0, to = 0] = scale.range();
  svg
    .append('g')
    .attr('class', 'axis')
    .attr('transform', `translate(0,${top + HEAD - 10})`)
    .call(axisTop(scale).ticks(Math.max(2, Math.floor((to - from) / 110))));
}

function heading(svg: Svg, words: string, top: number): void {
  svg
    .append('text')
    .attr('class', 'heading')
    .attr('x', 8)
    .attr('y', top + 20)
    .text(words);
}

function nothing(svg: Svg, top: number, words: string): number {
  svg
    .append('text')
    .attr('class', 'note')
    .attr('x', 8)
    .attr('y', top + HEAD)
    .text(words);
  return top + HEAD + LANE;
}

const short = (words: string, most: number) => (words.length > most ? `${words.slice(0, most - 1)}…` : words);

function eventWords({ label, edtf, sources }: TimelineEvent, source: (column: number) => string): string {
  return `${label}, ${edtf}: ${sources.map(source).join('; ')}`;
}
