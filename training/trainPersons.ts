// node scripts/runTs.mjs training/trainPersons.ts FOLDER_OF_CORPORA [--check]
// Learns which person a pronoun stands for, from the coreference of GUM and MEANTIME and from training/articles. Writes
// src/core/extract/entities/personWeights.ts; with --check learns from four fifths of the training documents at a time
// and prints how it does on the others and on the development documents.
import fs from 'node:fs';
import path from 'node:path';
import { addBackReferences } from '../src/core/extract/entities/backReferences.ts';
import { joinEntities } from '../src/core/extract/entities/joinEntities.ts';
import { nobodyFeatures, personFeatures, type Situation } from '../src/core/extract/entities/personFeatures.ts';
import type { ExtractedMention } from '../src/core/extract/extraction.ts';
import { createNameTagger } from '../src/core/extract/names/nameTagger.ts';
import { ParagraphCache } from '../src/core/extract/paragraphCache.ts';
import { segmentArticle } from '../src/core/extract/segment/segmentArticle.ts';
import type { Span } from '../src/core/text/span.ts';
import { type Choice, trainChoices } from './logLinear.ts';
import { weightTable } from './weightTable.ts';

interface Annotated {
  /** Absent in a corpus of news alone. */
  readonly genre?: string;
  readonly text: string;
  readonly entities: readonly (Span & { form: string; cluster?: string })[];
  readonly mentions: readonly (Span & { form: string; cluster: string })[];
}

/** One pronoun: the features of each choice, the last of which is "nobody". */
interface Example {
  readonly features: readonly (readonly string[])[];
  readonly gold: number;
  readonly kind: string;
  readonly news: boolean;
}

const CORPORA = ['gum', 'meantime'];
const FOLDS = 5;
const ROUNDS = 2;
/** How much a pronoun of the news weighs against one of other texts. */
const NEWS_WEIGHT = 3;
const PRONOUN = /^(?:he|him|his|she|hers?)$/i;

const [folder = 'data/train-ok'] = process.argv.slice(2).filter((arg) => arg !== '--check');
const tagger = createNameTagger(fs.readFileSync('src/core/lexicon/models/names.bin'));

function read(part: string): Annotated[] {
  return CORPORA.flatMap((corpus) =>
    fs
      .readFileSync(path.join(folder, corpus, `${part}.jsonl`), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Annotated),
  );
}

/** The articles of training/articles, where only pronouns that carry a claim are annotated. */
function readOwn(): Annotated[] {
  const own = 'training/articles';
  return fs
    .readdirSync(own)
    .filter((file) => file.endsWith('.gold.json'))
    .map((file) => {
      const { entities } = JSON.parse(fs.readFileSync(path.join(own, file), 'utf8')) as {
        entities: { id: string; mentions: (Span & { kind: string })[] }[];
      };
      const mentions = entities.flatMap(({ id, mentions }) =>
        mentions.map((m) => ({ ...m, form: m.kind, cluster: id })),
      );
      return {
        text: fs.readFileSync(path.join(own, file.replace('.gold.json', '.txt')), 'utf8'),
        entities: mentions,
        mentions,
      };
    });
}

/** The cluster that most names of each entity belong to. */
function clustersOf(mentions: readonly ExtractedMention[], document: Annotated): Map<number, string> {
  const votes = new Map<number, Map<string, number>>();
  for (const { start, end, entity } of mentions) {
    for (const gold of document.entities) {
      if (gold.form !== 'name' || !gold.cluster || gold.start >= end || gold.end <= start) continue;
      const of = votes.get(entity) ?? new Map<string, number>();
      votes.set(entity, of.set(gold.cluster, (of.get(gold.cluster) ?? 0) + 1));
    }
  }
  return new Map([...votes].map(([entity, of]) => [entity, [...of].sort(([, a], [, b]) => b - a)[0]?.[0] as string]));
}

/** The pronouns of a document, each with what stood before it resolved as annotated or, given weights, by them. */
function examplesOf(annotated: Annotated, weights?: ReadonlyMap<string, number>): Example[] {
  const document = segmentArticle(annotated.text, new ParagraphCache(0));
  const wanted = annotated.mentions.filter(({ start, end }) => PRONOUN.test(annotated.text.slice(start, end)));
  const names = tagger.tag(document);
  const { entities, mentions } = joinEntities({ document, names, identifiers: [], wanted: [] });
  const clusterOf = clustersOf(mentions, annotated);
  const goldAt = new Map(wanted.map(({ start, cluster }) => [start, cluster]));
  const genders = new Map(names.flatMap(({ start, gender }) => (gender ? [[start, gender] as const] : [])));
  const news = (annotated.genre ?? 'news') === 'news';
  const examples: Example[] = [];
  addBackReferences({ document, wanted, entities, mentions, genders }, (situation) => {
    const { phrase, considered } = situation;
    const gold = goldAt.get(phrase.start);
    const person = considered.findIndex(({ entity }) => gold !== undefined && clusterOf.get(entity) === gold);
    const features = choicesOf(situation);
    if (gold !== undefined)
      examples.push({ features, gold: person < 0 ? considered.length : person, kind: phrase.head, news });
    const found = considered[weights ? likeliest(features, weights) : person];
    return found && { entity: found.entity, score: 1 };
  });
  return examples;
}

function choicesOf(situation: Situation): string[][] {
  const of = (list: (add: (kind: string, value: number) => void) => void): string[] => {
    const features: string[] = [];
    list((kind, value) => features.push(`${kind}=${value}`));
    return features;
  };
  return [
    ...situation.considered.map((_, k) => of((add) => personFeatures(situation, k, add))),
    of((add) => nobodyFeatures(situation, add)),
  ];
}

function train(examples: readonly Example[]): Map<string, number> {
  const index = new Map<string, number>();
  const numbered = (features: readonly string[]) => {
    for (const f of features) if (!index.has(f)) index.set(f, index.size);
    return Int32Array.from(features, (f) => index.get(f) as number);
  };
  const choices = examples.map(({ features, gold, news }): Choice & { weight: number; copy: number } => ({
    own: features.map(numbered),
    over: null,
    gold,
    weight: news ? NEWS_WEIGHT : 1,
    copy: 0,
  }));
  const result = new Float32Array(2 ** Math.ceil(Math.log2(index.size)));
  const options = { epochs: 12, rate: 0.1, shrinkage: 1e-3, caution: 1, dropout: 0.1, minCount: 3, seed: 3 };
  trainChoices(choices, options, result);
  return new Map([...index].map(([name, i]) => [name, Math.round((result[i] as number) * 100) / 100]));
}

function likeliest(features: Example['features'], weights: ReadonlyMap<string, number>): number {
  const sums = features.map((list) => list.reduce((sum, f) => sum + (weights.get(f) ?? 0), 0));
  return sums.indexOf(Math.max(...sums));
}

/**
 * Learns in rounds: from the second on also from pronouns behind answers of its own, so that one wrong answer is not followed
 * to the end (Ross et al. 2011).
 */
function learn(documents: readonly Annotated[]): Map<string, number> {
  const seen = documents.flatMap((d) => examplesOf(d));
  let weights = train(seen);
  for (let round = 1; round < ROUNDS; round++) {
    seen.push(...documents.flatMap((d) => examplesOf(d, weights)));
    weights = train(seen);
  }
  return weights;
}

function check(documents: readonly Annotated[], unseen: readonly Annotated[]): void {
  const held: [Example, ReadonlyMap<string, number>][] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = learn(documents.filter((_, i) => i % FOLDS !== fold));
    for (const d of documents.filter((_, i) => i % FOLDS === fold))
      for (const e of examplesOf(d, weights)) held.push([e, weights]);
  }
  report('held out', held);
  report(
    'held out, news',
    held.filter(([{ news }]) => news),
  );
  const all = learn(documents);
  report(
    'development',
    unseen.flatMap((d) => examplesOf(d, all).map((e) => [e, all] as const)).filter(([{ news }]) => news),
  );
}

function report(title: string, examples: readonly (readonly [Example, ReadonlyMap<string, number>])[]): void {
  const counts = new Map<string, { named: number; right: number; given: number; all: number }>();
  for (const [{ features, gold, kind }, weights] of examples) {
    const choice = likeliest(features, weights);
    const of = counts.get(kind) ?? { named: 0, right: 0, given: 0, all: 0 };
    counts.set(kind, of);
    of.all++;
    if (gold < features.length - 1) of.named++;
    if (choice < features.length - 1) of.given++;
    if (choice === gold && choice < features.length - 1) of.right++;
  }
  console.log(title);
  for (const [kind, { named, right, given, all }] of counts)
    console.log(
      `  ${kind.padEnd(8)} ${all} pronouns, ${named} of a person considered; found ${((100 * right) / named).toFixed(1)} %, right of those given ${((100 * right) / given).toFixed(1)} %`,
    );
}

const documents = [...readOwn(), ...read('train')];
if (process.argv.includes('--check')) check(documents, read('dev'));
else {
  const file = 'src/core/extract/entities/personWeights.ts';
  fs.writeFileSync(
    file,
    `/** Made by training/trainPersons.ts. Do not edit. */\nexport const PERSON_WEIGHTS: { readonly [kind: string]: readonly number[] } = ${JSON.stringify(weightTable(learn(documents)))};\n`,
  );
  console.log(`${file}: ${documents.length} documents`);
}
