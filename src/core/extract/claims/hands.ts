import type { Attribution } from '../attributions/findAttributions.ts';
import { spanOf } from '../attributions/findAttributions.ts';
import { phraseEndingAt, phraseStartingAt, subjectEnd, type TokenRange } from '../attributions/nounPhrase.ts';
import { isSpeaker } from '../attributions/speakers.ts';
import type { Unit } from '../attributions/unit.ts';
import type { NameSpan } from '../document.ts';
import { DETERMINERS, isCapitalised, LIGHT_ADVERBS } from '../grammar/words.ts';

/** What a medium does with a source, or with the words of one. */
const PASSED_ON =
  /^(?:seen|obtained|reviewed|viewed|read|heard|quoted|cited|consulted|interviewed|contacted|reached|verified|examined)$/;
const TELLS = /^(?:tell|say|confirm|indicate|state|explain|complain|admit|reveal|add|inform)$/;
/** What bodies before which one speaks are called; they pass nothing on. */
const AUDIENCE =
  /^(?:parliament|assembly|senate|congress|council|committee|court|commission|tribunal|police|ministry|inquiry|board|union|party|house)$/;
const EVIDENCE =
  /^(?:data|documents?|records?|logs?|files?|figures|statistics|footage|images?|imagery|papers?|letters?|emails?|messages?|report|study|statements?|concerns?|reasons?|lack|investigation)$/;
const NEAR = 3;
const LONGEST_MEDIUM = 8;

/** The hands that a report went through, from the nearest to the article, each as the report with its source. */
export function handsOf(unit: Unit, report: Attribution, names: readonly NameSpan[]): Attribution[] {
  const { source } = report;
  if (!source) return [report];
  const at = rangeOf(unit, source);
  const passed = passedOnBy(unit, at) ?? toldTo(unit, report, names) ?? quotedBy(unit, rangeOf(unit, report.cue).from);
  const cited = citedBy(unit, at, rangeOf(unit, report.cue).to);
  const hand = (range: TokenRange | null) => (range ? [{ ...report, source: spanOf(unit, range) }] : []);
  return [...hand(passed), report, ...hand(cited)];
}

/** "emails seen by the Tribune", "his lawyer, quoted by Radio One". */
function passedOnBy(unit: Unit, { from, to }: TokenRange): TokenRange | null {
  const { words, tokens } = unit;
  for (let i = from + 1; i < to + NEAR; i++) {
    if (/^[.;:"“]$/.test(words[i] ?? '.')) break;
    if (!PASSED_ON.test(words[i] as string) || words[i + 1] !== 'by') continue;
    const medium = phraseStartingAt(unit, i + 2, i + 2 < to ? to : i + 2 + LONGEST_MEDIUM);
    return medium && isNamed(tokens, medium) ? medium : null;
  }
  return null;
}

/** "Radio One quoted a doctor as saying". */
function quotedBy(unit: Unit, cue: number): TokenRange | null {
  if (!/^(?:quote|cite)/.test(unit.words[cue] as string)) return null;
  return phraseEndingAt(unit, subjectEnd(unit, cue));
}

/** "told the Tribune", "confirmed to Radio One": a named body that is no audience. */
function toldTo(unit: Unit, { lemma, cue, source }: Attribution, names: readonly NameSpan[]): TokenRange | null {
  if (!TELLS.test(lemma)) return null;
  const { words } = unit;
  let from = rangeOf(unit, cue).to;
  // `"...", said the minister to Radio One`
  if (source && source.start >= cue.end) from = rangeOf(unit, source).to;
  while (LIGHT_ADVERBS.has(words[from] ?? '')) from++;
  if (words[from] === 'to') from++;
  else if (lemma !== 'tell' && lemma !== 'inform') return null;
  const medium = phraseStartingAt(unit, from, from + LONGEST_MEDIUM);
  if (!medium) return null;
  const span = spanOf(unit, medium);
  const inside = names.filter((n) => n.start >= span.start && n.start < span.end);
  const named = inside.find(
    (n) => !/^(?:person|location|group|event)$/.test(n.type) && words[rangeOf(unit, n).to] !== '-',
  );
  if (!named || inside.some(({ type }) => type === 'person')) return null;
  const head = rangeOf(unit, named);
  if (words.slice(medium.from, head.to).some((word) => AUDIENCE.test(word))) return null;
  return { from: DETERMINERS.has(words[medium.from] as string) ? medium.from : head.from, to: head.to };
}

/** "the Tribune reported, citing two officials": the people whom a source rests on. */
function citedBy(unit: Unit, source: TokenRange, cueEnd: number): TokenRange | null {
  const { words } = unit;
  for (let i = source.from; i < Math.max(source.to, cueEnd) + NEAR; i++) {
    const cites = words[i] === 'citing' || words[i] === 'quoting';
    const refers = words[i] === 'reference' && words[i - 1] === 'with' && words[i + 1] === 'to';
    if (!cites && !refers) continue;
    const cited = phraseStartingAt(unit, refers ? i + 2 : i + 1);
    if (!cited || words.slice(cited.from, cited.to).some((word) => EVIDENCE.test(word))) return null;
    if (!isSpeaker(unit, cited, false) && !isSpeaker(unit, cited, true)) return null;
    const place = /^(?:in|at|within|from|inside)$/.test(words[cited.to] ?? '')
      ? phraseStartingAt(unit, cited.to + 1)
      : null;
    return { from: cited.from, to: place?.to ?? cited.to };
  }
  return null;
}

function isNamed(tokens: Unit['tokens'], { from, to }: TokenRange): boolean {
  for (let i = from; i < to; i++) if (isCapitalised(tokens[i]?.text ?? '')) return true;
  return false;
}

/** The tokens that a span of the article touches. */
export function rangeOf({ tokens }: Unit, span: { start: number; end: number }): TokenRange {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((tokens[mid]?.end as number) <= span.start) low = mid + 1;
    else high = mid;
  }
  let to = low;
  while (to < tokens.length && (tokens[to]?.start as number) < span.end) to++;
  return { from: low, to };
}
