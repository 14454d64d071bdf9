import type { Annotations, Extra, FieldConflict } from '../model/records.ts';

/** What the sidecar says about the article itself. */
export interface SourceInfo {
  /** File name of the article, beside the sidecar. */
  readonly path?: string;
  /** Hash of the article when its sidecar was first written. */
  readonly firstSha256?: string;
  readonly language?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly url?: string;
  /** `YYYY-MM-DD`. */
  readonly published?: string;
  readonly eventDate?: string;
  readonly reliability?: string;
}

export const SOURCE_FIELDS = [
  'path',
  'firstSha256',
  'language',
  'title',
  'publisher',
  'url',
  'published',
  'eventDate',
  'reliability',
] as const satisfies readonly (keyof SourceInfo)[];

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
