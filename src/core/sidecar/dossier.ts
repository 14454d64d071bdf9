import type { Annotations, Extra } from '../model/records.ts';
import { CARD_FIELDS, type DisputedCard } from '../model/sourceCard.ts';

/** What the sidecar says about the article itself. */
export interface SourceInfo extends DisputedCard {
  /** File name of the article, beside the sidecar. */
  readonly path?: string;
  /** Hash of the article when its sidecar was first written. */
  readonly firstSha256?: string;
}

/** What the file keeps under `source`; the conflict stands beside it. */
export const SOURCE_FIELDS = ['path', 'firstSha256', ...CARD_FIELDS] as const satisfies readonly (keyof SourceInfo)[];

/** The content of one sidecar, its records anchored in a text. */
export interface Dossier {
  readonly source: SourceInfo;
  /** Version of the extractor that made the suggestions. */
  readonly extractor?: string;
  /** The `$schema` that the file names. */
  readonly schema?: string;
  readonly annotations: Annotations;
  /** Unknown fields of the file outside its records. */
  readonly extra?: Extra;
}
