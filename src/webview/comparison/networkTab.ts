import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type Selection,
  type SimulationNodeDatum,
  scaleSqrt,
  select,
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  zoom,
  zoomIdentity,
} from 'd3';
import type { NetworkEdge, NetworkNode } from '../../core/present/comparisonNetwork.ts';
import { setTabStop } from './dom.ts';
import { MARKS, type PictureOptions, PictureTab } from './pictureTab.ts';

interface Placed extends SimulationNodeDatum {
  readonly node: NetworkNode;
  readonly radius: number;
}

const SHAPES = { source: symbolSquare, speaker: symbolCircle, entity: symbolDiamond } as const;
const KIND_WORDS = { source: 'source', speaker: 'quoted', entity: 'spoken of' } as const;
const TICKS = 300;
const LEAST_HEIGHT = 420;
const MARGIN = 70;

/** Who quotes whom; on demand also who or what they speak of. */
export class NetworkTab extends PictureTab {
  constructor(options: PictureOptions) {
    super(options, 'picture network');
  }

  draw(): void {
    const [width, height] = [this.element.clientWidth, Math.max(LEAST_HEIGHT, this.element.clientHeight - 6)];
    if (!this.shown || width === 0) return;
    const { network } = this.shown;
    const edges = network.edges.filter(({ kind }) => kind === 'quotes' || this.options.state().entities);
    const joined = new Set(edges.flatMap(({ from, to }) => [from, to]));
    const placed = layout(
      network.nodes.filter(({ id, kind }) => kind === 'source' || joined.has(id)),
      edges,
      { width, height },
    );
    this.element.replaceChildren();
    const svg = select(this.element)
      .append('svg')
      .attr('width', width)
      .attr('height', height)
      .attr('role', 'group')
      .attr('aria-label', 'Network: who quotes whom');
    this.drawn = svg.node();
    arrowHead(svg);
    const inner = svg.append('g');
    const at = new Map(placed.map((one) => [one.node.id, one]));
    const nameOf = (id: string) => at.get(id)?.node.name ?? '';
    for (const edge of edges) {
      const label = `${nameOf(edge.from)} ${edge.kind === 'quotes' ? 'quotes' : 'speaks of'} ${nameOf(edge.to)}, ${statements(edge.weight)}`;
      const [from, to] = [at.get(edge.from), at.get(edge.to)];
      if (!from || !to) continue;
      const mark = inner
        .append('g')
        .attr('class', `mark edge ${edge.kind}`)
        .attr('role', 'button')
        .attr('tabindex', -1)
        .attr('aria-label', label)
        .on('click', () => this.#tell(label, [edge]));
      mark.append('title').text(label);
      // What is said goes from who is quoted to who quotes.
      const line = { x1: to.x ?? 0, y1: to.y ?? 0, ...endOf(to, from) };
      for (const name of ['hit', 'line']) {
        const drawn = mark.append('line').attr('class', name);
        for (const [key, value] of Object.entries(line)) drawn.attr(key, value);
        if (name === 'line') drawn.attr('stroke-width', Math.min(6, 1 + Math.log2(edge.weight)));
        if (name === 'line' && edge.kind === 'quotes') drawn.attr('marker-end', 'url(#arrow)');
      }
    }
    for (const { node, radius, x = 0, y = 0 } of placed) {
      const label = `${node.name}, ${KIND_WORDS[node.kind]}, ${statements(node.weight)}`;
      const own = edges.filter(({ from, to }) => from === node.id || to === node.id);
      const mark = inner
        .append('g')
        .attr('class', `mark node ${node.kind}`)
        .attr('role', 'button')
        .attr('tabindex', -1)
        .attr('aria-label', label)
        .attr('transform', `translate(${x},${y})`)
        .on('click', () => this.#tell(label, own));
      mark.append('title').text(label);
      mark.append('path').attr('d', symbol(SHAPES[node.kind], Math.PI * radius * radius)());
      mark
        .append('text')
        .attr('y', radius + 13)
        .text(node.name.length > 28 ? `${node.name.slice(0, 27)}…` : node.name);
    }
    const { quotes, names } = network.leftOut;
    const left = quotes + (this.options.state().entities ? names : 0);
    if (left > 0) {
      svg
        .append('text')
        .attr('class', 'note')
        .attr('x', 8)
        .attr('y', height - 10)
        .text(`The weakest ${left} lines are left out.`);
    }
    const behavior = zoom<SVGSVGElement, unknown>()
      .scaleExtent([0.5, 8])
      .filter((event: MouseEvent) => !event.button && (event.type !== 'wheel' || event.ctrlKey))
      .on('zoom', ({ transform }) => inner.attr('transform', transform))
      .on('end', ({ transform: { k, x, y } }) =>
        this.options.keep({ zoom: { ...this.options.state().zoom, network: [k, x, y] } }),
      );
    const [k, x, y] = this.options.state().zoom.network;
    svg.call(behavior).call(behavior.transform, zoomIdentity.translate(x, y).scale(k));
    this.zoom = {
      by: (factor) => svg.call(behavior.scaleBy, factor),
      reset: () => svg.call(behavior.transform, zoomIdentity),
    };
    setTabStop(this.element, MARKS);
  }

  /** One line's first passage opens at once; all passages stand in the strip below. */
  #tell(title: string, edges: readonly NetworkEdge[]): void {
    const { open, passages } = this.options;
    const nameOf = (id: string) => this.shown?.network.nodes.find((node) => node.id === id)?.name ?? '';
    const words = ({ kind, from, to }: NetworkEdge) =>
      `${nameOf(from)} ${kind === 'quotes' ? 'quotes' : 'speaks of'} ${nameOf(to)}`;
    const [only] = edges;
    const first = only?.statements[0];
    if (edges.length === 1 && first !== undefined) open(first);
    passages.show(
      title,
      [],
      edges.flatMap((edge) =>
        edge.statements.map((statement, at) => ({
          statement,
          words: edge.statements.length > 1 ? `${words(edge)} (${at + 1})` : words(edge),
        })),
      ),
    );
  }
}

/** Where the nodes come to rest; the same for the same network. */
function layout(
  nodes: readonly NetworkNode[],
  edges: readonly NetworkEdge[],
  { width, height }: { width: number; height: number },
): Placed[] {
  const most = Math.max(1, ...nodes.map(({ weight }) => weight));
  const radius = scaleSqrt([0, most], [5, 20]);
  const placed = nodes.map((node): Placed => ({ node, radius: radius(node.weight) }));
  const at = new Map(placed.map((one) => [one.node.id, one]));
  const links = edges.map(({ from, to }) => ({ source: at.get(from) as Placed, target: at.get(to) as Placed }));
  forceSimulation(placed)
    .force('link', forceLink(links).distance(110).strength(0.35))
    .force('apart', forceManyBody().strength(-320))
    .force(
      'room',
      forceCollide<Placed>(({ radius, node }) => radius + 16 + Math.min(node.name.length, 28) * 1.4),
    )
    .force('x', forceX(width / 2).strength(0.05))
    .force('y', forceY(height / 2).strength(0.08))
    .stop()
    .tick(TICKS);
  // What the forces drove out of the picture is brought back in.
  const bringIn = (key: 'x' | 'y', size: number) => {
    const values = placed.map((one) => one[key] ?? 0);
    const [least, greatest] = [Math.min(...values), Math.max(...values)];
    const scale = Math.min(1.6, (size - 2 * MARGIN) / Math.max(1, greatest - least));
    for (const one of placed) one[key] = size / 2 + ((one[key] ?? 0) - (least + greatest) / 2) * scale;
  };
  bringIn('x', width);
  bringIn('y', height);
  return placed;
}

/** The end of a line from one node to the edge of another. */
function endOf(from: Placed, to: Placed): { x2: number; y2: number } {
  const [dx, dy] = [(to.x ?? 0) - (from.x ?? 0), (to.y ?? 0) - (from.y ?? 0)];
  const length = Math.hypot(dx, dy) || 1;
  const part = Math.max(0, length - to.radius - 6) / length;
  return { x2: (from.x ?? 0) + dx * part, y2: (from.y ?? 0) + dy * part };
}

function arrowHead(svg: Selection<SVGSVGElement, unknown, null, undefined>): void {
  svg
    .append('defs')
    .append('marker')
    .attr('id', 'arrow')
    .attr('viewBox', '0 0 10 10')
    .attr('refX', 8)
    .attr('refY', 5)
    .attr('markerUnits', 'userSpaceOnUse')
    .attr('markerWidth', 10)
    .attr('markerHeight', 10)
    .attr('orient', 'auto')
    .append('path')
    .attr('class', 'arrow')
    .attr('d', 'M0,0L10,5L0,10z');
}

const statements = (count: number) => `${count} ${count === 1 ? 'statement' : 'statements'}`;
