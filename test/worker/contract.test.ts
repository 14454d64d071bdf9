import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Extraction, ExtractionRequest } from '../../src/core/extract/extraction.ts';
import type { StartWorker, WorkerResponse, WorkerTransport } from '../../src/worker/protocol.ts';
import { WorkerClient } from '../../src/worker/workerClient.ts';
import { ManualTimers } from './manualTimers.ts';
import { Bundles, KINDS, type TransportKind, transportKind } from './transportKinds.ts';

const LIMIT = 1000;
const IDLE = 50;
const NAMES = ['Angela Merkel', 'Joe Biden', 'Emmanuel Macron'];
const request = (name: string): ExtractionRequest => ({ text: `${name} spoke in Berlin on Monday.` });

let bundles: Bundles;
beforeAll(() => {
  bundles = new Bundles();
}, 60_000);
afterAll(() => bundles.remove());

describe.each(KINDS)('the %s transport', (name) => {
  let kind: TransportKind;
  let open: (() => void)[] = [];
  beforeAll(() => {
    kind = transportKind(name, bundles);
  });
  afterEach(() => {
    for (const end of open) end();
    open = [];
  });

  async function begin(start: StartWorker): Promise<WorkerTransport> {
    const transport = await start();
    open.push(() => transport.terminate());
    return transport;
  }
  /** The first `count` answers of a transport. */
  const answers = (transport: WorkerTransport, count: number) =>
    new Promise<WorkerResponse[]>((resolve, reject) => {
      const all: WorkerResponse[] = [];
      transport.onExit((reason) => reject(new Error(reason)));
      transport.onMessage((message) => {
        all.push(message);
        if (all.length === count) resolve(all);
      });
    });
  /** A client whose workers are started by the given starts in turn, the last one again and again. */
  function clientOf(...starts: StartWorker[]) {
    const timers = new ManualTimers();
    let started = 0;
    const client = new WorkerClient<ExtractionRequest, Extraction>({
      ...{ after: timers.after, limit: LIMIT, idleAfter: IDLE },
      start: () => {
        started++;
        return (starts.length > 1 ? (starts.shift() as StartWorker) : (starts[0] as StartWorker))();
      },
    });
    open.push(() => client.dispose());
    return { client, timers, started: () => started };
  }

  it('answers in the order of the requests', async () => {
    const transport = await begin(kind.works);
    const got = answers(transport, NAMES.length);
    for (const [id, who] of NAMES.entries()) transport.post({ id, request: request(who) });
    expect(
      (await got).map((message) =>
        'answer' in message ? [message.id, (message.answer as Extraction).entities[0]?.name] : message,
      ),
    ).toEqual([...NAMES.entries()]);
  });

  it('answers with an error in words where the extractor throws, and goes on', async () => {
    const transport = await begin(kind.works);
    const got = answers(transport, 2);
    transport.post({ id: 1, request: null as unknown as ExtractionRequest });
    transport.post({ id: 2, request: request('Joe Biden') });
    const [first, second] = await got;
    expect(first).toMatchObject({ id: 1, error: expect.stringMatching(/^[^\n]+$/) });
    expect(second).toMatchObject({ id: 2, answer: { language: 'en' } });
  });

  it('says once why the worker ended', async () => {
    const transport = await begin(kind.crashes);
    const reasons: string[] = [];
    await new Promise<void>((resolve) => {
      transport.onMessage(() => {});
      transport.onExit((reason) => {
        reasons.push(reason);
        resolve();
      });
      transport.post({ id: 1, request: request('Joe Biden') });
      transport.post({ id: 2, request: request('Joe Biden') });
    });
    transport.terminate();
    expect(reasons).toEqual(['boom']);
  });

  it('does not call its own termination an end', async () => {
    const transport = await begin(kind.works);
    const reasons: string[] = [];
    transport.onMessage(() => reasons.push('an answer'));
    transport.onExit((reason) => reasons.push(reason));
    transport.terminate();
    transport.terminate();
    // Another worker that is started and answers later than this one could have reported.
    const other = await begin(kind.works);
    const got = answers(other, 1);
    other.post({ id: 1, request: request('Joe Biden') });
    await got;
    expect(reasons).toEqual([]);
  });

  it('serves a client: answers in order, null for what became stale', async () => {
    const { client, started } = clientOf(kind.works);
    const old = client.ask('a', request('Angela Merkel'));
    const waiting = client.ask('b', request('Joe Biden'));
    const fresh = client.ask('a', request('Emmanuel Macron'));
    const cancelled = client.ask('c', request('Joe Biden'));
    client.cancel('c');
    const [first, second, third, fourth] = await Promise.all([old, waiting, fresh, cancelled]);
    expect([first, fourth]).toEqual([null, null]);
    expect(second?.entities[0]?.name).toBe('Joe Biden');
    expect(third?.entities[0]?.name).toBe('Emmanuel Macron');
    expect(started()).toBe(1);
  });

  it('serves a client after a crash, and tells it after three', async () => {
    const { client, started } = clientOf(kind.crashes, kind.crashes, kind.works);
    await expect(client.ask('a', request('Joe Biden'))).resolves.toMatchObject({ language: 'en' });
    expect(started()).toBe(3);
    const hopeless = clientOf(kind.crashes);
    await expect(hopeless.client.ask('a', request('Joe Biden'))).rejects.toThrow('ended 3 times: boom');
    expect(hopeless.started()).toBe(3);
  });

  it('serves a client after a request that ran too long', async () => {
    const { client, timers } = clientOf(kind.hangs, kind.works);
    const first = client.ask('a', request('Joe Biden'));
    const second = client.ask('b', request('Angela Merkel'));
    first.catch(() => undefined);
    await new Promise((resolve) => setImmediate(resolve));
    timers.fire(LIMIT);
    await expect(first).rejects.toThrow('took longer than 1 s');
    await expect(second).resolves.toMatchObject({ language: 'en' });
  });

  it('serves a client whose worker was ended while idle', async () => {
    const { client, timers, started } = clientOf(kind.works);
    await client.ask('a', request('Joe Biden'));
    timers.fire(IDLE);
    expect(timers.waiting).toEqual([]);
    await expect(client.ask('a', request('Joe Biden'))).resolves.toMatchObject({ language: 'en' });
    expect(started()).toBe(2);
  });

  it('answers null when the client is disposed while it works', async () => {
    const { client } = clientOf(kind.works);
    const answer = client.ask('a', request('Joe Biden'));
    await new Promise((resolve) => setImmediate(resolve));
    client.dispose();
    await expect(answer).resolves.toBeNull();
  });
});
