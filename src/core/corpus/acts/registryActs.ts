import * as z from 'zod';
import { readJson } from '../../sidecar/readJson.ts';
import { fail, ok, type Result } from '../../util/result.ts';
import { readRegistry, registryData } from '../registryFile.ts';
import type { RegistryAct } from './registryAct.ts';

/** Of the acts behind the next one of each list. */
const MOST_ACTS = 200;
const MOST_CHARACTERS = 4_000_000;

/** What people did to a registry, and what they took back, in each list the last one last. */
export interface RegistryActs {
  readonly done: readonly RegistryAct[];
  readonly undone: readonly RegistryAct[];
}

const act = z.object({ label: z.string(), before: z.unknown(), after: z.unknown() });
const file = z.object({ format: z.literal('dossier-registry-acts'), done: z.array(act), undone: z.array(act) });

/**
 * The acts as JSON: of each list the next one, however large it is, and those behind it, 200 and four million characters
 * at most.
 */
export function serialiseActs({ done, undone }: RegistryActs): string {
  return `{"format":"dossier-registry-acts","done":[${latest(done)}],"undone":[${latest(undone)}]}\n`;
}

function latest(acts: readonly RegistryAct[]): string {
  const kept: string[] = [];
  let room = MOST_CHARACTERS;
  for (const { label, before, after } of acts.slice(-MOST_ACTS - 1).reverse()) {
    const next = JSON.stringify({ label, before: registryData(before), after: registryData(after) });
    if (kept.length > 0) room -= next.length;
    if (room < 0) break;
    kept.push(next);
  }
  return kept.reverse().join(',');
}

/** @returns the problem as a sentence, without the name of the file. */
export function parseActs(json: string): Result<RegistryActs> {
  const read = readJson(json);
  if (!read.ok) return fail(`Not valid JSON: ${read.error.message}.`);
  const checked = file.safeParse(read.value);
  if (!checked.success) return fail(`The data is not as it should be: ${checked.error.issues[0]?.message}.`);
  const done = actsOf(checked.data.done);
  if (!done.ok) return done;
  const undone = actsOf(checked.data.undone);
  return undone.ok ? ok({ done: done.value, undone: undone.value }) : undone;
}

function actsOf(data: readonly z.infer<typeof act>[]): Result<RegistryAct[]> {
  const acts: RegistryAct[] = [];
  for (const { label, before, after } of data) {
    const [old, made] = [readRegistry(before), readRegistry(after)];
    if (!old.ok) return old;
    if (!made.ok) return made;
    acts.push({ label, before: old.value, after: made.value });
  }
  return ok(acts);
}
