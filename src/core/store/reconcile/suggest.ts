import { exactOf } from '../../anchor/describe.ts';
import { Referents } from '../../extract/entities/referents.ts';
import type { ExtractedClaim, Extraction } from '../../extract/extraction.ts';
import { contentId, entityContentId } from '../../model/ids.ts';
import type { Place } from '../../model/records.ts';
import type { Span } from '../../text/span.ts';
import { emptyTable, type RecordTable } from '../recordTable.ts';
import { Coverage } from './coverage.ts';
import { EntityTargets } from './entityTargets.ts';
import type { PlacedIds } from './placedIds.ts';

/**
 * The extraction of a text as suggestions with ids derived from their content, without what `decided` covers; one a step.
 * @param ids gives those of what stands in the text.
 */
export function* suggest(
  extraction: Extraction,
  text: string,
  decided: RecordTable,
  ids: Pick<PlacedIds, 'next'>,
): Generator<void, RecordTable> {
  const table = emptyTable();
  const targets = new EntityTargets(decided.entities);
  const contentIds = entityIds(extraction);
  const entityIdAt = extraction.entities.map((entity, i) => targets.targetOf(contentIds[i] as string, entity));
  const unlessRejected = (id: string | undefined): string | null =>
    id === undefined || decided.entities.get(id)?.state === 'rejected' ? null : id;
  const live = (index: number) => unlessRejected(entityIdAt[index]);
  const suggested = { state: 'suggested' } as const;

  extraction.entities.forEach((entity, i) => {
    const id = entityIdAt[i] as string;
    if (id !== contentIds[i] || decided.entities.has(id)) return;
    const { type, name, aliases, value, origin, score } = entity;
    table.entities.set(id, { id, ...suggested, origin, score, type, name, aliases, ...(value ? { value } : {}) });
  });

  const mentionCover = new Coverage(decided.mentions, 0.5);
  const whose: (string | null)[] = [];
  for (const { start, end, entity, form, origin, score } of extraction.mentions) {
    yield;
    const place = placeAt([{ start, end }], text);
    const id = ids.next('m_', place);
    const whole = entityIdAt[entity];
    const target = unlessRejected(whole && form === 'name' ? targets.named(whole, place.exact) : whole);
    const decision = decided.mentions.get(id) ?? decided.mentions.get(mentionCover.find(place.spans) ?? '');
    whose.push(!decision || decision.state === 'rejected' ? target : unlessRejected(decision.entity));
    if (target === null || decision) continue;
    table.mentions.set(id, { id, ...suggested, origin, score, place, entity: target, form });
  }

  const { mentions } = extraction;
  const referents = new Referents({ mentions, ofMention: (index) => whose[index] ?? null, ofEntity: live });

  const quotationCover = new Coverage(decided.quotations, 0.8);
  for (const quotation of extraction.quotations) {
    yield;
    const { kind, speaker, cue, entity, origin, score } = quotation;
    const place = placeAt(quotation.parts ?? [quotation], text);
    const id = ids.next('q_', place);
    if (decided.quotations.has(id) || quotationCover.find(place.spans)) continue;
    const parts = { speakerAt: spansOf(speaker), cueAt: spansOf(cue) };
    const said = entity === null ? null : referents.at(entity, speaker);
    table.quotations.set(id, { id, ...suggested, origin, score, place, kind, speaker: said, ...parts });
  }

  const claimCover = new Coverage(decided.claims, 0.8);
  const claimIdAt: string[] = [];
  for (const claim of extraction.claims) {
    yield;
    const place = placeAt(claim.parts ?? [claim], text);
    const id = ids.next('c_', place);
    const decision = decided.claims.has(id) ? id : claimCover.find(place.spans);
    claimIdAt.push(decision ?? id);
    if (decision !== null) continue;
    table.claims.set(id, { id, ...suggested, place, ...claimFields(claim, extraction, referents) });
  }

  for (const { subject, predicate, object, claim, origin, score } of extraction.relations) {
    yield;
    const claimId = claim === null ? null : (claimIdAt[claim] ?? null);
    const ends = [contentIds[subject] ?? '', predicate, contentIds[object] ?? ''];
    const id = contentId('r_', ...ends, claimId ?? '');
    const stated = claim === null ? null : (extraction.claims[claim] ?? null);
    const from = referents.at(subject, stated);
    const to = referents.at(object, stated);
    if (from === null || to === null || decided.relations.has(id)) continue;
    if (claimId !== null && decided.claims.get(claimId)?.state === 'rejected') continue;
    table.relations.set(id, { id, ...suggested, origin, score, subject: from, predicate, object: to, claim: claimId });
  }
  return table;
}

function claimFields(claim: ExtractedClaim, extraction: Extraction, referents: Referents<string | null>) {
  const { text, voice, kind, modality, polarity, hedge, topic, origin, score } = claim;
  const source = claim.source === null ? null : referents.at(claim.source, claim.sourceAt);
  const chain = claim.chain.flatMap((link) => {
    if (typeof link === 'string') return link;
    return (link === claim.source ? source : referents.at(link, null)) ?? [];
  });
  const figures = claim.figures.flatMap((index) => {
    const figure = extraction.figures[index];
    if (!figure) return [];
    const { op, value, max, unit, what } = figure;
    return { at: spansOf(figure), op, value, ...(max === undefined ? {} : { max }), unit, what };
  });
  const times = claim.times.flatMap((index) => {
    const time = extraction.times[index];
    return time ? { at: spansOf(time), edtf: time.edtf, basis: time.basis, confidence: time.score } : [];
  });
  const attribution = {
    voice,
    source,
    sourceAt: spansOf(claim.sourceAt),
    cueAt: spansOf(claim.cue),
    chain,
  };
  const entities = referents.all(claim.entities, claim).filter((id) => id !== null);
  return { origin, score, text, kind, modality, polarity, hedge, topic, attribution, entities, figures, times };
}

function placeAt(spans: readonly Span[], text: string): Place {
  const plain = spans.map(({ start, end }) => ({ start, end }));
  return { spans: plain, exact: exactOf(text, plain), anchor: 'anchored' };
}

function spansOf(span: Span | null): Span[] {
  return span ? [{ start: span.start, end: span.end }] : [];
}

function entityIds({ entities }: Extraction): string[] {
  const seen = new Map<string, number>();
  return entities.map(({ id, type, name }) => {
    if (id !== undefined) return id;
    const plain = entityContentId(type, name);
    const ordinal = seen.get(plain) ?? 0;
    seen.set(plain, ordinal + 1);
    return ordinal === 0 ? plain : entityContentId(type, name, ordinal);
  });
}
