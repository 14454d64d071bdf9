import type { Extraction, ExtractionRequest } from './extraction.ts';
import { findFigures } from './figures/findFigures.ts';
import { detectLanguage } from './language/detectLanguage.ts';
import { createNameTagger } from './names/nameTagger.ts';
import { ParagraphCache } from './paragraphCache.ts';
import { joinPlainly } from './plainEntities.ts';
import type { ParagraphParts } from './segment/paragraph.ts';
import { segmentArticle } from './segment/segmentArticle.ts';
import { findTimes } from './times/findTimes.ts';
import type { TimeExpression } from './times/moment.ts';
import { findReferenceDate } from './times/referenceDate.ts';

/** The models of the extractor, as the bytes of their files. */
export interface ExtractorModels {
  readonly names: Uint8Array;
}

export interface Extractor {
  /** Annotations for one text. Deterministic; never throws for any string; work is linear in its length. */
  extract(request: ExtractionRequest): Extraction;
}

const CACHED_PARAGRAPHS = 2000;

/**
 * An extractor with its own bounded memory of analysed paragraphs, so that a run after an edit repeats little.
 * @throws Error when a model file is not of this version.
 */
export function createExtractor({ models }: { models: ExtractorModels }): Extractor {
  const tagger = createNameTagger(models.names);
  const paragraphs = new ParagraphCache<ParagraphParts>(CACHED_PARAGRAPHS);
  const timeCache = new ParagraphCache<readonly TimeExpression[]>(CACHED_PARAGRAPHS * 4);
  return {
    extract(request) {
      const { text } = request;
      const language = detectLanguage(text);
      const document = segmentArticle(text, paragraphs);
      const names = tagger.tag(document);
      const referenceDate = findReferenceDate(request, document);
      const times = findTimes(document, referenceDate, timeCache);
      const figures = findFigures(
        document,
        [...names, ...times].sort((a, b) => a.start - b.start),
      );
      const { entities, mentions } = joinPlainly(text, names);
      return {
        language,
        referenceDate,
        zones: document.zones,
        entities,
        mentions,
        figures,
        times,
        quotations: [],
        claims: [],
        relations: [],
        notices: [],
      };
    },
  };
}
