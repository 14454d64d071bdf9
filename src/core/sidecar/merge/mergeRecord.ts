import { sameValue } from '../../store/sameValue.ts';
import { canonical } from './canonical.ts';
import { conflictSide, joinConflicts, type RawConflict } from './conflictList.ts';
import type { Json } from './json.ts';
import { mergeList } from './mergeList.ts';
import { flatten, type Unit, unflatten, unitsOf, unitValue } from './units.ts';

/** The side whose value stands where both changed something. */
export type Side = 'ours' | 'theirs';

export interface RecordMerge {
  /** Undefined where the record did not exist. */
  readonly base: Json | undefined;
  readonly ours: Json;
  readonly theirs: Json;
  /** The side made for the newer text of the article, where that can be told. */
  readonly textSide: Side | null;
  /** Keys that the schema has for the record, and for its `attribution`. */
  readonly keys: readonly string[];
  readonly attributionKeys: readonly string[];
}

const isDecided = ({ state }: Json) => state !== 'suggested';
/** What is made of two acceptances: the one that says more. */
const STANDING = ['accepted', 'edited', 'added'];

/** Two versions of a record by field. Which side is called ours matters for the labels of conflicts alone. */
export function mergeRecord({ base, ours, theirs, textSide, keys, attributionKeys }: RecordMerge): Json {
  const sides = { ours, theirs };
  const winner = laterSide(ours, theirs);
  const both = isDecided(ours) && isDecided(theirs);
  const machine = !isDecided(ours) && !isDecided(theirs);
  const flat = { base: flatten(base ?? {}), ours: flatten(ours), theirs: flatten(theirs) };
  const knownKeys = new Set([...keys, ...attributionKeys.map((key) => `attribution.${key}`)]);
  const conflicts: RawConflict[] = [];
  const keep = ({ field, keys }: Pick<Unit, 'field' | 'keys'>, a: Json, b: Json) =>
    conflicts.push({ field, ours: conflictSide(a, keys, ours), theirs: conflictSide(b, keys, theirs) });

  const wholeSide = (): Side => {
    if (!machine) return isDecided(ours) ? 'ours' : 'theirs';
    const content = (record: Json) =>
      unitsOf([record]).flatMap((unit) => (unit.personal ? [] : [unitValue(unit, record)]));
    if (sameValue(content(flat.ours), content(flat.base))) return 'theirs';
    if (sameValue(content(flat.theirs), content(flat.base))) return 'ours';
    return textSide ?? winner;
  };
  const whole = both ? null : wholeSide();

  const mergeUnit = (unit: Unit): Json => {
    const [b, o, t] = [unitValue(unit, flat.base), unitValue(unit, flat.ours), unitValue(unit, flat.theirs)];
    const known = unit.keys.some((key) => knownKeys.has(key));
    if (whole && known && !unit.personal) return whole === 'ours' ? o : t;
    if (sameValue(o, t) || sameValue(t, b)) return o;
    if (sameValue(o, b)) return t;
    if (unit.how === 'list') return mergeListUnit(unit, b, o, t);
    const meaning = unit.meaning ?? ((value: Json) => value);
    const standing = winner === 'ours' ? o : t;
    if (unit.how === 'quiet') return standing;
    if (unit.meaning) {
      if (sameValue(meaning(o), meaning(t))) return (textSide ?? winner) === 'ours' ? o : t;
      if (sameValue(meaning(o), meaning(b))) return t;
      if (sameValue(meaning(t), meaning(b))) return o;
    }
    if (!machine || unit.personal) keep(unit, o, t);
    return standing;
  };
  const mergeListUnit = ({ keys: [key = ''], entryKey = canonical }: Unit, b: Json, o: Json, t: Json): Json => {
    const [first, second] = winner === 'ours' ? [o, t] : [t, o];
    const entries = (value: Json) => (value[key] as readonly unknown[] | undefined) ?? [];
    const merged = mergeList(entries(b), entries(first), entries(second), entryKey);
    return merged.length > 0 ? { [key]: merged } : {};
  };
  const mergeState = (): unknown => {
    const [b, o, t] = [base?.state, ours.state, theirs.state];
    const ask = () => keep({ field: 'state', keys: ['state'] }, { state: o }, { state: t });
    if (whole) {
      // A decision that one took back and the other built on stands.
      if (!machine && base && isDecided(base)) ask();
      return sides[whole].state;
    }
    if (o === t || t === b) return o;
    if (o === b) return t;
    const ranks = [STANDING.indexOf(String(o)), STANDING.indexOf(String(t))];
    if (!ranks.includes(-1)) return STANDING[Math.max(...ranks)];
    ask();
    return sides[winner].state;
  };

  const merged = Object.assign({}, ...unitsOf([flat.ours, flat.theirs]).map(mergeUnit), { state: mergeState() });
  const conflict = joinConflicts(base?.conflict, ours.conflict, theirs.conflict, conflicts);
  return unflatten({ ...merged, ...(conflict.length > 0 ? { conflict } : {}) });
}

/** The side that was decided later; where that does not tell, the bytes do. */
function laterSide(ours: Json, theirs: Json): Side {
  const [a, b] = [String(ours.on ?? ''), String(theirs.on ?? '')];
  if (a !== b) return a > b ? 'ours' : 'theirs';
  return canonical(ours) > canonical(theirs) ? 'ours' : 'theirs';
}
