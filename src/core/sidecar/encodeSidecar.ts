import type { TextBlocks } from '../anchor/textBlocks.ts';
import type {
  AnyRecord,
  ClaimRecord,
  ConflictSide,
  EntityRecord,
  Evidence,
  FieldConflict,
  MentionRecord,
  NoteRecord,
  QuotationRecord,
  RecordKind,
  RelationRecord,
} from '../model/records.ts';
import { RECORD_KINDS } from '../model/records.ts';
import { sha256Hex } from '../text/hash.ts';
import { compact, round4 } from './compact.ts';
import { type Dossier, SOURCE_FIELDS } from './dossier.ts';
import { encodePlace, selector as encodeSelector } from './encodePlace.ts';
import { withExtra } from './extra.ts';
import { SIDECAR_VERSION } from './migrations.ts';

/**
 * The text of a sidecar: UTF-8 without byte order mark, LF, two spaces, final newline; records by id in bytewise order,
 * fields in a fixed order, nothing empty, no time of saving. The same content gives the same bytes.
 * @param blocks the text that all spans count in.
 */
export function serialiseSidecar(dossier: Dossier, blocks: TextBlocks): string {
  return `${JSON.stringify(encodeSidecar(dossier, blocks), null, 2)}\n`;
}

function encodeSidecar(dossier: Dossier, blocks: TextBlocks): object {
  const { source, annotations } = dossier;
  const { path, firstSha256, ...about } = Object.fromEntries(SOURCE_FIELDS.map((field) => [field, source[field]]));
  const file: Record<string, unknown> = {
    ...compact({ $schema: dossier.schema }),
    format: 'dossier',
    version: SIDECAR_VERSION,
    source: compact({ path, sha256: sha256Hex(blocks.text), firstSha256, offsets: 'utf-16; LF', ...about }),
    ...compact({ extractor: dossier.extractor, conflict: dossier.conflict?.map(encodeConflict) }),
  };
  for (const kind of RECORD_KINDS) {
    const records = [...annotations[kind].values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    if (records.length === 0) continue;
    file[kind] = Object.fromEntries(
      records.map((record) => [record.id, withExtra(encodeRecord(kind, record, blocks), record.extra)]),
    );
  }
  return withExtra(file, dossier.extra);
}

function encodeRecord(kind: RecordKind, record: AnyRecord, blocks: TextBlocks): object {
  switch (kind) {
    case 'entities':
      return encodeEntity(record as EntityRecord);
    case 'mentions': {
      const { place, entity, form } = record as MentionRecord;
      return { ...encodePlace(place, blocks).placed, entity, form, ...authored(record) };
    }
    case 'claims':
      return encodeClaim(record as ClaimRecord, blocks);
    case 'quotations': {
      const { place, kind: how, speaker, speakerAt, cueAt } = record as QuotationRecord;
      const { placed, part } = encodePlace(place, blocks);
      const said = compact({ speaker, speakerAt: part(speakerAt, 'speakerAt'), cueAt: part(cueAt, 'cueAt') });
      return { ...placed, kind: how, ...said, ...authored(record) };
    }
    case 'relations': {
      const { subject, predicate, object, claim } = record as RelationRecord;
      return { ...compact({ subject, predicate, object, claim }), ...authored(record) };
    }
    case 'notes': {
      const { place, text } = record as NoteRecord;
      return { ...(place ? encodePlace(place, blocks).placed : {}), text, ...authored(record) };
    }
  }
}

function encodeEntity(record: EntityRecord): object {
  const { type, name, aliases, value, mergedInto, notSameAs } = record;
  const names = aliases.map((alias) => ({ name: alias.name, kind: alias.kind }));
  return { ...compact({ type, name, aliases: names, value, mergedInto, notSameAs }), ...authored(record) };
}

function encodeClaim(record: ClaimRecord, blocks: TextBlocks): object {
  const { place, text, attribution, kind, modality, polarity, hedge, topic, entities, verdict, recheck } = record;
  const { placed, part } = encodePlace(place, blocks);
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

function encodeConflict({ field, ours, theirs }: FieldConflict): object {
  return { field, ours: side(ours), theirs: side(theirs) };
}

/** The value as it is: also null and an empty list are what a side wrote. */
function side({ by, on, ...value }: ConflictSide): object {
  return { ...value, ...compact({ by, on }) };
}
