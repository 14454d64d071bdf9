import type { Extraction } from '../../extract/extraction.ts';
import type { Statement } from './statement.ts';

/** What an article gives values for. Entities, sources and claims are indices into the extraction. */
export function statementsOf(_request: {
  readonly text: string;
  readonly extraction: Extraction;
}): readonly Statement[] {
  return [];
}
