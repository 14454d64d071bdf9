import fc from 'fast-check';
import { serialiseSidecar } from '../../../src/core/sidecar/encodeSidecar.ts';
import type { RawConflict } from '../../../src/core/sidecar/merge/conflictList.ts';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar.ts';
import type { SidecarFile } from '../../../src/core/sidecar/schema.ts';
import { AnnotationStore } from '../../../src/core/store/annotationStore.ts';
import { someEdit } from '../store/editMakers.ts';
import { ARTICLE, extractSample } from '../store/sampleArticle.ts';

export function checked(json: string): SidecarFile {
  const parsed = parseSidecar(json);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}

/** The sidecar of the sample article after some edits of one person, chosen by `choices`. */
function edited(store: AnnotationStore, choices: readonly number[], by: string, extra: object): SidecarFile {
  let at = 0;
  const next = (bound: number) => (choices[at++ % Math.max(1, choices.length)] ?? 0) % bound;
  let made = 0;
  const newId = (prefix: string) => `${prefix}${by}${++made}`;
  for (let i = 0; i * 4 < choices.length; i++) {
    const on = `2026-01-02T03:04:${String((choices[i] ?? 0) % 60).padStart(2, '0')}Z`;
    store.apply(someEdit(store, next, newId, { by, on }));
    if (i % 5 === 4) {
      const word = `${by} `;
      const start = next(store.text.length);
      store.textChanged(
        [{ start, end: start, text: word }],
        store.text.slice(0, start) + word + store.text.slice(start),
      );
      store.reconcile(extractSample(store.text), store.text);
    }
  }
  const source = { path: 'flood.txt', title: next(3) === 0 ? `Title of ${by}` : 'Flood' };
  return { ...checked(serialiseSidecar({ source, annotations: store.annotations }, store.blocks)), ...extra };
}

function copy(store: AnnotationStore): AnnotationStore {
  const twin = new AnnotationStore({ text: store.text });
  twin.load(store.annotations);
  return twin;
}

const choices = fc.array(fc.nat(1000), { maxLength: 60 });
const unknown = fc.record(
  { 'x-lab': fc.dictionary(fc.constantFrom('a', 'b', 'constructor'), fc.nat(2)) },
  { requiredKeys: [] },
);

export interface MergeCase {
  readonly base: SidecarFile;
  readonly ours: SidecarFile;
  readonly theirs: SidecarFile;
}

/** A sidecar and what two people made of it. */
export const mergeCase: fc.Arbitrary<MergeCase> = fc
  .tuple(choices, choices, choices, unknown, unknown, unknown)
  .map(([before, one, other, x, y, z]) => {
    const store = new AnnotationStore({ text: ARTICLE });
    store.reconcile(extractSample(ARTICLE), ARTICLE);
    const base = edited(store, before, 'cy', x);
    return { base, ours: edited(copy(store), one, 'ada', y), theirs: edited(copy(store), other, 'ben', z) };
  });

/** The file with the sides of each conflict in an order of their own. */
export function withoutLabels(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLabels);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [
    key,
    key === 'conflict' && Array.isArray(inner) ? (inner as RawConflict[]).map(sorted) : withoutLabels(inner),
  ]);
  return Object.fromEntries(entries);
}

const sorted = ({ ours, theirs, ...rest }: RawConflict) => ({
  ...rest,
  sides: [JSON.stringify(ours), JSON.stringify(theirs)].sort(),
});
