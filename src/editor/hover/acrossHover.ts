import * as vscode from 'vscode';
import type { OtherPassage, Reading } from '../../core/present/readings.ts';
import { pairOf } from '../across/passage.ts';
import type { ArticleSession } from '../articles/articleSession.ts';
import { fileName } from '../articles/fileName.ts';
import { escapeText } from './escapeText.ts';

/** The only commands that these lines may run. */
const LINKS = {
  open: 'dossier.openPassage',
  compare: 'dossier.comparePassages',
  judge: 'dossier.judgePassages',
} as const;

const MOST_OTHERS = 4;
const MOST_WORDS = 200;

/** What other sources say on a statement, with links that open the passages beside. */
export function acrossHover(session: ArticleSession, reading: Reading): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString('', true);
  markdown.isTrusted = { enabledCommands: Object.values(LINKS) };
  const foreign = (text: string) => markdown.appendMarkdown(escapeText(short(text)));
  const { statement, summary, others, origins } = reading;
  markdown.appendMarkdown('**Other sources** — ');
  foreign(`${statement.question ? `${statement.question}: ` : ''}${summary || 'not comparable'}`);
  for (const other of others.slice(0, MOST_OTHERS)) {
    const pair = pairOf(session, reading, other);
    const link = (words: string, command: keyof typeof LINKS, given: unknown) =>
      markdown.appendMarkdown(` [${words}](command:${LINKS[command]}?${encodeURIComponent(JSON.stringify([given]))})`);
    markdown.appendMarkdown(`\n\n${iconOf(other)} `);
    foreign(`${fileName(vscode.Uri.parse(other.article.uri))}: “${other.statement.words}”. ${other.reason}`);
    link('$(arrow-right) open', 'open', pair.passages[1]);
    link('$(diff) compare', 'compare', pair);
    link('$(law) judge', 'judge', pair);
  }
  if (others.length > MOST_OTHERS) markdown.appendMarkdown(`\n\nand ${others.length - MOST_OTHERS} more`);
  for (const line of origins) {
    markdown.appendMarkdown('\n\n$(references) ');
    foreign(line);
  }
  return markdown;
}

const ICONS = { contradiction: 'warning', same: 'check', compatible: 'check', updated: 'history' } as const;

function iconOf({ relation }: OtherPassage): string {
  return `$(${(relation !== null && ICONS[relation as keyof typeof ICONS]) || 'circle-slash'})`;
}

function short(words: string): string {
  return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS - 1)}…` : words;
}
