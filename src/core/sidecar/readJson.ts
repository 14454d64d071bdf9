import { fail, ok, type Result } from '../util/result.ts';

/** Where and why a text is no JSON; line and column count from 1. */
export interface JsonProblem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

const DEEPEST = 64;
const SPACE = /[ \t\n\r]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these inside a string.
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const WORD = /true|false|null/y;

class Unreadable extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/**
 * Reads JSON more strictly than `JSON.parse`: a key that stands twice in an object, the key `__proto__`, numbers beyond
 * the range of double precision and nesting deeper than 64 are errors. Objects are plain, with own properties only.
 */
export function readJson(text: string): Result<unknown, JsonProblem> {
  try {
    const reader = new Reader(text);
    return ok(reader.document());
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const before = text.slice(0, error.at);
    const line = before.split('\n').length;
    return fail({ message: error.message, line, column: error.at - before.lastIndexOf('\n') });
  }
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): unknown {
    if (this.#text.charCodeAt(0) === 0xfeff) this.#at = 1;
    const value = this.#value(0);
    this.#space();
    if (this.#at < this.#text.length) throw this.#problem('there is more text after the end of the data');
    return value;
  }

  #value(depth: number): unknown {
    if (depth > DEEPEST) throw this.#problem(`nested deeper than ${DEEPEST} levels`);
    this.#space();
    switch (this.#text[this.#at]) {
      case '{':
        return this.#object(depth);
      case '[':
        return this.#array(depth);
      case '"':
        return this.#string();
      default:
        return this.#scalar();
    }
  }

  #object(depth: number): object {
    const object: Record<string, unknown> = {};
    this.#at++;
    this.#space();
    if (this.#take('}')) return object;
    do {
      this.#space();
      const at = this.#at;
      if (this.#text[at] !== '"') throw this.#problem('a key in double quotes should stand here');
      const key = this.#string();
      if (key === '__proto__') throw new Unreadable('the key "__proto__" is not allowed', at);
      if (Object.hasOwn(object, key)) throw new Unreadable(`the key ${JSON.stringify(key)} stands twice`, at);
      this.#space();
      if (!this.#take(':')) throw this.#problem('":" is missing after the key');
      object[key] = this.#value(depth + 1);
      this.#space();
    } while (this.#take(','));
    if (!this.#take('}')) throw this.#problem('"," or "}" is missing');
    return object;
  }

  #array(depth: number): unknown[] {
    const array: unknown[] = [];
    this.#at++;
    this.#space();
    if (this.#take(']')) return array;
    do {
      array.push(this.#value(depth + 1));
      this.#space();
    } while (this.#take(','));
    if (!this.#take(']')) throw this.#problem('"," or "]" is missing');
    return array;
  }

  #string(): string {
    const start = this.#at;
    const raw = this.#match(STRING);
    if (raw === null)
      throw new Unreadable('a text in double quotes is not closed, or holds a forbidden character', start);
    return raw.includes('\\') ? (JSON.parse(raw) as string) : raw.slice(1, -1);
  }

  #scalar(): unknown {
    if (this.#at >= this.#text.length) throw this.#problem('the file ends too early');
    const start = this.#at;
    const word = this.#match(WORD);
    if (word !== null) return word === 'null' ? null : word === 'true';
    const digits = this.#match(NUMBER);
    if (digits === null) throw this.#problem(`unexpected ${JSON.stringify(this.#text[start])}`);
    const number = Number(digits);
    if (!Number.isFinite(number)) throw new Unreadable(`the number ${digits.slice(0, 20)} is too large`, start);
    return number;
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? null;
    if (found !== null) this.#at += found.length;
    return found;
  }

  #space(): void {
    this.#match(SPACE);
  }

  #take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  #problem(message: string): Unreadable {
    return new Unreadable(message, this.#at);
  }
}
