import type { TextBlocks } from '../../anchor/textBlocks.ts';
import { contentId, type IdPrefix } from '../../model/ids.ts';
import type { Place } from '../../model/records.ts';

/**
 * Ids of suggestions that stand in the text: kind + exact words + hash of the block + ordinal among equal ones.
 * They do not change when text is edited elsewhere or when the block moves.
 */
export class PlacedIds {
  readonly #blocks: TextBlocks;
  readonly #before: ReadonlyMap<string, readonly string[]>;
  readonly #given = new Map<string, string[]>();

  /** @param before the ids of an earlier round, so that they need not be computed again. */
  constructor(blocks: TextBlocks, before?: PlacedIds) {
    this.#blocks = blocks;
    this.#before = before ? before.#given : new Map();
  }

  /** Call in document order, once for each suggestion. */
  next(prefix: IdPrefix, place: Place): string {
    const block = this.#blocks.hash(this.#blocks.index.lineAt(place.spans[0]?.start ?? 0));
    const key = `${prefix} ${block} ${place.exact}`;
    const given = this.#given.get(key) ?? [];
    const ordinal = given.length;
    const id = this.#before.get(key)?.[ordinal] ?? contentId(prefix, place.exact, block, String(ordinal));
    if (ordinal === 0) this.#given.set(key, given);
    given.push(id);
    return id;
  }
}
