import type {
  AnyRecord,
  ClaimFigure,
  ClaimRecord,
  ClaimTime,
  Comment,
  Evidence,
  FieldConflict,
  RecordKind,
} from '../model/records.ts';
import type { Span } from '../text/span.ts';
import { type Anchored, selectorOf } from './placeAll.ts';
import type {
  SidecarClaim,
  SidecarConflict,
  SidecarEntity,
  SidecarEvidence,
  SidecarMention,
  SidecarNote,
  SidecarQuotation,
  SidecarRecord,
  SidecarRelation,
} from './schema.ts';

/** @param anchored where the record stands; null for kinds that stand nowhere. */
export function decodeRecord(kind: RecordKind, id: string, raw: SidecarRecord, anchored: Anchored | null): AnyRecord {
  const head = { id, ...authored(raw) };
  switch (kind) {
    case 'entities': {
      const { type, name, aliases = [], value, mergedInto, notSameAs } = raw as SidecarEntity;
      const names = aliases.map((alias) => ({ name: alias.name, kind: alias.kind }));
      return { ...head, type, name, aliases: names, ...present({ value, mergedInto, notSameAs }) };
    }
    case 'mentions': {
      const { entity, form } = raw as SidecarMention;
      return { ...head, place: standing(anchored).place, entity, form };
    }
    case 'claims':
      return { ...head, ...claimFields(raw as SidecarClaim, standing(anchored)) };
    case 'quotations': {
      const { kind: how, speaker = null } = raw as SidecarQuotation;
      const { place, parts } = standing(anchored);
      return {
        ...head,
        place,
        kind: how,
        speaker,
        speakerAt: parts.get('speakerAt') ?? [],
        cueAt: parts.get('cueAt') ?? [],
      };
    }
    case 'relations': {
      const { subject, predicate, object, claim = null } = raw as SidecarRelation;
      return { ...head, subject, predicate, object, claim };
    }
    case 'notes':
      return { ...head, place: anchored?.place ?? null, text: (raw as SidecarNote).text };
  }
}

function claimFields(raw: SidecarClaim, { place, parts }: Anchored) {
  const {
    text,
    attribution,
    kind,
    modality,
    polarity,
    hedge = null,
    topic = null,
    entities = [],
    verdict,
    recheck,
  } = raw;
  const at = (path: string): readonly Span[] => parts.get(path) ?? [];
  const fields: Omit<ClaimRecord, 'id' | 'state' | 'origin'> = {
    place,
    text,
    attribution: {
      voice: attribution.voice,
      source: attribution.source ?? null,
      sourceAt: at('sourceAt'),
      cueAt: at('cueAt'),
      chain: attribution.chain ?? [],
    },
    ...{ kind, modality, polarity, hedge, topic, entities },
    figures: (raw.figures ?? []).map(
      ({ op, value, max, unit = null, what = null }, i): ClaimFigure => ({
        at: at(`figures.${i}`),
        ...{ op, value, unit, what },
        ...present({ max }),
      }),
    ),
    times: (raw.times ?? []).map(
      ({ edtf = null, basis, confidence }, i): ClaimTime => ({ at: at(`times.${i}`), edtf, basis, confidence }),
    ),
    ...present({ verdict }),
    ...(recheck ? { recheck } : {}),
    ...present({ evidence: raw.evidence?.map(evidenceOf) }),
  };
  return fields;
}

function evidenceOf({ kind, ref, stance, selector, archive, retrieved, note }: SidecarEvidence): Evidence {
  const stands = selector && selectorOf(selector.at, selector.quote);
  return { kind, ref, stance, ...present({ selector: stands, archive, retrieved, note }) };
}

function authored(record: SidecarRecord) {
  const { state, origin, score, by, on, note, tags } = record;
  const comments = record.comments?.map((comment): Comment => ({ text: comment.text, ...signed(comment) }));
  const conflict = record.conflict?.map(conflictOf);
  return { state, origin, ...present({ score, by, on, note, tags, comments, conflict }) };
}

export function conflictOf({ field, ours, theirs, moved }: SidecarConflict): FieldConflict {
  return { field, ours: sideOf(ours), theirs: sideOf(theirs), ...present({ moved }) };
}

interface Signed {
  readonly by?: string | undefined;
  readonly on?: string | undefined;
}

const signed = ({ by, on }: Signed) => present({ by, on });

function sideOf(side: Signed & { readonly value?: unknown }): FieldConflict['ours'] {
  return { ...(Object.hasOwn(side, 'value') ? { value: side.value } : {}), ...signed(side) };
}

function standing(anchored: Anchored | null): Anchored {
  if (!anchored) throw new RangeError('A record that stands in the text has no selector.');
  return anchored;
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
}
