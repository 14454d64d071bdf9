// Writes the JSON Schemas from their one source: node scripts/runTs.mjs scripts/makeSchemas.ts
import fs from 'node:fs';
import { sidecarJsonSchema } from '../src/core/sidecar/schema.ts';

fs.writeFileSync('schemas/dossier-1.schema.json', sidecarJsonSchema());
