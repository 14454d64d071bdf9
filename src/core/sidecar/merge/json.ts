/** An object as it stands in a sidecar. */
export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `data` with its keys in the order of the sidecar: known ones as the schema has them, the others bytewise behind. */
export function inOrder(data: Json, known: readonly string[]): Json {
  const others = Object.keys(data).filter((key) => !known.includes(key));
  const keys = [...known.filter((key) => data[key] !== undefined), ...others.sort()];
  return Object.fromEntries(keys.map((key) => [key, data[key]]));
}
