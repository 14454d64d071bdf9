import type { TextBlocks } from '../anchor/textBlocks.ts';
import type { Annotations } from '../model/records.ts';
import { serialiseSidecar } from './encodeSidecar.ts';
import { parseSidecar } from './parseSidecar.ts';
import type { SidecarFile } from './schema.ts';

/** The records as a sidecar has them, checked. */
export function rawFile(annotations: Annotations, blocks: TextBlocks): SidecarFile {
  return checkedFile(serialiseSidecar({ source: {}, annotations }, blocks));
}

/** @throws RangeError in words when the text is no sidecar. */
export function checkedFile(json: string): SidecarFile {
  const parsed = parseSidecar(json);
  if (!parsed.ok) throw new RangeError(parsed.error.message);
  return parsed.value;
}
