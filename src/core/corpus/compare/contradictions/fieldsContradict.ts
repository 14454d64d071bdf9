import { leastAlike } from '../../statements/fieldAnswers.ts';
import type { Told } from '../compared.ts';
import { sharedQuestion } from '../pairFeatures.ts';
import { bothWords, type Differing } from './differing.ts';

/** How alike the words around must be where an article names several values. */
const AMONG_OTHERS = 0.2;

/** What a shared name, and a question of the lexicon that both speak of, count beside words that are alike. */
const INSTEAD = 0.3;

/** What words of the whole sentence that are alike count beside those of the clause. */
const FARTHER = 0.4;

/** Two values of a field: a rifle and a pistol, a short circuit and arson. */
export function fieldsContradict(pair: Differing): string | null {
  const { a, b, features: f } = pair;
  const { question } = a.statement;
  const besides = ({ statement }: Told) => statement.questions.slice(1);
  const alike = Math.max(
    f.about ?? 0,
    FARTHER * (f.wide ?? 0),
    INSTEAD * (f.entities ?? 0),
    INSTEAD * sharedQuestion(besides(a), besides(b)),
  );
  const least = f.alone === 1 ? leastAlike(question) : AMONG_OTHERS;
  return alike >= least ? `Two answers to one question (${question}): ${bothWords(pair)}.` : null;
}
