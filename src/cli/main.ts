import { once } from 'node:events';
import { version } from '../../package.json';
import { createExtractor } from '../core/extract/pipeline.ts';
import names from '../core/lexicon/models/names.bin';
import { createDossierService, type DossierService } from '../core/service/dossierService.ts';
import { nodeFileStore } from '../node/atomicFile.ts';
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
      service ??= createDossierService({ extractor: createExtractor({ models: { names } }), version });
      return service;
    },
    files: nodeFileStore,
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
