import { fail, ok, type Result } from '../util/result.ts';

/** Where and why a text is no JSON; line and column count from 1. */
export interface JsonProblem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

const DEEPEST = 64;
const LONGEST_NUMBER = 400;
const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;
const WORDS = new Map<string, true | false | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

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
    let [line, start] = [1, 0];
    for (let end = text.indexOf('\n'); end >= 0 && end < error.at; end = text.indexOf('\n', start)) {
      line++;
      start = end + 1;
    }
    return fail({ message: error.message, line, column: error.at - start + 1 });
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
      if (Object.hasOwn(object, key))
        throw new Unreadable(`the key ${JSON.stringify(key.slice(0, 100))} stands twice`, at);
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

  /** Goes through the text by characters: a pattern runs out of stack on a text of many megabytes. */
  #string(): string {
    const start = this.#at;
    let escapes = false;
    for (let at = start + 1; at < this.#text.length; at++) {
      const code = this.#text.charCodeAt(at);
      if (code < SPACE) break;
      if (code === BACKSLASH) {
        escapes = true;
        at++;
      } else if (code === QUOTE) {
        this.#at = at + 1;
        return escapes ? this.#unescape(start) : this.#text.slice(start + 1, at);
      }
    }
    throw new Unreadable('a text in double quotes is not closed, or holds a forbidden character', start);
  }

  #unescape(start: number): string {
    try {
      return JSON.parse(this.#text.slice(start, this.#at)) as string;
    } catch {
      throw new Unreadable(
        'a text in double quotes holds a backslash with a wrong letter or character after it',
        start,
      );
    }
  }

  #scalar(): unknown {
    if (this.#at >= this.#text.length) throw this.#problem('the file ends too early');
    for (const [word, value] of WORDS) {
      if (!this.#text.startsWith(word, this.#at)) continue;
      this.#at += word.length;
      return value;
    }
    const start = this.#at;
    const digits = NUMBER.exec(this.#text.slice(start, start + LONGEST_NUMBER + 1))?.[0];
    if (digits === undefined) throw this.#problem(`unexpected ${JSON.stringify(this.#text[start])}`);
    if (digits.length > LONGEST_NUMBER) throw this.#problem(`a number is longer than ${LONGEST_NUMBER} characters`);
    const number = Number(digits);
    if (!Number.isFinite(number)) throw this.#problem(`the number ${digits.slice(0, 20)} is too large`);
    this.#at += digits.length;
    return number;
  }

  #space(): void {
    while (' \t\n\r'.includes(this.#text[this.#at] ?? 'x')) this.#at++;
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
