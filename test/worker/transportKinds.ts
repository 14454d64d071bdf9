import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { loadModels } from '../../src/core/extract/modelFiles.ts';
import { readModels } from '../../src/node/readModels.ts';
import { nodeTransport } from '../../src/worker/nodeTransport.ts';
import type { StartWorker } from '../../src/worker/protocol.ts';
import { createHandler } from '../../src/worker/serve.ts';
import { webTransport } from '../../src/worker/webTransport.ts';
import { fakeWebHost } from './fakeWebHost.ts';
import { memoryTransport } from './memoryTransport.ts';

const root = path.join(import.meta.dirname, '../..');
export const MODELS = path.join(root, 'src/core/lexicon/models');

/** One transport with the real extractor behind it, with a worker that crashes, and with one that never answers. */
export interface TransportKind {
  readonly works: StartWorker;
  readonly crashes: StartWorker;
  readonly hangs: StartWorker;
}

const CRASH = "throw new Error('boom')";
const HANG = 'for (;;);';

/** Bundles the workers as they are shipped. */
export class Bundles {
  readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-worker-'));
  readonly node = path.join(this.folder, 'worker.cjs');
  readonly web = path.join(this.folder, 'web.js');

  constructor() {
    const common = { absWorkingDir: root, bundle: true, logLevel: 'error' } as const;
    buildSync({
      ...common,
      entryPoints: ['src/worker/nodeEntry.ts'],
      outfile: this.node,
      platform: 'node',
      format: 'cjs',
    });
    buildSync({
      ...common,
      entryPoints: ['src/worker/webEntry.ts'],
      outfile: this.web,
      platform: 'browser',
      format: 'iife',
    });
    fs.cpSync(MODELS, path.join(this.folder, 'models'), { recursive: true });
  }

  /** A script for a worker thread that does `body` with its `port` at each `message`. */
  script(name: string, body: string): string {
    const file = path.join(this.folder, `${name}.cjs`);
    fs.writeFileSync(
      file,
      `const port = require('node:worker_threads').parentPort; port.on('message', (message) => { ${body} });`,
    );
    return file;
  }

  remove(): void {
    fs.rmSync(this.folder, { recursive: true });
  }
}

export const KINDS = ['memory', 'node', 'web'] as const;

export function transportKind(name: (typeof KINDS)[number], bundles: Bundles): TransportKind {
  if (name === 'memory') {
    const boom = () => {
      throw new Error('boom');
    };
    return {
      works: memoryTransport(() => createHandler(() => readModels(MODELS))),
      crashes: memoryTransport(() => boom),
      hangs: memoryTransport(() => () => null),
    };
  }
  if (name === 'node') {
    return {
      works: nodeTransport(bundles.node),
      crashes: nodeTransport(bundles.script('crash', CRASH)),
      hangs: nodeTransport(bundles.script('hang', HANG)),
    };
  }
  const { host } = fakeWebHost();
  const models = () => loadModels(async (file) => fs.readFileSync(path.join(MODELS, file)));
  const web = (script: () => Uint8Array) =>
    webTransport({ readScript: async () => script(), readModels: models, host });
  const body = (code: string) => () =>
    new TextEncoder().encode(`onmessage = () => { onmessage = () => { ${code} }; };`);
  return { works: web(() => fs.readFileSync(bundles.web)), crashes: web(body(CRASH)), hangs: web(body(HANG)) };
}
