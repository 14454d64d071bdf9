/** A pattern, and a cheaper one without which it cannot match: most lines of prose are passed by with that alone. */
export interface Gated {
  readonly gate: RegExp;
  /** Global. */
  readonly pattern: RegExp;
}

/** The matches in one line. */
export function lookFor({ gate, pattern }: Gated, line: string): Iterable<RegExpExecArray> {
  return gate.test(line) ? line.matchAll(pattern) : [];
}
