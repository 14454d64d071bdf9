import type { TextBlocks } from '../anchor/textBlocks.ts';
import { type AnyRecord, RECORD_KINDS } from '../model/records.ts';
import { recordsOf } from '../store/recordTable.ts';
import { compact } from './compact.ts';
import { type Dossier, SOURCE_FIELDS } from './dossier.ts';
import { EncodedRecords } from './encodedRecords.ts';
import { encodeConflict } from './encodeRecord.ts';
import { withExtra } from './extra.ts';
import { indented } from './indented.ts';
import { SIDECAR_VERSION } from './migrations.ts';

/** Records whose ids begin with these many characters are encoded together: a few, as ids are random. */
const SAME_START = 5;
const MOST_TOGETHER = 64;

/**
 * The text of a sidecar: UTF-8 without byte order mark, LF, two spaces, final newline; records by id in bytewise order,
 * fields in a fixed order, nothing empty, no time of saving. The same content gives the same bytes.
 * @param blocks the text that all spans count in.
 */
export function serialiseSidecar(dossier: Dossier, blocks: TextBlocks): string {
  return [...sidecarPieces(dossier, blocks, new EncodedRecords((text) => text))].join('');
}

/**
 * {@link serialiseSidecar} piece by piece, each the work of a few records. What is written is the dossier at the
 * time of the call, whatever changes while the pieces are taken.
 * @param encoded what earlier calls have encoded; is added to.
 */
export function sidecarPieces<Piece>(
  dossier: Dossier,
  blocks: TextBlocks,
  encoded: EncodedRecords<Piece>,
): Iterable<Piece> {
  const { encode } = encoded;
  encoded.begin(blocks);
  const { source, annotations, extra } = dossier;
  const { path, firstSha256, ...about } = Object.fromEntries(SOURCE_FIELDS.map((field) => [field, source[field]]));
  const head = {
    ...compact({ $schema: dossier.schema }),
    format: 'dossier',
    version: SIDECAR_VERSION,
    source: compact({ path, sha256: blocks.sha256, firstSha256, offsets: 'utf-16; LF', ...about }),
    ...compact({ extractor: dossier.extractor, conflict: source.conflict?.map(encodeConflict) }),
  };
  const kinds = RECORD_KINDS.map((kind) => ({
    kind,
    records: encoded.inOrder(kind, recordsOf(annotations, kind)),
  })).filter(({ records }) => records.length > 0);
  const known = new Set([...Object.keys(head), ...kinds.map(({ kind }): string => kind)]);
  const own = Object.entries(extra?.own ?? {}).filter(([key]) => !known.has(key));
  return pieces();

  function* pieces(): Generator<Piece> {
    const fields = Object.entries(withExtra(head, extra?.below && { below: extra.below }));
    yield encode(`{\n${fields.map(field).join(',\n')}`);
    const comma = encode(',\n');
    for (const { kind, records } of kinds) {
      yield encode(`,\n  "${kind}": {\n`);
      for (let from = 0, to = 0; from < records.length; from = to) {
        if (from > 0) yield comma;
        to = endOfGroup(records, from);
        yield encoded.groupOf(kind, records.slice(from, to), blocks);
      }
      yield encode('\n  }');
    }
    for (const entry of own) yield encode(`,\n${field(entry)}`);
    yield encode('\n}\n');
  }
}

function endOfGroup(records: readonly AnyRecord[], from: number): number {
  const start = records[from]?.id.slice(0, SAME_START);
  let to = from + 1;
  while (to < from + MOST_TOGETHER && records[to]?.id.slice(0, SAME_START) === start) to++;
  return to;
}

const field = ([key, value]: readonly [string, unknown]) => `  ${JSON.stringify(key)}: ${indented(value, '  ')}`;
