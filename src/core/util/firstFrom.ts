/** The index of the first of ascending numbers that is not below `least`; their count where there is none. */
export function firstFrom(numbers: readonly number[], least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((numbers[mid] as number) < least) low = mid + 1;
    else high = mid;
  }
  return low;
}
