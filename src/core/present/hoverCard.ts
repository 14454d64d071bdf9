import type { Annotations, AnyRecord, ClaimRecord, EntityRecord, MentionRecord, RecordRef } from '../model/records.ts';
import type { ArticleIndex, PlacedRef } from './articleIndex.ts';
import { conflictWords } from './conflicts.ts';
import { short } from './short.ts';
import {
  chainWords,
  commentWords,
  evidenceWords,
  figureWords,
  STATE_WORDS,
  sliceOf,
  sourceWords,
  timeWords,
  typeWords,
  VOICE_WORDS,
} from './words.ts';

/** One line of a card: a plain label, text of the article (to be escaped) and what it leads to. */
export interface CardLine {
  readonly label: string;
  readonly text: string;
  readonly target?: RecordRef;
  /** The number of the piece of evidence that the line tells of. */
  readonly evidence?: number;
}

/** What a hover shows for one record, as plain data: at most twelve lines, none of them long. */
export interface HoverCard {
  readonly record: PlacedRef;
  readonly kind: string;
  readonly title: string;
  readonly state: string;
  /** A merge kept a conflict that waits for a person. */
  readonly disputed: boolean;
  readonly lines: readonly CardLine[];
  /** Which rule or model made it, and how sure it is. */
  readonly why: string;
}

/** What cards are made from. */
export interface CardContext {
  readonly index: ArticleIndex;
  readonly text: string;
  /** Notes that stay on this machine, by kind and id. */
  readonly privateNotes: ReadonlyMap<string, string>;
}

const MOST_CARDS = 3;
const MOST_CLAIMS = 3;
const MOST_ALIASES = 8;
const MOST_FIGURES = 2;
const MOST_DATES = 2;
const MOST_EVIDENCE = 2;
const MOST_COMMENTS = 2;
const MOST_CONFLICTS = 2;
const MOST_LINES = 12;

/** What a merge kept for a person to choose. */
function conflictLines(annotations: Annotations, { conflict = [] }: AnyRecord): CardLine[] {
  return conflict
    .slice(0, MOST_CONFLICTS)
    .map((one) => ({ label: 'Conflict', text: short(conflictWords(annotations, one)) }));
}

/** What people wrote on a record: its note, the last comments, tags, the note of this machine. */
function remarkLines(
  { note, tags, comments = [] }: EntityRecord | ClaimRecord,
  secret: string | undefined,
): CardLine[] {
  return [
    ...(note ? [{ label: 'Note', text: short(note) }] : []),
    ...comments.slice(-MOST_COMMENTS).map((comment) => ({ label: 'Comment', text: short(commentWords(comment)) })),
    ...(tags ? [{ label: 'Tags', text: short(tags.join(', ')) }] : []),
    ...(secret ? [{ label: 'Private note', text: short(secret) }] : []),
  ];
}

function why({ origin, score, by, on }: MentionRecord | ClaimRecord | EntityRecord): string {
  const decided = by || on ? `decided ${[by && `by ${by}`, on].filter(Boolean).join(', ')}` : '';
  const made =
    origin === 'person' ? 'made by hand' : `${origin}${score === undefined ? '' : `, score ${score.toFixed(2)}`}`;
  return short([made, decided].filter(Boolean).join(' · '));
}

function claimLines(label: string, claims: readonly ClaimRecord[]): CardLine[] {
  const lines = claims
    .slice(0, MOST_CLAIMS)
    .map((claim): CardLine => ({ label, text: short(claim.text), target: { kind: 'claims', id: claim.id } }));
  if (claims.length > MOST_CLAIMS)
    lines.push({ label, text: `and ${claims.length - MOST_CLAIMS} more in the Claims view` });
  return lines;
}

function mentionCard(
  { index, privateNotes }: CardContext,
  mention: MentionRecord,
  record: PlacedRef,
): HoverCard | null {
  const entity = index.annotations.entities.get(mention.entity);
  if (!entity) return null;
  const mentions = index.mentions.get(entity.id) ?? [];
  const names = entity.aliases.map(({ name }) => name);
  const aliases =
    names.slice(0, MOST_ALIASES).join(', ') +
    (names.length > MOST_ALIASES ? `, and ${names.length - MOST_ALIASES} more` : '');
  const first = mentions[0];
  return {
    record,
    kind: typeWords(entity.type).one,
    title: short(entity.name),
    state: STATE_WORDS[mention.state === 'suggested' ? entity.state : mention.state],
    disputed: Boolean(mention.conflict ?? entity.conflict),
    lines: [
      ...[mention, entity].flatMap((one) => conflictLines(index.annotations, one)),
      ...(aliases ? [{ label: 'Also', text: short(aliases) }] : []),
      ...(entity.value ? [{ label: 'Value', text: short(entity.value) }] : []),
      {
        label: 'Mentions',
        text: `${mentions.length} in this article`,
        ...(first && first.id !== mention.id ? { target: { kind: 'mentions' as const, id: first.id } } : {}),
      },
      ...claimLines('Says', index.claimsBy.get(entity.id) ?? []),
      ...claimLines('About it', index.claimsAbout.get(entity.id) ?? []),
      ...remarkLines(
        { ...entity, comments: [...(entity.comments ?? []), ...(mention.comments ?? [])] },
        privateNotes.get(`entities ${entity.id}`),
      ),
    ].slice(0, MOST_LINES),
    why: why(mention),
  };
}

function evidenceLines({ evidence = [] }: ClaimRecord): CardLine[] {
  const lines = evidence.slice(0, MOST_EVIDENCE).map(
    (piece, at): CardLine => ({
      label: piece.stance === 'for' ? 'Evidence for' : 'Evidence against',
      text: short(evidenceWords(piece)),
      evidence: at,
    }),
  );
  const more = evidence.length - lines.length;
  return more > 0 ? [...lines, { label: 'Evidence', text: `and ${more} more in the Claims view` }] : lines;
}

function claimCard({ index, text, privateNotes }: CardContext, claim: ClaimRecord, record: PlacedRef): HoverCard {
  const { attribution } = claim;
  const chain = chainWords(index, claim);
  const source = attribution.source ? index.mentions.get(attribution.source)?.[0] : undefined;
  return {
    record,
    kind: claim.kind === 'fact' ? 'Claim' : `Claim, ${claim.kind}`,
    title: short(claim.text),
    state: STATE_WORDS[claim.state],
    disputed: claim.conflict !== undefined,
    lines: [
      ...conflictLines(index.annotations, claim),
      {
        label: 'Says',
        text: `${short(sourceWords(index, claim, text))} (${VOICE_WORDS[attribution.voice]})`,
        ...(source ? { target: { kind: 'mentions' as const, id: source.id } } : {}),
      },
      ...(chain.length > 1 ? [{ label: 'Through', text: short(chain.join(' ← ')) }] : []),
      ...(claim.hedge ? [{ label: 'Hedge', text: short(claim.hedge) }] : []),
      ...(claim.polarity === 'negated' ? [{ label: 'Polarity', text: 'negated' }] : []),
      ...claim.figures.slice(0, MOST_FIGURES).map((figure) => ({ label: 'Figure', text: short(figureWords(figure)) })),
      ...claim.times.slice(0, MOST_DATES).map((time) => ({ label: 'Date', text: short(timeWords(time)) })),
      ...(claim.verdict
        ? [
            {
              label: 'Verdict',
              text: claim.recheck ? `${claim.verdict}, check again: the words changed` : claim.verdict,
            },
          ]
        : []),
      ...evidenceLines(claim),
      ...remarkLines(claim, privateNotes.get(`claims ${claim.id}`)),
      ...(attribution.cueAt.length > 0 ? [{ label: 'Cue', text: short(sliceOf(text, attribution.cueAt)) }] : []),
      ...(claim.topic ? [{ label: 'Topic', text: short(claim.topic) }] : []),
    ].slice(0, MOST_LINES),
    why: why(claim),
  };
}

/** The cards for a position, mentions before claims and the shortest span first; at most three. */
export function hoverCards(context: CardContext, offset: number): HoverCard[] {
  const { index } = context;
  const found = index.spans.at(offset).map(({ value }) => value);
  const ordered = [
    ...found.filter(({ kind }) => kind === 'mentions'),
    ...found.filter(({ kind }) => kind === 'claims'),
  ];
  return ordered.slice(0, MOST_CARDS).flatMap((ref) => {
    if (ref.kind === 'claims') {
      const claim = index.annotations.claims.get(ref.id);
      return claim ? claimCard(context, claim, ref) : [];
    }
    const mention = index.annotations.mentions.get(ref.id);
    return (mention && mentionCard(context, mention, ref)) ?? [];
  });
}
