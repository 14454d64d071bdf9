import type { Span } from '../../text/span.ts';
import type { Attribution } from '../attributions/findAttributions.ts';
import { spanOf } from '../attributions/findAttributions.ts';
import type { TokenRange } from '../attributions/nounPhrase.ts';
import { isTimeWord } from '../attributions/timeWords.ts';
import { finiteAt, finiteWithin, type Unit } from '../attributions/unit.ts';
import { isAuxiliary, isGerund, isPastForm } from '../grammar/verbs.ts';
import { DETERMINERS, isDigit, PREPOSITIONS } from '../grammar/words.ts';
import { rangeOf } from './hands.ts';

/** Characters between a cue and its content, or its source, that belong to the report. */
const NEAR_CONTENT = 120;
const NEAR_SOURCE = 25;
/** Words of a day with its preposition. */
const LONGEST_SETTING = 6;
/** What is done while one speaks, or to have one speak. */
const SPEAKING =
  /^(?:asked|speaking|pressed|questioned|addressing|responding|commenting|reacting|writing|testifying|quoted|citing|contacted|reached)$/;

/** The pieces of a report's content that its source answers for. */
export function governed(unit: Unit, { frame, content, kind }: Attribution): Span[] {
  const [first, second] = content;
  if (frame === 'as') return content.slice(-1);
  if (first && frame === 'rejected') {
    const { from, to } = rangeOf(unit, first);
    return [spanOf(unit, { from: unit.words.indexOf('that', from) + 1, to })];
  }
  if (!first || !second || content.length !== 2) return [...content];
  const one = rangeOf(unit, first);
  const two = rangeOf(unit, second);
  const firstSays = finiteWithin(unit, one.from, one.to);
  const secondSays = finiteWithin(unit, two.from, two.to);
  const unfinished = isAuxiliary(unit.words[one.to - 1] ?? '');
  // "“A”, said X. “B.”"
  if (unit.words.slice(one.to, two.from).includes('.')) return [...content];
  if (((!firstSays && secondSays) || unfinished) && first.end < second.start)
    return [{ start: first.start, end: second.end }];
  // "A, according to X, by B": the manner alone is X's word
  if (firstSays && !secondSays && /^(?:by|with|after|through)$/.test(unit.words[two.from] ?? '')) return [second];
  // "there was no word, it said, that any were lost"
  if (unit.words[two.from] === 'that' && first.end < second.start) return [{ start: first.start, end: second.end }];
  // "it fell, experts say, from its own weight"
  if (firstSays && !secondSays && kind === 'indirect' && first.end < second.start)
    return [{ start: first.start, end: second.end }];
  return [...content];
}

/** What the article itself says: outside every report's content, cue and, where it stands next to the cue, source. */
export function ownRegions(unit: Unit, reports: readonly Attribution[]): TokenRange[] {
  const taken = reports.filter((r) => !isWoven(unit, r)).flatMap((r) => takenBy(unit, r));
  const free = freeRanges(unit, 0, unit.tokens.length, taken);
  const sources = reports.flatMap(({ source }) => (source ? [rangeOf(unit, source)] : []));
  return [
    ...free
      .filter((range) => !leadsToReport(unit, range, sources))
      .map((range) => beforeWith(unit, fromRelative(unit, range), sources)),
    ...sources.flatMap((source) => saidOfSource(unit, source)),
  ];
}

/** "the storm that the agency called “rare”", "in what he calls a war": a report inside of the article's own clause. */
function isWoven(unit: Unit, report: Attribution): boolean {
  const first = Math.min(...takenBy(unit, report).map(({ start }) => start));
  const at = rangeOf(unit, { start: first, end: first + 1 }).from;
  const before = unit.words[at - 1] ?? '';
  // "an act the mayor described as murder"
  if (DETERMINERS.has(unit.words[at - 2] ?? '') && /^(?:the|a|an|his|her|its|their)$/.test(unit.words[at] as string))
    return /^\p{Ll}{3,}$/u.test(before) && unit.words[at - 3] === ',';
  if (!/^(?:that|which|who|whom|what|where)$/.test(before)) return false;
  return !(before === 'that' && (unit.forms[at - 2]?.verb !== undefined || at < 2));
}

/** "In a post published on Monday, he wrote ...", "Asked about the plan, she said ...": how and when it was said. */
function leadsToReport(unit: Unit, { from, to }: TokenRange, sources: readonly TokenRange[]): boolean {
  const { words } = unit;
  if (words[to - 1] !== ',' || !sources.some((s) => s.from === to)) return false;
  const first = words[from] as string;
  if (SPEAKING.test(first) || (first === 'when' && SPEAKING.test(words[from + 1] ?? ''))) return true;
  // "In findings published in May"
  const published = isPastForm(words[from + 2] as string) && PREPOSITIONS.has(words[from + 3] as string);
  return (
    PREPOSITIONS.has(first) &&
    (published || !finiteAt(unit, from + 2)) &&
    !/^(?:after|before|since|until|despite)$/.test(first)
  );
}

/** "He left, with police saying he was safe": the "with" leads to the report. */
function beforeWith({ words }: Unit, { from, to }: TokenRange, sources: readonly TokenRange[]): TokenRange {
  return words[to - 1] === 'with' && sources.some((s) => s.from === to) ? { from, to: to - 1 } : { from, to };
}

/** ", a nurse who was on board" behind a source: the relative clause alone says something. */
function fromRelative({ words }: Unit, { from, to }: TokenRange): TokenRange {
  let start = words[from] === ',' ? from + 1 : from;
  // ", 41, found on the pier"
  const aged = isDigit(words[start] ?? '') && words[start - 1] === ',' && words[start + 1] === ',';
  if (aged) start += 2;
  if (words[start - 1] === ',' && /^(?:who|which)$/.test(words[start] ?? '')) return { from: start, to };
  if (words[start - 1] !== ',' || !/^(?:a|an|the|one)$/.test(words[start] ?? ''))
    return { from: aged ? start : from, to };
  for (let k = start + 1; k < to; k++) {
    if (/^(?:who|which)$/.test(words[k] as string)) return { from: k, to };
    if (/^[,.;:]$/.test(words[k] as string)) break;
  }
  return { from, to };
}

/** "The board, which runs four ports, said ...", "The firm, owned since 2018 by Lind, promised ...": what is said of a source by the way. */
function saidOfSource(unit: Unit, { from, to }: TokenRange): TokenRange[] {
  const { words } = unit;
  for (let k = from + 1; k < to - 2; k++) {
    if (words[k] !== ',') continue;
    const next = words[k + 1] as string;
    const says = /^(?:who|which|whose)$/.test(next)
      ? finiteWithin(unit, k + 2, to)
      : isPastForm(next) && !isGerund(next);
    if (says) return [{ from: k + 1, to }];
  }
  return [];
}

function takenBy(unit: Unit, report: Attribution): Span[] {
  const { content, cue, source, frame } = report;
  const taken: Span[] = [...governed(unit, report), cue];
  const setting = settingBehind(unit, rangeOf(unit, source && source.start >= cue.end ? source : cue).to);
  if (setting) taken.push(setting);
  if (!source) return taken;
  const lead = settingBefore(unit, rangeOf(unit, source).from);
  if (lead) taken.push(lead);
  const near = source.end <= cue.start ? cue.start - source.end : source.start - cue.end;
  if (near <= NEAR_SOURCE && !(frame === 'gerund-clause' && near > 1)) {
    taken.push({ start: Math.min(source.start, cue.start), end: Math.max(source.end, cue.end) });
  }
  const after = content.find((c) => c.start >= cue.end);
  const inverted = source.start >= cue.end;
  if (after && !inverted && after.start - cue.end < NEAR_CONTENT) taken.push({ start: cue.end, end: after.start });
  return taken;
}

/** "on Telegram at 03:52 on Monday": where and when it was said, up to the next mark. */
function settingBehind(unit: Unit, from: number): Span | null {
  const { words } = unit;
  if (!/^(?:on|in|at|to|during|via|through|late|early)$/.test(words[from] ?? '')) return null;
  let to = from;
  while (to < words.length && !/^[,;.!?–—“"]$/.test(words[to] as string)) {
    if (finiteAt(unit, to) || words[to] === 'that') return null;
    to++;
  }
  return spanOf(unit, { from, to });
}

/** "85% were in favour and on Friday the board said": when it was said. */
function settingBefore(unit: Unit, to: number): Span | null {
  for (let i = to - 1; i >= Math.max(0, to - LONGEST_SETTING); i--) {
    const word = unit.words[i] as string;
    if (/^(?:and|but)$/.test(word)) return i + 1 < to ? spanOf(unit, { from: i, to }) : null;
    if (!isTimeWord(word) && !/^(?:on|in|at|late|early|last|this|\d{1,4})$/.test(word)) return null;
  }
  return null;
}

function freeRanges(unit: Unit, from: number, to: number, taken: readonly Span[]): TokenRange[] {
  const free: TokenRange[] = [];
  const blocked = new Uint8Array(to + 1);
  for (const t of taken) {
    const range = rangeOf(unit, t);
    blocked.fill(1, Math.min(range.from, to), Math.min(range.to, to));
  }
  blocked[to] = 1;
  let start = -1;
  for (let i = from; i <= to; i++) {
    if (blocked[i] === 0 && start < 0) start = i;
    else if (blocked[i] === 1 && start >= 0) {
      free.push({ from: start, to: i });
      start = -1;
    }
  }
  return free;
}

/** The token ranges of a piece of reported words outside of the reports in it. */
export function subtract(unit: Unit, piece: Span, inner: readonly Attribution[]): TokenRange[] {
  const { from, to } = rangeOf(unit, piece);
  const taken = inner.filter((r) => !isWoven(unit, r)).flatMap((r) => takenBy(unit, r));
  return freeRanges(unit, from, to, taken);
}
