import type { EntityType } from '../../model/types.ts';
import type { NameSpan } from '../document.ts';
import { isAcronym, plainKey } from './nameKeys.ts';

/** All mentions of one name, whatever its case, hyphens and spaces. */
export interface NameUnit {
  readonly key: string;
  type: EntityType;
  /** Written forms and how often each occurs, in order of appearance. */
  readonly forms: Map<string, number>;
  readonly spans: NameSpan[];
  /** True when most of its forms look like an acronym. */
  acronym: boolean;
}

/** Units in order of appearance; demonyms never fall together with a name of another kind. */
export function gatherUnits(text: string, names: readonly NameSpan[]): NameUnit[] {
  const units = new Map<string, NameUnit>();
  for (const span of names) {
    const form = text.slice(span.start, span.end).replace(/\s+/g, ' ');
    const key = plainKey(form) || form.toLowerCase();
    const id = `${span.type === 'group' ? 'g' : span.type === 'person' ? 'p' : 'n'}:${key}`;
    let unit = units.get(id);
    if (!unit) {
      unit = { key, type: span.type, forms: new Map(), spans: [], acronym: false };
      units.set(id, unit);
    }
    unit.forms.set(form, (unit.forms.get(form) ?? 0) + 1);
    unit.spans.push(span);
  }
  for (const unit of units.values()) {
    unit.type = majorityType(unit.spans);
    const acronyms = unit.spans.filter(({ start, end }) => isAcronym(text.slice(start, end))).length;
    unit.acronym = acronyms * 2 >= unit.spans.length;
  }
  return [...units.values()];
}

/** The type with the most weight among the mentions. */
export function majorityType(spans: readonly NameSpan[]): EntityType {
  const votes = new Map<EntityType, number>();
  for (const { type, score } of spans) votes.set(type, (votes.get(type) ?? 0) + score);
  return [...votes].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
