// Figures of the extraction, as JSON: extraction.ts <folder of the models> <article files...>
import fs from 'node:fs';
import { createExtractor } from '../../src/core/extract/pipeline.ts';
import { readModels } from '../../src/node/readModels.ts';
import { costByPass } from './costByPass.ts';
import { longArticle } from './longArticle.ts';

const [folder = 'dist/models', ...files] = process.argv.slice(2);
const articles = files.map((file) => fs.readFileSync(file, 'utf8'));
const MEGABYTE = 1_000_000;

function milliseconds(run: () => void): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}
function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
const times = <T>(count: number, run: (round: number) => T): T[] =>
  Array.from({ length: count }, (_, round) => run(round));

const started = performance.now();
let extractor = createExtractor({ models: readModels(folder) });
const load = performance.now() - started;
const first = milliseconds(() => extractor.extract({ text: articles[0] ?? '' }));
const models = readModels(folder);
const fresh = () => createExtractor({ models });

const half = longArticle(articles, MEGABYTE / 2);
const whole = longArticle(articles, MEGABYTE);
fresh().extract({ text: half }); // warms the compiler
// Sizes in turn, so that a machine that slows down slows both.
const rounds = times(5, () => ({
  half: milliseconds(() => fresh().extract({ text: half })),
  whole: milliseconds(() => {
    extractor = fresh();
    extractor.extract({ text: whole });
  }),
}));
const full = median(rounds.map((round) => round.whole));
const edits = times(5, (round) => {
  const at = whole.indexOf(' ', (whole.length >> 1) + round * 1000);
  const edited = `${whole.slice(0, at)} word${round}${whole.slice(at)}`;
  return milliseconds(() => extractor.extract({ text: edited }));
});
const incremental = median(edits);
const costs = await costByPass(['extract', 'readEnglish'], () => fresh().extract({ text: whole }));
const sum = [...costs.values()].reduce((all, cost) => all + cost, 0);
console.log(
  JSON.stringify({
    load,
    first,
    full,
    rate: whole.length / 1000 / full,
    growth: median(rounds.map((round) => round.whole / round.half)),
    incremental,
    share: incremental / full,
    passes: [...costs]
      .map(([pass, cost]) => [pass, cost / sum] as const)
      .filter(([, part]) => part >= 0.01)
      .sort(([, a], [, b]) => b - a),
  }),
);
