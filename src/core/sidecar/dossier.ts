import type { Annotations, Extra, FieldConflict } from '../model/records.ts';
import { CARD_FIELDS, type SourceCard } from '../model/sourceCard.ts';

/** What the sidecar says about the article itself. */
export interface SourceInfo extends SourceCard {
  /** File name of the article, beside the sidecar. */
  readonly path?: string;
  /** Hash of the article when its sidecar was first written. */
  readonly firstSha256?: string;
}

export const SOURCE_FIELDS = ['path', 'firstSha256', ...CARD_FIELDS] as const satisfies readonly (keyof SourceInfo)[];

/** The content of one sidecar, its records anchored in a text. */
export interface Dossier {
  readonly source: SourceInfo;
  /** Version of the extractor that made the suggestions. */
  readonly extractor?: string;
  /** What a merge could not settle about the article. */
  readonly conflict?: readonly FieldConflict[];
  /** The `$schema` that the file names. */
  readonly schema?: string;
  readonly annotations: Annotations;
  /** Unknown fields of the file outside its records. */
  readonly extra?: Extra;
}
