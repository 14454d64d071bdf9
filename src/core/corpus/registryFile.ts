import * as z from 'zod';
import type { Extra } from '../model/records.ts';
import { compact } from '../sidecar/compact.ts';
import { selector as encodeSelector } from '../sidecar/encodePlace.ts';
import { extraOf, withExtra } from '../sidecar/extra.ts';
import { selectorOf } from '../sidecar/placeAll.ts';
import { readJson } from '../sidecar/readJson.ts';
import { alias, entityId, id, selector } from '../sidecar/schema.ts';
import { fail, ok, type Result } from '../util/result.ts';
import { IDENTITIES, type Identity, type NamedEntity } from './identities/identity.ts';
import { JUDGEMENTS, type JudgedPassage, type Judgement } from './judgements/judgement.ts';
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
    list: z.string().optional().describe('The name list that it was imported from.'),
    listId: z.string().optional().describe('Its id in that list.'),
    note: z.string().optional().describe('The note of that list.'),
    by: z.string().optional(),
    on: z.string().optional(),
  })
  .meta({ id: 'registeredEntity', description: 'An entity that people decided on in some article of the folder.' });

const passage = z
  .looseObject({
    article: z.string().min(1).describe('Path of the article from the workspace folder, or its whole address.'),
    selector,
  })
  .meta({ id: 'passage', description: 'Words of an article.' });
const judgement = z
  .looseObject({
    passages: z.array(passage).length(2),
    is: z
      .string()
      .min(1)
      .max(60)
      .describe(`What the two are to each other: ${JUDGEMENTS.join(', ')}.`),
    because: z.string().optional().describe('In words: by what it is explained.'),
    by: z.string().optional(),
    on: z.string().optional(),
  })
  .meta({
    id: 'judgement',
    description: 'What a person said of two passages; it counts before what the machine says.',
  });

const named = z.looseObject({ type: z.string().min(1).max(60), name: z.string().min(1) });
const identity = z
  .looseObject({
    entities: z
      .array(named)
      .length(2)
      .describe('By type and main name; of the same, the first is the one that the other is counted as.'),
    is: z
      .string()
      .min(1)
      .max(60)
      .describe(`What the two are to each other: ${IDENTITIES.join(', ')}.`),
    by: z.string().optional(),
    on: z.string().optional(),
  })
  .meta({ id: 'identity', description: 'What a person said of two entities of different articles.' });

/** The registry file, version 1. */
const registrySchema = z
  .looseObject({
    $schema: z.string().optional(),
    format: z.literal('dossier-registry'),
    version: z.literal(VERSION),
    codebook: z.looseObject({ types: words, verdicts: words, tags: words }).optional(),
    entities: z.record(id, registered).optional(),
    judgements: z.record(id, judgement).optional(),
    identities: z.record(id, identity).optional(),
  })
  .meta({ title: 'Dossier registry', description: 'What people decided on across the articles of one folder.' });

/** Reads and checks the text of a registry. @returns the problem as a sentence, without the name of the file. */
export function parseRegistry(json: string): Result<Registry> {
  const read = readJson(json);
  if (!read.ok) {
    const { line, column, message } = read.error;
    return fail(`Not valid JSON at line ${line}, column ${column}: ${message}.`);
  }
  return readRegistry(read.value);
}

/** As {@link parseRegistry}, of what the JSON says. */
export function readRegistry(value: unknown): Result<Registry> {
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
  const { codebook = {}, entities = {}, judgements = {}, identities = {} } = checked.data;
  const extra = extraOf(registrySchema, withoutRecords(checked.data));
  return ok({
    codebook: { types: codebook.types ?? [], verdicts: codebook.verdicts ?? [], tags: codebook.tags ?? [] },
    entities: new Map(Object.entries(entities).map(([key, entity]) => [key, registeredOf(entity)])),
    judgements: new Map(Object.entries(judgements).map(([key, one]) => [key, judgementOf(one)])),
    identities: new Map(Object.entries(identities).map(([key, one]) => [key, identityOf(one)])),
    ...(extra ? { extra } : {}),
  });
}

/** The text of a registry, in the form of the sidecar: ids sorted, fields in a fixed order, nothing empty, final newline. */
export function serialiseRegistry(registry: Registry): string {
  return `${JSON.stringify(registryData(registry), null, 2)}\n`;
}

/** As {@link serialiseRegistry}, before it is text. */
export function registryData({ codebook, entities, judgements, identities, extra }: Registry): object {
  const { types, verdicts, tags } = codebook;
  const own = compact({ types: [...types].sort(), verdicts: [...verdicts].sort(), tags: [...tags].sort() });
  const records = {
    entities: sortedRecords(entities, encoded),
    judgements: sortedRecords(judgements, encodedJudgement),
    identities: sortedRecords(identities, encodedIdentity),
  };
  const file = {
    format: 'dossier-registry',
    version: VERSION,
    ...(Object.keys(own).length > 0 || extra?.below?.has('codebook') ? { codebook: own } : {}),
    ...Object.fromEntries(Object.entries(records).filter(([, all]) => Object.keys(all).length > 0)),
  };
  return withExtra(file, extra);
}

/** Unknown fields of an entity or a judgement go with it. */
function withoutRecords({
  entities: _,
  judgements: __,
  identities: ___,
  ...rest
}: z.infer<typeof registrySchema>): object {
  return rest;
}

function sortedRecords<T>(records: ReadonlyMap<string, T>, encode: (record: T) => object): Record<string, object> {
  const sorted = [...records].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, record]) => [key, encode(record)]));
}

function judgementOf(data: z.infer<typeof judgement>): Judgement {
  const { passages, is, because, by, on } = data;
  const [first, second] = passages.map(
    ({ article, selector }): JudgedPassage => ({ article, selector: selectorOf(selector.at, selector.quote) }),
  ) as [JudgedPassage, JudgedPassage];
  const extra = extraOf(judgement, data);
  const rest = Object.entries({ because, by, on, extra }).filter(([, field]) => field !== undefined);
  return { passages: [first, second], is, ...Object.fromEntries(rest) };
}

function encodedJudgement({ passages, is, because, by, on, extra }: Judgement): object {
  const places = passages.map((one) => ({ article: one.article, selector: encodeSelector(one.selector) }));
  return withExtra(compact({ passages: places, is, because, by, on }), extra);
}

function identityOf(data: z.infer<typeof identity>): Identity {
  const { entities, is, by, on } = data;
  const [first, second] = entities.map(({ type, name }) => ({ type, name })) as [NamedEntity, NamedEntity];
  const rest = Object.entries({ by, on, extra: extraOf(identity, data) }).filter(([, field]) => field !== undefined);
  return { entities: [first, second], is, ...Object.fromEntries(rest) };
}

function encodedIdentity({ entities, is, by, on, extra }: Identity): object {
  const both = entities.map(({ type, name }) => ({ type, name }));
  return withExtra(compact({ entities: both, is, by, on }), extra);
}

function registeredOf(data: z.infer<typeof registered>): RegisteredEntity {
  const { type, name, aliases = [], value, mergedInto, notSameAs, articles, list, listId, note, by, on } = data;
  const extra: Extra | undefined = extraOf(registered, data);
  const names = aliases.map((known) => ({ name: known.name, kind: known.kind }));
  const rest = Object.entries({ value, mergedInto, notSameAs, list, listId, note, by, on, extra }).filter(
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
  list,
  listId,
  note,
  by,
  on,
  extra,
}: RegisteredEntity): object {
  const { length } = articles;
  const kept = compact({ type, name, aliases, value, mergedInto, notSameAs, articles, list, listId, note, by, on });
  // An entity of a name list is of no article, and the field is asked for.
  return withExtra(length > 0 ? kept : { ...kept, articles: [] }, extra);
}

/** The JSON Schema that editors validate and complete with, as the text of its file. */
export function registryJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(registrySchema, { target: 'draft-7', io: 'input' }), null, 2)}\n`;
}
