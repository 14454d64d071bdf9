import type { Sentence } from '../../extract/document.ts';
import { rememberWords } from '../../text/rememberForms.ts';
import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';

const RATED = /^(?:rated|rating|ratings|graded|grade|classified|assessed|condition)$/;
/** Marks that inspectors, auditors and agencies give, common to many scales. */
const MARKS =
  /^(?:excellent|outstanding|good|satisfactory|sufficient|adequate|fair|moderate|mediocre|poor|bad|deficient|unsatisfactory|inadequate|insufficient|critical|severe|failed|failing|safe|unsafe)$/;
const REACH = 5;

const markOf = rememberWords((form) => MARKS.exec(form.toLowerCase())?.[0] ?? null);

/** Where a sentence gives a thing a mark: "was rated fair", "Overall rating: good", "in poor condition". */
export function ratings({ tokens }: Sentence): (Span & { readonly mark: string })[] {
  const found: (Span & { readonly mark: string })[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const { word, start, end } = tokens[i] as Token;
    const mark = markOf(word);
    if (mark === null) continue;
    const near = tokens.slice(Math.max(0, i - REACH), i + 2);
    if (near.some(({ text }) => RATED.test(text.toLowerCase()))) found.push({ start, end, mark });
  }
  return found;
}
