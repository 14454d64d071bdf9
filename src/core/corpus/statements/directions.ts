import type { Sentence } from '../../extract/document.ts';
import { rememberWords } from '../../text/rememberForms.ts';
import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import type { Statement } from './statement.ts';

const COMPASS = /^(?<way>north|south|east|west)(?:ern|erly|ernmost|wards?|bound)?$/;
const FROM = /^(?:from|left|leaving)$/;
const TO = /^(?:to|until|till|towards?|reached|reaching)$/;
/** Words before a side in which stands whether a way begins or ends there. */
const REACH = 3;

const wayOf = rememberWords((form) => COMPASS.exec(form.toLowerCase())?.groups?.way ?? null);

/** A side of the compass in a text. */
export interface Direction extends Span {
  readonly direction: string;
  /** The question of the end of a way that lies there, where the words before tell it: "from the coast East". */
  readonly of: 'departed' | 'arrived' | null;
}

/** Where a sentence tells a side of the compass: "18 km north of", "the eastern bank", "the coast East"; not in a longer name ("South Korea"). */
export function directions({ tokens }: Sentence, names: readonly Span[]): Direction[] {
  const found: Direction[] = [];
  for (const [i, { word, start, end }] of tokens.entries()) {
    const direction = wayOf(word);
    const isInName = () =>
      names.some((name) => name.start <= start && end <= name.end && name.end - name.start > end - start);
    if (direction !== null && !isInName()) found.push({ start, end, direction, of: endAt(tokens, i) });
  }
  return found;
}

function endAt(tokens: readonly Token[], at: number): Direction['of'] {
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    const word = (tokens[i] as Token).text.toLowerCase();
    if (FROM.test(word)) return 'departed';
    if (TO.test(word)) return 'arrived';
  }
  return null;
}

/** Which end of a way a statement tells, as far as its words do. */
export function endOfWay({ questions }: Statement): string | undefined {
  return questions.find(([name]) => name === 'departed' || name === 'arrived')?.[0];
}
