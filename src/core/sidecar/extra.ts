import * as z from 'zod';
import type { Extra } from '../model/records.ts';

type Data = Readonly<Record<string, unknown>>;

/** The fields of `data` that `schema` does not name, at every level; undefined when there are none. */
export function extraOf(schema: z.core.$ZodType, data: unknown): Extra | undefined {
  const inner = unwrap(schema);
  if (typeof data !== 'object' || data === null) return undefined;
  if (inner instanceof z.ZodArray && Array.isArray(data)) {
    return join(
      undefined,
      data.map((item, index) => [String(index), extraOf(inner.element, item)]),
    );
  }
  if (!(inner instanceof z.ZodObject) || Array.isArray(data)) return undefined;
  const own: [string, unknown][] = [];
  const below: [string, Extra | undefined][] = [];
  for (const [key, value] of Object.entries(data)) {
    const known = Object.hasOwn(inner.shape, key) ? inner.shape[key] : undefined;
    if (known === undefined) own.push([key, value]);
    else if (typeof value === 'object') below.push([key, extraOf(known, value)]);
  }
  own.sort(([a], [b]) => (a < b ? -1 : 1));
  return join(own.length > 0 ? Object.fromEntries(own) : undefined, below);
}

/** `data` with the unknown fields back in their places, behind the known ones. */
export function withExtra<T extends object>(data: T, extra: Extra | undefined): T {
  if (!extra) return data;
  if (Array.isArray(data)) {
    return data.map((item, index) => withBelow(item, extra.below?.get(String(index)))) as unknown as T;
  }
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(data as Data)) result[key] = withBelow(value, extra.below?.get(key));
  for (const [key, value] of Object.entries(extra.own ?? {})) if (!Object.hasOwn(result, key)) result[key] = value;
  return result as T;
}

function withBelow(value: unknown, extra: Extra | undefined): unknown {
  return extra && typeof value === 'object' && value !== null ? withExtra(value, extra) : value;
}

function join(own: Extra['own'], below: readonly (readonly [string, Extra | undefined])[]): Extra | undefined {
  const kept = below.filter((entry): entry is [string, Extra] => entry[1] !== undefined);
  if (!own && kept.length === 0) return undefined;
  return { ...(own ? { own } : {}), ...(kept.length > 0 ? { below: new Map(kept) } : {}) };
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? unwrap(schema.unwrap()) : schema;
}
