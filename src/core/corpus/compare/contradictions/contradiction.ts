import { AGE_GROUP, USUAL } from '../../statements/figureStatements.ts';
import type { Told } from '../compared.ts';
import type { ReadPair } from '../pairFeatures.ts';
import { answersContradict } from './answersContradict.ts';
import { datesContradict } from './datesContradict.ts';
import { denialContradicts } from './denialContradicts.ts';
import { bothWords, type Differing, topQuestions } from './differing.ts';
import { figuresContradict } from './figuresContradict.ts';
import { noneContradictsSome } from './noneContradictsSome.ts';

/** Signs on one side alone that the two are measured differently. */
const OTHER_SCOPE = ['planned', 'each', 'average', 'part', 'peak', 'rest', 'withdrawn'];

/**
 * Why two statements cannot both be true, in a sentence, or null. Asks for much: a contradiction that is none costs
 * more trust than ten that are not shown. @param likely how sure it is that both answer one question.
 */
export function contradiction(a: Told, b: Told, { features, values }: ReadPair, likely: number): string | null {
  const pair: Differing = { a, b, features, likely };
  const { kind } = a.statement;
  if (values.match === 'equal') return isProfitAndLoss(pair) ? `A profit or a loss of ${a.statement.words}.` : null;
  if (values.match !== 'differ') return null;
  if (features.otherCurrency === 1) return `One amount in two currencies: ${bothWords(pair)}.`;
  if (isWithdrawn(pair)) return `One of them is withdrawn or rejected: ${bothWords(pair)}.`;
  if (features.sameArticle === 1 || features.knowsBoth === 1) return null;
  if (a.statement.answer !== null) return answersContradict(pair);
  if (kind === 'fact') return denialContradicts(pair);
  if (kind === 'date') return datesContradict(pair);
  if (isProfitAndLoss(pair) && isOfOneTime(pair)) return `A profit and a loss of one time: ${bothWords(pair)}.`;
  const none = noneContradictsSome(pair);
  const otherScope = topQuestions(pair)[0] !== AGE_GROUP && OTHER_SCOPE.some((mark) => features[`scope:${mark}`] === 1);
  return none ?? (otherScope ? null : figuresContradict(pair));
}

/** One amount, won by one telling and lost by the other. */
function isProfitAndLoss(pair: Differing): boolean {
  const dimensions = [pair.a, pair.b].map(({ statement }) => statement.measure?.dimension);
  const money = dimensions.includes('money') && dimensions.every((name) => name === 'money' || name === 'count');
  return money && pair.features.sameArticle !== 1 && [...topQuestions(pair)].sort().join() === 'loss,profit';
}

/** The only profit and the only loss of their articles, of the same days. */
function isOfOneTime({ features: f }: Differing): boolean {
  return f.alone === 1 && f.asOfSame === 1 && f['scope:rest'] !== 1;
}

/** How sure it must be that a value denied beside another one is denied for it, where no word tells what both measure. */
const BESIDE = 0.8;

/** An article takes one value back, or names it to deny it; the other is the one that stands. */
function isWithdrawn(pair: Differing): boolean {
  const { a, features: f, likely } = pair;
  if (f['scope:withdrawn'] !== 1 || f.zero === 1 || a.statement.kind === 'fact' || likely < 0.5) return false;
  const [p, q] = topQuestions(pair);
  // a debt that is corrected is no revenue
  if (p !== q && p !== '' && q !== '' && f.sameArticle !== 1) return false;
  // a toll taken back says nothing of the tolls of other days
  if (f.volatile === 1 && f.sameArticle !== 1) return false;
  const question = f.question ?? 0;
  const asksOne = (question > 0.1 && question !== USUAL) || (f.near === 1 && f.alone === 1 && likely >= BESIDE);
  return asksOne || (a.statement.kind !== 'date' && (f.about ?? 0) > 0.1);
}
