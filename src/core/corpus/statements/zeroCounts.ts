import type { Sentence } from '../../extract/document.ts';
import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import { stemOf } from './stems.ts';

const NOBODY = /^(?:nobody|no-one|none)$/;

/** Where a sentence counts nothing: "nobody was hurt", "no deaths", "not a single dose", "none of them". */
export function zeroCounts({ tokens }: Sentence): (Span & { readonly noun: string | null })[] {
  const found: (Span & { readonly noun: string | null })[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const { text } = tokens[i] as Token;
    // every word looked for here begins so
    if (text[0] !== 'n' && text[0] !== 'N') continue;
    const word = (k: number) => tokens[k]?.text.toLowerCase() ?? '';
    const span = (to: number, noun: string | null) =>
      found.push({ start: tokens[i]?.start ?? 0, end: tokens[to]?.end ?? 0, noun });
    if (NOBODY.test(word(i))) span(i, null);
    else if (word(i) === 'no' && word(i + 1) === 'one') span(i + 1, null);
    else if (word(i) === 'not' && /^(?:a|one)$/.test(word(i + 1)) && word(i + 2) === 'single') span(i + 3, word(i + 3));
    else if (word(i) === 'not' && word(i + 1) === 'one') {
      // "not one of them", "not one serious accident"
      const noun = stemOf(word(i + 3)) === null ? i + 2 : i + 3;
      if (word(i + 2) === 'of') span(i + 1, null);
      else if (stemOf(word(noun)) !== null) span(noun, word(noun));
    } else if (word(i) === 'no' && /^\p{Ll}{3,}$/u.test(tokens[i + 1]?.text ?? '') && !NO_COUNT.test(word(i + 1)))
      span(i + 1, word(i + 1));
  }
  return found;
}

const NO_COUNT =
  /^(?:longer|matter|doubt|more|less|fewer|comment|sign|signs|evidence|reason|idea|way|place|need|plans?|intention|immediate|such|easier|better|worse|further|different|small|new|good|bad|clear|big|great|real|single|kind)$/;
