// node scripts/runTs.mjs training/trainCuts.ts [--check]
// Learns where a claim is cut in two, from the annotated articles in training/articles. Writes
// src/core/extract/claims/cutWeights.ts; with --check learns from four fifths of the articles at a time and prints how
// many claims of the others are found, with and without cuts.
import fs from 'node:fs';
import { createStatementReader, spanOf } from '../src/core/extract/attributions/findAttributions.ts';
import type { TokenRange } from '../src/core/extract/attributions/nounPhrase.ts';
import { passagesOf, unitsOf } from '../src/core/extract/attributions/unit.ts';
import { cutClaim } from '../src/core/extract/claims/cutClaim.ts';
import { cutFeatures, cutPoints, type WholeClaim, wholeFeatures } from '../src/core/extract/claims/cutFeatures.ts';
import { draftWholeClaims } from '../src/core/extract/claims/draftClaims.ts';
import { rangeOf } from '../src/core/extract/claims/hands.ts';
import { NameModel } from '../src/core/extract/names/nameModel.ts';
import { createNameTagger } from '../src/core/extract/names/nameTagger.ts';
import { segmentArticle } from '../src/core/extract/segment/segmentArticle.ts';
import type { Span } from '../src/core/text/span.ts';
import { type Choice, trainChoices } from './logLinear.ts';
import { weightTable } from './weightTable.ts';

interface GoldClaim extends Span {
  readonly scored: boolean;
  readonly checkable: boolean;
  readonly inBoilerplate?: boolean;
}

/** One claim as it is drafted, and what each choice shows; the first leaves it whole. */
interface Example {
  readonly claim: WholeClaim;
  readonly features: readonly (readonly string[])[];
  readonly gold: number;
}

interface Article {
  readonly gold: readonly Span[];
  /** Claims that count neither when found nor when missed. */
  readonly open: readonly Span[];
  readonly examples: readonly Example[];
  /** Drafts that are not cut. */
  readonly others: readonly Span[];
}

const FOLDS = 5;
const FOLDER = 'training/articles';
/** Share of two spans in common from which on they are one claim, as the scorer has it. */
const SAME = 0.5;
/** What a piece costs that is no claim; less than a half, because the gold leaves out claims that others would mark. */
const COST = 0.45;

const names = fs.readFileSync('src/core/lexicon/models/names.bin');
const tagger = createNameTagger(names);
const reader = createStatementReader(
  fs.readFileSync('src/core/lexicon/models/statements.bin'),
  new NameModel(names).lexicon,
);

const shared = (a: Span, b: Span): number => {
  const common = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  return common / (a.end - a.start + b.end - b.start - common);
};

function readArticle(name: string): Article {
  const text = fs.readFileSync(`${FOLDER}/${name}.txt`, 'utf8');
  const { claims, boilerplate } = JSON.parse(fs.readFileSync(`${FOLDER}/${name}.gold.json`, 'utf8')) as {
    claims: GoldClaim[];
    boilerplate: Span[];
  };
  const gold = claims.filter(({ scored, checkable }) => scored && checkable);
  const open = claims.filter((claim) => !gold.includes(claim) && !claim.inBoilerplate);
  const document = segmentArticle(text);
  const tagged = tagger.tag(document);
  const others: Span[] = [];
  const wholes: { claim: WholeClaim; span: Span }[] = [];
  for (const passage of passagesOf(document)) {
    if (passage.sentences[0]?.zone !== 'body') continue;
    for (const unit of unitsOf(text, passage, reader.forms).units) {
      const [from, to] = [unit.tokens[0]?.start ?? 0, unit.tokens.at(-1)?.end ?? 0];
      const near = tagged.filter(({ start, end }) => start < to && end > from);
      for (const draft of draftWholeClaims(unit, reader.read(unit), near)) {
        const isFurniture = boilerplate.some((b) => b.start < draft.end && b.end > draft.start);
        if (isFurniture || draft.shape === 'role') others.push(draft);
        else wholes.push({ claim: { unit, ...rangeOf(unit, draft), attributed: draft.chain.length > 0 }, span: draft });
      }
    }
  }
  const all = [...others, ...wholes.map(({ span }) => span)];
  const examples = wholes.map(({ claim, span }): Example => {
    const beside = all.filter((other) => other !== span);
    const free = gold.filter((g) => !beside.some((other) => shared(other, g) >= SAME));
    const worth = (pieces: readonly Span[]): number =>
      pieces.reduce((sum, piece) => {
        const best = Math.max(0, ...free.map((g) => shared(g, piece)));
        if (best >= SAME) return sum + 1 - COST + best / 100;
        return sum - (open.some((o) => shared(o, piece) >= SAME) ? 0 : COST);
      }, 0);
    const points = cutPoints(claim);
    const { from, to } = claim;
    const cut = points.map(({ at, begin }) =>
      spansOf(claim, [
        { from, to: at },
        { from: begin, to },
      ]),
    );
    const worths = [[span], ...cut].map(worth);
    worths[0] = (worths[0] as number) + 0.02;
    return {
      claim,
      features: [
        listed((add) => wholeFeatures(claim, add)),
        ...points.map((point) => listed((add) => cutFeatures(claim, point, add))),
      ],
      gold: worths.indexOf(Math.max(...worths)),
    };
  });
  return { gold, open, examples, others };
}

function spansOf({ unit }: WholeClaim, parts: readonly TokenRange[]): Span[] {
  return parts.map((part) => spanOf(unit, part));
}

function listed(of: (add: (kind: string, value: number) => void) => void): string[] {
  const features: string[] = [];
  of((kind, value) => features.push(`${kind}=${value}`));
  return features;
}

function learn(articles: readonly Article[]): Record<string, number[]> {
  const index = new Map<string, number>();
  const numbered = (features: readonly string[]) => {
    for (const f of features) if (!index.has(f)) index.set(f, index.size);
    return Int32Array.from(features, (f) => index.get(f) as number);
  };
  const choices = articles.flatMap(({ examples }) =>
    examples.map(({ features, gold }): Choice & { weight: number; copy: number } => ({
      own: features.map(numbered),
      over: null,
      gold,
      weight: 1,
      copy: 0,
    })),
  );
  const result = new Float32Array(2 ** Math.ceil(Math.log2(index.size)));
  const options = { epochs: 15, rate: 0.1, shrinkage: 0.01, caution: 1, dropout: 0.1, minCount: 3, seed: 1 };
  trainChoices(choices, options, result);
  return weightTable([...index].map(([name, i]) => [name, Math.round((result[i] as number) * 100) / 100]));
}

/** Precision and recall of claims, one to one by what they have most in common. */
function measure({ gold, open, others }: Article, found: readonly Span[]) {
  const predicted = [...others, ...found];
  const pairs = predicted
    .flatMap((p) => gold.map((g) => ({ p, g, share: shared(p, g) })))
    .filter(({ share }) => share >= SAME)
    .sort((a, b) => b.share - a.share);
  const [takenP, takenG] = [new Set<Span>(), new Set<Span>()];
  for (const { p, g } of pairs) {
    if (takenP.has(p) || takenG.has(g)) continue;
    takenP.add(p);
    takenG.add(g);
  }
  const counted = predicted.filter((p) => takenP.has(p) || !open.some((o) => shared(o, p) >= SAME));
  const [precision, recall] = [takenP.size / counted.length, takenG.size / gold.length];
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

function report(
  title: string,
  articles: readonly Article[],
  find: (example: Example, article: number) => readonly TokenRange[],
): void {
  const all = articles.map((article, i) =>
    measure(
      article,
      article.examples.flatMap((e) => spansOf(e.claim, find(e, i))),
    ),
  );
  const mean = (key: 'precision' | 'recall' | 'f1') =>
    ((100 * all.reduce((sum, one) => sum + one[key], 0)) / all.length).toFixed(1);
  console.log(`${title.padEnd(12)} claims F1 ${mean('f1')}, precision ${mean('precision')}, recall ${mean('recall')}`);
}

const articles = fs
  .readdirSync(FOLDER)
  .filter((file) => file.endsWith('.gold.json'))
  .map((file) => readArticle(file.replace('.gold.json', '')));
if (process.argv.includes('--check')) {
  const folds = Array.from({ length: FOLDS }, (_, fold) => learn(articles.filter((_, i) => i % FOLDS !== fold)));
  report('whole', articles, ({ claim }) => [claim]);
  report('learned', articles, ({ claim }, i) => cutClaim(claim, folds[i % FOLDS]));
} else {
  const file = 'src/core/extract/claims/cutWeights.ts';
  const weights = JSON.stringify(learn(articles));
  fs.writeFileSync(
    file,
    `/** Made by training/trainCuts.ts. Do not edit. */\nexport const CUT_WEIGHTS: { readonly [kind: string]: readonly number[] } = ${weights};\n`,
  );
  console.log(`${file}: ${articles.length} articles`);
}
