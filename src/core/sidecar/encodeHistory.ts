import type { Edit } from '../store/edit.ts';
import type { KeptHistory, NextEdits } from '../store/keptHistory.ts';
import type { EncodedRecords } from './encodedRecords.ts';

/** More would keep a person waiting when the article is opened again. */
const MOST_CHARACTERS = 2_000_000;

/**
 * What can be undone and redone as JSON, piece by piece, each the work of one record at most: the next edits that fit two
 * million characters, those to undo first, and the labels of those that come behind them. Records are written as in a sidecar.
 * @param sidecar names the sidecar that holds the records as they are.
 * @param encoded what earlier calls have encoded; is added to.
 */
export function* historyPieces<Piece>(
  { blocks, done, undone, tooLarge = {} }: KeptHistory,
  sidecar: string,
  encoded: EncodedRecords<Piece>,
): Generator<Piece> {
  const { encode } = encoded;
  encoded.begin(blocks);
  yield encode(`{"sidecar":${JSON.stringify(sidecar)},"text":"${blocks.sha256}"`);
  let room = MOST_CHARACTERS;
  const behind: { -readonly [K in keyof NextEdits]: NextEdits[K] } = { ...tooLarge };
  yield* list('done', done);
  yield* list('undone', undone);
  yield encode(`,"tooLarge":${JSON.stringify(behind)}}\n`);

  function* list(name: 'done' | 'undone', edits: readonly Edit[]): Generator<Piece> {
    yield encode(`,"${name}":[`);
    for (const [n, { label, changes, card }] of edits.entries()) {
      const made: string[] = [];
      for (const { kind, id, before, after } of changes) {
        const [was, is] = [before, after].map((record) => (record ? encoded.jsonOf(kind, record, blocks) : 'null'));
        const json = `{"kind":"${kind}","id":${JSON.stringify(id)},"before":${was},"after":${is}}`;
        made.push(json);
        room -= json.length;
        if (room < 0) break;
        // Others may have their turn.
        yield encode('');
      }
      if (room < 0) {
        behind[name] = label;
        break;
      }
      const fields = card ? `,"card":${JSON.stringify(card)}` : '';
      yield encode(`${n === 0 ? '' : ','}{"label":${JSON.stringify(label)},"changes":[${made.join()}]${fields}}`);
    }
    yield encode(']');
  }
}
