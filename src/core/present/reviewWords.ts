import type { RecordRef } from '../model/records.ts';
import { shorten } from '../store/edits/label.ts';
import type { ArticleIndex } from './articleIndex.ts';
import { STATE_WORDS, sourceWords, typeWords } from './words.ts';

/** One line that says what a record is and how it stands: `Organization “Red Aid”, 3 mentions, unreviewed`. */
export function reviewWords(index: ArticleIndex, { kind, id }: RecordRef, text: string): string {
  const { entities, mentions, claims, notes } = index.annotations;
  const entity = entities.get(kind === 'mentions' ? (mentions.get(id)?.entity ?? '') : id);
  if (kind === 'mentions') {
    const mention = mentions.get(id);
    if (!mention || !entity) return '';
    return `Mention “${shorten(mention.place.exact)}” of ${shorten(entity.name)}, ${STATE_WORDS[mention.state]}`;
  }
  if (kind === 'claims') {
    const claim = claims.get(id);
    if (!claim) return '';
    const verdict = claim.verdict ? `, ${claim.verdict}${claim.recheck ? ', check again' : ''}` : '';
    return `Claim by ${shorten(sourceWords(index, claim, text))}, ${STATE_WORDS[claim.state]}${verdict}`;
  }
  if (kind === 'notes') return `Note “${shorten(notes.get(id)?.text ?? '')}”`;
  if (!entity) return '';
  const count = index.mentions.get(entity.id)?.length ?? 0;
  const times = `${count} ${count === 1 ? 'mention' : 'mentions'}`;
  return `${typeWords(entity.type).one} “${shorten(entity.name)}”, ${times}, ${STATE_WORDS[entity.state]}`;
}
