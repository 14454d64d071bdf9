/**
 * Groups of the numbers below `count` that links join, each in order, the groups by their first numbers; a number that
 * no link names is a group alone.
 */
export function connected(count: number, links: Iterable<readonly [number, number]>): number[][] {
  const parent = Array.from({ length: count }, (_, at) => at);
  const rootOf = (start: number): number => {
    let at = start;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  for (const [a, b] of links) {
    const [x, y] = [rootOf(a), rootOf(b)];
    parent[Math.max(x, y)] = Math.min(x, y);
  }
  const groups: number[][] = [];
  const groupAt = new Map<number, number[]>();
  for (let at = 0; at < count; at++) {
    const root = rootOf(at);
    const group = groupAt.get(root);
    if (group) group.push(at);
    else {
      const opened = [at];
      groupAt.set(root, opened);
      groups.push(opened);
    }
  }
  return groups;
}
