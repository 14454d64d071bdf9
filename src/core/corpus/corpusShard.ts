import { type DigestSummary, type DigestText, summaryText } from './digestText.ts';

/** The version of what the cache holds; to be raised with every change of digests. */
const FORMAT = 17;
const SHARDS = 64;
const KEY = /^[0-9a-f]{32}$/;
const BASE64 = /^[\w+/]+={0,2}$/;

/** The digest of a content, which stays text until it is asked for. */
export interface ShardLine extends Pick<DigestText, 'digest'> {
  /** Tells contents apart. */
  readonly key: string;
  readonly about: DigestSummary;
}

/** The shard that holds the digest of a content, by the key of the content. */
export function shardOf(key: string): string {
  return (Number.parseInt(key.slice(0, 2), 16) % SHARDS).toString(16).padStart(2, '0');
}

/** The names of all shards. */
export const SHARD_NAMES: readonly string[] = Array.from({ length: SHARDS }, (_, at) =>
  at.toString(16).padStart(2, '0'),
);

/** One line a content, between a head that says who made them and a last line that says how many there are. */
export function writeShard(contents: readonly ShardLine[], version: string): string {
  if (contents.length === 0) return '';
  const lines = contents.map(({ key, about, digest }) => `${key}\t${summaryText(about)}\t${digest}`);
  return [headOf(version), ...lines, String(lines.length), ''].join('\n');
}

/** @returns null when the shard was made by another version or is not whole. */
export function readShard(text: string, version: string): ShardLine[] | null {
  const lines = text.split('\n');
  if (lines[0] !== headOf(version) || lines.at(-2) !== String(lines.length - 3)) return null;
  const read: ShardLine[] = [];
  for (const line of lines.slice(1, -2)) {
    const [key = '', summary = '', digest = ''] = line.split('\t');
    const about = KEY.test(key) && BASE64.test(digest) && digest.length % 4 === 0 ? readSummary(summary) : null;
    if (!about) return null;
    read.push({ key, digest, about });
  }
  return read;
}

const headOf = (version: string) => `dossier-corpus ${FORMAT} ${version}`;

function readSummary(json: string): DigestSummary | null {
  try {
    const about = JSON.parse(json) as DigestSummary;
    return Array.isArray(about.entities) ? about : null;
  } catch {
    return null;
  }
}
