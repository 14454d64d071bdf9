type Compact<T> = { [K in keyof T]: Exclude<T[K], null> };

/** `data` without fields that are undefined, null, an empty text, or an empty array; the order of the others stays. */
export function compact<T extends object>(data: T): Compact<T> {
  const kept = Object.entries(data).filter(
    ([, value]) =>
      value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept) as Compact<T>;
}

/** To 4 digits after the point: enough for scores, and the same in every run. */
export function round4(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
