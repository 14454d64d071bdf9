import { describe, expect, it } from 'vitest';
import { type Identity, identityId } from '../../../src/core/corpus/identities/identity.ts';
import { entityTotals, type SourceRow } from '../../../src/core/present/sourceRows.ts';

const NTC = { type: 'organization', name: 'NTC', articles: 2, mentions: 3 };
const COUNCIL = { type: 'organization', name: 'Northern Trade Council', articles: 9, mentions: 40 };
const TOTALS = [
  { ...COUNCIL, perhaps: -1 },
  { type: 'person', name: 'Eva Lund', articles: 4, mentions: 4, perhaps: -1 },
  { ...NTC, perhaps: 0 },
];

const said = (is: string): ReadonlyMap<string, Identity> =>
  new Map([[identityId(COUNCIL, NTC), { entities: [COUNCIL, NTC], is }]]);

/** Labels, with those below. */
function outline(rows: readonly SourceRow[]): string[] {
  return rows.flatMap(({ label, context, below }) => [
    `${label} (${context})`,
    ...(below && 'rows' in below ? outline(below.rows).map((line) => `  ${line}`) : []),
  ]);
}

describe('entities of all sources', () => {
  it('show what is perhaps the same below, as a suggestion', () => {
    expect(outline(entityTotals(TOTALS, []))).toEqual([
      'Northern Trade Council (entityTotal)',
      '  NTC (perhapsSame)',
      'Eva Lund (entityTotal)',
    ]);
    expect(entityTotals(TOTALS, [])[0]?.description).toContain('perhaps also 1 other');
  });

  it('show it apart once a person said that it is another', () => {
    expect(outline(entityTotals(TOTALS, [], said('different')))).toEqual([
      'Northern Trade Council (entityTotal)',
      'Eva Lund (entityTotal)',
      'NTC (entityTotal)',
    ]);
  });

  it('show what a person said is the same, to be taken apart again', () => {
    const rows = entityTotals(TOTALS.slice(0, 2), [], said('same'));
    expect(outline(rows)).toEqual([
      'Northern Trade Council (entityTotal)',
      '  NTC (judgedSame)',
      'Eva Lund (entityTotal)',
    ]);
    const [judged] = (rows[0]?.below && 'rows' in rows[0].below ? rows[0].below.rows : []) as SourceRow[];
    expect(judged?.about?.map(({ name }) => name)).toEqual(['Northern Trade Council', 'NTC']);
  });

  it('are found by the name of what stands below', () => {
    expect(outline(entityTotals(TOTALS, ['ntc']))).toEqual([
      'Northern Trade Council (entityTotal)',
      '  NTC (perhapsSame)',
    ]);
  });
});
