import * as vscode from 'vscode';
import type { RecordRef } from '../../core/model/records.ts';
import { listedEntities } from '../../core/present/articleIndex.ts';
import { typeWords } from '../../core/present/words.ts';
import type { ArticleState } from '../../core/store/articleState.ts';
import { combineEdits } from '../../core/store/edits/combineEdits.ts';
import {
  addEntity,
  addMention,
  renameEntity,
  setEntityType,
  vouchForAlias,
} from '../../core/store/edits/entityEdits.ts';
import { shorten } from '../../core/store/edits/label.ts';
import { mergeEntities } from '../../core/store/edits/mergeEntities.ts';
import { moveMentions } from '../../core/store/edits/moveMentions.ts';
import { splitMentions } from '../../core/store/edits/splitMentions.ts';
import { compareSpans, type Span } from '../../core/text/span.ts';
import type { ArticleSession } from '../articles/articleSession.ts';
import { toSpan } from '../articles/positions.ts';
import { askEntity, askType } from './choices.ts';
import { askChoice, askText, type Choice, type CommandContext, type Commands, decide, nothingHere } from './context.ts';
import { findTarget } from './targets.ts';

/** The entities that a command is about; the clicked one is `entity`. */
function findEntity(context: CommandContext, args: readonly unknown[]) {
  const target = findTarget(context, args, ['entities']);
  const entity = target?.refs[0] && target.session.store.annotations.entities.get(target.refs[0].id);
  return target && entity ? { ...target, entity } : null;
}

/** The selected words of the active article, one span a selection, without space at the ends, in document order. */
export function selectedSpans({
  articles,
}: CommandContext): { readonly session: ArticleSession; readonly spans: readonly [Span, ...Span[]] } | null {
  const editor = vscode.window.activeTextEditor;
  const session = editor && articles.get(editor.document.uri);
  const found = session ? editor.selections.flatMap((range) => toSpan(session.lines, session.text, range) ?? []) : [];
  const [first, ...more] = found.sort(compareSpans);
  return session && first ? { session, spans: [first, ...more] } : null;
}

/** Whether several selections are mentions of their own or the pieces of one; undefined when the person leaves. */
function askPlaces(spans: readonly Span[]): Promise<readonly (readonly Span[])[] | undefined> {
  if (spans.length === 1) return Promise.resolve([spans]);
  return askChoice('Several selections', [
    { label: `${spans.length} mentions`, description: 'each selection is one', value: spans.map((span) => [span]) },
    { label: 'One mention in pieces', description: 'other words stand between', value: [spans] },
  ]);
}

/** Merges dropped entities into `into` and moves dropped mentions to it. */
export function mergeDropped(context: CommandContext, dropped: readonly RecordRef[], into: string): void {
  const session = context.articles.current;
  if (!session) return;
  const ids = (kind: RecordRef['kind']) => dropped.filter((ref) => ref.kind === kind).map(({ id }) => id);
  const stamp = context.stamp(session);
  const makers = [
    ids('entities').length > 0 && ((state: ArticleState) => mergeEntities(state, ids('entities'), into, stamp)),
    ids('mentions').length > 0 && ((state: ArticleState) => moveMentions(state, ids('mentions'), into, stamp)),
  ].filter((make) => make !== false);
  const name = session.store.annotations.entities.get(into)?.name ?? into;
  decide(
    context,
    session,
    combineEdits(session.store, `Merge ${dropped.length} records into "${shorten(name)}"`, makers),
  );
}

export const entityCommands: Commands = {
  'dossier.vouchForAlias': (context, link, alias) => {
    const found = findEntity(context, [link]);
    if (!found || typeof alias !== 'string') return;
    const { session, entity } = found;
    decide(context, session, vouchForAlias(session.store, entity.id, alias, context.stamp(session)));
  },
  'dossier.changeType': async (context, ...args) => {
    const found = findEntity(context, args);
    if (!found) return nothingHere('an entity');
    const { session, refs, entity } = found;
    const title = refs.length === 1 ? `Type of “${entity.name}”` : `Type of ${refs.length} entities`;
    const type = await askType(title, context.registries.codebook(session.uri).types, entity.type);
    if (!type) return;
    const stamp = context.stamp(session);
    const makers = refs.map(
      ({ id }) =>
        (state: ArticleState) =>
          setEntityType(state, id, type, stamp),
    );
    decide(context, session, combineEdits(session.store, `Change type of ${refs.length} entities to ${type}`, makers));
  },
  'dossier.renameEntity': async (context, ...args) => {
    const found = findEntity(context, args);
    if (!found) return nothingHere('an entity');
    const { session, entity } = found;
    const name = await askText({
      title: 'Rename entity',
      value: entity.name,
      prompt: 'The text itself is not changed.',
    });
    if (name) decide(context, session, renameEntity(session.store, entity.id, name, context.stamp(session)));
  },
  'dossier.mergeEntity': async (context, ...args) => {
    const found = findEntity(context, args);
    if (!found) return nothingHere('an entity');
    const { session, refs, entity } = found;
    const sources = refs.map(({ id }) => id);
    const title = sources.length === 1 ? `Merge “${entity.name}” into` : `Merge ${sources.length} entities into`;
    const into = await askEntity(title, session.index, sources.length === 1 ? sources : []);
    if (into) decide(context, session, mergeEntities(session.store, sources, into, context.stamp(session)));
  },
  'dossier.moveMention': async (context, ...args) => {
    const target = findTarget(context, args, ['mentions']);
    const first = target?.refs[0] && target.session.store.annotations.mentions.get(target.refs[0].id);
    if (!target || !first) return nothingHere('a mention');
    const { session, refs } = target;
    const into = await askEntity(`Move “${first.place.exact}” to`, session.index, [first.entity]);
    if (!into) return;
    const ids = refs.map(({ id }) => id);
    decide(context, session, moveMentions(session.store, ids, into, context.stamp(session)));
  },
  'dossier.splitMention': async (context, ...args) => {
    const target = findTarget(context, args, ['mentions']);
    const first = target?.refs[0] && target.session.store.annotations.mentions.get(target.refs[0].id);
    if (!target || !first) return nothingHere('a mention');
    const { session, refs } = target;
    const name = await askText({
      title: refs.length === 1 ? 'Split off as another entity' : `Split off ${refs.length} mentions as another entity`,
      value: first.place.exact,
      prompt: 'Name of the new entity; the two are kept apart from now on.',
    });
    if (!name) return;
    const ids = refs.map(({ id }) => id);
    decide(
      context,
      session,
      splitMentions(session.store, { mentions: ids, name }, context.stamp(session), context.newId),
    );
  },
  'dossier.addEntity': async (context) => {
    const selected = selectedSpans(context);
    if (!selected) return nothingHere('some words (select them first)');
    const { session, spans } = selected;
    const [{ start, end }] = spans;
    const words = session.text.slice(start, end).replace(/\s+/g, ' ');
    const fresh: Choice<string | null> = { label: `$(add) New entity “${words}”`, alwaysShow: true, value: null };
    const known: Choice<string | null>[] = listedEntities(session.index).map(({ id, name, type }) => ({
      label: `$(arrow-right) ${name}`,
      description: `another mention of this ${typeWords(type).one.toLowerCase()}`,
      value: id,
    }));
    const entity = await askChoice(
      'Add entity from selection',
      [fresh, ...known],
      'A new entity, or one of this article',
    );
    if (entity === undefined) return;
    const type =
      entity === null ? await askType(`Type of “${words}”`, context.registries.codebook(session.uri).types) : '';
    const places = type === undefined ? undefined : await askPlaces(spans);
    if (type === undefined || !places) return;
    const stamp = context.stamp(session);
    if (entity === null) {
      decide(context, session, addEntity(session.store, { places, type, name: words }, stamp, context.newId));
      return;
    }
    const makers = places.map(
      (place) => (state: ArticleState) => addMention(state, { place, entity }, stamp, context.newId),
    );
    decide(context, session, combineEdits(session.store, `Add ${places.length} mentions`, makers));
  },
};
