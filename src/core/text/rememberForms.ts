import { type Word, wordOf } from './word.ts';

let kinds = 0;

/** `describe` with a memory: what it says of a word is worked out once and kept with it. Only for what depends on the form alone. */
export function rememberWords<T>(describe: (form: string) => T): (word: Word) => T {
  const kind = kinds++;
  return ({ text, facts }) => {
    const found = facts[kind] as T | undefined;
    if (found !== undefined) return found;
    const made = describe(text);
    facts[kind] = made;
    return made;
  };
}

/** The same for forms that come as strings. */
export function rememberForms<T>(describe: (form: string) => T): (form: string) => T {
  const ofWord = rememberWords(describe);
  return (form) => ofWord(wordOf(form));
}
