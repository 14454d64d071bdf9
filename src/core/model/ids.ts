import { sha256Hex } from '../text/hash.ts';
import type { EntityTypeKey } from './types.ts';

/** Makes a random id that nobody else makes: `newId('e_')`. Given by the host. */
export type NewId = (prefix: IdPrefix) => string;

export type IdPrefix = 'e_' | 'm_' | 'c_' | 'q_' | 'r_' | 'n_' | 'j_' | 'i_' | 'private_';

/** An id that depends on nothing but the content: the same suggestion has the same id in every run. */
export function contentId(prefix: IdPrefix, ...content: readonly string[]): string {
  return prefix + sha256Hex(content.join('\n')).slice(0, 12);
}

/** Names that differ only in case, spacing, compatibility forms, a leading "the" or a final possessive are one. */
export function normaliseName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^the (?=\S)/, '')
    .replace(/['’]s$/, '');
}

/** @param ordinal tells apart entities of one type with one name, in the order of the text. */
export function entityContentId(type: EntityTypeKey, name: string, ordinal = 0): string {
  return contentId('e_', type, normaliseName(name), ...(ordinal > 0 ? [String(ordinal)] : []));
}
