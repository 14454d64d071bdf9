import fs from 'node:fs';
import path from 'node:path';
import { TAGGED_TYPES, type TaggedType } from '../src/core/extract/names/labels.ts';
import type { Span } from '../src/core/text/span.ts';
import type { CorpusDocument, CorpusEntity } from './corpora.ts';

interface AnnotatedName extends Span {
  readonly kind: 'name' | 'nominal' | 'pronoun';
  readonly form?: string;
  /** Spans that are as good. */
  readonly alt?: readonly Span[];
  readonly optional?: boolean;
  readonly nestedIn?: string;
}

interface AnnotatedEntity {
  readonly type: string;
  readonly acceptTypes?: readonly string[];
  readonly mentions: readonly AnnotatedName[];
}

/** The annotated articles of a folder (`*.gold.json`), sorted by name, with the names that their annotation permits. */
export function readOwnArticles(folder: string): CorpusDocument[] {
  const files = fs.readdirSync(folder).filter((file) => file.endsWith('.gold.json'));
  return files.sort().map((file) => {
    const id = path.basename(file, '.gold.json');
    const text = fs.readFileSync(path.join(folder, `${id}.txt`), 'utf8');
    const { entities } = JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')) as {
      entities: AnnotatedEntity[];
    };
    return {
      id,
      text,
      entities: entities.flatMap((entity) => entity.mentions.flatMap((mention) => permitted(entity, mention))),
    };
  });
}

function permitted({ type, acceptTypes = [] }: AnnotatedEntity, mention: AnnotatedName): CorpusEntity[] {
  const { start, end, kind, form, alt = [], optional, nestedIn } = mention;
  if (kind === 'pronoun') return [];
  const open = kind !== 'name' || optional;
  if (open) return nestedIn ? [] : [{ start, end, type, permitted: [] }];
  const types = form === 'adjective' ? (['group'] as const) : tagged([type, ...acceptTypes]);
  // Words behind that a longer span takes in may be part of the name or not; titles and articles before it are not.
  const last = Math.max(end, ...alt.map((longer) => longer.end));
  const behind: CorpusEntity[] = last > end ? [{ start: end, end: last, type, permitted: [] }] : [];
  return [{ start, end, type, permitted: types }, ...behind];
}

function tagged(types: readonly string[]): TaggedType[] {
  const known = types.map((type) => (type === 'weapon' ? 'product' : type));
  return TAGGED_TYPES.filter((type) => known.includes(type));
}
