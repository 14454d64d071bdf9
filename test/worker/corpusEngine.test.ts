import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { ArticleRow } from '../../src/core/corpus/corpusIndex.ts';
import { readModels } from '../../src/node/readModels.ts';
import { CorpusEngine } from '../../src/worker/corpusEngine.ts';
import { createHandler } from '../../src/worker/serve.ts';
import { memoryTransport } from './memoryTransport.ts';
import { MODELS } from './transportKinds.ts';

/** Articles, a cache, and what was read of them. */
class Desk {
  readonly articles = new Map<string, { text: string; sidecar?: string }>();
  cache = new Map<string, string>();
  read: string[] = [];
  log: string[] = [];
  version = '1';
  #open: CorpusEngine[] = [];

  engine(): CorpusEngine {
    const engine = new CorpusEngine({
      start: memoryTransport(() => createHandler(() => readModels(MODELS))),
      after: () => () => undefined,
      list: async () => this.found(),
      read: async (uri) => {
        this.read.push(uri);
        const article = this.articles.get(uri);
        return article ? { text: article.text, sidecar: article.sidecar ?? null, known: [] } : null;
      },
      readCache: async (name) => this.cache.get(name) ?? null,
      writeCache: async (name, text) => {
        if (text === '') this.cache.delete(name);
        else this.cache.set(name, text);
      },
      log: (words) => this.log.push(words),
      version: this.version,
    });
    this.#open.push(engine);
    return engine;
  }

  found(uris = [...this.articles.keys()]) {
    return uris.map((uri) => ({ uri, stamp: JSON.stringify(this.articles.get(uri)) }));
  }

  /** A new window. @returns its corpus when it is at rest. */
  async reopened(): Promise<CorpusEngine> {
    this.read = [];
    const engine = this.engine();
    await engine.refresh();
    return engine;
  }

  close(): void {
    for (const engine of this.#open) engine.dispose();
  }
}

const text = (who: string) => `${who} spoke in Berlin on Monday. ${who} said that 12 people were hurt.\n`;
let desk: Desk;
const makeDesk = (...names: string[]) => {
  desk = new Desk();
  for (const name of names) desk.articles.set(`file:///${name}.txt`, { text: text(name) });
  return desk;
};
afterEach(() => desk.close());
const A = 'file:///Angela Merkel.txt';
const THREE = ['Angela Merkel', 'Joe Biden', 'Emmanuel Macron'];

describe('the corpus', () => {
  it('does nothing before it is asked', async () => {
    const engine = makeDesk(...THREE).engine();
    await engine.update(desk.found());
    expect([engine.state.phase, desk.read]).toEqual(['closed', []]);
  });

  it('knows every article, and who is in which', async () => {
    const engine = await makeDesk(...THREE).reopened();
    expect(engine.state.phase).toBe('ready');
    expect((await engine.ask('articles')).map(({ uri }) => uri)).toEqual([...desk.articles.keys()].sort());
    expect((await engine.ask('named', 'angela merkel')).map(({ uri }) => uri)).toEqual([A]);
    expect((await engine.ask('named', 'Berlin')).map(({ uri }) => uri).sort()).toEqual(
      [...desk.articles.keys()].sort(),
    );
    expect((await engine.ask('entities'))[0]).toMatchObject({ name: 'Berlin', articles: 3, mentions: 3 });
    expect((await engine.ask('digest', A))?.entities[0]?.name).toBe('Angela Merkel');
  });

  it('reads nothing when it is opened again', async () => {
    const before = await (await makeDesk(...THREE).reopened()).ask('articles');
    const engine = await desk.reopened();
    expect(desk.read).toEqual([]);
    expect(await engine.ask('articles')).toEqual(before);
  });

  it('reads only the article that changed, also by its sidecar, and forgets the one that is gone', async () => {
    await makeDesk(...THREE).reopened();
    desk.articles.set(A, { text: text('Olaf Scholz') });
    desk.articles.delete('file:///Joe Biden.txt');
    let engine = await desk.reopened();
    expect(desk.read).toEqual([A]);
    expect(await engine.ask('named', 'Angela Merkel')).toEqual([]);
    expect(await engine.ask('named', 'Joe Biden')).toEqual([]);
    expect(await engine.ask('named', 'Olaf Scholz')).toHaveLength(1);
    desk.articles.set(A, { text: text('Olaf Scholz'), sidecar: '{}' });
    engine = await desk.reopened();
    expect(desk.read).toEqual([A]);
  });

  it('knows a renamed article by its content, and analyses it no second time', async () => {
    await makeDesk(...THREE).reopened();
    desk.articles.delete(A);
    desk.articles.set('file:///moved.txt', { text: text('Angela Merkel') });
    const cache = new Map(desk.cache);
    const engine = await desk.reopened();
    expect((await engine.ask('named', 'Angela Merkel')).map(({ uri }) => uri)).toEqual(['file:///moved.txt']);
    cache.delete('articles');
    for (const [name, shard] of cache) expect(desk.cache.get(name)).toBe(shard);
  });

  it('makes everything anew with another version of the extractor', async () => {
    await makeDesk(...THREE).reopened();
    desk.version = '2';
    await desk.reopened();
    expect([...desk.read].sort()).toEqual([...desk.articles.keys()].sort());
    expect(desk.log.length).toBeGreaterThan(0);
  });

  it.each<[string, (shard: string) => string]>([
    ['cut off', (shard) => shard.slice(0, -20)],
    ['empty', () => ''],
    ['foreign', () => '{"some": "json"}'],
    ['damaged in a summary', (shard) => shard.replace('\t{"', '\t{')],
  ])('makes a part of the cache anew that is %s, and says so in the log', async (_, damage) => {
    await makeDesk(...THREE).reopened();
    const name = [...desk.cache.keys()].find((one) => one !== 'articles') ?? '';
    const lost = (desk.cache.get(name)?.split('\n').length ?? 0) - 3;
    const whole = new Map(desk.cache);
    desk.cache.set(name, damage(desk.cache.get(name) ?? ''));
    const engine = await desk.reopened();
    expect(desk.read).toHaveLength(lost);
    expect(desk.log.join()).toContain(name);
    expect(await engine.ask('articles')).toHaveLength(3);
    const shards = (cache: ReadonlyMap<string, string>) => [...cache].filter(([one]) => one !== 'articles').sort();
    expect(shards(desk.cache)).toEqual(shards(whole));
  });

  it('reads all texts, but analyses none, when the list of articles is damaged', async () => {
    await makeDesk(...THREE).reopened();
    desk.cache.set('articles', '[');
    const engine = await desk.reopened();
    expect(desk.read).toHaveLength(3);
    expect(await engine.ask('articles')).toHaveLength(3);
  });

  it('keeps what was analysed when the rest is cancelled, and goes on from there', async () => {
    const names = Array.from({ length: 30 }, (_, n) => `Ada Lovelace ${n}`);
    const engine = makeDesk(...names).engine();
    engine.onDidChange(({ done }) => {
      if (done >= 5 && engine.state.phase === 'analyzing') engine.cancel();
    });
    await engine.refresh();
    expect(engine.state.phase).toBe('cancelled');
    const kept = (await engine.ask('articles')).length;
    expect(kept).toBeGreaterThanOrEqual(3);
    expect(kept).toBeLessThan(15);
    const again = await desk.reopened();
    expect(desk.read).toHaveLength(30 - kept);
    expect(await again.ask('articles')).toHaveLength(30);
  });

  it('forgets old contents in the end', async () => {
    const engine = await makeDesk('Ada Lovelace').reopened();
    const uri = [...desk.articles.keys()][0] ?? '';
    for (let n = 0; n < 600; n++) {
      const key = n.toString(16).padStart(32, '0');
      const summary = JSON.stringify({
        language: 'en',
        claims: 0,
        statements: 0,
        entities: [['person', 1, `Name ${n}`]],
      });
      await engine.ask('put', { uri, stamp: String(n) }, key, { summary, digest: '{}' });
    }
    await engine.ask('takeUnsaved');
    expect(await engine.ask('named', 'Name 599')).toHaveLength(1);
    const lines = await Promise.all(
      Array.from({ length: 64 }, (_, at) => engine.ask('shard', at.toString(16).padStart(2, '0'), '1')),
    );
    const left = lines.join('').match(/"Name \d+"/g) ?? [];
    // The article has one of them.
    expect(left.length).toBe(501);
    expect(left).not.toContain('"Name 1"');
  });

  it('is after any changes what a fresh one is', async () => {
    const names = ['Angela Merkel', 'Joe Biden', 'Emmanuel Macron', 'Olaf Scholz'];
    const change = fc.record({ file: fc.nat(3), who: fc.option(fc.constantFrom(...names)), reopen: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        let engine = await makeDesk('Angela Merkel').reopened();
        for (const { file, who, reopen } of changes) {
          const uri = `file:///${file}.txt`;
          if (who) desk.articles.set(uri, { text: text(who) });
          else desk.articles.delete(uri);
          if (reopen) engine = await desk.reopened();
          else if (who) await engine.update(desk.found([uri]));
          else await engine.update([], [uri]);
          await engine.whenAtRest();
        }
        const state = async (one: CorpusEngine) => ({
          articles: (await one.ask('articles')) as ArticleRow[],
          named: await Promise.all(
            [...names, 'Berlin'].map(async (name) =>
              (await one.ask('named', name)).sort((a, b) => (a.uri < b.uri ? -1 : 1)),
            ),
          ),
        });
        const now = await state(engine);
        desk.cache = new Map();
        expect(now).toEqual(await state(await desk.reopened()));
        desk.close();
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});
