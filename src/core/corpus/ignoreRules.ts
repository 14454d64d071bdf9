import ignore, { type Ignore } from 'ignore';

/**
 * What git ignores by the `.gitignore` files of several folders, the deeper ones before those above.
 * Paths begin with a slash, or are the empty text for the root, and have no slash at their end.
 */
export class IgnoreRules {
  readonly #rules = new Map<string, Ignore>();

  /** The rules of one folder; a later call replaces them. */
  set(folder: string, rules: string): void {
    this.#rules.set(folder, ignore({ ignorecase: false }).add(rules));
  }

  /** Whether a path, or a folder above it, is ignored. */
  ignores(path: string, isFolder = false): boolean {
    for (let slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
      if (this.#decide(path.slice(0, slash), true)) return true;
    }
    return this.#decide(path, isFolder);
  }

  #decide(path: string, isFolder: boolean): boolean {
    let ignored = false;
    for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      const rules = this.#rules.get(path.slice(0, slash));
      const below = path.slice(slash + 1);
      if (!rules || below === '') continue;
      const found = rules.test(isFolder ? `${below}/` : below);
      if (found.ignored) ignored = true;
      else if (found.unignored) ignored = false;
    }
    return ignored;
  }
}
