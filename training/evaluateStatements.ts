// Cross-validation of the statement model over the training documents of the guideline.
// usage: node scripts/runTs.mjs training/evaluateStatements.ts <folder of the corpora> <gold out> <predictions out> [folds]
// Prints nothing about right and wrong: the files are for the scorer, a prediction has its score for choosing a threshold.
import fs from 'node:fs';
import { spanOf } from '../src/core/extract/attributions/findAttributions.ts';
import { likelyCues, readCues } from '../src/core/extract/attributions/readCues.ts';
import { StatementModel } from '../src/core/extract/attributions/statementModel.ts';
import { buildUnits } from '../src/core/extract/attributions/unit.ts';
import { viewOf } from '../src/core/extract/attributions/view.ts';
import { formsWith } from '../src/core/extract/attributions/wordForms.ts';
import { NameModel } from '../src/core/extract/names/nameModel.ts';
import { segmentArticle } from '../src/core/extract/segment/segmentArticle.ts';
import { learnStatements, readStatements, UNSCALED } from './learnStatements.ts';

const [folder = 'data/train-ok', goldFile = 'gold.jsonl', outFile = 'out.jsonl', count = '5'] = process.argv.slice(2);
const folds = Number(count);
const { lexicon } = new NameModel(fs.readFileSync('src/core/lexicon/models/names.bin'));
const documents = readStatements(folder, 'news_statements');
const gum = readStatements(folder, 'gum');
const gold: string[] = [];
const predicted: string[] = [];
const only = Number(process.env.ONLY ?? folds);
for (let fold = 0; fold < only; fold++) {
  const model = new StatementModel(
    learnStatements(
      documents.filter((_, i) => i % folds !== fold),
      gum,
      lexicon,
    ),
    UNSCALED,
  );
  const formOf = formsWith(lexicon);
  for (const document of documents.filter((_, i) => i % folds === fold)) {
    const quotes = buildUnits(segmentArticle(document.text), formOf).units.flatMap((unit) =>
      readCues(viewOf(unit), likelyCues(unit, model), model, () => 0).map(
        ({ cue, source, content, cueScore, contentScore }) => {
          const parts = content.map((range) => spanOf(unit, range));
          return {
            start: parts[0]!.start,
            end: parts.at(-1)!.end,
            parts: parts.map(({ start, end }) => [start, end]),
            cue: spanOf(unit, { from: cue, to: cue + 1 }),
            speaker: source.range && spanOf(unit, source.range),
            kind: 'indirect',
            score: cueScore * contentScore,
            cueScore,
            contentScore,
          };
        },
      ),
    );
    gold.push(JSON.stringify({ ...document, layers: ['quotes'] }));
    predicted.push(JSON.stringify({ id: document.id, quotes }));
  }
}
fs.writeFileSync(goldFile, gold.join('\n'));
fs.writeFileSync(outFile, predicted.join('\n'));
