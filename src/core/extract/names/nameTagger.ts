import { WORD_FLAGS } from '../../lexicon/wordFlags.ts';
import type { WordLexicon } from '../../lexicon/wordLexicon.ts';
import type { EntityType } from '../../model/types.ts';
import type { Token } from '../../text/tokens.ts';
import type { ArticleDocument, NameSpan } from '../document.ts';
import { correctBoundaries } from './boundaries.ts';
import { agreeInDocument } from './consistency.ts';
import { addDatedEvents } from './datedEvents.ts';
import { finalTypes } from './finalTypes.ts';
import { addFormNames } from './formNames.ts';
import { FormTable } from './formTable.ts';
import { NameModel } from './nameModel.ts';
import { repairTokens } from './repairTokens.ts';
import { siteNames } from './siteNames.ts';
import { tagSequences } from './tagSequences.ts';
import { trimNames } from './trimNames.ts';

/** Finds the names of an article. */
export interface NameTagger {
  /** Sorted, not overlapping, without article, title and possessive. */
  tag(document: ArticleDocument): NameSpan[];
  /** What the model knows of words. */
  readonly lexicon: WordLexicon;
}

/**
 * @param model the bytes of `lexicon/models/names.bin`.
 * @throws Error when the bytes are no names model of this version.
 */
export function createNameTagger(model: Uint8Array): NameTagger {
  const loaded = new NameModel(model);
  const table = new FormTable(loaded);
  return {
    lexicon: loaded.lexicon,
    tag(document) {
      const { sentences } = document;
      const sequences = repairTokens(
        sentences.map(({ tokens }) => tokens),
        loaded.lexicon,
      );
      const trimmed = trimNames(sequences, tagSequences(sequences, loaded, table), loaded.lexicon);
      const tagged = addFormNames(sequences, correctBoundaries(sequences, trimmed, loaded.lexicon), loaded.lexicon);
      const names = addDatedEvents(sequences, agreeInDocument(sequences, tagged, loaded.lexicon, siteNames(document)));
      const types = finalTypes(sequences, names, loaded.lexicon);
      return names.map(({ sequence, first, end, type, score }, i): NameSpan => {
        const tokens = sequences[sequence] as readonly Token[];
        return {
          start: (tokens[first] as Token).start,
          end: (tokens[end - 1] as Token).end,
          type: types[i] as EntityType,
          origin: 'model:names',
          score,
          ...genderOf((tokens[first] as Token).text, type, loaded.lexicon),
        };
      });
    },
  };
}

function genderOf(first: string, type: EntityType, lexicon: WordLexicon): Pick<NameSpan, 'gender'> {
  if (type !== 'person') return {};
  const { flags } = lexicon.word(first.toLowerCase());
  const masculine = (flags & WORD_FLAGS.masculine) !== 0;
  if (masculine === ((flags & WORD_FLAGS.feminine) !== 0)) return {};
  return { gender: masculine ? 'masculine' : 'feminine' };
}
