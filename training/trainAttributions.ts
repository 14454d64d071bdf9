// Learns how far each cue and construction can be trusted: node scripts/runTs.mjs training/trainAttributions.ts news_statements/train.jsonl
// Writes src/core/lexicon/attributionWeights.ts. Logistic regression, L2, full-batch gradient descent.
import fs from 'node:fs';
import { toAttribution } from '../src/core/extract/attributions/findAttributions.ts';
import { featuresOf } from '../src/core/extract/attributions/judge.ts';
import { otherCandidates } from '../src/core/extract/attributions/otherCandidates.ts';
import { buildUnits } from '../src/core/extract/attributions/unit.ts';
import { variantsOf } from '../src/core/extract/attributions/variants.ts';
import { verbCandidates } from '../src/core/extract/attributions/verbCandidates.ts';
import { segmentArticle } from '../src/core/extract/segment/segmentArticle.ts';
import { normaliseText } from '../src/core/text/normalise.ts';

interface Gold {
  readonly start: number;
  readonly end: number;
  readonly parts?: [number, number][];
  readonly speaker?: { start: number; end: number } | null;
}

const characters = (text: string, pieces: readonly (readonly [number, number])[]): Set<number> => {
  const set = new Set<number>();
  for (const [a, b] of pieces) for (let i = a; i < b; i++) if (/[\p{L}\p{N}]/u.test(text[i] as string)) set.add(i);
  return set;
};

const examples: { features: string[]; right: boolean }[] = [];
for (const line of fs
  .readFileSync(process.argv[2] as string, 'utf8')
  .trim()
  .split('\n')) {
  const { text, quotes } = JSON.parse(line) as { text: string; quotes: Gold[] };
  if (normaliseText(text) !== text) continue;
  const gold = quotes.map((q) => characters(text, q.parts ?? [[q.start, q.end]]));
  for (const unit of buildUnits(segmentArticle(text)).units) {
    const candidates = [...verbCandidates(unit), ...otherCandidates(unit)];
    for (const candidate of candidates.flatMap((c) => variantsOf(unit, c))) {
      const a = toAttribution(unit, candidate, 1);
      const mine = characters(
        text,
        a.content.map((c) => [c.start, c.end] as const),
      );
      const best = gold.findIndex((g) => {
        const shared = [...mine].filter((x) => g.has(x)).length;
        return shared >= 0.8 * Math.max(mine.size, g.size);
      });
      const speaker = quotes[best]?.speaker;
      const heard = !speaker || (a.source !== null && a.source.start < speaker.end && speaker.start < a.source.end);
      examples.push({ features: featuresOf(unit, candidate), right: best >= 0 && heard });
    }
  }
}

const counts = new Map<string, number>();
for (const { features } of examples) for (const f of features) counts.set(f, (counts.get(f) ?? 0) + 1);
const weights = new Map<string, number>();
const kept = examples.map(({ features, right }) => ({
  features: features.filter((f) => (counts.get(f) ?? 0) >= 2),
  right,
}));
const strength = Number(process.argv[3] ?? 1);
for (let step = 0; step < 600; step++) {
  const gradient = new Map<string, number>();
  for (const { features, right } of kept) {
    let sum = 0;
    for (const f of features) sum += weights.get(f) ?? 0;
    const error = (right ? 1 : 0) - 1 / (1 + Math.exp(-sum));
    for (const f of features) gradient.set(f, (gradient.get(f) ?? 0) + error);
  }
  for (const [f, g] of gradient) {
    const w = weights.get(f) ?? 0;
    const rate = 2 / ((counts.get(f) ?? 1) + 10);
    weights.set(f, w + rate * 0.5 * (g - (f === 'bias' ? 0 : strength * w)));
  }
}
const table = [...weights]
  .filter(([, w]) => Math.abs(w) >= 0.02)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([f, w]) => `${f}=${w.toFixed(2)}`)
  .join(' ');
fs.writeFileSync(
  'src/core/lexicon/attributionWeights.ts',
  `// Made by training/trainAttributions.ts from news_statements (Wikinews, CC BY 2.5, and public-domain articles). Do not edit.\n\n` +
    `/** Weights of the logistic regression that judges attributions, as \`feature=weight\` pairs. */\n` +
    `export const ATTRIBUTION_WEIGHTS =\n  '${table}';\n`,
);
console.log(`${examples.length} candidates, ${examples.filter((e) => e.right).length} right, ${weights.size} weights`);
