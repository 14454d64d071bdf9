/** How far two people put the same things into the same categories. */
export interface CategoryAgreement {
  readonly items: number;
  /** Share of the items with one category, 0 to 1; null without items. */
  readonly observed: number | null;
  /** 1: always the same; 0: no more than chance gives; null without items, or where both knew one category only. */
  readonly kappa: number | null;
}

/**
 * Cohen's kappa (Cohen 1960, "A coefficient of agreement for nominal scales"): (po - pe) / (1 - pe), with po the share
 * of equal pairs and pe the share that chance gives, the sum over all categories of the product of both people's shares.
 */
export function categoryAgreement(pairs: readonly (readonly [first: string, second: string])[]): CategoryAgreement {
  const items = pairs.length;
  if (items === 0) return { items, observed: null, kappa: null };
  const observed = pairs.filter(([first, second]) => first === second).length / items;
  const [firsts, seconds] = [counts(pairs.map(([first]) => first)), counts(pairs.map(([, second]) => second))];
  let chance = 0;
  for (const [category, count] of firsts) chance += (count / items) * ((seconds.get(category) ?? 0) / items);
  return { items, observed, kappa: chance === 1 ? null : (observed - chance) / (1 - chance) };
}

function counts(values: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1);
  return found;
}
