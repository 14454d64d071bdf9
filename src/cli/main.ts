import { once } from 'node:events';
import path from 'node:path';
import { version } from '../../package.json';
import { createExtractor } from '../core/extract/pipeline.ts';
import { createDossierService, type DossierService } from '../core/service/dossierService.ts';
import { nodeFileStore } from '../node/atomicFile.ts';
import { readInThread } from '../node/readInThread.ts';
import { readModels } from '../node/readModels.ts';
import { sentenceOf } from './context.ts';
import { runCli } from './runCli.ts';

async function main(): Promise<void> {
  // A reader that went away (`| head`) is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  let service: DossierService | undefined;
  process.exitCode = await runCli(process.argv.slice(2), {
    service: () => {
      service ??= createDossierService({
        extractor: createExtractor({ models: readModels(path.join(__dirname, 'models')) }),
        version,
      });
      return service;
    },
    files: nodeFileStore,
    readOriginal: readInThread(path.join(__dirname, 'import.js')),
    version,
    input: process.stdin,
    print: async (text) => {
      if (!process.stdout.write(text)) await once(process.stdout, 'drain');
    },
    complain: (line) => process.stderr.write(`dossier: ${line}\n`),
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`dossier: ${sentenceOf(error)}\n`);
  process.exitCode = 1;
});
