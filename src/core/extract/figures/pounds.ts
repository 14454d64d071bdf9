import type { Token } from '../../text/tokens.ts';

const MONEY =
  /^(?:pa(?:y|ys|id|ying|yment)|costs?|costing|fine[ds]?|worth|spen[dt]|spends|spending|earn(?:s|ed|ing|ings)?|sells?|sold|buys?|bought|price[ds]?|fees?|salar(?:y|ies)|wages?|loans?|debts?|owe[ds]?|donat(?:e|ed|ions?)|invest(?:ed|ments?)?|budgets?|grants?|charge[ds]?|profits?|revenues?|compensation|damages|bail|tax(?:es)?|bills?|funds?|funding|rewards?|prizes?|cash|bonus(?:es)?|savings?|saved?|deposits?|rents?)$/;
/** Tokens before the number within which a word of money makes its pounds money. */
const REACH = 8;
/** As many pounds as nobody weighs without saying of what. */
const MANY = 1e6;

/** Whether the pounds at token `at`, behind a number that starts at `from`, are sterling; "50 pounds of rice" are a weight. */
export function arePoundsMoney(tokens: readonly Token[], from: number, at: number, value: number): boolean {
  const word = (i: number) => tokens[i]?.text.toLowerCase() ?? '';
  if (!/^pounds?$/.test(word(at))) return false;
  if (word(at + 1) === 'sterling') return true;
  if (/^(?:of|in|lighter|heavier|per)$/.test(word(at + 1)) && word(at + 2) !== 'cash') return false;
  if (value >= MANY) return true;
  for (let i = Math.max(0, from - REACH); i < from; i++) if (MONEY.test(word(i))) return true;
  return false;
}
