import type { Extraction } from '../extract/extraction.ts';
import { isHeld } from '../model/isHeld.ts';
import { type Annotations, type MentionRecord, RECORD_KINDS } from '../model/records.ts';
import type { RecordState } from '../model/types.ts';
import { indexArticle, listedEntities } from '../present/articleIndex.ts';
import { sliceOf } from '../present/words.ts';
import type { ArticleReader } from '../service/ports.ts';
import { compact } from '../sidecar/compact.ts';
import { decodeSidecar } from '../sidecar/decodeSidecar.ts';
import type { SourceInfo } from '../sidecar/dossier.ts';
import { parseSidecar } from '../sidecar/parseSidecar.ts';
import { AnnotationStore } from '../store/annotationStore.ts';
import { suggest } from '../store/reconcile/suggest.ts';
import { emptyTable, recordsOf } from '../store/recordTable.ts';
import { hull, type Span } from '../text/span.ts';
import { finish } from '../util/finish.ts';
import type { Digest, DigestEntity, PublishedDay } from './digest.ts';
import type { KnownEntity } from './knownEntity.ts';
import type { Statement } from './statements/statement.ts';
import { statementsOf } from './statements/statementsOf.ts';

/** What a digest is made from. */
export interface DigestRequest {
  /** LF-normalised text without byte order mark. */
  readonly text: string;
  /** The text of the sidecar, or null; one that cannot be read counts as none. */
  readonly sidecar: string | null;
  /** Entities that people decided on in other articles. */
  readonly known: readonly KnownEntity[];
}

const LONGEST_TITLE = 200;

/** The digest of one article: its extraction, with the decisions of its sidecar and of other articles over it. */
export function digestArticle({ text, sidecar, known }: DigestRequest, reader: ArticleReader): Digest {
  const loaded = sidecar === null ? null : loadSidecar(text, sidecar);
  const source = loaded?.source ?? {};
  const { published } = source;
  const { extraction, sentences } = reader.read({ text, known, ...(published === undefined ? {} : { published }) });
  const annotations = loaded ? reconciled(loaded, extraction) : suggested(extraction, text);
  const index = indexArticle(annotations);
  const first = (id: string) => startOf(index.mentions.get(id)?.[0]);
  const listed = listedEntities(index).sort((a, b) => first(a.id) - first(b.id));
  const entityAt = new Map(listed.map(({ id }, at) => [id, at]));
  const claims = [...annotations.claims.values()].filter(
    ({ state, place }) => state !== 'rejected' && place.spans.length > 0,
  );
  const entities = listed.map(({ id, type, name, aliases, state }): DigestEntity => {
    const names = aliases.filter(({ kind }) => kind !== 'nominal').map((alias) => alias.name);
    return {
      ...compact({ id, type, name, aliases: names, ...decided(state) }),
      at: places(index.mentions.get(id), name),
    };
  });
  return {
    ...compact({
      title: source.title ?? headline(text, extraction),
      publisher: source.publisher ?? extraction.card.publisher ?? null,
      language: source.language ?? extraction.language,
      published: publishedDay(source, extraction),
      decided: countHeld(annotations),
    }),
    entities,
    claims: claims.length,
    statements: inDigest(statementsOf({ text, extraction, sentences }), extraction, annotations, entityAt),
  };
}

/** The decisions of a sidecar; null where it cannot be read. */
function loadSidecar(text: string, sidecar: string): AnnotationStore | null {
  const parsed = parseSidecar(sidecar);
  if (!parsed.ok) return null;
  const store = new AnnotationStore({ text });
  const { annotations, source } = decodeSidecar(parsed.value, store.blocks).dossier;
  store.load(annotations, { source });
  return store;
}

function reconciled(store: AnnotationStore, extraction: Extraction): Annotations {
  store.reconcile(extraction, store.text);
  return store.annotations;
}

/** Where nobody decided on anything, all is suggested, and ids of what stands in the text are asked for by nobody. */
function suggested(extraction: Extraction, text: string): Annotations {
  let given = 0;
  return finish(suggest(extraction, text, emptyTable(), { next: () => String(given++) }));
}

/** What stands nowhere is last. */
const startOf = (record?: MentionRecord) => record?.place.spans[0]?.start ?? Number.MAX_SAFE_INTEGER;

const decided = (state: RecordState) =>
  state === 'suggested' || state === 'rejected'
    ? {}
    : { state: state as Exclude<RecordState, 'suggested' | 'rejected'> };

function places(mentions: readonly MentionRecord[] = [], name: string): number[] {
  const standing = mentions.filter(({ place }) => place.spans.length > 0);
  const full = standing.find(({ place }) => place.exact === name) ?? standing.find(({ form }) => form === 'name');
  const inOrder = full ? [full, ...standing.filter((mention) => mention !== full)] : standing;
  return inOrder.flatMap(({ place }) => {
    const { start, end } = hull(place.spans);
    return [start, end - start];
  });
}

function headline(text: string, { zones }: Extraction): string | null {
  const zone = zones.find(({ kind }) => kind === 'headline');
  return zone ? shorten(sliceOf(text, [zone]).trim(), LONGEST_TITLE) : null;
}

function publishedDay({ published }: SourceInfo, { referenceDate }: Extraction): PublishedDay | null {
  if (published !== undefined) return { value: published, basis: 'given' };
  const { value, basis } = referenceDate;
  return value === null ? null : { value, basis };
}

function countHeld(annotations: Annotations): number {
  let count = 0;
  for (const kind of RECORD_KINDS)
    for (const record of recordsOf(annotations, kind).values()) if (isHeld(record)) count++;
  return count;
}

/** The statements with indices into the digest in place of those into the extraction. */
function inDigest(
  statements: readonly Statement[],
  extraction: Extraction,
  { mentions }: Annotations,
  entityAt: ReadonlyMap<string, number>,
): Statement[] {
  if (statements.length === 0) return [];
  const mentionAt = new Map<string, number>();
  for (const { entity, place } of mentions.values()) {
    const at = entityAt.get(entity);
    if (at !== undefined) for (const span of place.spans) mentionAt.set(keyOf(span), at);
  }
  // What people made of an entity of the extraction is told by what its mentions are of now.
  const entityOf = new Map<number, number>();
  for (const mention of extraction.mentions) {
    const at = mentionAt.get(keyOf(mention));
    if (at !== undefined && !entityOf.has(mention.entity)) entityOf.set(mention.entity, at);
  }
  return statements.map((statement) => ({
    ...statement,
    entities: [...new Set(statement.entities.flatMap((entity) => entityOf.get(entity) ?? []))],
    sources: statement.sources.map(({ name, entity }) => ({
      name,
      entity: entity === null ? null : (entityOf.get(entity) ?? null),
    })),
  }));
}

const keyOf = ({ start, end }: Span) => `${start} ${end}`;

const shorten = (words: string, most: number) => (words.length > most ? `${words.slice(0, most - 1)}…` : words);
