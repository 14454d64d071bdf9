import { makeToken, type Token } from '../../text/tokens.ts';
import { PREPOSITIONS, STARTERS } from '../grammar/words.ts';

const GLUED = /^(\p{L}*?\p{Ll}{2,})(\p{Lu}\p{Ll}+)$/u;
const LOWER_NAME = /^(?:Mc|Mac|De|Di|La|Le|Du|Van|Al|El|O)$/;
/** Names that are written so. */
const WHOLE = /^LinkedIn$/;

/** Takes glued words apart where both halves are plain: "fightersBut", "NetworkIt", "inKhorasan", "saysThe". */
export function splitGlued(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (const token of tokens) {
    const cut = gluedAt(token.text);
    if (cut === 0) out.push(token);
    else {
      out.push(makeToken(token.text.slice(0, cut), token.start));
      out.push(makeToken(token.text.slice(cut), token.start + cut));
    }
  }
  return out;
}

/** Where a glued word parts, or 0. */
export function gluedAt(text: string): number {
  if (text.length < 5 || text.length > 40 || !hasInnerCapital(text)) return 0;
  const match = GLUED.exec(text);
  if (!match) return 0;
  const [, head = '', tail = ''] = match;
  if (LOWER_NAME.test(head) || WHOLE.test(text)) return 0;
  const starter = STARTERS.has(tail.toLowerCase()) && (head.length > 3 || head === head.toLowerCase());
  const preposition = PREPOSITIONS.has(head) && tail.length > 3;
  return starter || preposition ? head.length : 0;
}

/** A cheap test that nearly every word fails: an upper-case letter, or one beyond ASCII, from the third on. */
function hasInnerCapital(text: string): boolean {
  for (let i = 2; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if ((c >= 65 && c <= 90) || c > 127) return true;
  }
  return false;
}
