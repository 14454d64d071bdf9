import * as vscode from 'vscode';
import { type EntityType, type EntityTypeKey, isKnownType } from '../../core/model/types.ts';

const { SymbolKind } = vscode;

const KINDS: Readonly<Record<EntityType, vscode.SymbolKind>> = {
  person: SymbolKind.Class,
  organization: SymbolKind.Module,
  location: SymbolKind.Namespace,
  group: SymbolKind.Interface,
  event: SymbolKind.Event,
  work: SymbolKind.File,
  product: SymbolKind.Object,
  weapon: SymbolKind.Object,
  identifier: SymbolKind.Key,
  other: SymbolKind.Variable,
};

export const CLAIM_KIND = SymbolKind.String;
export const SECTION_KIND = SymbolKind.Package;

/** The kind, and with it the icon, of an entity among symbols; VS Code has none for people or places. */
export const entityKind = (type: EntityTypeKey): vscode.SymbolKind =>
  isKnownType(type) ? KINDS[type] : SymbolKind.Variable;
