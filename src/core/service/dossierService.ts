import { TextBlocks } from '../anchor/textBlocks.ts';
import { type Comparison, compareArticles } from '../corpus/compare/compareArticles.ts';
import { dayNear } from '../corpus/compare/dayNear.ts';
import type { KnownEntity } from '../corpus/knownEntity.ts';
import { statementsOf } from '../corpus/statements/statementsOf.ts';
import { type StandoffOptions, toStandoff } from '../interchange/standoff/toStandoff.ts';
import { decodeSidecar } from '../sidecar/decodeSidecar.ts';
import type { Dossier } from '../sidecar/dossier.ts';
import { serialiseSidecar } from '../sidecar/encodeSidecar.ts';
import { parseSidecar, type SidecarProblem } from '../sidecar/parseSidecar.ts';
import { AnnotationStore } from '../store/annotationStore.ts';
import { emptyTable } from '../store/recordTable.ts';
import { sha256Hex } from '../text/hash.ts';
import { normaliseText, rawOffsets } from '../text/normalise.ts';
import { ok, type Result } from '../util/result.ts';
import type { Extractor } from './ports.ts';

export interface Article {
  /** As it was read: with byte order mark and any line ends. */
  readonly raw: string;
  /** `YYYY-MM-DD`, where it is known. */
  readonly published?: string;
}

export interface AnnotatedArticle {
  readonly dossier: Dossier;
  /** The text of the sidecar, ready to be written. */
  readonly sidecar: string;
  /** Decisions whose words are not in the article any more. */
  readonly orphans: number;
  /** Sentences of the extractor for the person. */
  readonly notices: readonly string[];
}

export interface DossierService {
  /**
   * Lays fresh suggestions under the decisions of a sidecar. Writes nothing.
   * @param input `fileName` is the article's, as the sidecar names it; `sidecar` the text of the present one, or null;
   *   `known` are the entities of a registry.
   * @returns the problem of the present sidecar when it cannot be used; it must then not be overwritten.
   */
  annotate(
    input: Article & {
      readonly fileName: string;
      readonly sidecar: string | null;
      readonly known?: readonly KnownEntity[];
    },
  ): Result<AnnotatedArticle, SidecarProblem>;
  /** What articles say on the same questions, by the suggestions alone. Offsets in the result count in the LF-normalised texts. */
  compare(articles: readonly (Article & { readonly file: string })[]): Comparison;
  /** The suggestions as standoff data, with offsets in the raw text. */
  standoff(input: Article & Pick<StandoffOptions, 'id' | 'fragments'>): object;
}

/** The core without an editor. The service keeps no state between calls. */
export function createDossierService({
  extractor,
  version,
}: {
  readonly extractor: Extractor;
  /** Version of the extractor, for the head of the sidecar. */
  readonly version: string;
}): DossierService {
  return Object.freeze<DossierService>({
    annotate({ raw, published, fileName, sidecar, known = [] }) {
      const text = normaliseText(raw);
      const blocks = new TextBlocks(text);
      const present = readPresent(sidecar, blocks);
      if (!present.ok) return present;
      const { source, annotations } = present.value;
      const day = published ?? source.published;
      const extraction = extractor.extract({
        text,
        ...(day === undefined ? {} : { published: day }),
        ...(known.length > 0 ? { known } : {}),
      });
      const store = new AnnotationStore({ text });
      store.load(annotations);
      store.reconcile(extraction, text);
      const language = source.language ?? (extraction.language === 'und' ? undefined : extraction.language);
      const dossier: Dossier = {
        ...present.value,
        source: {
          ...source,
          path: fileName,
          firstSha256: source.firstSha256 ?? sha256Hex(text),
          ...(language === undefined ? {} : { language }),
          ...(day === undefined ? {} : { published: day }),
        },
        extractor: version,
        annotations: store.annotations,
      };
      return ok({
        dossier,
        sidecar: serialiseSidecar(dossier, store.blocks),
        orphans: countOrphans(dossier),
        notices: extraction.notices,
      });
    },
    compare(articles) {
      const read = articles.map(({ raw, file, published }) => {
        const text = normaliseText(raw);
        return {
          file,
          text,
          extraction: extractor.extract({ text, ...(published === undefined ? {} : { published }) }),
        };
      });
      const days = read.flatMap(({ extraction }) => extraction.referenceDate.value ?? []);
      return compareArticles(
        read.map(({ file, text, extraction: first }) => {
          const { monthDay } = first.referenceDate;
          const published = monthDay === undefined ? null : dayNear(monthDay, days);
          const extraction = published === null ? first : extractor.extract({ text, published });
          return {
            file,
            published: extraction.referenceDate.value,
            entities: extraction.entities.map(({ name }) => name),
            statements: statementsOf({ text, extraction }),
          };
        }),
      );
    },
    standoff({ raw, published, ...options }) {
      const text = normaliseText(raw);
      const extraction = extractor.extract({ text, ...(published === undefined ? {} : { published }) });
      return toStandoff(extraction, { ...options, rawOffset: rawOffsets(raw) });
    },
  });
}

function readPresent(sidecar: string | null, blocks: TextBlocks): Result<Dossier, SidecarProblem> {
  if (sidecar === null) return ok({ source: {}, annotations: emptyTable() });
  const parsed = parseSidecar(sidecar);
  return parsed.ok ? ok(decodeSidecar(parsed.value, blocks).dossier) : parsed;
}

function countOrphans({ annotations }: Dossier): number {
  let count = 0;
  for (const kind of ['mentions', 'claims', 'quotations', 'notes'] as const) {
    for (const { place } of annotations[kind].values()) if (place?.anchor === 'orphan') count++;
  }
  return count;
}
