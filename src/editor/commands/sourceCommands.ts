import * as vscode from 'vscode';
import { articleText } from '../../core/source/importedArticle.ts';
import { plainParagraphs } from '../../core/source/plainParagraphs.ts';
import { setCard } from '../../core/store/edits/cardEdits.ts';
import { normaliseText } from '../../core/text/normalise.ts';
import type { ArticleSession } from '../articles/articleSession.ts';
import { fileName } from '../articles/fileName.ts';
import { fileOf, referenceTo } from '../case/reference.ts';
import { articleFiles } from '../corpus/articleFiles.ts';
import { sayBriefly } from '../messages.ts';
import { editCard } from '../source/editCard.ts';
import { askOriginal, readOriginal, writeImported } from '../source/importArticle.ts';
import { askChoice, type CommandContext, type Commands, decide } from './context.ts';

const LOOKS_LIKE_HTML = /<(?:!doctype\s+html|html|body|article|div|p|h1|br)\b[^>]*>/i;

/** Articles of the workspace and open ones, without `but`. */
async function askArticle(context: CommandContext, but: vscode.Uri): Promise<vscode.Uri | undefined> {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => articleFiles(uri, context.ignored));
  const files = (await Promise.all(folders)).flat().map(({ uri }) => uri);
  const open = context.articles.all.map(({ uri }) => uri).filter(({ scheme }) => scheme !== 'untitled');
  const all = new Map([...open, ...files].map((uri) => [uri.toString(), uri]));
  all.delete(but.toString());
  const choices = [...all.values()].map((uri) => ({
    label: fileName(uri),
    description: vscode.workspace.asRelativePath(uri),
    value: uri,
  }));
  return askChoice('The other article', choices, 'Type to find an article of the workspace');
}

/** The session of an article that is shown beside, when its decisions are there. */
async function openBeside({ articles }: CommandContext, uri: vscode.Uri): Promise<ArticleSession> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
  const session = articles.get(document.uri);
  if (!session)
    throw new Error(`${fileName(uri)} is no article by the setting dossier.articles, so it has no source card.`);
  await session.whenAnalyzed();
  return session;
}

/** The file that the article is linked to; asked for where there are several. */
async function askLinked({ uri, source }: ArticleSession): Promise<vscode.Uri | undefined> {
  const { translationOf, translations = [] } = source;
  const paths = [...(translationOf ? [translationOf] : []), ...translations];
  const [only] = paths;
  const path =
    paths.length < 2
      ? only
      : await askChoice(
          'Show beside',
          paths.map((value) => ({ label: value, value })),
        );
  return path === undefined ? undefined : fileOf(uri, path);
}

export const sourceCommands: Commands = {
  'dossier.editSourceCard': async (context) => {
    const session = context.articles.current;
    if (session) await editCard(context, session);
  },
  'dossier.importArticle': async ({ host }, clicked) => {
    const original = clicked instanceof vscode.Uri ? clicked : await askOriginal();
    if (!original) return;
    const bytes = await vscode.workspace.fs.readFile(original);
    const article = await readOriginal(host, { name: fileName(original), bytes });
    const target = article && (await writeImported(original, article));
    if (!target) return;
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(target));
    sayBriefly([`${fileName(target)} is made; the original stays as it is.`, ...article.notices].join(' '));
  },
  'dossier.importFromClipboard': async (context) => {
    const pasted = normaliseText(await vscode.env.clipboard.readText());
    if (pasted.trim() === '') return sayBriefly('the clipboard holds no text.');
    const bytes = new TextEncoder().encode(pasted);
    const article = LOOKS_LIKE_HTML.test(pasted)
      ? await readOriginal(context.host, { name: 'clipboard.html', bytes })
      : { text: articleText(undefined, plainParagraphs(pasted)), card: {} };
    if (!article) return;
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: article.text });
    await vscode.window.showTextDocument(document);
    const session = context.articles.get(document.uri);
    await session?.whenAnalyzed();
    if (session) decide(context, session, setCard(session.source, article.card, 'Fill source card from the clipboard'));
  },
  'dossier.linkTranslation': async (context) => {
    const session = context.articles.current;
    if (!session) return;
    if (session.document.isUntitled) return sayBriefly('save the article first; a link needs the name of its file.');
    const other = await askArticle(context, session.uri);
    if (!other) return;
    const isOriginal = await askChoice(`${fileName(session.uri)} is ...`, [
      { label: `the original, and ${fileName(other)} its translation`, value: true },
      { label: `a translation of ${fileName(other)}`, value: false },
    ]);
    if (isOriginal === undefined) return;
    const there = await openBeside(context, other);
    const [original, translation] = isOriginal ? [session, there] : [there, session];
    const to = referenceTo(original.uri, translation.uri);
    const translations = [...new Set([...(original.source.translations ?? []), to])];
    const translationOf = referenceTo(translation.uri, original.uri);
    const { language } = original.source;
    decide(context, original, setCard(original.source, { translations }, 'Link translation'));
    const from = translation.source.translatedFrom ?? language;
    const values = { translationOf, ...(from ? { translatedFrom: from } : {}) };
    decide(context, translation, setCard(translation.source, values, 'Link original'));
    const pair = { original: original.document, translation: translation.document };
    await context.beside.start(pair, session.document);
  },
  'dossier.showOriginalBeside': async (context) => {
    const session = context.articles.current;
    const linked = session && (await askLinked(session));
    if (!session) return;
    if (!linked) return sayBriefly('this article is not linked; use “Link Translation...” first.');
    const other = await vscode.workspace.openTextDocument(linked);
    const isTranslation =
      session.source.translationOf !== undefined &&
      fileOf(session.uri, session.source.translationOf).path === linked.path;
    const [original, translation] = isTranslation ? [other, session.document] : [session.document, other];
    await context.beside.start({ original, translation }, session.document);
  },
};
