import { leastAlike } from '../../statements/fieldAnswers.ts';
import { bothWords, type Differing } from './differing.ts';

/** How alike the words around must be where an article names several values. */
const AMONG_OTHERS = 0.2;

/** Two values of a field: a rifle and a pistol, a short circuit and arson. */
export function fieldsContradict(pair: Differing): string | null {
  const { a, features: f } = pair;
  const { question } = a.statement;
  const least = f.alone === 1 ? leastAlike(question) : AMONG_OTHERS;
  return (f.about ?? 0) >= least ? `Two answers to one question (${question}): ${bothWords(pair)}.` : null;
}
