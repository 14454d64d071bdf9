import * as vscode from 'vscode';
import { shortLine } from '../../core/present/short.ts';
import { LineIndex } from '../../core/text/lines.ts';
import { normaliseText } from '../../core/text/normalise.ts';
import type { Articles } from '../articles/articles.ts';
import { toRange } from '../articles/positions.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { FoundSymbol, SymbolSource } from './symbolSource.ts';

/** The entities of the articles of the workspace that are not open; none before the sources were asked for once. */
export function corpusSymbols({ engine }: Corpus, articles: Articles): SymbolSource {
  return {
    async symbols(query) {
      const { phase } = engine.state;
      if (phase === 'closed' || phase === 'opening' || phase === 'failed') return [];
      const open = articles.all.map(({ uri }) => uri.toString());
      const lines = new Map<string, Promise<LineIndex | null>>();
      const found: FoundSymbol[] = [];
      for (const { uri, name, type, at } of await engine.ask('symbols', query, open)) {
        const target = vscode.Uri.parse(uri);
        const known = lines.get(uri) ?? linesOf(target);
        lines.set(uri, known);
        const index = await known;
        if (!index) continue;
        const [first, ...others] = placesOf(at).map((span) => new vscode.Location(target, toRange(index, span)));
        if (first) found.push({ kind: 'entity', name: shortLine(name), type, places: [first, ...others] });
      }
      return found;
    },
  };
}

/** Null where the file is gone: the corpus hears of it a moment later. */
async function linesOf(uri: vscode.Uri): Promise<LineIndex | null> {
  try {
    return new LineIndex(normaliseText(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))));
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return null;
    throw error;
  }
}

function placesOf(at: readonly number[]) {
  return Array.from({ length: at.length / 2 }, (_, i) => {
    const start = at[2 * i] as number;
    return { start, end: start + (at[2 * i + 1] as number) };
  });
}
