import type { ExtractedClaim, Extraction } from '../../../src/core/extract/extraction.ts';
import type { EntityType } from '../../../src/core/model/types.ts';
import { AnnotationStore } from '../../../src/core/store/annotationStore.ts';
import type { Span } from '../../../src/core/text/span.ts';

export const ARTICLE = `Mayor calls for calm after flood

Ada Lovelace, the mayor of Northport, said on Monday that at least 60 houses were destroyed.
"We will rebuild every house," Lovelace said.

The Red Aid group reported that Northport needs food. The group has 12 trucks.
Northport was flooded in 1997 as well.
`;

const NAMES: readonly { readonly name: string; readonly type: EntityType; readonly also?: readonly string[] }[] = [
  { name: 'Ada Lovelace', type: 'person', also: ['Lovelace'] },
  { name: 'Northport', type: 'location' },
  { name: 'Red Aid', type: 'organization' },
];

/** A tiny extractor: known names, one claim for each sentence with "said" or "reported", numbers as figures. */
export function extractSample(text: string): Extraction {
  const provenance = { origin: 'rule:sample', score: 0.9 };
  const entities: Extraction['entities'][number][] = [];
  const mentions: Extraction['mentions'][number][] = [];
  for (const { name, type, also = [] } of NAMES) {
    const spans = [name, ...also].flatMap((words) => occurrences(text, words));
    const outer = spans.filter((a) => !spans.some((b) => b !== a && b.start <= a.start && a.end <= b.end));
    if (outer.length === 0) continue;
    const aliases = also
      .filter((words) => text.includes(words))
      .map((words) => ({ name: words, kind: 'variant' as const }));
    entities.push({ ...provenance, type, name, aliases });
    for (const span of outer) mentions.push({ ...provenance, ...span, entity: entities.length - 1, form: 'name' });
  }
  mentions.sort((a, b) => a.start - b.start);
  const figures = [...text.matchAll(/at least (\d+)/g)].map((match) => ({
    ...provenance,
    start: match.index,
    end: match.index + match[0].length,
    ...{ op: '>=' as const, value: Number(match[1]), unit: null, what: 'houses', kind: 'quantity' as const },
  }));
  const claims: ExtractedClaim[] = [...text.matchAll(/[^.\n]*\b(?:said|reported)\b[^.\n]*\./g)].map((match) => {
    const span = { start: match.index + match[0].search(/\S/), end: match.index + match[0].length };
    const inside = mentions.filter((m) => span.start <= m.start && m.end <= span.end);
    const cueAt = span.start + text.slice(span.start, span.end).search(/said|reported/);
    return {
      ...provenance,
      ...span,
      text: text.slice(span.start, span.end),
      ...{ voice: 'indirect' as const, source: inside[0]?.entity ?? null, sourceAt: inside[0] ?? null },
      cue: { start: cueAt, end: cueAt + 4 },
      chain: inside[0] ? [inside[0].entity] : [],
      ...{ hedge: null, polarity: 'affirmed' as const, modality: 'reported' as const, kind: 'fact' as const },
      ...{ checkworthy: true, topic: null, subject: null, entities: [...new Set(inside.map((m) => m.entity))] },
      figures: figures.flatMap((f, i) => (span.start <= f.start && f.end <= span.end ? [i] : [])),
      times: [],
    };
  });
  return {
    language: 'en',
    referenceDate: { value: null, basis: 'unknown', confidence: 0 },
    card: {},
    zones: [],
    ...{ entities, mentions, figures, claims },
    ...{ times: [], quotations: [], relations: [], notices: [] },
  };
}

/** Every place where `words` stand, whole words only. */
export function occurrences(text: string, words: string): Span[] {
  return [...text.matchAll(new RegExp(`\\b${words}\\b`, 'g'))].map(({ index }) => ({
    start: index,
    end: index + words.length,
  }));
}

/** A store of {@link ARTICLE} with its suggestions. */
export function sampleStore(): AnnotationStore {
  const store = new AnnotationStore({ text: ARTICLE });
  store.reconcile(extractSample(ARTICLE), ARTICLE);
  return store;
}
