import { familyOf } from '../statements/questions.ts';
import type { Statement } from '../statements/statement.ts';
import type { Told } from './compared.ts';

/** What more statements than this share brings none of them together; a question always does. */
const COMMON: Readonly<Record<string, number>> = { stem: 40, dimension: 300, clock: 60 };
/** Stems nearest to the value that can bring two statements together. */
const NEAREST = 6;

/**
 * Pairs that can answer one question, as indices with the first the smaller: of one kind, and with a question or its
 * family, a dimension, a stem near the value or the value itself in common. Work grows with the number of pairs that share something.
 */
export function* candidatePairs(told: readonly Told[]): Generator<readonly [a: number, b: number]> {
  const places = new Map<string, number[]>();
  told.forEach(({ statement }, i) => {
    for (const key of keysOf(statement)) {
      const found = places.get(key);
      if (found) found.push(i);
      else places.set(key, [i]);
    }
  });
  for (let a = 0; a < told.length; a++) {
    const others = new Set<number>();
    for (const key of keysOf((told[a] as Told).statement)) {
      const found = places.get(key) as number[];
      if (found.length > (COMMON[key.slice(0, key.indexOf(' '))] ?? Infinity)) continue;
      for (let i = found.length - 1; i >= 0 && (found[i] as number) > a; i--) others.add(found[i] as number);
    }
    for (const b of [...others].sort((p, q) => p - q)) yield [a, b];
  }
}

function keysOf({ kind, questions, about, measure, edtf, clock }: Statement): string[] {
  const keys = questions.map(([question]) => `question ${kind} ${question}`);
  for (const stem of about.slice(0, NEAREST)) keys.push(`stem ${kind} ${stem}`);
  if (questions[0]) keys.push(`family ${kind} ${familyOf(questions[0][0])}`);
  if (measure) {
    keys.push(`value ${Number(measure.value.toPrecision(2))}`);
    keys.push(`dimension ${/^(?:person|count)$/.test(measure.dimension) ? 'count' : measure.dimension}`);
    if (measure.of) keys.push(`of ${measure.of}`);
  }
  if (clock) keys.push('clock ');
  if (edtf) keys.push(`day ${edtf}`);
  return keys;
}
