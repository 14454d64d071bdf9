import type { AliasKind } from '../../model/types.ts';

/** Why two names are one: the rule, how sure it is, and what it makes of the shorter form. */
export interface Link {
  readonly a: number;
  readonly b: number;
  readonly origin: string;
  readonly score: number;
  readonly kind: AliasKind;
}

/** Disjoint sets of unit numbers (Tarjan 1975, path halving); the smaller number stands for the set. */
export class UnitSets {
  readonly #parents: number[];

  constructor(size: number) {
    this.#parents = Array.from({ length: size }, (_, i) => i);
  }

  find(unit: number): number {
    let at = unit;
    while (this.#parents[at] !== at) {
      this.#parents[at] = this.#parents[this.#parents[at] as number] as number;
      at = this.#parents[at] as number;
    }
    return at;
  }

  join(a: number, b: number): void {
    const x = this.find(a);
    const y = this.find(b);
    this.#parents[Math.max(x, y)] = Math.min(x, y);
  }
}
