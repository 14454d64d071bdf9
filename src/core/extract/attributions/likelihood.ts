/** Logits as likelihoods that add up to 1. */
export function softmax(logits: readonly number[]): number[] {
  let most = Number.NEGATIVE_INFINITY;
  for (const x of logits) if (x > most) most = x;
  const out: number[] = [];
  let sum = 0;
  for (const x of logits) {
    const e = Math.exp(x - most);
    sum += e;
    out.push(e);
  }
  for (let i = 0; i < out.length; i++) out[i] = (out[i] as number) / sum;
  return out;
}

/** Index of the largest number from `from` on; the first of equals. */
export function likeliest(values: readonly number[], from = 0): number {
  let best = from;
  for (let i = from + 1; i < values.length; i++) if ((values[i] as number) > (values[best] as number)) best = i;
  return best;
}
