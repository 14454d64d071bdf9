import { readFileSync } from 'node:fs';
import path from 'node:path';
import { MODEL_FILES } from '../core/extract/modelFiles.ts';
import type { ExtractorModels } from '../core/extract/pipeline.ts';

/**
 * Reads the model files of a folder at once: whoever asks cannot go on without them.
 * @throws the error of the file system.
 */
export function readModels(folder: string): ExtractorModels {
  const models = Object.entries(MODEL_FILES).map(([model, file]) => [model, readFileSync(path.join(folder, file))]);
  return Object.fromEntries(models) as ExtractorModels;
}
