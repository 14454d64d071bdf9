import { Session } from 'node:inspector/promises';

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[];
}

/** How often a second is looked at what runs, in microseconds. */
const INTERVAL = 500;

/**
 * Milliseconds that `run` spends below each function that one of `callers` calls directly, by the sampling profiler of
 * V8; what runs in a caller itself stands under its name, the collection of garbage under `(garbage collector)`.
 */
export async function costByPass(callers: readonly string[], run: () => void): Promise<Map<string, number>> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: INTERVAL });
  await session.post('Profiler.start');
  run();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  const nodes = profile.nodes as readonly ProfileNode[];
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const passOf = new Map<number, string>();
  const visit = (node: ProfileNode, pass: string, below: boolean): void => {
    const { functionName } = node.callFrame;
    const own = below || functionName === '(garbage collector)' ? functionName : pass;
    const calls = callers.includes(functionName);
    const here = calls ? functionName : below && !own ? pass : own;
    passOf.set(node.id, here);
    for (const child of node.children ?? []) visit(byId.get(child) as ProfileNode, here, calls);
  };
  visit(nodes[0] as ProfileNode, '', false);
  const cost = new Map<string, number>();
  profile.samples?.forEach((id, i) => {
    const pass = passOf.get(id);
    if (pass) cost.set(pass, (cost.get(pass) ?? 0) + (profile.timeDeltas?.[i] ?? 0) / 1000);
  });
  return cost;
}
