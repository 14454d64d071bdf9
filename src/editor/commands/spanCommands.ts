import * as vscode from 'vscode';
import { placeOf } from '../../core/model/recordSpans.ts';
import type { MentionRecord, RecordRef } from '../../core/model/records.ts';
import { reviewWords } from '../../core/present/reviewWords.ts';
import type { SpanEntry } from '../../core/present/spanIndex.ts';
import type { Edit } from '../../core/store/edit.ts';
import { recordOf, type Stamp } from '../../core/store/edits/editContext.ts';
import { annotateOccurrences, rejectOccurrences } from '../../core/store/edits/occurrenceEdits.ts';
import { resizeRecord } from '../../core/store/edits/resizeRecord.ts';
import { hull, overlap } from '../../core/text/span.ts';
import { stepEdge } from '../../core/text/wordSteps.ts';
import type { ArticleSession } from '../articles/articleSession.ts';
import { toOffset } from '../articles/positions.ts';
import { selectSpan } from '../articles/selectSpan.ts';
import { sayBriefly } from '../messages.ts';
import { askChoice, type Command, type CommandContext, type Commands, decide, nothingHere } from './context.ts';
import { selectedSpans } from './entityCommands.ts';
import { findTarget } from './targets.ts';

/** Moves one edge of the annotation by a word, and selects it. */
export async function resizeByWord(
  context: CommandContext,
  session: ArticleSession,
  ref: RecordRef,
  { edge, step }: { readonly edge: 'start' | 'end'; readonly step: 1 | -1 },
): Promise<void> {
  const record = recordOf(session.store, ref);
  const spans = record ? (placeOf(record)?.spans ?? []) : [];
  const piece = edge === 'start' ? spans[0] : spans.at(-1);
  const moved = piece && stepEdge(session.text, piece, edge, step);
  if (!moved) return sayBriefly('there is no further word to move that edge to.');
  const resized = spans.map((span) => (span === piece ? moved : span));
  decide(context, session, resizeRecord(session.store, ref, resized, context.stamp(session)));
  await selectSpan(session, hull(resized));
}

const resizing =
  (edge: 'start' | 'end', step: 1 | -1): Command =>
  async (context, ...args) => {
    const target = findTarget(context, args, ['mentions', 'claims', 'notes']);
    const ref = target?.refs[0];
    if (!ref) return nothingHere('a mention, a claim or a note');
    await resizeByWord(context, target.session, ref, { edge, step });
  };

/** It shows in no text, but its words are where a person looks for it. */
function rejectedAtCursor({ lines, index }: ArticleSession): MentionRecord | undefined {
  const cursor = vscode.window.activeTextEditor?.selection.active;
  const offset = cursor ? toOffset(lines, cursor) : -1;
  const stands = ({ place }: MentionRecord) => place.spans.some(({ start, end }) => start <= offset && offset <= end);
  for (const mentions of index.rejectedMentions.values()) {
    const found = mentions.find(stands);
    if (found) return found;
  }
  return undefined;
}

/** What is done with all places of the words of a mention, once the person has seen how many they are. */
function everywhere(
  verb: string,
  edit: (
    session: ArticleSession,
    input: { readonly entity: string; readonly words: string },
    stamp: Stamp,
    context: CommandContext,
  ) => Edit,
): Command {
  return async (context, ...args) => {
    const target = findTarget(context, args, ['mentions']);
    const session = target?.session;
    const ref = target?.refs[0];
    const mention = ref ? session?.store.annotations.mentions.get(ref.id) : session && rejectedAtCursor(session);
    if (!session || !mention) return nothingHere('a mention');
    const name = session.store.annotations.entities.get(mention.entity)?.name ?? mention.entity;
    const words = mention.place.exact;
    const stamp = context.stamp(session);
    const { changes } = edit(session, { entity: mention.entity, words }, stamp, context);
    const count = changes.filter(({ kind }) => kind === 'mentions').length;
    if (count === 0) return sayBriefly(`there is no place left where “${words}” could be changed.`);
    const label = `${verb} ${count} ${count === 1 ? 'place' : 'places'} of “${words}”`;
    if (!(await askChoice(name, [{ label, description: `as ${name}`, value: true }]))) return;
    decide(context, session, edit(session, { entity: mention.entity, words }, stamp, context));
  };
}

function noteEntries({ store }: ArticleSession): SpanEntry<RecordRef>[] {
  return [...store.annotations.notes.values()].flatMap(({ id, place }) =>
    place && place.spans.length > 0 ? [{ ...hull(place.spans), value: { kind: 'notes', id } }] : [],
  );
}

export const spanCommands: Commands = {
  'dossier.extendStart': resizing('start', -1),
  'dossier.shrinkStart': resizing('start', 1),
  'dossier.shrinkEnd': resizing('end', -1),
  'dossier.extendEnd': resizing('end', 1),
  'dossier.fitAnnotation': async (context) => {
    const selected = selectedSpans(context);
    if (!selected) return nothingHere('an annotation, and select the words that it should have');
    const { session, spans } = selected;
    const whole = hull(spans);
    const near = [...session.index.spans.entries, ...noteEntries(session)]
      .filter((entry) => overlap(entry, whole) > 0)
      .sort((a, b) => overlap(b, whole) / (b.end - b.start) - overlap(a, whole) / (a.end - a.start));
    const choices = near.map(({ value, start, end }) => ({
      label: session.text.slice(start, end).replace(/\s+/g, ' '),
      description: reviewWords(session.index, value, session.text),
      value,
    }));
    if (choices.length === 0) return nothingHere('an annotation that the selection touches');
    const ref = choices.length === 1 ? choices[0]?.value : await askChoice('Set to the selection', choices);
    if (ref) decide(context, session, resizeRecord(session.store, ref, spans, context.stamp(session)));
  },
  'dossier.annotateOccurrences': everywhere('Annotate', (session, input, stamp, { newId }) =>
    annotateOccurrences(session.store, input, stamp, newId),
  ),
  'dossier.rejectOccurrences': everywhere('Reject', (session, input, stamp) =>
    rejectOccurrences(session.store, input, stamp),
  ),
};
