import * as vscode from 'vscode';
import { describe } from '../../core/anchor/describe.ts';
import { placeOf } from '../../core/model/recordSpans.ts';
import { type ClaimRecord, type Evidence, RECORD_KINDS, type RecordRef } from '../../core/model/records.ts';
import type { Stance } from '../../core/model/types.ts';
import { citationText } from '../../core/present/citation.ts';
import { commentWords, evidenceWords, sliceOf, sourceWords } from '../../core/present/words.ts';
import type { SourceInfo } from '../../core/sidecar/dossier.ts';
import type { ArticleState } from '../../core/store/articleState.ts';
import { addComment, addEvidence, removeComment, removeEvidence, setTags } from '../../core/store/edits/caseEdits.ts';
import { combineEdits } from '../../core/store/edits/combineEdits.ts';
import { recordOf } from '../../core/store/edits/editContext.ts';
import { shorten } from '../../core/store/edits/label.ts';
import { addNote, setPrivateNote } from '../../core/store/edits/noteEdits.ts';
import { isDay } from '../../core/text/isDay.ts';
import { hull } from '../../core/text/span.ts';
import type { ArticleSession } from '../articles/articleSession.ts';
import { fileName } from '../articles/fileName.ts';
import { openEvidence } from '../case/openEvidence.ts';
import { referenceTo } from '../case/reference.ts';
import { sayBriefly } from '../messages.ts';
import { askTags } from './choices.ts';
import { askChoice, askText, type CommandContext, type Commands, decide, nothingHere } from './context.ts';
import { selectedSpans } from './entityCommands.ts';
import { findTarget, isItemTarget } from './targets.ts';

const ON_THIS_MACHINE = 'Kept on this machine only, never in the sidecar.';
const ANY: readonly RecordRef['kind'][] = ['claims', 'entities'];

function findClaim(context: CommandContext, args: readonly unknown[]) {
  const target = findTarget(context, args, ['claims']);
  const claim = target?.refs[0] && target.session.store.annotations.claims.get(target.refs[0].id);
  return claim ? { session: target.session, claim } : null;
}

function askStance(claim: ClaimRecord): Promise<Stance | undefined> {
  return askChoice(`Evidence on “${shorten(claim.text)}”`, [
    { label: '$(thumbsup) For the claim', value: 'for' },
    { label: '$(thumbsdown) Against the claim', value: 'against' },
  ]);
}

/** What is known of an address or file besides where it is; undefined when the person leaves. */
async function askAddress(): Promise<Omit<Evidence, 'stance'> | undefined> {
  const isAddress = (input: string) => /^https?:\/\/\S+$/.test(input.trim());
  const ref = await vscode.window.showInputBox({
    title: 'Address of the evidence',
    placeHolder: 'https://...',
    validateInput: (input) => (isAddress(input) ? null : 'A web address begins with http:// or https://.'),
  });
  if (ref === undefined) return undefined;
  const archive = await vscode.window.showInputBox({
    title: 'Where a copy is archived',
    prompt: 'Pages change and vanish. Empty: no copy.',
    placeHolder: 'https://web.archive.org/...',
    validateInput: (input) => (input.trim() === '' || isAddress(input) ? null : 'A web address, or nothing.'),
  });
  if (archive === undefined) return undefined;
  const retrieved = await vscode.window.showInputBox({
    title: 'Day on which the page was read',
    value: new Date().toISOString().slice(0, 10),
    validateInput: (input) => (input === '' || isDay(input) ? null : 'A day as YYYY-MM-DD, or nothing.'),
  });
  if (retrieved === undefined) return undefined;
  return {
    kind: 'url',
    ref: ref.trim(),
    ...(archive ? { archive: archive.trim() } : {}),
    ...(retrieved ? { retrieved } : {}),
  };
}

/** The page as it is today, or its archived copy. */
const askCopy = (ref: string, archive: string): Promise<string | undefined> =>
  askChoice('Open evidence', [
    { label: '$(globe) The page', description: ref, value: ref },
    { label: '$(archive) Its archived copy', description: archive, value: archive },
  ]);

async function askFile(article: vscode.Uri): Promise<Omit<Evidence, 'stance'> | undefined> {
  const [file] =
    (await vscode.window.showOpenDialog({ title: 'File that is evidence', openLabel: 'Use as Evidence' })) ?? [];
  return file && { kind: 'file', ref: referenceTo(article, file) };
}

/** What is known of the article: what the sidecar says, else its headline and the date that was found. */
function sourceOf({ source, published, facts, text, uri }: ArticleSession): SourceInfo {
  const headline = facts.zones.find(({ kind }) => kind === 'headline');
  const title = source.title ?? (headline && sliceOf(text, [headline]));
  const day = published ?? facts.referenceDate.value;
  const path = fileName(uri);
  return { ...facts.card, ...source, path, ...(title ? { title } : {}), ...(day ? { published: day } : {}) };
}

/** The rest that is asked of all evidence, and the edit. */
async function attach(
  context: CommandContext,
  session: ArticleSession,
  claim: ClaimRecord,
  evidence: Omit<Evidence, 'stance'>,
): Promise<void> {
  const stance = await askStance(claim);
  if (!stance) return;
  const note = await askText({
    title: 'Note on the evidence',
    prompt: 'What it shows. Empty: no note.',
    emptyIsFine: true,
  });
  if (note === undefined) return;
  const whole: Evidence = { ...evidence, stance, ...(note.trim() ? { note: note.trim() } : {}) };
  decide(context, session, addEvidence(session.store, claim.id, whole, context.stamp(session)));
}

/** One of the items of a record: that of the clicked row or link, or the one that the person picks. */
async function askItem<T>(title: string, items: readonly T[], words: (item: T) => string, args: readonly unknown[]) {
  const [clicked, at] = args;
  if (isItemTarget(clicked)) return clicked.item.at;
  if (typeof at === 'number') return at;
  if (items.length < 2) return items.length - 1;
  return askChoice(
    title,
    items.map((item, value) => ({ label: words(item), value })),
  );
}

/** A free note on the selected passage, or on the article. */
async function askFreeNote(context: CommandContext, secret: boolean): Promise<void> {
  const selected = selectedSpans(context);
  const session = selected?.session ?? context.articles.current;
  if (!session) return nothingHere('an article');
  const spans = selected?.spans ?? [];
  const what = secret ? 'Private note' : 'Note';
  const text = await askText({
    title: selected ? `${what} on “${shorten(sliceOf(session.text, spans))}”` : `${what} on the article`,
    prompt: secret ? ON_THIS_MACHINE : 'Kept in the sidecar.',
  });
  const input = { text: text ?? '', spans, secret };
  if (text) decide(context, session, addNote(session.store, input, context.stamp(session), context.newId));
}

export const caseCommands: Commands = {
  'dossier.addEvidence': async (context, ...args) => {
    const found = findClaim(context, args);
    if (!found) return nothingHere('a claim');
    const { session, claim } = found;
    const kind = await askChoice(
      `Evidence on “${shorten(claim.text)}”`,
      [
        { label: '$(globe) Web address...', value: 'url' as const },
        { label: '$(file) File...', value: 'file' as const },
      ],
      'For a passage: select it in its article and run “Use Selection as Evidence”',
    );
    const evidence = kind && (await (kind === 'url' ? askAddress() : askFile(session.uri)));
    if (evidence) await attach(context, session, claim, evidence);
  },
  'dossier.useAsEvidence': async (context) => {
    const selected = selectedSpans(context);
    if (!selected) return nothingHere('a passage (select it first)');
    if (selected.session.document.isUntitled)
      return sayBriefly('save the text of the passage first; evidence needs the name of its file.');
    const sessions = [...context.articles.all].sort((a) => (a === selected.session ? 1 : -1));
    const choices = sessions.flatMap((session) =>
      [...session.store.annotations.claims.values()]
        .filter(({ state }) => state !== 'rejected')
        .map((claim) => ({
          label: shorten(claim.text),
          description: fileName(session.uri),
          detail: claim.text,
          value: { session, claim },
        })),
    );
    const chosen = await askChoice('Evidence on which claim', choices, 'Claims of the open articles');
    if (!chosen) return;
    const { session, claim } = chosen;
    const selector = describe(selected.session.store.blocks, selected.spans);
    const ref = referenceTo(session.uri, selected.session.uri);
    await attach(context, session, claim, { kind: 'passage', ref, selector });
  },
  'dossier.openEvidence': async (context, ...args) => {
    const found = findClaim(context, args);
    const at = found && (await askItem('Evidence', found.claim.evidence ?? [], evidenceWords, args));
    const evidence = found?.claim.evidence?.[at ?? -1];
    if (!found || !evidence) return nothingHere('a claim that has evidence');
    const { kind, archive } = evidence;
    const ref = kind === 'url' && archive ? await askCopy(evidence.ref, archive) : evidence.ref;
    if (ref !== undefined) await openEvidence(found.session.uri, { ...evidence, ref });
  },
  'dossier.removeEvidence': async (context, ...args) => {
    const found = findClaim(context, args);
    if (!found?.claim.evidence) return nothingHere('a claim that has evidence');
    const { session, claim } = found;
    const at = await askItem('Remove evidence', claim.evidence ?? [], evidenceWords, args);
    if (at !== undefined) decide(context, session, removeEvidence(session.store, claim.id, at, context.stamp(session)));
  },
  'dossier.addComment': async (context, ...args) => {
    const target = findTarget(context, args, RECORD_KINDS, ANY);
    const ref = target?.refs[0];
    if (!ref) return nothingHere('an entity or a claim');
    const { session } = target;
    const title = 'Comment';
    const text = await askText({ title, prompt: 'For your colleagues; kept in the sidecar. It decides nothing.' });
    if (text) decide(context, session, addComment(session.store, ref, text, context.stamp(session)));
  },
  'dossier.removeComment': async (context, ...args) => {
    const target = findTarget(context, args, RECORD_KINDS, ANY);
    const ref = target?.refs[0];
    const comments = (ref && recordOf(target.session.store, ref)?.comments) ?? [];
    if (!ref || comments.length === 0) return nothingHere('something that has comments');
    const at = await askItem('Remove comment', comments, commentWords, args);
    if (at !== undefined) decide(context, target.session, removeComment(target.session.store, ref, at));
  },
  'dossier.addNote': (context) => askFreeNote(context, false),
  'dossier.addPrivateNote': (context) => askFreeNote(context, true),
  'dossier.setTags': async (context, ...args) => {
    const target = findTarget(context, args, ANY);
    if (!target || target.refs.length === 0) return nothingHere('an entity or a claim');
    const { session, refs } = target;
    const { entities, claims } = session.store.annotations;
    const used = [...entities.values(), ...claims.values()].flatMap(({ tags }) => tags ?? []);
    const now = refs.map((ref) => recordOf(session.store, ref)?.tags ?? []);
    const common = (now[0] ?? []).filter((tag) => now.every((tags) => tags.includes(tag)));
    const known = [...new Set([...context.registries.codebook(session.uri).tags, ...used])].sort();
    const chosen = await askTags(known, common);
    if (!chosen) return;
    const stamp = context.stamp(session);
    const makers = refs.map((ref, i) => {
      const own = (now[i] ?? []).filter((tag) => !common.includes(tag));
      return (state: ArticleState) => setTags(state, ref, [...chosen, ...own], stamp);
    });
    decide(context, session, combineEdits(session.store, `Tag ${refs.length} records`, makers));
  },
  'dossier.writePrivateNote': async (context, ...args) => {
    const target = findTarget(context, args, ANY);
    const ref = target?.refs[0];
    if (!ref) return nothingHere('an entity or a claim');
    const { session } = target;
    const words = await askText({
      title: 'Private note',
      value: session.privateNotes.get(`${ref.kind} ${ref.id}`) ?? '',
      prompt: `${ON_THIS_MACHINE} Empty: no note.`,
      emptyIsFine: true,
    });
    if (words === undefined) return;
    decide(context, session, setPrivateNote(session.store, ref, words, context.stamp(session)));
  },
  'dossier.copyCitation': async (context, ...args) => {
    const target = findTarget(context, args, ['claims', 'mentions']);
    const selected = args.length === 0 ? selectedSpans(context) : null;
    const session = selected?.session ?? target?.session;
    const claim = target?.refs.find(({ kind }) => kind === 'claims');
    const record = claim ? session?.store.annotations.claims.get(claim.id) : undefined;
    const first = target?.refs[0];
    const placed = first && session ? recordOf(session.store, first) : undefined;
    const spans = selected?.spans ?? (placed ? (placeOf(placed)?.spans ?? []) : []);
    if (!session || spans.length === 0) return nothingHere('a passage (or select one)');
    const words = sliceOf(session.text, spans);
    const speaker =
      record && record.attribution.voice !== 'outlet' ? sourceWords(session.index, record, session.text) : null;
    const line = session.lines.lineAt(hull(spans).start) + 1;
    await vscode.env.clipboard.writeText(citationText({ words, speaker, source: sourceOf(session), line }));
    sayBriefly('the quote with its citation is copied.');
  },
};
