import type { Extra } from '../../model/records.ts';
import type { StoredSelector } from '../../model/selectors.ts';

/** What a person says of two passages. */
export const JUDGEMENTS = ['same', 'explained', 'contradiction', 'not comparable'] as const;
export type JudgementKind = (typeof JUDGEMENTS)[number];

export interface JudgedPassage {
  /** The path of the article from the workspace folder, or its whole address where it stands elsewhere. */
  readonly article: string;
  readonly selector: StoredSelector;
}

/** What a person said of two passages, by what they are rather than where: it survives edits of both articles. */
export interface Judgement {
  readonly passages: readonly [JudgedPassage, JudgedPassage];
  /** One of {@link JUDGEMENTS}; a later Dossier may have others, which are kept and count for nothing here. */
  readonly is: string;
  /** In the person's words: by what it is explained. */
  readonly because?: string;
  readonly by?: string;
  readonly on?: string;
  readonly extra?: Extra;
}
