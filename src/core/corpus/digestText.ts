import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { fromUint8Array, toUint8Array } from 'js-base64';
import { compact } from '../sidecar/compact.ts';
import type { Digest, PublishedDay } from './digest.ts';
import { type PackedStatements, packStatements, type StatementChoice, unpackStatements } from './packStatements.ts';

/** What lists and look-ups ask of an article, so that its digest need not be read for them. */
export interface DigestSummary {
  readonly title?: string;
  readonly publisher?: string;
  readonly language: string;
  readonly published?: PublishedDay;
  /** Number of records that a person decided on, of claims, and of statements that can be compared. */
  readonly decided: number;
  readonly claims: number;
  readonly statements: number;
  /** In the order of the digest: type, number of mentions, name, other names. */
  readonly entities: readonly (readonly [type: string, mentions: number, name: string, ...aliases: string[]])[];
}

/** Both in signs that take one byte each. */
export interface DigestText {
  /** JSON. */
  readonly summary: string;
  /** What {@link readDigest} reads: JSON, deflated, in base64. */
  readonly digest: string;
}

export function digestText(digest: Digest): DigestText {
  const { title, publisher, language, published, decided, claims, statements, entities } = digest;
  const summary: DigestSummary = {
    ...compact({ title: title ?? null, publisher: publisher ?? null, language, published: published ?? null, decided }),
    claims,
    statements: statements.length,
    entities: entities.map(({ type, name, aliases = [], at }) => [type, at.length / 2, name, ...aliases]),
  };
  const kept: KeptDigest = { ...digest, statements: packStatements(statements) };
  return { summary: summaryText(summary), digest: pack(JSON.stringify(kept)) };
}

/** A summary as {@link DigestText} has it. */
export const summaryText = (summary: DigestSummary): string => narrow(JSON.stringify(summary));

/** @param choice the statements that the digest then has. @throws Error where the text is damaged. */
export function readDigest({ digest }: Pick<DigestText, 'digest'>, choice?: StatementChoice): Digest {
  const kept = JSON.parse(strFromU8(inflateSync(toUint8Array(digest)))) as KeptDigest;
  return { ...kept, statements: unpackStatements(kept.statements, choice) };
}

interface KeptDigest extends Omit<Digest, 'statements'> {
  readonly statements: PackedStatements;
}

const pack = (json: string): string => fromUint8Array(deflateSync(strToU8(json)));

/** JSON without signs behind Latin-1: engines keep such a text in half the memory. */
function narrow(json: string): string {
  const escaped = json.replace(WIDE, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
  // What is replaced in a text of two bytes a sign stays one; only what is read anew is narrow.
  return escaped === json ? json : JSON.parse(JSON.stringify(escaped));
}

const WIDE = /[\u0100-\uffff]/g;
