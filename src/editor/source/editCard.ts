import * as vscode from 'vscode';
import { INFORMATION_GRADES, readReliability, SOURCE_GRADES } from '../../core/model/reliability.ts';
import type { SourceCard } from '../../core/model/sourceCard.ts';
import { cardValueWords } from '../../core/present/cardWords.ts';
import { CARD_ROWS, type CardRow } from '../../core/source/cardRows.ts';
import { type CardValues, setCard } from '../../core/store/edits/cardEdits.ts';
import type { ArticleSession } from '../articles/articleSession.ts';
import { askChoice, type Choice, type CommandContext, decide } from '../commands/context.ts';

/** Shows the fields of the source card until the person leaves; each change is one undo step. */
export async function editCard(context: CommandContext, session: ArticleSession): Promise<void> {
  for (;;) {
    const row = await askRow(session);
    if (row === undefined) return;
    if (row === 'take') {
      decide(context, session, setCard(session.source, foundIn(session), 'Fill source card from the text'));
      continue;
    }
    const value = await (row.field === 'reliability' ? askReliability(session.source) : askLine(session, row));
    if (value === undefined) continue;
    const values: CardValues = { [row.field]: value };
    decide(context, session, setCard(session.source, values, `Set “${row.label.toLowerCase()}” of the source card`));
  }
}

/** What the text says of itself where no person has said anything. */
function foundIn({ facts, source }: ArticleSession): SourceCard {
  const { value, confidence } = facts.referenceDate;
  const found: SourceCard = { ...(value && confidence >= 0.9 ? { published: value } : {}), ...facts.card };
  return Object.fromEntries(
    Object.entries(found).filter(([field, words]) => words && source[field as keyof SourceCard] === undefined),
  );
}

async function askRow(session: ArticleSession): Promise<CardRow | 'take' | undefined> {
  const { source } = session;
  const found = foundIn(session);
  const rows = CARD_ROWS.map((row): Choice<CardRow | 'take'> => {
    const value = source[row.field];
    const suggested = found[row.field];
    const words = value
      ? cardValueWords(row.field, value)
      : suggested
        ? `not set; the text says ${cardValueWords(row.field, suggested)}`
        : 'not set';
    return { label: row.label, description: words, value: row };
  });
  const take: Choice<'take'> = {
    label: '$(wand) Take What the Text Says',
    description: `${Object.keys(found).length} of the fields that are not set`,
    value: 'take',
  };
  return askChoice<CardRow | 'take'>(
    'Source card',
    Object.keys(found).length > 0 ? [...rows, take] : rows,
    'Choose a field to fill, change or clear; Escape to end',
  );
}

function askLine(session: ArticleSession, row: CardRow): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: row.label,
    value: session.source[row.field] ?? foundIn(session)[row.field] ?? '',
    prompt: `${row.hint} Empty: not set.`,
    validateInput: (input) => (input.trim() === '' ? null : row.check(input.trim())),
  });
}

/** Both halves of the grade; empty to take it away, undefined when the person leaves. */
async function askReliability({ reliability }: SourceCard): Promise<string | undefined> {
  const now = readReliability(reliability ?? '');
  const choices = (grades: Readonly<Record<string, string>>, chosen: string | null | undefined): Choice<string>[] => [
    ...Object.entries(grades).map(([grade, words]) => ({
      label: `${grade} – ${words}`,
      description: grade === chosen ? 'now' : '',
      value: grade,
    })),
    { label: 'Not set', value: '' },
  ];
  const source = await askChoice('How reliable the source has been', choices(SOURCE_GRADES, now?.source));
  if (source === undefined) return undefined;
  const title = 'How credible the information is';
  const information = await askChoice(title, choices(INFORMATION_GRADES, now?.information));
  return information === undefined ? undefined : source + information;
}
