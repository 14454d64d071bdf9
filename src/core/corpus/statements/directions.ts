import type { Sentence } from '../../extract/document.ts';
import { outside, type Span } from '../../text/span.ts';

const COMPASS = /^(?<way>north|south|east|west)(?:ern|erly|ernmost|wards?|bound)?$/;

/** Where a sentence tells a side of the compass: "18 km north of", "the eastern bank", "the coast East"; not in a name ("South Korea"). */
export function directions({ tokens }: Sentence, names: readonly Span[]): (Span & { readonly direction: string })[] {
  const found = tokens.flatMap(({ text, start, end }) => {
    const direction = COMPASS.exec(text.toLowerCase())?.groups?.way;
    return direction === undefined ? [] : [{ start, end, direction }];
  });
  return found.length === 0 ? [] : outside(found, names);
}
