import { WORD_FLAGS } from '../../lexicon/wordFlags.ts';
import type { WordLexicon } from '../../lexicon/wordLexicon.ts';
import type { Token } from '../../text/tokens.ts';
import { isDesignation } from './designations.ts';
import type { Found, Taken } from './foundName.ts';
import {
  defined,
  fieldsOf,
  letters,
  nicknamed,
  partners,
  platform,
  quotedWork,
  secondField,
  translated,
  withArticle,
} from './joinedWords.ts';
import type { TaggedName } from './tagSequences.ts';
import { BODY_ENDS, kindOf } from './typeWords.ts';
import { isCapitalised } from './wordShape.ts';

const LONGEST = 5;
/** How far behind a designation the noun may stand that says what it is. */
const NOUN_WINDOW = 4;
const OFFICE_HOLDERS =
  /^(?:Prosecutor|Attorney|General|Solicitor|Mayor|Minister|President|Premier|Chancellor|Sheriff|Governor|Ombudsman|Coroner|Examiner|Auditor|Registrar|Comptroller|Controller|Commissioner|Marshal|Defender|Advocate|Assessor|Clerk)$/;
/** Ends of companies' names that follow a word of any kind and are hardly anything else. */
const COMPANY_ENDS =
  /^(?:Airlines|Airways|Assurance|Bancorp|Bancshares|Biosciences|Biotech|Brewing|Diagnostics|Electronics|Enterprises|Holdings|Industries|Labs|Logistics|Mutual|Petroleum|Pharma|Pharmaceuticals|Robotics|Securities|Semiconductors|Technologies|Telecom|Therapeutics|Ventures)$/;
const NO_NAME = WORD_FLAGS.calendar | WORD_FLAGS.demonym | WORD_FLAGS.country | WORD_FLAGS.title;

/**
 * Adds names that their form gives away, whether the tagger found a part of them or nothing: "Attorney General's Office",
 * "the agency X", "X Labs", "X-12 missiles", 'Ann "Bee" Lee', "X & Y". Sorted; the names that a new one covers give way.
 */
export function addFormNames(
  sequences: readonly (readonly Token[])[],
  names: readonly TaggedName[],
  lexicon: WordLexicon,
): TaggedName[] {
  const found: TaggedName[] = [];
  const surnames = new Set(
    names.flatMap(({ sequence, first, end, type }) =>
      type === 'person' && end - first > 1 ? [sequences[sequence]?.[end - 1]?.text ?? ''] : [],
    ),
  );
  let next = 0;
  sequences.forEach((tokens, sequence) => {
    const taken: (TaggedName | undefined)[] = [];
    for (; names[next]?.sequence === sequence; next++) {
      const name = names[next] as TaggedName;
      for (let i = name.first; i < name.end; i++) taken[i] = name;
    }
    let from = 0;
    for (let i = 0; i < tokens.length; i++) {
      if (i < from) continue;
      const name = isCapitalised((tokens[i] as Token).text)
        ? (nicknamed(tokens, i, taken) ??
          partners(tokens, i, taken, lexicon) ??
          office(tokens, i, from, taken, lexicon) ??
          fieldsOf(tokens, i, taken, lexicon) ??
          afterNoun(tokens, i, taken, lexicon) ??
          faction(tokens, i, taken) ??
          family(tokens, i, surnames) ??
          company(tokens, i, taken) ??
          arms(tokens, i) ??
          withArticle(tokens, i, taken) ??
          platform(tokens, i, taken) ??
          letters(tokens, i, taken))
        : (tokens[i] as Token).text === '('
          ? (defined(tokens, i, taken) ?? translated(tokens, i, taken, lexicon))
          : quotedWork(tokens, i);
      if (!name || name.first < from || cutsOther(name, tokens, taken)) continue;
      found.push({ sequence, ...name });
      from = name.end;
    }
  });
  return withNames(names, found);
}

/** The names with further ones, sorted; those that a further one touches give way. */
export function withNames(names: readonly TaggedName[], further: readonly TaggedName[]): TaggedName[] {
  if (further.length === 0) return [...names];
  const taken = new Set<string>();
  for (const { sequence, first, end } of further) for (let i = first; i < end; i++) taken.add(`${sequence}:${i}`);
  const free = names.filter(({ sequence, first, end }) => {
    for (let i = first; i < end; i++) if (taken.has(`${sequence}:${i}`)) return false;
    return true;
  });
  return [...free, ...further].sort((a, b) => a.sequence - b.sequence || a.first - b.first);
}

/** True where a name that is there already reaches out of the new one, by more than a small word for what it is. */
function cutsOther({ first, end }: Found, tokens: readonly Token[], taken: Taken): boolean {
  const [opening, closing] = [taken[first], taken[end - 1]];
  if (opening !== undefined && opening.first < first) return true;
  return closing !== undefined && closing.end > end && (closing.end > end + 1 || isCapitalised(textAt(tokens, end)));
}

/** "Arden County Sheriff's Office", "Prosecutor's Office of Arden"; `at` is that of "Office". */
function office(
  tokens: readonly Token[],
  at: number,
  from: number,
  taken: Taken,
  lexicon: WordLexicon,
): Found | undefined {
  if (textAt(tokens, at) !== 'Office' || !/^['’]s$/.test(textAt(tokens, at - 1))) return undefined;
  let first = at - 1;
  let holder = false;
  while (first > from && first > at - LONGEST && isCapitalised(textAt(tokens, first - 1))) {
    first--;
    holder ||= OFFICE_HOLDERS.test(textAt(tokens, first));
  }
  if (!holder) return undefined;
  if (/^(?:The|A|An)$/.test(textAt(tokens, first))) first++;
  let end = at + 1;
  const of = /^(?:of|for)$/.test(textAt(tokens, end)) ? end + (textAt(tokens, end + 1) === 'the' ? 2 : 1) : 0;
  if (of > 0) for (let k = of; k < of + LONGEST && isCapitalised(textAt(tokens, k)); k++) end = k + 1;
  if (of > 0) end = secondField(tokens, end, taken, lexicon);
  return { first, end, type: 'organization', score: 0.8 };
}

/** "told the agency Novamedia": a word that is no name yet, behind a noun for a body; `at` is that of the word. */
function afterNoun(tokens: readonly Token[], at: number, taken: Taken, lexicon: WordLexicon): Found | undefined {
  const noun = textAt(tokens, at - 1);
  if (taken[at] || noun.length < 2 || kindOf(noun) !== 'organization') return undefined;
  if (!/^(?:\p{Ll}|The$|An?$)/u.test(textAt(tokens, at - 2)) || /^(?:of|with|as|for)$/.test(textAt(tokens, at - 2)))
    return undefined;
  let end = at;
  while (end < at + LONGEST && isCapitalised(textAt(tokens, end))) {
    end++;
    if (textAt(tokens, end) === '-' && isCapitalised(textAt(tokens, end + 1)) && isGlued(tokens, end + 1)) end++;
  }
  const text = textAt(tokens, at);
  if (text.length < 3 || lexicon.word(text.toLowerCase()).flags & NO_NAME) return undefined;
  for (let i = at; i < end; i++) if (taken[i]) return undefined;
  return { first: at, end, type: 'organization', score: 0.6 };
}

/** "the Shield militia": a word that is no name yet, before a noun for armed men or politicians; `at` is that of the word. */
function faction(tokens: readonly Token[], at: number, taken: Taken): Found | undefined {
  const fits =
    !taken[at] &&
    textAt(tokens, at - 1) === 'the' &&
    /^(?:militia|faction|cartel|party|guerrillas?)$/.test(textAt(tokens, at + 1));
  return fits && textAt(tokens, at).length > 2
    ? { first: at, end: at + 1, type: 'organization', score: 0.8 }
    : undefined;
}

/** "the Turners", where somebody of the text is a Turner; `at` is that of the plural. */
function family(tokens: readonly Token[], at: number, surnames: ReadonlySet<string>): Found | undefined {
  const text = textAt(tokens, at);
  if (!text.endsWith('s') || !/^[Tt]he$/.test(textAt(tokens, at - 1)) || isCapitalised(textAt(tokens, at + 1)))
    return undefined;
  const kin = surnames.has(text.slice(0, -1)) || (text.endsWith('es') && surnames.has(text.slice(0, -2)));
  return kin && !surnames.has(text) ? { first: at, end: at + 1, type: 'group', score: 0.9 } : undefined;
}

/** "Norlan Labs", and a single name with the end of a company's name behind it; `at` is that of the first word. */
function company(tokens: readonly Token[], at: number, taken: Taken): Found | undefined {
  if (!isCapitalised(textAt(tokens, at + 1))) return undefined;
  const own = taken[at]?.first === at ? taken[at] : undefined;
  const end = (own?.end ?? at + 1) + 1;
  const last = textAt(tokens, end - 1);
  if (taken[end - 1] || !isCapitalised(last) || isCapitalised(textAt(tokens, end))) return undefined;
  const told = own ? own.end === at + 1 && BODY_ENDS.has(last.toLowerCase()) : COMPANY_ENDS.test(last);
  return told && !/^(?:The|An?)$/.test(textAt(tokens, at))
    ? { first: at, end, type: 'organization', score: 0.65 }
    : undefined;
}

/** "X-12 missiles": letters and digits before a noun for arms or craft; `at` is that of the first word. */
function arms(tokens: readonly Token[], at: number): Found | undefined {
  const end = at + 3;
  if (!isDesignation(tokens, at, end)) return undefined;
  for (let i = end; i < end + NOUN_WINDOW; i++) {
    const text = textAt(tokens, i);
    if (!/^[\p{Ll}-]+$/u.test(text)) return undefined;
    if (kindOf(text.replace(/s$/, '')) === 'product') return { first: at, end, type: 'product', score: 0.8 };
  }
  return undefined;
}

function textAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.text ?? '';
}

function isGlued(tokens: readonly Token[], at: number): boolean {
  return (tokens[at - 1] as Token).end === tokens[at]?.start;
}
