import type { SidecarFile } from '../schema.ts';

/** The text of a sidecar whose keys are in order: two spaces, final newline. */
export function sidecarText(file: SidecarFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}
