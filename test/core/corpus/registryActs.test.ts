import { describe, expect, it } from 'vitest';
import { actOf, opposite, type RegistryAct, takeBack } from '../../../src/core/corpus/acts/registryAct.ts';
import { parseActs, serialiseActs } from '../../../src/core/corpus/acts/registryActs.ts';
import { identityId, type NamedEntity } from '../../../src/core/corpus/identities/identity.ts';
import { judgeIdentity } from '../../../src/core/corpus/identities/judgeIdentity.ts';
import type { Judgement } from '../../../src/core/corpus/judgements/judgement.ts';
import { importNames } from '../../../src/core/corpus/nameList/importNames.ts';
import { EMPTY_REGISTRY, type Registry } from '../../../src/core/corpus/registry.ts';
import { renameInRegistry } from '../../../src/core/corpus/renameInRegistry.ts';

const AID: NamedEntity = { type: 'organization', name: 'Red Aid' };
const RELIEF: NamedEntity = { type: 'organization', name: 'Harbour Relief' };
const passage = (article: string, exact: string): Judgement['passages'][0] => ({
  article,
  selector: {
    at: [{ block: 'b0c0ffee', start: 0, end: exact.length }],
    quote: { exact, prefix: '', suffix: ' said so' },
  },
});
const JUDGEMENT: Judgement = {
  passages: [passage('in/a.txt', '14 people'), passage('b.txt', '19 people')],
  is: 'explained',
  because: 'five died later',
  by: 'Ann Lee',
  on: '2026-01-01T10:00:00Z',
};

const judged: Registry = { ...EMPTY_REGISTRY, judgements: new Map([['j_1', JUDGEMENT]]) };
const joined = judgeIdentity(judged, { kept: AID, other: RELIEF, is: 'same', stamp: { by: 'Ann Lee' } });
const { registry: imported } = importNames(
  joined,
  [{ type: 'person', name: 'Eva Lund', aliases: [{ name: 'E. Lund', kind: 'name' }], listId: '7', note: 'a diver' }],
  'list.csv',
);
const STATES = [EMPTY_REGISTRY, judged, joined, imported];
const ACTS = STATES.slice(1).map((after, n) => actOf(`act ${n}`, STATES[n]!, after));

function reread(done: readonly RegistryAct[], undone: readonly RegistryAct[] = []) {
  const parsed = parseActs(serialiseActs({ done, undone }));
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

describe('acts on the registry', () => {
  it('are undone and done again one by one after they were kept in a file', () => {
    const { done } = reread(ACTS);
    let registry: Registry = imported;
    for (const [n, act] of [...done.entries()].reverse()) {
      ({ registry } = takeBack(registry, act));
      expect(registry).toEqual(STATES[n]);
    }
    const { undone } = reread([], done.map(opposite));
    for (const [n, act] of undone.entries()) {
      ({ registry } = takeBack(registry, act));
      expect(registry).toEqual(STATES[n + 1]);
    }
  });

  it('leave what somebody else changed since, and count it', () => {
    const [, join] = ACTS as [RegistryAct, RegistryAct, RegistryAct];
    const theirs = judgeIdentity(imported, { kept: AID, other: RELIEF, is: 'different', stamp: { by: 'Bo Dahl' } });
    const back = takeBack(theirs, join);
    expect(back).toMatchObject({ changed: 0, left: 1 });
    expect(back.registry.identities.get(identityId(AID, RELIEF))?.is).toBe('different');
  });

  it('follow an article to its new name', () => {
    const renamed = (registry: Registry) => renameInRegistry(registry, 'in', 'out');
    const act = actOf('Judge', renamed(EMPTY_REGISTRY), renamed(judged));
    expect([...act.after.judgements.values()][0]?.passages.map(({ article }) => article)).toEqual([
      'out/a.txt',
      'b.txt',
    ]);
    expect(takeBack(renamed(judged), act).registry.judgements.size).toBe(0);
  });

  it('are kept the last ones first: the next one however large it is, those behind it while there is room', () => {
    const long = { ...JUDGEMENT, because: 'x'.repeat(3_000_000) };
    const large = actOf('large', EMPTY_REGISTRY, { ...EMPTY_REGISTRY, judgements: new Map([['j_2', long]]) });
    const labels = (acts: readonly RegistryAct[]) => reread(acts).done.map(({ label }) => label);
    expect(labels([...ACTS, large, large, large])).toEqual(['large', 'large']);
    expect(labels(Array(300).fill(ACTS[0]))).toHaveLength(201);
  });

  it.each(['', '{}', '{"format":"dossier-registry-acts","done":[{"label":"x","before":{},"after":{}}],"undone":[]}'])(
    'that cannot be read are told: %s',
    (json) => expect(parseActs(json).ok).toBe(false),
  );
});
