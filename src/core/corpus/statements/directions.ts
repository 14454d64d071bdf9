import type { Sentence } from '../../extract/document.ts';
import { rememberWords } from '../../text/rememberForms.ts';
import { outside, type Span } from '../../text/span.ts';

const COMPASS = /^(?<way>north|south|east|west)(?:ern|erly|ernmost|wards?|bound)?$/;

const wayOf = rememberWords((form) => COMPASS.exec(form.toLowerCase())?.groups?.way ?? null);

/** Where a sentence tells a side of the compass: "18 km north of", "the eastern bank", "the coast East"; not in a name ("South Korea"). */
export function directions({ tokens }: Sentence, names: readonly Span[]): (Span & { readonly direction: string })[] {
  const found: (Span & { readonly direction: string })[] = [];
  for (const { word, start, end } of tokens) {
    const direction = wayOf(word);
    if (direction !== null) found.push({ start, end, direction });
  }
  return found.length === 0 ? [] : outside(found, names);
}
