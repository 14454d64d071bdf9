import * as vscode from 'vscode';
import type { EntityType } from '../../core/model/types.ts';
import { STYLE_KEYS, type StyleKey } from '../../core/present/decorationPlan.ts';

/** The kind shows in the line under a mention too, not by its colour alone. */
const MENTION_LINES: Readonly<Record<EntityType, string>> = {
  person: 'solid',
  organization: 'double',
  location: 'dotted',
  group: 'dashed',
  event: 'solid',
  work: 'double',
  product: 'dotted',
  weapon: 'dashed',
  identifier: 'dotted',
  other: 'dashed',
};
const CLAIM_LINES = { own: 'dotted', attributed: 'dashed', quoted: 'solid' } as const;

function optionsOf(key: StyleKey): vscode.DecorationRenderOptions {
  if (key === 'furniture') return { color: new vscode.ThemeColor('dossier.furniture'), fontStyle: 'italic' };
  if (key === 'changed') {
    const line = new vscode.ThemeColor('dossier.changedBorder');
    return {
      border: '1px dashed',
      borderColor: line,
      overviewRulerColor: line,
      overviewRulerLane: vscode.OverviewRulerLane.Right,
    };
  }
  if (key === 'note') {
    // An outline, because the line under a claim and the border of a mention may stand on the same words.
    const line = new vscode.ThemeColor('dossier.noteBorder');
    return {
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
      backgroundColor: new vscode.ThemeColor('dossier.noteBackground'),
      outline: '1px dotted',
      outlineColor: line,
      overviewRulerColor: line,
      overviewRulerLane: vscode.OverviewRulerLane.Center,
    };
  }
  const [kind, name, state] = key.split('.') as [string, string, string];
  const decided = state === 'decided';
  const rangeBehavior = vscode.DecorationRangeBehavior.ClosedClosed;
  if (kind === 'claim') {
    const line = name as keyof typeof CLAIM_LINES;
    return {
      rangeBehavior,
      textDecoration: `underline ${CLAIM_LINES[line]} ${decided ? 2 : 1}px var(--vscode-dossier-${line}Claim)`,
    };
  }
  const type = name as EntityType;
  const border = new vscode.ThemeColor(`dossier.${type}Border`);
  return {
    rangeBehavior,
    backgroundColor: new vscode.ThemeColor(`dossier.${type}Background`),
    border: MENTION_LINES[type],
    borderColor: border,
    borderWidth: decided ? '1px' : MENTION_LINES[type] === 'double' ? '0 0 3px 0' : '0 0 1px 0',
    ...(decided ? { overviewRulerColor: border, overviewRulerLane: vscode.OverviewRulerLane.Left } : {}),
  };
}

/** One decoration type a style, made once for the life of the extension. */
export function createStyles(): ReadonlyMap<StyleKey, vscode.TextEditorDecorationType> {
  return new Map(STYLE_KEYS.map((key) => [key, vscode.window.createTextEditorDecorationType(optionsOf(key))]));
}
