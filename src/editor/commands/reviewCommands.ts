import type { RecordRef } from '../../core/model/records.ts';
import type { ArticleState } from '../../core/store/articleState.ts';
import { combineEdits } from '../../core/store/edits/combineEdits.ts';
import { accept, reject } from '../../core/store/edits/decide.ts';
import { setNote } from '../../core/store/edits/noteEdits.ts';
import { removeAdded } from '../../core/store/edits/removeAdded.ts';
import { takeBack } from '../../core/store/edits/takeBack.ts';
import { recordsOf } from '../../core/store/recordTable.ts';
import { sayBriefly } from '../messages.ts';
import { askChoice, askText, type Command, type Commands, decide, nothingHere } from './context.ts';
import { findTarget } from './targets.ts';

const ANY: readonly RecordRef['kind'][] = ['entities', 'mentions', 'claims'];

type DecideOn = typeof accept;

function review(edit: DecideOn): Command {
  return async (context, ...args) => {
    const target = findTarget(context, args, ANY);
    if (!target || target.refs.length === 0) return nothingHere('an annotation');
    decide(context, target.session, edit(target.session.store, target.refs, context.stamp(target.session)));
  };
}

/** Decides on all rows that the filter of a view keeps, once the person has seen how many they are. */
function decideShown(view: 'entities' | 'claims'): Command {
  return async (context) => {
    const session = context.articles.current;
    const refs = context.views.tree(view)?.records() ?? [];
    if (!session || refs.length === 0) return sayBriefly(`the ${view} view shows nothing to decide on.`);
    const { store } = session;
    const stamp = context.stamp(session);
    const edits = [
      { verb: 'Accept', icon: 'check', make: () => accept(store, refs, stamp), stale: false },
      { verb: 'Reject', icon: 'close', make: () => reject(store, refs, stamp), stale: false },
      { verb: 'Take back decisions on', icon: 'discard', make: () => takeBack(store, refs), stale: true },
    ];
    const choices = edits.flatMap((edit) => {
      const { changes } = edit.make();
      const count = changes.filter(({ kind }) => kind === view).length;
      const mentions = changes.filter(({ kind }) => kind === 'mentions').length;
      if (changes.length === 0) return [];
      const description = mentions > 0 ? `and ${mentions} mentions` : '';
      return { label: `$(${edit.icon}) ${edit.verb} ${count} ${view}`, description, value: edit };
    });
    if (choices.length === 0) return sayBriefly('there is nothing to change in what the view shows.');
    const filter = context.views.filter(view);
    const edit = await askChoice(
      `All ${refs.length} shown`,
      choices,
      filter ? `Filter: ${filter}` : 'No filter is set',
    );
    if (!edit) return;
    decide(context, session, edit.make());
    if (edit.stale) await session.analyze();
  };
}

export const reviewCommands: Commands = {
  'dossier.decideShownEntities': decideShown('entities'),
  'dossier.decideShownClaims': decideShown('claims'),
  'dossier.acceptAnnotation': review(accept),
  'dossier.rejectAnnotation': review(reject),
  'dossier.resetAnnotation': async (context, ...args) => {
    const target = findTarget(context, args, ANY);
    if (!target || target.refs.length === 0) return nothingHere('an annotation');
    decide(context, target.session, takeBack(target.session.store, target.refs));
    await target.session.analyze();
  },
  'dossier.removeAnnotation': async (context, ...args) => {
    const target = findTarget(context, args, ANY);
    if (!target || target.refs.length === 0) return nothingHere('an annotation that was made by hand');
    decide(context, target.session, removeAdded(target.session.store, target.refs, context.stamp(target.session)));
  },
  'dossier.writeNote': async (context, ...args) => {
    const target = findTarget(context, args, ['claims', 'entities']);
    if (!target || target.refs.length === 0) return nothingHere('an entity or a claim');
    const { session, refs } = target;
    const notes = new Set(refs.map(({ kind, id }) => recordsOf(session.store.annotations, kind).get(id)?.note ?? ''));
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
