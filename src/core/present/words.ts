import type {
  Annotations,
  ClaimFigure,
  ClaimRecord,
  ClaimTime,
  Comment,
  Evidence,
  RelationRecord,
} from '../model/records.ts';
import { type EntityType, type EntityTypeKey, isKnownType, type RecordState, type Voice } from '../model/types.ts';
import type { Span } from '../text/span.ts';
import type { ArticleIndex } from './articleIndex.ts';

interface TypeWords {
  readonly one: string;
  readonly many: string;
}

/** English words for what the model names by key; the one place where views take them from. */
const TYPE_WORDS: Readonly<Record<EntityType, TypeWords>> = {
  person: { one: 'Person', many: 'People' },
  organization: { one: 'Organization', many: 'Organizations' },
  location: { one: 'Location', many: 'Locations' },
  group: { one: 'Group', many: 'Groups' },
  event: { one: 'Event', many: 'Events' },
  work: { one: 'Work', many: 'Works' },
  product: { one: 'Product', many: 'Products' },
  weapon: { one: 'Weapon', many: 'Weapons' },
  identifier: { one: 'Identifier', many: 'Identifiers' },
  other: { one: 'Other', many: 'Other' },
};

/** The words of a type; a person's own type is called by its key. */
export function typeWords(type: EntityTypeKey): TypeWords {
  if (isKnownType(type)) return TYPE_WORDS[type];
  const name = type.slice(0, 1).toUpperCase() + type.slice(1);
  return { one: name, many: name };
}

export const VOICE_WORDS: Readonly<Record<Voice, string>> = {
  outlet: "the article's own voice",
  direct: 'quoted',
  indirect: 'reported',
  mixed: 'reported with quoted words',
};

export const STATE_WORDS: Readonly<Record<RecordState, string>> = {
  suggested: 'unreviewed',
  accepted: 'accepted',
  rejected: 'rejected',
  edited: 'edited',
  added: 'added by hand',
};

const OPERATOR_WORDS: Readonly<Record<ClaimFigure['op'], string>> = {
  '=': '',
  '>=': 'at least ',
  '>': 'more than ',
  '<=': 'at most ',
  '<': 'less than ',
  '~': 'about ',
  range: '',
};

export const OWN_VOICE = 'The article';

const number = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 4 });

/** "at least 60 killed", "1,500 to 2,200 militiamen", "2,500 USD". */
export function figureWords({ op, value, max, unit, what }: ClaimFigure): string {
  const amount = max === undefined ? number(value) : `${number(value)} to ${number(max)}`;
  // The unit is the singular of what is counted, where that is a thing: "attack" of "terrorist attacks".
  const said =
    what && unit && (unit === 'person' || what.includes(unit)) ? what : [unit, what].filter(Boolean).join(' ');
  const counted = unit === 'percent' ? '%' : said;
  return `${OPERATOR_WORDS[op]}${amount}${unit === 'percent' ? '' : ' '}${counted}`.trim();
}

/** "2021-08-26 (relative to ...)". */
export function timeWords({ edtf, basis }: ClaimTime): string {
  return edtf === null ? `date open (${basis})` : basis === 'absolute' ? edtf : `${edtf} (${basis})`;
}

export const sliceOf = (text: string, spans: readonly Span[]): string =>
  spans
    .map(({ start, end }) => text.slice(start, end))
    .join(' … ')
    .replace(/\s+/g, ' ');

/** Who says a claim, in words: the entity's name, the source as the text has it, or the article. */
export function sourceWords(index: ArticleIndex, claim: ClaimRecord, text: string): string {
  const { source, sourceAt, voice } = claim.attribution;
  const entity = source ? index.annotations.entities.get(source) : undefined;
  if (entity) return entity.name;
  if (sourceAt.length > 0) return sliceOf(text, sourceAt);
  return voice === 'outlet' ? OWN_VOICE : 'Somebody unnamed';
}

/** The chain from the nearest source to the origin, in words. */
export function chainWords(index: ArticleIndex, claim: ClaimRecord): string[] {
  return claim.attribution.chain.map((link) => index.annotations.entities.get(link)?.name ?? link);
}

/** "Ann leader of the Red Aid". */
export function relationWords({ entities }: Annotations, { subject, predicate, object }: RelationRecord): string {
  const nameOf = (id: string) => entities.get(id)?.name ?? id;
  return `${nameOf(subject)} ${predicate} ${nameOf(object)}`;
}

/** "https://... · read 2026-01-02 · archived at https://... · page 4": no mark touches an address, which editors make a link of. */
export function evidenceWords({ kind, ref, selector, archive, retrieved, note }: Evidence): string {
  const what = kind === 'passage' && selector ? `“${selector.quote.exact.replace(/\s+/g, ' ')}” in ${ref}` : ref;
  const facts = [what, retrieved && `read ${retrieved}`, archive && `archived at ${archive}`, note];
  return facts.filter(Boolean).join(' · ');
}

/** "Ada: who counted?" */
export const commentWords = ({ text, by }: Comment): string => `${by ? `${by}: ` : ''}${text.replace(/\s+/g, ' ')}`;
