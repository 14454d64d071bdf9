import type { Registry } from './registry.ts';

/** The registry with the new name of an article, or of a folder with all in it: paths from the workspace folder. */
export function renameInRegistry(registry: Registry, from: string, to: string): Registry {
  const moved = (path: string) => (path === from || path.startsWith(`${from}/`) ? to + path.slice(from.length) : path);
  const judgements = [...registry.judgements].map(([id, judgement]) => {
    const [a, b] = judgement.passages.map((one) => ({ ...one, article: moved(one.article) }));
    return [id, a && b ? { ...judgement, passages: [a, b] as const } : judgement] as const;
  });
  const entities = [...registry.entities].map(([id, entity]) => {
    const articles = entity.articles.map(moved).sort();
    return [id, { ...entity, articles }] as const;
  });
  return { ...registry, entities: new Map(entities), judgements: new Map(judgements) };
}
