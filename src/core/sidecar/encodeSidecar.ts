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
import { recordsOf } from '../store/recordTable.ts';
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
  return [...sidecarPieces(dossier, blocks, new EncodedRecords())].join('');
}

/** The JSON of records as they stand in one text, and their order, kept for the next save: records and texts are immutable. */
export class EncodedRecords {
  #blocks: TextBlocks | null = null;
  #records = new WeakMap<AnyRecord, string>();
  readonly #ids = new Map<RecordKind, string[]>();

  /** Forgets what was encoded in another text. */
  begin(blocks: TextBlocks): void {
    if (blocks === this.#blocks) return;
    this.#blocks = blocks;
    this.#records = new WeakMap();
  }

  jsonOf(kind: RecordKind, record: AnyRecord, blocks: TextBlocks): string {
    const known = blocks === this.#blocks ? this.#records.get(record) : undefined;
    if (known !== undefined) return known;
    const json = indented(withExtra(encodeRecord(kind, record, blocks), record.extra), '    ');
    if (blocks === this.#blocks) this.#records.set(record, json);
    return json;
  }

  /** The records in bytewise order of their ids, which is known but for those that are new. */
  inOrder(kind: RecordKind, table: ReadonlyMap<string, AnyRecord>): AnyRecord[] {
    const ids = (this.#ids.get(kind) ?? []).filter((id) => table.has(id));
    if (ids.length < table.size) {
      const known = new Set(ids);
      for (const id of table.keys()) if (!known.has(id)) ids.push(id);
      ids.sort((a, b) => (a < b ? -1 : 1));
    }
    this.#ids.set(kind, ids);
    return ids.map((id) => table.get(id) as AnyRecord);
  }
}

/**
 * {@link serialiseSidecar} piece by piece, each the work of one record at most. What is written is the dossier at the
 * time of the call, whatever changes while the pieces are taken.
 * @param encoded what earlier calls have encoded; is added to.
 */
export function sidecarPieces(dossier: Dossier, blocks: TextBlocks, encoded: EncodedRecords): Iterable<string> {
  encoded.begin(blocks);
  const { source, annotations, extra } = dossier;
  const { path, firstSha256, ...about } = Object.fromEntries(SOURCE_FIELDS.map((field) => [field, source[field]]));
  const head = {
    ...compact({ $schema: dossier.schema }),
    format: 'dossier',
    version: SIDECAR_VERSION,
    source: compact({ path, sha256: blocks.sha256, firstSha256, offsets: 'utf-16; LF', ...about }),
    ...compact({ extractor: dossier.extractor, conflict: dossier.conflict?.map(encodeConflict) }),
  };
  const kinds = RECORD_KINDS.map((kind) => ({
    kind,
    records: encoded.inOrder(kind, recordsOf(annotations, kind)),
  })).filter(({ records }) => records.length > 0);
  const known = new Set([...Object.keys(head), ...kinds.map(({ kind }): string => kind)]);
  const own = Object.entries(extra?.own ?? {}).filter(([key]) => !known.has(key));
  return pieces();

  function* pieces(): Generator<string> {
    const fields = Object.entries(withExtra(head, extra?.below && { below: extra.below }));
    yield `{\n${fields.map(field).join(',\n')}`;
    for (const { kind, records } of kinds) {
      yield `,\n  "${kind}": {\n`;
      for (const [i, record] of records.entries()) {
        yield `${i === 0 ? '' : ',\n'}    ${JSON.stringify(record.id)}: ${encoded.jsonOf(kind, record, blocks)}`;
      }
      yield '\n  }';
    }
    for (const entry of own) yield `,\n${field(entry)}`;
    yield '\n}\n';
  }
}

const field = ([key, value]: readonly [string, unknown]) => `  ${JSON.stringify(key)}: ${indented(value, '  ')}`;

/** JSON whose lines after the first begin with `margin`; line feeds inside of strings are escaped. */
const indented = (value: unknown, margin: string) => JSON.stringify(value, null, 2).replaceAll('\n', `\n${margin}`);

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
