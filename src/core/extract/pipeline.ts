import { applyKnown } from '../corpus/applyKnown.ts';
import type { ArticleReader } from '../service/ports.ts';
import { findCard } from '../source/findCard.ts';
import { cardOf } from '../source/metadata.ts';
import { readHead } from '../source/readHead.ts';
import type { TextHead } from '../source/textHead.ts';
import type { Span } from '../text/span.ts';
import type { ArticleParts } from './articleParts.ts';
import { createStatementReader } from './attributions/findAttributions.ts';
import { type PassageParts, readPassages } from './attributions/readPassages.ts';
import type { ClaimDraft } from './claims/draftClaims.ts';
import { entityOf } from './claims/entityOf.ts';
import { finishClaim } from './claims/finishClaims.ts';
import { speakResumed } from './claims/readClaim.ts';
import type { ArticleDocument } from './document.ts';
import { joinEntities } from './entities/joinEntities.ts';
import type { WantedSpan } from './entities/wantedPhrase.ts';
import type { Extraction, ExtractionRequest, ReferenceDate, Zone } from './extraction.ts';
import { findFigures } from './figures/findFigures.ts';
import { isReadAsEnglish, readForeign } from './foreign/readForeign.ts';
import { findIdentifiers } from './identifiers/findIdentifiers.ts';
import { detectLanguage } from './language/detectLanguage.ts';
import { noticesFor } from './language/notices.ts';
import { readablePart } from './language/readable.ts';
import { createNameTagger } from './names/nameTagger.ts';
import { ParagraphCache } from './paragraphCache.ts';
import { buildQuotations } from './quotations/buildQuotations.ts';
import { findResumed, type ToldPerson } from './quotations/resumedSpeech.ts';
import { findRelations } from './relations/findRelations.ts';
import type { ParagraphParts } from './segment/paragraph.ts';
import { segmentArticle } from './segment/segmentArticle.ts';
import { SpanList } from './spanList.ts';
import { findTimes } from './times/findTimes.ts';
import type { TimeExpression } from './times/moment.ts';
import { dateQuotedToday } from './times/quotedToday.ts';
import { findReferenceDate } from './times/referenceDate.ts';

/** The models of the extractor, as the bytes of their files. */
export interface ExtractorModels {
  readonly names: Uint8Array;
  readonly statements: Uint8Array;
}

export interface Extractor extends ArticleReader {
  /** Annotations for one text. Deterministic; never throws for any string; work is linear in its length. */
  extract(request: ExtractionRequest): Extraction;
}

/** Enough for an article that is edited again and again. */
const REMEMBERED = 2_000_000;

export interface ExtractorOptions {
  readonly models: ExtractorModels;
  /**
   * Characters of text whose analysis is remembered; of a longer text nothing is, because its beginning would be gone at
   * its end.
   */
  readonly remembered?: number;
}

/**
 * An extractor with its own bounded memory of analysed paragraphs, so that a run after an edit repeats little.
 * @throws Error when a model file is not of this version.
 */
export function createExtractor({ models, remembered = REMEMBERED }: ExtractorOptions): Extractor {
  const tagger = createNameTagger(models.names);
  const caches = createCaches(remembered);
  const reader = createStatementReader(models.statements, tagger.lexicon);
  const readEnglish = (
    document: ArticleDocument,
    referenceDate: ReferenceDate,
    { timeCache, passages }: Pick<ReturnType<typeof createCaches>, 'timeCache' | 'passages'>,
  ): ArticleParts => {
    const names = tagger.tag(document);
    const undated = findTimes(document, referenceDate, timeCache);
    const taken = [...names, ...undated].sort((a, b) => a.start - b.start);
    const { attributions, quoted, drafts } = readPassages(document, names, passages, reader);
    return {
      names,
      figures: findFigures(document, taken),
      times: dateQuotedToday(document.text, undated, attributions),
      attributions,
      quoted,
      drafts,
    };
  };
  const extractor: Extractor = {
    extract: (request) => extractor.read(request).extraction,
    read(request) {
      const readable = readablePart(request.text);
      const { notices } = readable;
      const head = readHead(readable.text);
      // Furniture as a whole: no pass reads it, and offsets stay true.
      const text = head ? '\n'.repeat(head.end) + readable.text.slice(head.end) : readable.text;
      const stated = head ? cardOf(head.metadata) : {};
      const { paragraphs, timeCache, passages } = text.length > remembered ? createCaches(0) : caches;
      const language = detectLanguage(text);
      const document = segmentArticle(text, paragraphs);
      const referenceDate = findReferenceDate({ ...request, stated: stated.published }, document, timeCache);
      const parts = isReadAsEnglish(language)
        ? readEnglish(document, referenceDate, { timeCache, passages })
        : readForeign(document, language, tagger.lexicon);
      const { names, figures, times, quoted } = parts;
      const resumed = findResumed(text, parts.attributions, quoted, toldPersons(parts, text));
      const attributions = [...parts.attributions, ...resumed];
      const drafts = speakResumed(parts.drafts, resumed, text);
      const wanted = [...drafts.flatMap(wantedSubject), ...attributions.flatMap((a) => a.source ?? [])];
      const { entities, mentions } = joinEntities({ document, names, identifiers: findIdentifiers(document), wanted });
      const mentionIndex = new SpanList(mentions);
      const context = {
        text,
        entities,
        mentions: mentionIndex,
        figures: new SpanList(figures),
        times: new SpanList(times),
        sentences: new SpanList(document.sentences),
      };
      const entity = (phrase: Span | null) => entityOf(text, phrase, mentionIndex);
      const claims = drafts.map((draft) => finishClaim(draft, context, (a) => entity(a.source)));
      const extraction: Extraction = {
        language,
        referenceDate,
        card: findCard(text, document.zones, stated),
        zones: head ? [zoneOf(head), ...document.zones] : document.zones,
        entities,
        mentions,
        figures,
        times,
        quotations: buildQuotations(text, attributions, quoted, entity),
        claims,
        relations: findRelations(text, claims, entities, mentionIndex, mentions),
        notices: noticesFor(document, language, notices),
      };
      return { extraction: applyKnown(extraction, text, request.known ?? []), sentences: document.sentences };
    },
  };
  return extractor;
}

/** The drafts in the article's own voice that have a person for their subject. */
function toldPersons({ drafts, names }: ArticleParts, text: string): ToldPerson[] {
  const persons = new SpanList(names.filter(({ type }) => type === 'person'));
  return drafts.flatMap(({ start, end, subject, chain }) =>
    subject &&
    chain.length === 0 &&
    (/^(?:he|she)$/i.test(text.slice(subject.start, subject.end)) || persons.within(subject).length > 0)
      ? [{ start, end, person: subject }]
      : [],
  );
}

/** What is remembered of paragraphs, of sentences with times, and of passages. */
function createCaches(limit: number) {
  return {
    paragraphs: new ParagraphCache<ParagraphParts>(limit),
    timeCache: new ParagraphCache<readonly TimeExpression[]>(limit),
    passages: new ParagraphCache<PassageParts>(limit + limit / 8), // a key tells also how the passage is cut
  };
}

const zoneOf = ({ kind, end }: TextHead): Zone => ({
  kind: 'furniture',
  start: 0,
  end,
  origin: `rule:${kind}`,
  score: 1,
});

/** The subject of a draft, with who speaks where the draft is direct speech, and whose role it states. */
function wantedSubject({ subject, chain, owner }: ClaimDraft): WantedSpan[] {
  if (!subject) return [];
  const origin = chain.at(-1);
  const saidBy = origin?.kind === 'direct' ? origin.source : null;
  // in direct speech nobody calls himself "he", and nobody is his own director
  return [
    saidBy ? { ...subject, apartFrom: saidBy } : subject,
    ...(owner ? [{ ...owner, apartFrom: subject, sure: true as const }] : []),
  ];
}
