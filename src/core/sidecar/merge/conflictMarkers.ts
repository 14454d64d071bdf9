/** The versions of a file that git left with conflict markers; the base is there in the style `diff3` only. */
export interface MarkedVersions {
  readonly base: string | null;
  readonly ours: string;
  readonly theirs: string;
}

type Side = 'both' | 'ours' | 'base' | 'theirs';

/** Takes the versions apart; null when the markers do not follow one another as git writes them. */
export function splitConflictMarkers(text: string): MarkedVersions | null {
  const lines: Record<Exclude<Side, 'both'>, string[]> = { ours: [], base: [], theirs: [] };
  let at: Side = 'both';
  let hasBase = false;
  let found = false;
  for (const line of text.split('\n')) {
    const next = markerOf(line, at);
    if (next === 'wrong') return null;
    if (next) {
      found = true;
      hasBase ||= next === 'base';
      at = next;
      continue;
    }
    for (const side of ['ours', 'base', 'theirs'] as const) if (at === 'both' || at === side) lines[side].push(line);
  }
  if (!found || at !== 'both') return null;
  const { ours, base, theirs } = lines;
  return { base: hasBase ? base.join('\n') : null, ours: ours.join('\n'), theirs: theirs.join('\n') };
}

/** What follows a marker; null for a line that is none. A line of a sidecar begins with a brace or a blank. */
function markerOf(line: string, at: Side): Side | 'wrong' | null {
  const [marker] = /^(?:<{7}|\|{7}|={7}|>{7})(?=[ \r]|$)/.exec(line) ?? [];
  if (!marker) return null;
  if (marker[0] === '<') return at === 'both' ? 'ours' : 'wrong';
  if (marker[0] === '|') return at === 'ours' ? 'base' : 'wrong';
  if (marker[0] === '=') return at === 'ours' || at === 'base' ? 'theirs' : 'wrong';
  return at === 'theirs' ? 'both' : 'wrong';
}
