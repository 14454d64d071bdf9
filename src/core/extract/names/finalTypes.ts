import type { WordLexicon } from '../../lexicon/wordLexicon.ts';
import type { EntityType } from '../../model/types.ts';
import type { Token } from '../../text/tokens.ts';
import { isLanguage } from './languages.ts';
import type { TaggedName } from './tagSequences.ts';

/** An event, work or product below this score is some other name: shown, but not as what it may not be. */
const SURE = 0.58;
const WEAPONS =
  /^(?:AK-?\d{2,3}|Kalashnikov|Glock|Uzi|M16|M4 carbine|AR-15|RPG-?\d|RPG|Javelin missile|Stinger missile|Hellfire|Tomahawk|HIMARS|ATACMS|Grad|Katyusha|Qassam|Scud|Trident missile|Minuteman|Iskander|Kinzhal|S-[34]00|Novichok|Semtex|Agent Orange|Little Boy|Tsar Bomba)\b/i;
const WEAPON_NOUN =
  /^(?:missiles?|rockets?|rifles?|pistols?|handguns?|shotguns?|howitzers?|mortars?|grenades?|warheads?|torpedo(?:es)?|mines?|bombs?|carbines?|launchers?)$/i;

/** The type to show: languages as other, weapons among the products by their names or the noun behind, unsure events, works and products as other. */
export function finalType(tokens: readonly Token[], name: TaggedName, lexicon: WordLexicon): EntityType {
  const { first, end, type, score } = name;
  if (isLanguage(tokens, name, lexicon)) return 'other';
  if (type !== 'product' && type !== 'event' && type !== 'work') return type;
  if (type === 'product' && isWeapon(tokens, first, end)) return 'weapon';
  return score < SURE ? 'other' : type;
}

function isWeapon(tokens: readonly Token[], first: number, end: number): boolean {
  if (WEAPON_NOUN.test(tokens[end]?.text ?? '') || WEAPON_NOUN.test((tokens[end - 1] as Token).text)) return true;
  let name = '';
  for (let i = first; i < end; i++) {
    const { start, text } = tokens[i] as Token;
    if (i > first && (tokens[i - 1] as Token).end < start) name += ' ';
    name += text;
  }
  return WEAPONS.test(name);
}
