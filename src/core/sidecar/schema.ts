import * as z from 'zod';
import { RECORD_KINDS, type RecordKind } from '../model/records.ts';
import {
  ALIAS_KINDS,
  CLAIM_KINDS,
  ENTITY_TYPES,
  EVIDENCE_KINDS,
  FIGURE_OPERATORS,
  MENTION_FORMS,
  MODALITIES,
  POLARITIES,
  RECORD_STATES,
  STANCES,
  VERDICTS,
  VOICES,
} from '../model/types.ts';

// Before the first schema: zod otherwise tries `new Function`, which a web host forbids, and reads `navigator`, which a
// desktop host reports. It checks loose objects as fast without.
z.config({ jitless: true });

/** Begins with a letter, so that no engine reorders it as a number. */
export const id = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_.:-]{0,99}$/)
  .describe('Id of a record: a letter, then letters, digits and _ . : -');
const offset = z.int().min(0);
const block = z.string().regex(/^[0-9a-f]{8}$/);
const neighbour = z.string().regex(/^([0-9a-f]{8})?$/);
const unit = z.number().min(0).max(1);

const range = z
  .looseObject({
    block: block.describe('First 8 hex digits of the SHA-256 of the line (LF-normalised, without line feed).'),
    start: offset.describe('UTF-16 offset inside the line.'),
    end: offset.describe('UTF-16 offset inside the line, exclusive.'),
    before: neighbour
      .optional()
      .describe('Hash of the nearest line before that is not blank; only for repeated lines.'),
    after: neighbour.optional().describe('Hash of the nearest line after that is not blank; only for repeated lines.'),
    nth: offset.optional().describe('Counts from 0 among lines that are alike together with their neighbours.'),
    exact: z.string().optional().describe('The words of the range.'),
  })
  .refine(({ start, end }) => start < end, { error: 'start must be before end' })
  .meta({ id: 'range', description: 'A range inside one line of the article.' });
const ranges = z.array(range);
const quote = z
  .looseObject({
    exact: z.string().min(1).describe('The words; pieces are joined by " … ".'),
    prefix: z.string().optional().describe('Up to 32 characters before, inside the line.'),
    suffix: z.string().optional().describe('Up to 32 characters after, inside the line.'),
  })
  .meta({ id: 'quote', description: 'The annotated words with their context.' });
export const selector = z
  .looseObject({ at: ranges.min(1), quote })
  .meta({ id: 'selector', description: 'Where words stand.' });

const comment = z
  .looseObject({ text: z.string().min(1), by: z.string().optional(), on: z.string().optional() })
  .meta({ id: 'comment', description: 'What somebody remarked.' });
const side = z.looseObject({
  value: z.unknown().optional().describe('The value of the field; left out where this side had none.'),
  by: z.string().optional(),
  on: z.string().optional(),
});
const moved = z.partialRecord(z.enum(RECORD_KINDS), z.record(id, z.record(z.string(), z.unknown())));
const conflict = z
  .looseObject({
    field: z.string().min(1),
    ours: side,
    theirs: side,
    moved: moved
      .optional()
      .describe('On mergedInto: the references to the entity, and the aliases of the target, without the merge.'),
  })
  .meta({ id: 'conflict', description: 'A field to which two people gave different values; a person has to choose.' });
export const conflicts = z.array(conflict);
/** A key of this version, or one of a codebook. */
const keyOf = (known: readonly string[]) =>
  z.union([z.enum(known as [string, ...string[]]), z.string().min(1).max(60)]);

const authored = {
  state: z
    .enum(RECORD_STATES)
    .describe(
      'suggested: by the machine, nobody decided yet. accepted, rejected, edited, added: what a person decided.',
    ),
  origin: z.string().describe('Where the record comes from: rule:<name>, model:<name> or person.'),
  score: unit.optional().describe('How sure the rule or model is, 0 to 1.'),
  by: z.string().optional().describe('Who decided.'),
  on: z.string().optional().describe('When it was decided (ISO 8601, UTC).'),
  note: z.string().optional().describe('A note of a person.'),
  tags: z.array(z.string()).optional(),
  comments: z.array(comment).optional(),
  conflict: conflicts.optional().describe('What a merge could not settle.'),
};
const placed = {
  at: ranges.min(1).describe('Where it stands: one range for each line or piece.'),
  quote,
  was: selector.optional().describe('Where and what it was before its words were changed.'),
  kept: z.boolean().optional().describe('A person knows that the words are gone and keeps the record without a place.'),
};
export const entityId = id.describe('Id of an entity in this file.');

export const alias = z
  .looseObject({ name: z.string().min(1), kind: z.enum(ALIAS_KINDS) })
  .meta({ id: 'alias', description: 'Another name of the entity.' });
const entity = z
  .looseObject({
    type: keyOf(ENTITY_TYPES).describe('What the entity is: one of these, or a type of the codebook.'),
    name: z.string().min(1).describe('The name by which it is shown.'),
    aliases: z.array(alias).optional(),
    value: z.string().optional().describe('Of identifiers: the normalised address, number or code.'),
    mergedInto: entityId.optional().describe('The entity that a person made this one part of.'),
    notSameAs: z.array(entityId).optional().describe('Entities that a person said are not this one.'),
    ...authored,
  })
  .meta({ id: 'entity', description: 'Somebody or something that the article mentions.' });
const mention = z
  .looseObject({
    ...placed,
    entity: entityId,
    form: z.enum(MENTION_FORMS).describe('By name, by a noun phrase, or by a pronoun.'),
    ...authored,
  })
  .meta({ id: 'mention', description: 'Words that refer to an entity.' });
const figure = z
  .looseObject({
    at: ranges.optional(),
    op: z.enum(FIGURE_OPERATORS).describe('How the value bounds what is counted: "at least 60" is >= 60.'),
    value: z.number(),
    max: z.number().optional().describe('The upper end of a range.'),
    unit: z.string().optional().describe('person, an ISO 4217 code, percent, or a unit.'),
    what: z.string().optional().describe('What is counted or measured.'),
  })
  .meta({ id: 'figure', description: 'A number that the claim states.' });
const time = z
  .looseObject({
    at: ranges.optional(),
    edtf: z.string().optional().describe('EDTF date or time; left out while unresolved.'),
    basis: z.string().describe('absolute, or relative to what.'),
    confidence: unit,
  })
  .meta({ id: 'time', description: 'A date or time that the claim states.' });
const attribution = z
  .looseObject({
    voice: z.enum(VOICES).describe('Whose words: the article (outlet), a quotation, reported speech, or mixed.'),
    source: entityId.optional().describe('Who says it; left out for the article itself.'),
    sourceAt: ranges.optional().describe('The words that name the source.'),
    cueAt: ranges.optional().describe('The words that attribute: said, according to.'),
    chain: z
      .array(z.string())
      .optional()
      .describe('From the nearest to the article to the origin: entity ids or words.'),
  })
  .meta({ id: 'attribution', description: 'Who says it, and how the article says so.' });
const evidence = z
  .looseObject({
    kind: z.enum(EVIDENCE_KINDS),
    ref: z.string().min(1).describe('An address, or the path of a file or article from the folder of this one.'),
    stance: z.enum(STANCES).describe('Whether it speaks for the claim or against it.'),
    selector: selector.optional().describe('Of a passage: where it stands in the article that ref names.'),
    archive: z.string().optional().describe('Where a copy of the address is kept.'),
    retrieved: z.string().optional().describe('The day on which the address was read, YYYY-MM-DD.'),
    note: z.string().optional(),
  })
  .meta({ id: 'evidence', description: 'Something that speaks for or against a claim.' });
const claim = z
  .looseObject({
    ...placed,
    text: z.string().describe('A plain restatement that stands alone.'),
    attribution,
    kind: z.enum(CLAIM_KINDS),
    modality: z.enum(MODALITIES),
    polarity: z.enum(POLARITIES),
    hedge: z.string().optional().describe('The word that weakens the claim: reportedly, may.'),
    topic: z.string().optional(),
    entities: z.array(entityId).optional().describe('Entities in the claim, its subject first.'),
    figures: z.array(figure).optional(),
    times: z.array(time).optional(),
    verdict: keyOf(VERDICTS).optional().describe('What a person found: one of these, or a verdict of the codebook.'),
    recheck: z.boolean().optional().describe('The words changed after the verdict.'),
    evidence: z.array(evidence).optional(),
    ...authored,
  })
  .meta({ id: 'claim', description: 'A statement that the article makes or passes on.' });
const quotation = z
  .looseObject({
    ...placed,
    kind: z.enum(['direct', 'indirect', 'mixed', 'scare']),
    speaker: entityId.optional(),
    speakerAt: ranges.optional().describe('The words that name the speaker.'),
    cueAt: ranges.optional(),
    ...authored,
  })
  .meta({ id: 'quotation', description: "Words put into somebody's mouth." });
const relation = z
  .looseObject({
    subject: entityId,
    predicate: z.string().min(1),
    object: entityId,
    claim: id.optional().describe('The claim that states it.'),
    ...authored,
  })
  .meta({ id: 'relation', description: 'What the article says that one entity is or does to another.' });
const note = z
  .looseObject({
    at: placed.at.optional(),
    quote: quote.optional(),
    was: placed.was,
    text: z.string().min(1),
    ...authored,
  })
  .refine((record) => (record.at === undefined) === (record.quote === undefined), { error: 'at and quote go together' })
  .meta({ id: 'note', description: 'A free note on the article or on a passage.' });

const day = z.string().optional();
/** A path from the folder of the article, or a whole address. */
const file = z.string().optional();
const source = z
  .looseObject({
    path: z.string().optional().describe('File name of the article, beside this file.'),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('SHA-256 of the text in UTF-8, without byte order mark, line ends as LF.'),
    offsets: z.literal('utf-16; LF').describe('What offsets count.'),
    firstSha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional()
      .describe('The same of the article when its sidecar was first written.'),
    language: z.string().optional().describe('ISO 639-1 code, or und.'),
    title: z.string().optional(),
    author: z.string().optional().describe('Who wrote the article.'),
    publisher: z.string().optional(),
    url: z.string().optional(),
    published: day.describe('Day of publication, YYYY-MM-DD.'),
    eventDate: day.describe('Day of the event, YYYY-MM-DD.'),
    translatedFrom: z.string().optional().describe('ISO 639-1 code of the language that the text was translated from.'),
    translationOf: file.describe('The article that this one is a translation of.'),
    translations: z.array(z.string().min(1)).optional().describe('Articles that are translations of this one.'),
    original: file.describe('The file that the text was imported from.'),
    reliability: z
      .string()
      .optional()
      .describe(
        'How far a person trusts it, on the Admiralty scale: the source from A (completely reliable) to F (cannot be judged), what it says from 1 (confirmed) to 6 (cannot be judged), as in B2.',
      ),
  })
  .meta({ id: 'source', description: 'The article.' });

/** The sidecar file, version 1. The one source of its types, its validation and its JSON Schema. */
export const sidecarSchema = z
  .looseObject({
    $schema: z.string().optional(),
    format: z.literal('dossier'),
    version: z.literal(1),
    source,
    extractor: z.string().optional().describe('Version of the extractor that made the suggestions.'),
    conflict: conflicts.optional().describe('What a merge could not settle about the article.'),
    entities: z.record(id, entity).optional(),
    mentions: z.record(id, mention).optional(),
    claims: z.record(id, claim).optional(),
    quotations: z.record(id, quotation).optional(),
    relations: z.record(id, relation).optional(),
    notes: z.record(id, note).optional(),
  })
  .meta({ title: 'Dossier sidecar', description: 'Annotations of one article: suggestions and decisions.' });

/** The schema of the records of one kind. */
export function recordSchema<K extends RecordKind>(
  kind: K,
): (typeof sidecarSchema.shape)[K]['_zod']['def']['innerType']['_zod']['def']['valueType'] {
  return sidecarSchema.shape[kind].unwrap().valueType;
}

export type SidecarFile = z.infer<typeof sidecarSchema>;
export type SidecarConflict = z.infer<typeof conflict>;
export type SidecarSource = z.infer<typeof source>;
export type SidecarEntity = z.infer<typeof entity>;
export type SidecarMention = z.infer<typeof mention>;
export type SidecarClaim = z.infer<typeof claim>;
export type SidecarQuotation = z.infer<typeof quotation>;
export type SidecarRelation = z.infer<typeof relation>;
export type SidecarNote = z.infer<typeof note>;
export type SidecarRecord =
  | SidecarEntity
  | SidecarMention
  | SidecarClaim
  | SidecarQuotation
  | SidecarRelation
  | SidecarNote;
export type SidecarRange = z.infer<typeof range>;
export type SidecarQuote = z.infer<typeof quote>;
export type SidecarEvidence = z.infer<typeof evidence>;

/** The JSON Schema that editors validate and complete with, as the text of its file. */
export function sidecarJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(sidecarSchema, { target: 'draft-7', io: 'input' }), null, 2)}\n`;
}
