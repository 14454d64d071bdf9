import { RECORD_KINDS, type RecordRef } from '../../core/model/records.ts';
import type { ArticleState } from '../../core/store/articleState.ts';
import type { Edit } from '../../core/store/edit.ts';
import { combineEdits } from '../../core/store/edits/combineEdits.ts';
import { accept, reject } from '../../core/store/edits/decide.ts';
import { countWords } from '../../core/store/edits/label.ts';
import { setNote } from '../../core/store/edits/noteEdits.ts';
import { removeAdded } from '../../core/store/edits/removeAdded.ts';
import { takeBack } from '../../core/store/edits/takeBack.ts';
import { recordsOf } from '../../core/store/recordTable.ts';
import { sayBriefly } from '../messages.ts';
import {
  askChoice,
  askText,
  type Choice,
  type Command,
  type Commands,
  decide,
  nothingHere,
  QUIET_CHANGES,
} from './context.ts';
import { findTarget } from './targets.ts';

/** A note is a person's from the start: it is removed, not rejected. */
const OPEN: readonly RecordRef['kind'][] = ['entities', 'mentions', 'claims', 'quotations', 'relations'];

/** One way to decide on many records. */
interface Act {
  readonly verb: string;
  readonly icon: string;
  readonly make: typeof accept;
  /** Whether the machine has to be asked again afterwards. */
  readonly stale: boolean;
}

const ACCEPT: Act = { verb: 'Accept', icon: 'check', make: accept, stale: false };
const REJECT: Act = { verb: 'Reject', icon: 'close', make: reject, stale: false };
const TAKE_BACK: Act = { verb: 'Take back decisions on', icon: 'discard', make: takeBack, stale: true };

/** What a person chooses to do it, with the count of what it changes. */
const choiceOf = (act: Act, { changes }: Edit): Choice<Act> => ({
  label: `$(${act.icon}) ${act.verb} ${countWords(changes)}`,
  value: act,
});

/** Decides on what a command is about; where that are many records, once the person has seen how many. */
function review(act: Act, kinds = OPEN): Command {
  return async (context, ...args) => {
    const target = findTarget(context, args, kinds);
    if (!target || target.refs.length === 0) return nothingHere('an annotation');
    const { session, refs } = target;
    const make = () => act.make(session.store, refs, context.stamp(session));
    let edit = make();
    if (edit.changes.length > QUIET_CHANGES) {
      if (!(await askChoice(edit.label, [choiceOf(act, edit)]))) return;
      // The article may be another one by now.
      edit = make();
    }
    decide(context, session, edit);
    if (act.stale) await session.analyze();
  };
}

/** Decides on all rows that the filter of a view keeps, once the person has seen how many they are. */
function decideShown(view: 'entities' | 'claims'): Command {
  return async (context) => {
    const session = context.articles.current;
    const refs = context.views.tree(view)?.records() ?? [];
    if (!session || refs.length === 0) return sayBriefly(`the ${view} view shows nothing to decide on.`);
    const edit = ({ make }: Act) => make(session.store, refs, context.stamp(session));
    const choices = [ACCEPT, REJECT, TAKE_BACK]
      .map((act) => [act, edit(act)] as const)
      .flatMap(([act, planned]) => (planned.changes.length > 0 ? [choiceOf(act, planned)] : []));
    if (choices.length === 0) return sayBriefly('there is nothing to change in what the view shows.');
    const filter = context.views.filter(view);
    const act = await askChoice(`All ${refs.length} shown`, choices, filter ? `Filter: ${filter}` : 'No filter is set');
    if (!act) return;
    decide(context, session, edit(act));
    if (act.stale) await session.analyze();
  };
}

export const reviewCommands: Commands = {
  'dossier.decideShownEntities': decideShown('entities'),
  'dossier.decideShownClaims': decideShown('claims'),
  'dossier.acceptAnnotation': review(ACCEPT, RECORD_KINDS),
  'dossier.rejectAnnotation': review(REJECT),
  'dossier.resetAnnotation': review(TAKE_BACK),
  'dossier.removeAnnotation': async (context, ...args) => {
    const target = findTarget(context, args, RECORD_KINDS);
    const edit = target && removeAdded(target.session.store, target.refs, context.stamp(target.session));
    if (!target || !edit?.changes.length) return nothingHere('an annotation that was made by hand');
    decide(context, target.session, edit);
  },
  'dossier.writeNote': async (context, ...args) => {
    const target = findTarget(context, args, ['claims', 'entities', 'notes']);
    if (!target || target.refs.length === 0) return nothingHere('an entity or a claim');
    const { session, refs } = target;
    const { annotations } = session.store;
    const noteOf = ({ kind, id }: RecordRef) =>
      (kind === 'notes' ? annotations.notes.get(id)?.text : recordsOf(annotations, kind).get(id)?.note) ?? '';
    const notes = new Set(refs.map(noteOf));
    const [common = ''] = notes.size === 1 ? notes : [];
    const note = await askText({
      title: refs.length === 1 ? 'Note' : `Note on ${refs.length} records`,
      value: common,
      prompt: 'Kept in the sidecar. Empty: no note.',
      emptyIsFine: true,
    });
    if (note === undefined) return;
    const stamp = context.stamp(session);
    const makers = refs.map((ref) => (state: ArticleState) => setNote(state, ref, note, stamp));
    decide(context, session, combineEdits(session.store, `Write note on ${refs.length} records`, makers));
  },
};
