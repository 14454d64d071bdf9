import type { PairModels } from './relate.ts';
export const PAIR_MODELS = {} as PairModels;
