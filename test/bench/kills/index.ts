// Part of npm run bench:merge: kills a process that saves a sidecar again and again, at random moments. After each kill
// the file has to be whole, the last one that was reported as saved or the one in progress.
//   runTs.mjs test/bench/kills/index.ts [kills] [seed]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sidecarText } from '../../../src/core/sidecar/merge/sidecarText.ts';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar.ts';
import type { SidecarFile } from '../../../src/core/sidecar/schema.ts';
import { isTemporaryName } from '../../../src/core/sidecar/temporaryName.ts';
import { writeFileAtomic } from '../../../src/node/atomicFile.ts';
import { randomFrom } from '../random.ts';

const NAME = 'article.txt.dossier.json';
const LONGEST_LIFE = 50;

/** The whole sidecar after the given number of decisions; of another length each time, 15 to 120 kB. */
function sidecarAfter(decisions: number): string {
  const count = 100 + ((decisions * 7919) % 700);
  const records = Array.from({ length: count }, (_, i) => [
    `e_${i}`,
    { type: 'person', name: `Person ${i}`, state: 'accepted', origin: 'person', note: `decision ${decisions}` },
  ]);
  const source = { sha256: '0'.repeat(64), offsets: 'utf-16; LF' } as const;
  return sidecarText({ format: 'dossier', version: 1, source, entities: Object.fromEntries(records) } as SidecarFile);
}

/** The number of decisions in the file. @throws Error when it is not whole. */
function decisionsIn(file: string): number {
  const text = fs.readFileSync(file, 'utf8');
  const parsed = parseSidecar(text);
  if (!parsed.ok) throw new Error(`the file is broken: ${parsed.error.message}`);
  const decisions = Number(/\d+/.exec(parsed.value.entities?.e_0?.note ?? '')?.[0]);
  if (text !== sidecarAfter(decisions)) throw new Error(`the file is none that was ever saved (${decisions})`);
  return decisions;
}

async function saveForEver(file: string, from: number): Promise<never> {
  for (let decisions = from; ; decisions++) {
    await writeFileAtomic(file, new TextEncoder().encode(sidecarAfter(decisions)));
    fs.writeSync(1, `${decisions}\n`);
  }
}

async function killWhileSaving(file: string, from: number, life: number): Promise<number> {
  const child = spawn(process.execPath, [process.argv[1] as string, 'save', file, String(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    told += chunk;
  });
  await once(child.stdout, 'data');
  setTimeout(() => child.kill('SIGKILL'), life);
  await once(child, 'close');
  return Number(told.slice(0, told.lastIndexOf('\n')).split('\n').at(-1));
}

async function main(kills: number, seed: number): Promise<void> {
  const next = randomFrom(seed);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-kills-'));
  const file = path.join(folder, NAME);
  const found = { last: 0, inProgress: 0, leftOver: 0, saves: 0 };
  const breaches: string[] = [];
  const started = performance.now();
  try {
    let from = 1;
    for (let i = 0; i < kills; i++) {
      const reported = await killWhileSaving(file, from, next(LONGEST_LIFE));
      const present = decisionsIn(file);
      if (present === reported) found.last++;
      else if (present === reported + 1) found.inProgress++;
      else breaches.push(`kill ${i}: ${reported} was reported as saved, the file holds ${present}`);
      for (const name of fs.readdirSync(folder)) {
        if (name === NAME) continue;
        if (!isTemporaryName(name, NAME)) breaches.push(`kill ${i}: ${name} is a strange file`);
        found.leftOver++;
        fs.rmSync(path.join(folder, name));
      }
      found.saves += present - from + 1;
      from = present + 1;
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
  const rows = [
    ['kills while saving', kills],
    ['saves before and between them', found.saves],
    ['the file was the last one reported as saved', found.last],
    ['the file was the one in progress, whole', found.inProgress],
    ['temporary files left over', found.leftOver],
    ['breaches (broken, older than reported)', breaches.length],
    ['seconds', Math.round((performance.now() - started) / 1000)],
  ] as const;
  for (const [label, value] of rows) console.log(`  ${label.padEnd(68)}  ${String(value).padStart(14)}`);
  for (const breach of breaches.slice(0, 20)) console.error(breach);
  if (breaches.length > 0) process.exitCode = 1;
}

const [first = '500', second = '1', third = '1'] = process.argv.slice(2);
await (first === 'save' ? saveForEver(second, Number(third)) : main(Number(first), Number(second)));
