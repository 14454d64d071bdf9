import { LONGEST_POOLED, pooled } from './pooled.ts';

/** Half of what is kept. */
const HALF = 8000;

/**
 * `describe` with a memory: what it says of a word form is worked out once and kept, for at most 16,000 forms of at
 * most 40 characters; of more, those go that were not asked for lately. Only for what depends on the form alone.
 */
export function rememberForms<T>(describe: (form: string) => T): (form: string) => T {
  let known = new Map<string, T>();
  let before = new Map<string, T>();
  return (form) => {
    const found = known.get(form);
    if (found !== undefined) return found;
    const made = before.get(form) ?? describe(form);
    if (form.length <= LONGEST_POOLED) {
      if (known.size >= HALF) {
        before = known;
        known = new Map();
      }
      known.set(pooled(form), made);
    }
    return made;
  };
}
