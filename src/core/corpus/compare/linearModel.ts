/** Weights of features by name, one row a class. */
export interface LinearModel {
  readonly features: readonly string[];
  readonly classes: readonly string[];
  /** `weights[class][feature]`. */
  readonly weights: readonly (readonly number[])[];
}

/** Weights by feature, one for each class; made once for each model. */
const rows = new WeakMap<LinearModel, ReadonlyMap<string, readonly number[]>>();

/** The probability of each class (softmax); features that the model does not know count nothing. */
export function probabilities(model: LinearModel, features: Readonly<Record<string, number>>): number[] {
  let byFeature = rows.get(model);
  if (!byFeature) {
    byFeature = new Map(model.features.map((name, i) => [name, model.weights.map((row) => row[i] as number)]));
    rows.set(model, byFeature);
  }
  const scores = model.classes.map(() => 0);
  for (const name in features) {
    const value = features[name] as number;
    const weights = value === 0 ? undefined : byFeature.get(name);
    if (weights) for (let c = 0; c < scores.length; c++) (scores[c] as number) += value * (weights[c] as number);
  }
  const top = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - top));
  const total = raised.reduce((a, b) => a + b, 0);
  return raised.map((value) => value / total);
}
