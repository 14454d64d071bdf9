import type { WordLexicon } from '../../lexicon/wordLexicon.ts';
import type { EntityType } from '../../model/types.ts';
import type { Token } from '../../text/tokens.ts';
import { isDesignation } from './designations.ts';
import { isLanguage } from './languages.ts';
import type { TaggedName } from './tagSequences.ts';

/** An event, work or product below this score is some other name: shown, but not as what it may not be. */
const SURE = 0.58;
const WEAPONS =
  /^(?:AK-?\d{2,3}|Kalashnikov|Glock|Uzi|M16|M4 carbine|AR-15|RPG-?\d|RPG|Javelin missile|Stinger missile|Hellfire|Tomahawk|HIMARS|ATACMS|Grad|Katyusha|Qassam|Scud|Trident missile|Minuteman|Iskander|Kinzhal|S-[34]00|Novichok|Semtex|Agent Orange|Little Boy|Tsar Bomba)\b/i;
const WEAPON_NOUN =
  /^(?:missiles?|rockets?|rifles?|pistols?|handguns?|shotguns?|howitzers?|mortars?|grenades?|warheads?|torpedo(?:es)?|mines?|bombs?|carbines?|launchers?)$/i;

/** Weapons where "attack" or the like stands before them. */
const DRONES = /^(?:drones?|UAVs?|tanks?|fighters?|jets?|bombers?)$/;
const ATTACKING = /^(?:attack|strike|combat|kamikaze|suicide|battle|fighter)$/;
/** How far behind a name its noun may stand. */
const NOUN_WINDOW = 9;

/**
 * The types to show, in the order of the names: languages as other, weapons among the products by their names or by a
 * noun beside any of their mentions, unsure events, works and products as other. Linear in the names.
 */
export function finalTypes(
  sequences: readonly (readonly Token[])[],
  names: readonly TaggedName[],
  lexicon: WordLexicon,
): EntityType[] {
  const armed = new Set<string>();
  const numbered: string[] = [];
  for (const { sequence, first, end, type } of names) {
    if (type !== 'product') continue;
    const tokens = sequences[sequence] as readonly Token[];
    if (isWeapon(tokens, first, end)) armed.add(model(tokens, first, end));
    else if (isDesignation(tokens, first, end)) numbered.push(model(tokens, first, end));
  }
  if (armed.size > 0) for (const each of numbered) armed.add(each);
  return names.map((name) => {
    const { sequence, first, end, type, score } = name;
    const tokens = sequences[sequence] as readonly Token[];
    if (isLanguage(tokens, name, lexicon)) return 'other';
    if (armed.size > 0 && (type === 'product' || end - first === 1) && armed.has(model(tokens, first, end)))
      return 'weapon';
    if (type !== 'product' && type !== 'event' && type !== 'work') return type;
    return score < SURE ? 'other' : type;
  });
}

/** A name without its number and plural: "KR-17s" and "KRs" are one model. */
function model(tokens: readonly Token[], first: number, end: number): string {
  const words = tokens.slice(first, isDesignation(tokens, first, end) ? first + 1 : end);
  return words
    .map(({ text }) => text)
    .join(' ')
    .replace(/(?<=\p{L}{3})s$/u, '');
}

function isWeapon(tokens: readonly Token[], first: number, end: number): boolean {
  if (WEAPON_NOUN.test(tokens[end]?.text ?? '') || WEAPON_NOUN.test((tokens[end - 1] as Token).text)) return true;
  if (hasNoun(tokens, end)) return true;
  let name = '';
  for (let i = first; i < end; i++) {
    const { start, text } = tokens[i] as Token;
    if (i > first && (tokens[i - 1] as Token).end < start) name += ' ';
    name += text;
  }
  return WEAPONS.test(name);
}

/** "X cruise missiles", "X, an attack drone with ...": the noun of the phrase behind a name. */
function hasNoun(tokens: readonly Token[], end: number): boolean {
  const apposition = tokens[end]?.text === ',' && /^(?:a|an|the)$/.test(tokens[end + 1]?.text ?? '');
  const from = apposition ? end + 2 : end;
  for (let i = from; i < from + (apposition ? NOUN_WINDOW : 3); i++) {
    const text = tokens[i]?.text ?? '';
    if (WEAPON_NOUN.test(text)) return true;
    if (DRONES.test(text) && ATTACKING.test(tokens[i - 1]?.text ?? '')) return true;
    if (!/^(?:[\p{L}\d]+|-)$/u.test(text) || /^(?:with|of|in|at|to|and|or|which|that|for|by|on)$/.test(text))
      return false;
  }
  return false;
}
