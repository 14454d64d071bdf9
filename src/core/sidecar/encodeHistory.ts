import type { TextBlocks } from '../anchor/textBlocks.ts';
import type { Change, Edit } from '../store/edit.ts';
import type { KeptHistory, LostEdits } from '../store/keptHistory.ts';
import { decisionHash } from './decision.ts';
import { type EncodedEdit, type EncodedRecords, rawRecord } from './encodedRecords.ts';
import { HISTORY_FORMAT } from './historyLines.ts';
import { plainChange } from './plainFields.ts';

/** Of all edits behind the next ones; a change of one record's state is about a hundred. */
const MOST_CHARACTERS = 4_000_000;

type List = 'done' | 'undone';

/**
 * What can be undone and redone, as lines of JSON, piece by piece, each the work of one record at most: the next edit of
 * each list, however large it is, those behind these that fit four million characters, and what is not kept. A change is
 * told by the fields that it gives other values, from the records of the sidecar on.
 * @param sidecar names the sidecar that holds the records as they are.
 * @param encoded what earlier calls have encoded; is added to.
 */
export function* historyPieces<Piece>(
  { blocks, lost = {}, ...history }: KeptHistory,
  sidecar: string,
  encoded: EncodedRecords<Piece>,
): Generator<Piece> {
  const { encode } = encoded;
  encoded.begin(blocks);
  const { edits } = encoded;
  yield encode(line({ format: HISTORY_FORMAT, sidecar, text: blocks.sha256 }));
  let room = MOST_CHARACTERS;
  const behind: { -readonly [K in keyof LostEdits]: LostEdits[K] } = { ...lost };
  for (const list of ['done', 'undone'] as const) {
    for (const [n, edit] of history[list].entries()) {
      const most = n === 0 ? Number.POSITIVE_INFINITY : room;
      const known = edits[list].get(edit) ?? (yield* encodeEdit(list, edit, most));
      if (!known || known.length > most) {
        behind[list] = { label: edit.label, because: 'tooLarge' };
        break;
      }
      edits[list].set(edit, known);
      if (n > 0) room -= known.length;
      yield known.piece;
    }
  }
  yield encode(line({ lost: behind }));

  function* encodeEdit(list: List, edit: Edit, most: number): Generator<Piece, EncodedEdit<Piece> | null> {
    const { label, changes, card } = edit;
    const lines = [line({ list, label, changes: changes.length, card })];
    let length = lines[0]?.length ?? 0;
    for (const change of changes) {
      const next = line(changeOf(list, change, blocks));
      lines.push(next);
      length += next.length;
      if (length > most) return null;
      // Others may have their turn.
      yield encode('');
    }
    return { piece: encode(lines.join('')), length };
  }
}

function changeOf(list: List, { kind, id, before, after }: Change, blocks: TextBlocks): object {
  const [from, to] = list === 'done' ? [after, before] : [before, after];
  const head = { kind, id, from: from && decisionHash(kind, from) };
  if (!to) return head;
  const plain = from && plainChange(from, to);
  return plain ? { ...head, plain } : { ...head, record: rawRecord(kind, to, blocks) };
}

const line = (value: object) => `${JSON.stringify(value)}\n`;
