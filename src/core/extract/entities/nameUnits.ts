import type { EntityType } from '../../model/types.ts';
import type { NameSpan } from '../document.ts';
import { isAcronym, plainKey } from './nameKeys.ts';

/** A name as the rules of spelling see it. */
export interface SpeltName {
  /** See {@link plainKey}. */
  readonly key: string;
  readonly type: EntityType;
  /** Written forms and how often each occurs, in order of appearance. */
  readonly forms: ReadonlyMap<string, number>;
  /** True when most of its forms look like an acronym. */
  readonly acronym: boolean;
  /** True of one that stands so seldom that it may be a slip of the pen. */
  readonly rare: boolean;
}

/** All mentions of one name, whatever its case, hyphens and spaces. */
export interface NameUnit extends SpeltName {
  /** Place among the units of the document. */
  readonly index: number;
  type: EntityType;
  readonly forms: Map<string, number>;
  readonly spans: NameSpan[];
  acronym: boolean;
  rare: boolean;
}

/** More mentions than this are no slip. */
const RARE = 2;

export interface GatheredUnits {
  /** In order of appearance. */
  readonly units: NameUnit[];
  /** The unit of each name. */
  readonly unitOf: readonly NameUnit[];
}

/** Demonyms never fall together with a name of another kind. */
export function gatherUnits(text: string, names: readonly NameSpan[]): GatheredUnits {
  const unitOf: NameUnit[] = [];
  const units = new Map<string, NameUnit>();
  const known = new Map<string, ReadForm>();
  const read = ({ start, end }: NameSpan): ReadForm => {
    const written = text.slice(start, end);
    const form = known.get(written) ?? readForm(written);
    known.set(written, form);
    return form;
  };
  for (const span of names) {
    const { form, key } = read(span);
    const id = `${span.type === 'group' ? 'g' : span.type === 'person' ? 'p' : 'n'}:${key}`;
    let unit = units.get(id);
    if (!unit) {
      unit = { index: units.size, key, type: span.type, forms: new Map(), spans: [], acronym: false, rare: true };
      units.set(id, unit);
    }
    unit.forms.set(form, (unit.forms.get(form) ?? 0) + 1);
    unit.spans.push(span);
    unitOf.push(unit);
  }
  for (const unit of units.values()) {
    unit.type = majorityType(unit.spans);
    const acronyms = unit.spans.filter((span) => read(span).acronym).length;
    unit.acronym = acronyms * 2 >= unit.spans.length;
    unit.rare = unit.spans.length <= RARE;
  }
  return { units: [...units.values()], unitOf };
}

interface ReadForm {
  readonly form: string;
  readonly key: string;
  readonly acronym: boolean;
}

function readForm(written: string): ReadForm {
  const form = written.replace(/\s+/g, ' ');
  return { form, key: plainKey(form) || form.toLowerCase(), acronym: isAcronym(written) };
}

/** The type with the most weight among the mentions. */
export function majorityType(spans: readonly NameSpan[]): EntityType {
  const votes = new Map<EntityType, number>();
  for (const { type, score } of spans) votes.set(type, (votes.get(type) ?? 0) + score);
  return [...votes].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
