import type { Span } from '../../text/span.ts';
import { moveTokens } from '../../text/tokens.ts';
import { type ClaimDraft, draftClaims } from '../claims/draftClaims.ts';
import { type ReadDraft, readClaim } from '../claims/readClaim.ts';
import type { ArticleDocument, NameSpan, Sentence } from '../document.ts';
import type { ParagraphCache } from '../paragraphCache.ts';
import type { QuotedSpan } from '../quotations/marks.ts';
import type { Attribution, StatementReader } from './findAttributions.ts';
import { type Passage, passagesOf, shiftQuoted, type Unit, unitsOf } from './unit.ts';
import { isWordList } from './wordList.ts';

/** What a passage yields by its own words, offsets from its start; the drafts are those of the names last seen in it. */
export interface PassageParts {
  readonly units: readonly Unit[];
  readonly quoted: readonly QuotedSpan[];
  readonly attributions: readonly (readonly Attribution[])[];
  drafted: { readonly names: string; readonly drafts: readonly ReadDraft[] } | null;
}

export interface Reports {
  readonly attributions: readonly Attribution[];
  readonly quoted: readonly QuotedSpan[];
  readonly drafts: readonly ReadDraft[];
}

/** Attributions, quoted stretches and claim drafts of a document, in document order; `names` are sorted by start. */
export function readPassages(
  document: ArticleDocument,
  names: readonly NameSpan[],
  cache: ParagraphCache<PassageParts>,
  reader: StatementReader,
): Reports {
  const attributions: Attribution[] = [];
  const quoted: QuotedSpan[] = [];
  const drafts: ReadDraft[] = [];
  let next = 0;
  for (const passage of passagesOf(document)) {
    const parts = cache.get(keyOf(document.text, passage), () => readPassage(document.text, passage, reader));
    const from = next;
    while (next < names.length && (names[next] as NameSpan).start < passage.end) next++;
    for (const q of parts.quoted) quoted.push(shiftQuoted(q, passage.start));
    const moved = new Map<Attribution, Attribution>();
    for (const a of parts.attributions.flat()) {
      const absolute = shiftAttribution(a, passage.start);
      moved.set(a, absolute);
      attributions.push(absolute);
    }
    if (passage.sentences[0]?.zone !== 'body') continue;
    const near = names.slice(from, next).map((n) => ({ ...n, ...shiftSpan(n, -passage.start) }));
    for (const d of draftsOf(parts, near, document.text.slice(passage.start, passage.end))) {
      drafts.push(shiftDraft(d, passage.start, (a) => moved.get(a) ?? shiftAttribution(a, passage.start)));
    }
  }
  return { attributions, quoted, drafts };
}

/** Equal keys mean equal results: the words, how they are cut into sentences, and the role of the passage. */
function keyOf(text: string, { start, end, sentences }: Passage): string {
  const cuts = sentences.map((s) => s.start - start).join();
  return `${sentences[0]?.zone} ${cuts} ${text.slice(start, end)}`;
}

function readPassage(text: string, { start, end, sentences }: Passage, reader: StatementReader): PassageParts {
  const local = sentences.map((s): Sentence => {
    return { ...s, ...shiftSpan(s, -start), tokens: moveTokens(s.tokens, -start) };
  });
  const read = unitsOf(text.slice(start, end), { start: 0, end: end - start, sentences: local }, reader.forms);
  const units = read.units.filter((unit) => !isWordList(unit));
  const { quoted } = read;
  return { units, quoted, attributions: units.map((unit) => reader.read(unit)), drafted: null };
}

function draftsOf(parts: PassageParts, names: readonly NameSpan[], text: string): readonly ReadDraft[] {
  const key = names.map((n) => `${n.start} ${n.end} ${n.type}`).join();
  if (parts.drafted?.names === key) return parts.drafted.drafts;
  const drafts: ClaimDraft[] = [];
  let next = 0;
  parts.units.forEach((unit, i) => {
    const from = next;
    const end = unit.tokens.at(-1)?.end ?? 0;
    while (next < names.length && (names[next] as NameSpan).start < end) next++;
    drafts.push(...draftClaims(unit, parts.attributions[i] ?? [], names.slice(from, next)));
  });
  const read = drafts.map((draft) => ({ ...draft, reading: readClaim(draft, text) }));
  parts.drafted = { names: key, drafts: read };
  return read;
}

function shiftSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

function shiftAttribution(a: Attribution, by: number): Attribution {
  return {
    ...a,
    start: a.start + by,
    end: a.end + by,
    content: a.content.map((c) => shiftSpan(c, by)),
    source: a.source && shiftSpan(a.source, by),
    cue: shiftSpan(a.cue, by),
  };
}

function shiftDraft(d: ReadDraft, by: number, moved: (a: Attribution) => Attribution): ReadDraft {
  return {
    ...d,
    start: d.start + by,
    end: d.end + by,
    subject: d.subject && shiftSpan(d.subject, by),
    chain: d.chain.map(moved),
    ...(d.whole ? { whole: shiftSpan(d.whole, by) } : {}),
    ...(d.role ? { role: shiftSpan(d.role, by) } : {}),
    ...(d.owner ? { owner: { ...d.owner, ...shiftSpan(d.owner, by) } } : {}),
  };
}
