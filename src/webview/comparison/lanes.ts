/** A stretch of a line, in pixels. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The lane of each stretch, so that no two in one lane overlap; the first free one is taken. */
export function lanesOf(stretches: readonly Stretch[]): number[] {
  const ends: number[] = [];
  const order = stretches.map((stretch, at) => ({ ...stretch, at })).sort((a, b) => a.from - b.from);
  const lanes = stretches.map(() => 0);
  for (const { from, to, at } of order) {
    const free = ends.findIndex((end) => end <= from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = to;
    lanes[at] = lane;
  }
  return lanes;
}
