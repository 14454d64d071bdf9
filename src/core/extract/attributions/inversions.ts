import { DETERMINERS, isCapitalised, isWord, PREPOSITIONS, SUBORDINATORS } from '../grammar/words.ts';
import type { SureReport } from './candidate.ts';
import { contentStart } from './contentPhrase.ts';
import { endsSpeech } from './fixedReports.ts';
import { phraseStartingAt, type TokenRange } from './nounPhrase.ts';
import { isSpeaker } from './speakers.ts';
import { isTimeWord } from './timeWords.ts';
import { finiteWithin, type Unit } from './unit.ts';
import type { Form } from './wordForms.ts';

const LONGEST_SETTING = 14;
/** Where one writes; a name behind it is another one. */
const NETWORKS = /^(?:facebook|twitter|x|telegram|instagram|youtube|tiktok|linkedin|vkontakte|weibo|whatsapp)$/;

/** `"...", told to the radio the lawyer Ann Lee`, `..., said at a briefing in Oslo the deputy mayor`: whom and where come before who. */
export function readInversion(unit: Unit, i: number): SureReport | null {
  const { words, inQuote } = unit;
  const { verb } = unit.forms[i] as Form;
  if (!verb || !/[cq]/.test(verb.frames) || (verb.form !== 'past' && verb.form !== 'third')) return null;
  const spoken = endsSpeech(unit, i - 1);
  if (!spoken && words[i - 1] !== ',') return null;
  const source = speakerBehind(unit, i + 1);
  const next = words[source?.to ?? 0] ?? '.';
  if (!source || !isSpeaker(unit, source, false) || !(/^[.,]$/.test(next) || SUBORDINATORS.has(next))) return null;
  const to = words[i - 1] === ',' && (inQuote[i - 1] as number) < 0 ? i - 1 : i;
  const from = contentStart(unit, to);
  return spoken || finiteWithin(unit, from, to) ? { source, content: [{ from, to }] } : null;
}

/** The noun phrase behind phrases with prepositions; null where none stand there. */
function speakerBehind(unit: Unit, from: number): TokenRange | null {
  let k = from;
  while (isTimeWord(unit.words[k] ?? '')) k++;
  while (k < from + LONGEST_SETTING && PREPOSITIONS_BEFORE.test(unit.words[k] ?? '')) k = settingEnd(unit, k);
  return k === from ? null : phraseStartingAt(unit, k);
}

const PREPOSITIONS_BEFORE = /^(?:to|in|on|at|during|from|by|after|before)$/;

/** Where the words that hang on the preposition at `i` end and another noun phrase begins. */
function settingEnd({ words, tokens }: Unit, i: number): number {
  let k = i + 1;
  if (DETERMINERS.has(words[k] ?? '')) k++;
  for (; k < i + LONGEST_SETTING; k++) {
    const word = words[k] ?? '.';
    const text = tokens[k]?.text ?? '';
    if (k > i + 1) {
      if (PREPOSITIONS.has(word) || (DETERMINERS.has(word) && !/^of$/.test(words[k - 1] ?? ''))) return k;
      if (isCapitalised(text) && NETWORKS.test(words[k - 1] ?? '')) return k;
      if (isCapitalised(text) && (isTimeWord(words[k - 1] ?? '') || /^\p{Ll}/u.test(tokens[k - 1]?.text ?? '')))
        return k;
    }
    if (!isWord(word) && !/^\d/.test(word)) return k;
  }
  return k;
}
