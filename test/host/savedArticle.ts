import type * as vscode from 'vscode';
import type { ArticleSession } from '../../src/editor/articles/articleSession.ts';
import { closeAll, open, run, sidecarOf, untilFile } from './helpers.ts';

export const TEXT = 'Angela Merkel met Emmanuel Macron in Berlin.\n';

export type Entities = Record<string, Record<string, unknown>>;

/** Analyzes and saves an article. @returns its sidecar as data. */
export async function saved(uri: vscode.Uri): Promise<{ entities: Entities }> {
  await open(uri);
  await run('saveAnnotations');
  const text = await untilFile(sidecarOf(uri), (json) => json.endsWith('}\n'), 'the sidecar is there');
  await closeAll();
  return JSON.parse(text);
}

/** The sidecar with Berlin changed, as JSON. */
export function withBerlin(file: { entities: Entities }, fields: object): string {
  const entities = Object.entries(file.entities).map(([id, entity]) => [
    id,
    entity.name === 'Berlin' ? { ...entity, state: 'edited', ...fields } : entity,
  ]);
  return `${JSON.stringify({ ...file, entities: Object.fromEntries(entities) }, null, 2)}\n`;
}

export const ben = { type: 'event', by: 'Ben', on: '2026-01-03T00:00:00Z' };
export const HEAD = { sha256: '0'.repeat(64), offsets: 'utf-16; LF' };

export const berlin = (session: ArticleSession) =>
  [...session.store.annotations.entities.values()].find(({ name }) => name === 'Berlin');
