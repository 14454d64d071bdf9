import * as vscode from 'vscode';
import type { RecordRef } from '../../core/model/records.ts';
import { type CardLine, type HoverCard, hoverCards } from '../../core/present/hoverCard.ts';
import { noteWordsAt } from '../../core/present/notesAt.ts';
import type { AcrossSources } from '../across/acrossSources.ts';
import type { Articles } from '../articles/articles.ts';
import { toOffset } from '../articles/positions.ts';
import { readSetting } from '../config/settings.ts';
import { acrossHover } from './acrossHover.ts';
import { escapeText } from './escapeText.ts';

/** A record of an open article, as a command link of a hover carries it. */
export interface LinkTarget {
  readonly uri: string;
  readonly kind: RecordRef['kind'];
  readonly id: string;
}

/** The only commands that a hover may run. */
const LINKS = {
  accept: 'dossier.acceptAnnotation',
  reject: 'dossier.rejectAnnotation',
  changeType: 'dossier.changeType',
  rename: 'dossier.renameEntity',
  merge: 'dossier.mergeEntity',
  editClaim: 'dossier.editClaim',
  setSource: 'dossier.setClaimSource',
  setVerdict: 'dossier.setVerdict',
  note: 'dossier.writeNote',
  evidence: 'dossier.addEvidence',
  openEvidence: 'dossier.openEvidence',
  comment: 'dossier.addComment',
  settle: 'dossier.settleConflict',
  show: 'dossier.revealRecord',
} as const;

/** Answers from the index of the article and what is held across sources; nothing is parsed here. */
export class HoverProvider implements vscode.HoverProvider {
  readonly #articles: Articles;
  readonly #across: AcrossSources;

  constructor(articles: Articles, across: AcrossSources) {
    this.#articles = articles;
    this.#across = across;
  }

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | null {
    const session = this.#articles.get(document.uri);
    if (!session || !readSetting('hover.enabled', document.uri)) return null;
    const offset = toOffset(session.lines, position);
    const cards = hoverCards(session, offset).map((card) => render(card, session.uri.toString()));
    const others = this.#across.at(session, offset).map((reading) => acrossHover(session, reading));
    const notes = noteWordsAt(session.store.annotations, offset).map((words) =>
      new vscode.MarkdownString('$(note) ', true).appendMarkdown(escapeText(words)),
    );
    const all = [...others, ...cards, ...notes];
    return all.length > 0 ? new vscode.Hover(all) : null;
  }
}

function render(card: HoverCard, uri: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString('', true);
  markdown.isTrusted = { enabledCommands: Object.values(LINKS) };
  const link = (words: string, command: keyof typeof LINKS, { kind, id } = card.record as RecordRef, at?: number) => {
    const target: LinkTarget = { uri, kind, id };
    const args = JSON.stringify(at === undefined ? [target] : [target, at]);
    markdown.appendMarkdown(`[${words}](command:${LINKS[command]}?${encodeURIComponent(args)})`);
  };
  const foreign = (text: string) => markdown.appendMarkdown(escapeText(text));
  const row = ({ label, text, target, evidence }: CardLine) => {
    markdown.appendMarkdown(`\n\n${label}: `);
    foreign(text);
    if (!target && evidence === undefined) return;
    markdown.appendMarkdown(' ');
    if (target) link('$(arrow-right)', 'show', target);
    else link('$(link-external)', 'openEvidence', card.record, evidence);
  };

  markdown.appendMarkdown('**');
  foreign(card.title);
  markdown.appendMarkdown(`** — ${card.kind}, ${card.state}`);
  for (const line of card.lines) row(line);
  markdown.appendMarkdown('\n\n');
  const isClaim = card.record.kind === 'claims';
  if (card.disputed) {
    link('$(git-merge) Settle the conflict', 'settle');
    markdown.appendMarkdown(' · ');
  }
  link('$(check) Accept', 'accept');
  for (const [words, command] of isClaim
    ? ([
        ['$(close) Reject', 'reject'],
        ['$(law) Verdict', 'setVerdict'],
        ['$(edit) Text', 'editClaim'],
        ['$(person) Who says', 'setSource'],
        ['$(library) Evidence', 'evidence'],
        ['$(comment) Comment', 'comment'],
        ['$(note) Note', 'note'],
      ] as const)
    : ([
        ['$(close) Reject', 'reject'],
        ['$(symbol-class) Type', 'changeType'],
        ['$(edit) Rename', 'rename'],
        ['$(git-merge) Merge', 'merge'],
      ] as const)) {
    markdown.appendMarkdown(' · ');
    link(words, command);
  }
  markdown.appendMarkdown('\n\n*');
  foreign(card.why);
  markdown.appendMarkdown('*');
  return markdown;
}
