import type { SourceCard } from '../model/sourceCard.ts';
import type { Result } from '../util/result.ts';

/** A file that somebody wants to read as an article. */
export interface OriginalFile {
  /** Its ending tells the format. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The readable text of a file and what the file says of itself. */
export interface ImportedArticle {
  /** The title and each paragraph, heading, list item and table row on a line of its own, with empty lines between. */
  readonly text: string;
  readonly card: SourceCard;
  /** Sentences for the person: what was left out. */
  readonly notices: readonly string[];
}

/** What is used of an `AbortSignal`. */
export interface StopSignal {
  readonly reason: unknown;
  throwIfAborted(): void;
  addEventListener(type: 'abort', listener: () => void, options: { readonly once: boolean }): void;
}

/**
 * Reads a file beside the thread that asks.
 * @returns the article, or a sentence that says what is wrong and what to do; also when it took too long.
 * @throws the reason of `signal` when that is aborted.
 */
export type ReadOriginal = (file: OriginalFile, signal: StopSignal) => Promise<Result<ImportedArticle>>;

/** What is said of a file that took longer than {@link LONGEST_IMPORT}. */
export const TOOK_TOO_LONG =
  'The file took too long to read and was given up. Save the part that you need as a file of its own.';

/** Formats that can be imported, by the ending of the file. */
export const IMPORTED_ENDINGS = ['html', 'htm', 'eml', 'docx', 'pdf'] as const;

/** Megabytes; more is no article. */
export const LARGEST_IMPORT = 50;
/** Seconds after which the reading of a file is given up. */
export const LONGEST_IMPORT = 120;

/** The name without the ending of a format, for the text that is made of it. */
export function nameOfText(name: string): string {
  return `${name.replace(new RegExp(`\\.(?:${IMPORTED_ENDINGS.join('|')})$`, 'i'), '')}.txt`;
}

/** Lines as an article: its title first, unless it stands there already; an empty line between all. */
export function articleText(title: string | undefined, lines: readonly string[]): string {
  const tidy = lines.map((line) => line.replace(/[\s\p{Cc}]+/gu, ' ').trim()).filter(Boolean);
  const titled = title && !tidy.slice(0, 3).includes(title) ? [title, ...tidy] : tidy;
  return titled.length === 0 ? '' : `${titled.join('\n\n')}\n`;
}
