// Prints what the names and entities of a text file come to, as one standoff line or (with --plain) for reading.
// usage: node scripts/runTs.mjs training/previewEntities.ts article.txt [--plain]
import fs from 'node:fs';
import { joinEntities } from '../src/core/extract/entities/joinEntities.ts';
import { findIdentifiers } from '../src/core/extract/identifiers/findIdentifiers.ts';
import { createNameTagger } from '../src/core/extract/names/nameTagger.ts';
import { segmentArticle } from '../src/core/extract/segment/segmentArticle.ts';
import { normaliseText } from '../src/core/text/normalise.ts';
import { TYPE_CODES } from './typeCodes.ts';

const [file, flag] = process.argv.slice(2);
if (!file) throw new Error('usage: previewEntities.ts article.txt [--plain]');
const text = normaliseText(fs.readFileSync(file, 'utf8'));
const document = segmentArticle(text);
const names = createNameTagger(fs.readFileSync(process.env.OUT ?? 'src/core/lexicon/models/names.bin')).tag(document);
const back = /\b(?:(?:the|this|The|This) (?:\p{Ll}+ )?\p{Ll}+|[Hh]e|[Ss]he|[Ii]t|[Tt]hey|his|her|its|their)\b/gu;
const wanted = [...text.matchAll(back)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }));
const { entities, mentions } = joinEntities({ document, names, identifiers: findIdentifiers(document), wanted });
if (flag === '--plain') {
  entities.forEach(({ name, type, aliases, origin, score }, e) => {
    const at = mentions.filter(({ entity }) => entity === e).map((m) => `${m.start} ${text.slice(m.start, m.end)}`);
    console.log(
      `${type} ${name} [${aliases.map((a) => `${a.name} (${a.kind})`).join(', ')}] ${origin} ${score}\n    ${at.join(' | ')}`,
    );
  });
} else {
  const rows = mentions.map(({ start, end, entity, form }) => {
    const { type, name } = entities[entity]!;
    return { start, end, type: TYPE_CODES[type], form, cluster: `e${entity}`, name };
  });
  console.log(JSON.stringify({ id: file, zones: document.zones, entities: rows, quotes: [], claims: [] }));
}
