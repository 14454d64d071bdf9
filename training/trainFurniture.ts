// node scripts/runTs.mjs training/trainFurniture.ts [--check]
// Learns which lines of a pasted page are furniture, from pages put together of the lines in training/pages and the
// paragraphs of the articles in training/clusters. Writes src/core/extract/segment/furnitureWeights.ts; with --check
// learns from four fifths of the lines and prints how it does on pages of the others.
import fs from 'node:fs';
import path from 'node:path';
import { type Block, endsSentence, readLines } from '../src/core/extract/segment/blocks.ts';
import {
  isInQuestion,
  lineFeatures,
  type Place,
  placeOf,
  toldShare,
} from '../src/core/extract/segment/lineFeatures.ts';
import { mulberry32 } from './kMeans.ts';
import { trainChoices, type Weighted } from './logLinear.ts';

type Label = 'furniture' | 'text';
interface Line {
  readonly text: string;
  readonly label: Label;
}
interface Page {
  readonly blocks: readonly Block[];
  readonly labels: readonly Label[];
}

const PAGES = 'training/pages';
const ROUNDS = 8;
/** Lines of furniture in which a word must stand to be a feature: names of invented papers must not. */
const LEAST_LINES = 2;
/** A paragraph lost is worse than a line of furniture kept. */
const TEXT_WEIGHT = 2;
const FOLDS = 5;
/** Kinds of features whose values are words. */
const OF_WORDS = /^(?:word|first|second|word before)=/;

const read = (name: string): string[] =>
  fs
    .readFileSync(path.join(PAGES, `${name}.txt`), 'utf8')
    .split('\n')
    .filter(Boolean);
const furniture = {
  head: read('head'),
  middle: read('middle'),
  tail: read('tail'),
  boxHead: read('boxHead'),
  link: read('link'),
};
const own = { heading: read('heading'), prose: read('prose'), facts: read('facts') };
const articles = fs
  .readdirSync('training/clusters')
  .flatMap((cluster) =>
    fs.readdirSync(`training/clusters/${cluster}`).map((file) => `training/clusters/${cluster}/${file}`),
  )
  .filter((file) => file.endsWith('.txt'))
  .map((file) => readLines(fs.readFileSync(file, 'utf8')));

const random = mulberry32(7);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const some = (list: readonly string[], most: number): string[] =>
  Array.from({ length: Math.floor(random() * (most + 1)) }, () => pick(list));
const lines = (texts: readonly string[], label: Label): Line[] => texts.map((text) => ({ text, label }));

/** Some articles begin with the name of the paper: a headline tells what the text tells. */
function isTitle({ text, words }: Block, rest: readonly Block[]): boolean {
  return !endsSentence(text) && words >= 4 && toldShare(text, placeOf(rest).told) >= 0.5;
}

/** A box of links: titles of other articles, mostly under a head. */
function makeBox(of: (name: keyof typeof furniture) => string[]): Line[] {
  const titles = Array.from({ length: 1 + Math.floor(random() * 4) }, () => {
    const [title] = pick(articles);
    return random() < 0.5 || !title || title.words < 5 || endsSentence(title.text) ? pick(of('link')) : title.text;
  });
  return lines(random() < 0.85 ? [pick(of('boxHead')), ...titles] : titles, 'furniture');
}

/** What a press release or a box of an article lists: labels with their values, under a heading or under none. */
function makeFacts(keep: (line: string) => boolean): Line[] {
  const bullet = pick(['', '', '- ', '• ', '* ', '– ']);
  const facts = some(own.facts.filter(keep), 6).map((fact) => bullet + fact);
  return lines(random() < 0.7 && facts.length > 0 ? [pick(own.heading.filter(keep)), ...facts] : facts, 'text');
}

const FIRST =
  'Anna Marek Luis Fatima Jonas Priya Tom Ines Olga Kwame Mei Ahmed Clara Ivan Rosa Peter Aino Diego Sana Ruth'.split(
    ' ',
  );
const LAST =
  'Whitlock Novak Ferro Diallo Weidmann Shah Reyes Popa Marsh Osei Lin Saad Holm Petrov Suarez Hale Lund Vega Khan Stone'.split(
    ' ',
  );
const PLACES = 'Hamburg Nairobi Lima Tashkent Lisbon Quito Oslo Dakar Bucharest Delhi Hull Denver Beirut Minsk'.split(
  ' ',
);
const BEATS = [
  'courts',
  'housing and city hall',
  'the coast',
  'schools',
  'energy',
  'crime',
  'the war',
  'local government',
];

/** The line of the authors, in one of its many forms. */
function byline(told: string): string {
  const name = () => `${pick(FIRST)} ${pick(LAST)}`;
  const [one, two, place] = [name(), name(), random() < 0.5 ? told : pick(PLACES)];
  return pick([
    one,
    `${one} and ${two}`,
    `${one} in ${place}`,
    `${one} in ${place} and ${two} in ${pick(PLACES)}`,
    `${one}, ${place}`,
    `${one}, ${pick(PAPERS)}`,
    `${one} ${pick(BEATS)} correspondent`,
    `By ${one}`,
    `By ${one} and ${two}, ${place}`,
    `${one} | ${place}`,
    `Text: ${one}`,
    `Author: ${one}`,
  ]);
}

/** What stands below an article on who wrote it. */
function aboutAuthor(told: string): string {
  const name = `${pick(FIRST)} ${pick(LAST)}`;
  const paper = random() < 0.5 ? `${told} ${pick(PAPERS)}` : pick(PAPERS);
  return pick([
    `${name} covers ${pick(BEATS)} for the ${paper}.`,
    `${name} covers ${pick(BEATS)} for the ${paper}. Reach ${pick(['her', 'him'])} at 555-01${Math.floor(10 + random() * 89)}.`,
    `${name} is a reporter in the ${pick(PLACES)} bureau of the ${paper}.`,
    `${name} writes about ${pick(BEATS)}. Follow ${pick(['her', 'him'])} on X.`,
    `${name} reported from ${pick(PLACES)}.`,
    `Email ${name} at ${name.split(' ')[1]?.toLowerCase()}@${paper.toLowerCase()}.example`,
  ]);
}

const PAPERS =
  'Herald Mercury Recorder Beacon Post Times Gazette Courier News Tribune Press Journal Observer Star Chronicle Sentinel Dispatch Bulletin Argus Mail Online Today Voice Radio Review Council Office'.split(
    ' ',
  );

/** A name that the article tells of. */
const placeIn = (paragraphs: readonly string[]): string =>
  pick(paragraphs.join(' ').match(/(?<=[a-z,] )\p{Lu}\p{Ll}{3,}/gu) ?? ['Valley']);

/** The paper or office of a place that the article tells of. */
function siteName(place: string): string {
  const name = `${random() < 0.5 ? 'The ' : ''}${place} ${pick(PAPERS)}`;
  return random() < 0.3 ? name.toUpperCase() : name;
}

/** The opening words of a paragraph, as a line below the headline that tells of the same. */
const shortened = (paragraph: string): string =>
  paragraph
    .split(' ')
    .slice(0, 6 + Math.floor(random() * 7))
    .join(' ')
    .replace(/[.,;:]$/, '');

/** What agencies and sites put before a headline. */
const LABELS = [
  'UPDATE 1-',
  'UPDATE 2-',
  'UPDATE 3-',
  'EXCLUSIVE: ',
  'EXCLUSIVE-',
  'BREAKING: ',
  'LIVE: ',
  'Analysis: ',
  'VIDEO: ',
  'WRAPUP 1-',
];

/** A page as somebody pastes it: with or without empty lines, furniture above, between and below. */
function makePage(article: readonly Block[], keep: (line: string) => boolean): Page {
  const of = (name: keyof typeof furniture) => furniture[name].filter(keep);
  const [title, ...rest] = article;
  const told = rest.filter((b) => b.words >= 8 && endsSentence(b.text)).map((b) => b.text);
  const start = Math.floor(random() * Math.max(1, told.length - 4));
  const paragraphs = told.slice(start, start + 4 + Math.floor(random() * 12));
  const clean = random() < 0.15;
  const page: Line[] = clean ? [] : lines(some(of('head'), 8), 'furniture');
  if (!clean && random() < 0.5) page.unshift(...lines([siteName(placeIn(paragraphs))], 'furniture'));
  if (title && isTitle(title, rest))
    page.push({ text: random() < 0.2 ? pick(LABELS) + title.text : title.text, label: 'text' });
  if (random() < 0.3) page.push(...lines(some(paragraphs, 2).map(shortened), 'text'));
  if (!clean && random() < 0.5) page.push(...lines([byline(placeIn(paragraphs))], 'furniture'));
  if (!clean) page.push(...lines(some(of('head'), 5), 'furniture'));
  for (const text of paragraphs) {
    page.push({ text, label: 'text' });
    if (!clean && random() < 0.2) page.push(...lines(some(of('middle'), 3), 'furniture'));
    else if (!clean && random() < 0.1) page.push(...makeBox(of));
    if (random() < 0.12) page.push({ text: pick(own.heading.filter(keep)), label: 'text' });
    else if (random() < 0.15) page.push(...lines(some(own.prose.filter(keep), 3), 'text'));
    else if (random() < 0.05) page.push(...makeFacts(keep));
  }
  if (!clean) {
    page.push(...lines(some(of('tail'), 7), 'furniture'));
    if (random() < 0.3) page.push(...lines([aboutAuthor(placeIn(paragraphs))], 'furniture'));
    if (random() < 0.6) page.push(...makeBox(of));
    page.push(...lines([...some(of('middle'), 2), ...some(of('tail'), 6)], 'furniture'));
  }
  const gap = pick([0, 1, 1, 0.5]);
  const text = page.map((line, i) => (i > 0 && random() < gap ? `\n${line.text}` : line.text)).join('\n');
  const blocks = readLines(text);
  return { blocks, labels: page.map(({ label }) => label) };
}

/** The words that stand in enough lines, whichever they are. */
function commonWords(keep: (line: string) => boolean): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const line of [...Object.values(furniture), ...Object.values(own)].flat().filter(keep))
    for (const word of new Set(line.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’]*/gu)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Set([...counts].filter(([word, n]) => n >= LEAST_LINES && !/\d/.test(word)).map(([word]) => word));
}

/** Features of a line as `kind=value`. */
function featuresOf(blocks: readonly Block[], place: Place, i: number): string[] {
  const features = ['bias='];
  lineFeatures(blocks, place, i, (kind, value = '') => features.push(`${kind}=${value}`));
  return features;
}

function train(keep: (line: string) => boolean): Map<string, number> {
  const common = commonWords(keep);
  const index = new Map<string, number>();
  const numbered = (features: readonly string[]) => {
    const known = features.filter((f) => !OF_WORDS.test(f) || common.has(f.slice(f.indexOf('=') + 1)));
    for (const f of known) if (!index.has(f)) index.set(f, index.size);
    return Int32Array.from(known, (f) => index.get(f) as number);
  };
  const choices: Weighted[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const article of articles) {
      const { blocks, labels } = makePage(article, keep);
      if (blocks.length !== labels.length) throw new Error('a line of training/pages has a break in it');
      const place = placeOf(blocks);
      blocks.forEach((block, i) => {
        if (!isInQuestion(block)) return;
        const own = [numbered(featuresOf(blocks, place, i)), new Int32Array()];
        const gold = labels[i] === 'furniture' ? 0 : 1;
        choices.push({ own, over: null, gold, weight: gold ? TEXT_WEIGHT : 1, copy: 0 });
      });
    }
  }
  const result = new Float32Array(2 ** Math.ceil(Math.log2(index.size)));
  const options = { epochs: 8, rate: 0.1, shrinkage: 1e-5, caution: 1, dropout: 0.15, minCount: 3, seed: 3 };
  trainChoices(choices, options, result);
  return new Map([...index].map(([name, i]) => [name, Math.round((result[i] as number) * 100) / 100]));
}

function scoreOf(weights: ReadonlyMap<string, number>, features: readonly string[]): number {
  return 1 / (1 + Math.exp(-features.reduce((sum, f) => sum + (weights.get(f) ?? 0), 0)));
}

/** kind, then value and weight */
function byKind(weights: ReadonlyMap<string, number>): [string, [string, number][]][] {
  const kinds = new Map<string, [string, number][]>();
  for (const [name, weight] of [...weights].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const kind = name.slice(0, name.indexOf('='));
    if (weight !== 0) kinds.set(kind, [...(kinds.get(kind) ?? []), [name.slice(kind.length + 1), weight]]);
  }
  return [...kinds];
}

function check(): void {
  const hits = { found: 0, furniture: 0, lost: 0, text: 0 };
  const wrong = new Map<string, number>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const inFold = (line: string) => line.length % FOLDS === fold;
    const weights = train((line) => !inFold(line));
    for (const article of articles) {
      const { blocks, labels } = makePage(article, inFold);
      const place = placeOf(blocks);
      blocks.forEach((block, i) => {
        if (!isInQuestion(block)) return;
        const score = scoreOf(weights, featuresOf(blocks, place, i));
        const is = labels[i] === 'furniture';
        hits[is ? 'furniture' : 'text']++;
        if (score >= 0.5) hits[is ? 'found' : 'lost']++;
        if (score >= 0.5 !== is) wrong.set(`${is ? 'kept' : 'LOST'} ${block.text.slice(0, 90)}`, score);
      });
    }
  }
  for (const [line, score] of wrong) console.log(score.toFixed(2), line);
  console.log(`furniture found: ${hits.found} of ${hits.furniture}; text lost: ${hits.lost} of ${hits.text}`);
}

if (process.argv.includes('--check')) check();
else {
  const weights = train(() => true);
  const file = 'src/core/extract/segment/furnitureWeights.ts';
  fs.writeFileSync(
    file,
    `/** Made by training/trainFurniture.ts. Do not edit. */\nexport const FURNITURE_WEIGHTS: readonly (readonly [string, readonly (readonly [string, number])[]])[] = ${JSON.stringify(byKind(weights))};\n`,
  );
  console.log(`${file}: ${weights.size} features`);
}
