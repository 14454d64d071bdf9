import { moveTokens, type Token } from '../../text/tokens.ts';
import type { ArticleDocument, Sentence } from '../document.ts';
import type { Zone, ZoneKind } from '../extraction.ts';
import { ParagraphCache } from '../paragraphCache.ts';
import { joinBrokenLines, readLines } from './blocks.ts';
import { analyseParagraph, type ParagraphParts } from './paragraph.ts';
import { assignRoles, type BlockRole } from './roles.ts';

export type SegmentCache = ParagraphCache<ParagraphParts>;

/**
 * Zones and sentences of an article. Zones come in document order and do not overlap; every sentence lies in one zone
 * other than furniture. Work is linear in the length of the text.
 */
export function segmentArticle(
  text: string,
  cache: SegmentCache = new ParagraphCache<ParagraphParts>(1),
): ArticleDocument {
  const blocks = joinBrokenLines(text, readLines(text));
  const zones: Zone[] = [];
  const sentences: Sentence[] = [];
  assignRoles(blocks).forEach((role, paragraph) => {
    for (const piece of role) addPiece(text, piece, paragraph, { zones, sentences, cache });
  });
  return { text, zones, sentences };
}

interface Sink {
  readonly zones: Zone[];
  readonly sentences: Sentence[];
  readonly cache: SegmentCache;
}

function addPiece(text: string, piece: BlockRole, paragraph: number, { zones, sentences, cache }: Sink): void {
  const zone = (kind: ZoneKind, start: number, end: number, origin: string) =>
    zones.push({ kind, start, end, origin: `rule:${origin}`, score: piece.score });
  if (piece.kind === 'furniture') {
    zone('furniture', piece.start, piece.end, piece.why);
    return;
  }
  const slice = text.slice(piece.start, piece.end);
  const parts = cache.get(slice, () => analyseParagraph(slice));
  const glued = piece.kind === 'body' && !piece.last ? parts.gluedHeading : null;
  const whole = piece.kind === 'body' && piece.last && parts.gluedHeading;
  const bodyEnd = glued ? (parts.sentences.at(-1)?.end ?? 0) + piece.start : piece.end;
  const raw = whole ? analyseWhole(slice) : parts.sentences;
  const opening = piece.kind === 'body' && parts.opensWithHeading ? raw[0] : undefined;
  if (opening) zone('heading', opening.start + piece.start, opening.end + piece.start, 'glued-heading');
  zone(piece.kind, piece.start + (opening?.end ?? 0), bodyEnd, piece.why);
  for (const s of raw) sentences.push(shift(s, piece.start, s === opening ? 'heading' : piece.kind, paragraph));
  if (!glued) return;
  zone('heading', glued.start + piece.start, glued.end + piece.start, 'glued-heading');
  for (const s of analyseWhole(slice).slice(parts.sentences.length)) {
    sentences.push(shift(s, piece.start, 'heading', paragraph));
  }
}

function analyseWhole(slice: string): ParagraphParts['sentences'] {
  const { sentences, gluedHeading } = analyseParagraph(slice);
  if (!gluedHeading) return sentences;
  const tail = analyseParagraph(slice.slice(gluedHeading.start)).sentences;
  const moved = tail.map((s) => ({
    start: s.start + gluedHeading.start,
    end: s.end + gluedHeading.start,
    tokens: moveTokens(s.tokens, gluedHeading.start),
  }));
  return [...sentences, ...moved];
}

function shift(
  s: { start: number; end: number; tokens: readonly Token[] },
  by: number,
  zone: ZoneKind,
  paragraph: number,
): Sentence {
  return { start: s.start + by, end: s.end + by, zone, paragraph, tokens: moveTokens(s.tokens, by) };
}
