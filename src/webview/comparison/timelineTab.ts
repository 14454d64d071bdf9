import { axisTop, type ScaleTime, type Selection, scaleUtc, select, type ZoomTransform, zoom, zoomIdentity } from 'd3';
import { sourceWords } from '../../core/present/comparisonRecords.ts';
import type { TimelineEvent, TimelineQuestion } from '../../core/present/comparisonTimeline.ts';
import type { ShownComparison } from '../../core/present/comparisonView.ts';
import { setTabStop } from './dom.ts';
import { lanesOf } from './lanes.ts';
import { MARKS, type PictureOptions, PictureTab } from './pictureTab.ts';
import { RELATION_SIGNS } from './relationSigns.ts';

const DAY = 86_400_000;
const LEFT = 160;
const RIGHT = 130;
const EDGE = 12;
const LANE = 22;
const HEAD = 60;
/** The width of a character of a label, at most. */
const CHARACTER = 7;
const MOST_SCALE = 400;

type Svg = Selection<SVGSVGElement, unknown, null, undefined>;

/** What happened, and what was said when: two bands, each with a scale of its own. */
export class TimelineTab extends PictureTab {
  constructor(options: PictureOptions) {
    super(options, 'picture');
  }

  draw(): void {
    const width = this.element.clientWidth;
    if (!this.shown || width === 0) return;
    this.element.replaceChildren();
    const svg = select(this.element)
      .append('svg')
      .attr('width', Math.max(width, LEFT + RIGHT + 200))
      .attr('role', 'group')
      .attr('aria-label', 'Timeline: what happened, and what was said when');
    this.drawn = svg.node();
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
        this.options.keep({ zoom: { ...this.options.state().zoom, timeline: [k, x, 0] } }),
      );
    const [k, x] = this.options.state().zoom.timeline;
    svg.call(behavior).call(behavior.transform, zoomIdentity.translate(x, 0).scale(k));
    this.zoom = {
      by: (factor) => svg.call(behavior.scaleBy, factor),
      reset: () => svg.call(behavior.transform, zoomIdentity),
    };
  }

  #bands(svg: Svg, transform: ZoomTransform): void {
    const { timeline } = this.shown as ShownComparison;
    const focused = [...this.element.querySelectorAll(MARKS)].indexOf(document.activeElement as Element);
    svg.selectAll('*').remove();
    const width = Number(svg.attr('width'));
    let top = this.#happened(svg, { top: 0, end: width - EDGE, transform });
    top = this.#said(svg, { top: top + 24, end: width - RIGHT, transform });
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
    setTabStop(this.element, MARKS, Math.max(0, focused));
    if (focused >= 0 && document.hasFocus()) this.element.querySelectorAll<SVGElement>(MARKS)[focused]?.focus();
  }

  #happened(svg: Svg, { top, end, transform }: Band): number {
    const { happened } = (this.shown as ShownComparison).timeline;
    heading(svg, 'What happened', top);
    if (happened.length === 0) return nothing(svg, top, 'No source dates what happened.');
    const days = happened.flatMap(({ from, to }) => [from, to + 1]);
    const scale = transform.rescaleX(timeScale(days, [EDGE, end]));
    axis(svg, scale, top);
    const placed = happened.flatMap((event) => {
      const [start, stop] = [scale(event.from * DAY), scale((event.to + 1) * DAY)];
      if (stop < EDGE || start > end) return [];
      const x = Math.max(EDGE, start);
      const width = Math.max(8, Math.min(end, stop) - x);
      const label = event.label.length * CHARACTER + 8;
      // Where the label has no room behind the mark, it stands before it.
      const before = x + width + label > end && x - label > 0;
      return [
        { event, x, width, before, from: before ? x - label : x, to: before ? x + width + 4 : x + width + label },
      ];
    });
    const lanes = lanesOf(placed);
    placed.forEach(({ event, x, width, before }, at) => {
      const y = top + HEAD + (lanes[at] as number) * LANE;
      const label = eventWords(event, (source) => this.#source(source));
      const mark = this.#mark(svg, label, () => this.#tellEvent(event));
      mark
        .append('rect')
        .attr('x', x)
        .attr('y', y)
        .attr('width', width)
        .attr('height', 8)
        .attr('rx', width > 10 ? 2 : 4);
      mark
        .append('text')
        .attr('x', before ? x - 4 : x + width + 4)
        .attr('y', y + 8)
        .attr('text-anchor', before ? 'end' : 'start')
        .text(event.label);
    });
    return top + HEAD + (Math.max(0, ...lanes) + 1) * LANE;
  }

  #said(svg: Svg, { top, end, transform }: Band): number {
    const { said } = (this.shown as ShownComparison).timeline;
    heading(svg, 'What was said when', top);
    if (said.length === 0) return nothing(svg, top, 'No question is answered twice.');
    const days = said.flatMap(({ points }) => points.flatMap(({ day }) => (day === null ? [] : [day])));
    const scale = days.length > 0 ? transform.rescaleX(timeScale(days, [LEFT, end])) : null;
    const note = (x: number, words: string) => {
      const line = svg.append('text').attr('class', 'note').attr('x', x);
      line.attr('y', top + 40).text(words);
    };
    if (scale) {
      axis(svg, scale, top);
      note(end + EDGE, 'day unknown');
    } else note(8, 'The day of no source is known: set it on the source cards.');
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
      const x = !scale ? LEFT + EDGE : point.day === null ? end + EDGE : scale(point.day * DAY);
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
        this.options.open(point.statement);
        this.options.passages.show(question.question, [`${point.words} (${this.#source(point.source)})`], []);
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
    const { open, passages } = this.options;
    const [first] = event.statements;
    if (first !== undefined) open(first);
    passages.show(
      `${event.label} (${event.edtf})`,
      [event.sources.map((source) => this.#source(source)).join('; ')],
      event.statements.map((statement, at) => ({ statement, words: `Passage ${at + 1}` })),
    );
  }

  #source(column: number): string {
    const label = this.shown?.sources[column];
    return label ? sourceWords(label) : '';
  }
}

interface Band {
  readonly top: number;
  readonly end: number;
  readonly transform: ZoomTransform;
}

function timeScale(days: readonly number[], range: readonly [number, number]): ScaleTime<number, number> {
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const air = Math.max(1, (last - first) * 0.03);
  return scaleUtc([(first - air) * DAY, (last + air) * DAY], range);
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
