/** Paragraphs of an original and of its translation that say the same; one side may be empty. Counted from 0. */
export interface ParagraphPair {
  readonly from: { readonly start: number; readonly end: number };
  readonly to: { readonly start: number; readonly end: number };
  /** 0 to 1: how much of all likely ways to align the texts has this pair. */
  readonly sure: number;
}

/** Ways to pair, with how often each occurs (Gale and Church, table 5). */
const BEADS = [
  { a: 1, b: 1, cost: -Math.log(0.89) },
  { a: 1, b: 0, cost: -Math.log(0.0099 / 2) },
  { a: 0, b: 1, cost: -Math.log(0.0099 / 2) },
  { a: 2, b: 1, cost: -Math.log(0.089 / 2) },
  { a: 1, b: 2, cost: -Math.log(0.089 / 2) },
  { a: 2, b: 2, cost: -Math.log(0.011) },
] as const;
/** Variance of the length of a translation for each character (the same). */
const VARIANCE = 6.8;
/** Shared figures and names that count, and how much each makes a pair likelier; a figure of one side only, less likely. */
const MOST_ANCHORS = 4;
const ANCHOR = 1.5;
/** Ways that lead farther from the straight line than this many paragraphs are not looked at... */
const BAND = 100;
/** ...nor more places than this: work and memory stay linear. */
const MOST_CELLS = 2_000_000;

/**
 * Aligns paragraphs by their order and lengths (W. A. Gale and K. W. Church, A Program for Aligning Sentences in Bilingual
 * Corpora, Computational Linguistics 19, 1993), with figures and names that stand in both as a help. How sure a pair is
 * is its part of all ways through the texts, by the forward and backward sums over the same costs.
 * @returns pairs in order that hold every paragraph of both once.
 */
export function alignParagraphs(original: readonly string[], translation: readonly string[]): ParagraphPair[] {
  const [n, m] = [original.length, translation.length];
  const half = Math.max(8, Math.min(BAND, Math.floor(MOST_CELLS / (n + 1) / 2)));
  const width = 2 * half + 1;
  const first = (i: number) => Math.round((i * m) / Math.max(1, n)) - half;
  const cell = (i: number, j: number) => {
    const at = j - first(i);
    return i < 0 || j < 0 || i > n || j > m || at < 0 || at >= width ? -1 : i * width + at;
  };
  const costOf = pairCosts(original, translation);
  const size = (n + 1) * width;
  const best = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const bead = new Int8Array(size).fill(-1);
  const forward = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const start = cell(0, 0);
  best[start] = 0;
  forward[start] = 0;
  for (let i = 0; i <= n; i++) {
    for (let j = Math.max(0, first(i)); j <= Math.min(m, first(i) + width - 1); j++) {
      const here = cell(i, j);
      for (const [k, { a, b }] of BEADS.entries()) {
        const before = cell(i - a, j - b);
        if (before < 0 || best[before] === Number.POSITIVE_INFINITY) continue;
        const cost = costOf(i - a, j - b, k);
        if ((best[before] as number) + cost < (best[here] as number)) {
          best[here] = (best[before] as number) + cost;
          bead[here] = k;
        }
        forward[here] = add(forward[here] as number, (forward[before] as number) + cost);
      }
    }
  }
  return readBack();

  function readBack(): ParagraphPair[] {
    const backward = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
    const last = cell(n, m);
    backward[last] = 0;
    for (let i = n; i >= 0; i--) {
      for (let j = Math.min(m, first(i) + width - 1); j >= Math.max(0, first(i)); j--) {
        const here = cell(i, j);
        if (backward[here] === Number.POSITIVE_INFINITY) continue;
        for (const [k, { a, b }] of BEADS.entries()) {
          const before = cell(i - a, j - b);
          if (before < 0 || forward[before] === Number.POSITIVE_INFINITY) continue;
          backward[before] = add(backward[before] as number, (backward[here] as number) + costOf(i - a, j - b, k));
        }
      }
    }
    const whole = forward[last] as number;
    const pairs: ParagraphPair[] = [];
    for (let [i, j] = [n, m]; i > 0 || j > 0; ) {
      const k = bead[cell(i, j)] as number;
      const { a, b } = BEADS[k] as (typeof BEADS)[number];
      const after = backward[cell(i, j)] as number;
      const cost = (forward[cell(i - a, j - b)] as number) + costOf(i - a, j - b, k) + after;
      const sure = Math.min(1, Math.exp(whole - cost));
      pairs.push({ from: { start: i - a, end: i }, to: { start: j - b, end: j }, sure });
      i -= a;
      j -= b;
    }
    return pairs.reverse();
  }
}

/** The cost of the sum of two likelihoods. */
function add(a: number, b: number): number {
  const [less, more] = a < b ? [a, b] : [b, a];
  return more === Number.POSITIVE_INFINITY ? less : less - Math.log1p(Math.exp(less - more));
}

/** @returns the cost of pairing, with a bead of {@link BEADS}, from one paragraph of each side on. */
function pairCosts(original: readonly string[], translation: readonly string[]) {
  const a = lengths(original);
  const b = lengths(translation);
  const ratio = ((b.at(-1) as number) || 1) / ((a.at(-1) as number) || 1);
  const anchorsA = original.map(anchorsOf);
  const anchorsB = translation.map(anchorsOf);
  return (i: number, j: number, k: number): number => {
    const { a: da, b: db, cost } = BEADS[k] as (typeof BEADS)[number];
    if (da === 0 || db === 0) return cost;
    const from = (a[i + da] as number) - (a[i] as number);
    const to = (b[j + db] as number) - (b[j] as number);
    const mean = (from + to / ratio) / 2;
    const delta = Math.abs(to - from * ratio) / Math.sqrt(Math.max(1, mean * VARIANCE * ratio));
    const left = anchorsA.slice(i, i + da);
    const right = anchorsB.slice(j, j + db);
    const [shared, missed] = compareAnchors(left, right);
    const anchored = Math.min(MOST_ANCHORS, shared) - Math.min(MOST_ANCHORS, missed);
    return cost - Math.log(2 * Math.max(1e-12, tail(delta))) - ANCHOR * anchored;
  };
}

/** @returns how many signs stand on both sides, and how many figures on one alone. */
function compareAnchors(a: readonly Set<string>[], b: readonly Set<string>[]): readonly [number, number] {
  let shared = 0;
  let missed = 0;
  const isIn = (sets: readonly Set<string>[], anchor: string) => sets.some((set) => set.has(anchor));
  for (const set of a) {
    for (const anchor of set) {
      if (isIn(b, anchor)) shared++;
      else if (/^\d/.test(anchor)) missed++;
    }
  }
  for (const set of b) for (const anchor of set) if (/^\d/.test(anchor) && !isIn(a, anchor)) missed++;
  return [shared, missed];
}

/** Characters before each paragraph, and of all. */
function lengths(paragraphs: readonly string[]): number[] {
  const sums = [0];
  for (const { length } of paragraphs) sums.push((sums.at(-1) as number) + length);
  return sums;
}

/** Figures of two digits and more, and words in capitals or with one: the signs that most translations keep. */
function anchorsOf(paragraph: string): Set<string> {
  const anchors = new Set<string>();
  for (const [word] of paragraph.slice(0, 20_000).matchAll(/\d[\d.,]*\d|\p{Lu}[\p{L}\p{N}]{2,}/gu)) {
    if (anchors.size < 200) anchors.add(/^\d/.test(word) ? word.replace(/[.,]/g, '') : word.toLowerCase());
  }
  return anchors;
}

/** The part of the normal distribution above `z` >= 0 (Abramowitz and Stegun, 26.2.17). */
function tail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const polynomial = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * polynomial;
}
