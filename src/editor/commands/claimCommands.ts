import { sliceOf } from '../../core/present/words.ts';
import type { ArticleState } from '../../core/store/articleState.ts';
import { addClaim, editClaim, setClaimSource, setVerdict } from '../../core/store/edits/claimEdits.ts';
import { combineEdits } from '../../core/store/edits/combineEdits.ts';
import { askSource, askVerdict } from './choices.ts';
import { askText, type CommandContext, type Commands, decide, nothingHere } from './context.ts';
import { selectedSpans } from './entityCommands.ts';
import { findTarget } from './targets.ts';

/** The claims that a command is about; the clicked one is `claim`. */
function findClaims(context: CommandContext, args: readonly unknown[]) {
  const target = findTarget(context, args, ['claims']);
  const claims = target?.refs.flatMap(({ id }) => target.session.store.annotations.claims.get(id) ?? []) ?? [];
  const [claim] = claims;
  return target && claim ? { session: target.session, claim, claims } : null;
}

export const claimCommands: Commands = {
  'dossier.addClaim': async (context) => {
    const selected = selectedSpans(context);
    if (!selected) return nothingHere('a statement (select it first)');
    const { session, spans } = selected;
    const words = sliceOf(session.text, spans);
    const text = await askText({
      title: 'Add claim from selection',
      value: words,
      prompt: 'The claim in a plain sentence.',
    });
    if (!text) return;
    decide(context, session, addClaim(session.store, spans, { text }, context.stamp(session), context.newId));
  },
  'dossier.editClaim': async (context, ...args) => {
    const found = findClaims(context, args);
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
    const found = findClaims(context, args);
    if (!found) return nothingHere('a claim');
    const { session, claims } = found;
    const source = await askSource(session.index, claims);
    if (source === undefined) return;
    const stamp = context.stamp(session);
    const makers = claims.map(
      ({ id }) =>
        (state: ArticleState) =>
          setClaimSource(state, id, source, stamp),
    );
    decide(context, session, combineEdits(session.store, `Set source of ${claims.length} claims`, makers));
  },
  'dossier.setVerdict': async (context, ...args) => {
    const found = findClaims(context, args);
    if (!found) return nothingHere('a claim');
    const { session, claims } = found;
    const verdict = await askVerdict(claims, context.registries.codebook(session.uri).verdicts);
    if (verdict === undefined) return;
    const stamp = context.stamp(session);
    const label = verdict ? `Mark ${claims.length} claims as ${verdict}` : `Remove verdict of ${claims.length} claims`;
    const makers = claims.map(
      ({ id }) =>
        (state: ArticleState) =>
          setVerdict(state, id, verdict, stamp),
    );
    decide(context, session, combineEdits(session.store, label, makers));
  },
};
