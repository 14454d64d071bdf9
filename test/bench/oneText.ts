// One text through the extraction, as JSON: oneText.ts <folder of the models> <file> [characters: made as long as that]
import fs from 'node:fs';
import { createExtractor } from '../../src/core/extract/pipeline.ts';
import { normaliseText } from '../../src/core/text/normalise.ts';
import { readModels } from '../../src/node/readModels.ts';
import { longArticle } from './longArticle.ts';

const [folder = 'dist/models', file = '', characters] = process.argv.slice(2);
const ORDINARY = 'The minister, Ana Ruiz, said on Monday that at least 60 people were killed in Oslo. ';
const decoded = new TextDecoder().decode(fs.readFileSync(file));
const raw = file.endsWith('.json') ? String(JSON.parse(decoded).text ?? decoded) : decoded;
const text = normaliseText(characters === undefined ? raw : longArticle([raw], Number(characters)));
const extractor = createExtractor({ models: readModels(folder) });
extractor.extract({ text: ORDINARY.repeat(20) });
const before = process.resourceUsage().maxRSS;
const started = process.cpuUsage();
const { mentions, quotations, claims, figures, times, notices } = extractor.extract({ text });
const { user, system } = process.cpuUsage(started);
console.log(
  JSON.stringify({
    length: text.length,
    /** Of processor time, the collection of garbage included: steadier than the clock where others work too. */
    milliseconds: (user + system) / 1000,
    /** By which the peak of the resident memory grew. */
    megabytes: (process.resourceUsage().maxRSS - before) / 1024,
    counts: [mentions, quotations, claims, figures, times].map(({ length }) => length),
    notices,
  }),
);
