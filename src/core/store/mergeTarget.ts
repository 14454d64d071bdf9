interface Mergeable {
  readonly mergedInto?: string | undefined;
}

/** The entity that `id` finally stands for, through merges; itself when it was never merged. */
export function mergeTarget(entities: ReadonlyMap<string, Mergeable>, id: string): string {
  const seen = new Set<string>();
  let at = id;
  for (
    let next = entities.get(at)?.mergedInto;
    next !== undefined && !seen.has(at);
    next = entities.get(at)?.mergedInto
  ) {
    seen.add(at);
    if (!entities.has(next)) return at;
    at = next;
  }
  return at;
}
