/** For features named `kind=value` the weights of each kind as a list by value. */
export function weightTable(weights: Iterable<readonly [feature: string, weight: number]>): Record<string, number[]> {
  const kinds: Record<string, number[]> = {};
  for (const [name, weight] of [...weights].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [kind, value] = [name.slice(0, name.indexOf('=')), Number(name.slice(name.indexOf('=') + 1))];
    const list = kinds[kind] ?? [];
    kinds[kind] = list;
    while (list.length < value) list.push(0);
    list[value] = weight;
  }
  return kinds;
}
