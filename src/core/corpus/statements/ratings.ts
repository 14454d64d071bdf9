import type { Sentence } from '../../extract/document.ts';
import type { Span } from '../../text/span.ts';

const RATED = /^(?:rated|rating|ratings|graded|grade|classified|assessed|condition)$/;
/** Marks that inspectors, auditors and agencies give, common to many scales. */
const MARKS =
  /^(?:excellent|outstanding|good|satisfactory|sufficient|adequate|fair|moderate|mediocre|poor|bad|deficient|unsatisfactory|inadequate|insufficient|critical|severe|failed|failing|safe|unsafe)$/;
const REACH = 5;

/** Where a sentence gives a thing a mark: "was rated fair", "Overall rating: good", "in poor condition". */
export function ratings({ tokens }: Sentence): (Span & { readonly mark: string })[] {
  return tokens.flatMap(({ text, start, end }, i) => {
    const mark = text.toLowerCase();
    if (!MARKS.test(mark)) return [];
    const near = tokens.slice(Math.max(0, i - REACH), i + 2);
    return near.some((token) => RATED.test(token.text.toLowerCase())) ? [{ start, end, mark }] : [];
  });
}
