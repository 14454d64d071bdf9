import type { ExtractedFigure, ExtractedQuotation, ExtractedTime, Extraction } from '../../extract/extraction.ts';
import { durationTimex } from '../../extract/times/durationTimex.ts';
import type { Unit } from '../../extract/times/moment.ts';
import { isKnownType } from '../../model/types.ts';
import { compareSpans, type Span } from '../../text/span.ts';
import { STANDOFF_TYPES } from './standoffTypes.ts';

export interface StandoffOptions {
  readonly id: string;
  /** Maps offsets of the LF-normalised text to the text as it was given; the same text when left out. */
  readonly rawOffset?: (offset: number) => number;
  /** Words in marks within reported speech as quotations of their own too; else one quotation for each report. */
  readonly fragments?: boolean;
}

interface StandoffEntity extends Span {
  readonly type: string;
  readonly form: string;
  readonly cluster?: string;
  readonly name?: string;
  readonly value?: string;
}

const FIGURE_NAMES: Readonly<Record<ExtractedFigure['kind'], string>> = {
  quantity: 'QUANTITY',
  money: 'MONEY',
  percent: 'PERCENT',
};

/**
 * An extraction as one line of standoff JSON: offsets in UTF-16 code units, end exclusive; entities are named e1, e2, ...
 * in the order of the extraction. `entities` holds every name, figure and time in document order; words that refer back
 * ("the group", "he") stand in `mentions`, because readers of such lines take every item of `entities` for a name.
 */
export function toStandoff(
  extraction: Extraction,
  { id, rawOffset = (offset) => offset, fragments = false }: StandoffOptions,
): object {
  const span = ({ start, end }: Span): Span => ({ start: rawOffset(start), end: rawOffset(end) });
  const maybe = (given: Span | null) => given && span(given);
  const cluster = (index: number | null) => (index === null ? null : `e${index + 1}`);
  const parts = (pieces: readonly Span[] | undefined) =>
    pieces ? { parts: pieces.map((piece) => [rawOffset(piece.start), rawOffset(piece.end)]) } : {};
  const placed = (entity: StandoffEntity): StandoffEntity => ({ ...entity, ...span(entity) });
  const { language, referenceDate, zones, quotations, claims, figures, times, relations } = extraction;
  return {
    id,
    language,
    referenceDate: { value: referenceDate.value, basis: referenceDate.basis, confidence: referenceDate.confidence },
    zones: zones.map((zone) => ({ ...span(zone), kind: zone.kind })),
    entities: [...namesOf(extraction, true), ...valuesOf(extraction)].sort(compareSpans).map(placed),
    mentions: namesOf(extraction, false).map(placed),
    quotes: (fragments ? quotations.flatMap(withFragments) : quotations).filter(isSpeech).map((quotation) => ({
      ...span(quotation),
      ...parts(quotation.parts),
      speaker: maybe(quotation.speaker),
      cue: maybe(quotation.cue),
      kind: quotation.kind === 'scare' ? 'direct' : quotation.kind,
      ...(quotation.entity === null ? {} : { cluster: cluster(quotation.entity) }),
    })),
    claims: claims.map((claim) => ({
      ...span(claim),
      ...parts(claim.parts),
      text: claim.text,
      voice: claim.voice,
      source: cluster(claim.source),
      sourceAt: maybe(claim.sourceAt),
      cue: maybe(claim.cue),
      chain: claim.chain.map((link) => (typeof link === 'string' ? link : cluster(link))),
      hedge: claim.hedge,
      polarity: claim.polarity,
      modality: claim.modality,
      kind: claim.kind,
      checkworthy: claim.checkworthy,
      score: claim.score,
      topic: claim.topic,
      subject: cluster(claim.subject),
      figures: claim.figures,
      times: claim.times,
    })),
    figures: figures.map((figure) => ({
      ...span(figure),
      op: figure.op,
      value: figure.value,
      ...(figure.max === undefined ? {} : { max: figure.max }),
      unit: figure.unit,
      what: figure.what,
    })),
    times: times.map((time) => ({ ...span(time), edtf: time.edtf, basis: time.basis, confidence: time.score })),
    relations: relations.map(({ subject, predicate, object, claim }) => ({
      subject: cluster(subject),
      predicate,
      object: cluster(object),
      ...(claim === null ? {} : { claim }),
    })),
  };
}

/** Words in marks that nobody is said to have spoken are terms, not quotations. */
function isSpeech({ kind, speaker }: ExtractedQuotation): boolean {
  return kind !== 'scare' || speaker !== null;
}

/** A report and the words that it quotes, which its speaker said. */
function withFragments(report: ExtractedQuotation): ExtractedQuotation[] {
  const { fragments = [], parts: _, ...shared } = report;
  return [report, ...fragments.map((span) => ({ ...shared, ...span, kind: 'direct' as const }))];
}

/** The mentions that are names, or those that are not. */
function namesOf({ entities, mentions }: Extraction, names: boolean): StandoffEntity[] {
  const all: StandoffEntity[] = [];
  for (const { start, end, entity: index, form } of mentions) {
    const entity = entities[index];
    if (!entity || (form === 'name') !== names) continue;
    const { type, name, value } = entity;
    const known = { type: STANDOFF_TYPES[isKnownType(type) ? type : 'other'], form, cluster: `e${index + 1}`, name };
    all.push({ start, end, ...known, ...(value === undefined ? {} : { value }) });
  }
  return all;
}

function valuesOf({ figures, times }: Extraction): StandoffEntity[] {
  const amounts = figures.map(({ start, end, kind }) => ({ start, end, type: FIGURE_NAMES[kind], form: 'name' }));
  return [...amounts, ...figures.flatMap(standoffLength), ...times.flatMap(standoffTimes)];
}

const LENGTHS: ReadonlySet<string> = new Set<Unit>(['minute', 'hour', 'day', 'week', 'month', 'year']);

/** A figure that measures a length of time is a time expression of TimeML too. */
function standoffLength({ start, end, unit, what, value }: ExtractedFigure): StandoffEntity[] {
  if (unit === null || !LENGTHS.has(unit) || what === 'age' || what?.includes(unit)) return [];
  return [{ start, end, type: 'DATE', form: 'name', value: durationTimex(value, unit as Unit) }];
}

/** A time; a range that words join as its two ends, as annotated sets mark it. */
function standoffTimes({ start, end, kind, timex, ends }: ExtractedTime): StandoffEntity[] {
  const type = kind === 'time' ? 'TIME' : 'DATE';
  return (ends ?? [{ start, end, timex }]).map((one) => ({
    start: one.start,
    end: one.end,
    type,
    form: 'name',
    ...(one.timex === null ? {} : { value: one.timex }),
  }));
}
