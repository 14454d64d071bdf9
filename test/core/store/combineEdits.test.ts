import { describe, expect, it } from 'vitest';
import type { ArticleState } from '../../../src/core/store/articleState.ts';
import { setVerdict } from '../../../src/core/store/edits/claimEdits.ts';
import { combineEdits } from '../../../src/core/store/edits/combineEdits.ts';
import { reject } from '../../../src/core/store/edits/decide.ts';
import { renameEntity, setEntityType } from '../../../src/core/store/edits/entityEdits.ts';
import { takeBack } from '../../../src/core/store/edits/takeBack.ts';
import { sampleStore } from './sampleArticle.ts';

describe('several edits as one', () => {
  it('change each record, and are undone in one step', () => {
    const store = sampleStore();
    const ids = [...store.annotations.claims.keys()].slice(0, 2);
    const makers = ids.map((id) => (state: ArticleState) => setVerdict(state, id, 'disputed', {}));
    const edit = combineEdits(store, 'Mark 2 claims as disputed', makers);
    expect([edit.label, edit.changes.length]).toEqual(['Mark 2 claims as disputed', ids.length]);
    store.apply(edit);
    expect(ids.map((id) => store.annotations.claims.get(id)?.verdict)).toEqual(ids.map(() => 'disputed'));
    store.undo();
    expect(ids.map((id) => store.annotations.claims.get(id)?.verdict)).toEqual(ids.map(() => undefined));
  });

  it('build on each other where they meet', () => {
    const store = sampleStore();
    const [id = ''] = store.annotations.entities.keys();
    const edit = combineEdits(store, 'Both', [
      (state) => renameEntity(state, id, 'Other', {}),
      (state) => setEntityType(state, id, 'weapon', {}),
    ]);
    expect(edit.changes).toHaveLength(1);
    store.apply(edit);
    expect(store.annotations.entities.get(id)).toMatchObject({ name: 'Other', type: 'weapon', state: 'edited' });
  });

  it('leave a single one and its label as they are', () => {
    const store = sampleStore();
    const [id = ''] = store.annotations.entities.keys();
    expect(combineEdits(store, 'Both', [(state) => renameEntity(state, id, 'Other', {})]).label).toMatch(/^Rename/);
  });
});

it('taking back the rejection of an entity takes back that of its mentions', () => {
  const store = sampleStore();
  const [mention] = store.annotations.mentions.values();
  const ref = { kind: 'entities', id: mention?.entity ?? '' } as const;
  const states = () => [...store.annotations.mentions.values()].filter((m) => m.entity === ref.id).map((m) => m.state);
  const before = states();
  store.apply(reject(store, [ref], {}));
  store.apply(takeBack(store, [ref]));
  expect(states()).toEqual(before);
});
