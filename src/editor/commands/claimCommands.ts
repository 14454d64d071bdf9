import { addClaim, editClaim, setClaimSource, setVerdict } from '../../core/store/edits/claimEdits.ts';
import { askSource, askVerdict } from './choices.ts';
import { askText, type CommandContext, type Commands, decide, nothingHere } from './context.ts';
import { selectedSpan } from './entityCommands.ts';
import { findTarget } from './targets.ts';

function findClaim(context: CommandContext, args: readonly unknown[]) {
  const target = findTarget(context.articles, args, ['claims']);
  const claim = target?.refs[0] && target.session.store.annotations.claims.get(target.refs[0].id);
  return target && claim ? { ...target, claim } : null;
}

export const claimCommands: Commands = {
  'dossier.addClaim': async (context) => {
    const selected = selectedSpan(context);
    if (!selected) return nothingHere('a statement (select it first)');
    const { session, span } = selected;
    const words = session.text.slice(span.start, span.end).replace(/\s+/g, ' ');
    const text = await askText({
      title: 'Add claim from selection',
      value: words,
      prompt: 'The claim in a plain sentence.',
    });
    if (!text) return;
    decide(context, session, addClaim(session.store, [span], { text }, context.stamp(session), context.newId));
  },
  'dossier.editClaim': async (context, ...args) => {
    const found = findClaim(context, args);
    if (!found) return nothingHere('a claim');
    const { session, claim } = found;
    const text = await askText({
      title: 'Edit claim',
      value: claim.text,
      prompt: 'The claim in a plain sentence; the article is not changed.',
    });
    if (text) decide(context, session, editClaim(session.store, claim.id, { text }, context.stamp(session)));
  },
  'dossier.setClaimSource': async (context, ...args) => {
    const found = findClaim(context, args);
    if (!found) return nothingHere('a claim');
    const { session, claim } = found;
    const source = await askSource(session.index, claim);
    if (source !== undefined)
      decide(context, session, setClaimSource(session.store, claim.id, source, context.stamp(session)));
  },
  'dossier.setVerdict': async (context, ...args) => {
    const found = findClaim(context, args);
    if (!found) return nothingHere('a claim');
    const { session, claim } = found;
    const verdict = await askVerdict(claim);
    if (verdict === undefined) return;
    decide(context, session, setVerdict(session.store, claim.id, verdict, context.stamp(session)));
  },
};
