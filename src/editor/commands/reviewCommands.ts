import type { RecordRef } from '../../core/model/records.ts';
import { accept, reject } from '../../core/store/edits/decide.ts';
import { setNote } from '../../core/store/edits/noteEdits.ts';
import { removeAdded } from '../../core/store/edits/removeAdded.ts';
import { takeBack } from '../../core/store/edits/takeBack.ts';
import { recordsOf } from '../../core/store/recordTable.ts';
import { askText, type Command, type Commands, decide, nothingHere } from './context.ts';
import { findTarget } from './targets.ts';

const ANY: readonly RecordRef['kind'][] = ['entities', 'mentions', 'claims'];

type DecideOn = typeof accept;

function review(edit: DecideOn): Command {
  return async (context, ...args) => {
    const target = findTarget(context.articles, args, ANY);
    if (!target || target.refs.length === 0) return nothingHere('an annotation');
    decide(context, target.session, edit(target.session.store, target.refs, context.stamp(target.session)));
  };
}

export const reviewCommands: Commands = {
  'dossier.acceptAnnotation': review(accept),
  'dossier.rejectAnnotation': review(reject),
  'dossier.resetAnnotation': async (context, ...args) => {
    const target = findTarget(context.articles, args, ANY);
    if (!target || target.refs.length === 0) return nothingHere('an annotation');
    decide(context, target.session, takeBack(target.session.store, target.refs));
    await target.session.analyze();
  },
  'dossier.removeAnnotation': async (context, ...args) => {
    const target = findTarget(context.articles, args, ANY);
    if (!target || target.refs.length === 0) return nothingHere('an annotation that was made by hand');
    decide(context, target.session, removeAdded(target.session.store, target.refs, context.stamp(target.session)));
  },
  'dossier.writeNote': async (context, ...args) => {
    const target = findTarget(context.articles, args, ['claims', 'entities']);
    const ref = target?.refs[0];
    if (!target || !ref) return nothingHere('an entity or a claim');
    const record = recordsOf(target.session.store.annotations, ref.kind).get(ref.id);
    const note = await askText({
      title: 'Note',
      value: record?.note ?? '',
      prompt: 'Kept in the sidecar. Empty: no note.',
      emptyIsFine: true,
    });
    if (note === undefined) return;
    decide(context, target.session, setNote(target.session.store, ref, note, context.stamp(target.session)));
  },
};
