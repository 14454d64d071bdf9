import * as z from 'zod';
import type { Extra } from '../model/records.ts';
import { compact } from '../sidecar/compact.ts';
import { extraOf, withExtra } from '../sidecar/extra.ts';
import { readJson } from '../sidecar/readJson.ts';
import { alias, entityId, id } from '../sidecar/schema.ts';
import { fail, ok, type Result } from '../util/result.ts';
import type { RegisteredEntity, Registry } from './registry.ts';

const VERSION = 1;
const words = z.array(z.string().min(1).max(60)).optional();

const registered = z
  .looseObject({
    type: z.string().min(1).max(60),
    name: z.string().min(1),
    aliases: z.array(alias).optional(),
    value: z.string().optional(),
    mergedInto: entityId.optional(),
    notSameAs: z.array(entityId).optional(),
    articles: z.array(z.string().min(1)).describe('Articles in which people decided on it, from the workspace folder.'),
    by: z.string().optional(),
    on: z.string().optional(),
  })
  .meta({ id: 'registeredEntity', description: 'An entity that people decided on in some article of the folder.' });

/** The registry file, version 1. */
const registrySchema = z
  .looseObject({
    $schema: z.string().optional(),
    format: z.literal('dossier-registry'),
    version: z.literal(VERSION),
    codebook: z.looseObject({ types: words, verdicts: words, tags: words }).optional(),
    entities: z.record(id, registered).optional(),
  })
  .meta({ title: 'Dossier registry', description: 'What people decided on across the articles of one folder.' });

/** Reads and checks the text of a registry. @returns the problem as a sentence, without the name of the file. */
export function parseRegistry(json: string): Result<Registry> {
  const read = readJson(json);
  if (!read.ok) {
    const { line, column, message } = read.error;
    return fail(`Not valid JSON at line ${line}, column ${column}: ${message}.`);
  }
  const { value } = read;
  const { format, version } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  if (format !== 'dossier-registry') return fail('The file is no Dossier registry.');
  if (typeof version === 'number' && version > VERSION) {
    return fail(`The file is of version ${version}; this Dossier reads up to version ${VERSION}.`);
  }
  const checked = registrySchema.safeParse(value);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    return fail(`The data is not as it should be: ${issue?.path.map(String).join('.')}: ${issue?.message}.`);
  }
  const { codebook = {}, entities = {} } = checked.data;
  const extra = extraOf(registrySchema, withoutEntities(checked.data));
  return ok({
    codebook: { types: codebook.types ?? [], verdicts: codebook.verdicts ?? [], tags: codebook.tags ?? [] },
    entities: new Map(Object.entries(entities).map(([key, entity]) => [key, registeredOf(entity)])),
    ...(extra ? { extra } : {}),
  });
}

/** The text of a registry, in the form of the sidecar: ids sorted, fields in a fixed order, nothing empty, final newline. */
export function serialiseRegistry({ codebook, entities, extra }: Registry): string {
  const { types, verdicts, tags } = codebook;
  const own = compact({ types: [...types].sort(), verdicts: [...verdicts].sort(), tags: [...tags].sort() });
  const sorted = [...entities].sort(([a], [b]) => (a < b ? -1 : 1));
  const file = {
    format: 'dossier-registry',
    version: VERSION,
    ...(Object.keys(own).length > 0 || extra?.below?.has('codebook') ? { codebook: own } : {}),
    ...(sorted.length > 0
      ? { entities: Object.fromEntries(sorted.map(([key, entity]) => [key, encoded(entity)])) }
      : {}),
  };
  return `${JSON.stringify(withExtra(file, extra), null, 2)}\n`;
}

/** Unknown fields of an entity go with the entity. */
function withoutEntities({ entities: _, ...rest }: z.infer<typeof registrySchema>): object {
  return rest;
}

function registeredOf(data: z.infer<typeof registered>): RegisteredEntity {
  const { type, name, aliases = [], value, mergedInto, notSameAs, articles, by, on } = data;
  const extra: Extra | undefined = extraOf(registered, data);
  const names = aliases.map((known) => ({ name: known.name, kind: known.kind }));
  const rest = Object.entries({ value, mergedInto, notSameAs, by, on, extra }).filter(
    ([, field]) => field !== undefined,
  );
  return { type, name, aliases: names, articles, ...Object.fromEntries(rest) };
}

function encoded({
  type,
  name,
  aliases,
  value,
  mergedInto,
  notSameAs,
  articles,
  by,
  on,
  extra,
}: RegisteredEntity): object {
  return withExtra(compact({ type, name, aliases, value, mergedInto, notSameAs, articles, by, on }), extra);
}

/** The JSON Schema that editors validate and complete with, as the text of its file. */
export function registryJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(registrySchema, { target: 'draft-7', io: 'input' }), null, 2)}\n`;
}
