import { placeOf } from '../../core/model/recordSpans.ts';
import type { RecordRef } from '../../core/model/records.ts';
import { reject } from '../../core/store/edits/decide.ts';
import { recordOf } from '../../core/store/edits/editContext.ts';
import { attach, keepLost } from '../../core/store/edits/placeEdits.ts';
import { removeAdded } from '../../core/store/edits/removeAdded.ts';
import { lostPlaces } from '../../core/store/lostPlaces.ts';
import { hull, type Span } from '../../core/text/span.ts';
import type { ArticleSession } from '../articles/articleSession.ts';
import { inContext } from '../problems/orphanProblems.ts';
import { askChoice, type Choice, type CommandContext, type Commands, decide, nothingHere } from './context.ts';
import { selectedSpans } from './entityCommands.ts';
import { findTarget } from './targets.ts';

const LOST = 'an annotation that lost its words';

/** The records that a command is about and that do not stand on their words. */
function findLost(context: CommandContext, args: readonly unknown[]) {
  const target = findTarget(context, args, ['mentions', 'claims', 'notes', 'quotations']);
  const refs = (target?.refs ?? []).filter((ref) => {
    const record = target && recordOf(target.session.store, ref);
    const anchor = record && placeOf(record)?.anchor;
    return anchor === 'orphan' || anchor === 'changed';
  });
  const [ref] = refs;
  return target && ref ? { session: target.session, ref, refs } : null;
}

function isSpan(value: unknown, { length }: string): value is Span {
  if (typeof value !== 'object' || value === null) return false;
  const { start, end } = value as Partial<Span>;
  return (
    Number.isInteger(start) &&
    Number.isInteger(end) &&
    0 <= Number(start) &&
    Number(start) < Number(end) &&
    Number(end) <= length
  );
}

/** Asks where a record is to stand: one of the candidates, or the selected words. */
function askPlace(
  session: ArticleSession,
  ref: RecordRef,
  selected: readonly Span[] | null,
): Promise<readonly Span[] | undefined> {
  const { store, text, lines } = session;
  const places = lostPlaces(store.annotations, [ref], store.blocks).get(ref) ?? [];
  const choices: Choice<readonly Span[]>[] = places.map((place) => ({
    label: inContext(text, place),
    description: `line ${lines.lineAt(place.start) + 1}`,
    value: [place],
  }));
  if (selected)
    choices.unshift({ label: inContext(text, hull(selected)), description: 'the selected words', value: selected });
  const hint = choices.length > 0 ? 'Where it is meant to stand' : 'No place found: select the words in the text first';
  return askChoice('Attach annotation', choices, hint);
}

export const placeCommands: Commands = {
  'dossier.attachAnnotation': async (context, ...args) => {
    const found = findLost(context, args);
    if (!found) return nothingHere(LOST);
    const { session, ref } = found;
    const selection = selectedSpans(context);
    const selected = selection?.session === session ? selection.spans : null;
    const [, given] = args;
    if (given === 'selection' && !selected) return nothingHere('the right words (select them first)');
    const spans =
      given === 'selection' ? selected : isSpan(given, session.text) ? [given] : await askPlace(session, ref, selected);
    if (spans) decide(context, session, attach(session.store, ref, spans, context.stamp(session)));
  },
  'dossier.keepLostAnnotation': (context, ...args) => {
    const found = findLost(context, args);
    if (!found) return nothingHere(LOST);
    decide(context, found.session, keepLost(found.session.store, found.refs, context.stamp(found.session)));
  },
  'dossier.removeLostAnnotation': (context, ...args) => {
    const found = findLost(context, args);
    if (!found) return nothingHere(LOST);
    const { session, ref } = found;
    const edit = recordOf(session.store, ref)?.state === 'added' ? removeAdded : reject;
    decide(context, session, edit(session.store, [ref], context.stamp(session)));
  },
};
