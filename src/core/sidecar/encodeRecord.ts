import type {
  AnyRecord,
  ClaimRecord,
  ConflictSide,
  EntityRecord,
  Evidence,
  FieldConflict,
  MentionRecord,
  NoteRecord,
  Place,
  QuotationRecord,
  RecordKind,
  RelationRecord,
} from '../model/records.ts';
import { compact, round4 } from './compact.ts';
import { selector as encodeSelector, type PlaceWriter } from './encodePlace.ts';

export type WritePlace = (place: Place) => {
  readonly placed: object;
  readonly part: PlaceWriter['part'];
};

/** A record as a sidecar has it, without the fields that are unknown here. */
export function encodeRecord(kind: RecordKind, record: AnyRecord, write: WritePlace): object {
  switch (kind) {
    case 'entities':
      return encodeEntity(record as EntityRecord);
    case 'mentions': {
      const { place, entity, form } = record as MentionRecord;
      return { ...write(place).placed, entity, form, ...authored(record) };
    }
    case 'claims':
      return encodeClaim(record as ClaimRecord, write);
    case 'quotations': {
      const { place, kind: how, speaker, speakerAt, cueAt } = record as QuotationRecord;
      const { placed, part } = write(place);
      const said = compact({ speaker, speakerAt: part(speakerAt, 'speakerAt'), cueAt: part(cueAt, 'cueAt') });
      return { ...placed, kind: how, ...said, ...authored(record) };
    }
    case 'relations': {
      const { subject, predicate, object, claim } = record as RelationRecord;
      return { ...compact({ subject, predicate, object, claim }), ...authored(record) };
    }
    case 'notes': {
      const { place, text } = record as NoteRecord;
      return { ...(place ? write(place).placed : {}), text, ...authored(record) };
    }
  }
}

function encodeEntity(record: EntityRecord): object {
  const { type, name, aliases, value, mergedInto, notSameAs } = record;
  const names = aliases.map((alias) => ({ name: alias.name, kind: alias.kind }));
  return { ...compact({ type, name, aliases: names, value, mergedInto, notSameAs }), ...authored(record) };
}

function encodeClaim(record: ClaimRecord, write: WritePlace): object {
  const { place, text, attribution, kind, modality, polarity, hedge, topic, entities, verdict, recheck } = record;
  const { placed, part } = write(place);
  const { voice, source, sourceAt, cueAt, chain } = attribution;
  return {
    ...placed,
    text,
    attribution: compact({
      voice,
      source,
      sourceAt: part(sourceAt, 'sourceAt'),
      cueAt: part(cueAt, 'cueAt'),
      chain,
    }),
    ...compact({ kind, modality, polarity, hedge, topic, entities }),
    ...compact({
      figures: record.figures.map(({ at, op, value, max, unit, what }, i) =>
        compact({ at: part(at, `figures.${i}`), op, value, max, unit, what }),
      ),
      times: record.times.map(({ at, edtf, basis, confidence }, i) => ({
        ...compact({ at: part(at, `times.${i}`), edtf }),
        basis,
        confidence: round4(confidence),
      })),
      verdict,
      recheck: recheck || undefined,
      evidence: record.evidence?.map(encodeEvidence),
    }),
    ...authored(record),
  };
}

function encodeEvidence({ kind, ref, stance, selector, archive, retrieved, note }: Evidence): object {
  const stands = selector && encodeSelector(selector);
  return compact({ kind, ref, stance, selector: stands, archive, retrieved, note });
}

function authored(record: AnyRecord): object {
  const { state, origin, score, by, on, note, tags } = record;
  const rounded = score === undefined ? undefined : round4(score);
  const comments = record.comments?.map(({ by, on, text }) => compact({ by, on, text }));
  const conflict = record.conflict?.map(encodeConflict);
  return { state, origin, ...compact({ score: rounded, by, on, note, tags, comments, conflict }) };
}

export function encodeConflict({ field, ours, theirs, moved }: FieldConflict): object {
  return { field, ours: side(ours), theirs: side(theirs), ...compact({ moved }) };
}

/** The value as it is: also null and an empty list are what a side wrote. */
function side({ by, on, ...value }: ConflictSide): object {
  return { ...value, ...compact({ by, on }) };
}
