import { LONGEST_POOLED, pooled } from './pooled.ts';

const MOST = 20_000;

/**
 * `describe` with a memory: what it says of a word form is worked out once and kept, for at most 20,000 forms of at
 * most 40 characters, then the memory begins anew. Only for what depends on the form alone.
 */
export function rememberForms<T>(describe: (form: string) => T): (form: string) => T {
  const known = new Map<string, T>();
  return (form) => {
    const found = known.get(form);
    if (found !== undefined) return found;
    const made = describe(form);
    if (form.length <= LONGEST_POOLED) {
      if (known.size >= MOST) known.clear();
      known.set(pooled(form), made);
    }
    return made;
  };
}
