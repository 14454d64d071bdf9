// Learns which statements of two articles answer one question, and how they stand to each other, from annotated
// clusters (folders with a.txt, b.txt, ..., gold.json).
//   node scripts/runTs.mjs training/trainComparison.ts CLUSTERS... [--check]
// Writes src/core/corpus/compare/pairModels.ts; with --check prints what each cluster gets from a model that never saw it.
import fs from 'node:fs';
import path from 'node:path';
import type { ComparedArticle, Told } from '../src/core/corpus/compare/compared.ts';
import type { LinearModel } from '../src/core/corpus/compare/linearModel.ts';
import { pairFeatures } from '../src/core/corpus/compare/pairFeatures.ts';
import { rarityOf } from '../src/core/corpus/compare/rarity.ts';
import type { PairModels } from '../src/core/corpus/compare/relate.ts';
import { relatedPairs } from '../src/core/corpus/compare/relatedPairs.ts';
import { RELATIONS, type Relation } from '../src/core/corpus/compare/relation.ts';
import { statementsOf } from '../src/core/corpus/statements/statementsOf.ts';
import { createExtractor } from '../src/core/extract/pipeline.ts';
import { readModels } from '../src/node/readModels.ts';

interface GoldPair {
  readonly a: string;
  readonly b: string;
  readonly relation: Relation;
  readonly accept?: readonly Relation[];
}

interface Gold {
  readonly sources: Record<string, { readonly published: string }>;
  readonly statements: readonly {
    readonly id: string;
    readonly doc: string;
    readonly quote: string;
    readonly mark: string;
    readonly kind: string;
  }[];
  readonly pairs: readonly GoldPair[];
}

interface Cluster {
  /** That its folder lies in. */
  readonly set: string;
  readonly told: readonly Told[];
  readonly meaning: ReadonlyMap<Told, Gold['statements'][number]>;
  readonly gold: Gold;
  readonly articles: readonly ComparedArticle[];
  readonly rarity: ReturnType<typeof rarityOf>;
}

interface Example {
  readonly cluster: Cluster;
  readonly kind: 'figure' | 'date' | 'claim';
  readonly features: Readonly<Record<string, number>>;
  readonly relation: Relation | null;
}

/** What of the pairs of some clusters was found. */
class Sum {
  pairs = 0;
  found = 0;
  right = 0;
  contradictions = 0;
  contradicted = 0;
  wrong = 0;
  articles = 0;

  plus(other: Sum): Sum {
    const both = new Sum();
    for (const key of Object.keys(both) as (keyof Omit<Sum, 'plus' | 'toString'>)[]) both[key] = this[key] + other[key];
    return both;
  }

  toString(): string {
    const share = (a: number, b: number) => `${((100 * a) / b).toFixed(1)} %`;
    return `${this.pairs} pairs, found ${share(this.found, this.pairs)}, right ${share(this.right, this.found)}, contradictions found ${share(this.contradicted, this.contradictions)}, false ${(this.wrong / this.articles).toFixed(2)} an article`;
  }
}

const KINDS = ['figure', 'date', 'claim'] as const;
/** How much a pair weighs against one of the far more numerous that are none; penalty of large weights. */
const PAIR_WEIGHT = 1;
const PENALTY = 2;

const folders = process.argv.slice(2).filter((arg) => arg !== '--check');
const check = process.argv.includes('--check');
if (folders.length === 0) {
  console.error('usage: node scripts/runTs.mjs training/trainComparison.ts CLUSTERS... [--check]');
  process.exit(2);
}
const extractor = createExtractor({ models: readModels('src/core/lexicon/models') });
const clusters = folders
  .flatMap((folder) => fs.readdirSync(folder).map((name) => path.join(folder, name)))
  .filter((dir) => fs.existsSync(path.join(dir, 'gold.json')))
  .map(readCluster);
const examples = clusters.flatMap(examplesOf);
if (check) crossValidate();
else {
  const models = train(examples);
  const file = 'src/core/corpus/compare/pairModels.ts';
  fs.writeFileSync(
    file,
    `import type { PairModels } from './relate.ts';\n\n/** Made by training/trainComparison.ts. Do not edit. */\nexport const PAIR_MODELS: PairModels = ${JSON.stringify(models)};\n`,
  );
  console.log(`${file}: ${examples.filter(({ relation }) => relation).length} pairs of ${clusters.length} clusters`);
}

function readCluster(dir: string): Cluster {
  const gold = JSON.parse(fs.readFileSync(path.join(dir, 'gold.json'), 'utf8')) as Gold;
  const meaning = new Map<Told, Gold['statements'][number]>();
  const articles = Object.keys(gold.sources)
    .map((doc) => {
      const text = fs.readFileSync(path.join(dir, `${doc}.txt`), 'utf8');
      const published = gold.sources[doc]?.published ?? null;
      const extraction = extractor.extract({ text, ...(published ? { published } : {}) });
      return {
        doc,
        text,
        file: doc,
        published,
        entities: extraction.entities.map(({ name }) => name),
        statements: statementsOf({ text, extraction }),
      };
    })
    .sort((a, b) => (a.published ?? '').localeCompare(b.published ?? ''));
  const told: Told[] = [];
  for (const article of articles) {
    const marks = gold.statements
      .filter(({ doc }) => doc === article.doc)
      .map((statement) => {
        const start = article.text.indexOf(statement.quote) + statement.quote.indexOf(statement.mark);
        return { statement, start, end: start + statement.mark.length };
      });
    for (const statement of article.statements) {
      const one = { article, statement };
      told.push(one);
      const shared = (mark: { start: number; end: number }) =>
        Math.min(mark.end, statement.end) - Math.max(mark.start, statement.start);
      const best = marks.filter((mark) => shared(mark) > 0).sort((a, b) => shared(b) - shared(a))[0];
      if (best) meaning.set(one, best.statement);
    }
  }
  return { set: path.dirname(dir), told, meaning, gold, articles, rarity: rarityOf(articles) };
}

function goldPair({ meaning, gold }: Cluster, a: Told, b: Told): GoldPair | 'one statement' | undefined {
  const [x, y] = [meaning.get(a)?.id, meaning.get(b)?.id];
  if (!x || !y) return undefined;
  if (x === y) return 'one statement';
  return gold.pairs.find((pair) => (pair.a === x && pair.b === y) || (pair.a === y && pair.b === x));
}

function examplesOf(cluster: Cluster): Example[] {
  const found: Example[] = [];
  const { told, rarity, meaning } = cluster;
  let skipped = 0;
  for (let i = 0; i < told.length; i++) {
    for (let j = i + 1; j < told.length; j++) {
      const [a, b] = [told[i] as Told, told[j] as Told];
      if (a.statement.answer !== null) continue;
      const read = pairFeatures(a, b, rarity);
      const pair = read && goldPair(cluster, a, b);
      if (!read || pair === 'one statement') continue;
      const kind = a.statement.kind === 'fact' ? 'claim' : a.statement.kind;
      // a claim around an annotated figure stands for the figure: no example of two claims
      if (kind === 'claim' && pair && meaning.get(a)?.kind !== 'fact' && meaning.get(b)?.kind !== 'fact') continue;
      // most pairs are none: every third of them tells as much
      if (!pair && skipped++ % 3 !== 0) continue;
      found.push({ cluster, kind, features: read.features, relation: pair?.relation ?? null });
    }
  }
  return found;
}

function train(from: readonly Example[]): PairModels {
  const models = KINDS.map((kind) => {
    const own = from.filter((example) => example.kind === kind);
    const features = [...new Set(own.flatMap((example) => Object.keys(example.features)))].sort();
    const pairs = own.filter(({ relation }) => relation !== null);
    const vector = (example: Example) => features.map((name) => example.features[name] ?? 0);
    const comparable = fit(
      own.map(vector),
      own.map(({ relation }) => (relation === null ? 0 : 1)),
      own.map(({ relation }) => (relation === null ? 1 : PAIR_WEIGHT)),
      2,
    );
    const relation = fit(
      pairs.map(vector),
      pairs.map((example) => RELATIONS.indexOf(example.relation as Relation)),
      pairs.map(() => 1),
      RELATIONS.length,
    );
    const model = (classes: readonly string[], weights: number[][]): LinearModel => ({
      features,
      classes,
      weights: weights.map((row) => row.map((w) => Math.round(w * 1000) / 1000)),
    });
    return [kind, { comparable: model(['no', 'yes'], comparable), relation: model(RELATIONS, relation) }] as const;
  });
  return Object.fromEntries(models) as PairModels;
}

/** Softmax regression by gradient descent with adaptive steps (Kingma and Ba 2015) and an L2 penalty. */
function fit(
  rows: readonly number[][],
  labels: readonly number[],
  weights: readonly number[],
  classes: number,
): number[][] {
  const width = rows[0]?.length ?? 0;
  const table = () => Array.from({ length: classes }, () => new Float64Array(width));
  const [w, mean, square] = [table(), table(), table()];
  const total = weights.reduce((a, b) => a + b, 0);
  // most features of a pair are 0
  const set = rows.map((row) => Uint16Array.from([...row.keys()].filter((i) => row[i] !== 0)));
  const error = new Float64Array(classes);
  for (let step = 1; step <= 150; step++) {
    const gradient = table();
    rows.forEach((row, r) => {
      const own = set[r] as Uint16Array;
      let sum = 0;
      for (let c = 0; c < classes; c++) {
        let score = 0;
        for (const i of own) score += (row[i] as number) * ((w[c] as Float64Array)[i] as number);
        error[c] = Math.exp(score);
        sum += error[c] as number;
      }
      for (let c = 0; c < classes; c++) {
        const off = (((error[c] as number) / sum - (labels[r] === c ? 1 : 0)) * (weights[r] as number)) / total;
        for (const i of own) ((gradient[c] as Float64Array)[i] as number) += off * (row[i] as number);
      }
    });
    for (let c = 0; c < classes; c++) {
      for (let i = 0; i < width; i++) {
        const [own, m, s] = [w[c] as Float64Array, mean[c] as Float64Array, square[c] as Float64Array];
        const g = ((gradient[c] as Float64Array)[i] as number) + (PENALTY * (own[i] as number)) / total;
        m[i] = 0.9 * (m[i] as number) + 0.1 * g;
        s[i] = 0.99 * (s[i] as number) + 0.01 * g * g;
        (own[i] as number) -=
          (0.1 * ((m[i] as number) / (1 - 0.9 ** step))) / (Math.sqrt((s[i] as number) / (1 - 0.99 ** step)) + 1e-9);
      }
    }
  }
  return w.map((row) => [...row]);
}

function crossValidate(): void {
  const sums = new Map<string, Sum>();
  for (const cluster of clusters) {
    const sum = sums.get(cluster.set) ?? new Sum();
    sums.set(cluster.set, sum);
    const models = train(examples.filter((example) => example.cluster !== cluster));
    const said = new Map<GoldPair, Relation>();
    const { told, articles, gold } = cluster;
    for (const related of relatedPairs(told, articles, { models })) {
      const [a, b] = [told[related.a] as Told, told[related.b] as Told];
      const pair = goldPair(cluster, a, b);
      if (pair && pair !== 'one statement') said.set(pair, related.relation);
      if (related.relation !== 'contradiction') continue;
      if (
        pair === undefined ||
        pair === 'one statement' ||
        !(pair.accept ?? [pair.relation]).includes('contradiction')
      ) {
        sum.wrong++;
        console.log(`not a contradiction: "${a.statement.words}" / "${b.statement.words}" (${related.reason})`);
      }
    }
    for (const pair of gold.pairs) {
      const got = said.get(pair);
      sum.pairs++;
      if (pair.relation === 'contradiction') sum.contradictions++;
      if (!got) continue;
      sum.found++;
      if ((pair.accept ?? [pair.relation]).includes(got)) sum.right++;
      if (pair.relation === 'contradiction' && got === 'contradiction') sum.contradicted++;
    }
    sum.articles += Object.keys(gold.sources).length;
  }
  for (const [set, sum] of sums) console.log(`${set}: ${sum}`);
  console.log(`each cluster by a model that never saw it: ${[...sums.values()].reduce((a, b) => a.plus(b))}`);
}
