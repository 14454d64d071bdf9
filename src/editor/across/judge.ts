import * as vscode from 'vscode';
import { describe } from '../../core/anchor/describe.ts';
import { TextBlocks } from '../../core/anchor/textBlocks.ts';
import type { JudgedPassage, JudgementKind } from '../../core/corpus/judgements/judgement.ts';
import { standingJudgements } from '../../core/corpus/judgements/standing.ts';
import type { Stamp } from '../../core/store/edits/editContext.ts';
import type { FolderRegistry } from '../registry/folderRegistry.ts';
import type { Registries } from '../registry/registries.ts';
import { articleText } from './articleText.ts';
import type { PassagePair } from './passage.ts';

export interface NewJudgement {
  readonly id: string;
  readonly pair: PassagePair;
  /** Null takes back what was judged. */
  readonly is: JudgementKind | null;
  readonly because?: string;
  readonly stamp: Stamp;
}

/** The registry that keeps judgements on an article. @throws Error with a sentence where none is kept. */
export async function registryFor(registries: Registries, article: vscode.Uri): Promise<FolderRegistry> {
  const registry = await registries.of(article);
  if (registry) return registry;
  throw new Error(
    'What you decide across sources is kept in the registry of a workspace folder, which is not used here.',
  );
}

/**
 * Keeps what a person says of two passages, in place of what was said of them before.
 * @throws Error with a sentence where it cannot be kept.
 */
export async function judge(registries: Registries, { id, pair, is, because, stamp }: NewJudgement): Promise<void> {
  const [own] = pair.passages.map(({ uri }) => vscode.Uri.parse(uri)) as [vscode.Uri];
  const registry = await registryFor(registries, own);
  const texts = new Map<string, string>();
  const passages: JudgedPassage[] = [];
  for (const { uri, start, end } of pair.passages) {
    const text = await articleText(vscode.Uri.parse(uri));
    if (text === null || start >= end || end > text.length) {
      throw new Error('One of the articles changed meanwhile; look at the passages again.');
    }
    texts.set(uri, text);
    const article = registries.nameOf(own, vscode.Uri.parse(uri));
    passages.push({ article, selector: describe(new TextBlocks(text), [{ start, end }]) });
  }
  const { judgements, addressOf } = await registries.judgementsOn(own);
  const standing = standingJudgements(judgements, { addressOf, textOf: (uri) => texts.get(uri) ?? null });
  const before = standing.filter((judged) =>
    pair.passages.every((passage) =>
      judged.passages.some(
        ({ uri, span }) => uri === passage.uri && span && span.start < passage.end && passage.start < span.end,
      ),
    ),
  );
  const [a, b] = passages as [JudgedPassage, JudgedPassage];
  registry.act(is === null ? 'Take back judgement' : 'Judge passages', (registered) => {
    const all = new Map(registered.judgements);
    for (const judged of before) all.delete(judged.id);
    if (is !== null) all.set(id, { passages: [a, b], is, ...(because ? { because } : {}), ...stamp });
    return { ...registered, judgements: all };
  });
}
