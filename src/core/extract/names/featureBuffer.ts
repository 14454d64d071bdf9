/** Feature hashes of one token or form; the first `count` hold. */
export interface FeatureBuffer {
  readonly features: Uint32Array;
  count: number;
}

/** No token and no form has more. */
export const MOST_FEATURES = 64;

export function featureBuffer(): FeatureBuffer {
  return { features: new Uint32Array(MOST_FEATURES), count: 0 };
}

export function add(out: FeatureBuffer, feature: number): void {
  out.features[out.count++] = feature;
}
