/** Weights of features by name, one row a class. */
export interface LinearModel {
  readonly features: readonly string[];
  readonly classes: readonly string[];
  /** `weights[class][feature]`. */
  readonly weights: readonly (readonly number[])[];
}

/** The probability of each class (softmax); features that the model does not know count nothing. */
export function probabilities(model: LinearModel, features: Readonly<Record<string, number>>): number[] {
  const scores = model.weights.map((row) =>
    row.reduce((sum, weight, i) => sum + weight * (features[model.features[i] as string] ?? 0), 0),
  );
  const top = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - top));
  const total = raised.reduce((a, b) => a + b, 0);
  return raised.map((value) => value / total);
}
