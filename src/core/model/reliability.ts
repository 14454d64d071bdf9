/** The Admiralty scale (NATO STANAG 2511, AJP-2.1): how reliable a source has been. */
export const SOURCE_GRADES = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'reliability cannot be judged',
} as const;

/** The same scale: how credible what it says is. */
export const INFORMATION_GRADES = {
  1: 'confirmed by other sources',
  2: 'probably true',
  3: 'possibly true',
  4: 'doubtful',
  5: 'improbable',
  6: 'truth cannot be judged',
} as const;

export type SourceGrade = keyof typeof SOURCE_GRADES;
export type InformationGrade = `${keyof typeof INFORMATION_GRADES}`;

export interface Reliability {
  readonly source: SourceGrade | null;
  readonly information: InformationGrade | null;
}

/** Reads "B2", or one half of it; null for words that are not of the scale. */
export function readReliability(words: string): Reliability | null {
  const match = /^([A-F])?\s?([1-6])?$/.exec(words.trim().toUpperCase());
  if (!match || (!match[1] && !match[2])) return null;
  return {
    source: (match[1] as SourceGrade | undefined) ?? null,
    information: (match[2] as InformationGrade | undefined) ?? null,
  };
}

/** "B2 (usually reliable, probably true)"; words that are not of the scale as they are. */
export function reliabilityWords(words: string): string {
  const read = readReliability(words);
  if (!read) return words;
  const { source, information } = read;
  const meaning = [source && SOURCE_GRADES[source], information && INFORMATION_GRADES[Number(information) as 1]];
  return `${source ?? ''}${information ?? ''} (${meaning.filter(Boolean).join(', ')})`;
}
