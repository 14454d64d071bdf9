// Writes the JSON Schemas from their one source: node scripts/runTs.mjs scripts/makeSchemas.ts
import fs from 'node:fs';
import { registryJsonSchema } from '../src/core/corpus/registryFile.ts';
import { sidecarJsonSchema } from '../src/core/sidecar/schema.ts';

fs.writeFileSync('schemas/dossier-1.schema.json', sidecarJsonSchema());
fs.writeFileSync('schemas/registry-1.schema.json', registryJsonSchema());
