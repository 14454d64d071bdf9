// Prints what the names and entities of a text file come to, as one standoff line or (with --plain) for reading.
// usage: node scripts/runTs.mjs training/previewEntities.ts article.txt [--plain]
import fs from 'node:fs';
import { createExtractor } from '../src/core/extract/pipeline.ts';
import { STANDOFF_TYPES } from '../src/core/interchange/standoff/standoffTypes.ts';
import { normaliseText } from '../src/core/text/normalise.ts';

const [file, flag] = process.argv.slice(2);
if (!file) throw new Error('usage: previewEntities.ts article.txt [--plain]');
const text = normaliseText(fs.readFileSync(file, 'utf8'));
const names = fs.readFileSync(process.env.OUT ?? 'src/core/lexicon/models/names.bin');
const { entities, mentions, zones } = createExtractor({ models: { names } }).extract({ text });
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
    return { start, end, type: STANDOFF_TYPES[type], form, cluster: `e${entity}`, name };
  });
  console.log(JSON.stringify({ id: file, zones, entities: rows, quotes: [], claims: [] }));
}
