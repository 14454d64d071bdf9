import type { TokenRange } from '../attributions/nounPhrase.ts';
import type { Unit } from '../attributions/unit.ts';
import { nounReference } from '../entities/nouns.ts';
import { isCapitalised, PREPOSITIONS } from '../grammar/words.ts';
import { kindOf } from '../names/typeWords.ts';

/** Whose role it is, said without a name. */
export interface RoleOwner extends TokenRange {
  /** True for a noun that stands before the role without an article of its own: "an agency spokeswoman". */
  readonly bare?: true;
}

const LONGEST_OWNER = 4;
const DEFINITE = /^(?:the|this|that)$/;
/** Of whom the noun before is the employer; "a bank manager" is of any bank. */
const SPEAKS = /^(?:spokes\p{L}+|officials?|head|chief|chairman|chairwoman|director)$/u;

/** "its leader", "the council's planning director", "the media arm of the movement", "an agency spokeswoman": null where a name says it, or nothing. */
export function ownerOf(unit: Unit, role: TokenRange): RoleOwner | null {
  const { words } = unit;
  const first = words[role.from] ?? '';
  if (/^(?:its|his|her|their)$/.test(first)) return { from: role.from, to: role.from + 1 };
  const from = /^(?:then|now|formerly|currently|also)$/.test(first) ? role.from + 1 : role.from;
  if (DEFINITE.test(words[from] ?? '')) {
    const owner = phraseAt(unit, from, role.to);
    if (owner && /^['’]s?$/.test(words[owner.to] ?? '')) return owner;
  }
  for (let i = role.from + 1; i < role.to - 2; i++) {
    if (!/^(?:of|for|at)$/.test(words[i] as string)) continue;
    return DEFINITE.test(words[i + 1] as string) ? phraseAt(unit, i + 1, role.to) : null;
  }
  const noun = /^(?:an?|the)$/.test(first) ? role.from + 1 : role.from;
  return noun + 1 < role.to && isBody(words[noun] as string) && SPEAKS.test(words[role.to - 1] as string)
    ? { from: noun, to: noun + 1, bare: true }
    : null;
}

/** An article with the small words behind it, up to a preposition or a mark. */
function phraseAt({ words, tokens }: Unit, from: number, end: number): TokenRange | null {
  let to = from + 1;
  while (to < end && /^\p{Ll}/u.test(words[to] as string) && !PREPOSITIONS.has(words[to] as string)) {
    if (isCapitalised(tokens[to]?.text ?? '')) return null;
    to++;
  }
  return to > from + 1 && to - from <= LONGEST_OWNER ? { from, to } : null;
}

function isBody(word: string): boolean {
  const [type = kindOf(word)] = nounReference(word)?.types ?? [];
  return type === 'organization' || type === 'location';
}
