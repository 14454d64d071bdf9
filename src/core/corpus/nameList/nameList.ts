import type { Alias } from '../../model/records.ts';
import type { EntityTypeKey } from '../../model/types.ts';

/** One somebody or something of a name list. */
export interface ListedName {
  readonly type: EntityTypeKey;
  readonly name: string;
  readonly aliases: readonly Alias[];
  /** Its id in the list. */
  readonly listId?: string;
  readonly note?: string;
}

/** What a name list holds, and what in it could not be used. */
export interface NameList {
  readonly names: readonly ListedName[];
  /** A sentence each, with the line or row; at most {@link MOST_PROBLEMS}. */
  readonly problems: readonly string[];
  /** How many lines or rows could not be used. */
  readonly unused: number;
}

export const MOST_PROBLEMS = 100;
/** More are not taken from one list: every article is looked through for each. */
export const MOST_NAMES = 50_000;
const LONGEST_NAME = 200;
const MOST_ALIASES = 50;

/** One line of white space, null where nothing is left or it is no name for its length. */
export function tidyName(name: string): string | null {
  const words = name.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return words === '' || words.length > LONGEST_NAME ? null : words;
}

/** The other names as aliases, each once and not more than fifty. */
export function aliasesOf(name: string, others: readonly string[]): Alias[] {
  const tidy = others.flatMap((other) => tidyName(other) ?? []).filter((other) => other !== name);
  return [...new Set(tidy)].slice(0, MOST_ALIASES).map((other) => ({ name: other, kind: 'name' }));
}

/** Gathers the names of a list and what is wrong with it. */
export class ListReader {
  readonly #names: ListedName[] = [];
  readonly #problems: string[] = [];
  #unused = 0;

  add(name: ListedName, where: string): void {
    if (this.#names.length < MOST_NAMES) this.#names.push(name);
    else this.refuse(where, `more than ${MOST_NAMES.toLocaleString('en-US')} names are not taken from one list`);
  }

  refuse(where: string, why: string): void {
    this.#unused++;
    if (this.#problems.length < MOST_PROBLEMS) this.#problems.push(`${where}: ${why}.`);
  }

  get list(): NameList {
    return { names: this.#names, problems: this.#problems, unused: this.#unused };
  }
}
