import type { Comparison } from '../corpus/compare/compareArticles.ts';
import type { Told } from '../corpus/compare/compared.ts';
import { normaliseName } from '../model/ids.ts';
import { bounded, type SourceLabel } from './comparedSource.ts';

/** `source`: an article; `speaker`: somebody who is quoted; `entity`: who or what is spoken of. */
export type NetworkNodeKind = 'source' | 'speaker' | 'entity';

export interface NetworkNode {
  readonly id: string;
  readonly kind: NetworkNodeKind;
  readonly name: string;
  /** Statements that it tells, makes or stands in. */
  readonly weight: number;
}

/** `quotes`: `from` quotes `to`; `names`: `from` speaks of `to`. */
export interface NetworkEdge {
  readonly kind: 'quotes' | 'names';
  readonly from: string;
  readonly to: string;
  /** Number of statements. */
  readonly weight: number;
  /** Places of the first of their passages. */
  readonly statements: readonly number[];
}

export interface ComparisonNetwork {
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
  /** How many edges are left out so that the picture can be read: the weakest. */
  readonly leftOut: Readonly<Record<NetworkEdge['kind'], number>>;
}

const MOST_NODES = 60;
const MOST_EDGES = 90;
const MOST_PASSAGES = 12;
const LONGEST = 60;
const ORDER: readonly NetworkNodeKind[] = ['source', 'speaker', 'entity'];

/**
 * Who quotes whom, and who or what the sources speak of. People that bear one name are one node.
 * @param files the sources, in the order of their labels.
 */
export function comparisonNetwork(
  { told }: Comparison,
  files: readonly string[],
  labels: readonly SourceLabel[],
): ComparisonNetwork {
  const graph = new Graph();
  const columnOf = new Map(files.map((file, column) => [file, column]));
  told.forEach((one, at) => {
    const column = columnOf.get(one.article.file) as number;
    const label = labels[column];
    addStatement(graph, one, {
      at,
      source: graph.node('source', String(column), label?.publisher ?? label?.title ?? ''),
    });
  });
  return graph.strongest();
}

function addStatement(
  graph: Graph,
  { article, statement }: Told,
  { at, source }: { at: number; source: string },
): void {
  graph.weigh(source);
  let teller = source;
  for (const { name } of statement.sources) {
    const key = normaliseName(name.slice(0, 4 * LONGEST));
    if (key === '') continue;
    const speaker = graph.node('speaker', key, name);
    if (speaker === teller) continue;
    graph.weigh(speaker);
    graph.edge('quotes', [teller, speaker], at);
    teller = speaker;
  }
  for (const entity of statement.entities) {
    const name = article.entities[entity] ?? '';
    const key = normaliseName(name.slice(0, 4 * LONGEST));
    if (key === '') continue;
    const named = graph.node('entity', key, name);
    if (named === teller || named === source) continue;
    graph.weigh(named);
    graph.edge('names', [teller, named], at);
  }
}

/** Nodes and edges while statements are added. */
class Graph {
  readonly #nodes = new Map<string, { -readonly [K in keyof NetworkNode]: NetworkNode[K] }>();
  readonly #edges = new Map<string, NetworkEdge & { weight: number; statements: number[] }>();

  /** The id of a node, made when it is new; who is quoted anywhere is a speaker, also where others speak of them. */
  node(kind: NetworkNodeKind, key: string, name: string): string {
    const id = `${kind === 'source' ? 'source' : 'name'} ${key}`;
    const known = this.#nodes.get(id);
    if (!known) this.#nodes.set(id, { id, kind, name: bounded(name, LONGEST), weight: 0 });
    else if (kind === 'speaker') known.kind = kind;
    return id;
  }

  weigh(id: string): void {
    const node = this.#nodes.get(id);
    if (node) node.weight++;
  }

  edge(kind: NetworkEdge['kind'], [from, to]: readonly [string, string], statement: number): void {
    const id = `${kind}\n${from}\n${to}`;
    const edge = this.#edges.get(id) ?? { kind, from, to, weight: 0, statements: [] };
    edge.weight++;
    if (edge.statements.length < MOST_PASSAGES) edge.statements.push(statement);
    this.#edges.set(id, edge);
  }

  strongest(): ComparisonNetwork {
    const nodes = [...this.#nodes.values()];
    const edges = [...this.#edges.values()];
    const rank = ({ kind }: NetworkNode) => ORDER.indexOf(kind);
    const kept = new Map(
      [...nodes]
        .sort((a, b) => rank(a) - rank(b) || b.weight - a.weight)
        .slice(0, MOST_NODES)
        .map((node) => [node.id, node]),
    );
    const drawn = edges
      .filter(({ from, to }) => kept.has(from) && kept.has(to))
      .sort((a, b) => (a.kind === b.kind ? b.weight - a.weight : a.kind === 'quotes' ? -1 : 1))
      .slice(0, MOST_EDGES);
    const joined = new Set(drawn.flatMap(({ from, to }) => [from, to]));
    const shown = [...kept.values()].filter(({ id, kind }) => kind === 'source' || joined.has(id));
    const left = (kind: NetworkEdge['kind']) => count(edges, kind) - count(drawn, kind);
    return {
      nodes: shown,
      edges: drawn,
      leftOut: { quotes: left('quotes'), names: left('names') },
    };
  }
}

const count = (edges: readonly NetworkEdge[], kind: string) => edges.filter((edge) => edge.kind === kind).length;
