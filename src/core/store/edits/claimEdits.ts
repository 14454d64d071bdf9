import type { NewId } from '../../model/ids.ts';
import type { Attribution, ClaimRecord } from '../../model/records.ts';
import type { ClaimKind, Modality, Polarity, VerdictKey, Voice } from '../../model/types.ts';
import { compareSpans, type Span } from '../../text/span.ts';
import type { ArticleState } from '../articleState.ts';
import type { Edit } from '../edit.ts';
import { settle } from './decide.ts';
import { ChangeList, editedState, type Stamp, touchedState } from './editContext.ts';
import { newPlace } from './entityEdits.ts';
import { shorten } from './label.ts';

/** What a person may change of a claim; what is left out stays. */
export interface ClaimPatch {
  readonly text?: string;
  readonly voice?: Voice;
  /** Entity id, or null for the article itself. */
  readonly source?: string | null;
  readonly kind?: ClaimKind;
  readonly modality?: Modality;
  readonly polarity?: Polarity;
  readonly hedge?: string | null;
  readonly topic?: string | null;
  readonly entities?: readonly string[];
  readonly tags?: readonly string[];
}

/**
 * A claim on the marked words, in the article's own voice unless `patch` says otherwise.
 * @param spans not empty.
 */
export function addClaim(
  state: ArticleState,
  spans: readonly Span[],
  patch: ClaimPatch,
  stamp: Stamp,
  newId: NewId,
): Edit {
  const list = new ChangeList(state, stamp);
  const place = newPlace(state, [...spans].sort(compareSpans));
  const blank: ClaimRecord = {
    id: newId('c_'),
    state: 'added',
    origin: 'person',
    place,
    text: place.exact.replace(/\s+/g, ' ').trim(),
    attribution: { voice: 'outlet', source: null, sourceAt: [], cueAt: [], chain: [] },
    kind: 'fact',
    modality: 'asserted',
    polarity: 'affirmed',
    hedge: null,
    topic: null,
    entities: mentionedIn(state, spans),
    figures: [],
    times: [],
  };
  list.set('claims', patched(blank, patch));
  return { label: `Add claim "${shorten(place.exact)}"`, changes: list.changes };
}

/** Changes a claim; a patch that changes nothing makes an empty edit. */
export function editClaim(state: ArticleState, id: string, patch: ClaimPatch, stamp: Stamp): Edit {
  const list = new ChangeList(state, stamp);
  const claim = list.get('claims', id);
  const next = claim && patched(claim, patch);
  if (claim && next && next !== claim) {
    list.set('claims', settle({ ...next, state: editedState(claim.state) }, state.text));
  }
  return { label: `Edit claim "${shorten(claim?.text ?? id)}"`, changes: list.changes };
}

/** Says who makes the claim: an entity, or null for the article itself. */
export function setClaimSource(state: ArticleState, id: string, source: string | null, stamp: Stamp): Edit {
  const edit = editClaim(state, id, source === null ? { source, voice: 'outlet' } : { source }, stamp);
  const name = source === null ? 'the article' : (state.annotations.entities.get(source)?.name ?? source);
  return { ...edit, label: `Set source of claim to ${shorten(name)}` };
}

/** Judges a claim, which is thereby accepted; null takes the verdict away. */
export function setVerdict(state: ArticleState, id: string, verdict: VerdictKey | null, stamp: Stamp): Edit {
  const list = new ChangeList(state, stamp);
  const claim = list.get('claims', id);
  if (claim && ((claim.verdict ?? null) !== verdict || claim.recheck)) {
    const { verdict: _, recheck: __, ...rest } = claim;
    const judged: ClaimRecord = { ...rest, ...(verdict ? { verdict } : {}), state: touchedState(claim.state) };
    list.set('claims', settle(judged, state.text));
  }
  return { label: verdict ? `Mark claim as ${verdict}` : 'Remove verdict', changes: list.changes };
}

function patched(claim: ClaimRecord, patch: ClaimPatch): ClaimRecord {
  const { voice, source, tags, ...plain } = patch;
  const attribution = patchedAttribution(claim.attribution, patch);
  const fields = Object.entries(plain).filter(
    ([key, value]) => value !== undefined && claim[key as keyof ClaimRecord] !== value,
  );
  const sameTags = tags === undefined || (claim.tags ?? []).join('\n') === tags.join('\n');
  if (fields.length === 0 && attribution === claim.attribution && sameTags) return claim;
  return { ...claim, ...Object.fromEntries(fields), attribution, ...(sameTags ? {} : { tags }) };
}

function patchedAttribution(old: Attribution, { voice = old.voice, source = old.source }: ClaimPatch): Attribution {
  if (voice === old.voice && source === old.source) return old;
  const isOwn = voice === 'outlet' && source === null;
  if (source === old.source && !isOwn) return { ...old, voice };
  // The words of the old source and the chain behind it no longer name who says it.
  const heard = voice === 'outlet' && source !== null ? 'indirect' : voice;
  return { ...old, voice: heard, source, sourceAt: [], chain: source === null ? [] : [source] };
}

function mentionedIn(state: ArticleState, spans: readonly Span[]): string[] {
  const found = new Set<string>();
  for (const { place, entity, state: decided } of state.annotations.mentions.values()) {
    if (decided === 'rejected') continue;
    if (place.spans.some((m) => spans.some((s) => s.start <= m.start && m.end <= s.end))) found.add(entity);
  }
  return [...found];
}
