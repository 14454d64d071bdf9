import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExtractionRequest } from '../../src/core/extract/extraction.ts';
import { MODEL_FILES } from '../../src/core/extract/modelFiles.ts';
import { nodeTransport } from '../../src/worker/nodeTransport.ts';
import { webTransport } from '../../src/worker/webTransport.ts';
import { WorkerClient } from '../../src/worker/workerClient.ts';
import { fakeWebHost } from './fakeWebHost.ts';
import { Bundles, MODELS } from './transportKinds.ts';

/** Takes memory without end for one text, and answers with any other. */
const HUNGRY = `
  const { id, request } = message;
  for (const kept = []; request.text === 'much'; ) kept.push(Array.from({ length: 1000 }, () => [kept.length]));
  port.postMessage({ id, answer: request.text });
`;

describe('the models', () => {
  it('are the files that the package ships', () => {
    expect(
      fs
        .readdirSync(MODELS)
        .filter((file) => file.endsWith('.bin'))
        .sort(),
    ).toEqual(Object.values(MODEL_FILES).sort());
  });
});

describe('the node worker', () => {
  let bundles: Bundles;
  beforeAll(() => {
    bundles = new Bundles();
  }, 60_000);
  afterAll(() => bundles.remove());

  it('ends with a reason when its model is missing', async () => {
    const lone = path.join(bundles.folder, 'lone/worker.cjs');
    fs.mkdirSync(path.dirname(lone));
    fs.copyFileSync(bundles.node, lone);
    const transport = await nodeTransport(lone)();
    const ended = new Promise<string>((resolve) => transport.onExit(resolve));
    transport.post({ id: 1, request: { text: 'Ada spoke.' } });
    const reason = await ended;
    expect(reason).toMatch(/no such file.*names\.bin/);
  });

  it('with little room ends with a reason when an article needs more, and is started anew', async () => {
    const hungry = bundles.script('hungry', HUNGRY);
    const client = new WorkerClient<ExtractionRequest, unknown>({
      start: () => nodeTransport(hungry)('small'),
      after: () => () => {},
    });
    await expect(client.ask('long', { text: 'much' })).rejects.toThrow(/memory limit/);
    expect(await client.ask('short', { text: 'little' })).toBe('little');
    client.dispose();
  }, 60_000);
});

describe('the web transport', () => {
  const SILENT = new TextEncoder().encode('onmessage = () => {};');
  const bytes = () => new Uint8Array([1, 2, 3, 4]);

  it('hands over the memory of the models, and only theirs', async () => {
    const { host } = fakeWebHost();
    const whole = bytes();
    const part = new Uint8Array(16).subarray(4, 8);
    for (const names of [whole, part]) {
      const transport = await webTransport({
        readScript: async () => SILENT,
        readModels: async () => ({ names, statements: bytes() }),
        host,
      })();
      transport.terminate();
    }
    expect(whole.byteLength).toBe(0);
    expect(part.buffer.byteLength).toBe(16);
  });

  it('gives its address back when it ends, by itself or not', async () => {
    const { host, blobs, instances } = fakeWebHost();
    const start = webTransport({
      readScript: async () => SILENT,
      readModels: async () => ({ names: bytes(), statements: bytes() }),
      host,
    });
    (await start()).terminate();
    expect(blobs.size).toBe(0);
    const transport = await start();
    transport.onMessage(() => {});
    const reasons: string[] = [];
    transport.onExit((reason) => reasons.push(reason));
    instances[1]?.onerror?.({});
    instances[1]?.onerror?.({ message: 'late' });
    expect(reasons).toEqual(['the worker could not be started']);
    expect(blobs.size).toBe(0);
  });

  it('takes an answer that cannot be read for an end', async () => {
    const { host, instances } = fakeWebHost();
    const transport = await webTransport({
      readScript: async () => SILENT,
      readModels: async () => ({ names: bytes(), statements: bytes() }),
      host,
    })();
    const reason = new Promise<string>((resolve) => transport.onExit(resolve));
    instances[0]?.onmessageerror?.();
    expect(await reason).toBe('an answer could not be read');
  });

  it('rejects when a file cannot be read or the host refuses the worker', async () => {
    const { host, blobs } = fakeWebHost();
    const readModels = async () => ({ names: bytes(), statements: bytes() });
    const missing = webTransport({ readScript: async () => Promise.reject(new Error('not found')), readModels, host });
    await expect(missing()).rejects.toThrow('not found');
    class Refused {
      constructor() {
        throw new Error('refused by the policy');
      }
    }
    const refused = { ...host, Worker: Refused as unknown as typeof host.Worker };
    await expect(webTransport({ readScript: async () => SILENT, readModels, host: refused })()).rejects.toThrow(
      'policy',
    );
    expect(blobs.size).toBe(0);
  });
});
