import type { Span } from '../../text/span.ts';
import type { ExtractedMention } from '../extraction.ts';
import { SpanList } from '../spanList.ts';

interface ReferentsInput<T> {
  /** In document order. */
  readonly mentions: readonly ExtractedMention[];
  /** Whom the mention at a place of the list is of. */
  readonly ofMention: (index: number) => T;
  /** Whom an entity of the extraction is of on the whole. */
  readonly ofEntity: (entity: number) => T;
}

/** Whom the entities of an extraction are where people gave some of their mentions to others. */
export class Referents<T> {
  readonly #input: ReferentsInput<T>;
  readonly #mentions: SpanList<ExtractedMention>;

  constructor(input: ReferentsInput<T>) {
    this.#input = input;
    this.#mentions = new SpanList(input.mentions);
  }

  /** Whom an entity is in a span: of whom its first mention there is, where it has one. */
  at(entity: number, span: Span | null): T {
    return this.all([entity], span)[0] as T;
  }

  /** Whom entities are in a span, each once, in the order given; not empty where `entities` is not. */
  all(entities: readonly number[], span: Span | null): T[] {
    const { ofMention, ofEntity } = this.#input;
    const here = new Map(entities.map((entity) => [entity, new Set<T>()]));
    for (const { item, index } of span ? this.#mentions.within(span) : []) here.get(item.entity)?.add(ofMention(index));
    return [...new Set([...here].flatMap(([entity, found]) => (found.size > 0 ? [...found] : [ofEntity(entity)])))];
  }
}
