import type { TextBlocks } from '../../anchor/textBlocks.ts';
import { contentId, type IdPrefix } from '../../model/ids.ts';
import type { Place } from '../../model/records.ts';

/**
 * Ids of suggestions that stand in the text: kind + exact words + hash of the block + ordinal among equal ones.
 * They do not change when text is edited elsewhere or when the block moves.
 */
export class PlacedIds {
  readonly #blocks: TextBlocks;
  readonly #seen = new Map<string, number>();

  constructor(blocks: TextBlocks) {
    this.#blocks = blocks;
  }

  /** Call in document order, once for each suggestion. */
  next(prefix: IdPrefix, place: Place): string {
    const block = this.#blocks.hash(this.#blocks.index.lineAt(place.spans[0]?.start ?? 0));
    const key = `${prefix} ${block} ${place.exact}`;
    const ordinal = this.#seen.get(key) ?? 0;
    this.#seen.set(key, ordinal + 1);
    return contentId(prefix, place.exact, block, String(ordinal));
  }
}
