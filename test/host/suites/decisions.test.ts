import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { setVerdict } from '../../../src/core/store/edits/claimEdits.ts';
import { mergeEntities } from '../../../src/core/store/edits/mergeEntities.ts';
import type { ArticleSession } from '../../../src/editor/articles/articleSession.ts';
import {
  claimRows,
  closeAll,
  entityRow,
  eventually,
  insert,
  open,
  place,
  readFile,
  run,
  runAndAccept,
  runAndLeave,
  sidecarOf,
  untilFile,
  untilSelected,
  writeFile,
} from '../helpers.ts';

const TEXT = `Harbour plan approved

The port authority of Rotterdam approved the plan on 3 May 2021. "We will build two new quays," said Anna de Vries, the director of the authority.

Critics say the plan is too expensive. Henk Jansen called the plan a mistake, and Anna de Vries rejected the criticism.
`;

let session: ArticleSession;
let uri: vscode.Uri;
let number = 0;

describe('decisions', () => {
  beforeEach(async () => {
    number++;
    uri = await writeFile(`harbour${number}.txt`, TEXT);
    session = await open(uri);
  });
  afterEach(closeAll);

  it('are written beside the article with the first one, and the article is not touched', async () => {
    assert.equal(await readFile(sidecarOf(uri)), null);
    await run('acceptAnnotation', await entityRow('Rotterdam'));
    const saved = JSON.parse(
      await untilFile(sidecarOf(uri), (text) => text.includes('accepted'), 'the decision is saved'),
    );
    const entity = Object.values<{ name: string; state: string }>(saved.entities).find(
      ({ name }) => name === 'Rotterdam',
    );
    assert.equal(entity?.state, 'accepted');
    assert.equal(await readFile(uri), TEXT);
  });

  it('are the same after closing and opening again', async () => {
    await run('rejectAnnotation', await entityRow('Henk Jansen'));
    const [claim] = await claimRows();
    assert.ok(claim?.record);
    session.store.apply(setVerdict(session.store, claim.record.id, 'disputed', {}));
    await untilFile(sidecarOf(uri), (text) => text.includes('disputed'), 'the verdict is saved');
    await closeAll();
    session = await open(uri);
    assert.equal(session.store.annotations.claims.get(claim.record.id)?.verdict, 'disputed');
    await assert.rejects(entityRow('Henk Jansen'));
  });

  it('can be undone and done again', async () => {
    const row = await entityRow('Rotterdam');
    const state = () => session.store.annotations.entities.get(row.record?.id ?? '')?.state;
    await run('acceptAnnotation', row);
    assert.equal(state(), 'accepted');
    await run('undoAnnotation');
    assert.equal(state(), 'suggested');
    await run('redoAnnotation');
    assert.equal(state(), 'accepted');
  });

  it('are taken from the cursor when nothing is selected in a tree', async () => {
    place(session, 'Henk Jansen');
    await run('rejectAnnotation');
    const mention = [...session.store.annotations.mentions.values()].find(
      ({ place: { exact } }) => exact === 'Henk Jansen',
    );
    assert.equal(mention?.state, 'rejected');
  });

  it('are taken from the selection of the tree when a key of the tree asks, never from the cursor', async () => {
    place(session, 'Henk Jansen');
    await run('revealInTree');
    await untilSelected('entities', /Henk Jansen/);
    place(session, 'Rotterdam');
    await run('acceptAnnotation', { view: 'entities' });
    const state = (words: string) =>
      [...session.store.annotations.mentions.values()].find(({ place: { exact } }) => exact === words)?.state;
    assert.deepEqual([state('Henk Jansen'), state('Rotterdam')], ['accepted', 'suggested']);
  });

  it('that reject are found by the filter and can be taken back', async () => {
    await run('rejectAnnotation', await entityRow('Henk Jansen'));
    await assert.rejects(entityRow('Henk Jansen'));
    await run('filterEntities', 'is:rejected');
    try {
      const row = await entityRow('Henk Jansen');
      assert.equal(row.context, 'entity.rejected');
      await run('resetAnnotation', row);
    } finally {
      await run('clearEntitiesFilter');
    }
    assert.equal((await entityRow('Henk Jansen')).context, 'entity.suggested');
  });

  it('of one kind on several rows are asked for once and undone at once', async () => {
    const [one, two] = await claimRows();
    await runAndAccept('setVerdict', two, [one, two]);
    const verdicts = () =>
      [one, two].map((row) => session.store.annotations.claims.get(row?.record?.id ?? '')?.verdict);
    assert.deepEqual(verdicts(), ['supported', 'supported']);
    await run('undoAnnotation');
    assert.deepEqual(verdicts(), [undefined, undefined]);
  });

  it('survive another analysis', async () => {
    await run('rejectAnnotation', await entityRow('Henk Jansen'));
    await run('analyzeArticle');
    await assert.rejects(entityRow('Henk Jansen'));
  });

  it('merge two entities into one', async () => {
    const from = await entityRow('Henk Jansen');
    const into = await entityRow('Rotterdam');
    assert.ok(from.record && into.record);
    session.store.apply(mergeEntities(session.store, [from.record.id], into.record.id, {}));
    await assert.rejects(entityRow('Henk Jansen'));
    const names = (await entityRow('Rotterdam')).children().map(({ label }) => label);
    assert.ok(names.includes('Henk Jansen'), names.join());
    await run('undoAnnotation');
    await entityRow('Henk Jansen');
  });

  it('of several selected rows are one step', async () => {
    const one = await entityRow('Henk Jansen');
    const two = await entityRow('Rotterdam');
    await run('acceptAnnotation', one, [one, two]);
    const states = () =>
      [one, two].map(({ record }) => session.store.annotations.entities.get(record?.id ?? '')?.state);
    assert.deepEqual(states(), ['accepted', 'accepted']);
    await run('undoAnnotation');
    assert.deepEqual(states(), ['suggested', 'suggested']);
  });

  it('on many records are made once the person has seen how many, but at once by a key of the review', async () => {
    const topics = ['ferry', 'bridge', 'school', 'market', 'tunnel', 'museum', 'stadium', 'library'];
    const report = (topic: string) =>
      `A new ${topic} opens in Utrecht. Many people in Utrecht wanted the ${topic}.\n\n`;
    session = await open(await writeFile('harbour-many.txt', topics.map(report).join('')));
    const row = await entityRow('Utrecht');
    const { id = '' } = row.record ?? {};
    const mentions = [...session.store.annotations.mentions.values()].filter(({ entity }) => entity === id);
    assert.equal(mentions.length, 16);
    const states = () => [
      session.store.annotations.entities.get(id)?.state,
      ...new Set(mentions.map((mention) => session.store.annotations.mentions.get(mention.id)?.state)),
    ];
    await runAndLeave('acceptAnnotation', row);
    assert.deepEqual(states(), ['suggested', 'suggested']);
    await runAndAccept('acceptAnnotation', row);
    assert.deepEqual(states(), ['accepted', 'accepted']);
    await run('undoAnnotation');
    place(session, 'A new ferry');
    await run('startReview');
    try {
      await eventually(async () => {
        await run('pressReviewKey', 'accept');
        return states()[0] !== 'suggested';
      }, 'the review accepts the claim');
      assert.deepEqual(states(), ['accepted', 'accepted']);
    } finally {
      await run('endReview');
    }
  });

  it('wait while the article has unsaved edits, and are written when it is saved', async () => {
    await insert(session, 0, 'Update: ');
    await run('acceptAnnotation', await entityRow('Rotterdam'));
    await run('saveAnnotations');
    assert.equal(await readFile(sidecarOf(uri)), null);
    await session.document.save();
    const saved = await untilFile(
      sidecarOf(uri),
      (text) => text.includes('accepted'),
      'the decision is saved with the article',
    );
    assert.match(saved, /"state": "accepted"/);
  });
});
