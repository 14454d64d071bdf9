import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const SRC = path.resolve(__dirname, '../../src');

interface Import {
  readonly from: string;
  readonly to: string;
}

/** Every import of every source file: relative ones as paths below src, others by the name of the package. */
function readImports(): Import[] {
  const files = fs
    .readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));
  return files.flatMap((file) => {
    const code = fs.readFileSync(path.join(SRC, file), 'utf8');
    return [...code.matchAll(/^(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]/gm)].map(([, name = '']) => ({
      from: file.replaceAll('\\', '/'),
      to: name.startsWith('.') ? path.posix.join(path.posix.dirname(file.replaceAll('\\', '/')), name) : name,
    }));
  });
}

const imports = readImports();
const folder = (file: string) => file.split('/')[0];
const breaches = (wrong: (edge: Import) => boolean) =>
  imports.filter(wrong).map(({ from, to }) => `${from} imports ${to}`);

describe('core <- worker <- editor, core <- cli', () => {
  test('the graph is read', () => {
    expect(imports.length).toBeGreaterThan(100);
    expect(imports.filter(({ to }) => to.endsWith('.ts') && !fs.existsSync(path.join(SRC, to)))).toEqual([]);
  });

  test('core imports nothing but itself and libraries without a host', () => {
    const libraries =
      /^(@noble\/hashes\/|fflate$|js-base64$|zod$|zod\/|franc-min$|htmlparser2$|yaml$|ignore$|approx-string-match$|diff$|stemmer$|js-quantities$|edtf$|fastest-levenshtein$)/;
    expect(breaches(({ from, to }) => folder(from) === 'core' && folder(to) !== 'core' && !libraries.test(to))).toEqual(
      [],
    );
  });

  test('what reads foreign files is loaded by nobody but its own bundles', () => {
    expect(breaches(({ from, to }) => folder(to) === 'import' && folder(from) !== 'import')).toEqual([]);
  });

  test('only editor and the entry files import vscode', () => {
    expect(
      breaches(({ from, to }) => to === 'vscode' && folder(from) !== 'editor' && !/^extension(\.web)?\.ts$/.test(from)),
    ).toEqual([]);
  });

  test('only the entry files import editor', () => {
    expect(
      breaches(
        ({ from, to }) => folder(to) === 'editor' && folder(from) !== 'editor' && !/^extension(\.web)?\.ts$/.test(from),
      ),
    ).toEqual([]);
  });

  test('webview imports core/present, the names of relations and libraries of the page; nothing imports webview', () => {
    const allowed = /^(core\/present\/|core\/corpus\/compare\/relation\.ts$|webview\/|d3$|tabulator-tables$)/;
    expect(breaches(({ from, to }) => folder(from) === 'webview' && !allowed.test(to))).toEqual([]);
    expect(breaches(({ from, to }) => folder(to) === 'webview' && folder(from) !== 'webview')).toEqual([]);
  });

  test('worker, cli and node do not know each other, but for the atomic file', () => {
    const rooms = ['worker', 'cli', 'node', 'import'];
    expect(
      breaches(
        ({ from, to }) =>
          rooms.includes(folder(from) ?? '') &&
          rooms.includes(folder(to) ?? '') &&
          folder(from) !== folder(to) &&
          folder(to) !== 'node',
      ),
    ).toEqual([]);
  });

  test('Node built-ins stay out of what the web build loads', () => {
    const builtIn = ({ to }: Import) => to.startsWith('node:');
    const nodeRooms = /^(cli|node)\/|^(worker|import)\/node|^extension\.ts$/;
    expect(breaches((edge) => builtIn(edge) && !nodeRooms.test(edge.from))).toEqual([]);
  });

  test('there is no cycle', () => {
    const edges = new Map<string, string[]>();
    for (const { from, to } of imports) edges.set(from, [...(edges.get(from) ?? []), to]);
    const done = new Set<string>();
    const walk = (file: string, trail: readonly string[]): string | null => {
      if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file].join(' -> ');
      if (done.has(file)) return null;
      for (const next of edges.get(file) ?? []) {
        const cycle = walk(next, [...trail, file]);
        if (cycle) return cycle;
      }
      done.add(file);
      return null;
    };
    expect([...edges.keys()].map((file) => walk(file, [])).filter(Boolean)).toEqual([]);
  });
});
