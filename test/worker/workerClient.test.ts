import { beforeEach, describe, expect, it } from 'vitest';
import type { WorkerTransport } from '../../src/worker/protocol.ts';
import { type ExtractorClient, WorkerClient } from '../../src/worker/workerClient.ts';
import { ManualTimers } from './manualTimers.ts';
import { ScriptedWorker } from './scriptedWorker.ts';

const LIMIT = 1000;
const IDLE = 50;

let timers: ManualTimers;
let workers: ScriptedWorker[];
let client: ExtractorClient;
let start: () => Promise<WorkerTransport>;

beforeEach(() => {
  timers = new ManualTimers();
  workers = [];
  start = async () => {
    const worker = new ScriptedWorker();
    workers.push(worker);
    return worker;
  };
  client = new WorkerClient({ start: () => start(), after: timers.after, limit: LIMIT, idleAfter: IDLE });
});

/** Lets promises settle; nothing here waits for time. */
const settle = async () => {
  for (let i = 0; i < 10; i++) await Promise.resolve();
};
const worker = () => {
  const last = workers.at(-1);
  if (!last) throw new Error('no worker was started');
  return last;
};
async function ask(key: string, text = key) {
  const answer = client.ask(key, { text });
  answer.catch(() => undefined); // looked at later
  await settle();
  return answer.then((extraction) => extraction?.language ?? null);
}

describe('requests', () => {
  it('start no worker before the first', async () => {
    await settle();
    expect(workers).toEqual([]);
  });

  it('are sent one at a time, in order', async () => {
    const answers = ['a', 'b', 'c'].map((key) => client.ask(key, { text: key }));
    await settle();
    for (const texts of [['a'], ['a', 'b'], ['a', 'b', 'c']]) {
      expect(worker().texts).toEqual(texts);
      worker().answer();
    }
    expect((await Promise.all(answers)).map((extraction) => extraction?.language)).toEqual(['a', 'b', 'c']);
    expect(workers).toHaveLength(1);
  });

  it('fail alone, with the words of the extractor', async () => {
    const first = client.ask('a', { text: 'a' });
    const second = client.ask('b', { text: 'b' });
    await settle();
    worker().fail('no such table');
    await expect(first).rejects.toThrow('no such table');
    worker().answer();
    await expect(second).resolves.toMatchObject({ language: 'b' });
  });

  it('fail in words when they cannot be sent, and the next one works', async () => {
    start = async () => {
      const unwilling = new ScriptedWorker();
      const post = unwilling.post.bind(unwilling);
      unwilling.post = (message) => {
        if ('text' in message.request && message.request.text === 'a') throw new Error('cannot be cloned');
        post(message);
      };
      workers.push(unwilling);
      return unwilling;
    };
    const first = client.ask('a', { text: 'a' });
    const second = client.ask('b', { text: 'b' });
    await expect(first).rejects.toThrow('could not be sent to the analysis: cannot be cloned');
    worker().answer();
    await expect(second).resolves.toMatchObject({ language: 'b' });
  });

  it('ignore an answer that was not asked for', async () => {
    const answer = client.ask('a', { text: 'a' });
    await settle();
    worker().answer(99);
    worker().answer();
    worker().answer();
    await expect(answer).resolves.toMatchObject({ language: 'a' });
  });
});

describe('a stale request answers null', () => {
  it('when a newer one of its key comes while it waits', async () => {
    const first = client.ask('a', { text: '1' });
    const second = client.ask('b', { text: '2' });
    const third = client.ask('b', { text: '3' });
    await settle();
    await expect(second).resolves.toBeNull();
    worker().answer();
    worker().answer();
    await expect(first).resolves.toMatchObject({ language: '1' });
    await expect(third).resolves.toMatchObject({ language: '3' });
    expect(worker().texts).toEqual(['1', '3']);
  });

  it('when a newer one comes while it runs; the worker is kept', async () => {
    const first = client.ask('a', { text: '1' });
    await settle();
    const second = client.ask('a', { text: '2' });
    await expect(first).resolves.toBeNull();
    worker().answer();
    worker().answer();
    await expect(second).resolves.toMatchObject({ language: '2' });
    expect(workers).toHaveLength(1);
  });

  it('when it is cancelled, and others are not', async () => {
    const first = client.ask('a', { text: 'a' });
    const second = client.ask('b', { text: 'b' });
    await settle();
    client.cancel('a');
    await expect(first).resolves.toBeNull();
    worker().answer();
    worker().answer();
    await expect(second).resolves.toMatchObject({ language: 'b' });
  });

  it('when the client is disposed, also while the worker starts', async () => {
    const starting = client.ask('a', { text: 'a' });
    const waiting = client.ask('b', { text: 'b' });
    client.dispose();
    await expect(Promise.all([starting, waiting])).resolves.toEqual([null, null]);
    await settle();
    expect(worker().terminated).toBe(true);
    expect(timers.waiting).toEqual([]);
    await expect(client.ask('c', { text: 'c' })).resolves.toBeNull();
    expect(workers).toHaveLength(1);
  });
});

describe('a crash', () => {
  it('starts a new worker and replays what ran, then what waits', async () => {
    const first = client.ask('a', { text: 'a' });
    const second = client.ask('b', { text: 'b' });
    await settle();
    worker().crash('out of memory');
    await settle();
    expect(workers).toHaveLength(2);
    expect(workers[0]?.terminated).toBe(true);
    worker().answer();
    worker().answer();
    await expect(first).resolves.toMatchObject({ language: 'a' });
    await expect(second).resolves.toMatchObject({ language: 'b' });
    expect(worker().texts).toEqual(['a', 'b']);
  });

  it('ends the request after three tries, in words, and the next one gets a worker', async () => {
    const first = client.ask('a', { text: 'a' });
    const second = client.ask('b', { text: 'b' });
    first.catch(() => undefined);
    for (let i = 0; i < 3; i++) {
      await settle();
      worker().crash('out of memory');
    }
    await expect(first).rejects.toThrow('the analysis worker ended 3 times: out of memory');
    await settle();
    expect(worker().texts).toEqual(['b']);
    worker().answer();
    await expect(second).resolves.toMatchObject({ language: 'b' });
    expect(workers).toHaveLength(4);
  });

  it('does not replay what was cancelled, and does not blame what waits', async () => {
    const first = client.ask('a', { text: 'a' });
    await settle();
    client.cancel('a');
    worker().crash('boom');
    await settle();
    await expect(first).resolves.toBeNull();
    expect(workers).toHaveLength(1);

    void client.ask('a', { text: 'a' });
    await settle();
    const second = client.ask('a', { text: 'again' });
    worker().crash('boom');
    for (let i = 0; i < 2; i++) {
      await settle();
      worker().crash('boom');
    }
    await settle();
    expect(worker().texts).toEqual(['again']);
    worker().answer();
    await expect(second).resolves.toMatchObject({ language: 'again' });
  });

  it('of an idle worker is no matter; the next request starts one', async () => {
    const first = ask('a');
    await settle();
    worker().answer();
    await first;
    worker().crash('killed');
    expect(timers.waiting).toEqual([]);
    const second = ask('b');
    await settle();
    worker().answer();
    expect(await second).toBe('b');
    expect(workers).toHaveLength(2);
  });

  it('that a worker reports after it was replaced is ignored', async () => {
    const first = client.ask('a', { text: 'a' });
    await settle();
    const old = worker();
    old.crash('boom');
    await settle();
    old.crash('again');
    expect(workers).toHaveLength(2);
    worker().answer();
    await expect(first).resolves.toMatchObject({ language: 'a' });
  });
});

describe('a start that fails', () => {
  it.each([
    [
      'by throwing',
      () => {
        throw new Error('no such file');
      },
    ],
    ['by rejecting', () => Promise.reject(new Error('no such file'))],
  ])('%s is tried three times, then said in words; later requests try anew', async (_, broken) => {
    const works = start;
    let tries = 0;
    start = () => {
      tries++;
      return broken();
    };
    await expect(client.ask('a', { text: 'a' })).rejects.toThrow('ended 3 times: no such file');
    expect(tries).toBe(3);
    expect(timers.waiting).toEqual([]);
    start = works;
    const second = ask('b');
    await settle();
    worker().answer();
    expect(await second).toBe('b');
  });

  it('by never ending is given up; a worker that comes late is ended', async () => {
    let resolve: (transport: WorkerTransport) => void = () => {};
    const works = start;
    start = () =>
      new Promise((done) => {
        resolve = done;
      });
    const first = client.ask('a', { text: 'a' });
    start = works;
    timers.fire(LIMIT);
    await expect(first).rejects.toThrow('took longer than 1 s');
    const second = ask('b');
    await settle();
    const late = new ScriptedWorker();
    resolve(late);
    await settle();
    expect(late.terminated).toBe(true);
    worker().answer();
    expect(await second).toBe('b');
  });
});

describe('time', () => {
  it('a request that runs too long is given up with its worker, and the next one works', async () => {
    const first = client.ask('a', { text: 'a' });
    const second = client.ask('b', { text: 'b' });
    await settle();
    timers.fire(LIMIT);
    await expect(first).rejects.toThrow('the analysis took longer than 1 s and was stopped');
    expect(workers[0]?.terminated).toBe(true);
    await settle();
    expect(worker().texts).toEqual(['b']);
    worker().answer();
    await expect(second).resolves.toMatchObject({ language: 'b' });
  });

  it('an idle worker ends, and the next request starts one', async () => {
    const first = ask('a');
    await settle();
    expect(timers.waiting).toEqual([LIMIT]);
    worker().answer();
    await first;
    expect(timers.waiting).toEqual([IDLE]);
    timers.fire(IDLE);
    expect(worker().terminated).toBe(true);
    const second = ask('b');
    await settle();
    worker().answer();
    expect(await second).toBe('b');
    expect(workers).toHaveLength(2);
  });

  it('a request in time keeps the worker', async () => {
    const first = ask('a');
    await settle();
    worker().answer();
    await first;
    const second = ask('b');
    await settle();
    expect(timers.waiting).toEqual([LIMIT]);
    worker().answer();
    await second;
    expect(workers).toHaveLength(1);
  });

  it('a worker whose requests were all cancelled while it started ends when idle too', async () => {
    const first = client.ask('a', { text: 'a' });
    client.cancel('a');
    await expect(first).resolves.toBeNull();
    await settle();
    expect(timers.waiting).toEqual([IDLE]);
    timers.fire(IDLE);
    expect(worker().terminated).toBe(true);
  });
});
