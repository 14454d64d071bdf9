import * as vscode from 'vscode';
import type { RecordRef } from '../../core/model/records.ts';
import { ENTITY_TYPES, VERDICTS } from '../../core/model/types.ts';
import { typeWords } from '../../core/present/words.ts';
import { setVerdict } from '../../core/store/edits/claimEdits.ts';
import { accept, reject } from '../../core/store/edits/decide.ts';
import { setEntityType } from '../../core/store/edits/entityEdits.ts';
import type { ArticleSession } from '../articles/articleSession.ts';
import type { LinkTarget } from '../hover/hoverProvider.ts';
import { sayBriefly } from '../messages.ts';
import { openNextArticle } from '../review/nextArticle.ts';
import { askChoice, type CommandContext, type Commands, decide, nothingHere } from './context.ts';
import { resizeByWord } from './spanCommands.ts';

/** One key of the review mode. */
interface ReviewKey {
  readonly key: string;
  readonly words: string;
  readonly act: (context: CommandContext, session: ArticleSession, ref: RecordRef | null) => Promise<void>;
}

const link = (session: ArticleSession, { kind, id }: RecordRef): LinkTarget => ({
  uri: session.uri.toString(),
  kind,
  id,
});

/** Decides and goes on to the next item. */
const deciding =
  (edit: typeof accept): ReviewKey['act'] =>
  async (context, session, ref) => {
    if (!ref) return nothingHere('an annotation');
    decide(context, session, edit(session.store, [ref], context.stamp(session)), { quiet: true });
    await goOn(context);
  };

async function goOn({ review }: CommandContext, forward = true): Promise<void> {
  if (await review.step(forward)) return;
  sayBriefly('nothing is left to review here. Shift+N opens the next article.');
}

const running =
  (command: string, kinds: readonly RecordRef['kind'][], what: string): ReviewKey['act'] =>
  async (_, session, ref) => {
    if (!ref || !kinds.includes(ref.kind)) return nothingHere(what);
    await vscode.commands.executeCommand(command, link(session, ref));
  };

const typing =
  (type: (typeof ENTITY_TYPES)[number]): ReviewKey['act'] =>
  async (context, session, ref) => {
    const { entities, mentions } = session.store.annotations;
    const id = ref?.kind === 'mentions' ? mentions.get(ref.id)?.entity : ref?.kind === 'entities' ? ref.id : undefined;
    if (id === undefined || !entities.has(id)) return nothingHere('an entity');
    decide(context, session, setEntityType(session.store, id, type, context.stamp(session)));
  };

const judging =
  (verdict: (typeof VERDICTS)[number] | null): ReviewKey['act'] =>
  async (context, session, ref) => {
    if (ref?.kind !== 'claims') return nothingHere('a claim');
    decide(context, session, setVerdict(session.store, ref.id, verdict, context.stamp(session)));
    await goOn(context);
  };

/** Asks for a verdict among those of the codebook too, and goes on when one was given. */
const askingVerdict: ReviewKey['act'] = async (context, session, ref) => {
  const verdictOf = () => session.store.annotations.claims.get(ref?.id ?? '')?.verdict;
  const before = verdictOf();
  await running('dossier.setVerdict', ['claims'], 'a claim')(context, session, ref);
  if (verdictOf() !== before) await goOn(context);
};

const resizing =
  (edge: 'start' | 'end', step: 1 | -1): ReviewKey['act'] =>
  async (context, session, ref) => {
    if (!ref || ref.kind === 'entities') return nothingHere('a mention or a claim');
    await resizeByWord(context, session, ref, { edge, step });
    await context.review.show(ref);
  };

const VERDICT_KEYS = {
  supported: 'Shift+S',
  refuted: 'Shift+R',
  disputed: 'Shift+D',
  outdated: 'Shift+O',
  misleading: 'Shift+M',
  unverifiable: 'Shift+U',
} as const satisfies Record<(typeof VERDICTS)[number], string>;

/** By the name that the keybindings of the manifest hand over. */
const KEYS: Readonly<Record<string, ReviewKey>> = {
  accept: { key: 'A', words: 'Accept', act: deciding(accept) },
  reject: { key: 'R', words: 'Reject', act: deciding(reject) },
  next: { key: 'N', words: 'Next', act: (context) => goOn(context) },
  previous: { key: 'P', words: 'Previous', act: (context) => goOn(context, false) },
  ...Object.fromEntries(
    ENTITY_TYPES.map((type, i) => [
      `type.${type}`,
      { key: String((i + 1) % 10), words: `Type: ${typeWords(type).one}`, act: typing(type) },
    ]),
  ),
  ...Object.fromEntries(
    VERDICTS.map((verdict) => [
      `verdict.${verdict}`,
      { key: VERDICT_KEYS[verdict], words: `Verdict: ${verdict}`, act: judging(verdict) },
    ]),
  ),
  'verdict.none': { key: 'Shift+X', words: 'No verdict', act: judging(null) },
  askType: {
    key: 'T',
    words: 'Type, of your own too...',
    act: running('dossier.changeType', ['entities', 'mentions'], 'an entity'),
  },
  askVerdict: { key: 'V', words: 'Verdict, of your own too...', act: askingVerdict },
  askTags: {
    key: 'G',
    words: 'Tags...',
    act: running('dossier.setTags', ['entities', 'mentions', 'claims'], 'an annotation'),
  },
  merge: {
    key: 'M',
    words: 'Merge into...',
    act: running('dossier.mergeEntity', ['entities', 'mentions'], 'an entity'),
  },
  split: { key: 'S', words: 'Split off...', act: running('dossier.splitMention', ['mentions'], 'a mention') },
  comment: {
    key: 'C',
    words: 'Comment...',
    act: running('dossier.addComment', ['entities', 'mentions', 'claims'], 'an annotation'),
  },
  evidence: { key: 'E', words: 'Add evidence...', act: running('dossier.addEvidence', ['claims'], 'a claim') },
  extendStart: { key: 'Alt+Shift+Left', words: 'Extend to the left', act: resizing('start', -1) },
  shrinkStart: { key: 'Alt+Shift+Right', words: 'Shrink from the left', act: resizing('start', 1) },
  shrinkEnd: { key: 'Shift+Left', words: 'Shrink from the right', act: resizing('end', -1) },
  extendEnd: { key: 'Shift+Right', words: 'Extend to the right', act: resizing('end', 1) },
  undo: {
    key: 'Z',
    words: 'Undo annotation change',
    act: async () => vscode.commands.executeCommand('dossier.undoAnnotation'),
  },
  redo: {
    key: 'Shift+Z',
    words: 'Redo annotation change',
    act: async () => vscode.commands.executeCommand('dossier.redoAnnotation'),
  },
  nextArticle: {
    key: 'Shift+N',
    words: 'Next article of the folder',
    act: async (context, session) => {
      const next = await openNextArticle(context.articles, context.ignored, session);
      if (next) await context.review.start(next);
      else sayBriefly('everything in this folder is reviewed.');
    },
  },
  end: { key: 'Escape', words: 'End review', act: ({ review }) => review.end() },
};

async function press(context: CommandContext, name: string): Promise<void> {
  const { session } = context.review;
  if (session) await KEYS[name]?.act(context, session, context.review.target());
}

export const reviewModeCommands: Commands = {
  'dossier.startReview': async ({ articles, review }) => {
    const session = articles.current;
    if (!session) return nothingHere('an article');
    await review.start(session);
  },
  'dossier.endReview': ({ review }) => review.end(),
  'dossier.pressReviewKey': async (context, name) => {
    if (typeof name === 'string') await press(context, name);
  },
  'dossier.showReviewKeys': async (context) => {
    const choices = Object.entries(KEYS).map(([value, { key, words }]) => ({ label: words, description: key, value }));
    const name = await askChoice('Review', choices, 'Each has its key while the reviewed text has the focus');
    if (name) await press(context, name);
  },
};
