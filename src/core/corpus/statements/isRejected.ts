import type { Span } from '../../text/span.ts';

/** "not 2018", "rules out the 92 percent": a value named to be denied. */
export function isRejected(text: string, { start }: Span): boolean {
  return REJECTS.test(text.slice(Math.max(0, start - 40), start));
}

const REJECTS =
  /\b(?:not|rul(?:es?|ed|ing) out|contradict(?:s|ed|ing)?|refut(?:es?|ed|ing)|disput(?:es?|ed|ing)) (?:(?:the|its|their|an?|earlier|official|initial|first|figure|number|date|of|in) ){0,4}$/i;
