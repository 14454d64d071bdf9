import type { NameSpan } from './document.ts';
import type { ExtractedEntity, ExtractedMention } from './extraction.ts';

/** Entities by the very same string and type: what remains where nothing better joins names. */
export function joinPlainly(
  text: string,
  names: readonly NameSpan[],
): { entities: ExtractedEntity[]; mentions: ExtractedMention[] } {
  const index = new Map<string, number>();
  const entities: ExtractedEntity[] = [];
  const mentions = names.map((n): ExtractedMention => {
    const name = text.slice(n.start, n.end);
    const key = `${n.type} ${name}`;
    let entity = index.get(key);
    if (entity === undefined) {
      entity = entities.length;
      index.set(key, entity);
      entities.push({ type: n.type, name, aliases: [], origin: n.origin, score: n.score });
    }
    return { start: n.start, end: n.end, entity, form: 'name', origin: n.origin, score: n.score };
  });
  return { entities, mentions };
}
