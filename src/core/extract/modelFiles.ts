import type { ExtractorModels } from './pipeline.ts';

/** The file of each model, as it lies in the folder `dist/models` of the package. */
export const MODEL_FILES: { readonly [Model in keyof ExtractorModels]: string } = {
  names: 'names.bin',
  statements: 'statements.bin',
};

/** The models, each read by `read`, which is given the name of its file. */
export async function loadModels(read: (file: string) => Promise<Uint8Array>): Promise<ExtractorModels> {
  const names = Object.entries(MODEL_FILES);
  const models = await Promise.all(names.map(async ([model, file]) => [model, await read(file)] as const));
  return Object.fromEntries(models) as { readonly [Model in keyof ExtractorModels]: Uint8Array };
}
