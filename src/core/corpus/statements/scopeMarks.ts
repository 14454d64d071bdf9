const MARKS: readonly (readonly [mark: string, reach: number, words: RegExp])[] = [
  [
    'planned',
    9,
    /^(?:will|would|shall|could|may|might|expects?|expected|plans?|planned|forecasts?|target|targets|aims?|hopes?|intends?|promised?|propos\p{L}+|demand\p{L}*|sought|ask\p{L}*|due)$/u,
  ],
  [
    'earlier',
    9,
    /^(?:previous|previously|earlier|before|former|formerly|old|prior|last|past|first|initially|originally)$/,
  ],
  ['each', 5, /^(?:per|each|every|daily|weekly|monthly|yearly|annual|annually|apiece|hourly)$/],
  ['average', 7, /^(?:average|averaged|mean|median|typically)$/],
  [
    'part',
    4,
    /^(?:them|whom|among|alone|including|these|those|majority|rest|others|another|additional|extra|further)$/,
  ],
  ['total', 6, /^(?:total|all|overall|altogether|whole|entire|nationwide|combined|together|cumulative|since)$/],
  [
    'withdrawn',
    14,
    /^(?:wrongly|mistakenly|erroneously|correction|corrected|wrote|incorrectly|mistake|typo|withdrew|withdrawn|version|error)$/,
  ],
  ['peak', 16, /^(?:peak|height|maximum|highest|longest|lowest)$/],
  ['limit', 8, /^(?:limits?|allowed|permitted|allowable|ceiling|cap|capped|threshold)$/],
  ['now', 9, /^(?:now|currently|today|still|remain|remains|remaining)$/],
  ['rest', 5, /^(?:full-time|full|part-time|net|gross|adjusted|organic|like-for-like|feels?|chill)$/],
];

/** A sign that a value is of a part, a plan, another time, within so many words of it. */
export interface ScopeMark {
  readonly mark: string;
  readonly reach: number;
}

/** The signs that a word (lower case) gives: two values whose signs differ are not of one thing. */
export function scopeMarksOf(word: string): readonly ScopeMark[] {
  return MARKS.filter(([, , pattern]) => pattern.test(word)).map(([mark, reach]) => ({ mark, reach }));
}
